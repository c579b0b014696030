"""Page images for a web page: drawn by PDFium, made small, as data URIs."""

import base64
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PIL.Image import Dither, Image, Quantize

from reportparse.errors import DamagedPdf
from reportparse.geometry import Box
from reportparse.pdf import Document

# What all images of a page may take on average, in bytes of the data URI.  60 pages of this and their records stay
# under 5 MB; at the first step below a full page of text takes some 60,000, one with pictures 45,000 (two reports).
BYTES_A_PAGE = 58_000

# Pixels a point and colours, best first.  Few colours without loss keep letters sharp in half the bytes that JPEG
# takes; the last step is readable still.
STEPS = ((1.5, 16), (1.5, 8), (1.25, 8), (1.0, 8), (0.75, 4))


class PageImage(NamedTuple):
    """A page as it is shown."""

    number: int
    """From 1."""
    box: Box
    """The part of the page that the image shows, in points."""
    uri: str | None
    """The image; None for a page that can not be drawn."""
    width: int
    """Pixels."""
    height: int


def draw_pages(
    document: Document, numbers: Sequence[int], *, bytes_a_page: int = BYTES_A_PAGE
) -> Iterator[PageImage]:
    """The pages with these numbers, each at the best step that the bytes left over allow."""
    left = bytes_a_page * len(numbers)
    for index, number in enumerate(numbers):
        page = _draw(document, number, left // (len(numbers) - index))
        left -= len(page.uri or "")
        yield page


def _draw(document: Document, number: int, room: int) -> PageImage:
    try:
        image, box = document.draw_page(number, STEPS[0][0])
    except DamagedPdf:
        return PageImage(number, Box(0, 0, 595, 842), None, 893, 1263)
    for scale, colors in STEPS:
        size = (max(1, round(box.width * scale)), max(1, round(box.height * scale)))
        uri = _encode(image if size == image.size else image.resize(size), colors, room)
        if len(uri) <= room:
            break
    return PageImage(number, box, uri, *image.size)


def _encode(image: Image, colors: int, room: int) -> str:
    """WebP: without loss in few colours; with some in all of them where that takes too much, as for photographs."""
    target = io.BytesIO()
    few = image.quantize(colors, method=Quantize.FASTOCTREE, dither=Dither.NONE).convert("RGB")
    few.save(target, "WEBP", lossless=True, quality=20, method=1)
    if target.tell() * 4 > room * 3:  # base64 makes four bytes of three
        soft = io.BytesIO()
        image.save(soft, "WEBP", quality=40, method=1)
        target = min(target, soft, key=io.BytesIO.tell)
    return "data:image/webp;base64," + base64.b64encode(target.getvalue()).decode()
