"""What a figure hangs on in its record: the value before it, or one that its words mean."""

from typing import NamedTuple

from reportparse.comparison.dating.brackets import stands_in_brackets
from reportparse.comparison.naming.hanging import is_bare_in_brackets
from reportparse.comparison.statements.again import find_meant
from reportparse.comparison.statements.quoting import (
    is_quoted,
    is_revised_to,
    is_set_beside_quoted,
    opens_as_told,
    says_reported,
    says_we_reported,
)
from reportparse.comparison.statements.story import Story
from reportparse.comparison.terms.anchors import may_be_one
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.wording import find_sentence, record_of
from reportparse.comparison.terms.words import own_words
from reportparse.models.facts import Figure

# What a note calls the figure that it is about.
_OF_FIGURES = own_words(
    "the figure, number, total, count or value that was given, stated, reported or published in last year's report, "
    "the previous annual report, the expenditure, spending or sum"
).split()


class Hung(NamedTuple):
    """What a figure hangs on in its record."""

    before: Statement | None
    """The last of its kind."""
    told: Statement | None
    """What was said before of what it corrects."""
    meant: Statement | None
    """What it tells for another time, by its words."""
    is_quoted: bool
    is_followed: bool
    """Whether what has come of it follows."""
    is_bare: bool
    """Whether it is the year before's, in brackets and without a word."""
    is_corrected: bool
    """Whether what an earlier report said of it stands behind it."""


def find_hung(figure: Figure, following: Figure | None, told: Statement | None, story: Story) -> Hung:
    """What a figure hangs on: the one before it, what was said before, or what is meant by its words."""
    text, record = story.texts.text_of(figure), record_of(figure)
    before = story.memory.before(figure)
    is_followed = is_revised_to(figure, following, text)
    is_bare = before is not None and (
        _is_bracketed_as_told(figure, before.figure, text, story) or is_bare_in_brackets(figure, before.figure, text)
    )
    told = told if told and record_of(told.figure) == record else None
    meant = None
    if text and not (told or is_bare) and figure.role in ("actual", "baseline"):
        noted = _find_noted(figure, story)
        meant = noted or _find_counted_back(figure, text, story)
        meant = meant or find_meant(figure, text, story.texts.beside[record], story.memory.told[record])
    is_said_before = bool(meant and figure.source.kind == "footnote") and says_reported(figure, text)
    is_told = is_quoted(figure, text) and not _is_of_then(figure, before, story)
    is_told = is_told or says_we_reported(figure, text, story.source.year)
    is_said_before = is_said_before or is_told or is_followed
    is_corrected = not is_said_before and is_set_beside_quoted(figure, following, text)
    return Hung(before, told, meant, is_said_before, is_followed, is_bare, is_corrected)


def _is_bracketed_as_told(figure: Figure, before: Figure, text: str, story: Story) -> bool:
    """Whether a report that says what its brackets hold has one round it, and it may be of what stands before."""
    is_told = story.texts.has_brackets_told and figure.role != "change" and stands_in_brackets(figure, text)
    return is_told and may_be_one(figure, before)


def _is_of_then(figure: Figure, before: Statement | None, story: Story) -> bool:
    """Whether it is what the last report told of its own year: "70.3% thought so; it was 72.9% in the last report".

    No earlier report has told what is of this one's year, unless as a plan.
    """
    is_beside = before is not None and before.period == story.source.year and before.figure.role == "actual"
    return is_beside and figure.role == "baseline" and figure.period is None


def _find_counted_back(figure: Figure, text: str, story: Story) -> Statement | None:
    """What is by so many more or fewer than a baseline as its sentence says: "six more than the 4,203 of then"."""
    record, (start, _) = record_of(figure), find_sentence(text, figure.source.start)
    changes = [
        float(each.value or 0) for each in story.texts.beside[record]
        if each.role == "change" and each.kind == figure.kind and start <= each.source.start < figure.source.start
    ]  # fmt: skip
    if figure.role != "baseline" or len(changes) != 1:
        return None
    fitting = [
        each for each in story.memory.told[record]
        if each.figure.kind == figure.kind and each.figure.role == "actual"
        and abs(float(each.figure.value or 0) - float(figure.value or 0)) == changes[0]
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _find_noted(figure: Figure, story: Story) -> Statement | None:
    """What stands last before the mark of the note that a figure stands in, which has no other words of its own.

    "£20.7m was reported last year, before the audit": what follows says why it is another now, and not what is counted.
    """
    if figure.source.id not in story.texts.marked:
        return None
    paragraph, offset = story.texts.marked[figure.source.id]
    before = [
        each for each in story.memory.told[paragraph]
        if each.figure.source.end <= offset and each.figure.kind == figure.kind and each.figure.role == "actual"
    ]  # fmt: skip
    if not before or not may_be_one(figure, before[-1].figure):
        return None
    own, told = own_words(figure.measure or "").split(), own_words(before[-1].figure.measure or "").split()
    is_bare = set(own) <= {*told, *_OF_FIGURES} or opens_as_told(figure, story.texts.text_of(figure))
    return before[-1] if is_bare else None
