"""The words round a figure that may say what it measures, where its own measure is too short to tell."""

import re
from collections.abc import Iterator

from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.models.report import walk_items

# A phrase ends at a mark, a number, or a word that begins another part of the sentence.
_STOP = re.compile(
    r"[.,;:()–—]|\d|\b(?:is|was|were|are|had|has|have|in|during|and|up|down|against|compared|which|that|by)\b"
)
# What a figure quotes from an earlier report stands after such words: it is no statement of this one.
_QUOTED = re.compile(
    r"\b(?:(?:previously|originally|first|earlier)\s(?:reported|published|stated|given|recorded)(?:\s(?:as|at))?"
    r"|(?:restated|revised|corrected|amended)\sfrom|(?:instead\sof|rather\sthan)(?:\sthe)?)\s*(?:\w+\s)?$",
    re.IGNORECASE,
)
# How far a phrase goes on, in letters: a name and one phrase that belongs to it.
MAX_PHRASE = 70
# How far round a figure its sentence and those beside it reach, in letters.
NEAR = 200


def find_texts(report: Report) -> dict[str, str]:
    """The text of each record that figures are read from, by id; cells are not among them."""
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    for paragraph in report.paragraphs:
        texts.update({item.id: item.text for item in walk_items(paragraph.items)})
    return texts


def find_phrases(figure: Figure, text: str, title: str) -> Iterator[str]:
    """The figure's measure with the words that go on after it, with those after the number, and with the section's."""
    measure = figure.measure or ""
    if not text:
        return
    at = text.casefold().find(measure.casefold())
    if at >= 0:
        yield f"{measure} {_go_on(text, at + len(measure))}"
    yield f"{measure} {_go_on(text, figure.source.end)}"
    if len(measure.split()) == 1:
        yield f"{measure} {title}"


def _go_on(text: str, start: int) -> str:
    """The words from there to the end of their phrase.

    >>> _go_on("146 requests for a review, up from 131", 12)
    'for a review'
    """
    rest = text[start : start + MAX_PHRASE]
    stop = _STOP.search(rest)
    return (rest[: stop.start()] if stop else rest).strip()


def find_context(figure: Figure, text: str, title: str) -> str:
    """The words near a figure and the title of its section."""
    return f"{title} {text[max(0, figure.source.start - NEAR) : figure.source.end + NEAR]}"


def is_quoted(figure: Figure, text: str) -> bool:
    """Whether the figure is what an earlier report said: "18,112, revised from 18,059"."""
    return bool(_QUOTED.search(text[: figure.source.start]))
