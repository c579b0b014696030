"""Rows of an unruled table that a page break left alone at the head of the next page."""

from bisect import bisect_right
from collections.abc import Sequence

from reportparse.geometry import Box, unite
from reportparse.layout.lines import join_words
from reportparse.pdf import Word
from reportparse.tables.grid import Grid, GridCell
from reportparse.tables.join import FLUSH_PT, stands_alone
from reportparse.tables.runs import MAX_STEP_EM
from reportparse.tables.segments import Row, cut_rows, is_value

# So many rows at most: more are a table by themselves.
MAX_ROWS = 3

_Sides = list[list[tuple[float, float]]]
"""For each column, where the texts of its cells begin and end."""


def find_strays(foot: Grid, free: Sequence[Word], below: Sequence[Word], page: int) -> Grid | None:
    """The rows at the head of `page` that go on with the table `foot` at the foot of the page before; None if none do.

    `free` and `below` are the words of the two pages that stand in no table.  A row goes on where each of its texts
    begins or ends flush with those of its column, where the first column and a value are among them, and the whole
    table stands above what else the page holds.
    """
    if not below or not stands_alone(foot, free)[1]:
        return None
    sides, size = _find_sides(foot), foot.cells[0].words[0].style.size if foot.cells[0].words else 0.0
    rows: list[list[GridCell]] = []
    last: Row | None = None
    for row in cut_rows(below)[: MAX_ROWS + 1]:
        is_near = last is None or row[0].baseline - last[0].baseline <= MAX_STEP_EM * size
        cells = _read_row(row, len(rows), foot, sides) if is_near and abs(row[0].size - size) < 0.5 else None
        if cells is None:
            break
        rows.append(cells)
        last = row
    if not 0 < len(rows) <= MAX_ROWS:
        return None
    found = tuple(cell for cells in rows for cell in cells)
    box = unite(word.box for cell in found for word in cell.words)
    return Grid(page, box, found, foot.columns, foot.method)


def _read_row(row: Row, number: int, foot: Grid, sides: _Sides) -> list[GridCell] | None:
    """The cells of a line, one for each column that has words in it; None where it is no row of the table."""
    columns: dict[int, list[Word]] = {}
    for word in (word for segment in row for word in segment.words):
        columns.setdefault(bisect_right(foot.columns, (word.x0 + word.x1) / 2) - 1, []).append(word)
    if 0 not in columns or not columns.keys() <= set(range(len(sides))):
        return None
    cells = [GridCell(number, column, 1, 1, tuple(words)) for column, words in sorted(columns.items())]
    has_value = any(is_value(join_words(cell.words)) for cell in cells[1:])
    are_flush = all(_is_flush(unite(word.box for word in cell.words), sides[cell.column]) for cell in cells)
    return cells if has_value and are_flush else None


def _is_flush(box: Box, sides: Sequence[tuple[float, float]]) -> bool:
    return any(abs(x0 - box.x0) <= FLUSH_PT or abs(x1 - box.x1) <= FLUSH_PT for x0, x1 in sides)


def _find_sides(grid: Grid) -> _Sides:
    sides: _Sides = [[] for _ in range(grid.column_count)]
    for cell in grid.cells:
        if cell.words and cell.column_span == 1:
            box = unite(word.box for word in cell.words)
            sides[cell.column].append((box.x0, box.x1))
    return sides
