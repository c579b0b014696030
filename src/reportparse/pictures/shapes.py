"""The shapes that carry a chart's values: bars, curves, dots, areas and slices, each with its colour."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.pdf import Color, Path
from reportparse.pictures.dashes import Gap, bridge, join_dashes

Place = tuple[float, float]  # x, top

# A colour as light as this on all channels is paper, not a mark.
PAPER = 250
# Markers of a line are at most this large, in points; legend squares as well.
MAX_DOT_PT = 14.0
# A rounded bar fills at least this part of its box; a disc fills 0.785.
MIN_FILL = 0.9
# Ends of strokes nearer than this, in points, are one: a line drawn piece by piece.
SAME_END_PT = 0.3
# A line goes on from left to right by at least this much between two values, in points.
MIN_STEP_PT = 0.2
# Boxes thinner and shorter than this, in points, are the dashes of a line.
DASH_PT = (1.0, 6.0)
# Of the boxes of a page so many, the largest, may be grounds of others.
MAX_GROUNDS = 40
# A box is drawn by four or five points, and closed.
MIN_BOX_POINTS, MAX_BOX_POINTS = 4, 6
# Curves are flattened to this many steps for areas: a quarter circle is then 0.1% off.
CURVE_STEPS = 8
_WEIGHTS = [
    (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    for t in (step / CURVE_STEPS for step in range(1, CURVE_STEPS + 1))
    for u in (1 - t,)
]


class Bar(NamedTuple):
    """A filled box."""

    box: Box
    color: Color


class Curve(NamedTuple):
    """A line from left to right; the ends of its curved pieces are its points."""

    points: tuple[Place, ...]
    color: Color
    gaps: tuple[Gap, ...] = ()
    """Of a dashed line."""

    @property
    def box(self) -> Box:
        """The four sides."""
        return _box_of(self.points)


class Outline(NamedTuple):
    """A filled shape that is no box: a marker, a slice of a pie, an area."""

    points: tuple[Place, ...]
    """Curved pieces are flattened."""
    box: Box
    color: Color
    is_round: bool = False
    """Some of its pieces were curved."""

    @property
    def area(self) -> float:
        """Square points inside, by the shoelace formula."""
        closed = [*self.points, self.points[0]]
        return abs(sum(ax * bt - bx * at for (ax, at), (bx, bt) in pairwise(closed))) / 2

    @property
    def is_dot(self) -> bool:
        """Whether it is small and as wide as it is high."""
        width, height = self.box.width, self.box.height
        return max(width, height) <= MAX_DOT_PT and min(width, height) > 0.6 * max(width, height)


@dataclass(slots=True)
class Shapes:
    """What is drawn in one picture."""

    bars: list[Bar] = field(default_factory=list)
    curves: list[Curve] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    strokes: list[tuple[Box, Color]] = field(default_factory=list)
    """Straight strokes, level or upright: axes, ticks, gridlines, and lines in a legend."""


class Drawn(NamedTuple):
    """What one path draws."""

    path: Path
    shapes: Shapes
    pieces: list[Curve]
    """Single strokes, which may be pieces of a line."""
    middle: Place
    """Of the path's box."""


def read_paths(paths: Iterable[Path]) -> list[Drawn]:
    """What each path of a page draws, but for those in the colour of paper."""
    drawn = [_read_path(path) for path in paths if path.points]
    return [one for one in drawn if one is not None]


def _read_path(path: Path) -> Drawn | None:
    fill = path.fill if path.fill is not None and min(path.fill) < PAPER else None
    stroke = path.stroke if path.stroke is not None and min(path.stroke) < PAPER else None
    if fill is None and stroke is None:
        return None
    drawn = Drawn(path, Shapes(), [], path.box.middle)
    figures = _split_figures(path.points)
    if fill is not None:
        dashed = join_dashes(figures)
        for figure in figures if dashed is None else ():
            _take_filled(figure, fill, drawn.shapes)
        if dashed is not None:
            _take_line(dashed, fill, drawn.shapes)
    if stroke is not None:
        for figure in figures:
            _take_stroked(figure, stroke, drawn)
    return drawn


def find_shapes(drawn: Iterable[Drawn], box: Box) -> Shapes:
    """The shapes in `box`, without grounds; lines that were drawn piece by piece are put together."""
    whole = Shapes()
    pieces: list[Curve] = []
    for one in drawn:
        x, y = one.middle
        if not (box.x0 <= x <= box.x1 and box.top <= y <= box.bottom):
            continue
        whole.bars += one.shapes.bars
        whole.curves += one.shapes.curves
        whole.outlines += one.shapes.outlines
        whole.strokes += one.shapes.strokes
        pieces += one.pieces
    whole.curves.extend(_join_pieces(pieces))
    whole.bars = _without_grounds(whole.bars)
    return whole


def turn(box: Box) -> Box:
    """A box as seen with the page's right side up: level bars stand."""
    return Box(box.top, -box.x1, box.bottom, -box.x0)


def turn_back(box: Box) -> Box:
    """The opposite of `turn`."""
    return Box(-box.bottom, box.x0, -box.top, box.x1)


def _split_figures(points: Sequence[tuple[str, float, float]]) -> list[Sequence[tuple[str, float, float]]]:
    """The figures of a path, of which each begins with a move; a move at its end draws none."""
    begins = [place for place, (name, _, _) in enumerate(points) if name == "m" or place == 0]
    if len(begins) == 1:  # as most have
        return [points] if len(points) > 1 else []
    figures = [points[begin:end] for begin, end in pairwise([*begins, len(points)])]
    return figures if len(figures[-1]) > 1 else figures[:-1]


def _take_filled(figure: Sequence[tuple[str, float, float]], color: Color, shapes: Shapes) -> None:
    if _is_box(figure):
        (_, ax, at), _, (_, cx, ct) = figure[:3]
        _take_box(Box(min(ax, cx), min(at, ct), max(ax, cx), max(at, ct)), color, shapes)
        return
    points = tuple([(x, top) for _, x, top in figure])
    box = _box_of(points)
    is_round = "c" in [name for name, _, _ in figure]
    is_small = max(box.width, box.height) <= MAX_DOT_PT
    if is_round and is_small:
        shapes.outlines.append(Outline(points, box, color, is_round))
        return
    if is_round:
        points = tuple(_flatten(figure))  # of a marker, as above, the ends of its pieces are enough
        box = _box_of(points)
    outline = Outline(points, box, color, is_round)
    if min(box.width, box.height) < DASH_PT[0] and max(box.width, box.height) < DASH_PT[1]:
        return
    if box.area < 0.5:
        shapes.strokes.append((box, color))
    elif _is_bar(outline):
        shapes.bars.append(Bar(box, color))
    else:
        shapes.outlines.append(outline)


def _take_box(box: Box, color: Color, shapes: Shapes) -> None:
    """A box is a bar, a stroke where it has no area to speak of, or a dash."""
    short, long = sorted((box.width, box.height))
    if short < DASH_PT[0] and long < DASH_PT[1]:
        return
    if short < DASH_PT[0] and box.area < 0.5:
        shapes.strokes.append((box, color))
    else:
        shapes.bars.append(Bar(box, color))


def _is_box(figure: Sequence[tuple[str, float, float]]) -> bool:
    """Whether a figure goes round a box: level and upright by turns; what most filled figures are."""
    if not MIN_BOX_POINTS <= len(figure) <= MAX_BOX_POINTS:
        return False
    (_, ax, at), (bn, bx, bt), (cn, cx, ct), (dn, dx, dt) = figure[:4]
    if bn != "l" or cn != "l" or dn != "l" or any(name == "c" for name, *_ in figure[4:]):
        return False
    is_level_first = at == bt and bx == cx and ct == dt and dx == ax
    return (is_level_first or (ax == bx and bt == ct and cx == dx and dt == at)) and all(
        x == ax and top == at for _, x, top in figure[4:]
    )


def _box_of(points: Sequence[Place]) -> Box:
    xs, tops = zip(*points, strict=True)
    return Box(min(xs), min(tops), max(xs), max(tops))


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


def _flatten(figure: Sequence[tuple[str, float, float]]) -> Iterator[Place]:
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


def _bezier(a: Place, b: Place, c: Place, d: Place) -> Iterator[Place]:
    (ax, at), (bx, bt), (cx, ct), (dx, dt) = a, b, c, d
    for i, j, k, m in _WEIGHTS:
        yield i * ax + j * bx + k * cx + m * dx, i * at + j * bt + k * ct + m * dt


def _take_stroked(figure: Sequence[tuple[str, float, float]], color: Color, drawn: Drawn) -> None:
    ends = list(_ends(figure))
    if len(ends) == 2:
        (ax, at), (bx, bt) = ends
        if min(abs(ax - bx), abs(at - bt)) < MIN_STEP_PT:
            drawn.shapes.strokes.append((Box(min(ax, bx), min(at, bt), max(ax, bx), max(at, bt)), color))
            if abs(ax - bx) < MIN_STEP_PT:
                return
        drawn.pieces.append(Curve(tuple(sorted(ends)), color))
    elif len(ends) > 2 and _goes_one_way(ends):
        drawn.shapes.curves.append(Curve(tuple(sorted(ends)), color))
        if max(top for _, top in ends) - min(top for _, top in ends) < MIN_STEP_PT:
            (ax, at), (bx, _) = min(ends), max(ends)
            drawn.shapes.strokes.append((Box(ax, at, bx, at), color))


def _goes_one_way(places: Sequence[Place]) -> bool:
    """Whether each place is further right than the one before, or each further left."""
    steps = [b[0] - a[0] for a, b in pairwise(places)]
    return min(steps) > MIN_STEP_PT or max(steps) < -MIN_STEP_PT


def _take_line(dashes: Sequence[Sequence[Place]], color: Color, shapes: Shapes) -> None:
    """A dashed line; a level one may be the sample of a legend."""
    points, gaps = bridge(dashes)
    shapes.curves.append(Curve(tuple(points), color, tuple(gaps)))
    box = _box_of(points)
    if box.height < MIN_STEP_PT:
        shapes.strokes.append((box, color))


def _ends(figure: Sequence[tuple[str, float, float]]) -> Iterator[Place]:
    """Where the straight and curved pieces of a figure end, each place once."""
    control = 0
    last: Place | None = None
    for name, x, top in figure:
        control = (control + 1) % 3 if name == "c" else 0
        if control == 0 and (x, top) != last and name != "z":
            last = (x, top)
            yield last


def _join_pieces(pieces: Sequence[Curve]) -> Iterator[Curve]:
    """Lines that were drawn piece by piece, put together; pieces that stand alone stay as they are."""
    by_color: defaultdict[Color, list[Curve]] = defaultdict(list)
    for piece in pieces:
        by_color[piece.color].append(piece)
    for color, group in by_color.items():
        chain: list[Place] = []
        for piece in group:
            if chain and _meets(chain[-1], piece.points[0]):
                chain.append(piece.points[1])
                continue
            if len(chain) > 1:
                yield Curve(tuple(chain), color)
            chain = list(piece.points)
        if len(chain) > 1:
            yield Curve(tuple(chain), color)


def _meets(a: Place, b: Place) -> bool:
    return abs(a[0] - b[0]) <= SAME_END_PT and abs(a[1] - b[1]) <= SAME_END_PT


def _without_grounds(bars: Sequence[Bar]) -> list[Bar]:
    """Bars that hold no other; one drawn twice counts once."""
    once = list(dict.fromkeys(bars))
    boxes = sorted({bar.box for bar in once})
    lefts = [box.x0 for box in boxes]
    large = sorted(once, key=lambda bar: -bar.box.area)[:MAX_GROUNDS]
    grounds = {bar for bar in large if _holds_other(bar.box, boxes, lefts)}
    return [bar for bar in once if bar not in grounds] if grounds else once


def _holds_other(ground: Box, boxes: Sequence[Box], lefts: Sequence[float]) -> bool:
    """Whether another of `boxes`, of which it is one, lies inside it; they come from left to right, as `lefts` do."""
    left, upper, right, lower = ground
    begun = boxes[bisect_left(lefts, left) : bisect_right(lefts, right)]
    inside = [top >= upper and x1 <= right and bottom <= lower for _, top, x1, bottom in begun]
    return inside.count(True) > 1
