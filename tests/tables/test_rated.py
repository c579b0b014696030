"""Tables whose last column is words on coloured pills: grades of inspectors, whether a promise was kept."""

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

GRADES = [
    ("Recording of crime", "Outstanding", 62), ("Preventing crime", "Good", 34), ("Treatment of people", "Good", 34),
    ("Powers", "Adequate", 51), ("Calls", "Wanting", 47),
]  # fmt: skip


def draw_grades(canvas, *, width=None):
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, "The inspectors came in the autumn of the year and gave these grades to the force.")
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(60, 700, "Area of work")
    canvas.drawString(220, 700, "Grade")
    for row, (label, grade, own) in enumerate(GRADES):
        y = 680 - 19 * row
        canvas.setFillColor(HexColor("#2f6f3e"))
        canvas.roundRect(220, y - 3, width or own, 12, 5, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawString(226, y, grade)
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, y, label)


@pytest.mark.parametrize("width", [None, 70])
def test_labels_beside_words_on_pills_are_a_table_and_no_chart(width):
    report = reportparse.parse(draw_pdf(lambda canvas: draw_grades(canvas, width=width)))

    assert report.pictures == []
    (table,) = report.tables
    rows = [["Area of work", "Grade"], *([label, grade] for label, grade, _ in GRADES)]
    assert ([[cell.text for cell in row] for row in table.rows], table.header_rows) == (rows, 1)


def test_words_on_pills_without_labels_are_no_table():
    def draw(canvas):
        for row, (_, grade, own) in enumerate(GRADES):
            canvas.setFillColor(HexColor("#e0e4f0"))
            canvas.roundRect(220, 680 - 19 * row, own, 12, 5, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            canvas.setFont("Helvetica-Bold", 8)
            canvas.drawString(226, 683 - 19 * row, grade)

    assert reportparse.parse(draw_pdf(draw)).tables == []


PROSE = (
    "The Commissioner asked the force to account for what it",
    "has done in the year and in the years before it, and the",
    "panel saw the answers in public at each of its meetings,", "which anyone may come to and hear.",
)  # fmt: skip


def test_prose_beside_buttons_is_no_column_of_labels():
    def draw(canvas):
        for row, (_, grade, _) in enumerate(GRADES):
            canvas.setFillColor(HexColor("#2f6f3e"))
            canvas.rect(460, 676 - 24 * row, 75, 20, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#ffffff"))
            canvas.setFont("Helvetica", 8)
            canvas.drawString(466, 683 - 24 * row, grade)
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Helvetica", 10)
        for place in range(10):
            canvas.drawString(60, 684 - 12 * place, PROSE[place % len(PROSE)])

    assert reportparse.parse(draw_pdf(draw)).tables == []
