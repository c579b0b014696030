"""What a report states: each figure with the common measure that its words mean, or its own words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

from reportparse.comparison.records import Source
from reportparse.comparison.times import normal_period, type_of
from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure, match_measure, read_qualifier

# Marks of a value, not of what is measured: "Robbery (revised)".
_REVISION = re.compile(r"\((?:revised|restated|updated|provisional|amended)\)|\b(?:revised|restated)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_GRAMMAR = "the of in on to by for and a an at or their its my our is was were are been this that"
_EMPTY = frozenset(_GRAMMAR.split(" "))

# A measure in the report's own words is lined up where it says something: of one word, "people", it may be anything.
MIN_OWN_WORDS = 2


class Key(NamedTuple):
    """What makes two values comparable, but for the period."""

    measure: str
    is_common: bool
    counted: str | None
    kind: str
    unit: str
    """For rates, lengths of time and other kinds of which there are several; else empty."""
    place: str
    role: str


class Statement(NamedTuple):
    """One figure of one report."""

    source: Source
    figure: Figure
    key: Key
    period: str
    is_assumed: bool
    is_cell: bool


def read_source(report: Report, taken: set[str]) -> Source:
    """What the report is called in a comparison; two of one area and year are told apart by a number."""
    metadata = report.metadata
    file = PurePath(report.source.path).name if report.source.path else None
    area = metadata.pcc.id if metadata.pcc else None
    year = metadata.period.label if metadata.period else None
    base = " ".join(filter(None, (area, year))) or file or "report"
    name, number = base, 2
    while name in taken:
        name, number = f"{base} ({number})", number + 1
    taken.add(name)
    end = metadata.period.end.isoformat() if metadata.period else None
    return Source(id=name, file=file, area=area, year=year, end=end)


def find_statements(report: Report, source: Source) -> Iterator[Statement]:
    """The figures that state one value of something named; what readers rejected is left out."""
    for figure in report.figures:
        if figure.value is None or not figure.measure or figure.review == "rejected":
            continue
        key = _key(figure)
        if key is None:
            continue
        period = normal_period(figure.period) if figure.period else source.year
        if period is None:
            continue
        yield Statement(source, figure, key, period, figure.period is None, figure.source.kind == "cell")


def _key(figure: Figure) -> Key | None:
    words = _REVISION.sub("", figure.measure or "")
    is_change = figure.role == "change"
    role = {"baseline": "actual"}.get(figure.role, figure.role)
    unit = fold_unit(figure.unit) if figure.kind in ("rate", "duration", "ratio", "other") else ""
    place = " ".join(_WORD.findall((figure.place or "").casefold()))
    found = _match(words, figure.kind, figure.unit or "", is_change)
    if found is not None:
        counted = read_qualifier(words, find_measure(found))
        return Key(found, True, counted, figure.kind, unit, place, role)
    own = own_words(words)
    if len(own.split()) < MIN_OWN_WORDS:
        return None
    return Key(own, False, None, figure.kind, unit, place, role)


@lru_cache(maxsize=65536)
def _match(words: str, kind: str, unit: str, is_change: bool) -> str | None:
    found = match_measure(words, kind, unit or None, is_change=is_change)
    return found[0] if found else None


@lru_cache(maxsize=65536)
def own_words(text: str) -> str:
    """Words without grammar and plurals, in order of the alphabet: equal for what says the same.

    >>> own_words("Grants for the victims of crime") == own_words("victims of crime grants")
    True
    """
    words = {word.casefold() for word in _WORD.findall(text)} - _EMPTY
    return " ".join(sorted({word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words}))


def fold_unit(unit: str | None) -> str:
    """A unit without what does not matter: "per 1,000 population" and "per 1000 people" are one.

    >>> fold_unit("per 1,000 population") == fold_unit("Per 1000 people")
    True
    """
    text = (unit or "").casefold().replace(",", "")
    return re.sub(r"\b(?:population|people|residents|pop)\b", "", text).strip()


def period_type(statement: Statement) -> str:
    """Of what type its period is."""
    return type_of(statement.period)
