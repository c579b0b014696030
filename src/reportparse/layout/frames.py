"""Boxes drawn round text: filled or framed rectangles, the smallest that holds each line."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportparse.geometry import Box, is_inside, shared_area
from reportparse.pdf import Color, Page, Path

# A box wider and higher than these parts of the page is its ground, not a box on it.
MAX_PAGE_SHARE = 0.7
# Smallest box that holds a line of text, in points.
MIN_WIDTH_PT, MIN_HEIGHT_PT = 40.0, 12.0
# White on white is not drawn; see `pdf.visibility` for how near two colours can be.
WHITE_FROM = 250
# How far letters may reach over the edge of their box.
SLACK_PT = 1.5


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle drawn on a page that may hold text."""

    page: int
    box: Box
    fill: Color | None
    is_bordered: bool


def find_frames(page: Page) -> list[Frame]:
    """The boxes of a page, the smallest first; boxes drawn one on the other are one."""
    frames: list[Frame] = []
    for path in page.paths:
        if path.box.width < MIN_WIDTH_PT or path.box.height < MIN_HEIGHT_PT or not _is_box(path):
            continue
        if path.box.area > MAX_PAGE_SHARE * page.box.area or _is_unseen(path):
            continue
        frame = Frame(page.number, path.box, path.fill, path.stroke is not None)
        twin = next((i for i, f in enumerate(frames) if _is_same(f.box, frame.box)), None)
        if twin is None:
            frames.append(frame)
        else:
            frames[twin] = Frame(page.number, frame.box, frame.fill or frames[twin].fill, True)
    return sorted(frames, key=lambda frame: frame.box.area)


def _is_box(path: Path) -> bool:
    """A rectangle, with square or rounded corners: all its points lie on the four sides of its box."""
    if not 4 <= len(path.points) <= 40:
        return False
    box = path.box
    near = 0.12 * min(box.width, box.height) + 2
    return all(min(x - box.x0, box.x1 - x, top - box.top, box.bottom - top) <= near for _, x, top in path.points)


def _is_unseen(path: Path) -> bool:
    return path.stroke is None and path.fill is not None and min(path.fill) >= WHITE_FROM


def _is_same(a: Box, b: Box) -> bool:
    return shared_area(a, b) > 0.9 * max(a.area, b.area)


def frame_of(box: Box, frames: Sequence[Frame]) -> Frame | None:
    """The smallest frame round `box`; `frames` come smallest first."""
    return next((frame for frame in frames if is_inside(box, frame.box, slack=SLACK_PT)), None)
