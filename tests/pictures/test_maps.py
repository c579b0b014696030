"""Maps: shapes with places marked in them, the roads over them, and what stands beside and below."""

from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

PROSE = "The Authority owns and runs four ports on a coast of more than sixty miles."
PLACES = {"Thornsea": (110, 560), "Saltmarsh": (160, 510), "Wick Point": (190, 420)}
COAST = [(72, 600), (120, 600), (105, 575), (150, 545), (185, 500), (160, 470), (170, 440), (215, 410), (292, 380)]
COAST += [(72, 380)]
NAME = "Our coast and the lines that serve it"
ROWS = [("Port", "Trade", "Calls"), ("Thornsea", "Ferries", "1,460"), ("Saltmarsh", "Containers", "1,912")]
ROWS += [("Wick Point", "Oil and gas", "2,240"), ("Group", "", "6,452")]


def draw_map(canvas):
    """A square map with three ports, a railway between them, its caption below and a table beside it."""
    canvas.setFont("Helvetica", 10)
    for row in range(8):
        canvas.drawString(72, 760 - 13 * row, PROSE)
    land = canvas.beginPath()
    land.moveTo(*COAST[0])
    for point in COAST[1:]:
        land.lineTo(*point)
    land.close()
    canvas.setFillColor(HexColor("#e6dcc4"))
    canvas.drawPath(land, stroke=0, fill=1)
    rails = canvas.beginPath()
    rails.moveTo(160, 510)
    rails.lineTo(110, 480)
    rails.lineTo(80, 500)
    canvas.drawPath(rails, stroke=1, fill=0)
    canvas.setFillColor(HexColor("#1f4e5f"))
    canvas.setFont("Helvetica", 8)
    for name, (x, y) in PLACES.items():
        canvas.circle(x, y, 4, stroke=0, fill=1)
        canvas.drawString(x + 8, y - 3, name)
    canvas.drawString(72, 368, NAME)
    for at, (port, trade, calls) in enumerate(ROWS):
        y = 560 - 20 * at
        canvas.drawString(330, y, port)
        canvas.drawString(410, y, trade)
        canvas.drawRightString(520, y, calls)
        canvas.line(328, y - 6, 522, y - 6)


def test_a_line_over_a_map_is_a_road_and_a_table_beside_it_keeps_its_words():
    report = reportparse.parse(draw_pdf(draw_map))

    (picture,), (table,) = report.pictures, report.tables
    assert (picture.kind, picture.caption) == ("map", NAME)
    assert set(picture.labels) == {*PLACES, NAME}
    assert [[cell.text for cell in row] for row in table.rows][1] == list(ROWS[1])
