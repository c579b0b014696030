"""What a path draws: bars, strokes, lines and markers, however a producer draws them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.geometry import Box
from reportparse.pdf import Path
from reportparse.pictures.paths import read_paths
from reportparse.pictures.shapes import find_shapes, keep_marks

BLUE, RED, PAPER = (20, 60, 120), (200, 30, 30), (252, 251, 255)
PAGE = Box(0.0, 0.0, 600.0, 800.0)
ROUND = 0.5523  # of the radius: where the control points of a quarter circle lie


def path(points, fill=None, stroke=None, mark=-1):
    named = tuple(("l" if place else "m", *point) if len(point) == 2 else point for place, point in enumerate(points))
    xs, tops = [x for _, x, _ in named], [top for *_, top in named]
    return Path(Box(min(xs), min(tops), max(xs), max(tops)), fill, stroke, 1.0, named, 0, mark)


def corners(box):
    return [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom)]


def circle(x, top, radius):
    arcs = [("m", x + radius, top)]
    for quarter in range(4):
        a, b = math.pi / 2 * quarter, math.pi / 2 * (quarter + 1)
        for angle, turn in ((a, ROUND), (b, -ROUND), (b, 0.0)):
            arcs.append(("c", x + radius * (math.cos(angle) - turn * math.sin(angle)),
                         top + radius * (math.sin(angle) + turn * math.cos(angle))))  # fmt: skip
    return arcs


def shapes_of(*paths):
    return find_shapes(read_paths(paths), PAGE)


lengths = st.integers(5, 250)  # thinner ones may be the dashes of a line
boxes = st.builds(
    lambda x, top, width, height: Box(x, top, x + width, top + height), lengths, lengths, lengths, lengths
)  # fmt: skip


@given(boxes, st.integers(0, 3), st.booleans(), st.sampled_from(["open", "closed", "drawn back"]))
def test_a_filled_box_is_a_bar_wherever_the_pen_begins_and_whichever_way_it_goes(box, first, is_back, end):
    points = corners(box)[first:] + corners(box)[:first]
    points = points[::-1] if is_back else points
    points += {"open": [], "closed": [("z", *points[0])], "drawn back": [points[0], ("z", *points[0])]}[end]
    shapes = shapes_of(path(points, fill=BLUE, stroke=RED))

    assert [(bar.box, bar.color) for bar in shapes.bars] == [(box, BLUE)]
    assert (shapes.strokes, shapes.curves, shapes.outlines) == ([], [], [])


@given(st.lists(boxes, min_size=1, max_size=6, unique=True))
def test_boxes_of_one_path_are_bars_as_boxes_of_several_are(drawn):
    starts = {4 * place for place in range(len(drawn))}
    points = [point for box in drawn for point in corners(box)]
    whole = path([("m" if place in starts else "l", *point) for place, point in enumerate(points)], BLUE)

    assert set(shapes_of(whole).bars) <= {bar for box in drawn for bar in shapes_of(path(corners(box), BLUE)).bars}
    assert [bar.box for bar, _ in read_paths([whole]).bars] == drawn


@pytest.mark.parametrize(("width", "height", "kind"), [
    (30, 40, "bars"), (1.2, 5, "bars"), (30, 0.01, "strokes"), (0.5, 12, "bars"), (0.04, 12, "strokes"), (0.8, 4, None),
])  # fmt: skip
def test_thin_boxes_are_strokes_and_short_ones_dashes(width, height, kind):
    shapes = shapes_of(path(corners(Box(10.0, 10.0, 10.0 + width, 10.0 + height)), BLUE))

    assert [name for name in ("bars", "strokes", "outlines", "curves") if getattr(shapes, name)] == [kind] * bool(kind)


@pytest.mark.parametrize(("fill", "stroke"), [(None, None), (PAPER, None), (None, PAPER), (PAPER, PAPER)])
def test_what_has_the_colour_of_paper_is_not_drawn(fill, stroke):
    assert not any(shapes_of(path(corners(Box(10, 10, 60, 90)), fill, stroke), path([(5, 5), (9, 9)], fill, stroke)))


@pytest.mark.parametrize(("radius", "is_dot"), [(3.0, True), (7.0, True), (40.0, False)])
def test_circles_are_outlines_of_their_true_area(radius, is_dot):
    (outline,) = shapes_of(path(circle(100, 100, radius), BLUE)).outlines

    assert (outline.is_dot, outline.is_round) == (is_dot, True)
    assert tuple(outline.box) == pytest.approx((100 - radius, 100 - radius, 100 + radius, 100 + radius), abs=0.6)
    assert is_dot or outline.area == pytest.approx(math.pi * radius**2, rel=0.01)


@pytest.mark.parametrize(("ends", "strokes", "curves"), [
    ([(10, 50), (90, 50)], 1, 1), ([(10, 50), (10, 90)], 1, 0), ([(90, 80), (10, 50)], 0, 1),
    ([(10, 50), (10, 50)], 0, 0), ([(10, 50), (50, 20), (90, 70)], 0, 1), ([(90, 50), (50, 20), (10, 70)], 0, 1),
    ([(10, 50), (50, 20), (40, 70)], 0, 0), ([(10, 50), (50, 50), (90, 50)], 1, 1),
])  # fmt: skip
def test_strokes_are_axes_pieces_or_whole_lines_from_left_to_right(ends, strokes, curves):
    shapes = shapes_of(path(ends, stroke=RED))

    assert (len(shapes.strokes), len(shapes.curves)) == (strokes, curves)
    assert all(list(curve.points) == sorted(curve.points) for curve in shapes.curves)


@given(st.lists(st.integers(0, 300), min_size=3, max_size=9))
def test_a_line_drawn_piece_by_piece_is_the_line_drawn_in_one(tops):
    points = [(20.0 * place, float(top)) for place, top in enumerate(tops)]
    pieces = shapes_of(*(path([a, b], stroke=RED) for a, b in zip(points, points[1:], strict=False)))
    (whole,) = shapes_of(path(points, stroke=RED)).curves

    assert [curve.points for curve in pieces.curves] == [whole.points]


def test_a_box_that_holds_another_is_its_ground_and_one_drawn_twice_counts_once():
    ground, bar = Box(10, 10, 200, 200), Box(30, 50, 50, 200)
    drawn = [path(corners(ground), RED), path(corners(bar), BLUE), path(corners(bar), BLUE)]

    assert [one.box for one in shapes_of(*drawn).bars] == [bar]
    assert [one.box for one in find_shapes(read_paths(drawn), Box(0, 100, 60, 150)).bars] == [bar]


def test_a_bar_is_no_ground_of_the_sample_of_its_own_colour_that_a_legend_lays_on_it():
    bar, sample = Box(10, 10, 60, 200), Box(20, 30, 28, 38)

    assert len(shapes_of(path(corners(bar), BLUE), path(corners(sample), BLUE)).bars) == 2


@pytest.mark.parametrize(("color", "bars", "dots"), [(RED, 0, 1), (BLUE, 1, 0)])
def test_a_square_on_a_point_of_a_line_of_its_colour_is_its_marker(color, bars, dots):
    line = path([(10, 50), (50, 20), (90, 70)], stroke=RED)
    shapes = shapes_of(line, path(corners(Box(48, 18, 52, 22)), color))

    assert (len(shapes.bars), len(shapes.outlines)) == (bars, dots)


def test_shapes_of_marked_content_are_told_from_the_others():
    places = ((10, 3), (30, 4), (50, -1))
    drawn = read_paths([path(corners(Box(x, 10, x + 8, 90)), BLUE, mark=mark) for x, mark in places])
    inside, rest = (keep_marks(drawn, frozenset({3}), are_inside=wanted) for wanted in (True, False))

    assert [bar.box.x0 for bar, _ in inside.bars] == [10]
    assert [bar.box.x0 for bar, _ in rest.bars] == [30, 50]
