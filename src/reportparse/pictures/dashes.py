"""Dashed lines that a producer drew as filled boxes, one for each dash, in one path."""

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

Place = tuple[float, float]  # x, top

# A dashed line has at least this many dashes; the sample of one in a legend is that short.
MIN_DASHES = 2
# Lines of charts are at most this thick, in points; dashes longer than thick by this factor have a direction.
MAX_THICK_PT = 4.0
MIN_LENGTH = 1.3
# Dashes of one line are equally thick, to this part of it, and lie apart by at most so many of the longest of them.
SAME_THICK = 0.15
MAX_GAP = 3.0


def join_dashes(figures: Sequence[Sequence[tuple[str, float, float]]]) -> list[Place] | None:
    """The middle of a dashed line from left to right; None for shapes that are something else.

    A dash bent round a corner of the line gives the corner.
    """
    if len(figures) < MIN_DASHES:
        return None
    outlines = [_corners(figure) for figure in figures]
    if any(len(outline) < 4 or any(name == "c" for name, *_ in figure)
           for outline, figure in zip(outlines, figures, strict=True)):  # fmt: skip
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
    return [place for piece in pieces for place in piece]


def _corners(figure: Sequence[tuple[str, float, float]]) -> list[Place]:
    corners = [(x, top) for name, x, top in figure if name != "z"]
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
