"""Tables whose rows the search for columns of text has cut in two, each for itself: the parts come by turns."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.geometry import Box, unite
from reportparse.layout.lines import Line

# Fewest rows in a row that are cut so; prose in columns is never told so.
MIN_ROWS = 3
# Baselines of first lines that differ by less than this, in points, are one; edges that do are flush.
SAME_LEVEL_PT, FLUSH_PT = 1.0, 3.0
# A row, or the heads, stand no further above the next one than this, in sizes of their type.
MAX_STEP_EM = 2.5

Region = Sequence[Line]


def rejoin_bands(regions: Sequence[Region]) -> list[list[Line]]:
    """Regions of a page in order, those put together that are left and right parts of rows by turns.

    The left parts begin at one edge, the right ones are flush; both parts of a row begin on one baseline, below the
    heading of a section perhaps.
    """
    joined: list[list[Line]] = []
    at = 0
    while at < len(regions):
        rows = _count_rows(regions, at)
        if rows < MIN_ROWS:
            joined.append(list(regions[at]))
            at += 1
            continue
        first = at
        if len(joined) > 1 and _are_heads(joined[-2], joined[-1], regions[at]):
            joined[-2:] = [[*joined[-2], *joined[-1]]]
        else:
            joined.append([])
        joined[-1] += [line for region in regions[first : at + 2 * rows] for line in region]
        at += 2 * rows
    return joined


def _count_rows(regions: Sequence[Region], first: int) -> int:
    """How many pairs of regions from there on are the two parts of rows below one another."""
    count = 0
    while first + 2 * count + 1 < len(regions):
        left, right = regions[first + 2 * count : first + 2 * count + 2]
        if not _are_beside(left, right):
            break
        if count:
            before = regions[first + 2 * count - 2 : first + 2 * count]
            if not all(_goes_on(above, below) for above, below in zip(before, (left, right), strict=True)):
                break
        count += 1
    return count


def _are_beside(left: Region, right: Region) -> bool:
    """Whether two regions stand side by side, their first lines on one baseline but for headings of sections."""
    first = next((a for a, b in pairwise(left) if not _is_heading(a, b)), left[-1])
    is_level = abs(first.baseline - right[0].baseline) <= SAME_LEVEL_PT
    return is_level and _box(left).x1 <= _box(right).x0


def _is_heading(line: Line, following: Line) -> bool:
    """Whether a line stands in bold type above lighter one, with nothing beside it."""
    is_above = following.baseline - line.baseline > SAME_LEVEL_PT
    return is_above and line.style.is_bold and not following.style.is_bold


def _goes_on(above: Region, below: Region) -> bool:
    """Whether a region stands right below another, flush with it: in its first text, or each text with one above."""
    a, b = _box(above), _box(below)
    gap = b.top - a.bottom
    is_near = -SAME_LEVEL_PT <= gap <= MAX_STEP_EM * above[-1].style.size
    return is_near and (
        _are_flush(above[0].box, below[0].box)
        or all(any(_are_flush(one.box, line.box) for one in above) for line in below)
    )


def _are_flush(a: Box, b: Box) -> bool:
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1)) <= FLUSH_PT


def _are_heads(left: Region, right: Region, rows: Region) -> bool:
    """Whether two regions that end on one baseline stand right above the first row."""
    a, b, row = left[-1], right[-1], rows[0]
    is_level = abs(a.baseline - b.baseline) <= SAME_LEVEL_PT and _box([a]).x1 <= _box(right).x0
    return is_level and 0 < row.box.top - a.box.bottom <= MAX_STEP_EM * row.style.size


def _box(region: Region) -> Box:
    return unite([line.box for line in region])
