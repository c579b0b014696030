"""Boxes drawn round text: filled or framed rectangles, the smallest that holds each line."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box, has_middle_in, is_inside, shared_area, unite
from reportparse.pdf import Color, Page, Path, Rule

# A box wider and higher than these parts of the page is its ground, not a box on it.
MAX_PAGE_SHARE = 0.7
# Smallest box that holds a line of text, in points.
MIN_WIDTH_PT, MIN_HEIGHT_PT = 40.0, 12.0
# What runs over the edge of the page reaches it to so many points.
BLEED_PT = 1.0
# White on white is not drawn; see `pdf.visibility` for how near two colours can be.
WHITE_FROM = 250
# A box that covers this part of the page is its paper; colours of which no channel differs by more than this are one.
MIN_GROUND, SAME_COLOR = 0.9, 5
# How far letters may reach over the edge of their box.
SLACK_PT = 1.5
# Browsers draw a round frame as two outlines with corners of three curves each: a hundred points.
MAX_POINTS = 130
# A line of dashes is no thicker than this, in points, and has at least so many points: four for each dash.
MAX_DASH_PT, MIN_DASH_POINTS = 3.0, 12
# The filled side of a box is no thicker than this, in points, and has four corners.
MAX_SIDE_PT, MAX_CORNERS = 6.0, 4
# Lines that meet at a corner end within this many points of each other.
CORNER_PT = 3.0
# Drawings with more lines than this are no boxes of text; the search is quadratic.
MAX_RULES = 120
# Cards of one row differ by less than this, in points, in height and width: browsers round to whole pixels.
SAME_CARD_PT = 0.8
# Space that a word processor leaves between the boxes of two paragraphs in a row, in points.
MAX_STACK_GAP_PT = 3.0
# The grounds of the paragraphs of one box begin at most so far from each other, in points: lists of two levels.
MAX_INDENT_PT = 90.0


class Frame(NamedTuple):
    """A rectangle drawn on a page that may hold text."""

    page: int
    box: Box
    fill: Color | None
    is_bordered: bool
    """Whether lines are drawn round it, and not on one side or two alone."""


def find_frames(page: Page) -> list[Frame]:
    """The boxes of a page, the smallest first; boxes drawn one on the other are one."""
    frames: list[Frame] = []
    ground = _find_ground(page)
    for path in page.paths:
        if path.box.width < MIN_WIDTH_PT or path.box.height < MIN_HEIGHT_PT or not is_box(path):
            continue
        if path.box.area > MAX_PAGE_SHARE * page.box.area or _is_unseen(path, ground) or _is_band(path, page):
            continue
        frame = Frame(page.number, path.box, path.fill, path.stroke is not None)
        twin = next((i for i, f in enumerate(frames) if _is_same(f.box, frame.box)), None)
        if twin is None:
            frames.append(frame)
        else:
            frames[twin] = Frame(page.number, frame.box, frame.fill or frames[twin].fill, True)
    frames = _join_indented(_join_stacked([*frames, *_find_ruled(page)]), page.paths)
    return sorted(frames, key=lambda frame: frame.box.area)


def _is_band(path: Path, page: Page) -> bool:
    """Whether a box runs over the whole head of the page, to its edges: the ground of a chapter's title."""
    box, sheet = path.box, page.box
    is_wide = box.x0 <= sheet.x0 + BLEED_PT and box.x1 >= sheet.x1 - BLEED_PT
    return is_wide and box.top <= sheet.top + BLEED_PT


def _find_ruled(page: Page) -> list[Frame]:
    """Boxes whose four sides are drawn as lines of their own."""
    rules = [rule for rule in page.rules if not rule.is_side] + _find_drawn(page)
    level = [rule for rule in rules if rule.is_horizontal and rule.x1 - rule.x0 >= MIN_WIDTH_PT]
    upright = [rule for rule in rules if not rule.is_horizontal]
    if len(level) < 2 or len(upright) < 2 or len(level) > MAX_RULES or len(upright) > MAX_RULES:
        return []
    found: list[Frame] = []
    level.sort(key=lambda rule: rule.top)
    for index, head in enumerate(level):
        for foot in level[index + 1 :]:
            if abs(head.x0 - foot.x0) > CORNER_PT or abs(head.x1 - foot.x1) > CORNER_PT:
                continue
            box = Box(head.x0, head.top, head.x1, foot.top)
            if box.height >= MIN_HEIGHT_PT and all(_has_side(upright, x, box) for x in (box.x0, box.x1)):
                found.append(Frame(page.number, box, None, True))
                break
    return found


def _find_drawn(page: Page) -> list[Rule]:
    """Lines of many dashes or dots that are drawn at once, and sides of boxes that are filled with slanted ends."""
    return [
        Rule(*path.box, path.fill or path.stroke or (0, 0, 0), min(path.box.width, path.box.height), is_side=False)
        for path in page.paths
        if max(path.box.width, path.box.height) >= MIN_HEIGHT_PT and (_is_dashed(path) or _is_mitred(path))
    ]


def _is_dashed(path: Path) -> bool:
    return len(path.points) >= MIN_DASH_POINTS and min(path.box.width, path.box.height) <= MAX_DASH_PT


def _is_mitred(path: Path) -> bool:
    """Whether a path is the side of a box that meets the next one aslant: browsers draw unlike borders so."""
    is_thin = path.fill is not None and min(path.box.width, path.box.height) <= MAX_SIDE_PT
    return is_thin and len(path.points) <= MAX_CORNERS + 2 and len({point[1:] for point in path.points}) == MAX_CORNERS


def _has_side(upright: Sequence[Rule], x: float, box: Box) -> bool:
    """Whether lines at `x` run down the whole height of `box`; they may be drawn in pieces, or twice."""
    reached = box.top
    for rule in sorted((rule for rule in upright if abs(rule.x0 - x) <= CORNER_PT), key=lambda rule: rule.top):
        if rule.top <= reached + CORNER_PT:
            reached = max(reached, rule.bottom)
    return reached >= box.bottom - CORNER_PT


def _join_stacked(frames: list[Frame]) -> list[Frame]:
    """Boxes of one width that touch and look alike are one: word processors draw one for each paragraph."""
    joined: list[Frame] = []
    for frame in sorted(frames, key=lambda frame: (frame.box.x0, frame.box.top)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.fill == frame.fill
            and abs(last.box.x0 - frame.box.x0) < 1
            and abs(last.box.x1 - frame.box.x1) < 1
            and -1 <= frame.box.top - last.box.bottom <= MAX_STACK_GAP_PT
        ):
            joined[-1] = Frame(
                frame.page, unite([last.box, frame.box]), frame.fill, last.is_bordered or frame.is_bordered
            )
        else:
            joined.append(frame)
    return joined


def _join_indented(frames: list[Frame], paths: Sequence[Path]) -> list[Frame]:
    """Boxes of one colour that touch and end at one right edge are one: the ground of a paragraph begins as it does.

    Nothing is drawn beside one that is set in, as other cells of its row are in a table.
    """
    joined: list[Frame] = []
    for frame in sorted(frames, key=lambda frame: (round(frame.box.x1), frame.box.top)):
        last = joined[-1] if joined else None
        if last is not None and _is_next_indent(last, frame) and not _has_beside(last.box, frame.box, paths):
            is_bordered = last.is_bordered or frame.is_bordered
            joined[-1] = frame._replace(box=unite([last.box, frame.box]), is_bordered=is_bordered)
        else:
            joined.append(frame)
    return joined


def _is_next_indent(last: Frame, frame: Frame) -> bool:
    a, b = last.box, frame.box
    is_alike = frame.fill is not None and last.fill == frame.fill and abs(a.x1 - b.x1) < 1
    return is_alike and abs(a.x0 - b.x0) <= MAX_INDENT_PT and -1 <= b.top - a.bottom <= MAX_STACK_GAP_PT


def _has_beside(upper: Box, lower: Box, paths: Sequence[Path]) -> bool:
    """Whether something is drawn in the space that one of two boxes is set in by."""
    left, inner = min(upper.x0, lower.x0), max(upper, lower, key=lambda box: box.x0)
    space = Box(left, inner.top, inner.x0, inner.bottom)
    return any(has_middle_in(path.box, space) for path in paths)


def is_box(path: Path) -> bool:
    """A rectangle, with square or rounded corners: all its points lie on the four sides of its box."""
    if not 4 <= len(path.points) <= MAX_POINTS:
        return False
    box = path.box
    near = 0.12 * min(box.width, box.height) + 2
    return all(min(x - box.x0, box.x1 - x, top - box.top, box.bottom - top) <= near for _, x, top in path.points)


def _find_ground(page: Page) -> Color:
    """The colour of the paper: white, or that of a box as large as the page."""
    least = MIN_GROUND * page.box.area
    large = [path.fill for path in page.paths if path.fill is not None and path.box.area > least]
    return large[-1] if large else (255, 255, 255)


def _is_unseen(path: Path, ground: Color) -> bool:
    """Whether a box has neither a border nor another colour than the paper."""
    if path.stroke is not None or path.fill is None:
        return False
    if min(ground) >= WHITE_FROM:
        return min(path.fill) >= WHITE_FROM
    return all(abs(a - b) <= SAME_COLOR for a, b in zip(path.fill, ground, strict=True))


def _is_same(a: Box, b: Box) -> bool:
    return shared_area(a, b) > 0.9 * max(a.area, b.area)


def find_cards(boxes: Sequence[Box]) -> set[Box]:
    """The boxes that stand in a row with another one as wide and as high as they are."""
    ordered = sorted(boxes, key=lambda box: (round(box.top), box.x0))
    return {box for a, b in pairwise(ordered) if a.x1 <= b.x0 and _are_alike(a, b) for box in (a, b)}


def _are_alike(a: Box, b: Box) -> bool:
    differences = a.top - b.top, a.bottom - b.bottom, a.width - b.width
    return max(map(abs, differences)) <= SAME_CARD_PT


def frame_of(box: Box, frames: Sequence[Frame]) -> Frame | None:
    """The smallest frame round `box`; `frames` come smallest first."""
    return next((frame for frame in frames if is_inside(box, frame.box, slack=SLACK_PT)), None) if frames else None
