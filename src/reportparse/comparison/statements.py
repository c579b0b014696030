"""What a report states: each figure with the common measure that its words mean, or its own words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

from reportparse.comparison.records import Source
from reportparse.comparison.times import move_year, normal_period, type_of
from reportparse.comparison.wording import find_context, find_phrases, find_texts, is_quoted
from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.models.select import find_homes, home_of
from reportparse.registry.measures import find_measure, is_excluded, match_measure, read_qualifier

# Marks of a value, not of what is measured: "Robbery (revised)".
_REVISION = re.compile(r"\((?:revised|restated|updated|provisional|amended)\)|\b(?:revised|restated)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_GRAMMAR = "the of in on to by for and a an at or their its my our is was were are been this that"
_EMPTY = frozenset(_GRAMMAR.split(" "))

_YEARLY = ("financial year", "calendar year", "year ending")
_YEARS = re.compile(r"\b(20\d\d)\s?[/–-]\s?((?:20)?\d\d)\b")


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
    context: str
    """Words near it, and the title of its section."""


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
    """The figures that state one value of something named; what readers rejected or the report quotes is left out.

    Where a figure has no period, the one that its section's title names is taken for it, else the report's own.
    """
    texts = find_texts(report)
    homes = find_homes(report.sections, (*report.paragraphs, *report.tables, *report.callouts, *report.pictures))
    years = _years_of_records(report.figures)
    captions = {table.id: table.caption or "" for table in report.tables}
    for figure in report.figures:
        if figure.value is None or not figure.measure or figure.review == "rejected":
            continue
        text = texts.get(figure.source.id, "")
        titles = [section.title for section in home_of(figure, homes).sections]
        said = figure.period or (years.get(figure.source.id) if figure.role != "baseline" else None)
        period = normal_period(said) if said else _guess_period(figure, years, titles, source)
        if period is None or is_quoted(figure, text):
            continue
        yield Statement(
            source, figure, _key(figure, text or captions.get(figure.source.id, ""), titles[0] if titles else ""),
            period, said is None,
            figure.source.kind == "cell", find_context(figure, text, titles[0] if titles else ""),
        )  # fmt: skip


def _guess_period(figure: Figure, years: dict[str, str], titles: Sequence[str], source: Source) -> str | None:
    """The period of a figure that has none: its section's or its report's own; of a baseline the year before."""
    own = years.get(figure.source.id) or _year_of(titles) or source.year
    return move_year(own, -1) if own and figure.role == "baseline" else own


def _years_of_records(figures: Iterable[Figure]) -> dict[str, str]:
    """By id of a record of text, the one period that all its dated figures have; it holds for the others too."""
    periods: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        if figure.period and figure.source.kind in ("paragraph", "item", "callout"):
            periods[figure.source.id].add(figure.period)
    return {name: min(found) for name, found in periods.items() if len(found) == 1 and type_of(min(found)) in _YEARLY}


def _year_of(titles: Sequence[str]) -> str | None:
    """The year that the innermost title with one names: "The budget for 2023/24"."""
    for title in titles:
        years = {f"{start}/{end[-2:]}" for start, end in _YEARS.findall(title)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _key(figure: Figure, text: str, title: str) -> Key:
    """What it measures by its own words, the text it stands in (of a cell: the caption) and its section's title."""
    words = _REVISION.sub("", figure.measure or "")
    is_change = figure.role == "change"
    role = {"baseline": "actual"}.get(figure.role, figure.role)
    unit = fold_unit(figure.unit) if figure.kind in ("rate", "duration", "ratio", "other") else ""
    place = " ".join(_WORD.findall((figure.place or "").casefold()))
    is_cell = figure.source.kind == "cell"
    for phrase in [words] if is_cell else [words, *find_phrases(figure, text, title)]:
        found = _match(phrase, figure.kind, figure.unit or "", is_change)
        if found is not None and not (is_cell and is_excluded(text, find_measure(found))):
            counted = read_qualifier(phrase, find_measure(found))
            return Key(found, True, counted, figure.kind, unit, place, role)
    return Key(own_words(words), False, None, figure.kind, unit, place, role)


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
