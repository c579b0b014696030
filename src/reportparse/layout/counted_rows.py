"""Things that are counted from left to right, row by row: "Aim 1" beside "Aim 2", "Aim 3" below the first."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.layout.sides import Item, LineItem

# Heads of one row stand at one height, to this many points.
SAME_TOP_PT = 2.0
_COUNTED = re.compile(r"(?P<name>(?:[^\W\d]+\s)?)(?P<number>\d{1,2})(?:[\s:.)–-]|$)")


class _Head(NamedTuple):
    top: float
    x0: float
    number: int


def find_row_levels(left: Sequence[Item], right: Sequence[Item]) -> list[float]:
    """Where the rows below the first begin, if heads of one type on both sides count across the columns; else none.

    Each row begins below all that stands above its heads.
    """
    sides = [(item, 0) for item in left] + [(item, 1) for item in right]
    heads: defaultdict[tuple[object, ...], tuple[list[_Head], list[_Head]]] = defaultdict(lambda: ([], []))
    for item, side in sides:
        match = _COUNTED.match(item.line.text) if isinstance(item, LineItem) else None
        if match is not None and isinstance(item, LineItem):
            style = item.line.style
            head = _Head(item.box.top, item.box.x0, int(match["number"]))
            heads[match["name"], style.font, style.size][side].append(head)
    boxes = [item.box for item, _ in sides]
    for mine, others in heads.values():
        rows = _find_rows(mine, others)
        levels = [_find_level(row[0].top, boxes) for row in rows[1:]]
        if levels and None not in levels:
            return [level for level in levels if level is not None]
    return []


def _find_rows(mine: Sequence[_Head], others: Sequence[_Head]) -> list[list[_Head]]:
    """Heads at one height, from left to right; none where they do not count on from each row to the next."""
    if len(mine) < 2 or not others:
        return []
    rows = [
        [head, *sorted((other for other in others if abs(other.top - head.top) <= SAME_TOP_PT), key=lambda one: one.x0)]
        for head in sorted(mine)
    ]
    counted = list(chain.from_iterable(rows))
    is_whole = len(counted) == len(mine) + len(others) and len(rows[0]) > 1
    return rows if is_whole and all(b.number - a.number == 1 for a, b in pairwise(counted)) else []


def _find_level(top: float, boxes: Sequence[Box]) -> float | None:
    """The lowest edge of what stands above a height; None where something reaches over that."""
    level = max((box.bottom for box in boxes if box.middle[1] < top and box.bottom <= top + SAME_TOP_PT), default=None)
    if level is None or any(box.top < level - 1 and box.bottom > level + 1 for box in boxes):
        return None
    return level


def cut_at(items: Sequence[Item], levels: Sequence[float]) -> Iterator[list[Item]]:
    """The items above the first level, between it and the next, and so on."""
    edges = [float("-inf"), *levels, float("inf")]
    for upper, lower in pairwise(edges):
        yield [item for item in items if upper <= item.box.middle[1] < lower]


__all__ = ["cut_at", "find_row_levels"]
