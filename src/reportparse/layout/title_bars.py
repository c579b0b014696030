"""Bars of colour that hold the title of a box, at its head, on its edge or right above it; the two are one box."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.geometry import Box, has_middle_in, unite
from reportparse.layout.frames import Frame
from reportparse.layout.lines import Line, count_lettered
from reportparse.layout.strips import is_cell

# Sides of a bar and its box, and where one ends and the other begins, differ by less than this in points.
SAME_SIDE_PT = 2.5
# A title takes one line or two, and space round them, in points; less of the box than this part, or beside its text.
MAX_BAR_PT, MAX_BAR_SHARE, MAX_ABOVE_SHARE = 60.0, 0.5, 0.75
# What stands under each of several bars is text if it has so many lines of so many words; a table's cells have fewer.
MIN_LINES, MIN_WORDS = 3, 3


def join_title_bars(frames: list[Frame], lines: Sequence[Line]) -> list[Frame]:
    """The boxes of a page, the smallest first, with each bar and the box that it names made one.

    Bars side by side, as cells of a table and cards of a strip are, name boxes where each has text below it.
    A box may be drawn twice, as the tint of a cell and as the lines round it.
    """
    bars = [frame for frame in frames if frame.fill is not None and frame.box.height <= MAX_BAR_PT]
    for bar in bars:
        named = next((frame for frame in frames if frame is not bar and _names(bar, frame)), None)
        if named is None or bar not in frames:
            continue
        beside = [other for other in bars if _are_beside(bar, other)]
        if beside and not _is_own(named, bar, beside, lines):
            continue
        twin = next((frame for frame in frames if frame is not named and _are_one(named, frame)), named)
        whole = named._replace(box=unite([bar.box, named.box]), fill=named.fill or twin.fill)
        frames = [
            whole if frame is named else frame
            for frame in frames
            if not _are_one(bar, frame) and (frame is named or frame is not twin)
        ]
    return frames


def _is_own(named: Frame, bar: Frame, beside: Sequence[Frame], lines: Sequence[Line]) -> bool:
    """Whether a box is named by one of the bars in a row alone, and holds text, or a figure with what is told of it."""
    if any(_names(other, named) for other in beside):
        return False
    held = [line for line in lines if has_middle_in(line.box, named.box) and not has_middle_in(line.box, bar.box)]
    return is_text(held, named.box.x1) or is_cell(held)


def part_at_bars(frames: list[Frame], lines: Sequence[Line]) -> list[Frame]:
    """The boxes of a page, the smallest first, each that has several bars along its head parted between them.

    They are boxes in a row on one ground, each with its title.
    """
    for ground in list(frames):
        bars = [frame for frame in frames if frame.box.height <= MAX_BAR_PT and _lies_on(frame, ground)]
        if len(bars) > 1 and (boxes := _part(ground, bars, lines)):
            frames = [frame for frame in frames if frame is not ground and frame not in bars] + boxes
    return sorted(frames, key=lambda frame: frame.box.area)


def _lies_on(bar: Frame, ground: Frame) -> bool:
    """Whether a bar of another colour lies on the upper side of a box, as part of it."""
    a, b = bar.box, ground.box
    is_over = a.top < b.top + SAME_SIDE_PT < a.bottom and a.bottom < b.bottom
    is_within = a.x0 >= b.x0 - SAME_SIDE_PT and a.x1 <= b.x1 + SAME_SIDE_PT
    return is_over and is_within and bar.fill not in (None, ground.fill)


def _part(ground: Frame, bars: Sequence[Frame], lines: Sequence[Line]) -> list[Frame]:
    """The boxes that begin where bars do; none where one of them holds no text, or a line crosses to the next."""
    box, top = ground.box, min(bar.box.top for bar in bars)
    begins = sorted(bar.box.x0 for bar in bars if bar.box.x0 > box.x0 + SAME_SIDE_PT)
    boxes = [Box(a, top, b, box.bottom) for a, b in pairwise([box.x0, *begins, box.x1])]
    held = [[line for line in lines if has_middle_in(line.box, part)] for part in boxes]
    if not all(is_text(inside, part.x1) for inside, part in zip(held, boxes, strict=True)):
        return []
    return [ground._replace(box=part) for part in boxes]


def is_text(lines: Sequence[Line], right: float) -> bool:
    """Whether lines are text that reaches no further than to `right`."""
    if any(line.box.x1 > right + SAME_SIDE_PT for line in lines):
        return False
    return sum(count_lettered(line) >= MIN_WORDS for line in lines) >= MIN_LINES


def _names(bar: Frame, frame: Frame) -> bool:
    """Whether a bar of another colour lies along the upper side of a box, or a shorter one on it or over its corner."""
    a, b = bar.box, frame.box
    is_above = _is_near(a.bottom, b.top)
    if frame.fill == bar.fill or a.height > (MAX_ABOVE_SHARE if is_above else MAX_BAR_SHARE) * b.height:
        return False
    if a.top < b.top + SAME_SIDE_PT < a.bottom:
        return a.x0 >= b.x0 - SAME_SIDE_PT and a.x1 <= b.x1 + SAME_SIDE_PT
    if is_above and a.x1 <= b.x1 + SAME_SIDE_PT:
        return _is_near(a.x0, b.x0)
    return _is_near(a.x0, b.x0) and _is_near(a.x1, b.x1) and _is_near(a.top, b.top)


def _are_one(bar: Frame, frame: Frame) -> bool:
    """Whether two boxes are drawn at one place: a tint, and the lines round it."""
    a, b = bar.box, frame.box
    is_level = _is_near(a.top, b.top) and _is_near(a.bottom, b.bottom)
    return is_level and _is_near(a.x0, b.x0) and _is_near(a.x1, b.x1)


def _are_beside(bar: Frame, other: Frame) -> bool:
    """Whether two boxes of colour stand side by side, as cells of a table and cards of a strip do."""
    a, b = bar.box, other.box
    return bar is not other and _is_near(a.top, b.top) and _is_near(a.bottom, b.bottom)


def _is_near(a: float, b: float) -> bool:
    return abs(a - b) <= SAME_SIDE_PT
