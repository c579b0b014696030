"""Single ruled rows that a page break tore off their table: its head at a page's foot, its last row on the next."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.pdf import Page
from reportparse.tables.find import Ruled
from reportparse.tables.grid import Grid, GridCell, read_text
from reportparse.tables.headers import count_header_rows, is_year
from reportparse.tables.join import Part, goes_on, stands_first, stands_last
from reportparse.tables.segments import is_value


def find_torn(pages: Sequence[Ruled]) -> list[Ruled]:
    """What the rules of pages draw, in order, with those single rows among the tables that go on over a page break."""
    found = [ruled._replace(grids=[*ruled.grids]) for ruled in pages]
    for above, below in pairwise(found):
        foot, head = _last(above.grids), _first(below.grids)
        torn_foot, torn_head = _last(above.rows), _first(below.rows)
        if head and torn_foot and _go_on(above.page, torn_foot, below.page, head):
            above.grids.append(torn_foot)
        elif foot and torn_head and _go_on(above.page, foot, below.page, torn_head):
            below.grids.append(torn_head)
        elif torn_foot and torn_head and _are_one(above.page, torn_foot, below.page, torn_head):
            above.grids.append(torn_foot)
            below.grids.append(torn_head)
    return found


def _are_one(above: Page, head: Grid, below: Page, row: Grid) -> bool:
    """Whether a row holds values and the one before it none but years: a table of a head and one row."""
    own, heads = ([read_text(cell.words) for cell in grid.cells[1:]] for grid in (row, head))
    is_headed = any(heads) and all(is_year(text) or not is_value(text) for text in heads)
    return is_headed and any(map(is_value, own)) and _go_on(above, head, below, row)


def _last(grids: Sequence[Grid]) -> Grid | None:
    return max(grids, key=lambda grid: grid.box.bottom, default=None)


def _first(grids: Sequence[Grid]) -> Grid | None:
    return min(grids, key=lambda grid: grid.box.top, default=None)


def _go_on(above: Page, foot: Grid, below: Page, head: Grid) -> bool:
    """Whether a grid at the head of a page goes on with the one at the foot of the page before."""
    return goes_on([_as_part(above, foot)], _as_part(below, head))


def _as_part(page: Page, grid: Grid) -> Part:
    taken = {word.order for word in grid.words}
    rest = [word for word in page.words if word.order not in taken]
    grid = grid._replace(cells=tuple(GridCell(*cell[:5], read_text(cell.words)) for cell in grid.cells))
    return Part(grid, count_header_rows(grid, page.fills), stands_first(grid, rest), stands_last(grid, rest))
