"""Areas become series: their height over each category, on the foot or on top of each other."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportparse.geometry import Box
from reportparse.pictures.categories import match_categories
from reportparse.pictures.labels import Label
from reportparse.pictures.legend import Legend
from reportparse.pictures.readings import Reading, choose_scale, read_marks
from reportparse.pictures.scales import find_axes
from reportparse.pictures.shapes import Outline
from reportparse.pictures.values import Mark

# Edges that meet lie within this many points.
SAME_PT = 1.0
# An area is at least this wide, in points, and has at least this many points.
MIN_WIDTH_PT = 30.0
MIN_POINTS = 5


def read_areas(
    outlines: Sequence[Outline], labels: Sequence[Label], levels: Sequence[Box], legend: Legend
) -> Reading | None:
    """The series of areas that begin and end together; None where one floats, as the band round a forecast does."""
    areas = find_areas(outlines)
    if not areas:
        return None
    first = max(areas, key=lambda area: area.box.bottom)
    areas = [area for area in areas if _are_level(area.box, first.box)]
    foot = first.box.bottom
    xs = _find_corners(areas)
    axes = find_axes(labels, levels, first.box.x0, first.box.x1)
    ticks = {id(label) for axis in axes for label in axis.labels}
    free = [label for label in labels if id(label) not in ticks]
    step = min(b - a for a, b in pairwise(xs)) if len(xs) > 1 else first.box.width
    names, _ = match_categories(xs, step, free, foot - SAME_PT)
    series: list[tuple[str | None, list[Mark]]] = []
    for area in sorted(areas, key=lambda area: legend.place(area.color)):
        marks = [_read_at(area, xs[slot], name, foot, areas) for slot, name in sorted(names.items())]
        if not all(marks):
            return None
        series.append((legend.name(area.color), [mark for mark in marks if mark is not None]))
    scale = choose_scale(axes, [mark for _, marks in series for mark in marks], foot)
    return read_marks(series, [scale] * len(series), has_axis=bool(axes))


def find_areas(outlines: Iterable[Outline]) -> list[Outline]:
    """The shapes that are wide enough, and have points enough, to be areas of a chart."""
    return [one for one in outlines if one.box.width >= MIN_WIDTH_PT and len(one.points) >= MIN_POINTS]


def _are_level(a: Box, b: Box) -> bool:
    return abs(a.x0 - b.x0) <= SAME_PT and abs(a.x1 - b.x1) <= SAME_PT


def _find_corners(areas: Sequence[Outline]) -> list[float]:
    xs: list[float] = []
    for x in sorted(x for area in areas for x, _ in area.points):
        if not xs or x - xs[-1] > SAME_PT:
            xs.append(x)
    return xs


def _read_at(area: Outline, x: float, name: str, foot: float, areas: Sequence[Outline]) -> Mark | None:
    """The mark of an area over one place: from its lower edge, which is the foot or the edge of another, up."""
    tops = _edges_at(area, x)
    if len(tops) < 2:
        return None
    top, base = min(tops), max(tops)
    if abs(base - foot) <= SAME_PT:
        return Mark(name, top)
    others = [edge for other in areas if other is not area for edge in _edges_at(other, x)]
    return Mark(name, top, base) if any(abs(edge - base) <= SAME_PT for edge in others) else None


def _edges_at(area: Outline, x: float) -> list[float]:
    """Heights at which the outline of an area passes a place; its sides give both their ends."""
    x = min(max(x, area.box.x0 + 0.01), area.box.x1 - 0.01)
    found: list[float] = []
    for (ax, at), (bx, bt) in pairwise([*area.points, area.points[0]]):
        if min(ax, bx) <= x <= max(ax, bx) and abs(bx - ax) > 1e-6:
            found.append(at + (bt - at) * (x - ax) / (bx - ax))
    return found
