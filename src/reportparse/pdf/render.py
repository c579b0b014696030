"""A page as people see it: its image, drawn by PDFium."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from reportparse.geometry import Box
from reportparse.pdf import native

if TYPE_CHECKING:
    from PIL.Image import Image

_BGRX = 3  # FPDFBitmap_BGRx: four bytes a pixel, the last unused
_WHITE = 0xFFFFFFFF
_ANNOTATIONS = 0x01  # FPDF_ANNOT: what stands on the page counts as seen

# A page is drawn into at most this many pixels, 80 MB: a poster of 3 m would take the memory of the machine.
MAX_PIXELS = 20_000_000


def draw_page(handle: int, box: Box, scale: float) -> Image:
    """The image of an open page whose visible part is `box`, in `scale` pixels a point, or fewer for a huge page.

    The image's corner is the box's: a point (x, y) of the page lies at pixel `((x - box.x0), (y - box.top)) * scale`.
    """
    from PIL import Image  # noqa: PLC0415  # comes with pdfplumber; nothing but drawing needs it

    scale = min(scale, (MAX_PIXELS / max(1.0, box.area)) ** 0.5)
    width, height = max(1, round(box.width * scale)), max(1, round(box.height * scale))
    pixels = bytearray(width * height * 4)
    start = ctypes.addressof(ctypes.c_char.from_buffer(pixels))
    bitmap = native.bitmap_create(width, height, _BGRX, start, width * 4)
    try:
        native.bitmap_fill(bitmap, 0, 0, width, height, _WHITE)
        native.render_page(bitmap, handle, 0, 0, width, height, 0, _ANNOTATIONS)
    finally:
        native.bitmap_destroy(bitmap)
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", 0, 1)
