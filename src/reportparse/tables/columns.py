"""Columns of a table from the white strips between what its rows hold."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.tables.segments import Row, Segment

# Part of the rows that may cross a strip: spanning headers and long labels.
MAX_CROSSING = 0.12
# From so many rows on, one may cross.
MANY_ROWS = 6
# Narrowest strip, in parts of the type size.
MIN_STRIP_EM = 0.45


class Strip(NamedTuple):
    """A white strip between two columns."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """Where the columns part."""
        return (self.x0 + self.x1) / 2


def find_strips(rows: Sequence[Row], *, max_crossing: float = MAX_CROSSING) -> list[Strip]:
    """Strips that few of the rows cross, from left to right; what stands alone in a strip parts it in two."""
    allowed = max(int(max_crossing * len(rows)), int(max_crossing > 0 and len(rows) >= MANY_ROWS))
    events: list[tuple[float, int]] = []
    for row in rows:
        for segment in row:
            events += [(segment.x0, 1), (segment.x1, -1)]
    if not events:
        return []
    events.sort()
    size = min(segment.size for row in rows for segment in row)
    spans, depth, begin = [], 0, None
    for x, step in events:
        depth += step
        if depth <= allowed and begin is None:
            begin = x
        elif depth > allowed and begin is not None:
            spans.append(Strip(begin, x))
            begin = None
    left = next(x for x, _ in events)
    inner = [span for span in spans if span.x0 > left or depth_before(rows, span.x0)]
    strips = [part for span in inner for part in _part(span, rows, size)]
    return [strip for strip in strips if strip.x1 - strip.x0 >= MIN_STRIP_EM * size and _has_sides(strip, rows)]


def depth_before(rows: Sequence[Row], x: float) -> bool:
    """Whether anything stands left of `x`."""
    return any(segment.x1 <= x for row in rows for segment in row)


def _has_sides(strip: Strip, rows: Sequence[Row]) -> bool:
    left = any(segment.x1 <= strip.x0 + 0.5 for row in rows for segment in row)
    return left and any(segment.x0 >= strip.x1 - 0.5 for row in rows for segment in row)


def _part(span: Strip, rows: Sequence[Row], size: float) -> list[Strip]:
    """The strip without the few segments that stand wholly in it: a column of few cells."""
    inside = sorted(
        (segment.x0, segment.x1)
        for row in rows
        for segment in row
        if segment.x0 >= span.x0 + MIN_STRIP_EM * size and segment.x1 <= span.x1 - MIN_STRIP_EM * size
    )
    parts, start = [], span.x0
    for x0, x1 in inside:
        if x0 > start:
            parts.append(Strip(start, x0))
        start = max(start, x1)
    return [*parts, Strip(start, span.x1)]


def place(segment: Segment, strips: Sequence[Strip]) -> tuple[int, int]:
    """First and last column that a segment stands in.

    What begins in a strip stands right of it and what ends in one stands left of it, so that a header may be wider
    than its column; only what reaches over a whole strip spans.
    """
    slack = 0.3 * segment.size
    first = sum(segment.x0 >= strip.x0 - slack for strip in strips)
    last = sum(segment.x1 > strip.x1 + slack for strip in strips)
    if last < first:
        middle = sum(strip.middle < (segment.x0 + segment.x1) / 2 for strip in strips)
        return middle, middle
    return first, last


def place_row(row: Row, strips: Sequence[Strip]) -> list[tuple[int, int, Segment]]:
    """The segments of a line with their columns; where two claim a column, it goes to the one that fills more of it."""
    placed = [list(place(segment, strips)) for segment in row]
    for (a, _), (b, right) in pairwise(zip(placed, row, strict=True)):
        if a == b and a[0] == a[1] < len(strips) and right.x0 >= strips[a[0]].x0:
            b[:] = [b[0] + 1, b[1] + 1]  # a header that stands wholly in the strip before its column
    for (a, left), (b, right) in pairwise(zip(placed, row, strict=True)):
        while a[1] >= b[0] and (a[1] > a[0] or b[1] > b[0]):
            low = strips[b[0] - 1].middle if b[0] else left.x0
            high = strips[a[1]].middle if a[1] < len(strips) else right.x1
            gives_left = min(left.x1, high) - max(left.x0, low) < min(right.x1, high) - max(right.x0, low)
            if (gives_left and a[1] > a[0]) or b[1] == b[0]:
                a[1] -= 1
            else:
                b[0] += 1
    return [(first, last, segment) for (first, last), segment in zip(placed, row, strict=True)]


def edges_of(left: float, strips: Sequence[Strip], right: float) -> tuple[float, ...]:
    """Left edge, the middles of the strips, right edge."""
    edges = (left, *(strip.middle for strip in strips), right)
    assert all(a <= b for a, b in pairwise(edges))  # noqa: S101
    return edges
