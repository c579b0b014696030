"""A picture as people see it: its part of the page, drawn by PDFium."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

from reportparse.geometry import Box, grow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL.Image import Image

    from reportparse.pdf import Document

# Two pixels a point: text of 7 pt can be read.
SCALE = 2.0
# White round a picture, in points: strokes are as thick as that.
MARGIN_PT = 3.0


class Placed(Protocol):
    """A picture of the pictures room or of a record."""

    @property
    def page(self) -> int:
        """From 1."""

    @property
    def bbox(self) -> Any:
        """The four sides, in points."""


def crop_pictures(
    document: Document, pictures: Iterable[Placed], *, scale: float = SCALE
) -> Iterator[tuple[Placed, Image]]:
    """Each picture with its image, page by page; `scale` is in pixels a point.

    Raises:
        DamagedPdf: A page can not be loaded.
    """
    for number, group in groupby(sorted(pictures, key=lambda picture: picture.page), key=lambda picture: picture.page):
        image, shown = document.draw_page(number, scale)
        drawn = image.width / max(1.0, shown.width)  # fewer pixels a point on huge pages
        for picture in group:
            box = grow(Box(*picture.bbox), MARGIN_PT)
            sides = (box.x0 - shown.x0, box.top - shown.top, box.x1 - shown.x0, box.bottom - shown.top)
            left, top, right, bottom = (round(side * drawn) for side in sides)
            yield picture, image.crop((max(left, 0), max(top, 0), min(right, image.width), min(bottom, image.height)))
