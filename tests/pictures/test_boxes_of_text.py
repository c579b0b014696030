"""Filled boxes of text that stand like bars."""

from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

LINE = "the money of the fund pays for meals that are taken to"


def draw(canvas):
    """Boxes of one width that end at the foot of the page's columns, as boxes do that go on in the next one."""
    for x, tops in ((60, (420, 240)), (330, (330,))):
        for top, foot in zip(tops, (250, 60)[2 - len(tops) :], strict=True):
            canvas.setFillColor(HexColor("#eeeeee"))
            canvas.rect(x, foot, 240, top - foot, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            canvas.setFont("Helvetica", 9)
            for down in range(16, int(top - foot) - 4, 14):
                canvas.drawString(x + 8, top - down, LINE)


def test_boxes_of_text_that_end_at_one_height_are_no_chart_and_keep_their_words():
    report = reportparse.parse(draw_pdf(draw))

    assert report.pictures == []
    words = " ".join(paragraph.text for paragraph in report.paragraphs).split()
    assert len(words) == len(LINE.split()) * (11 + 12 + 18)


def draw_zebra(canvas):
    """Two tables side by side, every second row on a ground: two of these end at one height, and are not as high."""
    for x, step in ((60, 16), (320, 25)):
        for row in range(6):
            y = 700 - step * row if x == 60 else 668 - 25 * (row - 1)
            if row % 2 == 0:
                canvas.setFillColor(HexColor("#f3ead8"))
                canvas.rect(x, y, 240, step, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            canvas.setFont("Helvetica", 9)
            canvas.drawString(x + 6, y + 5, ("Staff", "Grants", "Premises", "Transport", "Supplies", "Total")[row])
            canvas.drawRightString(x + 230, y + 5, f"{12 + 7 * row}.4")


def test_grounds_of_rows_that_stand_on_one_line_are_no_bars():
    report = reportparse.parse(draw_pdf(draw_zebra))

    assert report.pictures == []
    assert report.coverage.residue == 0
