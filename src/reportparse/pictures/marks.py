"""The marks that charts and diagrams are made of, told from table cells, boxes and rules by how they are drawn."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportparse.geometry import Box, grow, shared_area
from reportparse.pdf import Color, Path

# Bars of one series have one thickness and one foot, to this many points; producers round to a tenth.
SAME_PT = 1.0
# Bars stand apart by at least this part of their thickness; cells of a shaded table row touch.
MIN_BAR_GAP = 0.08
# A segment is slanted if it moves by more than this both ways, in points.
MIN_SLANT_PT = 1.5
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
    """A filled box with level and upright sides."""
    names = [name for name, *_ in path.points]
    if path.fill is None or "c" in names or not 4 <= len(names) <= 7:
        return False
    xs = {round(x, 1) for _, x, _ in path.points}
    tops = {round(top, 1) for *_, top in path.points}
    return max(len(xs), len(tops)) <= 3 and _is_pair(xs) and _is_pair(tops)


def _is_pair(values: set[float]) -> bool:
    low, high = min(values), max(values)
    return all(min(value - low, high - value) < 0.3 for value in values)


def _find_bars(paths: Sequence[Path]) -> Iterator[Mark]:
    """Boxes of one colour and thickness on one foot, apart from each other, of more than one length."""
    by_color: defaultdict[Color, list[Box]] = defaultdict(list)
    for path in paths:
        if path.fill is not None and min(path.fill) < LIGHT and path.box.area > 1 and is_rectangle(path):
            by_color[path.fill].append(path.box)
    for boxes in by_color.values():
        yield from (Mark(box, "bars") for box in _standing(boxes))
        turned = [Box(box.top, box.x0, box.bottom, box.x1) for box in boxes]
        for box in _standing([Box(b.x0, -b.bottom, b.x1, -b.top) for b in turned]):
            yield Mark(Box(-box.bottom, box.x0, -box.top, box.x1), "bars")


def _standing(boxes: Sequence[Box]) -> Iterator[Box]:
    """Boxes that stand side by side on one foot."""
    feet: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in set(boxes):
        feet[round(box.bottom / SAME_PT), round(box.width / SAME_PT)].append(box)
    for group in feet.values():
        if len(group) < 2 or len({round(box.height) for box in group}) < 2:
            continue
        group.sort()
        gaps = [b.x0 - a.x1 for a, b in zip(group, group[1:], strict=False)]
        if min(gaps) >= MIN_BAR_GAP * group[0].width and max(box.height for box in group) > 4:
            yield from group


def _find_lines(paths: Sequence[Path]) -> Iterator[Mark]:
    """Strokes that run slantwise: the lines of a chart, or the connectors of a diagram."""
    for path in paths:
        if path.stroke is None or not path.points or path.box.width < 8:
            continue
        points = [point for point in path.points if point[0] in "ml"]
        slanted = sum(
            name == "l" and abs(bx - ax) > MIN_SLANT_PT and abs(bt - at) > 0.3
            for (_, ax, at), (name, bx, bt) in zip(points, points[1:], strict=False)
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
    return any(abs(ax - bx) > 2 or abs(at - bt) > 2 for (ax, at), (bx, bt) in zip(straight, straight[1:], strict=False))
