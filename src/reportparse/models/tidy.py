"""A table in tidy form: one row for each number, with the headers that name it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportparse.models.content import Cell, Table

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(
    rf"""(?:(?P<quarter>\bQ[1-4])\s?,?\s?)?(?:(?P<month>\b(?:{"|".join(MONTHS)})[a-z]*)[\s'’-]*)?
        (?<![\d.,£$€/])(?P<year>{_YEAR}|(?<=[\s'’(-])\d\d(?=\b)|^\d\d(?=\s?[/–-]\s?\d\d\b))
        (?:\s?[/–-]\s?(?P<end>{_YEAR}|\d\d)(?![\d/]))?(?![\d,.%])""",
    re.VERBOSE | re.IGNORECASE,
)


class TidyRow(NamedTuple):
    """One number of a table with what names it and where it stands."""

    table: str
    """Id of the table."""
    row: int
    column: int
    row_path: tuple[str, ...]
    """Heading of the section, then the labels of the row."""
    column_path: tuple[str, ...]
    """Heads of the column, outermost first."""
    text: str
    """As printed."""
    value: float
    unit: str | None
    period: str | None
    """The period that a header names, in the contract's form; null where none does."""
    page: int | None
    bbox: tuple[float, float, float, float] | None


def tidy(table: Table) -> list[TidyRow]:
    """One row for each cell with a value, in the order of the table; none for a table without numbers."""
    heads, labels = find_paths(table)
    rows = []
    for cell in table.cells:
        if cell.value is None or cell.row < table.header_rows or cell.column < table.header_columns:
            continue
        row_path, column_path = tuple(labels.get(cell.row, ())), tuple(heads.get(cell.column, ()))
        named = [*reversed(column_path), *reversed(row_path), table.caption or ""]
        period = next((found for found in map(read_period, named) if found), None)
        place = (cell.page, cell.bbox)
        value = float(cell.value)
        rows.append(
            TidyRow(table.id, cell.row, cell.column, row_path, column_path, cell.text, value, cell.unit, period, *place)
        )
    return rows


def find_paths(table: Table) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """The heads of each column, and for each row the section heading above it and its labels."""
    heads: defaultdict[int, list[str]] = defaultdict(list)
    labels: defaultdict[int, list[str]] = defaultdict(list)
    section: str | None = None
    for index, row in enumerate(table.rows):
        if index < table.header_rows:
            for cell in row:
                for column in range(cell.column, cell.column + cell.column_span):
                    _add(heads[column], cell.text)
            continue
        heading = _find_heading(row)
        if heading is not None:
            section = heading
            continue
        for cell in row:
            if cell.column < table.header_columns:
                for place in range(cell.row, cell.row + cell.row_span):
                    _add(labels[place], section)
                    _add(labels[place], cell.text)
        if section is not None and not labels[index]:
            labels[index].append(section)
    return heads, labels


def _add(path: list[str], text: str | None) -> None:
    if text and text not in path:
        path.append(text)


def _find_heading(row: list[Cell]) -> str | None:
    """The text of a row that holds it alone, from the first column on."""
    filled = [cell for cell in row if cell.text]
    return filled[0].text if len(filled) == 1 and filled[0].column == 0 and filled[0].value is None else None


def read_period(text: str) -> str | None:
    """The first period that a header names.

    >>> [read_period(text) for text in ("2019-20", "FY 2019/2020", "Nov-19", "Q3 2020/21", "Actual 2020", "20/21")]
    ['2019/20', '2019/20', '2019-11', '2020/21 Q3', '2020', '2020/21']
    >>> [read_period(text) for text in ("Per 1,000", "18 to 24 years", "£2.5m", "2016-2021", "Target")]
    [None, None, None, '2016/2021', None]
    """
    match = _PERIOD.search(text)
    if match is None:
        return None
    year = _full(match["year"])
    if match["month"]:
        month = MONTHS.index(match["month"][:3].lower()) + 1
        return f"{year}-{month:02d}"
    if len(match["year"]) == 2 and not match["end"]:
        return None
    if match["end"]:
        end = int(match["end"]) if len(match["end"]) == 4 else year // 100 * 100 + int(match["end"])
        if end == year + 1 or (year % 100 == 99 and int(match["end"]) == 0):
            return f"{year}/{(year + 1) % 100:02d}" + (f" {match['quarter'].upper()}" if match["quarter"] else "")
        return f"{year}/{end}" if end > year else None
    return f"{year} {match['quarter'].upper()}" if match["quarter"] else str(year)


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


__all__ = ["TidyRow", "find_paths", "read_period", "tidy"]
