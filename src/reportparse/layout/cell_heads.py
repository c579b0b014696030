"""Titles in a line over the cells of a number strip, one over each: they are no sentence across the page."""

from collections.abc import Sequence

from reportparse.geometry import Box, unite
from reportparse.layout.sides import Item, LineItem

# A title begins where its cell does, or has its middle, to so many points; and stands so near above it, in its height.
SAME_EDGE_PT, MAX_GAP = 2.0, 1.5
# Titles of one row stand on one baseline, to so many points.
SAME_LEVEL_PT = 1.0


def find_cell_heads(cells: Sequence[Box], items: Sequence[Item]) -> list[LineItem]:
    """The line above each of the cells, from left to right; none where not each has one, or they are not level."""
    whole = unite(cells)
    lines = [item for item in items if isinstance(item, LineItem) and item.box.bottom <= whole.top + SAME_LEVEL_PT]
    near = [line for line in lines if whole.top - line.box.bottom <= MAX_GAP * line.box.height]
    if len(near) != len(cells):
        return []
    near.sort(key=lambda line: line.box.x0)
    is_level = max(line.box.bottom for line in near) - min(line.box.bottom for line in near) <= SAME_LEVEL_PT
    return near if is_level and all(map(_is_over, near, cells)) else []


def _is_over(line: LineItem, cell: Box) -> bool:
    return min(abs(line.box.x0 - cell.x0), abs(line.box.middle[0] - cell.middle[0])) <= SAME_EDGE_PT


__all__ = ["find_cell_heads"]
