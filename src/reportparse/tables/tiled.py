"""Tables whose cells are filled boxes that touch or have white between them, with square or round corners."""

from collections.abc import Sequence

from reportparse.geometry import Box, has_middle_in, shared_area, unite
from reportparse.pdf import Page, Word
from reportparse.tables.coloured import widen
from reportparse.tables.grid import Grid, GridCell, compact, read_text
from reportparse.tables.tiles import SAME_PT, TOUCH_PT, find_blocks, find_rows, find_tiles, may_be_tiled

# White between tiles, in points.
MIN_WHITE_PT = 0.3
# Part of the tiles that hold words, and how much larger the largest type is: cards hold large numbers.
MIN_FILLED, MAX_RATIO = 0.6, 1.35


def find_tiled(page: Page) -> list[Grid]:
    """The tables of tiles on a page, from top to bottom."""
    tiles = find_tiles(page) if may_be_tiled(page) else set()
    apart = [rows for rows in _find_blocks(tiles, MIN_WHITE_PT) if widen(page, rows, tiles) is None]
    joined = [rows for rows in _find_blocks(tiles, -TOUCH_PT) if _is_whole(page, rows)]
    found: list[Grid] = []
    for rows in [*apart, *(rows for rows in joined if rows not in apart)]:
        grid = _read(page, rows)
        if grid is not None and not any(shared_area(grid.box, other.box) > 0 for other in found):
            found.append(grid)
    return sorted(found, key=lambda grid: grid.box.top)


def _find_blocks(tiles: set[Box], white: float) -> list[list[list[Box]]]:
    """Blocks of rows of two tiles or more."""
    return find_blocks([row for row in find_rows(tiles, white) if len(row) > 1], white)


def _is_whole(page: Page, rows: Sequence[Sequence[Box]]) -> bool:
    """Whether nothing stands beside the tiles: where some cells alone have a colour, their labels do."""
    around = unite(box for row in rows for box in row)
    level = [word for word in page.words if not word.angle and around.top <= word.box.middle[1] <= around.bottom]
    return all(has_middle_in(word.box, around) for word in level)


def _read(page: Page, rows: Sequence[Sequence[Box]]) -> Grid | None:
    """The grid of a block; None where the tiles are no cells of columns, or hold no words of one size."""
    widest = max(rows, key=len)
    edges = [box.x0 for box in widest]
    ends = [box.x1 for box in widest]
    cells: list[GridCell] = []
    around = unite(box for row in rows for box in row)
    words = [word for word in page.words if not word.angle and has_middle_in(word.box, around)]
    for number, row in enumerate(rows):
        for box in row:
            first, last = _find(box.x0, edges), _find(box.x1, ends)
            if first is None or last is None:
                return None
            inside = tuple(word for word in words if has_middle_in(word.box, box))
            cells.append(GridCell(number, first, 1, last - first + 1, inside, read_text(inside)))
    if not _are_cells(cells, words):
        return None
    return compact(Grid(page.number, around, tuple(cells), (*edges, ends[-1]), "ruled"))


def _find(x: float, edges: Sequence[float]) -> int | None:
    return next((place for place, edge in enumerate(edges) if abs(edge - x) <= SAME_PT), None)


def _are_cells(cells: Sequence[GridCell], words: Sequence[Word]) -> bool:
    sizes = [word.style.size for word in words]
    filled = sum(bool(cell.words) for cell in cells)
    return bool(sizes) and filled >= MIN_FILLED * len(cells) and max(sizes) <= MAX_RATIO * min(sizes)
