"""From PDF user space (origin bottom left, unrotated) to pdfplumber's coordinates (from the top left, as shown)."""

import ctypes
from ctypes import byref
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.pdf import native


class Space(NamedTuple):
    """x' = a·x + c·y + e and top = b·x + d·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of user space, given by two opposite corners, on the page."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def page_space(media: tuple[float, float, float, float], rotation: int) -> Space:
    """The space of a page with that media box (x0, y0, x1, y1) turned clockwise by `rotation` degrees.

    The same as pdfminer's page matrix followed by pdfplumber's flip, so a media box that does not begin at 0 keeps
    its x0, as there.

    >>> page_space((0.0, 0.0, 600.0, 800.0), 0).point(10.0, 790.0)
    (10.0, 10.0)
    >>> page_space((0.0, 0.0, 600.0, 800.0), 90).point(10.0, 790.0)
    (790.0, 10.0)
    """
    x0, y0, x1, y1 = media
    a, b, c, d, e, f = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }.get(rotation, (1, 0, 0, 1, -x0, -y0))
    left, low, high = (y0, x0, x1) if rotation in (90, 270) else (x0, y0, y1)
    height = high - low
    return Space(a, -b, c, -d, e + left, height - f + height - high)


def find_space(page: int, rotation: int) -> tuple[Space, Box]:
    """How user space lies on the page, and what of it is shown."""
    bounds = native.Rect()
    native.page_bounds(page, byref(bounds))
    media = [ctypes.c_float() for _ in range(4)]
    has_media = native.page_media_box(page, *map(byref, media))
    left, low, right, high = (side.value for side in media)
    if not has_media or left == right or low == high:  # PDFium then takes a page of its own
        left, low, right, high = bounds.left, bounds.bottom, bounds.right, bounds.top
    space = page_space((min(left, right), min(low, high), max(left, right), max(low, high)), rotation)
    return space, space.box(bounds.left, bounds.bottom, bounds.right, bounds.top)
