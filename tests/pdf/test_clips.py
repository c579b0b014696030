"""What a clip leaves of a filled box is what the page shows of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import draw_pdf
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from reportparse.pdf import Document

PAGE = 800.0  # points, as high as the tests draw it


def fills_of(draw):
    with Document(draw_pdf(draw)) as document:
        (page,) = document.read_pages()
    return [path.box for path in page.paths if path.fill is not None], page


def clip(canvas, x, y, width, height):
    path = canvas.beginPath()
    path.rect(x, y, width, height)
    canvas.clipPath(path, stroke=0, fill=0)


def test_a_bar_drawn_from_below_its_axis_begins_where_the_plot_does():
    def draw(canvas):
        canvas.drawString(72, 300, "The text below the plot is not covered by the bar.")
        canvas.saveState()
        clip(canvas, 100, 500, 200, 150)
        canvas.setFillColor(HexColor("#336699"))
        canvas.rect(120, -300, 30, 900, stroke=0, fill=1)
        canvas.restoreState()

    (box,), page = fills_of(draw)

    assert tuple(box) == pytest.approx((120, PAGE - 600, 150, PAGE - 500), abs=0.05)
    assert page.hidden == ()


@settings(max_examples=25)
@given(*[st.integers(20, 600)] * 4, st.sampled_from([1.0, 0.5]))
def test_a_box_is_cut_to_the_box_that_clips_it_in_any_space(x, y, width, height, scale):
    sides = max(x, 50), max(y, 60), min(x + width, 450), min(y + height, 460)
    left, low, right, high = (scale * side for side in sides)

    def draw(canvas):
        canvas.scale(scale, scale)
        clip(canvas, 50, 60, 400, 400)
        canvas.rect(x, y, width, height, stroke=0, fill=1)

    boxes, _ = fills_of(draw)
    is_long = scale * max(width, height) > 200

    assert len(boxes) == 1
    if is_long and left < right and low < high:
        assert tuple(boxes[0]) == pytest.approx((left, PAGE - high, right, PAGE - low), abs=0.05)


def test_a_clip_that_is_no_box_leaves_boxes_as_they_are():
    def draw(canvas):
        path = canvas.beginPath()
        path.circle(300, 400, 100)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.rect(150, 250, 300, 300, stroke=0, fill=1)

    (box,), _ = fills_of(draw)

    assert (box.width, box.height) == pytest.approx((300, 300), abs=0.05)


@pytest.mark.parametrize("is_round", [False, True])
def test_an_image_larger_than_its_frame_is_as_large_as_that_shows(is_round):
    def draw(canvas):
        path = canvas.beginPath()
        path.roundRect(100, 300, 200, 150, 20) if is_round else path.rect(100, 300, 200, 150)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 40), "teal")), 50, 280, 400, 260)

    with Document(draw_pdf(draw)) as document:
        (page,) = document.read_pages()

    assert tuple(page.images[0].box) == pytest.approx((100, PAGE - 450, 300, PAGE - 300), abs=0.05)


def test_a_shape_larger_than_its_frame_is_as_large_as_that_shows():
    def draw(canvas):
        canvas.saveState()
        clip(canvas, 200, 500, 150, 100)
        hill = canvas.beginPath()
        hill.moveTo(50, 400)
        hill.curveTo(150, 620, 250, 620, 300, 540)
        hill.curveTo(350, 600, 450, 600, 500, 400)
        hill.close()
        canvas.setFillColor(HexColor("#4f8a4f"))
        canvas.drawPath(hill, stroke=0, fill=1)
        canvas.restoreState()

    (box,), page = fills_of(draw)

    assert tuple(box) == pytest.approx((200, PAGE - 600, 350, PAGE - 500), abs=0.05)
    assert all(200 <= x <= 350 and PAGE - 600 <= top <= PAGE - 500 for _, x, top in page.paths[0].points)
