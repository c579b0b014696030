"""The height of a line over each category: at its own point, along it, or on into a gap at its end."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportparse.pictures.dashes import EXACT_PT
from reportparse.pictures.shapes import Curve, Place
from reportparse.pictures.values import Mark

# A line has its own point for a category this near to it, in points.
SAME_X_PT = 1.0
# A line with this many points to a category is a smooth or dashed one.
DENSE = 4
# Where labels tell the places of categories, they do so this exactly, in points.
LABEL_X_PT = 0.5
# Gaps longer than this part of the step between categories are values that are missing.
MAX_GAP = 0.5
# A dashed line ends at most so many gaps before its last category: a gap, a stump of a dash, and another gap.
LAST_GAP = 3.0


def make_marks(line: Curve, slots: Sequence[float], names: dict[int, str]) -> list[tuple[float, Mark]]:
    """(x, mark) where the line has a value for a named category."""
    step = min((b - a for a, b in pairwise(sorted(slots))), default=float("inf"))
    is_dashed = bool(line.gaps) and all(gap.x1 - gap.x0 <= MAX_GAP * step for gap in line.gaps)
    is_dense = is_dashed or len(line.points) >= DENSE * len(slots)
    reach = LAST_GAP * max(gap.x1 - gap.x0 for gap in line.gaps) if is_dashed else 0.0
    marks: list[tuple[float, Mark]] = []
    for slot, name in sorted(names.items()):
        x = slots[slot]
        near = min(line.points, key=lambda point: abs(point[0] - x))
        if abs(near[0] - x) <= SAME_X_PT and not is_dashed:
            marks.append((x, Mark(name, near[1])))
        elif is_dense and not any(gap.x0 < x < gap.x1 and gap.x1 - gap.x0 > MAX_GAP * step for gap in line.gaps):
            mark = _read_along(line, x, name) or _read_on(line, x, name, reach, step)
            marks += [(x, mark)] if mark else []
    return marks


def _read_along(line: Curve, x: float, name: str) -> Mark | None:
    """The mark where a line passes a category; less sure where it is steep, and in a gap."""
    points = line.points
    if not points[0][0] <= x <= points[-1][0]:
        return None
    left, right = max(x - LABEL_X_PT, points[0][0]), min(x + LABEL_X_PT, points[-1][0])
    top = _top_at(points, x)
    off = max(abs(_top_at(points, place) - top) for place in (left, right))
    off += max((gap.off(x) for gap in line.gaps if gap.x0 - LABEL_X_PT <= x <= gap.x1 + LABEL_X_PT), default=0.0)
    return Mark(name, top, loose_pt=off)


def _top_at(points: Sequence[Place], x: float) -> float:
    after = min(max(bisect_left(points, (x, 0.0)), 1), len(points) - 1)
    (ax, at), (bx, bt) = points[after - 1], points[after]
    return at + (bt - at) * (x - ax) / (bx - ax)


def _read_on(line: Curve, x: float, name: str, reach: float, step: float) -> Mark | None:
    """The mark of the first or last category of a dashed line, which begins or ends in a gap.

    The last dash lies beyond the category before, so that the line goes straight on to this one.
    """
    if line.points[-1][0] < x:
        end, inner = line.points[-1], line.points[-2]
    else:
        end, inner = line.points[0], line.points[1]
    gap, length = abs(x - end[0]), abs(end[0] - inner[0])
    if not 0 < gap <= min(reach, MAX_GAP * step) or not length:
        return None
    along = line._replace(points=tuple(sorted([inner, end, (x, end[1] + (end[1] - inner[1]) * gap / length)])), gaps=())
    mark = _read_along(along, x, name)
    return replace(mark, loose_pt=mark.loose_pt + EXACT_PT * (1 + 2 * gap / length)) if mark else None
