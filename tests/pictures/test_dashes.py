"""Dashed lines against the line that they were cut from: each value lies within what is said of it."""

import math
from itertools import pairwise

import pytest

from reportparse.pictures.dashes import bridge
from reportparse.pictures.heights import make_marks
from reportparse.pictures.shapes import Curve

XS = [40.0, 90.0, 140.0, 190.0, 240.0]
SHAPES = {
    "level": [200.0, 200.0, 200.0, 200.0, 200.0],
    "peaks": [200.0, 120.0, 210.0, 90.0, 180.0],
    "steep": [300.0, 80.0, 280.0, 100.0, 310.0],
    "gentle": [200.0, 196.0, 191.0, 190.0, 194.0],
}
PATTERNS = [(5.0, 3.0), (3.0, 3.0), (2.0, 4.0), (8.0, 5.0), (1.5, 1.5)]


def cut(line, dash, gap, phase):
    """The dashes of a line: pieces of this length, this far apart, corners among them."""
    pieces, piece, at = [], [], phase
    for a, b in pairwise(line):
        length, done = math.dist(a, b), 0.0
        while done < length:
            is_drawn = at % (dash + gap) < dash
            left = (dash if is_drawn else dash + gap) - at % (dash + gap)
            step = min(left, length - done)
            place = [(a[0] + (b[0] - a[0]) * (done + s) / length, a[1] + (b[1] - a[1]) * (done + s) / length)
                     for s in (0.0, step)]  # fmt: skip
            if is_drawn:
                piece = [*piece, place[1]] if piece else place
            elif piece:
                pieces.append(piece)
                piece = []
            at, done = at + step, done + step
    return [piece for piece in [*pieces, piece] if piece and math.dist(piece[0], piece[-1]) > 0.5]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("dash", "gap"), PATTERNS)
@pytest.mark.parametrize("phase", [0.0, 0.7, 1.9, 3.1])
def test_each_value_of_a_dashed_line_lies_within_its_bound(shape, dash, gap, phase):
    tops = SHAPES[shape]
    pieces = cut(list(zip(XS, tops, strict=True)), dash, gap, phase)
    rounded = [[(round(x, 1), round(top, 1)) for x, top in piece] for piece in pieces]
    points, gaps = bridge(rounded)
    marks = make_marks(Curve(tuple(points), (0, 0, 0), tuple(gaps)), XS, {slot: str(slot) for slot in range(5)})

    assert len(marks) == len(XS)
    for x, mark in marks:
        assert abs(mark.place - tops[XS.index(x)]) <= mark.loose_pt + 0.6


def test_a_corner_that_falls_in_a_gap_is_where_the_dashes_meet():
    points, (gap,) = bridge([[(0.0, 0.0), (8.0, 8.0)], [(12.0, 8.0), (20.0, 0.0)]])

    assert points[2] == pytest.approx((10.0, 10.0))
    assert gap.off(10.0) < gap.off(9.0)


def test_a_value_that_a_line_leaves_out_is_not_made_up():
    points, gaps = bridge([[(40.0, 200.0), (90.0, 150.0)], [(190.0, 120.0), (240.0, 100.0)]])
    marks = make_marks(Curve(tuple(points), (0, 0, 0), tuple(gaps)), XS, {slot: str(slot) for slot in range(5)})

    assert [mark.x for _, mark in marks] == ["0", "1", "3", "4"]
