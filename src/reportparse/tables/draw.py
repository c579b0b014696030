"""A page as a picture, with the rules, cells and headers that were found drawn in, for people who debug by looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportparse.geometry import Box
from reportparse.tables.rulings import find_edges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from reportparse.models import Table
    from reportparse.pdf import Page

RULE = (0, 90, 255, 160)
TABLE = (220, 0, 0, 255)
CELL = (0, 140, 60)
HEADER = (255, 140, 0)
# How much of the page shows through a cell, of 255.
FILL, LINE = 40, 200


def draw_tables(image: Image, shown: Box, page: Page, tables: Sequence[Table]) -> Image:
    """A copy of `image`, which shows the part `shown` of `page`: rules blue, headers orange, cells green, tables red.

    Each table's id and confidence stand at its top left corner.
    """
    from PIL import Image as Images  # noqa: PLC0415  # pillow is slow to load, and only pictures need it
    from PIL import ImageDraw  # noqa: PLC0415

    base = image.convert("RGBA")
    layer = Images.new("RGBA", base.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    scale = image.width / max(shown.width, 1.0)

    def place(x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
        left, high = (x0 - shown.x0) * scale, (top - shown.top) * scale
        return left, high, max(left, (x1 - shown.x0) * scale), max(high, (bottom - shown.top) * scale)

    level, upright = find_edges(page)
    for edge in level:
        pen.line(place(edge.start, edge.at, edge.end, edge.at), fill=RULE, width=2)
    for edge in upright:
        pen.line(place(edge.at, edge.start, edge.at, edge.end), fill=RULE, width=2)
    for table in tables:
        for cell in table.cells:
            if cell.bbox is not None and cell.page == page.number:
                is_head = cell.row < table.header_rows or cell.column < table.header_columns
                color = HEADER if is_head else CELL
                pen.rectangle(place(*cell.bbox), fill=(*color, FILL), outline=(*color, LINE))
        for span in table.spans:
            if span.page == page.number:
                box = place(*span.bbox)
                pen.rectangle(box, outline=TABLE, width=2)
                score = f" {table.confidence.score:.2f} {table.confidence.method}" if table.confidence else ""
                pen.text((box[0], max(0.0, box[1] - 12)), f"{table.id}{score}", fill=TABLE)
    return Images.alpha_composite(base, layer).convert("RGB")
