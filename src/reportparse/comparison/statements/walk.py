"""What a report states: each figure with what it measures and of which time it is."""

from collections.abc import Iterator
from itertools import zip_longest

from reportparse.comparison.dating.told_times import read_times
from reportparse.comparison.dating.witnesses import date_echoes, date_last_years
from reportparse.comparison.naming.forces import with_force
from reportparse.comparison.naming.gapping import with_noun
from reportparse.comparison.naming.hanging import as_passed, is_pair_in_brackets, is_said_exactly
from reportparse.comparison.naming.portions import part_stocks
from reportparse.comparison.records import Source
from reportparse.comparison.statements.dated import date_statement
from reportparse.comparison.statements.echoes import name_echoes
from reportparse.comparison.statements.ends import hang_in_pictures, pair_ends
from reportparse.comparison.statements.hung import find_hung
from reportparse.comparison.statements.memory import Memory
from reportparse.comparison.statements.named import find_key
from reportparse.comparison.statements.quoting import find_revision, is_denied, is_revised_to
from reportparse.comparison.statements.rivals import part_rivals, part_rows
from reportparse.comparison.statements.story import Story
from reportparse.comparison.statements.texts import Texts
from reportparse.comparison.statements.unchanged import tell_unchanged
from reportparse.comparison.terms.durations import as_count, as_length_of_time, as_own_level
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.profiles import read_profile
from reportparse.comparison.terms.stated import Statement, follow_names
from reportparse.comparison.terms.times import end_of, type_of
from reportparse.comparison.terms.wording import find_context, record_of
from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure


def find_statements(report: Report, source: Source) -> list[Statement]:
    """The figures that state one value of something; what readers rejected is left out."""
    told = date_last_years(list(_read_statements(report, source)))
    named = name_echoes(pair_ends(hang_in_pictures(part_stocks(part_rows(part_rivals(told))))))
    return date_echoes(follow_names(named))


def _read_statements(report: Report, source: Source) -> Iterator[Statement]:
    texts = Texts(report)
    times = read_times(report.figures, source, texts.text_of, texts.over, texts.section_of)
    story = Story(source, texts, times, Memory())
    told: Statement | None = None  # what was said before, where this report goes on with what has come of it
    for figure, following in zip_longest(report.figures, report.figures[1:]):
        statement = _read_statement(figure, following, told, story)
        if statement is None:
            continue
        if statement.is_quoted and is_revised_to(figure, following, texts.text_of(figure)):
            told = statement
            continue
        yield from tell_unchanged(statement, texts.text_of(figure))
        if told is not None:
            yield told
            told = None


def _read_statement(
    figure: Figure, following: Figure | None, told: Statement | None, story: Story
) -> Statement | None:
    """What a figure states; None where it is of nothing that is named, or of no time."""
    text, record = story.texts.text_of(figure), record_of(figure)
    figure = as_own_level(as_length_of_time(as_count(figure)), text)
    figure = as_passed(with_noun(figure, text, story.texts.beside[record]), text)
    figure = with_force(figure, text, story.source.area)
    if figure.value is None or figure.review == "rejected" or _is_unclear(figure, following, text):
        return None
    hung = find_hung(figure, following, told, story)
    titles = story.texts.titles_of(figure)
    place = story.texts.place_of(figure, titles, story.memory)
    profile = read_profile(figure, place)
    key, head = find_key(figure, place, profile, hung, story)
    hung = hung if hung.meant is None or head else hung._replace(meant=None)
    dated = date_statement(figure, titles, (key, head), hung, story)
    if dated is None:
        return None
    context = find_context(figure, text, place.title)
    if revision := find_revision(story.texts.note_on(figure)):
        context = f"{context}\n{revision}"
    key = _as_asked(key._replace(role="forecast") if text and _is_to_come(key, dated.period, story.source) else key)
    is_cell = figure.source.kind == "cell" and not text  # a cell of prose is prose
    statement = Statement(
        story.source, figure, key, *dated, is_cell, context, hung.is_quoted,
        is_negative=figure.role != "change" and record in story.texts.negative, profile=profile,
        hangs_on=(head.hangs_on or head.figure.id) if head else "",
    )  # fmt: skip
    if figure.role != "change" and not hung.is_quoted and text:
        story.memory.keep(statement, text)
    return statement


def _is_unclear(figure: Figure, following: Figure | None, text: str) -> bool:
    """Whether nothing says what it is of, or it is denied, or said more exactly behind it."""
    is_nameless = not figure.measure and not text
    is_unclear = is_nameless or is_denied(figure, text) or is_pair_in_brackets(figure, text)
    return is_unclear or is_said_exactly(figure, following, text)


def _as_asked(key: Key) -> Key:
    """The key of what is foreseen, which is the target of a measure that is asked for: "savings of £9m are planned"."""
    is_to_come = key.role in ("target", "forecast") and key.is_common and find_measure(key.measure).is_asked
    return key._replace(role="target", counted=None) if is_to_come else key


def _is_to_come(key: Key, period: str, source: Source) -> bool:
    """Whether a year had not begun when its value was told, so that it is planned: "The programme for 2024/25"."""
    is_year = type_of(period) == "financial year" and end_of(period) > (source.end or "9999")
    is_set = not key.is_common or find_measure(key.measure).is_set_before
    return is_year and key.role == "actual" and not is_set
