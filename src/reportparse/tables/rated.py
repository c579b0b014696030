"""Tables of labels and ratings: words on coloured pills under one another, each beside its label."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportparse.geometry import Box, has_middle_in, unite
from reportparse.layout.frames import is_box
from reportparse.layout.lines import Line, find_lines
from reportparse.pdf import Page, Path, Word
from reportparse.tables.coloured import Block, Wide, find_beside, join_beside
from reportparse.tables.grid import Grid, GridCell, read_text
from reportparse.tables.rulings import MIN_CELL_PT, WHITE_FROM

# Heights of a pill, in points: one line of small type, and three.
MIN_PILL_PT, MAX_PILL_PT = 8.0, 40.0
# Fewest pills under one another, and most boxes of a page that are looked at.
MIN_PILLS, MAX_PILLS = 3, 200
# White between them, in points: cells of colour touch.
MIN_WHITE_PT = 0.3
# Edges of one column differ by less than this, in points.
SAME_PT = 1.5
# Rows follow each other this near, in points: three lines of text, and white.
MAX_STEP_PT = 60.0
# The heads stand no further above the first row than this, in points, and over so many columns.
MAX_HEAD_PT, MIN_HEADS = 24.0, 2


def find_rated(page: Page) -> list[Grid]:
    """The tables of a page with columns of pills right of labels, from left to right."""
    pills = {path.box for path in page.paths if _may_be_pill(path) and is_box(path)}
    if not MIN_PILLS <= len(pills) <= MAX_PILLS:
        return []
    words = [word for word in page.words if not word.angle]
    blocks = join_beside(words, [[[pill] for pill in column] for column in _find_columns(pills, words)])
    return [grid for block in blocks if (grid := _read(page, block, words)) is not None]


def _may_be_pill(path: Path) -> bool:
    fill, box = path.fill, path.box
    is_pill = MIN_PILL_PT <= box.height <= MAX_PILL_PT and box.width >= MIN_CELL_PT
    return is_pill and fill is not None and min(fill) < WHITE_FROM


def _find_columns(pills: Iterable[Box], words: Sequence[Word]) -> list[list[Box]]:
    """Pills that begin at one place with white between, from top to bottom; each holds words and no number."""
    columns: list[list[Box]] = []
    ordered = sorted(words, key=_level_of)
    levels = list(map(_level_of, ordered))
    for pill in sorted(pills, key=lambda box: (round(box.x0 / SAME_PT), box.top)):
        near = ordered[bisect_left(levels, pill.top) : bisect_right(levels, pill.bottom)]
        held = [word.text for word in near if has_middle_in(word.box, pill)]
        if not held or any(map(str.isdigit, "".join(held))):
            continue
        last = columns[-1][-1] if columns else None
        if last is None or not _follows(last, pill):
            columns.append([])
        columns[-1].append(pill)
    return [column for column in columns if len(column) >= MIN_PILLS]


def _follows(last: Box, pill: Box) -> bool:
    return abs(last.x0 - pill.x0) <= SAME_PT and MIN_WHITE_PT <= pill.top - last.bottom <= MAX_STEP_PT


def _level_of(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _read(page: Page, pills: Block, words: Sequence[Word]) -> Grid | None:
    """The table of rows of pills and what stands beside them; None where that is no label left of them.

    Between pills nothing stands, as it does between the grounds of a striped table.
    """
    whole = unite([pill for row in pills for pill in row])
    inside = [word for word in words if has_middle_in(word.box, whole)]
    if not all(any(has_middle_in(word.box, pill) for row in pills for pill in row) for word in inside):
        return None
    for rows in (_find_rooms(pills), _find_middles(pills)):
        level = [word for word in words if rows[0].top <= word.box.middle[1] <= rows[-1].bottom]
        left = find_beside(rows, find_lines(page.number, [w for w in level if w.x1 < whole.x0]), inside)
        if left:
            right = find_beside(rows, find_lines(page.number, [w for w in level if w.x0 > whole.x1]), inside)
            texts = [[word for line in column for word in line.words] for column in [*left[::-1], *right]]
            places = [unite(column) for column in zip(*pills, strict=True)]
            held = [[word for word in inside if has_middle_in(word.box, place)] for place in places]
            return lay_rows(page, words, Wide(rows, [*texts[: len(left)], *held, *texts[len(left) :]]))
    return None


def _find_rooms(pills: Block) -> list[Box]:
    """The rows where labels begin beside their pills: each ends at the next pill."""
    rows = [unite(row) for row in pills]
    ends = [*(row.top for row in rows[1:]), rows[-1].top + max(b.top - a.top for a, b in pairwise(rows))]
    return [row._replace(bottom=end) for row, end in zip(rows, ends, strict=True)]


def _find_middles(pills: Block) -> list[Box]:
    """The rows where pills stand midway beside their labels: each ends midway between two pills."""
    rows = [unite(row) for row in pills]
    half = max(b.top - a.bottom for a, b in pairwise(rows)) / 2
    edges = [rows[0].top - half, *((a.bottom + b.top) / 2 for a, b in pairwise(rows)), rows[-1].bottom + half]
    return [row._replace(top=top, bottom=end) for row, (top, end) in zip(rows, pairwise(edges), strict=True)]


def lay_rows(page: Page, words: Sequence[Word], block: Wide) -> Grid:
    """The table of the texts of columns in rows, with the heads right above these."""
    rows, columns = block
    spans = [unite([word.box for word in column]) for column in columns]
    head = _find_head(find_lines(page.number, words), rows[0].top, spans)
    texts = [
        [tuple([word for word in column if row.top <= word.box.middle[1] <= row.bottom]) for column in columns]
        for row in rows
    ]
    cells = [
        GridCell(row, column, 1, 1, some, read_text(some))
        for row, line in enumerate([*head, *texts])
        for column, some in enumerate(line)
    ]
    box = unite([*rows, *(word.box for cell in cells for word in cell.words)])
    edges = (*(span.x0 for span in spans), box.x1)
    return Grid(page.number, box, tuple(cells), edges, "half-ruled", ruled_header=len(head))


def _find_head(lines: Sequence[Line], top: float, spans: Sequence[Box]) -> list[list[tuple[Word, ...]]]:
    """The row of heads in one type on the next line above, each over a column of its own; or none."""
    above = [line for line in lines if top - MAX_HEAD_PT <= line.box.middle[1] < top and line.box.x0 <= spans[-1].x1]
    near = [line for line in above if abs(line.baseline - above[-1].baseline) < SAME_PT and line.box.x1 >= spans[0].x0]
    over = [max(range(len(spans)), key=lambda at: _nearness(line.box, spans[at])) for line in near]
    if len(near) < MIN_HEADS or len(set(over)) < len(over) or any(line.style != near[0].style for line in near):
        return []
    heads = dict(zip(over, near, strict=True))
    return [[heads[at].words if at in heads else () for at in range(len(spans))]]


def _nearness(head: Box, span: Box) -> float:
    """How much of a column's width a head covers, or below nought how far apart they are."""
    return min(head.x1, span.x1) - max(head.x0, span.x0)
