"""Titles of diagrams in a report that sets those of its tables and charts in one type."""

import pytest
from test_designs import BOLD, read

TYPE = {"size": 9, "font": BOLD, "color": "#0f4c5c"}
BOXES = "Commissioner", "Panel", "Chief Constable", "Committee"


def draw_table(sheet, y, title):
    sheet.say(title, 60, y, **TYPE)
    sheet.rule(60, 420, y + 8)
    for row, cells in enumerate((("Year", "2023", "2024"), ("Calls", "1,204", "1,311"), ("Visits", "377", "361"))):
        for text, x in zip(cells, (64, 250, 340), strict=True):
            sheet.say(text, x, y + 22 + 16 * row, 9, BOLD if row == 0 else 0)
        sheet.rule(60, 420, y + 28 + 16 * row)
    return y + 28 + 16 * 3


def draw_chart(sheet, y, title):
    sheet.say(title, 60, y, **TYPE)
    for place, value in enumerate((36, 48, 40, 55)):
        sheet.box(70 + 60 * place, y + 80 - value, 110 + 60 * place, y + 80, "#0f4c5c")
        sheet.say(str(2021 + place), 80 + 60 * place, y + 90, 7)
        sheet.say(str(value), 84 + 60 * place, y + 77 - value, 7)
    return y + 110


def draw_diagram(sheet, y, title):
    sheet.say(title, 60, y, **TYPE)
    sheet.box(180, y + 10, 300, y + 34, "#dde8ea")
    sheet.say(BOXES[0], 200, y + 25, 8)
    sheet.canvas.setStrokeColor("#222222")
    sheet.canvas.line(240, 800 - y - 34, 240, 800 - y - 50)
    sheet.rule(110, 370, y + 50)
    for name, x in zip(BOXES[1:], (110, 240, 370), strict=True):
        sheet.canvas.line(x, 800 - y - 50, x, 800 - y - 64)
        sheet.box(x - 45, y + 64, x + 45, y + 88, "#dde8ea")
        sheet.say(name, x - 30, y + 79, 8)
    return y + 110


@pytest.mark.parametrize("heads", [0, 1])
def test_a_line_above_a_diagram_in_the_type_of_other_titles_is_its_title_where_no_other_line_is_of_that_type(heads):
    def first(sheet):
        y = sheet.prose(60, 60)
        y = draw_table(sheet, y + 20, "Table 1: Calls and visits")
        y = sheet.prose(60, y + 20)
        y = draw_chart(sheet, y + 20, "Calls in each year")
        sheet.prose(60, draw_table(sheet, y + 10, "Table 2: Calls and visits by year") + 20)

    def second(sheet):
        y = sheet.prose(60, 60)
        y = draw_diagram(sheet, y + 20, "Who answers to whom")
        for _ in range(heads):
            sheet.say("What comes next", 60, y + 16, **TYPE)
        sheet.prose(60, y + 30)

    (diagram,) = [picture for picture in read(first, second).pictures if picture.kind == "diagram"]

    assert diagram.caption == (None if heads else "Who answers to whom")
