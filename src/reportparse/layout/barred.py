"""Boxes of text that one thick line at their left tells, as web pages and brochures set case studies."""

from collections.abc import Sequence

from reportparse.geometry import Box
from reportparse.layout.banded import MIN_HEIGHT_PT, is_prose
from reportparse.layout.frames import WHITE_FROM, Frame
from reportparse.layout.lines import Line
from reportparse.pdf import Page, Path

# Width of the line, in points: rules between columns and changes marked in a margin are thinner, pictures wider.
MIN_BAR_PT, MAX_BAR_PT = 1.4, 15.0
# The text begins this far right of the line, in points.
MIN_GAP_PT, MAX_GAP_PT = 2.0, 26.0
# The line reaches this far above and below the text, in points, beside the letters themselves.
MAX_PADDING_PT = 24.0
# Lines of text begin at one edge, all but the markers and the items of lists.
SAME_EDGE_PT = 2.5
# A quotation is set so too, and belongs to the text that it is quoted in.
QUOTES = ("“", "‘", '"', "'")


def find_barred(page: Page, lines: Sequence[Line], taken: Sequence[Box]) -> list[Frame]:
    """The boxes of a page right of a thick line; nothing of `taken` (tables, pictures, boxes) is in them."""
    found: list[Frame] = []
    for bar in page.paths:
        if bar.box.height >= MIN_HEIGHT_PT and _is_bar(bar):
            box = _find_text(bar.box, lines)
            if box is not None and not any(_overlap(box, other) for other in taken):
                found.append(Frame(page.number, box, None, is_bordered=True))
    return found


def _is_bar(path: Path) -> bool:
    color = path.fill if path.fill is not None else path.stroke
    width = path.box.width if path.fill is not None else max(path.box.width, path.width)
    return MIN_BAR_PT <= width <= MAX_BAR_PT and color is not None and min(color) < WHITE_FROM


def _find_text(bar: Box, lines: Sequence[Line]) -> Box | None:
    """The box from the bar to the end of the prose beside it, which begins and ends with the bar and quotes nobody."""
    beside = [
        line
        for line in lines
        if bar.top <= line.box.middle[1] <= bar.bottom and MIN_GAP_PT <= line.box.x0 - bar.x1 <= MAX_GAP_PT
    ]
    edge = min((line.box.x0 for line in beside), default=0.0)
    if not is_prose(beside) or beside[0].text.startswith(QUOTES):
        return None
    if sum(line.box.x0 - edge <= SAME_EDGE_PT for line in beside) * 2 <= len(beside):
        return None
    above = min(line.box.top for line in beside) - bar.top
    below = bar.bottom - max(line.box.bottom for line in beside)
    if max(above, below) > MAX_PADDING_PT:
        return None
    return Box(bar.x0, bar.top, max(line.box.x1 for line in beside), bar.bottom)


def _overlap(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0) and min(a.bottom, b.bottom) > max(a.top, b.top)
