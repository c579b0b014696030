"""Steps of a process: arrows of one size in a row, each pointing at the next, with words in them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportparse.geometry import Box, unite
from reportparse.pictures.shapes import Bar, Outline

# An arrow with words in it is at least so wide and high, in points, has so many corners, and so many are a row.
MIN_WIDTH_PT, MIN_HEIGHT_PT, MIN_CORNERS, MIN_ARROWS = 30.0, 15.0, 5, 3
# Edges that differ by less than this, in points, are one; the tip lies at the middle to this part of the height.
SAME_PT, MIDDLE = 1.0, 0.1


def find_arrow_rows(outlines: Iterable[Outline], bars: Iterable[Bar]) -> Iterator[Box]:
    """The boxes round rows of arrows that point to the right, each beginning where the one before ends.

    The first one has a straight back, and so may be one of the `bars`: these are all shapes that are nearly boxes.
    """
    arrows = sorted({outline.box for outline in outlines if _is_arrow(outline)}, key=lambda box: (box.top, box.x0))
    rows: list[list[Box]] = []
    for arrow in arrows:
        if rows and _follows(rows[-1][-1], arrow):
            rows[-1].append(arrow)
        else:
            first = next((bar.box for bar in bars if _follows(bar.box, arrow)), None)
            rows.append([arrow] if first is None else [first, arrow])
    yield from (unite(row) for row in rows if len(row) >= MIN_ARROWS)


def _follows(before: Box, arrow: Box) -> bool:
    """Whether an arrow is as large as the one before, and begins at its tip or in its head."""
    is_level = abs(before.top - arrow.top) <= SAME_PT and abs(before.bottom - arrow.bottom) <= SAME_PT
    is_alike = abs(before.width - arrow.width) <= arrow.height / 2
    return is_level and is_alike and abs(arrow.x0 - before.x1) <= arrow.height / 2


def _is_arrow(outline: Outline) -> bool:
    """Whether a shape with straight sides ends in one tip, at half its height, and has its other corners behind."""
    box, points = outline.box, set(outline.points)
    if outline.is_round or box.width < MIN_WIDTH_PT or box.height < MIN_HEIGHT_PT or len(points) < MIN_CORNERS:
        return False
    tips = [top for x, top in points if box.x1 - x <= SAME_PT]
    return len(tips) == 1 and abs(tips[0] - box.middle[1]) <= MIDDLE * box.height and _are_level(points, box)


def _are_level(points: Iterable[tuple[float, float]], box: Box) -> bool:
    """Whether each side from the back to the head is one level line: no hill or banner has two."""
    sides = [sorted(x for x, top in points if abs(top - edge) <= SAME_PT) for edge in (box.top, box.bottom)]
    return all(len(side) > 1 and max(b - a for a, b in pairwise(side)) >= box.width / 2 for side in sides)


__all__ = ["find_arrow_rows"]
