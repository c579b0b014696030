"""Tables without rules: cells of words under heads, and tables that a page break tears."""

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

PROMISES = [
    ("Promise", "What came of it"),
    ("Keep an officer in each ward", "Kept; teams are smaller than before"),
    ("Recruit many officers", "Kept in the spring"),
    ("Double the number of cadets", "Kept in the autumn"),
    ("Close no front counter", "Broken once"),
]
GRANTS = [("Organisation", "Purpose", "Pounds")] + [
    (f"Borough of {name}", purpose, amount)
    for name, purpose, amount in (
        ("Elmbridge", "Cameras", "12,500"), ("Epsom", "Youth workers at night", "24,000"),
        ("Guildford", "Street angels", "18,750"), ("Reigate", "Junior citizens", "6,200"),
        ("Runnymede", "Lights", "15,300"), ("Spelthorne", "Boxing for the young", "9,800"),
        ("Woking", "Advice", "21,000"),
    )
]  # fmt: skip
MIDDLES = (130, 300, 450)


def draw_rows(canvas, rows, y, *, is_headed=True, stripes=False, step=20):
    """Rows centred in their columns from `y` down, in points from the top."""
    for place, row in enumerate(rows):
        level = 800 - y - step * place
        is_head = is_headed and place == 0
        if stripes and not is_head and place % 2 == is_headed:
            canvas.setFillColor(HexColor("#e0e4f0"))
            canvas.rect(40, level - 6, 500, step, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Helvetica-Bold" if is_head else "Helvetica", 10)
        for text, x in zip(row, MIDDLES, strict=False):
            canvas.drawCentredString(x, level, text)


def read_tables(*pages):
    report = reportparse.parse(draw_pdf(*pages))
    return [([tuple(cell.text for cell in row) for row in table.rows], table.header_rows) for table in report.tables]


def test_words_centred_under_bold_heads_are_a_table():
    assert read_tables(lambda canvas: draw_rows(canvas, PROMISES, 100)) == [(PROMISES, 1)]


def test_the_last_row_of_a_table_of_words_may_be_set_as_its_head_is():
    def draw(canvas):
        draw_rows(canvas, PROMISES, 100)
        canvas.setFont("Helvetica-Bold", 10)
        for text, x in zip(("All of them", "Kept but for one"), MIDDLES, strict=False):
            canvas.drawCentredString(x, 600, text)

    assert read_tables(draw) == [([*PROMISES, ("All of them", "Kept but for one")], 1)]


@pytest.mark.parametrize("cut", [4, 5, 7])
def test_a_striped_table_goes_on_without_its_head(cut):
    def first(canvas):
        draw_rows(canvas, GRANTS[:cut], 780 - 20 * cut, stripes=True)

    def second(canvas):
        draw_rows(canvas, GRANTS[cut:], 60, is_headed=False, stripes=True)

    assert read_tables(first, second) == [(GRANTS, 1)]


@pytest.mark.parametrize("cut", [4, 6, 7])
def test_a_table_goes_on_under_the_head_that_is_said_again(cut):
    def first(canvas):
        draw_rows(canvas, GRANTS[:cut], 780 - 20 * cut)

    def second(canvas):
        draw_rows(canvas, [GRANTS[0], *GRANTS[cut:]], 60)

    assert read_tables(first, second) == [(GRANTS, 1)]


@pytest.mark.parametrize(
    ("titles", "count"), [(("Notes continued", "7. Grants (cont’d)"), 1), (("Notes", "8. Loans"), 2)]
)
def test_a_table_goes_on_below_titles_that_say_so(titles, count):
    def draw_next(canvas):
        for place, title in enumerate(titles):
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(90, 760 - 22 * place, title)
        draw_rows(canvas, [GRANTS[0], *GRANTS[4:]], 110)

    assert len(read_tables(lambda canvas: draw_rows(canvas, GRANTS[:4], 640), draw_next)) == count


def test_a_head_alone_at_the_foot_of_a_page_is_that_of_the_rows_on_the_next():
    def first(canvas):
        draw_rows(canvas, GRANTS[:1], 760)

    def second(canvas):
        draw_rows(canvas, GRANTS[1:], 60, is_headed=False)

    assert read_tables(first, second) == [(GRANTS, 1)]
