"""Names of sections in tables whose rows stand on stripes by turns."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.geometry import Box
from reportparse.pdf import Fill
from reportparse.tables import take_tables
from reportparse.tables.rulings import Edge
from reportparse.tables.stacks import find_stacks

GREY = PLAIN._replace(color=(110, 120, 125))


def striped(rows, width=400.0):
    """A page of rows on stripes by turns, below a header of two lines and a rule; and how high each row stands."""
    number = count()
    words = set_line(number, 100.0, (60.0, "Enw"), (280.0, "Cyllideb"), (380.0, "Alldro"), style=BOLD)
    words += set_line(number, 111.0, (60.0, "Name"), (280.0, "Budget"), (380.0, "Outturn"), style=GREY)
    fills, top = [], 118.0
    for at, row in enumerate(rows):
        label, *values = row
        lines = label.split(" / ")
        words += set_line(number, top + 10.0, (60.0, lines[0]), style=PLAIN if values else BOLD)
        words += set_line(number, top + 10.0, *((320.0 + 100 * n - 5 * len(v), v) for n, v in enumerate(values)))
        for rest in lines[1:]:
            words += set_line(number, top + 21.0, (60.0, rest), style=GREY)
        bottom = top + 5.0 + 10.0 * len(lines)
        if at % 2:
            fills.append(Fill(Box(55.0, top, 55.0 + width, bottom), (238, 243, 244), 0))
        top = bottom
    return make_page(words, (rule(55, 118, 55 + width, 118),))._replace(fills=tuple(fills))


SECTIONS = [
    ("Yr heddlu",), ("Costau / Costs", "132,310", "131,204"), ("Safleoedd / Premises", "7,914", "8,260"),
    ("Teithio / Travel", "3,377", "3,402"), ("Y swyddfa",), ("Staff / Staff", "1,642", "1,588"),
    ("Grantiau / Grants", "3,465", "3,428"), ("Cyfanswm / Total", "148,708", "147,882"),
]  # fmt: skip


def test_names_of_sections_between_stripes_are_rows_of_one_table_and_the_first_one_stands_under_the_header():
    (table,), _ = take_tables([striped(SECTIONS)])

    assert texts(table) == [
        ["Enw Name", "Cyllideb Budget", "Alldro Outturn"],
        *([row[0].replace(" / ", " "), *row[1:]] for row in SECTIONS),
    ]
    assert table.header_rows == 1


def test_a_last_row_below_the_stripe_of_the_name_of_its_section_is_of_the_table():
    rows = [*SECTIONS[1:4], ("Cerbydau / Cars", "100", "101"), *SECTIONS[1:2], ("Y swyddfa",), SECTIONS[5]]

    (table,), _ = take_tables([striped(rows)])

    assert texts(table)[-2:] == [["Y swyddfa"], ["Staff Staff", "1,642", "1,588"]]


def test_a_last_row_below_the_stripe_may_hold_prose_as_the_rows_above_do():
    """The name of its section, alone on the last stripe, holds none."""
    number, fills, top = count(), [], 118.0
    words = set_line(number, 110.0, (60.0, "Enw"), (200.0, "Pwrpas"), (480.0, "£"), style=BOLD)
    for at in range(8):
        is_name = at in {1, 6}
        bottom = top + (25 if is_name else 15)
        words += set_line(number, bottom - 5, (60.0, "Pobl" if is_name else "Clwb"), style=BOLD if is_name else PLAIN)
        if not is_name:
            words += set_line(
                number, bottom - 5, (200.0, "Boxing in the evenings for the young"), (460.0, f"1{at},400")
            )
        if at % 2 == 0:
            fills.append(Fill(Box(55.0, top, 495.0, bottom), (238, 243, 244), 0))
        top = bottom
    page = make_page(words, (rule(55, 118, 495, 118),))._replace(fills=tuple(fills))

    (table,), _ = take_tables([page])

    assert texts(table)[-2:] == [["Pobl"], ["Clwb", "Boxing in the evenings for the young", "17,400"]]


LONG = "Diogelwch cymunedol | Community safety, homes and streets"


@pytest.mark.parametrize(("name", "span"), [(LONG, 3), ("Diogelwch", 1)])
def test_a_name_of_a_section_that_runs_on_into_the_next_column_tells_that_all_of_them_are_merged(name, span):
    rows = [(name,), *SECTIONS[1:4], ("Y swyddfa",), *SECTIONS[5:]]

    (table,), _ = take_tables([striped(rows)])

    assert [row[0].column_span for row in table.rows if len(row) == 1 or not any(cell.text for cell in row[1:])] == [
        span
    ] * 2


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
def test_a_name_of_a_section_on_its_ground_parts_no_table_whichever_way_values_are_aligned(part):
    """Values of one to six letters that begin, are centred or end at one place."""
    number, edges, words = count(), [Edge(100.0, 55.0, 495.0)], []
    heads = ((x - 5.0 * len(head) * part, head) for x, head in ((300, "Before"), (400, "After")))
    words += set_line(number, 112.0, (60.0, "Measure"), *heads, style=BOLD)
    top = 118.0
    lengths = [(3, 3), (5, 5), (3, 5), (1, 6), (5, 3), (3, 1), (6, 2), (2, 5), (5, 3)]
    for at, values in enumerate([tuple(f"{10 ** (length - 1)}" for length in row) for row in lengths]):
        if at % 3 == 0:
            words += set_line(number, top + 12.0, (60.0, f"Priority {at // 3 + 1}"), style=BOLD)
            edges += [Edge(top, 55.0, 495.0), Edge(top + 16.0, 55.0, 495.0)]
            top += 16.0
        places = ((x - 5.0 * len(value) * part, value) for x, value in zip((300, 400), values, strict=True))
        words += set_line(number, top + 12.0, (60.0, f"Share of {'abcdefghi'[at]}"), *places)
        top += 16.0
    rooms = list(find_stacks([*edges, Edge(top, 55.0, 495.0)], words))

    assert len(rooms) == 1
    assert (rooms[0].top, rooms[0].bottom) < (104.0, top + 30)
