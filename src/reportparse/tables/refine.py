"""Faces that hold more than one cell are cut: columns without vertical rules, rows without horizontal ones."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from reportparse.layout.lines import SAME_BASELINE_EM
from reportparse.pdf import Word
from reportparse.tables.columns import Strip, find_strips
from reportparse.tables.grid import GridCell
from reportparse.tables.rows import gather_rows
from reportparse.tables.segments import Row, cut_rows
from reportparse.tables.table_lines import TableLine, make_line

# A strip in a ruled column parts it where at least this part of its lines, and this many, have text on both sides.
MIN_PARTED = 0.6
MIN_PARTED_LINES = 3
# Part of the lines of a band that have to be rows of numbers, for the band to be cut into rows.
MIN_NUMBER_LINES = 0.6
# So many are rows, however long the labels between them.
MANY_NUMBER_LINES = 5
# Rows that begin in all columns: how many at least, and how far apart, in parts of the type size, where no number tells
# them; lines of a text are set 1.1 to 1.5 apart.
MIN_FULL_LINES, MIN_ROW_STEP_EM = 3, 1.6
# A step between rows is larger than one between the lines of a text by this factor.
CLEARLY = 1.15


def refine(cells: Sequence[GridCell], xs: Sequence[float]) -> tuple[list[GridCell], list[float]]:
    """The cells of a ruled grid cut where the rules leave off, and the vertical lines, old and new."""
    whole = [part for cell in cells for part in _cut_at_lines(cell, xs)]
    added = [x for column in range(len(xs) - 1) for x in _find_inner(whole, column)]
    lines = sorted([*xs, *added])
    if added:
        whole = [part for cell in whole for part in _cut_at_lines(_renumber(cell, xs, lines), lines)]
    return _cut_bands(whole, lines), lines


def _cut_at_lines(cell: GridCell, xs: Sequence[float]) -> list[GridCell]:
    """A cell over several columns, cut where words stand on both sides of a line and no text crosses it."""
    if cell.column_span == 1 or len(cell.words) < 2:
        return [cell]
    rows = cut_rows(cell.words)
    end = cell.column + cell.column_span
    cuts = [line for line in range(cell.column + 1, end) if _parts(rows, xs[line])]
    pieces = []
    for first, last in pairwise([cell.column, *cuts, end]):
        inside = tuple(
            word
            for word in cell.words
            if (first == cell.column or (word.x0 + word.x1) / 2 >= xs[first])
            and (last == end or (word.x0 + word.x1) / 2 < xs[last])
        )
        pieces.append(cell._replace(column=first, column_span=last - first, words=inside))
    return pieces


def _parts(rows: Sequence[Row], x: float) -> bool:
    """Whether some line has text on both sides of `x`, and none across."""
    if any(segment.x0 < x - 1 and segment.x1 > x + 1 for row in rows for segment in row):
        return False
    return any(row[0].x0 < x - 1 and row[-1].x0 >= x - 1 for row in rows)


def _find_inner(cells: Sequence[GridCell], column: int) -> list[float]:
    """Middles of the strips that part the texts of one ruled column."""
    inside = [cell for cell in cells if cell.column == column and cell.column_span == 1 and len(cell.words) > 1]
    rows = [row for cell in inside for row in cut_rows(cell.words)]
    parted = [row for row in rows if len(row) > 1]
    if len(parted) < max(MIN_PARTED_LINES, MIN_PARTED * len(rows)):
        return []
    return [strip.middle for strip in find_strips(parted, max_crossing=0.0)]


def _renumber(cell: GridCell, old: Sequence[float], new: Sequence[float]) -> GridCell:
    first, last = bisect_left(new, old[cell.column]), bisect_left(new, old[cell.column + cell.column_span])
    return cell._replace(column=first, column_span=last - first)


def _cut_bands(cells: Sequence[GridCell], xs: Sequence[float]) -> list[GridCell]:
    """Bands between horizontal rules that hold several rows of numbers are cut into these."""
    bands: dict[int, list[GridCell]] = defaultdict(list)
    crossed = {r for cell in cells if cell.row_span > 1 for r in range(cell.row, cell.row + cell.row_span)}
    for cell in cells:
        bands[cell.row].append(cell)
    cut: list[GridCell] = []
    shift_at: list[tuple[int, int]] = []
    for number in sorted(bands):
        groups = [] if number in crossed else _find_rows(bands[number], xs)
        if len(groups) < 2:
            cut += bands[number]
            continue
        shift_at.append((number, len(groups) - 1))
        cut += [
            cell._replace(row=number, words=_words_of(cell, group), row_span=-index - 1)
            for cell in bands[number]
            for index, group in enumerate(groups)
        ]
    return [_shift(cell, shift_at) for cell in cut] if shift_at else cut


def _shift(cell: GridCell, shift_at: Sequence[tuple[int, int]]) -> GridCell:
    """Rows counted anew; a negative span is the place of a piece in its band."""
    row = cell.row + sum(count for number, count in shift_at if number < cell.row)
    if cell.row_span < 0:
        return cell._replace(row=row - cell.row_span - 1, row_span=1)
    return cell._replace(row=row)


def _words_of(cell: GridCell, group: Sequence[TableLine]) -> tuple[Word, ...]:
    orders = {word.order for line in group for *_, segment in line.cells for word in segment.words}
    return tuple(word for word in cell.words if word.order in orders)


def _find_rows(band: Sequence[GridCell], xs: Sequence[float]) -> list[list[TableLine]]:
    """The rows of a band whose lines are rows of numbers; none where they are lines of one cell."""
    words = [word for cell in band for word in cell.words]
    heights = [word.baseline for word in words]
    if not words or max(heights) - min(heights) <= SAME_BASELINE_EM * min([word.style.size for word in words]):
        return []  # one line
    lines = _band_lines(band, xs)
    strong = [line for line in lines if line.value_count >= 2 or (line.value_count and line.label and len(band) == 2)]
    if len(strong) >= 2 and (len(strong) >= MIN_NUMBER_LINES * len(lines) or len(strong) >= MANY_NUMBER_LINES):
        return gather_rows(lines)
    return _find_full_rows(lines)


def _find_full_rows(lines: Sequence[TableLine]) -> list[list[TableLine]]:
    """The rows of a band each of which begins in all its columns; none where the lines may be those of one cell.

    Rows have a number each, or stand further apart than the lines of a text.
    """
    columns = {first for line in lines for first, *_ in line.cells}
    full = [line for line in lines if len(line.cells) == len(columns)]
    if len(columns) < 2 or len(full) < MIN_FULL_LINES or full[0] is not lines[0]:
        return []
    has_values = all(line.value_count for line in full)
    is_apart = all(b.baseline - a.baseline >= MIN_ROW_STEP_EM * b.size for a, b in pairwise(full))
    is_begun = all(line.cells[0][2].text[:1].isupper() for line in full)
    if not is_begun or not (has_values or (is_apart and _have_space_above(full, lines))):
        return []
    rows: list[list[TableLine]] = []
    for line in lines:
        if len(line.cells) == len(columns) or (has_values and line.value_count and line.label):
            rows.append([])
        rows[-1].append(line)
    return rows


def _have_space_above(full: Sequence[TableLine], lines: Sequence[TableLine]) -> bool:
    """Whether each line that begins a row stands further below the line above it than one that goes on."""
    steps = [(b.baseline - a.baseline, b in full) for a, b in pairwise(lines)]
    going = [step for step, begins in steps if not begins]
    return not going or min(step for step, begins in steps if begins) > CLEARLY * max(going)


def _band_lines(band: Sequence[GridCell], xs: Sequence[float]) -> list[TableLine]:
    strips = [Strip(x - 0.01, x + 0.01) for x in xs[1:-1]]
    pieces = sorted(
        (row for cell in band for row in cut_rows(cell.words) if row), key=lambda row: row[0].baseline
    )
    rows: list[Row] = []
    for row in pieces:
        if rows and row[0].baseline - rows[-1][0].baseline <= 0.35 * row[0].size:
            rows[-1] = sorted([*rows[-1], *row])
        else:
            rows.append(row)
    return [make_line(row, strips) for row in rows]
