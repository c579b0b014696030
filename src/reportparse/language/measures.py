"""What is measured, in the report's words: the noun counted, what a share is of, what money went to."""

import re

from reportparse.language.model import Figure, Span
from reportparse.language.nouns import phrase_after, phrase_before

_TAIL = re.compile(
    r"^\s?(?P<tail>(?:(?:have\sbeen|has\sbeen|had\sbeen|were|was|are|have|who|that|which|to|of"
    r"|for|in|on|from|with|at|by)\s)?[^.;:,()!?]{3,90})"
)
_OF = re.compile(
    r"^\s(?:of|in|rise\sin|increase\sin|reduction\sin|decrease\sin|fall\sin|drop\sin|cut\sin"
    r"|\w+\sin)\s(?:the\s|all\s|our\s|those\s)?(?P<what>[^.;:,()!?]{3,80})"
)
_MONEY = re.compile(r"^\s(?P<what>(?:(?:of|for|to|towards|in|into|on|from|worth)\s)?[^.;:()!?,]{3,80})")
_CHANGE_OF = re.compile(
    r"\b(?:increase|rise|reduction|decrease|fall|drop|cut|growth)\s(?:in"
    r"|of)\s(?P<what>[^.;:,()]{3,60}?)\s(?:by|of|to)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s(?:and|but|with|whilst|while|which|compared|in\s20\d\d|by\s20\d\d|since|during"
    r"|between)\s.*$|\s\d.*$"
)
_LEADING = re.compile(
    r"^(?:(?:the|a|an|of|that|which|have|has|had|been|were|was|are|is|to|all|our"
    r"|this)\s)+",
    re.IGNORECASE,
)


def read_measure(text: str, span: Span, kind: str, unit: str | None, stop: int, start: int) -> str | None:
    """The measure of a number whose clause is text[start:stop]."""
    before, after = text[start : span.start], text[span.end : stop]
    if kind == "count" or (kind == "rate" and unit and "per" in unit and not unit.startswith("per")):
        return _of_count(text, span, stop) or _subject(text, start, span.start)
    if kind in ("percent", "points"):
        return _of_share(text, start, span, before, after)
    if kind == "money":
        return _of_money(text, start, span, after)
    if kind == "duration":
        return _clean(phrase_after(text, span.end, stop)) or _subject(text, start, span.start) or _tail(after)
    return _subject(text, start, span.start) or _tail(after)


def _of_count(text: str, span: Span, stop: int) -> str | None:
    return _clean(phrase_after(text, span.end, stop))


def _of_share(text: str, start: int, span: Span, before: str, after: str) -> str | None:
    named = _CHANGE_OF.search(before)
    if named:
        return _clean(named["what"])
    what = _OF.match(after)
    return (_clean(_CUT.sub("", what["what"])) if what else None) or _subject(text, start, span.start) or _tail(after)


def _of_money(text: str, start: int, span: Span, after: str) -> str | None:
    bracketed = text[: span.start].endswith("(")
    what = None if bracketed else _MONEY.match(after)
    behind = _clean(_CUT.sub("", what["what"])) if what else None
    return behind or _subject(text, start, span.start)


def _subject(text: str, start: int, end: int) -> str | None:
    return _clean(phrase_before(text, start, end))


def _tail(after: str) -> str | None:
    match = _TAIL.match(after)
    return _clean(_CUT.sub("", match["tail"])) if match else None


def _clean(phrase: str | None) -> str | None:
    phrase = _LEADING.sub("", re.sub(r"\s+", " ", phrase or "").strip())
    return phrase or None


def share_measures(text: str, figures: list[Figure]) -> list[str | None]:
    """Measures, those that a number lacks taken from its pair: "from 30 to 18 weeks", "14 people (42%)"."""
    measures = [figure.measure for figure in figures]
    for at, figure in enumerate(figures):
        if at and _is_pair(text, figures[at - 1], figure):
            measures[at] = measures[at - 1]
        elif at + 1 < len(figures) and measures[at] is None and figures[at + 1].start - figure.end < 20:
            measures[at] = measures[at + 1]
    return measures


def _is_pair(text: str, first: Figure, second: Figure) -> bool:
    gap = text[first.end : second.start]
    if re.fullmatch(r"[^.;()]{0,40}?\s?\((?:target\s|a\starget\sof\s|up\sfrom\s|down\sfrom\s|or\s)?", gap):
        return True
    return second.role == "baseline" or (first.role == "baseline" and bool(re.search(r"\bto\s(?:\w+\s)?$", gap)))
