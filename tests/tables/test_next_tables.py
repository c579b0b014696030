"""Where one table ends and the next begins, in a column of a page and in the next one."""

from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

HEAD = ("Line", "2014-15", "2015-16")
COSTS = [HEAD, ("Pay", "469.91", "469.76"), ("Premises", "23.08", "22.67"), ("Transport", "7.91", "7.83")]
FUNDS = [HEAD, ("Budget", "523.65", "543.56"), ("Grant", "-252.26", "-268.71"), ("Precept", "70.23", "67.32")]
PLACES = [("Barnet", "341"), ("Corby", "48"), ("Derby", "169"), ("Stoke", "70")]
PROSE = ["The force has worked with its", "partners for the whole of the year", "and has met most of its aims now."]


def draw_rows(canvas, rows, x, y, *, upright=False, is_headed=True):
    """Rows between rules from `y` down, in points from the top; with `upright` rules each cell has four sides."""
    edges = (x - 3, x + 100, x + 150, x + 203)
    for place, (label, *values) in enumerate(rows):
        level = 800 - y - 14 * place
        canvas.setFont("Helvetica-Bold" if upright and is_headed and place == 0 else "Helvetica", 8)
        canvas.drawString(x, level, label)
        for value, right in zip(values, edges[2:], strict=True):
            canvas.drawRightString(right - 3, level, value)
        canvas.line(edges[0], level - 4, edges[-1], level - 4)
        if place == 0:
            canvas.line(edges[0], level + 10, edges[-1], level + 10)
        for edge in edges if upright else ():
            canvas.line(edge, level + 10, edge, level - 4)
    return y + 14 * len(rows)


def read_tables(*pages):
    report = reportparse.parse(draw_pdf(*pages))
    return [([tuple(cell.text for cell in row) for row in table.rows], table.caption) for table in report.tables]


def test_a_slanted_line_between_rules_of_one_width_names_the_next_table():
    def draw(canvas):
        y = draw_rows(canvas, COSTS, 60, 100)
        canvas.setFont("Helvetica-Oblique", 9)
        canvas.drawString(57, 800 - y - 4, "Where the money comes from")
        draw_rows(canvas, FUNDS, 60, y + 19)

    assert read_tables(draw) == [(COSTS, None), (FUNDS, "Where the money comes from")]


def test_rows_without_a_head_at_the_top_of_the_next_column_go_on_with_the_table():
    """Where the columns begin in the middle of a page, and text goes on below both parts."""

    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(57, 740, "The year at a glance")
        canvas.setFont("Helvetica", 10)
        for row, line in enumerate(PROSE):
            canvas.drawString(57, 715 - 13 * row, line)
            canvas.drawString(320, 640 - 13 * row, line)
            canvas.drawString(57, 520 - 13 * row, line)
            canvas.drawString(320, 520 - 13 * row, line)
        draw_rows(canvas, COSTS[:3], 60, 140, upright=True)
        draw_rows(canvas, COSTS[3:] + FUNDS[1:3], 323, 85, upright=True, is_headed=False)
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(57, 545, "What comes next")

    assert [rows for rows, _ in read_tables(draw)] == [[*COSTS, *FUNDS[1:3]]]


def test_a_text_of_another_colour_above_a_caption_is_none_of_it():
    def draw(canvas):
        canvas.setFont("Helvetica", 9.4)
        for row, line in enumerate(PROSE):
            canvas.drawString(57, 709 - 13 * row, line)
        canvas.setFillColor(HexColor("#6b7280"))
        canvas.setFont("Helvetica", 8.9)
        canvas.drawString(57, 670, "Money of the year")
        canvas.setFillColor(HexColor("#000000"))
        draw_rows(canvas, COSTS, 60, 145, upright=True)

    [(_, caption)] = read_tables(draw)

    assert caption == "Money of the year"


def test_a_line_in_the_type_of_captions_at_the_foot_of_a_page_names_the_table_on_the_next():
    def caption(canvas, text, y):
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(57, 800 - y, text)

    def first(canvas):
        caption(canvas, "What the money buys", 90)
        draw_rows(canvas, COSTS, 60, 110)
        canvas.setFont("Helvetica", 10)
        for row, line in enumerate(PROSE):
            canvas.drawString(57, 600 - 13 * row, line)
        caption(canvas, "Where the money comes from", 760)

    def second(canvas):
        draw_rows(canvas, FUNDS, 60, 60)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(57, 560, "Half of it is paid by those who live here.")

    captions = [caption for _, caption in read_tables(first, second)]

    assert captions == ["What the money buys", "Where the money comes from"]


def test_a_slanted_head_names_columns_of_words():
    rows = [("Milestone", "Due", "Outcome"), ("First class sworn in", "May", "Met"), ("Cameras", "June", "Late")]

    def draw(canvas):
        for place, row in enumerate(rows):
            canvas.setFont("Helvetica" if place else "Helvetica-Oblique", 9)
            for x, text in zip((60, 220, 300), row, strict=True):
                canvas.drawString(x, 700 - 18 * place, text)
            canvas.line(57, 694 - 18 * place, 400, 694 - 18 * place)

    [table] = reportparse.parse(draw_pdf(draw)).tables

    assert table.header_rows == 1


def test_a_heading_in_the_next_column_names_no_table():
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 15)
        canvas.drawString(57, 735, "Victims' Commission")
        canvas.setFont("Helvetica", 10)
        for row in range(12):
            canvas.drawString(57, 670 - 13 * row, PROSE[row % 3])
            canvas.drawString(290, 640 - 13 * row, PROSE[row % 3])
        draw_rows(canvas, COSTS, 293, 62)

    assert read_tables(draw) == [(COSTS, None)]


def test_a_line_in_another_face_and_colour_names_the_table_below_it():
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        for row, line in enumerate(PROSE * 3):
            canvas.drawString(57, 730 - 13 * row, line)
        canvas.setFillColor(HexColor("#00677f"))
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(57, 596, "What the money of this year has bought in each of the places of which we know")
        canvas.setFillColor(HexColor("#000000"))
        draw_rows(canvas, COSTS, 60, 220)

    [(_, caption)] = read_tables(draw)

    assert caption is not None
    assert caption.startswith("What the money")


def test_a_paragraph_that_is_set_even_in_columns_below_a_table_is_no_row_of_it():
    texts = ("The first column does not add up", "that is how the leaflet told it to", "every household of the area.")

    def draw(canvas):
        for place, row in enumerate(COSTS):
            canvas.setFont("Helvetica" if place else "Helvetica-Bold", 9)
            for text, x in zip(row, (57, 240, 420), strict=True):
                canvas.drawString(x, 700 - 16 * place, text)
        canvas.setFont("Helvetica", 9)
        for text, x in zip(texts, (57, 240, 420), strict=True):
            canvas.drawString(x, 700 - 16 * len(COSTS) - 10, text)

    assert read_tables(draw) == [(COSTS, None)]


def test_the_heads_right_below_a_table_of_two_rows_are_those_of_the_next():
    """Rules stand below the heads and each row; the label of the last row runs over two lines."""

    def draw(canvas):
        y = 100
        for rows in ([("Result", "Count"), ("Partners who were told of", "458")], [("Area", "Those told of"), *PLACES]):
            for place, (label, value) in enumerate(rows):
                canvas.setFont("Helvetica-Bold" if place == 0 else "Helvetica", 8)
                canvas.drawString(57, 800 - y, label)
                canvas.drawRightString(260, 800 - y, value)
                canvas.line(57, 796 - y, 263, 796 - y)
                y += 15
            if rows[-1] != PLACES[-1]:
                canvas.drawString(57, 800 - y, "Partners who were given much help")
                canvas.drawRightString(260, 800 - y, "414")
                canvas.drawString(57, 800 - y - 9, "by the service")
                canvas.line(57, 796 - y - 9, 263, 796 - y - 9)
                y += 30

    first = [("Result", "Count"), ("Partners who were told of", "458")]
    first.append(("Partners who were given much help by the service", "414"))
    assert read_tables(draw) == [(first, None), ([("Area", "Those told of"), *PLACES], None)]


def test_one_head_alone_over_its_values_below_a_bold_line_opens_the_next_table():
    def draw_list(canvas, rows, y):
        for place, (label, value) in enumerate([("", "£m"), *rows]):
            canvas.setFont("Helvetica" if place else "Helvetica-Bold", 8)
            canvas.drawString(60, 800 - y - 14 * place, label)
            canvas.drawRightString(207, 800 - y - 14 * place, value)
            canvas.line(57, 796 - y - 14 * place, 210, 796 - y - 14 * place)
        canvas.line(57, 810 - y, 210, 810 - y)
        return y + 14 * (len(rows) + 1)

    def draw(canvas):
        y = draw_list(canvas, [row[:2] for row in COSTS[1:]], 100)
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawString(57, 800 - y - 4, "Where the money comes from")
        draw_list(canvas, [row[:2] for row in FUNDS[1:]], y + 19)

    costs, funds = read_tables(draw)

    assert costs[0][-1] == COSTS[-1][:2]
    assert (funds[0][-1], funds[1]) == (FUNDS[-1][:2], "Where the money comes from")
