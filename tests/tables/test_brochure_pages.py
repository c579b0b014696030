"""Pages as brochures set them: a strip of eight figures above a table with a small caption."""

import pytest
import typst

import reportparse

FIGURES = [
    ("£279.1m", "revenue budget"), ("395", "officers from Operation Uplift"), ("£9m", "won by bidding"),
    ("172", "custody visits"), ("400", "hours given by custody visitors"), ("£2m", "for work with those who abuse"),
    ("190,000", "teenagers reached since 2005"), ("3,104", "messages to my office"),
]  # fmt: skip
CAPTION = "Two years side by side"
ROWS = [("Measure", "2021/22", "2022/23"), ("Revenue budget", "£261.7m", "£279.1m"), ("Custody visits", "98", "172")]


def test_a_strip_wider_than_its_figures_is_no_table_and_a_small_caption_may_stand_clear_of_its_table():
    strip = "".join(
        f'[#text(20pt, weight: "bold")[{figure}] #linebreak() #text(9pt)[{label}]],' for figure, label in FIGURES
    )
    cells = "".join(f"[{text}]," for row in ROWS[1:] for text in row)
    data = typst.compile(
        f"""#set page(paper: "us-letter", margin: (x: 40mm, y: 26mm))
        #set text(size: 11.5pt)
        = The year at a glance
        #grid(columns: (1fr,) * 4, row-gutter: 14pt, align: center, {strip})
        The chart that was printed here last year compared what has been spent in the past two years. Those who asked
        for it can have it by post, and everybody else finds it with the accounts, where the auditor has read it as
        well. What the numbers mean is told in the chapters that follow, each of which begins with what was promised.

        #text(0.9em)[{CAPTION}]
        #v(12pt)
        #table(columns: (2fr, 1fr, 1fr), stroke: none, align: (left, right, right),
               table.header({"".join(f"[*{text}*]," for text in ROWS[0])}), {cells})""".encode(),
        format="pdf",
        ignore_system_fonts=True,
    )
    (table,) = reportparse.parse(data).tables

    assert table.caption == CAPTION
    assert [tuple(cell.text for cell in row) for row in table.rows] == ROWS


PROMISES = [
    ("Promise", "What came of it"), ("Keep teams in every ward", "Kept; they are smaller than in 2016"),
    ("Recruit 800 officers", "Kept in 2018"), ("Double the number of cadets", "Kept in 2019"),
    ("Close no front counter", "Broken once, in 2018"), ("Report on drugs", "Kept; summits were held in 2018"),
]  # fmt: skip


def set_table(rows, align, stroke="none"):
    head = "".join(f"[*{text}*]," for text in rows[0])
    cells = "".join(f"[{text}]," for row in rows[1:] for text in row)
    return f"#table(columns: 2, stroke: {stroke}, align: (left, {align}), table.header({head}), {cells})"


def typeset(body):
    page = '#set page(paper: "a4", margin: 60pt)\n#set text(size: 11pt)\n= What was promised\n'
    data = typst.compile((page + body).encode(), format="pdf", ignore_system_fonts=True)
    report = reportparse.parse(data)
    return report, [[tuple(cell.text for cell in row) for row in table.rows] for table in report.tables]


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_words_flush_with_bold_heads_are_a_table_however_they_are_aligned(align):
    _, tables = typeset("The plan made promises, which are told here.\n\n" + set_table(PROMISES, align))

    assert tables == [PROMISES]


@pytest.mark.parametrize("stroke", ["(x: none, y: 0.5pt)", '(x: none, y: (dash: "dotted"))'])
def test_a_text_wider_than_the_table_below_it_is_none_of_its_heads(stroke):
    text = "Referrals came from every council area of the county and three in ten of them from Norwich and its suburbs:"
    rows = [("Council area", "Referrals"), ("Norwich", "341"), ("Breckland", "48"), ("Broadland", "169")]
    report, tables = typeset(f"#grid(columns: (12mm, 1fr), [9.], [{text}])\n{set_table(rows, 'right', stroke)}")

    assert tables == [rows]
    assert report.paragraphs[-1].text.endswith(text)


MONEY = [
    ("Line", "2014-15"), ("Net budget requirement", "543.56"), ("less Police grant", "268.71"),
    ("less Revenue support grant", "188.21"), ("Council tax requirement", "67.32"),
]  # fmt: skip


@pytest.mark.parametrize("room", range(300, 420, 15))
def test_tables_with_tinted_heads_and_no_rules_keep_their_rows_where_a_page_cuts_them(room):
    table = set_table(MONEY, "right").replace("stroke: none", "stroke: none, fill: (x, y) => if y == 0 {luma(200)}")
    wide = table.replace("columns: 2", "columns: (2fr, 1fr)").replace("stroke: none", "stroke: none, inset: 7pt")
    _, tables = typeset(f"*How it was spent*\n{wide}\n#v({room}pt)\n*Where it came from*\n{wide}\nSo much for money.")

    assert tables == [MONEY, MONEY]


MILESTONES = [
    ("Milestone", "Due", "Outcome"), ("First class of new officers sworn in", "May 2014", "Met"),
    ("Mental health triage in the whole area", "December 2014", "Met"),
    ("Body worn video on response teams in two units", "January 2015", "Met"),
    ("Business crime partnership in each borough", "March 2015", "Missed by a month"),
    ("Stop and search scrutiny panel in each unit", "November 2014", "Not yet met"),
]  # fmt: skip


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_a_table_of_words_is_whole_though_its_first_rows_are_short(align):
    table = set_table(MILESTONES, align).replace("columns: 2", "columns: (1fr, auto, auto)").replace(
        f"(left, {align})", f"(left, {align}, {align})"
    )  # fmt: skip
    _, tables = typeset(f"*Milestones of the plan*\n{table}\nWhere one was missed the board asked for a new date.")

    assert tables == [MILESTONES]


def test_a_head_at_the_foot_of_a_column_heads_the_rows_in_the_next_one():
    rows = [("Offence", "2023"), *((f"{name} offences", str(300 + at)) for at, name in enumerate(("Public", "Drug")))]
    table = set_table(rows, "right", "0.5pt").replace("columns: 2", "columns: (1fr, 15mm)")
    report, tables = typeset(f"#set page(columns: 2)\n#v(650pt)\nWhat was recorded:\n{table}\nSo it ended.")

    assert tables == [rows]
    assert len({span.bbox[0] for table in report.tables for span in table.spans}) == 2


@pytest.mark.parametrize("room", range(350, 450, 7))
def test_a_table_with_a_caption_is_whole_wherever_a_column_cuts_it(room):
    table = set_table(MONEY, "right").replace("columns: 2", "columns: (1fr, 20mm)")
    prose = "The wait for counselling after rape was nine months when the year ended, and I have told the Ministry. "
    first, second = f"_How it was spent_\n{table}\n{prose * 4}", f"_Where it came from_\n{table}\n{prose * 3}"
    report, tables = typeset(f"#set page(columns: 2)\n{first}\n#v({room}pt)\n{second}")

    assert tables == [MONEY, MONEY]
    assert {table.caption for table in report.tables} == {"How it was spent", "Where it came from"}


def test_a_caption_at_a_pages_foot_names_the_table_on_the_next_though_text_below_begins_with_a_narrow_word():
    table = set_table([("", "2023/24"), ("Grants", "249.1"), ("Council tax", "160.7"), ("Financing", "458.7")], "right")
    lead = "The budget was £458.7m and was spent on officers, cars and computers as it is in other years too.\n\n"
    foot = "#v(1fr)\n*Sources of funding in £m*\n#pagebreak()\n"
    rest = "I asked for more. I was told that none was to be had, and so I wrote again."
    report, _ = typeset(f"{lead}{foot}{table}\n\n{rest}")

    assert [table.caption for table in report.tables] == ["Sources of funding in £m"]


def test_a_caption_stretched_over_a_narrow_table_is_one():
    table = set_table(MONEY, "right", "0.5pt").replace("columns: 2", "columns: (1fr, 25mm)")
    name = "Services commissioned by the Commissioner, in the year 2021/22"
    report, _ = typeset(
        f"#set page(width: 95mm, margin: 15mm)\n#set par(justify: true)\nSo we paid for this.\n\n*{name}*\n{table}"
    )

    assert [table.caption for table in report.tables] == [name]


def test_a_note_that_begins_with_a_number_keeps_it_apart_from_its_raised_mark():
    note = "#footnote[74 in last year’s report, from which some had been left out.]"
    report, _ = typeset(f"The force received 66 appeals, and 79 in the year before.{note} All of them were read.")

    assert [(note.marker, note.text) for note in report.footnotes] == [
        ("1", "74 in last year’s report, from which some had been left out."),
    ]
    assert [figure.text for figure in report.figures] == ["66", "79", "74"]


def test_a_ruled_head_and_its_only_row_are_a_table_though_a_page_parts_them():
    table = "#table(columns: 4, [], [*2022/23*], [*2021/22*], [*2020/21*], [Calls], [101,315], [104,627], [95,480])"
    lead = "Calls have come down again in the year.\n#v(655pt)\n"  # room for one row
    report, tables = typeset(f"{lead}{table}\n\nThere is more to say of them.")

    assert [span.page for span in report.tables[0].spans] == [1, 2]
    assert tables == [[("", "2022/23", "2021/22", "2020/21"), ("Calls", "101,315", "104,627", "95,480")]]
