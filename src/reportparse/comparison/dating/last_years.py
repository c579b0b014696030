"""What was done "last year": that may be the year which is reported on, as a report is written after it."""

import re
from collections.abc import Iterable, Sequence

from reportparse.comparison.terms.wording import find_sentence
from reportparse.models.facts import Figure

_LAST_YEAR = re.compile(r"\s?(?:Last\syear|(?:In|Over|During)\sthe\s(?:last|past)\syear)\b(?!’s|'s)")
_THAN_LAST_YEAR = re.compile(
    r"\b(?:than|from|on|against|since|as|with|to|compared|was|were|had|it|after|before)\s(?:in\s)?last\syear\b"
    r"|\(last\syear\b|\blast\syear[’']s\b"
)
_OF_NOW = re.compile(r"\b(?:now|today|currently|at\spresent)\b|\b20\d\d\b")
_THIS_YEAR = re.compile(r"\b[Tt]his\s(?:financial\s)?year\b")


def is_of_last_year(figure: Figure, text: str, beside: Sequence[Figure]) -> bool:
    """Whether its time is but "last year", which may be the year that is reported on."""
    return _opens_last_year(figure, text, beside) or _has_only_last_year(figure, text, beside)


def _has_only_last_year(figure: Figure, text: str, beside: Iterable[Figure]) -> bool:
    """Whether it was done "last year", and nothing in its record sets that apart: "We took 448,120 calls last year"."""
    start, end = find_sentence(text, figure.source.start)
    is_set_apart = _THIS_YEAR.search(text) or _OF_NOW.search(text, start, end) or any(
        each.id != figure.id and each.role != "change" and (each.kind, each.measure) == (figure.kind, figure.measure)
        for each in beside
    )
    is_said = (figure.period_source or "").casefold().startswith("“last year”")
    is_compared = _THAN_LAST_YEAR.search(text, start, end) is not None or _LAST_YEAR.match(text, start) is not None
    return is_said and not is_compared and not is_set_apart


def _opens_last_year(figure: Figure, text: str, beside: Iterable[Figure]) -> bool:
    """Whether its time is but "last year" at the start of its sentence, which may be the year that is reported on."""
    start, _ = find_sentence(text, figure.source.start)
    said = text[start : figure.source.start]
    is_set_apart = _THIS_YEAR.search(text) is not None  # "Last year it was 1,027. This year it is 1,104."
    is_set_apart = is_set_apart or any(  # "There were 88 appeals. Last year we received 99 appeals."
        (each.kind, each.role, each.measure) == (figure.kind, "actual", figure.measure)
        for each in beside
        if each.source.end <= start
    )
    return _LAST_YEAR.match(text, start) is not None and said.find("20") < 0 and not is_set_apart
