"""Rows that no rule parts: told by their ground, by tiles of colour, or by what begins in all columns."""

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse
from reportparse.pdf import Document
from reportparse.tables.tiled import find_tiled

GRANTS = [
    ("District", "Purpose", "Pounds"), ("Dudley", "Youth club", "2,150"), ("Walsall", "Lights in a lane", "3,707"),
    ("Solihull", "Boxing", "5,264"), ("Coventry", "Advice after crime", "6,821"), ("All", "", "17,942"),
]  # fmt: skip
MILESTONES = [
    ("Milestone", "Due", "Outcome"), ("First class sworn in", "May", "Met"), ("Cameras in cars", "June", "Met late"),
    ("New cells", "July", "Not met"), ("Panel for searches", "August", "Met"),
]  # fmt: skip
EDGES = (60, 200, 330, 420)


def say_row(canvas, row, level, *, is_head):
    canvas.setFillColor(HexColor("#000000"))
    canvas.setFont("Helvetica-Bold" if is_head else "Helvetica", 9)
    for text, x in zip(row, EDGES, strict=False):
        canvas.drawString(x + 5, level, text)


def read_rows(draw):
    [table] = reportparse.parse(draw_pdf(draw)).tables
    return [tuple(cell.text for cell in row) for row in table.rows], table.header_rows


@pytest.mark.parametrize("rows", [GRANTS, MILESTONES])
def test_rows_between_upright_rules_begin_in_all_columns(rows):
    def draw(canvas):
        for place, row in enumerate(rows):
            say_row(canvas, row, 700 - 18 * place, is_head=place == 0)
        for x in EDGES:
            canvas.line(x, 714, x, 706 - 18 * len(rows) + 4)
        canvas.line(EDGES[0], 694, EDGES[-1], 694)

    assert read_rows(draw) == (rows, 1)


def test_prose_in_two_cells_is_one_row():
    prose = [("The force has", "It has met most"), ("worked with all", "of the aims that"), ("partners.", "it set.")]

    def draw(canvas):
        for place, row in enumerate([("What we said", "What we did"), *prose]):
            say_row(canvas, row, 700 - 11 * place, is_head=place == 0)
        for x in EDGES[:3]:
            canvas.line(x, 714, x, 660)
        for y in (714, 696, 660):
            canvas.line(EDGES[0], y, EDGES[2], y)

    rows, _ = read_rows(draw)

    assert rows[1:] == [("The force has worked with all partners.", "It has met most of the aims that it set.")]


def test_stripes_of_filled_cells_part_rows_of_any_number_of_lines():
    rows = [("Measure", "Before", "After"), ("Murders and other", "15", "16"), ("Guns", "156", "96"), ("Rape", "", "5")]

    def draw(canvas):
        y = 720.0
        for place, row in enumerate(rows):
            high = 32 if place == 1 else 20
            for a, b in zip(EDGES, EDGES[1:], strict=False) if place % 2 == 0 else ():
                canvas.setFillColor(HexColor("#d3dfee" if place else "#4f81bd"))
                canvas.rect(a, y - high, b - a, high, stroke=0, fill=1)
            say_row(canvas, row, y - 13, is_head=place == 0)
            if place == 1:
                canvas.drawString(EDGES[0] + 5, y - 25, "homicides")
            y -= high
        canvas.rect(EDGES[0], y, EDGES[-1] - EDGES[0], 720 - y)
        canvas.line(EDGES[0], 700, EDGES[-1], 700)

    found, header_rows = read_rows(draw)

    assert found == [rows[0], ("Murders and other homicides", "15", "16"), *rows[2:]]
    assert header_rows == 1


def test_round_tiles_of_colour_are_the_cells_of_a_table():
    def draw(canvas):
        for place, row in enumerate(GRANTS):
            level = 700 - 18 * place
            for a, b in zip(EDGES, EDGES[1:], strict=False):
                canvas.setFillColor(HexColor("#f1f1f6" if place else "#99ccdd"))
                canvas.roundRect(a, level - 5, b - a - 2, 16, 3, stroke=0, fill=1)
            say_row(canvas, row, level, is_head=place == 0)

    assert read_rows(draw) == (GRANTS, 1)
    assert reportparse.parse(draw_pdf(draw)).pictures == []


FACTS = [
    ("Period:", "2031/32", "Board:", "Audit"), ("Officers:", "812", "Meetings:", "six"),
    ("Stations:", "nine", "Papers:", "in public"), ("Inspected:", "May 2031", "Chair:", "independent"),
]  # fmt: skip


def test_cells_of_two_colours_that_touch_are_one_table_and_no_word_is_in_two():
    def draw(canvas):
        for place, row in enumerate(FACTS):
            level = 700 - 18 * place
            canvas.setFont("Helvetica", 9)
            for column, text in enumerate(row):
                x = 60 + 110 * column
                canvas.setFillColor(HexColor("#f9fbfd" if place % 2 else "#edf2f8"))
                canvas.rect(x, level - 6, 110, 18, stroke=0, fill=1)
                canvas.setFillColor(HexColor("#000000"))
                canvas.drawString(x + 5, level, text)

    [table] = reportparse.parse(draw_pdf(draw)).tables

    assert [tuple(cell.text for cell in row) for row in table.rows] == FACTS


def test_cells_of_colour_that_touch_are_no_table_of_their_own_where_labels_stand_beside_them():
    def draw(canvas):
        for place, row in enumerate(GRANTS):
            level = 700 - 18 * place
            for a, b in zip(EDGES[1:], EDGES[2:], strict=False):
                canvas.setFillColor(HexColor("#ffdd99" if place % 2 else "#bbddbb"))
                canvas.rect(a, level - 6, b - a, 18, stroke=0, fill=int(place > 0))
            say_row(canvas, row, level, is_head=place == 0)

    with Document(draw_pdf(draw)) as document:
        assert find_tiled(document.read_page(1)) == []


SECTIONS = [
    ("Measure", "2031", "2032"), ("Abuse",), ("Crimes", "720", "701"), ("Arrests", "48", "53"), ("Other",),
    ("Charges", "58", "91"),
]  # fmt: skip


@pytest.mark.parametrize("has_stripes", [False, True])
def test_a_heading_on_a_ground_of_its_own_as_wide_as_the_table_spans_its_columns(has_stripes):
    def draw(canvas):
        for place, row in enumerate(SECTIONS):
            level = 700 - 18 * place
            if len(row) == 1 or has_stripes:
                canvas.setFillColor(HexColor("#dde4ee"))
                canvas.rect(EDGES[0], level - 6, 360, 18, stroke=0, fill=1)
            say_row(canvas, row, level, is_head=place == 0)
            canvas.line(EDGES[0], level - 6, EDGES[-1], level - 6)

    [table] = reportparse.parse(draw_pdf(draw)).tables

    spans = [row[0].column_span for row in table.rows if len([cell for cell in row if cell.text]) == 1]
    assert spans == ([1, 1] if has_stripes else [3, 3])
