"""The shapes that carry a chart's values: bars, curves, dots, areas and slices, each with its colour."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from reportparse.geometry import Box
from reportparse.pdf import Color
from reportparse.pictures.dashes import Gap

Place = tuple[float, float]  # x, top

# Markers of a line are at most this large, in points; legend squares as well.
MAX_DOT_PT = 14.0
# Ends of strokes nearer than this, in points, are one: a line drawn piece by piece.
SAME_END_PT = 0.3
# Of the boxes of a page so many, the largest, may be grounds of others.
MAX_GROUNDS = 40


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
        return box_of(self.points)


class Outline(NamedTuple):
    """A filled shape that is no box: a marker, a slice of a pie, an area."""

    points: tuple[Place, ...]
    """Curved pieces are flattened."""
    box: Box
    color: Color
    is_round: bool = False
    """Some of its pieces were curved."""
    area: float = 0.0
    """Square points inside; of a marker it is not told."""

    @property
    def is_dot(self) -> bool:
        """Whether it is small and as wide as it is high."""
        x0, top, x1, bottom = self.box
        width, height = x1 - x0, bottom - top
        return max(width, height) <= MAX_DOT_PT and min(width, height) > 0.6 * max(width, height)


Stroke = tuple[Box, Color]
"""A straight one, level or upright: axes, ticks, gridlines, and lines in a legend."""


class Shapes(NamedTuple):
    """What is drawn in one picture."""

    bars: list[Bar]
    curves: list[Curve]
    outlines: list[Outline]
    strokes: list[Stroke]


Where = tuple[float, float, int]
"""(x and top of the middle of the path that draws a shape, its mark)"""


class Drawn(NamedTuple):
    """What the paths of a page draw, each shape with the place of its path."""

    bars: list[tuple[Bar, Where]]
    curves: list[tuple[Curve, Where]]
    outlines: list[tuple[Outline, Where]]
    strokes: list[tuple[Stroke, Where]]
    pieces: list[tuple[Curve, Where]]
    """Single strokes, which may be pieces of a line."""


T = TypeVar("T")


def find_shapes(drawn: Drawn, box: Box) -> Shapes:
    """The shapes in `box`, without grounds; lines that were drawn piece by piece are put together."""
    curves = [*_inside(drawn.curves, box), *_join_pieces(_inside(drawn.pieces, box))]
    bars, markers = _part_markers(_inside(drawn.bars, box), curves)
    outlines = [*_inside(drawn.outlines, box), *markers]
    return Shapes(_without_grounds(bars), curves, outlines, _inside(drawn.strokes, box))


def _part_markers(bars: list[Bar], curves: Sequence[Curve]) -> tuple[list[Bar], list[Outline]]:
    """(all other bars, the square markers of lines): those stand on a point of a line of their colour."""
    points: defaultdict[Color, list[Place]] = defaultdict(list)
    for curve in curves:
        points[curve.color] += curve.points
    markers = [bar for bar in bars if _is_square(bar.box) and _stands_on(bar.box, points.get(bar.color, ()))]
    if not markers:
        return bars, []
    return (
        [bar for bar in bars if bar not in markers],
        [Outline(((x0, top), (x1, top), (x1, bottom), (x0, bottom)), Box(x0, top, x1, bottom), color)
         for (x0, top, x1, bottom), color in dict.fromkeys(markers)],
    )  # fmt: skip


def _is_square(box: Box) -> bool:
    return box.x1 - box.x0 <= MAX_DOT_PT and abs(box.width - box.height) <= SAME_END_PT


def _stands_on(box: Box, places: Sequence[Place]) -> bool:
    x, top = box.middle
    return any(abs(px - x) <= SAME_END_PT and abs(pt - top) <= SAME_END_PT for px, pt in places)


def _inside(shapes: Sequence[tuple[T, Where]], box: Box) -> list[T]:
    left, upper, right, lower = box
    return [shape for shape, (x, top, _) in shapes if left <= x <= right and upper <= top <= lower]


def keep_marks(drawn: Drawn, marks: frozenset[int], *, are_inside: bool) -> Drawn:
    """The shapes of marked content, or all others."""

    def keep(group: Sequence[tuple[T, Where]]) -> list[tuple[T, Where]]:
        return [(shape, where) for shape, where in group if (where[2] in marks) == are_inside]

    bars, curves, outlines, strokes, pieces = drawn
    return Drawn(keep(bars), keep(curves), keep(outlines), keep(strokes), keep(pieces))


def turn(box: Box) -> Box:
    """A box as seen with the page's right side up: level bars stand."""
    return Box(box.top, -box.x1, box.bottom, -box.x0)


def turn_back(box: Box) -> Box:
    """The opposite of `turn`."""
    return Box(-box.bottom, box.x0, -box.top, box.x1)


def box_of(points: Sequence[Place]) -> Box:
    """The smallest box round places, of which there is at least one."""
    xs, tops = zip(*points, strict=True)
    return Box(min(xs), min(tops), max(xs), max(tops))


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
    ordered = sorted(once)
    lefts = [bar.box.x0 for bar in ordered]
    large = once if len(once) <= MAX_GROUNDS else sorted(once, key=lambda bar: -bar.box.area)[:MAX_GROUNDS]
    grounds = {bar for bar in large if _holds_other(bar, ordered, lefts)}
    return [bar for bar in once if bar not in grounds] if grounds else once


def _holds_other(ground: Bar, bars: Sequence[Bar], lefts: Sequence[float]) -> bool:
    """Whether another of `bars` lies inside one and in another colour; they come from left to right, as `lefts` do."""
    (left, upper, right, lower), color = ground
    begun = bars[bisect_left(lefts, left) : bisect_right(lefts, right)]
    inside = [
        top >= upper and x1 <= right and bottom <= lower and other != color for (_, top, x1, bottom), other in begun
    ]
    return True in inside
