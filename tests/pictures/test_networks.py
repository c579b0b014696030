"""Boxes that strokes join: diagrams, and tables that look a little like them."""

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

PROSE = "The force has worked with its partners for the whole of the year."
UNITS = ("Calls", "Harm", "Roads")


def box(canvas, x, y, width, text):
    """A filled box of 24 points with a text in its middle."""
    canvas.setFillColor(HexColor("#1f5c57"))
    canvas.roundRect(x, y, width, 24, 4, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.drawCentredString(x + width / 2, y + 9, text)
    canvas.setFillColor(HexColor("#000000"))


def prose(canvas):
    canvas.setFont("Helvetica", 10)
    for row in range(8):
        canvas.drawString(72, 760 - 13 * row, PROSE)


def tree(canvas):
    """A unit over three, joined by level and upright strokes."""
    canvas.line(250, 596, 250, 580)
    canvas.line(130, 580, 370, 580)
    for x in (130, 250, 370):
        canvas.line(x, 580, x, 564)
    box(canvas, 190, 596, 120, "Head of units")
    for x, text in zip((130, 250, 370), UNITS, strict=True):
        box(canvas, x - 45, 540, 90, text)


def wheel(canvas):
    """A disc with three boxes round it, at the ends of strokes from its rim."""
    for begin, end in (((228, 570), (120, 530)), ((292, 570), (400, 530)), ((260, 546), (260, 480))):
        canvas.line(*begin, *end)
    canvas.setFillColor(HexColor("#c27b2c"))
    canvas.circle(260, 580, 34, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#000000"))
    canvas.drawCentredString(260, 577, "Victims")
    for (x, y), text in zip(((120, 530), (400, 530), (260, 480)), UNITS, strict=True):
        box(canvas, x - 45, y - 12, 90, text)


@pytest.mark.parametrize(("draw", "middle"), [(tree, "Head of units"), (wheel, "Victims")])
def test_boxes_that_strokes_join_are_a_diagram_with_their_words(draw, middle):
    def page(canvas):
        prose(canvas)
        draw(canvas)

    report = reportparse.parse(draw_pdf(page))

    (picture,) = report.pictures
    assert (picture.kind, sorted(picture.labels)) == ("diagram", sorted([middle, *UNITS]))
    assert len(report.paragraphs) == 1


def test_boxes_without_strokes_and_heads_of_a_table_over_columns_with_rules_are_no_diagram():
    def page(canvas):
        prose(canvas)
        for place, text in enumerate(UNITS):
            box(canvas, 72 + 140 * place, 596, 140, text)
            canvas.line(142 + 140 * place, 596, 142 + 140 * place, 500)  # from the middle of each head
            for row in range(4):
                canvas.drawString(90 + 140 * place, 582 - 24 * row, f"{place}{row}7")
                canvas.drawString(160 + 140 * place, 582 - 24 * row, f"{row}{place}1")
        for row in range(5):
            canvas.line(72, 596 - 24 * row, 492, 596 - 24 * row)
            box(canvas, 72 + 100 * row, 440, 80, "Alone")

    assert [picture.kind for picture in reportparse.parse(draw_pdf(page)).pictures] == []
