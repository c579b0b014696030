"""What a report states: each figure with what it measures and of which time it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from reportparse.comparison.dating import Dated, date_figure, read_times
from reportparse.comparison.naming import Key, Place, read_key
from reportparse.comparison.records import PeriodType, Source
from reportparse.comparison.times import type_of
from reportparse.comparison.wording import (
    find_context,
    find_other,
    find_subject,
    find_texts,
    is_denied,
    is_in_brackets,
    is_quoted,
)
from reportparse.comparison.words import WORD, fold_unit
from reportparse.models import Report
from reportparse.models.content import Table
from reportparse.models.facts import Figure
from reportparse.models.select import find_homes, home_of
from reportparse.registry.measures import find_measure

_TABLE = re.compile(r"^(?:Table|Figure)\s\d+\s?[:.–-]?\s*")
_PRONOUNS = frozenset(("it", "this", "that", "they", "these", "them"))


class Statement(NamedTuple):
    """One figure of one report."""

    source: Source
    figure: Figure
    key: Key
    period: str
    is_assumed: bool
    is_plain: bool
    """Whether nothing speaks against the period that is assumed."""
    is_cell: bool
    context: str
    """Words near it, and the title of its section."""
    is_quoted: bool = False
    """Whether it is what an earlier report said, by this one; its measure is that of the figure before it."""


def read_source(report: Report, taken: set[str]) -> Source:
    """What the report is called in a comparison."""
    metadata = report.metadata
    file = PurePath(report.source.path).name if report.source.path else None
    area = metadata.pcc.id if metadata.pcc else None
    year = metadata.period.label if metadata.period else None
    end = metadata.period.end.isoformat() if metadata.period else None
    return make_source(area, year, file, end, taken)


def make_source(area: str | None, year: str | None, file: str | None, end: str | None, taken: set[str]) -> Source:
    """A report by its area and year, else its file; two of one area and year are told apart by a number."""
    base = " ".join(filter(None, (area, year))) or file or "report"
    name, number = base, 2
    while name in taken:
        name, number = f"{base} ({number})", number + 1
    taken.add(name)
    return Source(id=name, file=file, area=area, year=year, end=end)


def find_statements(report: Report, source: Source) -> Iterator[Statement]:
    """The figures that state one value of something named; what readers rejected is left out."""
    texts = find_texts(report)
    homes = find_homes(report.sections, (*report.paragraphs, *report.tables, *report.callouts, *report.pictures))
    captions = {table.id: _TABLE.sub("", table.caption or "") for table in report.tables}
    corners = {table.id: f"{captions[table.id]} {_corner(table)}" for table in report.tables}
    times = read_times(report.figures, source, texts, corners)
    beside = _by_record(report.figures)
    towns = tuple(each.name for each in report.entities if each.kind == "place" and fold_unit(each.name) != source.area)
    last: dict[tuple[str, str], Statement] = {}
    for figure in report.figures:
        record = figure.source.id
        text = texts.get(record, "")
        if figure.value is None or not figure.measure or figure.review == "rejected" or is_denied(figure, text):
            continue
        titles = [section.title for section in home_of(figure, homes).sections]
        title = titles[0] if titles else ""
        key = read_key(figure, Place(text, captions.get(record, ""), title, beside[record]), source.area)
        if text and not key.place and (town := find_subject(figure, text, towns)):
            key = key._replace(place=" ".join(WORD.findall(town.casefold())))
        before, was_quoted = last.get((record, figure.kind)), is_quoted(figure, text)
        if before and (was_quoted or _means_the_same(figure, key, before, text)):
            key = before.key._replace(role=key.role, place=key.place)
        dated = date_figure(figure, text, titles, times, is_stock=key.is_common and find_measure(key.measure).is_stock)
        if before and was_quoted:
            dated = Dated(before.period, before.is_assumed, before.is_plain)
        if dated is None:
            continue
        statement = Statement(
            source, figure, key, *dated, figure.source.kind == "cell", find_context(figure, text, title), was_quoted
        )
        if figure.role != "change" and not was_quoted and text:
            last[record, figure.kind] = statement
        yield statement


def _corner(table: Table) -> str:
    """The text of the first cell, which may say of which day its columns are: "At 31 March"."""
    return next((cell.text for row in table.rows[:1] for cell in row[:1]), "")


def _means_the_same(figure: Figure, key: Key, before: Statement, text: str) -> bool:
    """Whether a figure is of what the one before it is: in brackets behind it, as "it", or in the same words."""
    words = (figure.measure or "").casefold()
    is_short = not key.is_common and words == (before.figure.measure or "").casefold() and not find_other(figure, text)
    return is_in_brackets(figure, text) or words in _PRONOUNS or is_short


def _by_record(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.source.id].append(figure)
    return found


def period_type(statement: Statement) -> PeriodType:
    """Of what type its period is."""
    return type_of(statement.period)
