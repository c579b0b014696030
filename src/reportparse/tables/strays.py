"""Rows and heads of unruled tables that stand alone, at the head of the next page or column, or at the last foot."""

from bisect import bisect_right
from collections.abc import Sequence

from reportparse.geometry import unite
from reportparse.layout.lines import join_words
from reportparse.pdf import Word
from reportparse.tables.grid import Grid, GridCell
from reportparse.tables.headers import is_year
from reportparse.tables.join import FLUSH_PT, stands_alone
from reportparse.tables.runs import MAX_STEP_EM
from reportparse.tables.segments import Row, cut_rows, is_value

# So many rows at most: more are a table by themselves.
MAX_ROWS = 3
# Types that differ by less than this, in points, are one.
SAME_SIZE_PT = 0.5

_Sides = list[list[tuple[float, float]]]
"""For each column, where the texts of its cells begin and end."""


def find_strays(foot: Grid, free: Sequence[Word], next_to: Sequence[Word], page: int) -> Grid | None:
    """The rows at the head of a column of `page` that go on with `foot`, at the foot of the one before, if any do.

    `free` are the words of the foot's page that stand in no table, `next_to` those of the column.  A row goes on where
    each of its texts begins, ends or is centred as those of its column, where the first column and a value are among
    them, and nothing stands below the table.
    """
    if not next_to or not foot.cells[0].words or not stands_alone(foot, free)[1]:
        return None
    size = foot.cells[0].words[0].style.size
    rows: list[list[GridCell]] = []
    lines = cut_rows(next_to)[: MAX_ROWS + 1]
    shift = _find_shift(foot, lines[0]) if lines else 0.0
    for at, row in enumerate(lines):
        is_near = not at or row[0].baseline - lines[at - 1][0].baseline <= MAX_STEP_EM * size
        is_alike = is_near and abs(row[0].size - size) < SAME_SIZE_PT
        cells = _read_row(row, at, foot, shift)
        is_head = not at and _texts(cells) == _texts([cell for cell in foot.cells if cell.row == 0])  # said again
        if not cells or not is_alike or cells[0].column > 0 or not (is_head or _has_values(cells[1:])):
            break
        rows.append(cells)
    if not 0 < len(rows) <= MAX_ROWS or not any(_has_values(cells[1:]) for cells in rows):
        return None
    return _make_grid(page, foot, [cell for cells in rows for cell in cells], shift)


def find_head(body: Grid, header_rows: int, free: Sequence[Word], before: Sequence[Word], page: int) -> Grid | None:
    """The lines at the foot of a column of `page` that `body`, at the head of the next one, goes on with, if any are.

    `free` are the words of the body's page that stand in no table, `before` those of the column.  Its texts are flush
    with their columns; the first line is a head of two texts or more, and the body's own one, where it has one.
    """
    if not body.cells[0].words or not stands_alone(body, free)[0]:
        return None
    least = body.cells[0].words[0].style.size - SAME_SIZE_PT  # footnotes stand below
    lines = [row for row in cut_rows(before) if row[0].size > least][-MAX_ROWS - 1 :]
    shift = _find_shift(body, lines[-1]) if lines and page == body.page else 0.0
    heads = _texts([cell for cell in body.cells if cell.row < header_rows])
    for at in range(len(lines) - 1, -1, -1):
        cells = _read_row(lines[at], 0, body, shift)
        if not cells:
            return None
        if _has_values(cells):
            continue
        if len(cells) < 2 or (heads and heads != _texts(cells)):
            return None
        rows = [_read_row(row, number, body, shift) for number, row in enumerate(lines[at:])]
        return _make_grid(page, body, [cell for row in rows for cell in row], shift)
    return None


def _make_grid(page: int, other: Grid, cells: Sequence[GridCell], shift: float) -> Grid:
    box = unite(word.box for cell in cells for word in cell.words)
    return Grid(page, box, tuple(cells), tuple(edge + shift for edge in other.columns), other.method)


def _find_shift(grid: Grid, row: Row) -> float:
    """How far right of a table's first column a line begins."""
    lefts = [word.x0 for cell in grid.cells if cell.column == 0 for word in cell.words]
    return row[0].x0 - min(lefts, default=row[0].x0)


def _read_row(row: Row, number: int, grid: Grid, shift: float) -> list[GridCell]:
    """The cells of a line, one for each column that has words in it; none where it is no row of the table."""
    sides = _find_sides(grid)
    columns: dict[int, list[Word]] = {}
    for word in (word for segment in row for word in segment.words):
        columns.setdefault(bisect_right(grid.columns, (word.x0 + word.x1) / 2 - shift) - 1, []).append(word)
    if not columns.keys() <= set(range(len(sides))):
        return []
    cells = [GridCell(number, column, 1, 1, tuple(words)) for column, words in sorted(columns.items())]
    return cells if all(_is_flush(cell, sides[cell.column], shift) for cell in cells) else []


def _texts(cells: Sequence[GridCell]) -> list[str]:
    return [join_words(cell.words) for cell in cells if cell.words]


def _has_values(cells: Sequence[GridCell]) -> bool:
    return any(is_value(text) and not is_year(text) for text in _texts(cells))


def _is_flush(cell: GridCell, sides: Sequence[tuple[float, float]], shift: float) -> bool:
    left, right = min(word.x0 for word in cell.words) - shift, max(word.x1 for word in cell.words) - shift
    return any(min(abs(x0 - left), abs(x1 - right), abs(x0 + x1 - left - right) / 2) <= FLUSH_PT for x0, x1 in sides)


def _find_sides(grid: Grid) -> _Sides:
    sides: _Sides = [[] for _ in range(grid.column_count)]
    for cell in grid.cells:
        if cell.words and cell.column_span == 1:
            box = unite(word.box for word in cell.words)
            sides[cell.column].append((box.x0, box.x1))
    return sides
