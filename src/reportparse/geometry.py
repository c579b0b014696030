"""`Box` in points from the page's top-left corner, and what boxes do to each other."""

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in pdfplumber's coordinates: points, `top` less than `bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Square points; 0 for a box turned inside out."""
        return max(0.0, self.x1 - self.x0) * max(0.0, self.bottom - self.top)

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle, x first."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def unite(boxes: Iterable[Box]) -> Box:
    """The smallest box round all of `boxes`, of which there is at least one.

    >>> unite([Box(0, 0, 2, 2), Box(1, 1, 5, 3)])
    Box(x0=0, top=0, x1=5, bottom=3)
    """
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))


def shared_width(a: Box, b: Box) -> float:
    """Points over which the two stand above each other; 0 if they do not."""
    return max(0.0, min(a.x1, b.x1) - max(a.x0, b.x0))


def shared_height(a: Box, b: Box) -> float:
    """Points over which the two stand beside each other; 0 if they do not."""
    return max(0.0, min(a.bottom, b.bottom) - max(a.top, b.top))


def shared_area(a: Box, b: Box) -> float:
    """Square points that both boxes cover."""
    return shared_width(a, b) * shared_height(a, b)


def is_inside(inner: Box, outer: Box, *, slack: float = 0.0) -> bool:
    """Whether no side of `inner` lies more than `slack` points outside `outer`."""
    return (
        inner.x0 >= outer.x0 - slack
        and inner.top >= outer.top - slack
        and inner.x1 <= outer.x1 + slack
        and inner.bottom <= outer.bottom + slack
    )


def has_middle_in(inner: Box, outer: Box) -> bool:
    """Whether the middle of `inner` lies in `outer`."""
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom


def grow(box: Box, margin: float) -> Box:
    """`box` with `margin` points more on every side."""
    return Box(box.x0 - margin, box.top - margin, box.x1 + margin, box.bottom + margin)
