"""Tables whose borders are white: seen in a tinted head alone, but drawn round every cell."""

import pytest
import typst

import reportparse

ROWS = [
    ("Meeting", "Main items"),
    ("11 November 2024", "Shop theft; complaints about the Commissioner"),
    ("3 February 2025", "Proposed precept"),
    ("17 February 2025", "Second meeting on the precept, if there is a veto"),
]


def typeset(fill):
    cells = "".join(f"[{text}]," for row in ROWS for text in row)
    return typst.compile(
        f"""#set page(paper: "a4", margin: 60pt)
        = Work programme
        The panel has agreed what it will look at in the coming months.
        #table(columns: 2, stroke: 0.5pt + white, fill: {fill}, inset: 8pt, {cells})
        It may change its mind when it meets.""".encode(),
        format="pdf",
        ignore_system_fonts=True,
    )


@pytest.mark.parametrize(
    "fill", ["(x, y) => if y == 0 {luma(200)}", "(x, y) => if calc.even(y) {luma(225)}", "luma(235)"]
)
def test_white_borders_tell_the_cells_of_a_tinted_table(fill):
    (table,) = reportparse.parse(typeset(fill)).tables

    assert [tuple(cell.text for cell in row) for row in table.rows] == ROWS
    assert table.header_rows == ("y == 0" in fill)  # else nothing tells the first row from others


def test_white_borders_on_white_tell_nothing_and_lose_nothing():
    report = reportparse.parse(typeset("none"))
    cells = [cell.text for table in report.tables for row in table.rows for cell in row]

    assert "Proposed precept" in " ".join([*cells, *(paragraph.text for paragraph in report.paragraphs)])
