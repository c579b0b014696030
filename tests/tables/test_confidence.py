"""The confidence of a table says what speaks for and against it."""

import pytest

from reportparse.geometry import Box
from reportparse.pdf import Style, Word
from reportparse.tables.confidence import MIN_SURE, judge
from reportparse.tables.grid import Grid, GridCell

STYLE = Style("Sans", 10.0, False, False, (0, 0, 0))
HEAD = ("Service", "2019/20", "2020/21")
BODY = [
    ("Refuges", "1,200", "1,350"),
    ("Helplines", "310", "295"),
    ("Mediation", "7", "12"),
    ("Total", "1,517", "1,657"),
]


def make_grid(rows: list[tuple[str, ...]], method: str = "half-ruled") -> Grid:
    cells = tuple(
        GridCell(
            i, j, 1, 1, tuple(Word(w, 0, 0, 9, 9, 8, STYLE, 0, False, -1, k) for k, w in enumerate(text.split())), text
        )
        for i, row in enumerate(rows)
        for j, text in enumerate(row)
        if text
    )
    return Grid(1, Box(0, 0, 99, 99), cells, (0.0, 33.0, 66.0, 99.0), method)


def test_nothing_speaks_against_a_table_of_numbers_with_a_header():
    found = judge(make_grid([HEAD, *BODY]), 1, "Table 1. Clients")

    assert (found.score, found.con) == (0.99, ())


@pytest.mark.parametrize(
    ("head", "row", "reason"),
    [
        (HEAD, ("Advice", "8 58", ""), "two numbers in one cell"),
        (HEAD, ("Advice", "8 cases", "9"), "words in a column of numbers"),
        (("Service", "2019/20", ""), ("Advice", "8", "9"), "a column of numbers without a name"),
        (("Service", "2019/20 " * 9, "2020/21"), ("Advice", "8", "9"), "a column's name of many words"),
    ],
)
def test_signs_of_wrong_cells_make_a_table_less_sure(head, row, reason):
    found = judge(make_grid([head, *BODY, row]), 1, "Table 1. Clients")

    assert reason in found.con
    assert found.score < 0.8


def test_two_rows_without_a_header_are_warned_of():
    assert judge(make_grid(BODY[:2], "unruled"), 0, None).score < MIN_SURE + 0.2
    assert judge(make_grid([("40 1", "7 2", ""), *BODY[:1]], "unruled"), 0, None).score < MIN_SURE
