"""Bars of colour that hold the title of a box, at its head, on its edge or right above it; the two are one box."""

from reportparse.geometry import unite
from reportparse.layout.frames import Frame

# Sides of a bar and its box, and where one ends and the other begins, differ by less than this in points.
SAME_SIDE_PT = 2.5
# A title takes one line or two, and space round them, in points; less of the box than this part, or beside its text.
MAX_BAR_PT, MAX_BAR_SHARE, MAX_ABOVE_SHARE = 60.0, 0.5, 0.75


def join_title_bars(frames: list[Frame]) -> list[Frame]:
    """The boxes of a page, the smallest first, with each bar and the box that it names made one."""
    bars = [frame for frame in frames if frame.fill is not None and frame.box.height <= MAX_BAR_PT]
    for bar in bars:
        named = next((frame for frame in frames if frame is not bar and _names(bar, frame)), None)
        if named is None or bar not in frames or any(_are_beside(bar, other) for other in bars):
            continue
        whole = named._replace(box=unite([bar.box, named.box]))
        frames = [whole if frame is named else frame for frame in frames if not _are_one(bar, frame)]
    return frames


def _names(bar: Frame, frame: Frame) -> bool:
    """Whether a bar of another colour lies along the upper side of a box, or a shorter one on it as a tab does."""
    a, b = bar.box, frame.box
    is_above = _is_near(a.bottom, b.top)
    if frame.fill == bar.fill or a.height > (MAX_ABOVE_SHARE if is_above else MAX_BAR_SHARE) * b.height:
        return False
    if a.top < b.top + SAME_SIDE_PT < a.bottom:
        return a.x0 >= b.x0 - SAME_SIDE_PT and a.x1 <= b.x1 + SAME_SIDE_PT
    return _is_near(a.x0, b.x0) and _is_near(a.x1, b.x1) and (is_above or _is_near(a.top, b.top))


def _are_one(bar: Frame, frame: Frame) -> bool:
    a, b = bar.box, frame.box
    is_level = _is_near(a.top, b.top) and _is_near(a.bottom, b.bottom)
    return is_level and _is_near(a.x0, b.x0) and _is_near(a.x1, b.x1)


def _are_beside(bar: Frame, other: Frame) -> bool:
    """Whether two boxes of colour stand side by side, as cells of a table and cards of a strip do."""
    a, b = bar.box, other.box
    return bar is not other and _is_near(a.top, b.top) and _is_near(a.bottom, b.bottom)


def _is_near(a: float, b: float) -> bool:
    return abs(a - b) <= SAME_SIDE_PT
