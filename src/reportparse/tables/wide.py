"""Tables as wide as a page whose text is set in columns: their rows stand over or under all the columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from reportparse.geometry import shared_height, unite
from reportparse.layout.lines import Line

# Rows of values that make a table, and lines of its header.
MIN_ROWS, MAX_HEAD = 2, 4
# Rows between text in columns.
MIN_BETWEEN = 4
# Baselines this near are one, in parts of the type size: a rule moves the values below it down by its own width.
SAME_EM = 0.15
# Rows stand no further apart than this, in sizes of their type, and no further than this beside each other.
MAX_STEP_EM = 3.0
EVEN = 1.6
# Lines of one label stand no further apart than this, in sizes of their type, at one edge, to so many points.
MAX_LEADING_EM, SAME_EDGE_PT = 1.5, 2.0
# Longest text of a label or a head, in words; a label that several values follow may be longer.
MAX_WORDS, MAX_LABEL_WORDS = 8, 14
# The values of a row stand this far from its label, in sizes of the type: further than a gutter is wide.
MIN_GAP_EM = 3.0


def part_wide(regions: Sequence[Sequence[Line]], is_value: Callable[[str], bool]) -> list[list[Line]]:
    """The regions of a page in order, rows that run through columns side by side as regions of their own.

    They are rows of a table if each ends in a value and begins with a label, one below the other with nothing beside.
    """
    parted: list[list[Line]] = []
    for beside in _group_beside(regions):
        if len(beside) == 1:
            parted.append(list(beside[0]))
            continue
        rows = group_rows(line for region in beside for line in region)
        home = {line.words[0].order: place for place, region in enumerate(beside) for line in region}
        head, foot = _find_end(rows, is_value), _find_end(rows[::-1], is_value, is_foot=True)
        head = head if _run_through(rows[:head], home) else 0
        foot = foot if _run_through(rows[len(rows) - foot :], home) else 0
        above, below = rows[:head], rows[len(rows) - foot :] if foot else []
        between = _find_between(rows[head : len(rows) - foot], is_value)
        between = between if _run_through(between, home) else []
        gone = {line.words[0].order for row in (*above, *between, *below) for line in row}
        left = [[line for line in region if line.words[0].order not in gone] for region in beside]
        whole = [[line for row in part for line in row] for part in (above, between, below)]
        parted += [region for region in (whole[0], *left, *whole[1:]) if region]
    return parted


def _run_through(rows: Sequence[Sequence[Line]], home: Mapping[int, int]) -> bool:
    """Whether as many rows run through columns as not: those of tables side by side, each in its own, do not."""
    columns = [{home[line.words[0].order] for line in row} for row in rows if len(row) > 1]
    return 2 * sum(len(own) > 1 for own in columns) >= len(columns)


def _find_between(rows: Sequence[list[Line]], is_value: Callable[[str], bool]) -> Sequence[list[Line]]:
    """The rows of a table that runs through columns of text, with its header: text stands above and below it."""
    for first, row in enumerate(rows):
        if not _is_row(row, is_value):
            continue
        last = first + 1
        while last < len(rows) and _is_row(rows[last], is_value) and _is_near(rows, last, first):
            last += 1
        if last - first >= MIN_BETWEEN and _has_clear_gap(rows, last):
            return rows[max(0, first - _count_head(rows[: first + 1][::-1])) : last]
    return []


def _has_clear_gap(rows: Sequence[list[Line]], at: int) -> bool:
    return at == len(rows) or _is_clear(rows, at)


def _group_beside(regions: Sequence[Sequence[Line]]) -> list[list[Sequence[Line]]]:
    """Regions in order, those together that stand side by side as columns of one band."""
    groups: list[list[Sequence[Line]]] = []
    for region in regions:
        box = unite(line.box for line in region)
        last = unite(line.box for line in groups[-1][-1]) if groups else None
        if last is not None and last.x1 <= box.x0 + 1 and shared_height(last, box) > 0:
            groups[-1].append(region)
        else:
            groups.append([region])
    return groups


def group_rows(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines that share a baseline, rows from the top, each from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=attrgetter("baseline")):
        if rows and line.baseline - rows[-1][0].baseline <= SAME_EM * line.style.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.x0) for row in rows]


def _find_end(rows: Sequence[list[Line]], is_value: Callable[[str], bool], *, is_foot: bool = False) -> int:
    """How many of the first rows are a table with its header; `is_foot` tells that they come from below.

    A label may go on over the next line.
    """
    count = 0 if is_foot else _skip_head(rows, is_value)
    first, found = count, 0
    while count < len(rows) and _is_near(rows, count, first):
        lone = int(is_foot and _is_rest(rows[count], rows[count + 1 : count + 2]))
        if not any(_is_row(row, is_value) for row in rows[count + lone : count + lone + 1]):
            break
        count, found = count + lone + 1, found + 1
        count += not is_foot and count < len(rows) and _is_rest(rows[count], rows[count - 1 : count])
    if found < MIN_ROWS:
        return 0
    if is_foot:
        count += _count_head(rows[count - 1 :])
    return count if count < len(rows) and _is_clear(rows, count) else 0


def _skip_head(rows: Sequence[list[Line]], is_value: Callable[[str], bool]) -> int:
    return next((at for at, row in enumerate(rows[: MAX_HEAD + 1]) if _is_row(row, is_value)), 0)


def _count_head(rows: Sequence[list[Line]]) -> int:
    """Lines of a header above the last of `rows` seen from below: short texts, near each other."""
    count = 0
    for below, row in pairwise(rows):
        step = abs(below[0].baseline - row[0].baseline)
        is_short = all(len(line.words) <= MAX_WORDS for line in row)
        if count == MAX_HEAD or not is_short or step > MAX_STEP_EM * row[0].style.size:
            break
        count += 1
    return count


def _is_row(row: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    label, last = row[0], row[-1]
    return (
        len(row) > 1
        and is_value(last.text.split(" ")[-1])
        and len(last.words) <= MAX_WORDS
        and any(map(str.isalpha, label.text))
        and len(label.words) <= (MAX_WORDS if len(row) == 2 else MAX_LABEL_WORDS)
        and last.box.x0 - label.box.x1 >= MIN_GAP_EM * label.style.size
        and all(is_value(line.text.split(" ")[-1]) for line in row[1:])
    )


def _is_rest(row: Sequence[Line], beside: Sequence[Sequence[Line]]) -> bool:
    """Whether a line alone goes on with the label of a row, at its edge and leading, left of all values."""
    for label, *values in beside:
        step = row[0].baseline - label.baseline
        is_next = 0 < step <= MAX_LEADING_EM * label.style.size and abs(row[0].box.x0 - label.box.x0) <= SAME_EDGE_PT
        return len(row) == 1 and is_next and bool(values) and row[0].box.x1 < values[0].box.x0
    return False


def _is_near(rows: Sequence[list[Line]], at: int, first: int) -> bool:
    if at == first:
        return True
    step = abs(rows[at][0].baseline - rows[at - 1][0].baseline)
    second = first + 2 if len(rows[first + 1]) == 1 and at > first + 1 else first + 1
    usual = abs(rows[second][0].baseline - rows[first][0].baseline)
    return step <= min(MAX_STEP_EM * rows[at][0].style.size, EVEN * usual)


def _is_clear(rows: Sequence[list[Line]], at: int) -> bool:
    """Whether the text in columns stands off the table."""
    return abs(rows[at][0].baseline - rows[at - 1][0].baseline) > rows[at - 1][0].style.size
