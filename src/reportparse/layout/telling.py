"""Whether the order in which a page's content tells its lines means something: some programs write them anyhow."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.layout.lines import Line

# Pages with fewer lines tell nothing by their order.
MIN_LINES = 12
# A line goes on from the one told before it where it stands beside it, or this far below it, in its heights.
MAX_STEP = 3.0
# Least part of the lines that do: 0.33 is the least on 700 pages of reports, lines in any order reach 0.05.
MIN_SHARE = 0.2


def is_told_in_order(lines: Sequence[Line]) -> bool:
    """Whether most lines of a page stand beside or below what its content tells right before them."""
    if len(lines) < MIN_LINES:
        return True
    told = sorted(lines, key=lambda line: line.words[0].order)
    near = sum(_goes_on(a, b) for a, b in pairwise(told))
    return near >= MIN_SHARE * (len(told) - 1)


def _goes_on(before: Line, line: Line) -> bool:
    x0, top, x1, bottom = before.box
    if line.box.x0 >= x1 and line.box.top < bottom and top < line.box.bottom:
        return True
    return 0 < line.baseline - before.baseline <= MAX_STEP * (bottom - top) and line.box.x0 < x1 and x0 < line.box.x1


__all__ = ["is_told_in_order"]
