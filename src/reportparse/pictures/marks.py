"""The marks that charts and diagrams are made of, told from table cells, boxes and rules by how they are drawn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.geometry import Box, grow, shared_area, unite
from reportparse.pdf import Color, Path

# Bars of one series have one thickness and one foot, to this many points; producers round to a tenth.
SAME_PT = 1.0
# The longest bar of a row is longer than this, in points.
MIN_BAR_PT = 4.0
# Bars stand apart by at most this many times their thickness (a group's gap with two bars left out).
MAX_BAR_GAP = 4.0
# A segment is slanted if it moves by more than this both ways, in points.
MIN_SLANT_PT = 1.5
# Points of a rectangle: producers begin it in the middle of a side or close it twice.
MIN_CORNERS, MAX_CORNERS = 4, 9
# A colour lighter than this on all channels is a ground, not a mark.
LIGHT = 245


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawing that gives a picture away."""

    box: Box
    kind: str
    """"bars", "line", "pie" or "connector"."""


def find_marks(paths: Sequence[Path]) -> list[Mark]:
    """All marks of a page."""
    return [*_find_bars(paths), *_find_lines(paths), *_find_sectors(paths)]


def is_rectangle(path: Path) -> bool:
    """A filled box with level and upright sides, however many points stand on them."""
    if path.fill is None or not MIN_CORNERS <= len(path.points) <= MAX_CORNERS:
        return False
    box = path.box
    on_sides = all(
        name != "c" and min(x - box.x0, box.x1 - x, top - box.top, box.bottom - top) < 0.3
        for name, x, top in path.points
    )
    corners = {(x - box.x0 < 0.3, top - box.top < 0.3) for _, x, top in path.points if _is_corner(x, top, box)}
    return on_sides and len(corners) == 4


def _is_corner(x: float, top: float, box: Box) -> bool:
    return min(x - box.x0, box.x1 - x) < 0.3 and min(top - box.top, box.bottom - top) < 0.3


def _find_bars(paths: Sequence[Path]) -> Iterator[Mark]:
    """Boxes of one thickness on one foot, of more than one length: a row of bars each."""
    boxes = {
        (path.box, path.fill)
        for path in paths
        if path.fill is not None and min(path.fill) < LIGHT and path.box.area > 1 and is_rectangle(path)
    }
    yield from (Mark(unite(row), "bars") for row in _standing(boxes))
    turned = {(Box(box.top, -box.x1, box.bottom, -box.x0), color) for box, color in boxes}
    for row in _standing(turned):
        box = unite(row)
        yield Mark(Box(-box.bottom, box.x0, -box.top, box.x1), "bars")


def _standing(boxes: Iterable[tuple[Box, Color]]) -> Iterator[list[Box]]:
    """Rows of boxes that stand on one foot.

    Boxes of one colour that touch sideways are the shaded cells of a table; bars that touch have other colours.
    """
    feet: defaultdict[int, list[tuple[Box, Color]]] = defaultdict(list)
    boxes = list(boxes)
    ends = {(round(box.x0), round(box.bottom), color) for box, color in boxes}  # what goes on above is no bar
    for box, color in boxes:
        feet[round(box.bottom / SAME_PT)].append((box, color))
    for standing in feet.values():
        left_edges = {(round(box.x0), color) for box, color in standing}
        touching = sum((round(box.x1), color) in left_edges for box, color in standing)
        by_width: defaultdict[int, list[Box]] = defaultdict(list)
        for box, color in standing:
            if (round(box.x0), round(box.top), color) not in ends:
                by_width[round(box.width / SAME_PT)].append(box)
        for group in by_width.values():
            if 3 * touching < len(standing):
                yield from (row for row in _split_row(sorted(group)) if _are_bars(row))


def _split_row(group: Sequence[Box]) -> list[list[Box]]:
    """Bars of one chart stand near to each other; those of the next one further off."""
    rows = [[group[0]]] if group else []
    for before, box in pairwise(group):
        if box.x0 - before.x1 > MAX_BAR_GAP * box.width + MAX_BAR_GAP:
            rows.append([])
        rows[-1].append(box)
    return rows


def _are_bars(group: Sequence[Box]) -> bool:
    heights = {round(box.height) for box in group}
    stand_apart = all(b.x0 >= a.x1 - SAME_PT for a, b in pairwise(group))
    return len(group) >= 2 and len(heights) >= 2 and max(heights) > MIN_BAR_PT and stand_apart


def _find_lines(paths: Sequence[Path]) -> Iterator[Mark]:
    """Strokes that run slantwise: the lines of a chart, or the connectors of a diagram."""
    for path in paths:
        if path.stroke is None or not path.points or path.box.width < 8:
            continue
        points = [point for point in path.points if point[0] in "ml"]
        slanted = sum(
            name == "l" and abs(bx - ax) > MIN_SLANT_PT and abs(bt - at) > 0.3
            for (_, ax, at), (name, bx, bt) in pairwise(points)
        )
        curves = any(name == "c" for name, *_ in path.points)
        if slanted and not curves:
            yield Mark(path.box, "line" if len(points) > 2 else "connector")


def _find_sectors(paths: Sequence[Path]) -> Iterator[Mark]:
    """Filled shapes with both arcs and straight sides that meet: the slices of a pie."""
    shapes = [
        path for path in paths
        if path.fill is not None and min(path.box.width, path.box.height) > 10 and _is_sector(path)
    ]  # fmt: skip
    for path in shapes:
        near = [other for other in shapes if other is not path and shared_area(grow(path.box, 2), other.box) > 0]
        if any(other.fill != path.fill for other in near):
            yield Mark(path.box, "pie")


def _is_sector(path: Path) -> bool:
    names = [name for name, *_ in path.points]
    if names.count("m") != 1 or not 3 <= names.count("c") <= 36 or not 1 <= names.count("l") <= 3:
        return False
    straight = [(x, top) for name, x, top in path.points if name in "lm"]
    return any(abs(ax - bx) > 2 or abs(at - bt) > 2 for (ax, at), (bx, bt) in pairwise(straight))
