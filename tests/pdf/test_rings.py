"""Borders filled between two rectangles."""

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

from reportparse.pdf import Document


def ring(left, top, right, bottom):
    """A heading in the colour of its border, which has these widths on its four sides."""

    def draw(canvas):
        canvas.setFillColor(HexColor("#8a6d3b"))
        path = canvas.beginPath()
        path.rect(100, 500, 300, 60)
        path.rect(100 + left, 500 + bottom, 300 - left - right, 60 - top - bottom)
        canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
        canvas.drawString(120, 525, "Safer roads")

    (page,) = Document(draw_pdf(draw)).read_pages()
    return page


@pytest.mark.parametrize("widths", [(0, 0, 0, 2), (0, 2, 0, 2), (6, 0, 0, 0), (2, 2, 2, 2), (8, 2, 2, 2)])
def test_words_inside_a_border_of_their_colour_can_be_seen(widths):
    page = ring(*widths)

    assert [word.text for word in page.words] == ["Safer", "roads"]
    assert page.hidden == ()


def test_a_border_with_one_side_is_a_line():
    page = ring(0, 0, 0, 2)

    assert [(rule.x0, rule.x1, rule.top, rule.is_side) for rule in page.rules] == [(100, 400, 299, False)]
    assert page.fills == ()


def test_a_border_all_round_is_a_framed_box():
    page = ring(2, 2, 2, 2)

    assert [tuple(path.box) for path in page.paths] == [(101, 241, 399, 299)]
    assert [rule.is_side for rule in page.rules] == [True] * 4
    assert page.fills == ()
