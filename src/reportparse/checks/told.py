"""What texts are held against: the tables of their sections, with the figures of their cells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportparse.checks.alike import words_of, words_of_measure
from reportparse.checks.grid import name_of
from reportparse.checks.texts import Text, is_exact
from reportparse.models import Check, Figure, Report, Table


class Told(NamedTuple):
    """A table with the figures of its cells."""

    table: Table
    words: frozenset[str]
    """Of its caption and the title of its section."""
    figures: tuple[Figure, ...]
    lines: tuple[dict[str, Figure], ...]
    """Its columns and rows that have one number for each of several times, by these."""
    by_measure: Mapping[frozenset[str], list[Figure]]
    """The figures of one measure, by its words."""

    @property
    def name(self) -> str:
        """What to call it."""
        return name_of(self.table)


def pair_texts(report: Report, texts: Sequence[Text]) -> list[tuple[Text, Told]]:
    """Each text that has figures with each table of its section, and of the section that this one is in."""
    parents = {section.id: section.parent for section in report.sections}
    tables = _find_told(report)
    return [
        (text, told)
        for text in texts
        if text.figures
        for told in tables[text.section] + (tables[parents.get(text.section)] if text.section else [])
    ]


def _find_told(report: Report) -> defaultdict[str | None, list[Told]]:
    titles = {section.id: section.title for section in report.sections}
    cells: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        if figure.source.kind == "cell" and figure.value is not None:
            cells[figure.source.id].append(figure)
    tables: defaultdict[str | None, list[Told]] = defaultdict(list)
    for table in report.tables:
        words = words_of(f"{table.caption or ''} {titles.get(table.section or '', '')}")
        figures = tuple(cells[table.id])
        by_measure: defaultdict[frozenset[str], list[Figure]] = defaultdict(list)
        for figure in figures:
            by_measure[words_of_measure(figure)].append(figure)
        tables[table.section].append(Told(table, words, figures, tuple(_find_lines(figures)), by_measure))
    return tables


def _find_lines(cells: Sequence[Figure]) -> Iterator[dict[str, Figure]]:
    lines: defaultdict[tuple[str, int | None], list[Figure]] = defaultdict(list)
    for cell in cells:
        if cell.period:
            lines["column", cell.source.column].append(cell)
            lines["row", cell.source.row].append(cell)
    for line in lines.values():
        by_period = {cell.period: cell for cell in line if cell.period}
        if len(by_period) == len(line) > 1:
            yield by_period


def find_same(figure: Figure, told: Told) -> list[Figure]:
    """The cells of a figure's measure and place, where it is exact, says its year, and all of them are exact."""
    own = words_of_measure(figure)
    if not own or not is_exact(figure) or figure.period is None:
        return []
    cells = [cell for cell in told.by_measure.get(own, ()) if cell.place == figure.place]
    return cells if all(map(is_exact, cells)) else []


def tell_contradiction(text: Text, told: Told, figure: Figure, said: str, expected: float) -> Check:
    """That a text says something else than a table."""
    return Check(
        kind="text_vs_table",
        passed=False,
        severity="warning",
        message=f"{figure.measure}, {figure.period}: {figure.text} in the text, {said} in {told.name}",
        where=[text.id, told.table.id],
        expected=expected,
        found=figure.value,
    )
