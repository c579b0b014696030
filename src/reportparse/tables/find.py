"""Where tables stand on a page, and their grids: ruled ones first, the rest by white space."""

from collections.abc import Sequence
from typing import NamedTuple

from reportparse.geometry import has_middle_in, shared_area, unite
from reportparse.layout.lines import Line, find_lines
from reportparse.pdf import Page, Word
from reportparse.tables.coloured import find_coloured
from reportparse.tables.filled import add_filled_head
from reportparse.tables.glance import may_hold_table
from reportparse.tables.grid import Grid
from reportparse.tables.ground_spans import span_alike, span_grounds
from reportparse.tables.headers import is_year
from reportparse.tables.legends import leave_legends
from reportparse.tables.margins import find_heads, part_at_heads
from reportparse.tables.named import NOTE, find_number
from reportparse.tables.panels import are_panels
from reportparse.tables.pieced import find_pieced
from reportparse.tables.rated import find_rated, lay_rows
from reportparse.tables.ruled import read_row, read_ruled
from reportparse.tables.rulings import Edge, find_edges, find_grounds, group_edges, merge_edges
from reportparse.tables.segments import cut_rows, find_regions, is_value
from reportparse.tables.stacks import find_stacks
from reportparse.tables.striped import add_stripes
from reportparse.tables.strips import is_strip
from reportparse.tables.tiled import find_tiled
from reportparse.tables.turned import is_sideways
from reportparse.tables.unruled import read_unruled

# A caption or note this near to its table is none of the rows of a table beside it, in points.
NEAR_PT = 30.0
# A head has no more rows than this, and the first rows of its table stand within this many points below it.
MAX_HEAD_ROWS, BODY_PT = 5, 60.0


class Ruled(NamedTuple):
    """What the rules of a page draw."""

    page: Page
    level: list[Edge]
    upright: list[Edge]
    grids: list[Grid]
    rows: list[Grid]
    """Single rows, which are no tables."""


def find_grids(page: Page, ruled: Ruled | None = None) -> list[Grid]:
    """The tables of a page, from top to bottom; no word is in two of them.

    `ruled` is what was read before; of a page that has changed since it is read anew.
    """
    if ruled is None or ruled.page is not page:
        ruled = read_rules(page)
    rated = [grid for grid in find_rated(page) if not any(shared_area(grid.box, one.box) > 0 for one in ruled.grids)]
    grids = [*ruled.grids, *rated]
    words = leave_legends(page, _leave(page.words, grids))
    boxes = [grid.box for grid in grids]
    coloured = find_coloured(page, boxes)
    rows, loose = ([row for block in blocks for row in block.rows] for blocks in coloured)
    level = merge_edges([*ruled.level, *find_grounds(page, boxes, rows, loose)])
    for part in part_at_heads(words, find_heads(page.number, words)):
        grids += _find_open(page, level, part, grids)
    for block in coloured.whole:
        if all(block.columns) and not any(shared_area(unite(block.rows), grid.box) > 0 for grid in grids):
            grids.append(lay_rows(page, words, block))
    grids = [grid for grid in grids if not is_strip(grid, page.words) and not are_panels(grid, page)]
    grids = [span_alike(span_grounds(grid, page.fills)) for grid in grids]
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0))


def _find_open(page: Page, level: Sequence[Edge], words: Sequence[Word], others: Sequence[Grid]) -> list[Grid]:
    """The tables that no grid is drawn for among some words: framed by rules above and below, and by white alone."""
    grids: list[Grid] = []
    for room in find_stacks(level, words):
        x0, top, x1, bottom = room
        inside = [
            word
            for word in words
            if top <= (word.top + word.bottom) / 2 <= bottom and x0 <= (word.x0 + word.x1) / 2 <= x1 and word.angle == 0
        ]
        found = read_unruled(page.number, cut_rows(inside), level) if len(inside) > 3 else []
        grids += found
        words = _leave(words, found)
    free = _leave_named(words, [*others, *grids])
    for lines in find_regions(page.number, free, page.fold, page.rules, level) if may_hold_table(free) else ():
        grids += read_unruled(page.number, lines, level)
    return grids


def read_rules(page: Page) -> Ruled:
    """The edges of a page, and the tables whose cells they draw."""
    level, upright = find_edges(page)
    grids, rows = _read_groups(page, level, upright)
    tiled = [grid for grid in find_tiled(page) if not any(shared_area(grid.box, other.box) > 0 for other in grids)]
    drawn = [*grids, *tiled]
    pieced = find_pieced(page, [grid.box for grid in drawn])
    return Ruled(page, level, upright, [*drawn, *pieced], rows)


def _read_groups(page: Page, level: Sequence[Edge], upright: Sequence[Edge]) -> tuple[list[Grid], list[Grid]]:
    """The tables that rules draw, and the single rows."""
    grids: list[Grid] = []
    rows: list[Grid] = []
    words: Sequence[Word] = page.words
    for rulings in sorted(group_edges(level, upright), key=lambda group: group.box.area):
        if len(rulings.upright) < 2 and len(rulings.level) < 2:
            continue
        grid = read_ruled(page.number, add_stripes(page, add_filled_head(page, rulings)), words)
        if grid is not None and is_sideways(grid.words):
            continue
        if grid is not None and not _is_head_alone(grid, words):
            grids.append(grid)
            words = _leave(words, [grid])
        elif grid is None and (row := read_row(page.number, rulings, words)):
            rows.append(row)
    return grids, rows


def _is_head_alone(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether a drawn grid is but the head of a table: it holds no values, and rows of them stand right below it."""
    texts = [" ".join(word.text for word in cell.words) for cell in grid.cells]
    if grid.row_count > MAX_HEAD_ROWS or any(is_value(text) and not is_year(text) for text in texts):
        return False
    box = grid.box
    below = [
        word for word in words
        if word.angle == 0 and box.bottom - 2 <= word.top < box.bottom + BODY_PT and box.x0 - 3 <= word.x0 <= box.x1 + 3
    ]  # fmt: skip
    rows = [row for row in cut_rows(below) if len(row) > 1] if below else []
    return len(rows) >= 2 and all(any(is_value(segment.text) for segment in row[1:]) for row in rows[:2])


def _leave(words: Sequence[Word], grids: Sequence[Grid]) -> Sequence[Word]:
    taken = {word.order for grid in grids for word in grid.words}
    return [word for word in words if word.order not in taken] if taken else words


def _leave_named(words: Sequence[Word], grids: Sequence[Grid]) -> Sequence[Word]:
    """The words without captions and notes right above and below tables, which stand in no other table."""
    if not grids:
        return words
    own: set[int] = set()
    for grid in grids:
        box = grid.box
        below = _find_beside(grid, [w for w in words if box.bottom - 2 <= w.top < box.bottom + NEAR_PT])
        above = _find_beside(grid, [w for w in words if box.top - NEAR_PT < w.bottom <= box.top + 2])
        named = [line for line in below if NOTE.match(line.text)] + [line for line in above if find_number(line.text)]
        own.update(word.order for line in named for word in line.words)
    return [word for word in words if word.order not in own]


def _find_beside(grid: Grid, words: Sequence[Word]) -> list[Line]:
    """The lines of words that stand within the width of a table, and not in it."""
    box = grid.box
    near = [w for w in words if box.x0 - 3 <= w.x0 and w.x1 <= box.x1 + 3 and not has_middle_in(w.box, box)]
    return find_lines(grid.page, near)
