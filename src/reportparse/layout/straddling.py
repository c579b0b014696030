"""Boxes and pictures set into two columns at once, over the white between them, so that the text runs round them."""

from collections.abc import Iterable, Iterator, Sequence

from reportparse.geometry import Box
from reportparse.layout.elements import FlowAnchor, FlowLine
from reportparse.layout.sides import MIN_GUTTER_PT, Item

# Lines stand beside such a box on both sides, and reach under or over it from both, in so many rows.
MIN_BESIDE, MIN_REACHING = 3, 2
# So far over its edge lines of a column reach that go on above or below it, in points.
MIN_OVER_PT = 6.0
# Lines this near above and below it are looked at, in points: three or four of them.
NEAR_PT = 50.0
# Text keeps this far off above and below it, in points: a line at most.
OFFSET_PT = 14.0
# Left edges of a column's lines differ by less than this, in points.
SAME_EDGE_PT = 3.0


def straddles(box: Box, lines: Sequence[Box]) -> bool:
    """Whether two columns of lines, narrower beside a box, go on above or below it with white between them."""
    left, right, over = [], [], []
    for line in lines:
        is_level = line.top < box.bottom and box.top < line.bottom
        if not is_level:
            if box.top - NEAR_PT < line.bottom and line.top < box.bottom + NEAR_PT:
                over.append(line)
        elif line.x1 <= box.x0 + SAME_EDGE_PT:
            left.append(line)
        elif line.x0 >= box.x1 - SAME_EDGE_PT:
            right.append(line)
    if min(len(left), len(right)) < MIN_BESIDE:
        return False
    first = [line for line in over if line.x0 < box.x0 and box.x0 + MIN_OVER_PT < line.x1 < box.x1]
    second = [line for line in over if line.x1 > box.x1 and box.x0 < line.x0 < box.x1 - MIN_OVER_PT]
    if min(len(first), len(second)) < MIN_REACHING:
        return False
    edges = min(line.x0 for line in left), min(line.x0 for line in first)
    is_parted = max(line.x1 for line in first) + MIN_GUTTER_PT <= min(line.x0 for line in second)
    return is_parted and abs(edges[0] - edges[1]) <= SAME_EDGE_PT


def run_round(flow: Iterable[FlowLine | FlowAnchor], astride: Sequence[Item]) -> Iterator[FlowLine | FlowAnchor]:
    """The flow of a page, its lines told where the nearest box begins that they run up to."""
    for element in flow:
        if isinstance(element, FlowLine):
            yield element._replace(reach=_find_reach(element.line.box, astride))
        else:
            yield element


def _find_reach(line: Box, astride: Sequence[Item]) -> float:
    boxes = [item.box for item in astride if item.box.x0 >= line.x1 - 1]
    level = (box.x0 for box in boxes if box.top - OFFSET_PT < line.bottom and line.top < box.bottom + OFFSET_PT)
    return min(level, default=float("inf"))
