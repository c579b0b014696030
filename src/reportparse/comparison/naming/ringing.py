"""Which police number callers rang, where a figure's own words leave it out: "The average wait was 12 seconds"."""

import re
from collections.abc import Iterable

from reportparse.comparison.naming.matching import match_words
from reportparse.comparison.terms.wording import find_clause, find_near, find_sentence
from reportparse.models.facts import Figure
from reportparse.registry.measures import match_clause

_ANSWERED = re.compile(r"\b(?:answer|wait|abandon|pick|queue|call)\w*|\b(?:hung|gave|giv\w+)\sup\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?P<other>101|non-emergency)\b|\b(?P<emergency>999|emergency)\b", re.IGNORECASE)
# "528,903 to 101", "3 minutes and 18 seconds to answer one to 101".
_BEHIND = re.compile(
    r"\s(?:calls?\s)?(?:to\sanswer\s(?:a\s|an\s|the\s)?(?:call\s|one\s)?|(?:were\s|was\s)?(?:made\s|came\s|received\s)?)"
    r"(?:(?:to|on|for)\s(?:the\s)?)?(999|101)\b"
)


def find_ringing(figure: Figure, text: str, title: str) -> str:
    """The number that calls are told of: by the figure's sentence, the one before or the title; empty where none is.

    Two numbers in one place tell nothing.
    """
    is_call = figure.kind == "count" and (figure.unit or "").endswith("calls")
    said = f"{figure.measure} {find_clause(figure, text)}"
    if not is_call and (figure.kind not in ("duration", "percent") or not _ANSWERED.search(said)):
        return ""
    if match := _BEHIND.match(text, figure.source.end):
        return match[1]
    start, _ = find_sentence(text, figure.source.start)
    before, _ = find_sentence(text, max(0, start - 2))
    for place in (text[start : figure.source.start], *(() if is_call else (text[before:start], title))):
        told = {"101" if match["other"] else "999" for match in _NUMBER.finditer(place)}
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""


def find_called(figure: Figure, words: str, text: str, title: str, others: Iterable[Figure]) -> str | None:
    """The common measure of calls whose number the sentence before or the title says."""
    number = find_ringing(figure, text, title) if figure.role != "change" else ""
    if not number:
        return None
    named = match_words(f"{number} call {words}", figure.kind, "", False)
    return named or match_clause("", f"{number} call {find_near(figure, text, others)}", figure.kind)
