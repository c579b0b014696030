"""Titles at the left of what a box says, as banners with a purpose or a promise have them: each is read first."""

from collections.abc import Sequence

from reportparse.geometry import shared_height, unite
from reportparse.layout.sides import Item, LineItem

# Least space between the title and the text, in points; lines of a title; lines of a text, and words of each.
MIN_GUTTER_PT, MAX_LINES, MIN_LINES, MIN_WORDS = 6.0, 3, 2, 4
# The lines of the text begin at one edge, to so many points.
SAME_EDGE_PT = 3.0


def part_title(items: Sequence[Item]) -> list[list[Item]]:
    """The title at the left of a box, and the text beside it, of another type; none where the box is set otherwise."""
    lines = [item for item in items if isinstance(item, LineItem)]
    if len(lines) < MIN_LINES + 1 or len(lines) < len(items):
        return []
    first = min(lines, key=lambda item: item.box.x0).line.style
    title = [item for item in lines if item.line.style == first]
    text = [item for item in lines if item.line.style != first]
    if len(title) > MAX_LINES or len(text) < MIN_LINES:
        return []
    left, right = unite(item.box for item in title), unite(item.box for item in text)
    is_set = all(abs(item.box.x0 - right.x0) <= SAME_EDGE_PT for item in text)
    is_prose = sum(item.word_count for item in text) >= MIN_WORDS * len(text)
    is_beside = left.x1 + MIN_GUTTER_PT <= right.x0 and shared_height(left, right) > left.height / 2
    is_title = first.is_bold or first.size > max(item.line.style.size for item in text)
    parts: list[list[Item]] = [list(title), list(text)]
    return parts if is_set and is_prose and is_beside and is_title else []


__all__ = ["part_title"]
