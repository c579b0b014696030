"""A scan: the pages of a PDF as pictures, a little askew, in black and white, with no text behind them."""

import io
import random

import pypdfium2
from PIL import Image

# Dots to an inch of an office scanner's usual setting for letters, and how far a sheet lies askew in it, in degrees.
DOTS, ASKEW = 200, 0.4


def scan(data: bytes) -> bytes:
    """The PDF as a scanner would give it back."""
    tilt = random.Random(1)  # noqa: S311
    pages = []
    for page in pypdfium2.PdfDocument(data):
        image = page.render(scale=DOTS / 72, grayscale=True).to_pil()
        image = image.rotate(tilt.uniform(-ASKEW, ASKEW), resample=Image.Resampling.BICUBIC, fillcolor=255)
        pages.append(image.point(lambda level: 255 * (level > 150)).convert("1"))
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS)
    return out.getvalue()
