"""Tables of indicators: wide ones under headings of sections, with values at one side of their cells, and words."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, PLAIN, make_page, set_line

from reportparse.geometry import Box
from reportparse.layout.lines import find_lines
from reportparse.tables import take_tables
from reportparse.tables.above import rejoin_heads
from reportparse.tables.beside import rejoin
from reportparse.tables.segments import is_value

LEFT = (60.0, 110.0)
RIGHT_EDGES = (400.0, 470.0, 540.0)
WORDS = (590.0, 680.0)
ROWS = (
    ("1.1", "Recorded crime", ("43,729", "39,266", "41,936"), "Reduce", "Below the level of before"),
    ("1.2", "Burglary of homes", ("2,411", "1,626", "1,426"), "Reduce", "Met"),
    ("1.3", "Calls answered in ten seconds", ("89.1%", "93.8%", "92.4%"), "90%", "Met"),
)
MORE = (
    ("2.1", "People killed on roads", ("31", "24", "27"), "Reduce", "Not met"),
    ("2.2", "People badly injured", ("268", "219", "243"), "Reduce", "Below the level of before"),
    ("2.3", "Vehicles seen too fast", ("24,310", "9,877", "31,048"), "Increase", "Met"),
)
SECTIONS = ("Priority 1: Safer neighbourhoods for all", "Priority 2: Roads and those who use them")


def _values(texts_in, width=5.0):
    return tuple((x1 - width * len(text), text) for x1, text in zip(RIGHT_EDGES, texts_in, strict=True))


def _row(number, baseline, row):
    ref, name, values, target, said = row
    cells = ((LEFT[0], ref), (LEFT[1], name), *_values(values), (WORDS[0], target), (WORDS[1], said))
    return set_line(number, baseline, *cells)


def _head(number, baseline):
    names = ((LEFT[0], "Ref"), (LEFT[1], "Indicator"), (WORDS[0], "Target"), (WORDS[1], "Assessment"))
    # Cells end where values do: "Year to March" stands in the middle of three that are 70 points wide.
    middle = (RIGHT_EDGES[0] - 70.0 + RIGHT_EDGES[2]) / 2
    words = set_line(number, baseline, *names, (middle - 30.0, "Year to March"), style=BOLD)
    return words + set_line(number, baseline + 15, *_values(("2020", "2021", "2022")), style=BOLD)


def _page(sections=((SECTIONS[0], ROWS), (SECTIONS[1], MORE)), foot=None, number=1):
    """A landscape page; each number is one page's."""
    place = count()
    words = _head(place, 100)
    baseline = 130.0
    for heading, rows in sections:
        if heading:
            words += set_line(place, baseline, (LEFT[0], heading), style=BOLD)
            baseline += 16
        for row in rows:
            words += _row(place, baseline, row)
            baseline += 16
    if foot:
        words += set_line(place, baseline, (LEFT[0], foot), style=BOLD)
    return make_page(words)._replace(number=number, box=Box(0, 0, 842, 595))


def _only(*pages):
    (table,), _ = take_tables(pages)
    return table


def test_a_wide_table_under_headings_of_sections_is_whole_where_a_gap_runs_down_its_middle():
    table = _only(_page())

    body = [row for row in texts(table)[2:] if len(row) > 1]
    assert body == [[ref, name, *values, target, said] for ref, name, values, target, said in (*ROWS, *MORE)]


def test_a_wide_table_of_few_rows_is_whole():
    table = _only(_page(sections=((None, ROWS[:2]),)))

    assert [len(row) for row in texts(table)[2:]] == [7, 7]


def test_a_text_centred_over_the_cells_of_years_names_them_all():
    head, years, *_ = _only(_page()).rows

    assert [(cell.text, cell.column, cell.column_span) for cell in head if cell.column_span > 1] == [
        ("Year to March", 2, 3)
    ]
    assert [cell.text for cell in years if cell.text] == ["2020", "2021", "2022"]


@pytest.mark.parametrize(("heading", "span"), [(SECTIONS[0], 7), ("Safe", 1)])
def test_a_heading_that_runs_past_the_labels_reaches_over_all_columns(heading, span):
    table = _only(_page(sections=((heading, ROWS), (heading, MORE))))

    headings = [row for row in table.rows if sum(bool(cell.text) for cell in row) == 1]
    assert [row[0].column_span for row in headings] == [span, span]


def test_a_heading_at_the_foot_of_the_page_before_its_rows_is_of_the_table():
    pages = _page(sections=((SECTIONS[0], ROWS),), foot=SECTIONS[1]), _page(sections=((None, MORE),), number=2)
    table = _only(*pages)

    assert [row[0].text for row in table.rows[2:]] == [
        SECTIONS[0], "1.1", "1.2", "1.3", SECTIONS[1], "2.1", "2.2", "2.3",
    ]  # fmt: skip


def test_a_line_in_other_type_below_the_last_row_is_text():
    pages = _page(sections=((SECTIONS[0], ROWS),)), _page(sections=((None, MORE),), number=2)
    place = count(500)
    note = set_line(place, 194.0, (LEFT[0], "All of this is as it was in April"), style=PLAIN._replace(size=8.0))
    _, (rest, _) = take_tables([pages[0]._replace(words=(*pages[0].words, *note)), pages[1]])

    assert " ".join(word.text for word in rest.words) == "All of this is as it was in April"


def test_a_year_that_ends_a_text_in_its_cell_begins_no_row():
    number = count()
    words = set_line(
        number, 100, (60.0, "Call"), (200.0, "2020"), (260.0, "2021"), (330.0, "What was done"), style=BOLD
    )
    for at, (name, before, now) in enumerate((("Emergency", "89%", "93%"), ("Other", "76%", "71%"))):
        words += set_line(
            number, 120 + 44 * at, (60.0, name), (200.0, before), (260.0, now), (330.0, "More people since")
        )
        words += set_line(number, 132 + 44 * at, (330.0, "the month of April"))
        words += set_line(number, 144 + 44 * at, (330.0, "2021"))
    table = _only(make_page(words))

    assert texts(table)[1:] == [
        ["Emergency", "89%", "93%", "More people since the month of April 2021"],
        ["Other", "76%", "71%", "More people since the month of April 2021"],
    ]


def _halves(step=27.0):
    """The lines left and right of the middle of a page of three short sections, whose last texts take two lines."""
    place, baseline = count(), 130.0
    words = _head(place, 100)
    for section, rows in enumerate((ROWS[:2], MORE[:2], (ROWS[2], MORE[2])), 1):
        words += set_line(place, baseline, (LEFT[0], f"Priority {section}: What was promised"), style=BOLD)
        for row in rows:
            baseline += step
            words += [*_row(place, baseline, row), *set_line(place, baseline + 12, (WORDS[1], "as it was before"))]
        baseline += step
    lines = find_lines(1, words)
    return [[line for line in lines if line.box.x1 < 490], [line for line in lines if line.box.x1 >= 490]]


def test_headings_of_sections_beside_which_nothing_stands_part_no_table():
    left, right = ([line for line in half if line.baseline > 120] for half in _halves())

    assert len(rejoin([left, right], is_value)) == 1


def test_heads_beside_those_that_a_table_begins_with_are_of_its_header():
    left, right = _halves()
    heads, body = [line for line in left if line.baseline < 120], [line for line in left if line.baseline > 120]
    caption = find_lines(1, set_line(count(900), 80, (LEFT[0], "Table 1: Indicators of the plan"), style=BOLD))

    first, whole = rejoin_heads([[*caption, *heads], sorted([*body, *right], key=lambda line: line.baseline)], is_value)
    assert [line.text for line in first] == ["Table 1: Indicators of the plan"]
    assert {"Ref", "Indicator", "2020", "2021"} <= {line.text for line in whole}


@pytest.mark.parametrize(("line", "caption"), [
    ("Appendix B: Grants awarded", None), ("Annex 2 – Grants awarded", None), ("Grants awarded", "Grants awarded"),
])  # fmt: skip
def test_a_line_that_names_an_appendix_heads_it_and_is_no_caption(line, caption):
    number = count()
    words = set_line(number, 84, (60.0, line), style=BOLD)
    for at in range(5):
        words += set_line(
            number, 100 + 14 * at, (60.0, f"Group {'ABCDE'[at]}"), (220.0, f"{at}1,200"), (300.0, f"{at}1,350")
        )
    words += set_line(number, 600, (60.0, "This is how the text of the report is set from its first page on."))
    words += set_line(number, 612, (60.0, "It goes on for lines and lines, all of them in the plain type of it."))

    assert _only(make_page(words)).caption == caption
