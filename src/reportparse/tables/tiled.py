"""Tables whose cells are filled boxes that touch or have white between them, with square or round corners."""

from collections.abc import Sequence

from reportparse.geometry import Box, has_middle_in, shared_area, unite
from reportparse.layout.frames import is_box
from reportparse.pdf import Page, Path, Word
from reportparse.tables.grid import Grid, GridCell, compact, read_text
from reportparse.tables.rulings import MIN_CELL_PT, WHITE_FROM

# Heights of a tile, in points: one line of small type, and three of the text's.
MIN_TILE_PT, MAX_TILE_PT = 8.0, 60.0
# White between tiles, in points; cards of number strips stand further apart.
MIN_WHITE_PT, MAX_WHITE_PT = 0.3, 6.0
# Tiles that touch do so to this many points.
TOUCH_PT = 0.3
# Edges of one row or column differ by less than this, in points.
SAME_PT = 1.5
# Fewest rows, fewest tiles, and most of them on a page that are looked at.
MIN_ROWS, MIN_TILES, MAX_TILES = 3, 6, 1000
# Part of the tiles that hold words, and how much larger the largest type is: cards hold large numbers.
MIN_FILLED, MAX_RATIO = 0.6, 1.35


def may_be_tiled(page: Page) -> bool:
    """Whether a page has as many boxes of colour, of the size of tiles, as a table of them."""
    return len(page.paths) >= MIN_TILES and MIN_TILES <= sum(map(_may_be_tile, page.paths)) <= MAX_TILES


def find_tiled(page: Page) -> list[Grid]:
    """The tables of tiles on a page, from top to bottom."""
    if not may_be_tiled(page):
        return []
    tiles = {path.box for path in page.paths if _may_be_tile(path) and is_box(path)}
    apart = _find_blocks(_find_rows(tiles, MIN_WHITE_PT), MIN_WHITE_PT)
    joined = [rows for rows in _find_blocks(_find_rows(tiles, -TOUCH_PT), -TOUCH_PT) if _is_whole(page, rows)]
    found: list[Grid] = []
    for rows in [*apart, *(rows for rows in joined if rows not in apart)]:
        grid = _read(page, rows)
        if grid is not None and not any(shared_area(grid.box, other.box) > 0 for other in found):
            found.append(grid)
    return sorted(found, key=lambda grid: grid.box.top)


def _is_whole(page: Page, rows: Sequence[Sequence[Box]]) -> bool:
    """Whether nothing stands beside the tiles: where some cells alone have a colour, their labels do."""
    around = unite(box for row in rows for box in row)
    level = [word for word in page.words if not word.angle and around.top <= word.box.middle[1] <= around.bottom]
    return all(has_middle_in(word.box, around) for word in level)


def _may_be_tile(path: Path) -> bool:
    fill, box = path.fill, path.box
    is_tile = fill is not None and MIN_TILE_PT <= box.height <= MAX_TILE_PT and box.width >= MIN_CELL_PT
    return is_tile and fill is not None and min(fill) < WHITE_FROM


def _find_rows(tiles: set[Box], white: float) -> list[list[Box]]:
    """Tiles of one height side by side with little white (at least so much) between them, two or more, by rows."""
    levels: list[list[Box]] = []
    for box in sorted(tiles, key=lambda box: box.top):
        if not levels or box.top - levels[-1][0].top > SAME_PT:
            levels.append([])
        levels[-1].append(box)
    rows: list[list[Box]] = []
    for level in levels:
        row: list[Box] = []
        for box in sorted(level, key=lambda box: box.x0):
            if not row or not _goes_on(row[-1], box, white):
                row = []
                rows.append(row)
            row.append(box)
    return [row for row in rows if len(row) > 1]


def _goes_on(last: Box, box: Box, white: float) -> bool:
    is_level = abs(last.top - box.top) <= SAME_PT and abs(last.bottom - box.bottom) <= SAME_PT
    return is_level and white <= box.x0 - last.x1 <= MAX_WHITE_PT


def _find_blocks(rows: Sequence[list[Box]], white: float) -> list[list[list[Box]]]:
    """Rows of one width right under one another."""
    blocks: list[list[list[Box]]] = []
    for row in rows:
        last = blocks[-1][-1] if blocks else None
        if (
            last is not None
            and white <= row[0].top - last[0].bottom <= MAX_WHITE_PT
            and abs(row[0].x0 - last[0].x0) <= SAME_PT
            and abs(row[-1].x1 - last[-1].x1) <= SAME_PT
        ):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return [block for block in blocks if len(block) >= MIN_ROWS]


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
