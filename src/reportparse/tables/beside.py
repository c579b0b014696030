"""What stands side by side and is no table: the lines left and right of a strip keep a rhythm of their own."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reportparse.layout.lines import Line

# Narrowest strip, in points, and how many are looked at, the widest first.
MIN_STRIP_PT = 9.0
MAX_STRIPS = 8
# Fewest lines on each side.
MIN_LINES = 3
# Baselines this near are one, in parts of the type size; the rows of a table share most of theirs.
SAME_EM = 0.2
MAX_SHARED = 0.55
# Lines of one cell are no further apart than this, in parts of the type size, at one step, and no more of them.
MAX_LEADING_EM, EVEN, MAX_CELL_LINES = 1.7, 1.15, 6
# Part of the rows of one column of a table that lines of the other meet.
MIN_MET = 0.85
# Rows of numbers that stand beside labels.
MIN_ROWS = 2
# Part of the texts of two sides that may reach over to the other.
MAX_OVER = 0.3
# Steps of rows that differ by more than this are uneven.
UNEVEN = 1.3
# Lines of so many words are prose, and so many of them a column of it.
PROSE_WORDS, PROSE_LINES = 6, 3
# A number, alone or with the word beside it.
MAX_PIECE = 2
# Widest number that hangs left of a column, in points.
HANGING_PT = 30.0
# Texts of a row that stands over columns are no longer, in words.
MAX_CELL_WORDS = 4
# Edges nearer than this are flush, in points.
FLUSH_PT = 1.0
# Splits within splits.
MAX_DEPTH = 4


def rejoin(regions: Sequence[Sequence[Line]], is_value: Callable[[str], bool]) -> list[list[Line]]:
    """Regions of a page in order, those put together again that are the columns of one table.

    Two that stand side by side are, if the rows of one are met by the lines of the other, and the right one holds
    numbers, or one beside each label, or the left one does at uneven steps, which no column of prose would follow.
    """
    joined: list[list[Line]] = []
    for region in regions:
        if joined and _are_one_table(joined[-1], region, is_value):
            joined[-1] = [*joined[-1], *region]
        else:
            joined.append(list(region))
    return joined


def _are_one_table(left: Sequence[Line], right: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    if min(len(left), len(right)) < 2 or not _stand_beside(left, right):
        return False
    heights = [
        sorted({round(line.baseline, 1) for line in side}) for side in (_without_headings(left, is_value), right)
    ]
    if not heights[0]:
        return False
    size = min(line.style.size for line in left)
    top, bottom = max(side[0] for side in heights), min(side[-1] for side in heights)
    near = [[y for y in side if top - size <= y <= bottom + size] for side in heights]
    few, many = sorted(near, key=len)
    if len(few) < 2 or _count_met(few, many, size) < MIN_MET * len(few) or are_told_apart(left, right, is_value):
        return False
    if sum(is_value(line.text.split(" ")[-1]) for line in right) * 2 >= len(right):
        return True
    numbers = sorted(line.baseline for line in right if _is_number(line, is_value))
    if len(numbers) >= max(MIN_LINES, len(near[0]) / 2) and _count_met(numbers, near[0], size) == len(numbers):
        return True  # a number stands beside each label, and prose behind it
    edge = min(line.box.x0 for line in left) + HANGING_PT  # numbers of paragraphs hang left of it
    values = [
        line
        for line in left
        if line.box.x1 > edge and (is_value(line.text.split(" ")[-1]) or _is_number(line, is_value))
    ]
    steps = [b - a for a, b in pairwise(few)]
    return len(values) >= MIN_LINES and max(steps) > UNEVEN * min(steps)


def _without_headings(lines: Sequence[Line], is_value: Callable[[str], bool]) -> Sequence[Line]:
    """The lines of a table's left part without headings of sections: bold lone ones at its edge, between lighter rows.

    Nothing stands beside these, in no column.
    """
    counts = Counter(round(line.baseline, 1) for line in lines)
    edge = min(line.box.x0 for line in lines) + FLUSH_PT
    return [
        line
        for line in lines
        if not line.style.is_bold or counts[round(line.baseline, 1)] > 1 or line.box.x0 > edge or is_value(line.text)
    ]


def _are_labelled(lines: Sequence[Line], labels: Sequence[float], is_value: Callable[[str], bool]) -> bool:
    """Whether lines are heads and two rows of numbers or more, each on the baseline of a label."""
    numbers = [line for line in lines if all(is_value(word.text) for word in line.words)]
    reach = SAME_EM * lines[0].style.size
    rows = sorted({round(line.baseline, 1) for line in numbers if _has_near(labels, line.baseline, reach)})
    if len(rows) < MIN_ROWS:
        return False
    below = [line for line in lines if line.baseline >= rows[0]]
    are_values = all(line in numbers and _has_near(rows, line.baseline, reach) for line in below)
    return are_values and all(len(line.words) < PROSE_WORDS for line in lines)


def _is_number(line: Line, is_value: Callable[[str], bool]) -> bool:
    """Whether a piece of a line is a number, alone or with the word of the column beside it."""
    return len(line.words) <= MAX_PIECE and is_value(line.words[0].text)


def are_told_apart(left: Sequence[Line], right: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    """Whether both sides hold prose, all of the left one said before the right one: columns with a table in each.

    Or the right one holds the rows of a table, each told from its label on, and all of one side is said first.
    """
    first, second = ([line for line in side if len(line.words) >= PROSE_WORDS] for side in (left, right))
    if len(first) >= PROSE_LINES > len(second) and _are_told_rows(right, is_value):
        return _is_told_before(first, right) or _is_told_before(right, first)
    if min(len(first), len(second)) < PROSE_LINES:
        return False
    return _is_told_before(first, second)


def _is_told_before(first: Sequence[Line], second: Sequence[Line]) -> bool:
    return max(line.words[-1].order for line in first) < min(line.words[0].order for line in second)


def _count_met(few: Sequence[float], many: Sequence[float], size: float) -> int:
    """How many lines of one side are met by the other: at one height, or midway beside the lines of one cell."""
    reach = SAME_EM * size
    middles = sorted((cell[0] + cell[-1]) / 2 for cell in _find_cells(many, size))
    met = {y for y in few if _has_near(many, y, reach) or _has_near(middles, y, reach)}
    for cell in _find_cells(few, size):
        if _has_near(many, (cell[0] + cell[-1]) / 2, reach):
            met.update(cell)
    return len(met)


def _find_cells(heights: Sequence[float], size: float) -> list[list[float]]:
    """Lines that follow each other at one leading, apart from the others: two or more, as cells of words have."""
    cells: list[list[float]] = []
    for y in heights:
        last = cells[-1] if cells else []
        leading = min(MAX_LEADING_EM * size, EVEN * (last[1] - last[0]) if len(last) > 1 else float("inf"))
        if last and y - last[-1] <= leading:
            last.append(y)
        else:
            cells.append([y])
    return [cell for cell in cells if 1 < len(cell) <= MAX_CELL_LINES]


def _stand_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether all texts but a few, as headings that are centred over both, stand on their own side."""
    edge = sorted(line.box.x0 for line in right)[int(MAX_OVER * len(right))] + 1
    return sum(line.box.x1 > edge for line in left) <= MAX_OVER * len(left)


def part_columns(
    lines: Sequence[Line], is_value: Callable[[str], bool], depth: int = MAX_DEPTH
) -> Iterator[list[Line]]:
    """The lines of one region of a page, or those of each column where two or more stand beside each other."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    for x in _find_strips(ordered) if depth and len(ordered) >= 2 * MIN_LINES else ():
        band = _find_band(ordered, x, is_value)
        if band is None:
            continue
        first, last = band
        inside = ordered[first:last]
        left = [line for line in inside if line.box.x1 <= x]
        right = [line for line in inside if line.box.x0 >= x]
        for part in (ordered[:first], left, right, ordered[last:]):
            if part:
                yield from part_columns(part, is_value, depth - 1)
        return
    yield ordered


def _find_strips(lines: Sequence[Line]) -> list[float]:
    """Middles of the gaps between neighbours on one height, the widest first."""
    gaps: dict[int, float] = {}
    for a, b in pairwise(sorted(lines, key=lambda line: (round(line.baseline / 6), line.box.x0))):
        width = b.box.x0 - a.box.x1
        if width >= MIN_STRIP_PT:
            x = round(b.box.x0 - MIN_STRIP_PT / 2)
            gaps[x] = max(gaps.get(x, 0.0), width)
    counts = {x: sum(line.box.x0 >= x and line.box.x0 < x + MIN_STRIP_PT for line in lines) for x in gaps}
    ranked = sorted(gaps, key=lambda x: -counts[x])
    return [float(x) for x in ranked[:MAX_STRIPS]]


def _find_band(lines: Sequence[Line], x: float, is_value: Callable[[str], bool]) -> tuple[int, int] | None:
    """The longest run of lines, by place, that no line crosses at `x` and whose two sides keep their own rhythm."""
    crossing = [i for i, line in enumerate(lines) if line.box.x0 < x - 1 and line.box.x1 > x + 1]
    best: tuple[int, int] | None = None
    for before, after in pairwise([-1, *crossing, len(lines)]):
        first, last = before + 1, after
        if last - first < 2 * MIN_LINES or (best is not None and last - first <= best[1] - best[0]):
            continue
        if _are_apart(lines[first:last], x, is_value):
            best = first, last
    if best is None:
        return None
    if _are_told_tables(*_part_at(lines[best[0] : best[1]], x), is_value):
        return best
    first = best[0] + _count_over(lines[best[0] : best[1]], x)
    return first + (_count_last(lines[:first], lines[first : best[1]]) if first == best[0] > 0 else 0), best[1]


def _count_last(above: Sequence[Line], lines: Sequence[Line]) -> int:
    """How many lines at the top are of the table above: the rest of its row, one more that is set as those."""
    reach = SAME_EM * lines[0].style.size
    rest = sum(line.baseline - above[-1].baseline <= reach for line in lines)
    if rest:
        return rest + (_count_last([*above, *lines[:rest]], lines[rest:]) if rest < len(lines) else 0)
    row = [line for line in lines if line.baseline - lines[0].baseline <= reach]
    flush = [line for line in row if sum(_are_flush(line, other) for other in above) >= MIN_LINES]
    return len(row) if len(flush) == len(row) >= MIN_LINES else 0


def _are_flush(a: Line, b: Line) -> bool:
    return min(abs(a.box.x0 - b.box.x0), abs(a.box.x1 - b.box.x1)) <= FLUSH_PT


def _count_over(lines: Sequence[Line], x: float) -> int:
    """How many lines at the top are rows of a table over both columns: short texts, on both sides of each."""
    rows = 0
    at = 0
    while at < len(lines):
        baseline, reach = lines[at].baseline, SAME_EM * lines[at].style.size
        end = next((i for i in range(at, len(lines)) if lines[i].baseline > baseline + reach), len(lines))
        row = lines[at:end]
        is_over = any(line.box.x1 <= x for line in row) and any(line.box.x0 >= x for line in row)
        if not is_over or any(len(line.words) > MAX_CELL_WORDS for line in row):
            break
        rows, at = rows + 1, end
    return at if rows >= MIN_LINES else 0


def _part_at(lines: Sequence[Line], x: float) -> tuple[list[Line], list[Line]]:
    """The lines left and right of a strip."""
    return [line for line in lines if line.box.x1 <= x + 1], [line for line in lines if line.box.x1 > x + 1]


def _are_told_tables(left: Sequence[Line], right: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    """Whether two tables stand beside each other: each told row by row, the left one before the right one.

    Of one table the rows would be told, or all of its columns.
    """
    if not left or not right:
        return False
    if max(line.words[-1].order for line in left) > min(line.words[0].order for line in right):
        return False
    return all(_are_told_rows(side, is_value) for side in (left, right))


def _are_told_rows(lines: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    """Whether most lines are of rows of labels and values, told one after the other, each label first."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and line.baseline - rows[-1][0].baseline <= SAME_EM * line.style.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    rows = [sorted(row, key=lambda line: line.box.x0) for row in rows if len(row) > 1]
    rows = [row for row in rows if is_value(row[-1].text) and not is_value(row[0].text)]
    orders = [[line.words[0].order for line in row] for row in rows]
    are_told = all(max(above) < min(below) for above, below in pairwise(orders)) and all(
        order == sorted(order) for order in orders
    )
    return are_told and len(rows) >= MIN_LINES and 2 * sum(map(len, rows)) >= len(lines)


def _are_apart(lines: Sequence[Line], x: float, is_value: Callable[[str], bool]) -> bool:
    left, right = _part_at(lines, x)
    if _are_told_tables(left, right, is_value):
        return True
    heights = [sorted({round(line.baseline, 1) for line in side}) for side in (left, right)]
    if min(map(len, heights)) < MIN_LINES:
        return False
    top, bottom = max(side[0] for side in heights), min(side[-1] for side in heights)
    size = min(line.style.size for line in lines)
    near = [[y for y in side if top - size <= y <= bottom + size] for side in heights]
    few, many = sorted(near, key=len)
    if len(few) < MIN_LINES or _count_met(few, many, size) > MAX_SHARED * len(few):
        return False
    return not _are_labelled(right, heights[0], is_value)


def _has_near(heights: Sequence[float], y: float, reach: float) -> bool:
    i = bisect_left(heights, y - reach)
    return i < len(heights) and heights[i] <= y + reach
