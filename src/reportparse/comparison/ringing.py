"""Which police number callers rang, where a figure's own words leave it out: "The average wait was 12 seconds"."""

import re

from reportparse.comparison.wording import find_clause, find_sentence
from reportparse.models.facts import Figure

_ANSWERED = re.compile(r"\b(?:answer|wait|abandon|pick|queue|call)\w*|\bhung\sup\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?P<other>101|non-emergency)\b|\b(?P<emergency>999|emergency)\b", re.IGNORECASE)


def find_ringing(figure: Figure, text: str, title: str) -> str:
    """The number that calls are told of: by the figure's sentence, the one before or the title; empty where none is.

    Two numbers in one place tell nothing.
    """
    if figure.kind not in ("duration", "percent") or not _ANSWERED.search(find_clause(figure, text)):
        return ""
    start, _ = find_sentence(text, figure.source.start)
    before, _ = find_sentence(text, max(0, start - 2))
    for place in (text[start : figure.source.start], text[before:start], title):
        told = {"101" if match["other"] else "999" for match in _NUMBER.finditer(place)}
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""
