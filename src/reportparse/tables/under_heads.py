"""Tables of words and numbers under bold heads, gathered again where the search for columns of text has cut them up.

Each text below stands flush with a head: at its left or right edge, or centred under it.  One column at least holds
nothing but values, as no column of prose does.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from reportparse.layout.lines import Line
from reportparse.tables.wide import group_rows

# Fewest heads, and fewest rows below them of which one column holds values alone.
MIN_HEADS, MIN_ROWS = 3, 3
# Edges nearer than this are flush, in points; brackets of negative values hang out by so much.
FLUSH_PT, BRACKET_PT = 2.5, 4.0
# Lines stand no further apart than this, in sizes of their type; lines of one head no further than that.
MAX_STEP_EM, MAX_LEADING_EM = 3.0, 1.5

Rows = Sequence[Sequence[Line]]


def gather_under_heads(regions: Sequence[Sequence[Line]], is_value: Callable[[str], bool]) -> list[list[Line]]:
    """Regions of a page in order; lines of a table that stand in several of them become one, in place of the first."""
    rows = group_rows(line for region in regions for line in region)
    home = {id(line): place for place, region in enumerate(regions) for line in region}
    gathered = [list(region) for region in regions]
    end = 0
    for at, heads in enumerate(rows):
        if at < end or not _are_heads(heads, is_value):
            continue
        last = _find_last(rows, at)
        if not _has_values(rows[at + 1 : last + 1], heads, is_value):
            continue
        first = _find_first(rows, at)
        table = [line for row in rows[first : last + 1] for line in row]
        places = sorted({home[id(line)] for line in table})
        if len(places) > 1:
            gone = {id(line) for line in table}
            for place in places:
                gathered[place] = [line for line in gathered[place] if id(line) not in gone]
            gathered.insert(places[0], table)
            home = {id(line): place for place, region in enumerate(gathered) for line in region}
            end = last + 1
    return [region for region in gathered if region]


def _are_heads(row: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    """Whether a row is the last line of a bold header, apart from what stands beside it in columns."""
    return len(row) >= MIN_HEADS and all(line.style.is_bold and not is_value(line.text) for line in row)


def _find_first(rows: Rows, at: int) -> int:
    """The first line of the header whose last one stands at `at`."""
    heads = rows[at]
    while at and _stands_over(rows[at - 1], rows[at]):
        if any(_column_of(line, heads) is None for line in rows[at - 1]):
            break
        at -= 1
    return at


def _stands_over(above: Sequence[Line], row: Sequence[Line]) -> bool:
    step = row[0].baseline - above[0].baseline
    return step <= MAX_LEADING_EM * row[0].style.size and all(line.style == row[0].style for line in above)


def _find_last(rows: Rows, at: int) -> int:
    """The last row of which each text stands flush with a head of its own."""
    heads = rows[at]
    last = at
    for above, row in pairwise(rows[at:]):
        step = row[0].baseline - above[0].baseline
        columns = [_column_of(line, heads) for line in row]
        if step > MAX_STEP_EM * row[0].style.size or None in columns or len({*columns}) < len(columns):
            break
        if len(row) == len(heads) and all(line.style == head.style for line, head in zip(row, heads, strict=True)):
            break  # the heads of another table
        last += 1
    return last


def _has_values(rows: Rows, heads: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    """Whether a column right of the first holds values alone, and enough of them."""
    cells: dict[int, list[bool]] = {}
    for line in (line for row in rows for line in row):
        column = _column_of(line, heads)
        if column:
            cells.setdefault(column, []).append(is_value(line.text))
    return any(len(told) >= MIN_ROWS and all(told) for told in cells.values())


def _column_of(line: Line, heads: Sequence[Line]) -> int | None:
    """Under which head a text stands flush."""
    x0, _, x1, _ = line.box
    for column, head in enumerate(heads):
        h0, _, h1, _ = head.box
        is_flush = abs(x0 - h0) <= FLUSH_PT or -FLUSH_PT <= x1 - h1 <= BRACKET_PT
        if is_flush or abs(x0 + x1 - h0 - h1) <= 2 * FLUSH_PT:
            return column
    return None
