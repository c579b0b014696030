"""Boxes of text that one thick line at their left tells, as web pages and brochures set case studies."""

from collections.abc import Sequence

from reportparse.geometry import Box, unite
from reportparse.layout.banded import MIN_HEIGHT_PT, is_prose
from reportparse.layout.frames import WHITE_FROM, Frame
from reportparse.layout.hanging import is_bullet
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
# So many bullets make a list of what stands beside a line.
MIN_BULLETS = 2
# The line of a timeline has at least so many marks, no larger than this, in points.
MIN_MARKS, MAX_MARK_PT = 3, 20.0
# A quotation is set so too, and belongs to the text that it is quoted in.
QUOTES = ("“", "‘", '"', "'")


def find_barred(page: Page, lines: Sequence[Line], taken: Sequence[Box]) -> list[Frame]:
    """The boxes of a page right of a thick line; nothing of `taken` (tables, pictures, boxes) is in them."""
    found: list[Frame] = []
    for bar in _join_pieces([path for path in page.paths if _is_bar(path)]):
        if bar.height >= MIN_HEIGHT_PT and not _is_timeline(bar, page.paths):
            box = _find_text(bar, lines)
            if box is not None and not any(_overlap(box, other) for other in taken):
                found.append(Frame(page.number, box, None, is_bordered=False))
    return found


def _is_timeline(bar: Box, paths: Sequence[Path]) -> bool:
    """Whether marks stand on the line, one for each thing that happened."""
    marks = [
        path.box
        for path in paths
        if max(path.box.width, path.box.height) <= MAX_MARK_PT
        and path.box.width > bar.width
        and abs(path.box.middle[0] - bar.middle[0]) <= SAME_EDGE_PT
        and bar.top - MAX_MARK_PT <= path.box.middle[1] <= bar.bottom + MAX_MARK_PT
    ]
    return len({round(mark.middle[1]) for mark in marks}) >= MIN_MARKS


def _join_pieces(bars: Sequence[Path]) -> list[Box]:
    """The lines drawn; pieces that touch are one, as word processors draw the border of each paragraph."""
    joined: list[Box] = []
    looks: list[tuple[object, ...]] = []
    for bar in sorted(bars, key=lambda bar: (round(bar.box.x0), bar.box.top)):
        look = (round(bar.box.x0), bar.fill, bar.stroke)
        if joined and looks[-1] == look and bar.box.top <= joined[-1].bottom + SAME_EDGE_PT:
            joined[-1] = unite([joined[-1], bar.box])
        else:
            joined.append(bar.box)
            looks.append(look)
    return joined


def _is_bar(path: Path) -> bool:
    color = path.fill if path.fill is not None else path.stroke
    width = path.box.width if path.fill is not None else max(path.box.width, path.width)
    return MIN_BAR_PT <= width <= MAX_BAR_PT and color is not None and min(color) < WHITE_FROM


def _find_text(bar: Box, lines: Sequence[Line]) -> Box | None:
    """The box from the bar to the end of the prose beside it, which begins and ends with the bar and quotes nobody."""
    right = [line for line in lines if line.box.x0 - bar.x1 >= MIN_GAP_PT]
    level = [line for line in right if bar.top <= line.box.middle[1] <= bar.bottom]
    near = [line for line in level if line.box.x0 - bar.x1 <= MAX_GAP_PT]
    bullets = [line for line in near if is_bullet(line)]
    beside = [*near, *_find_items(bullets, near, level)]
    edge = min((line.box.x0 for line in near), default=0.0)
    if not (is_prose(near) or len(bullets) >= MIN_BULLETS) or near[0].text.startswith(QUOTES):
        return None
    if sum(line.box.x0 - edge <= SAME_EDGE_PT for line in near) * 2 <= len(near):
        return None
    above = min(line.box.top for line in beside) - bar.top
    below = bar.bottom - max(line.box.bottom for line in beside)
    if max(above, below) > MAX_PADDING_PT:
        return None
    return Box(bar.x0, bar.top, max(line.box.x1 for line in beside), bar.bottom)


def _find_items(bullets: Sequence[Line], near: Sequence[Line], level: Sequence[Line]) -> list[Line]:
    """The lines of a list further right than other text, which begin where those beside its bullets do."""
    edges = {
        min((line.box.x0 for line in level if line not in near and _is_beside(bullet, line)), default=0.0)
        for bullet in bullets
    }
    return [
        line for line in level if line not in near and any(abs(line.box.x0 - edge) <= SAME_EDGE_PT for edge in edges)
    ]


def _is_beside(bullet: Line, line: Line) -> bool:
    return abs(line.baseline - bullet.baseline) <= SAME_EDGE_PT


def _overlap(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0) and min(a.bottom, b.bottom) > max(a.top, b.top)
