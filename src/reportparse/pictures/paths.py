"""What each path of a page draws: a bar, a stroke, a line, a dashed one, an outline, or nothing that can be seen."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportparse.geometry import Box
from reportparse.pdf import Color, Path
from reportparse.pictures.dashes import bridge, join_dashes
from reportparse.pictures.shapes import (
    MAX_DOT_PT,
    SAME_END_PT,
    Bar,
    Curve,
    Drawn,
    Outline,
    Place,
    Where,
    box_of,
)

# A colour as light as this on all channels is paper, not a mark.
PAPER = 250
# A rounded bar fills at least this part of its box; a disc fills 0.785.
MIN_FILL = 0.9
# A line goes on from left to right by at least this much between two values, in points.
MIN_STEP_PT = 0.2
# Boxes thinner and shorter than this, in points, are the dashes of a line; of less than so many square points, strokes.
DASH_PT = (1.0, 6.0)
STROKE_AREA = 0.5
# Slices of rings are drawn as strokes this thick at least, in points, whose places differ by this part of the radius.
MIN_RING_PT, ROUND = 4.0, 0.02
# Twice the area of three places on a circle, in square points: a hundredth of a ring 60 points wide has 0.03.
MIN_BEND_PT2 = 0.01
# A box is drawn by four or five points, and closed.
MIN_BOX_POINTS, MAX_BOX_POINTS = 4, 6
# Curves are flattened to this many steps for areas: a quarter circle is then 0.1% off.
CURVE_STEPS = 8
_WEIGHTS = [
    (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    for t in (step / CURVE_STEPS for step in range(1, CURVE_STEPS + 1))
    for u in (1 - t,)
]

Figure = Sequence[tuple[str, float, float]]
"""A part of a path that is drawn with the pen down: from a move on."""


def read_paths(paths: Iterable[Path]) -> Drawn:
    """What the paths of a page draw, but for those in the colour of paper."""
    drawn = Drawn([], [], [], [], [])
    for path in paths:
        fill = path.fill if path.fill is not None and min(path.fill) < PAPER else None
        stroke = path.stroke if path.stroke is not None and min(path.stroke) < PAPER else None
        if path.points and (fill is not None or stroke is not None):
            _take_path(path, fill, stroke, drawn)
    return drawn


def _take_path(path: Path, fill: Color | None, stroke: Color | None, drawn: Drawn) -> None:
    where = (*path.box.middle, path.mark)
    box = _read_box(path.points) if fill is not None else None
    if fill is not None and box is not None:  # as most are
        _take_box(box, fill, drawn, where)
        if stroke is None:
            return
    figures = _split_figures(path.points)
    if fill is not None and box is None:
        _take_filled(figures, fill, drawn, where)
    if stroke is not None:
        for figure in figures:
            ring = _read_ring(figure, stroke, path.width) if path.width >= MIN_RING_PT else None
            if ring is not None:
                drawn.outlines.append((ring, where))
            else:
                _take_stroked(figure, stroke, drawn, where)


def _read_ring(figure: Figure, color: Color, width: float) -> Outline | None:
    """The part of a ring that a thick stroke along a part of a circle draws, as the slices of many rings are drawn."""
    if figure[-1][0] != "c":
        return None
    points = list(_flatten(figure))
    middle = _find_middle(points[0], points[len(points) // 3], points[2 * len(points) // 3])
    if middle is None:
        return None
    radii = [math.dist(middle, point) for point in points]
    radius = sum(radii) / len(radii)
    if max(radii) - min(radii) > ROUND * radius or width > 2 * (1 + ROUND) * radius:
        return None
    sides = [_scale(points, middle, max(0.0, 1 + half / radius)) for half in (width / 2, -width / 2)]
    outer = [*sides[0], *reversed(sides[1])]
    return Outline(tuple(outer), box_of(outer), color, is_round=True, area=_measure_area(outer))


def _find_middle(a: Place, b: Place, c: Place) -> Place | None:
    """The middle of the circle through three places; None where they lie on a straight line."""
    (bx, bt), (cx, ct) = ((x - a[0], top - a[1]) for x, top in (b, c))
    twice = 2 * (bx * ct - bt * cx)
    if abs(twice) < MIN_BEND_PT2:
        return None
    b2, c2 = bx * bx + bt * bt, cx * cx + ct * ct
    return a[0] + (ct * b2 - bt * c2) / twice, a[1] + (bx * c2 - cx * b2) / twice


def _scale(points: Iterable[Place], middle: Place, factor: float) -> list[Place]:
    """The points moved from the middle, or to it."""
    (mx, mt) = middle
    return [(mx + factor * (x - mx), mt + factor * (top - mt)) for x, top in points]


def _split_figures(points: Figure) -> list[Figure]:
    """The figures of a path, of which each begins with a move; a move at its end draws none."""
    if len(points) < 3:  # a stroke
        return [points] if len(points) > 1 else []
    begins = [place for place, (name, _, _) in enumerate(points) if name == "m"]
    if len(begins) < 2:  # as most have
        return [points]
    figures = [points[begin:end] for begin, end in pairwise([0, *begins[1:], len(points)])]
    return figures if len(figures[-1]) > 1 else figures[:-1]


def _take_filled(figures: Sequence[Figure], color: Color, drawn: Drawn, where: Where) -> None:
    """Boxes, outlines, or the dashes of one line; a level one may be the sample of a legend."""
    dashes = join_dashes(figures)
    if dashes is None:
        for figure in figures:
            _take_figure(figure, color, drawn, where)
        return
    points, gaps = bridge(dashes)
    drawn.curves.append((Curve(tuple(points), color, tuple(gaps)), where))
    box = box_of(points)
    if box.height < MIN_STEP_PT:
        drawn.strokes.append(((box, color), where))


def _take_figure(figure: Figure, color: Color, drawn: Drawn, where: Where) -> None:
    """A box, with round corners perhaps, or an outline."""
    box = _read_box(figure)
    if box is not None:
        _take_box(box, color, drawn, where)
        return
    outline = _read_outline(figure, color)
    width, height = outline.box.width, outline.box.height
    if outline.is_round and max(width, height) <= MAX_DOT_PT:
        drawn.outlines.append((outline, where))
        return
    outline = outline._replace(area=_measure_area(outline.points))
    if width * height < STROKE_AREA or _is_bar(outline):
        _take_box(outline.box, color, drawn, where)
    else:
        drawn.outlines.append((outline, where))


def _measure_area(points: Sequence[Place]) -> float:
    """Square points inside, by the shoelace formula."""
    closed = [*points, points[0]]
    return abs(sum([ax * bt - bx * at for (ax, at), (bx, bt) in pairwise(closed)])) / 2


def _take_box(box: Box, color: Color, drawn: Drawn, where: Where) -> None:
    """A box is a bar; where it has no area to speak of, a stroke, and a short one is nothing: the dash of a line."""
    width, height = box.x1 - box.x0, box.bottom - box.top
    if width * height >= STROKE_AREA:
        if min(width, height) >= DASH_PT[0] or max(width, height) >= DASH_PT[1]:
            drawn.bars.append((Bar(box, color), where))
    elif max(width, height) >= DASH_PT[1]:
        drawn.strokes.append(((box, color), where))


def _read_box(figure: Figure) -> Box | None:
    """The box that a figure goes round, level and upright by turns, as most filled figures do."""
    if not MIN_BOX_POINTS <= len(figure) <= MAX_BOX_POINTS:
        return None
    (_, ax, at), (bn, bx, bt), (cn, cx, ct), (dn, dx, dt), *rest = figure
    if not bn == cn == dn == "l" or [name for name, x, top in rest if name == "c" or x != ax or top != at]:
        return None
    is_level_first = at == bt and bx == cx and ct == dt and dx == ax
    if is_level_first or (ax == bx and bt == ct and cx == dx and dt == at):
        return Box(min(ax, cx), min(at, ct), max(ax, cx), max(at, ct))
    return None


def _read_outline(figure: Figure, color: Color) -> Outline:
    """The outline of a figure, its curves flattened but for a marker's, of which the ends of its pieces are enough."""
    names, xs, tops = zip(*figure, strict=True)
    box = Box(min(xs), min(tops), max(xs), max(tops))
    if "c" not in names or max(box.width, box.height) <= MAX_DOT_PT:
        return Outline(tuple(zip(xs, tops, strict=True)), box, color, "c" in names)
    points = tuple(_flatten(figure))
    return Outline(points, box_of(points), color, is_round=True)


def _is_bar(outline: Outline) -> bool:
    """Whether a shape is a box, but for round corners."""
    box = outline.box
    if outline.area < MIN_FILL * box.area:
        return False
    corner = min(box.width, box.height) / 2 + SAME_END_PT
    for x, top in outline.points:
        aside, above = min(x - box.x0, box.x1 - x), min(top - box.top, box.bottom - top)
        if min(aside, above) > SAME_END_PT and max(aside, above) > corner:
            return False
        if min(aside, above) > SAME_END_PT and not outline.is_round:
            return False
    return True


def _flatten(figure: Figure) -> Iterator[Place]:
    """Points of a figure, its curves as short straight pieces."""
    last = (0.0, 0.0)
    control: list[Place] = []
    for name, x, top in figure:
        if name != "c":
            last = (x, top)
            yield last
            continue
        control.append((x, top))
        if len(control) == 3:
            yield from _bezier(last, *control)
            last, control = (x, top), []


def _bezier(a: Place, b: Place, c: Place, d: Place) -> list[Place]:
    (ax, at), (bx, bt), (cx, ct), (dx, dt) = a, b, c, d
    return [(i * ax + j * bx + k * cx + m * dx, i * at + j * bt + k * ct + m * dt) for i, j, k, m in _WEIGHTS]


def _take_stroked(figure: Figure, color: Color, drawn: Drawn, where: Where) -> None:
    """A straight stroke, level, upright or a piece of a line; or a whole line from left to right."""
    ends = _find_ends(figure)
    if len(ends) == 2:
        (ax, at), (bx, bt) = ends
        left, right = (ends[0], ends[1]) if ax < bx or (ax == bx and at <= bt) else (ends[1], ends[0])
        wide, high = abs(ax - bx), abs(at - bt)
        if wide < MIN_STEP_PT or high < MIN_STEP_PT:
            drawn.strokes.append(((Box(left[0], min(at, bt), right[0], max(at, bt)), color), where))
        if wide >= MIN_STEP_PT:
            drawn.pieces.append((Curve((left, right), color), where))
    elif len(ends) > 2 and _goes_one_way(ends):
        ends.sort()
        drawn.curves.append((Curve(tuple(ends), color), where))
        tops = [top for _, top in ends]
        if max(tops) - min(tops) < MIN_STEP_PT:
            drawn.strokes.append(((Box(ends[0][0], tops[0], ends[-1][0], tops[0]), color), where))


def _goes_one_way(places: Sequence[Place]) -> bool:
    """Whether each place is further right than the one before, or each further left."""
    steps = [b - a for (a, _), (b, _) in pairwise(places)]
    return min(steps) > MIN_STEP_PT or max(steps) < -MIN_STEP_PT


def _find_ends(figure: Figure) -> list[Place]:
    """Where the straight and curved pieces of a figure end, each place once."""
    ends: list[Place] = []
    control = 0
    for name, x, top in figure:
        control = (control + 1) % 3 if name == "c" else 0
        if control == 0 and name != "z" and (not ends or ends[-1] != (x, top)):
            ends.append((x, top))
    return ends
