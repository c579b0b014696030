"""A table's numbers as columns, or as rows turned into columns, with what heads them."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reportparse.checks.rounding import Stated, read_stated
from reportparse.language.headers import Head, read_head
from reportparse.models import Cell, Table

_Heads = dict[int, tuple[str, ...]]

_BLANK = re.compile(r"[\s\-–—]*")
_RATE = re.compile(r"\b(?:rate|average|mean|median|per|ratio|rank|score|percentage|proportion|age)\b|%", re.IGNORECASE)


class Line(NamedTuple):
    """A column of numbers, or a row of a turned grid."""

    name: str
    """Its header path in one line."""
    heads: tuple[Head, ...]
    numbers: Mapping[int, Stated]
    """By the place in the line; only the numbers."""
    blanks: frozenset[int]
    """Places that are empty or hold a dash."""
    units: frozenset[str | None]

    @property
    def is_percent(self) -> bool:
        """Whether all its numbers are percentages."""
        return self.units == {"%"}

    @property
    def base(self) -> float | None:
        """100 for percentages, 1,000 for a rate per 1,000; None for what can be added."""
        if self.is_percent:
            return 100.0
        rate = next((re.search(r"per\s([\d,]+)", unit) for unit in self.units if unit and "per" in unit), None)
        return float(rate[1].replace(",", "")) if rate else None

    @property
    def can_be_added(self) -> bool:
        """Whether its numbers are amounts of things, not rates or means."""
        return self.base is None and not _RATE.search(self.name) and "change" not in {head.role for head in self.heads}


class Grid(NamedTuple):
    """Lines beside each other; `labels` name the places in all of them."""

    lines: tuple[Line, ...]
    labels: Mapping[int, tuple[Head, ...]]
    places: tuple[int, ...]
    is_turned: bool

    def label(self, place: int) -> str:
        """What names a place, in one line."""
        return " ".join(head.text for head in self.labels.get(place, ())) or f"line {place + 1}"


def name_of(table: Table) -> str:
    """What to call a table: its number, its caption, or its id."""
    return table.number or table.caption or table.id


def find_grids(table: Table) -> tuple[Grid, Grid]:
    """The table by columns, and the table by rows; only its body."""
    body = [cell for cell in table.cells if cell.row >= table.header_rows and cell.column >= table.header_columns]
    headers = read_headers(table)
    return _read_grid(body, *headers, is_turned=False), _read_grid(body, *headers, is_turned=True)


def _read_grid(body: Iterable[Cell], row_heads: _Heads, column_heads: _Heads, *, is_turned: bool) -> Grid:
    columns: dict[int, dict[int, Stated]] = {}
    blanks: dict[int, set[int]] = {}
    units: dict[int, set[str | None]] = {}
    heads: dict[int, tuple[str, ...]] = {}
    labels: dict[int, tuple[str, ...]] = {}
    for cell in body:
        line, place = (cell.row, cell.column) if is_turned else (cell.column, cell.row)
        row, column = row_heads.get(cell.row, ()), column_heads.get(cell.column, ())
        heads[line], labels[place] = (row, column) if is_turned else (column, row)
        if cell.value is not None:
            columns.setdefault(line, {})[place] = read_stated(cell.text, float(cell.value))
            units.setdefault(line, set()).add(cell.unit)
        elif _BLANK.fullmatch(cell.text):
            blanks.setdefault(line, set()).add(place)
    lines = tuple(
        Line(
            " ".join(heads[line]),
            tuple(map(read_head, heads[line])),
            columns[line],
            frozenset(blanks.get(line, ())),
            frozenset(units[line]),
        )
        for line in sorted(columns)
    )
    named = {place: tuple(map(read_head, texts)) for place, texts in labels.items()}
    return Grid(lines, named, tuple(sorted(labels)), is_turned)


def read_headers(table: Table) -> tuple[_Heads, _Heads]:
    """The texts that head each row and each column, from the outermost; as `Table.header_path`, for all at once."""
    rows: _Heads = {}
    columns: _Heads = {}
    for cell in table.cells:
        if not cell.text:
            continue
        if cell.row < table.header_rows:
            for column in range(cell.column, cell.column + cell.column_span):
                columns[column] = tuple(dict.fromkeys((*columns.get(column, ()), cell.text)))
        elif cell.column < table.header_columns:
            for row in range(cell.row, cell.row + cell.row_span):
                rows[row] = tuple(dict.fromkeys((*rows.get(row, ()), cell.text)))
    return rows, columns
