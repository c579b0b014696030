"""Dashed lines: the dashes that a producer drew as filled boxes, and where a line goes in the gaps between dashes."""

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

Place = tuple[float, float]  # x, top

# A dashed line has at least this many dashes; the sample of one in a legend is that short.
MIN_DASHES = 2
# Lines of charts are at most this thick, in points; dashes longer than thick by this factor have a direction.
MAX_THICK_PT = 4.0
MIN_LENGTH = 1.3
# Dashes of one line are equally thick, to this part of it, and lie apart by at most so many of the longest of them.
SAME_THICK = 0.15
MAX_GAP = 3.0
# Ends of dashes are placed this exactly, in points: LibreOffice 0.03, and the middle of an end is of two corners.
EXACT_PT = 0.05
# Dashes that rise by nearly as much a point go straight on from one to the next.
STRAIGHT = 0.02
# Ends nearer than this, in points, have no gap between them.
TOUCH_PT = 0.3


class Gap(NamedTuple):
    """Where a line is not drawn, between two of its dashes."""

    x0: float
    x1: float
    corner: float
    """Where the dashes on both sides meet if they go on; the middle where they do not meet in the gap."""
    kink: float
    """How much they differ there, in points of height a point."""
    loose_pt: float
    """How far off the line may be at the corner, in points."""

    def off(self, x: float) -> float:
        """How far off the line may be at a place in the gap, in points."""
        return self.loose_pt + self.kink * abs(x - self.corner)


def bridge(pieces: Sequence[Sequence[Place]]) -> tuple[list[Place], list[Gap]]:
    """(the points of a line, its gaps), from pieces in their order from left to right.

    A corner that falls in a gap is where the dashes on both sides meet.
    """
    points = list(pieces[0])
    gaps: list[Gap] = []
    for before, after in pairwise(pieces):
        if math.dist(before[-1], after[0]) > TOUCH_PT:
            gap, corner = _measure(before, after)
            gaps.append(gap)
            points += [corner] if corner else []
        points += after
    return points, gaps


def _measure(before: Sequence[Place], after: Sequence[Place]) -> tuple[Gap, Place | None]:
    """The gap between two pieces, and the corner in it, where there is one."""
    (ax, at), (bx, bt) = before[-1], after[0]
    rise, next_rise = _rise(before[-2], before[-1]), _rise(after[0], after[1])
    shortest = min(math.dist(before[-2], before[-1]), math.dist(after[0], after[1]))
    unsure = EXACT_PT * (1 + 2 * math.dist((ax, at), (bx, bt)) / max(shortest, EXACT_PT))
    kink = abs(next_rise - rise)
    if kink > STRAIGHT:
        x = (bt - at + rise * ax - next_rise * bx) / (rise - next_rise)
        if ax < x < bx:
            return Gap(ax, bx, x, kink, unsure), (x, at + rise * (x - ax))
    ends = (abs(at + rise * (bx - ax) - bt), abs(bt + next_rise * (ax - bx) - at))
    return Gap(ax, bx, (ax + bx) / 2, 0.0, unsure + max(ends)), None


def _rise(a: Place, b: Place) -> float:
    return (b[1] - a[1]) / (b[0] - a[0]) if b[0] != a[0] else 0.0


def join_dashes(figures: Sequence[Sequence[tuple[str, float, float]]]) -> list[list[Place]] | None:
    """The middle of each dash of a line, from left to right; None for shapes that are something else.

    A dash bent round a corner of the line gives the corner.
    """
    if len(figures) < MIN_DASHES:
        return None
    outlines = [_corners(figure) for figure in figures]
    rounded = sum(any(name == "c" for name, *_ in figure) for figure in figures)  # where a dash is bent
    if 2 * rounded > len(figures) or any(len(outline) < 4 for outline in outlines):
        return None
    thick = median(min(_sides(outline)) for outline in outlines)
    if not 0 < thick <= MAX_THICK_PT:
        return None
    pieces = [piece for outline in outlines if (piece := _middle_of(outline, thick))]
    if len(pieces) < max(MIN_DASHES, len(outlines) - 2):  # the first and last may be cut to a stump
        return None
    pieces.sort()
    longest = max(math.dist(piece[0], piece[-1]) for piece in pieces)
    if any(not b[0][0] - a[-1][0] > 0 or math.dist(a[-1], b[0]) > MAX_GAP * longest for a, b in pairwise(pieces)):
        return None
    return pieces


def _corners(figure: Sequence[tuple[str, float, float]]) -> list[Place]:
    """The ends of the pieces of a figure, each place once."""
    corners: list[Place] = []
    control = 0
    for name, x, top in figure:
        control = (control + 1) % 3 if name == "c" else 0
        if control == 0 and name != "z":
            corners.append((x, top))
    kept = [corner for before, corner in pairwise([corners[-1], *corners]) if math.dist(before, corner) > 0.01]
    return kept or corners[:1]


def _sides(outline: Sequence[Place]) -> list[float]:
    return [math.dist(a, b) for a, b in pairwise([*outline, outline[0]])]


def _middle_of(outline: Sequence[Place], thick: float) -> list[Place] | None:
    """The ends of a dash, and the corner between them where it is bent; None for a stump."""
    sides = _sides(outline)
    if max(sides) < MIN_LENGTH * thick:
        return None
    count = len(sides)
    first, second = sorted(sorted(range(count), key=lambda place: abs(sides[place] - thick))[:2])
    if any(abs(sides[place] - thick) > SAME_THICK * thick for place in (first, second)):
        return None
    one = [outline[place % count] for place in range(first + 1, second + 1)]
    other = [outline[place % count] for place in range(second + 1, first + count + 1)]
    begin, end = _between(other[-1], one[0]), _between(one[-1], other[0])
    bends = [_mean(part) for part in (one[1:-1], other[1:-1]) if part]
    middle = [begin, _mean(bends), end] if len(bends) == 2 else [begin, end]
    return sorted(middle)


def _between(a: Place, b: Place) -> Place:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def _mean(places: Sequence[Place]) -> Place:
    return (sum(x for x, _ in places) / len(places), sum(top for _, top in places) / len(places))
