"""Printed lines of a table, each text in its columns."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportparse.tables.columns import Strip, place_row
from reportparse.tables.headers import is_year
from reportparse.tables.labels import NOT_DONE
from reportparse.tables.segments import Row, Segment, is_leader, is_value

# Years name columns in the first lines of a table.
MAX_YEAR_LINES = 4
_OPEN_YEAR = re.compile(r"\d[-–/]$")
_YEAR = re.compile(r"(?:19|20)\d\d")


class TableLine(NamedTuple):
    """One printed line of a table with the columns that its segments stand in."""

    cells: tuple[tuple[int, int, Segment], ...]
    """First column, last column, segment."""
    baseline: float
    top: float
    bottom: float
    size: float
    is_head: bool = False
    """Its numbers only name columns: years above all others, or the second halves of years broken over two lines."""

    @property
    def columns(self) -> set[int]:
        """All columns with text."""
        return {c for first, last, _ in self.cells for c in range(first, last + 1)}

    @property
    def labels(self) -> list[Segment]:
        """Texts of the first column alone."""
        return [segment for first, last, segment in self.cells if first == last == 0]

    @property
    def label(self) -> str:
        """Text of the first column."""
        return next((segment.text for first, _, segment in self.cells if first == 0), "")

    @property
    def value_count(self) -> int:
        """Cells right of the first column with a number or its stand-in; a year counts only among others alone."""
        if self.is_head:
            return 0
        values = [segment.text for first, _, segment in self.cells if first > 0 and is_value(segment.text)]
        others = sum(first > 0 for first, *_ in self.cells) - len(values)
        return sum(not (others and _YEAR.fullmatch(text)) for text in values)

    @property
    def value_columns(self) -> set[int]:
        """Columns right of the first with a number or its stand-in."""
        return {first for first, _, segment in self.cells if first > 0 and is_value(segment.text)}

    @property
    def has_years(self) -> bool:
        """Whether all its values are years, which name columns."""
        values = [segment.text for first, _, segment in self.cells if first > 0 and is_value(segment.text)]
        return bool(values) and all(map(is_year, values))

    @property
    def has_span(self) -> bool:
        """Whether something crosses a strip."""
        return any(last > first for first, last, _ in self.cells)


def make_line(row: Row, strips: Sequence[Strip]) -> TableLine:
    """Make a line of the table whose columns part at `strips`."""
    cells = tuple(place_row([segment for segment in row if not is_leader(segment.text)], strips))
    return TableLine(
        cells,
        max(row, key=lambda segment: segment.size).baseline,
        min(segment.top for segment in row),
        max(segment.bottom for segment in row),
        max(segment.size for segment in row),
    )


def mark_heads(lines: Sequence[TableLine]) -> list[TableLine]:
    """The lines, those at the top whose numbers name columns marked so."""
    marked: list[TableLine] = []
    for index, line in enumerate(lines):
        above = marked[-1] if marked else None
        is_top = all(other.value_count == 0 for other in marked)
        goes_on = above is not None and _goes_on_years(above, line)
        if is_top and index < len(lines) - 2 and (goes_on or (line.has_years and index < MAX_YEAR_LINES)):
            line = line._replace(is_head=True)  # noqa: PLW2901
        marked.append(line)
    return marked


def _goes_on_years(above: TableLine, line: TableLine) -> bool:
    """Whether the numbers of a line end what the line above leaves open: "2019-" over "20", "rate per" over "1,000"."""
    open_ones = {
        first
        for first, _, segment in above.cells
        if _OPEN_YEAR.search(segment.text) or (NOT_DONE.search(segment.text) and not is_value(segment.text))
    }
    numbers = [(first, segment.text) for first, _, segment in line.cells if first > 0 and is_value(segment.text)]
    return bool(open_ones and numbers) and all(first in open_ones and text[0].isdigit() for first, text in numbers)
