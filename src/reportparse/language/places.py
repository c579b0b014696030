"""What area a figure is about, where the text says another than the report's own."""

import re
from functools import cache

from reportparse.language.model import Span
from reportparse.language.words import alternatives, load

_REACH_BEHIND = 70  # characters; a place further off belongs to something else
_REACH_BEFORE = 60
_IN = r"(?:in|for|at|within|across|whilst|while|and|from|of)\s$"
# A town's name inside a longer name is a body, not a place: "Birmingham Prison" is told apart by what follows.
_BODY = re.compile(
    r"^\s(?:City\sCouncil|Council|University|Crown|Magistrates|Trust|Children|Mind|Women|Court"
    r"|Community|Health|NHS)"
)

_WORD = re.compile(r"\w+")


@cache
def _scanner() -> re.Pattern[str]:
    data = load("places")
    towns = alternatives(data["towns"])
    return re.compile(rf"\b(?:{alternatives(data['wide'])}|(?:{towns})(?:(?:,\s|\sand\s)(?:{towns}))*)\b")


def find_places(text: str) -> list[Span]:
    """Every area named that is wider or narrower than a force's."""
    scanner, firsts = _scanner(), _first_words()
    found: list[Span] = []
    done = 0
    for word in _WORD.finditer(text):
        match = scanner.match(text, word.start()) if word[0] in firsts and word.start() >= done else None
        if match:
            done = match.end()
            if not _BODY.match(text[done : done + 14]):
                found.append(Span(*match.span()))
    return found


@cache
def _first_words() -> frozenset[str]:
    """What a place's name may begin with: most words of a text need no further look."""
    data = load("places")
    return frozenset(_WORD.findall(name)[0] for name in (*data["wide"], *data["towns"]))


def place_of(text: str, span: Span, places: list[Span], clause: tuple[int, int]) -> str | None:
    """The place of a figure: one named in its own clause, near it and bound by a word like "in"."""
    best: tuple[int, Span] | None = None
    for place in places:
        if place.start < clause[0] or place.end > clause[1]:
            continue
        if place.start >= span.end:
            gap = text[span.end : place.start]
            near = len(gap) <= _REACH_BEHIND and not re.search(r"\d", gap)
            bound = re.search(_IN, gap) or text[place.start : place.end] in ("nationally", "national average")
        else:
            gap = text[place.end : span.start]
            near = len(gap) <= _REACH_BEFORE and not re.search(r"\d|,\s(?:and|with)", gap)
            bound = re.search(
                r"(?:^|\b(?:in|whilst|while|and|across|for"
                r"|,)\s)$",
                text[max(0, place.start - 8) : place.start],
                re.IGNORECASE,
            ) or gap.strip() in ("", "(")
        if near and bound and (best is None or len(gap) < best[0]):
            best = (len(gap), place)
    return text[best[1].start : best[1].end] if best else None
