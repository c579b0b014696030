"""A table that a page break cuts anywhere, with its head repeated or not, stays one table."""

import pytest
import typst

import reportparse

HEAD = ("Contact", "2021/22", "2022/23")
ROWS = [
    ("999 calls received", "389,204", "421,550"),
    ("999 calls answered in ten seconds", "88.1%", "84.6%"),
    ("101 calls received", "512,330", "468,901"),
    ("101 average time to answer", "02:41", "03:12"),
    ("101 calls abandoned", "11.3%", "14.8%"),
    ("Visits to stations", "12,001", "11,870"),
]
STYLES = {
    "ruled": "stroke: 0.5pt",
    "level": "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt)",
    "unruled": "stroke: none",
    "banded": "stroke: none, fill: (x, y) => if calc.odd(y) {luma(230)}",
}


def typeset(style, room, *, repeats):
    """A page of prose, an empty space of `room` points and the table at its foot."""
    head = "".join(f"[*{text}*]," for text in HEAD)
    cells = "".join(f"[{text}]," for row in ROWS for text in row)
    return typst.compile(
        f"""#set page(paper: "a4", margin: 60pt)
        #set text(size: 11pt, font: "Libertinus Serif")
        = Calls
        We answered more of the calls that came than in any of the years before this one.
        #v({room}pt)
        #table(columns: 3, align: (left, right, right), {STYLES[style]},
               table.header(repeat: {str(repeats).lower()}, {head}), {cells})
        What comes next is told in the plan, which the panel has read.""".encode(),
        format="pdf",
        ignore_system_fonts=True,
    )


@pytest.mark.parametrize("repeats", [True, False])
@pytest.mark.parametrize("style", STYLES)
def test_a_table_cut_by_a_page_anywhere_is_one(style, repeats):
    read = [reportparse.parse(typeset(style, room, repeats=repeats)) for room in range(510, 640, 19)]

    assert [[[cell.text for cell in row] for row in table.rows] for report in read for table in report.tables] == [
        [list(row) for row in (HEAD, *ROWS)]
    ] * len(read)
    assert {len(report.tables[0].spans) for report in read} == {1, 2}


@pytest.mark.parametrize("mark_size", [6, 11])
def test_a_footnote_below_the_first_part_parts_no_table_whatever_the_size_of_its_mark(mark_size):
    head = "".join(f"[*{text}*]," for text in HEAD)
    cells = "".join(f"[{text}]," for row in ROWS for text in row)
    data = typst.compile(
        f"""#set page(paper: "a4", margin: 60pt)
        #set text(size: 11pt, font: "Libertinus Serif")
        = Calls
        We answered more of the calls that came than in any of the years before this one.
        #v(580pt)
        #place(bottom, dy: 20pt, text(size: 9pt)[#text(size: {mark_size}pt)[1] Calls given up are not counted.])
        #table(columns: 3, align: (left, right, right), stroke: 0.5pt, table.header({head}), {cells})
        What comes next is told in the plan, which the panel has read.""".encode(),
        format="pdf",
        ignore_system_fonts=True,
    )

    (table,) = reportparse.parse(data).tables
    assert len({span.page for span in table.spans}) == 2


GRADES = [
    ("Outstanding", "None"), ("Good", "Preventing crime; recording it"), ("Adequate", "Powers; leadership"),
    ("Wanting", "Investigating crime"), ("Inadequate", "None"),
]  # fmt: skip


def test_words_in_the_same_drawn_columns_on_the_next_page_are_rows_and_no_head():
    cells = "".join(f"[*{label}*], [{text}]," for label, text in GRADES)
    read = []
    for room in range(560, 640, 16):
        data = typst.compile(
            f"""#set page(paper: "a4", margin: 60pt)
            #set text(size: 11pt, font: "Libertinus Serif")
            = Grades
            The inspectors came in the autumn and gave the grades that are told here.
            #v({room}pt)
            #table(columns: (120pt, 220pt), stroke: 0.5pt, [*Grade*], table.cell(align: center)[*Areas*], {cells})
            What comes next is told in the plan, which the panel has read.""".encode(),
            format="pdf",
            ignore_system_fonts=True,
        )
        read.append([[[cell.text for cell in row] for row in table.rows] for table in reportparse.parse(data).tables])

    assert read == [[[["Grade", "Areas"], *map(list, GRADES)]]] * len(read)


@pytest.mark.parametrize("last", [1, 2, 17])
def test_rows_of_a_few_words_at_the_heads_of_pages_are_rows_however_few_the_last_page_has(last):
    areas = [f"{first} {second}" for first in ("Safe", "Calm", "Fair") for second in map(chr, range(97, 121))]
    rows = [f"[{area}], [Yes], [No]," for area in areas[: 55 + last]]
    data = typst.compile(
        f"""#set page(paper: "a4", margin: 60pt)
        #set text(size: 11pt, font: "Libertinus Serif")
        = Grades
        The inspectors came in the autumn and gave the grades that are told here.
        #v(420pt)
        #table(columns: (120pt, 110pt, 110pt), stroke: 0.5pt, [*Area*], [*Held*], [*Kept*], {"".join(rows)})
        What comes next is told in the plan, which the panel has read.""".encode(),
        format="pdf",
        ignore_system_fonts=True,
    )

    (table,) = reportparse.parse(data).tables
    assert [row[0].text for row in table.rows] == ["Area", *areas[: 55 + last]]
    assert [span.page for span in table.spans] == [1, 2, 3]
