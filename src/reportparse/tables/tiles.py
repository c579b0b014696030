"""Tiles of colour on a page: filled boxes of the size of cells, their rows, and blocks of these."""

from collections.abc import Sequence

from reportparse.geometry import Box
from reportparse.layout.frames import is_box
from reportparse.pdf import Page, Path
from reportparse.tables.rulings import MIN_CELL_PT, WHITE_FROM

# Heights of a tile, in points: one line of small type, and three of the text's.
MIN_TILE_PT, MAX_TILE_PT = 8.0, 60.0
# White between tiles, in points; cards of number strips stand further apart. Those that touch do so to so many points.
MAX_WHITE_PT, TOUCH_PT = 6.0, 0.3
# Edges of one row or column differ by less than this, in points.
SAME_PT = 1.5
# Fewest rows, fewest tiles, and most of them on a page that are looked at.
MIN_ROWS, MIN_TILES, MAX_TILES = 3, 6, 1000


def may_be_tiled(page: Page) -> bool:
    """Whether a page has as many boxes of colour, of the size of tiles, as a table of them."""
    return len(page.paths) >= MIN_TILES and MIN_TILES <= sum(map(_may_be_tile, page.paths)) <= MAX_TILES


def find_tiles(page: Page) -> set[Box]:
    """The boxes of colour of the size of cells."""
    return {path.box for path in page.paths if _may_be_tile(path) and is_box(path)}


def _may_be_tile(path: Path) -> bool:
    fill, box = path.fill, path.box
    is_tile = fill is not None and MIN_TILE_PT <= box.height <= MAX_TILE_PT and box.width >= MIN_CELL_PT
    return is_tile and fill is not None and min(fill) < WHITE_FROM


def find_rows(tiles: set[Box], white: float) -> list[list[Box]]:
    """Tiles of one height side by side with little white (at least so much) between them, by rows."""
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
    return rows


def _goes_on(last: Box, box: Box, white: float) -> bool:
    is_level = abs(last.top - box.top) <= SAME_PT and abs(last.bottom - box.bottom) <= SAME_PT
    return is_level and white <= box.x0 - last.x1 <= MAX_WHITE_PT


def find_blocks(rows: Sequence[list[Box]], white: float) -> list[list[list[Box]]]:
    """Rows of one width right under one another."""
    blocks: list[list[list[Box]]] = []
    for row in rows:
        block = next((block for block in blocks if _is_below(row, block[-1], white)), None)
        if block is None:
            blocks.append([row])
        else:
            block.append(row)
    return [block for block in blocks if len(block) >= MIN_ROWS]


def _is_below(row: Sequence[Box], last: Sequence[Box], white: float) -> bool:
    is_near = white <= row[0].top - last[0].bottom <= MAX_WHITE_PT
    return is_near and abs(row[0].x0 - last[0].x0) <= SAME_PT and abs(row[-1].x1 - last[-1].x1) <= SAME_PT
