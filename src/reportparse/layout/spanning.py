"""Short headings that stand over all columns of a page, though they are no wider than the first one."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Protocol

from reportparse.geometry import Box

# A line this many times higher than most is a heading: smaller ones of sections are a quarter larger than the text.
HEADING_RATIO = 1.2
# The columns below such a heading begin at one height, to this part of a line: a table's box begins a little higher,
# and browsers keep the space above a paragraph in the first column alone.
SAME_TOP_LINES = 1.0
# Nothing stands beside the heading, nor nearer above or below it than this part of its height.
CLEAR_EM = 0.3


class Item(Protocol):
    """Something with a place on the page."""

    @property
    def box(self) -> Box:
        """Where it stands."""

    @property
    def order(self) -> int:
        """Where it comes in the page's content; -1 where unknown."""

    @property
    def is_text(self) -> bool:
        """Whether it is a line of text."""


def find_spanning(items: Sequence[Item], x: float) -> set[int]:
    """The headings left of `x` (by `id`) with white beside them that stand over both of its sides.

    The two sides begin below it at one height, or the content says all above before it and all below after it.
    """
    usual = median(item.box.height for item in items)
    large = [
        item for item in items if item.box.height > HEADING_RATIO * usual and item.is_text and item.box.x1 <= x + 1
    ]
    if not large:
        return set()
    left = [item.box for item in items if item.box.x1 <= x + 1]
    right = [item.box for item in items if item.box.x0 >= x - 1]
    return {
        id(line)
        for heading in _group(large)
        if _is_clear(heading, right)
        and (_stands_over(heading, left, right, usual) or _parts_content(heading, items, x))
        for line in heading
    }


def _group(large: Sequence[Item]) -> list[list[Item]]:
    """The lines of each heading, from top to bottom."""
    groups = [[large[0]]]
    for above, line in pairwise(large):
        if line.box.top - above.box.bottom < line.box.height and abs(line.box.height - above.box.height) < 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_clear(heading: Sequence[Item], right: Sequence[Box]) -> bool:
    height, top, bottom = heading[0].box.height, heading[0].box.top, heading[-1].box.bottom
    return not any(box.top < bottom + CLEAR_EM * height and box.bottom > top - CLEAR_EM * height for box in right)


def _stands_over(heading: Sequence[Item], left: Sequence[Box], right: Sequence[Box], usual: float) -> bool:
    bottom = heading[-1].box.bottom
    below = [
        min(((box.top, box.x0) for box in side if box.top >= bottom - 1), default=(float("inf"), 0.0))
        for side in (left, right)
    ]
    (left_top, left_edge), (right_top, _) = below
    return abs(left_top - right_top) <= SAME_TOP_LINES * usual and heading[0].box.x0 <= left_edge + 1


def _parts_content(heading: Sequence[Item], items: Sequence[Item], x: float) -> bool:
    """Whether the content says all that stands above a heading before it, and all below after it, in every column.

    Browsers say lists at the end; then text right of `x` above the heading, and text there or across `x` below it, is
    said before these.
    """
    first, last = heading[0], heading[-1]
    if first.order < 0:
        return False
    known = [item for item in items if item.order >= 0]
    above = [item for item in known if item.box.bottom <= first.box.top + 1]
    below = [item for item in known if item.box.top >= last.box.bottom - 1]
    late = min((item.order for item in above if item.order > last.order), default=None)
    if late is not None:
        above, below = ([item for item in side if item.order < late] for side in (above, below))
        if not any(item.box.x0 >= x - 1 for item in above) or not any(item.box.x1 > x + 1 for item in below):
            return False
    orders = [[item.order for item in side] for side in (above, below)]
    return all(orders) and max(orders[0]) < first.order <= last.order < min(orders[1])
