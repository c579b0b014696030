"""Lines that a page break tore off a table without rules: its head at a page's foot, its last row on the next."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from reportparse.geometry import Box
from reportparse.pdf import Page, Word
from reportparse.tables.grid import Grid, GridCell, box_of, read_text
from reportparse.tables.headers import count_header_rows, is_year
from reportparse.tables.join import Part, goes_on, stands_alone
from reportparse.tables.segments import Row, cut_rows, is_value

# Texts of one column begin or end within so many points, or stand that near its middle.
FLUSH_PT = 3.0


def find_last_row(page: Page, free: Sequence[Word], foot: Grid, before: Page) -> Grid | None:
    """The first line of a page where it is the last row of the table `foot` that ends the page before."""
    row = next(iter(cut_rows(free)), [])
    if not any(is_value(each.text) for each in row[1:]):
        return None
    grid = _read_row(page.number, row, foot)
    if grid is None or not all(cell.words for cell in grid.cells):
        return None
    return grid if goes_on([_as_part(before, foot)], _as_part(page, grid)) else None


def find_head(page: Page, free: Sequence[Word], head: Grid, following: Page) -> Grid | None:
    """The last line of a page where it names the columns of `head`, the table without a header that begins the next."""
    row = next(reversed(cut_rows(free)), [])
    is_named = 0 < head.column_count - 1 <= len(row) and not any(_is_number(each.text) for each in row)
    is_bold = all(word.style.is_bold for each in row for word in each.words)
    if not is_named or not is_bold or count_header_rows(head, following.fills):
        return None
    grid = _read_row(page.number, row, head)
    return grid if grid and goes_on([_as_part(page, grid)], _as_part(following, head)) else None


def _is_number(text: str) -> bool:
    return is_value(text) and not is_year(text)


def _read_row(page: int, row: Row, grid: Grid) -> Grid | None:
    """A line as the only row of a table with the columns of another; None where it does not fit them."""
    sides = _find_sides(grid)
    columns: dict[int, list[Word]] = defaultdict(list)
    for each in row:  # a cell may be cut in two: "101" and "calls abandoned"
        column = bisect(grid.columns, (each.x0 + each.x1) / 2) - 1
        columns[column] += each.words
    if not all(column in sides and _fits(box_of(words), *sides[column]) for column, words in columns.items()):
        return None
    cells = tuple(
        GridCell(0, column, 1, 1, tuple(columns[column]), read_text(columns[column]))
        for column in range(grid.column_count)
    )
    return Grid(page, box_of([word for each in row for word in each.words]), cells, grid.columns, grid.method)


def _fits(box: Box, left: float, right: float) -> bool:
    """Whether a text is flush with those of a column, or stands in its middle."""
    is_flush = abs(box.x0 - left) <= FLUSH_PT or abs(box.x1 - right) <= FLUSH_PT
    return is_flush or abs(box.x0 + box.x1 - left - right) <= 2 * FLUSH_PT


def _find_sides(grid: Grid) -> dict[int, tuple[float, float]]:
    """Left and right edge of the texts of each column."""
    sides = {}
    for column in range(grid.column_count):
        words = [word for cell in grid.cells if cell.column == column and cell.column_span == 1 for word in cell.words]
        if words:
            box = box_of(words)
            sides[column] = (box.x0, box.x1)
    return sides


def _as_part(page: Page, grid: Grid) -> Part:
    taken = {word.order for word in grid.words}
    rest = [word for word in page.words if word.order not in taken]
    return Part(grid, count_header_rows(grid, page.fills), *stands_alone(grid, rest))
