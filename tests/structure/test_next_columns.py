"""What goes on at the head of the next column where the one before ends with a full line and a sentence."""

import pytest
from pages import BODY, BOLD, Sheet, read, texts

LEFT = ("Alpha bravo carol delta echos", "bravo carol delta echos alpha", "carol delta echos alpha bravo", "delta end.")
FULL = "delta echos alpha bravo echo."
RIGHT = ("Bravo carol delta echos alpha", "carol delta echos alpha bravo", "and a short last line.")
RAGGED = ("Bravo carol delta echos al", "carol delta echos alpha bravo", "and a short last line.")


def columns(left, right, first=BODY):
    sheet = Sheet(1)
    for row, line in enumerate(left):
        sheet.line(line, y=60 + 12 * row)
    for row, line in enumerate(right):
        name, rest = line.split(" ", 1)
        sheet.line(name, x0=300, y=60 + 12 * row, style=first if row == 0 else BODY)
        sheet.line(rest, x0=300 + 5 * len(name) + 2.8, y=60 + 12 * row)
    return len(texts(read(sheet)))


@pytest.mark.parametrize(
    ("left", "right", "first", "count"),
    [
        ((*LEFT[:3], FULL), RIGHT, BODY, 1),
        (LEFT, RIGHT, BODY, 2),
        ((*LEFT[:3], FULL), RIGHT, BOLD, 2),
        ((*LEFT[:3], FULL), RAGGED, BODY, 2),
    ],
    ids=["justified", "ended", "a name in bold", "ragged"],
)
def test_a_paragraph_goes_on_where_all_lines_are_justified_and_none_begins_in_bold(left, right, first, count):
    assert columns(left, right, first) == count


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ((*LEFT[:3], "delta echos of Bravo NR18 0WW"), ("Telephone: 01953 000100",), 2),
        ((*LEFT[:3], "delta echos of Bravo NR18 0WW"), ("Telephone calls and others",), 1),
        ((*LEFT, "Website: www.alpha.bravo.test"), RAGGED, 3),
    ],
)
def test_a_line_that_says_what_it_gives_stands_for_itself_at_the_foot_and_the_head_of_columns(left, right, count):
    assert columns(left, right) == count
