"""Two tables beside each other, each with labels of its own."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, make_page, rule, say, set_line

from reportparse.layout.lines import find_lines
from reportparse.tables import take_tables
from reportparse.tables.segments import is_value
from reportparse.tables.wide import part_wide

BUDGET = (
    ("Swyddogion", "Officers", "85.7", "90.3"),
    ("Staff", "Staff", "40.1", "42.0"),
    ("Tai", "Homes", "13.9", "14.4"),
)


@pytest.mark.parametrize("shift", [0.0, 5.0, 12.0])
def test_two_tables_beside_each_other_keep_their_rows_whatever_their_heights(shift):
    number, words = count(), []
    for left, down in ((60.0, shift), (320.0, 0.0)):
        words += set_line(
            number, 100.0 + down, (left, "Name"), (left + 130, "2022-23"), (left + 180, "2023-24"), style=BOLD
        )
        for at, (_, name, *values) in enumerate((*BUDGET, ("", "Cars", "12.7", "13.3"), ("", "Other", "10.8", "11.1"))):
            cells = [(left + 165 + 50 * place - 5 * len(value), value) for place, value in enumerate(values)]
            words += set_line(number, 114.0 + 14 * at + down, (left, name), *cells)
    rules = (rule(55, 104 + shift, 260, 104 + shift), rule(315, 104, 520, 104))
    tables, _ = take_tables([make_page([*words, *say(number, 250.0)], rules)])

    rows = [["Name", "2022-23", "2023-24"], *([name, *values] for _, name, *values in BUDGET)]
    assert [texts(table)[:4] for table in tables] == [rows, rows]
    assert [len(table.rows) for table in tables] == [6, 6]


@pytest.mark.parametrize("has_text", [True, False])
def test_rows_of_tables_in_two_columns_of_a_page_run_through_neither(has_text):
    """They stand by turns; those of a wide table begin in one column and end in the other."""
    number, sides = count(), []
    for left, down in ((60.0, 7.0), (320.0, 0.0)):
        words = set_line(number, 80.0, (left, "Where the money of the year came from"))
        for at, (_, name, first, last) in enumerate((*BUDGET, *BUDGET)):
            cells = (left, name), (left + 145, first), (left + 195, last)
            words += set_line(number, 104.0 + 14 * at + down, *cells)
        if has_text:
            words += set_line(number, 220.0, (left, "That is what was left of it"))
        sides.append(find_lines(1, words))

    assert part_wide(sides, is_value) == sides


@pytest.mark.parametrize(("top", "lengths"), [(190.0, [12, 4, 4]), (20.0, [4, 4, 12])])
def test_rows_with_labels_of_two_lines_run_through_columns_as_those_of_one_do(top, lengths):
    """What stands below or above is text in two columns, in whose gutter the rows have none of their words."""
    number, left, right = count(), [], []
    for at, (above, name, first, last) in enumerate(BUDGET):
        left += set_line(number, 100.0 + 24 * at, (60.0, above), (200.0, first))
        right += set_line(number, 100.0 + 24 * at, (400.0, last))
        left += set_line(number, 110.0 + 24 * at, (60.0, name))
    for at in range(4):
        left += set_line(number, top + 12 * at, (60.0, "The force has worked with all of its"))
        right += set_line(number, top + 12 * at, (310.0, "partners for the whole of the year"))
    sides = [find_lines(1, left), find_lines(1, right)]

    assert [len(region) for region in part_wide(sides, is_value)] == lengths


@pytest.mark.parametrize("names", [("Income", "Costs"), ("Income",)])
def test_one_word_names_a_table_where_another_names_the_one_beside_it(names):
    number, words = count(), say(count(1000), 60)
    for at, name in enumerate(names):
        left = 60.0 + 260 * at
        words += set_line(number, 136, (left, name), style=BOLD)
        for row, label in enumerate(("Loans", "Grants", "Fees", "Other")):
            words += set_line(number, 152 + 14 * row, (left, label), (left + 120, "4,310"), (left + 170, "3,250"))

    tables, _ = take_tables([make_page(words)])

    assert [table.caption for table in tables] == (["Income", "Costs"] if len(names) > 1 else [None])
