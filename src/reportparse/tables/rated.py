"""Tables of labels and ratings: words on coloured pills under one another, each beside its label."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reportparse.geometry import Box, has_middle_in, unite
from reportparse.layout.frames import is_box
from reportparse.layout.lines import Line, find_lines
from reportparse.pdf import Page, Path, Word
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
# The head stands no further above the first row than this, in points.
MAX_HEAD_PT = 24.0


def find_rated(page: Page) -> list[Grid]:
    """The tables of a page whose last column is pills, from left to right."""
    pills = {path.box for path in page.paths if _may_be_pill(path) and is_box(path)}
    if not MIN_PILLS <= len(pills) <= MAX_PILLS:
        return []
    words = [word for word in page.words if not word.angle]
    columns = _find_columns(pills, words)
    lines = find_lines(page.number, words) if columns else []
    return [grid for column in columns if (grid := _read(page, column, lines)) is not None]


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


def _read(page: Page, pills: Sequence[Box], lines: Sequence[Line]) -> Grid | None:
    """The table that pills are the last column of; None where one has no label left of it, all at one edge.

    Between pills nothing stands, as it does between the grounds of a striped table.
    """
    left, right = pills[0].x0, max(pill.x1 for pill in pills)
    column = Box(left, pills[0].top, right, pills[-1].bottom)
    if any(has_middle_in(line.box, column) and not any(_is_level(line, pill) for pill in pills) for line in lines):
        return None
    beside = [[line for line in lines if line.box.x1 < left and _is_level(line, pill)] for pill in pills]
    if not all(beside):
        return None
    edge = max(line.box.x0 for line in beside[0])
    labels = [line for line in lines if abs(line.box.x0 - edge) <= SAME_PT and line.box.x1 < left]
    if not all(any(line in labels for line in some) for some in beside):
        return None
    head = _find_head(lines, labels, pills)
    rows: list[list[tuple[Word, ...]]] = [head] if head else []
    for pill, following in zip(pills, [*pills[1:], None], strict=True):
        end = following.top if following else pill.bottom
        own = [word for line in labels if pill.top <= line.box.middle[1] < end for word in line.words]
        rows.append([tuple(own), tuple(w for w in page.words if has_middle_in(w.box, pill))])
    cells = [
        GridCell(row, column, 1, 1, words, read_text(words))
        for row, pair in enumerate(rows)
        for column, words in enumerate(pair)
    ]
    box = unite([*pills, *(word.box for cell in cells for word in cell.words)])
    return Grid(page.number, box, tuple(cells), (edge, left, box.x1), "half-ruled", ruled_header=int(bool(head)))


def _is_level(line: Line, pill: Box) -> bool:
    return pill.top <= line.box.middle[1] <= pill.bottom


def _find_head(lines: Sequence[Line], labels: Sequence[Line], pills: Sequence[Box]) -> list[tuple[Word, ...]]:
    """The words over the labels and those over the pills, on one line right above the first row; or none."""
    top, left, right = pills[0].top, pills[0].x0, max(pill.x1 for pill in pills)
    above = [line for line in lines if top - MAX_HEAD_PT <= line.box.middle[1] < top]
    over = [line for line in above if left - SAME_PT <= line.box.x0 and line.box.x1 <= right]
    pairs = [(a, b) for b in over for a in labels if abs(a.baseline - b.baseline) < SAME_PT and a.style == b.style]
    return [pairs[-1][0].words, pairs[-1][1].words] if pairs else []
