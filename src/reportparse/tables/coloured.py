"""Rows of which some cells alone have a colour: ratings and heat maps, whose labels stand beside them on white."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from reportparse.geometry import Box, has_middle_in, shared_height, shared_width, unite
from reportparse.layout.lines import Line, find_lines
from reportparse.pdf import Page, Word
from reportparse.tables.grid import read_text
from reportparse.tables.segments import is_value
from reportparse.tables.tiles import MAX_TILES, MIN_ROWS, SAME_PT, TOUCH_PT, find_rows, find_tiles

Block = Sequence[Sequence[Box]]

# Part of the first cells of rows that are values, none, or said before: labels are neither.
MIN_RATED = 0.5
# Part of the rows that a column beside the colour has texts in, and of these the part that keeps to its row.
MIN_MET, MIN_KEPT = 0.6, 0.75
# Baselines and middles this near are one, and a line reaches so far up and down, in parts of the type size.
SAME_EM, HALF_EM = 0.3, 0.3
# Space between rows with cells of colour, in parts of their height: a row without.
MAX_SPACE = 1.5
# Part of the texts of a column that may begin with a small letter: lines of prose beside a table do.
MAX_LOWER = 0.5


class Wide(NamedTuple):
    """A block of coloured cells with the texts beside them."""

    rows: list[Box]
    """As wide as the texts reach."""
    columns: list[list[Word]]
    """The words of each column, from left to right."""


class Coloured(NamedTuple):
    """What cells of colour that texts stand beside tell of their tables."""

    whole: list[Wide]
    """Blocks of rows with the same cells."""
    loose: list[Wide]
    """Rows with some cells of colour, among others with other ones: what these begin and end is no table."""


def find_coloured(page: Page, tables: Sequence[Box]) -> Coloured:
    """The rows in which cells of colour, in none of `tables`, have texts beside them."""
    tiles = {tile for tile in find_tiles(page) if not any(has_middle_in(tile, table) for table in tables)}
    if not MIN_ROWS <= len(tiles) <= MAX_TILES:
        return Coloured([], [])
    words = [word for word in page.words if not word.angle]
    blocks = join_beside(words, _gather(find_rows(tiles, -TOUCH_PT)))
    found = Coloured([], [])
    for block in blocks:
        wide = None if _is_one_year(block, words) else widen(page, block, tiles)
        if wide is not None:
            (found.whole if _is_even(block) else found.loose).append(wide)
    return found


def _is_one_year(block: Block, words: Sequence[Word]) -> bool:
    """Whether one column of values alone has a colour, as that of the year of a report has: these tell their rows."""
    if any(len(row) > 1 for row in block):
        return False
    texts = [text for row in _read_cells(block, words) for text in row]
    return 2 * sum(map(is_value, texts)) > len(texts)


def _read_cells(block: Block, words: Sequence[Word]) -> list[list[str]]:
    """The texts of the cells of each row."""
    around = unite([cell for row in block for cell in row])
    inside = [word for word in words if around.top <= word.bottom and word.top <= around.bottom]
    return [[read_text([word for word in inside if has_middle_in(word.box, cell)]) for cell in row] for row in block]


def _is_even(block: Block) -> bool:
    """Whether all rows of a block begin and end at one place."""
    ends = [(row[0].x0, row[-1].x1) for row in block]
    return all(max(side) - min(side) <= SAME_PT for side in zip(*ends, strict=True))


def _gather(rows: Iterable[list[Box]]) -> list[list[list[Box]]]:
    """Rows of cells over one another, of which no two need have the same cells, with no more than a row between."""
    groups: list[list[list[Box]]] = []
    for row in rows:
        box = unite(row)
        group = next((group for group in groups if _stands_under(box, group[-1])), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return [group for group in groups if len(group) >= MIN_ROWS]


def _stands_under(box: Box, row: Sequence[Box]) -> bool:
    is_near = -TOUCH_PT <= box.top - row[0].bottom < MAX_SPACE * box.height
    return is_near and shared_width(box, unite(row)) > 0


def join_beside(words: Sequence[Word], blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those side by side in the same rows joined that have no labels between them, or nothing."""
    joined: list[Block] = []
    for block in sorted(blocks, key=lambda block: block[0][0].x0):
        beside = next((at for at, left in enumerate(joined) if _are_of_one(words, left, block)), None)
        if beside is None:
            joined.append(block)
        else:
            joined[beside] = [[*left, *right] for left, right in zip(joined[beside], block, strict=True)]
    return joined


def _are_of_one(words: Sequence[Word], left: Block, right: Block) -> bool:
    if len(left) != len(right) or any(abs(a[0].top - b[0].top) > SAME_PT for a, b in zip(left, right, strict=True)):
        return False
    rows = [Box(a[-1].x1, b[0].top, b[0].x0, b[0].bottom) for a, b in zip(left, right, strict=True)]
    between = [[row] for row in rows]
    return rows[0].x0 <= rows[0].x1 and _are_rated(between, words)


def widen(page: Page, block: Block, tiles: set[Box]) -> Wide | None:
    """A block of coloured cells with the texts beside them; None where none keep to its rows.

    Other `tiles` beside them end the table: what stands left of these is theirs.
    """
    rows = [unite(row) for row in block]
    whole = unite(rows)
    upright = [word for word in page.words if not word.angle]
    level = [word for word in upright if whole.top <= (word.top + word.bottom) / 2 <= whole.bottom]
    inside = [word for word in level if whole.x0 <= word.box.middle[0] <= whole.x1]
    if len(inside) == len(level) or not _are_rated(block, inside):
        return None
    others = [tile for tile in tiles if shared_height(tile, whole) > 0 and not has_middle_in(tile, whole)]
    start = max((tile.x1 for tile in others if tile.x1 <= whole.x0), default=page.box.x0)
    is_last = not any(tile.x0 >= whole.x1 for tile in others)
    left = find_lines(page.number, [word for word in level if start <= word.x0 and word.x1 < whole.x0])
    right = find_lines(page.number, [word for word in level if whole.x1 < word.x0]) if is_last else []
    before, after = find_beside(rows, left, inside)[::-1], find_beside(rows, right, inside)
    if not before and not after:
        return None
    wide = unite([whole, *(line.box for column in (*before, *after) for line in column)])
    beside = [[[word for line in column for word in line.words] for column in side] for side in (before, after)]
    cells = [[word for word in inside if cell.x0 <= word.box.middle[0] <= cell.x1] for cell in max(block, key=len)]
    return Wide([row._replace(x0=wide.x0, x1=wide.x1) for row in rows], [*beside[0], *cells, *beside[1]])


def _are_rated(block: Block, words: Sequence[Word]) -> bool:
    """Whether the first cells of the rows hold values, nothing, or what others hold, and no labels."""
    texts = _read_cells(block, words)
    counts = Counter(text for row in texts for text in row)
    rated = sum(not first or is_value(first) or counts[first] > 1 for first, *_ in texts)
    return rated >= MIN_RATED * len(texts)


def find_beside(rows: Sequence[Box], lines: Sequence[Line], inside: Sequence[Word]) -> list[list[Line]]:
    """The columns of `lines` on one side of rows that keep to these, up to the first that does not, nearest first.

    `inside` are the words in the rows.
    """
    columns: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.x0):
        if columns and line.box.x0 <= max(one.box.x1 for one in columns[-1]):
            columns[-1].append(line)
        else:
            columns.append([line])
    if lines and lines[0].box.x1 <= rows[0].x0:
        columns.reverse()
    return list(takewhile(lambda column: _keeps_to(rows, column, inside), columns))


def _keeps_to(rows: Sequence[Box], column: Sequence[Line], inside: Sequence[Word]) -> bool:
    """Whether the texts of a column stand in the rows: none between two, on a baseline there or midway."""
    met = [[line for line in column if row.top <= line.box.middle[1] <= row.bottom] for row in rows]
    cells = [(row, some) for row, some in zip(rows, met, strict=True) if some]
    lower = sum(some[0].text[:1].islower() for _, some in cells)
    if len(cells) < MIN_MET * len(rows) or lower > MAX_LOWER * len(cells):
        return False
    kept = sum(_is_set_in(row, some, inside) for row, some in cells)
    return kept >= MIN_KEPT * len(cells) and not any(_is_cut(line, rows) for line in column)


def _is_set_in(row: Box, lines: Sequence[Line], inside: Sequence[Word]) -> bool:
    reach = SAME_EM * lines[0].style.size
    own = [word.baseline for word in inside if has_middle_in(word.box, row)]
    middle = unite([line.box for line in lines]).middle[1]
    is_midway = abs(middle - row.middle[1]) <= reach
    return is_midway or any(abs(line.baseline - at) <= reach for line in lines for at in own)


def _is_cut(line: Line, rows: Sequence[Box]) -> bool:
    """Whether the edge between two rows runs through a line."""
    reach = HALF_EM * line.style.size
    edges = [at for above, below in pairwise(rows) for at in (above.bottom, below.top)]
    return any(abs(line.box.middle[1] - at) < reach for at in edges)
