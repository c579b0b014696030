"""Small tables without rules in narrow columns: values stand midway beside labels of two lines, labels are long."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_take import texts
from words import BOLD, make_page, set_line

from reportparse.tables import take_tables
from reportparse.tables.midway import join_midway
from reportparse.tables.segments import make_segment

LEFT, RIGHT, LEADING = 50.0, 290.0, 12.0
TEXT = ["In the coming year the office goes on with", "its programmes in all parts of the county"]


def table(rows, *, x0=LEFT, x1=RIGHT, y=100.0, gap=6.0):
    """Words of rows whose values stand at `x1`, midway beside labels of some lines."""
    number, words = count(), []
    for lines, value in rows:
        for at, line in enumerate(lines):
            words += set_line(number, y + at * LEADING, (x0, line))
        middle = y + (len(lines) - 1) * LEADING / 2
        words += set_line(number, middle, (x1 - 5 * len(value), value))
        y += len(lines) * LEADING + gap
    return words


def read(words):
    found, _ = take_tables([make_page(words)])
    return [texts(one) for one in found]


def test_a_value_midway_beside_the_two_lines_of_the_last_label_ends_the_table():
    rows = [
        (["Referrals taken up by the scheme"], "395"),
        (["Victims who are in touch with it"], "459"),
        (["Children and young people whom it", "knows of in those households"], "908"),
    ]

    assert read(table(rows)) == [[[" ".join(lines), value] for lines, value in rows]]


def test_long_labels_of_a_column_of_numbers_are_no_prose():
    rows = [
        (["2020/21 (the full year is not yet known, as", "this is a midterm figure)"], "30,000"),
        (["2019/20"], "36,641"),
        (["2018/19"], "38,244"),
        (["2016/17 (nobody had told yet how one counts,", "so referrals are told here", "and no victims)"], "50,444"),
        (["Total"], "155,329"),
    ]

    assert read(table(rows)) == [[[" ".join(lines), value] for lines, value in rows]]


def test_years_midway_beside_texts_of_two_lines_are_rows():
    texts_of = [["19 hearings (5 in the county)"], ["22 hearings (11 in the county and", "1 in the next one)"]]
    texts_of += [["10 hearings (1 in the county and", "1 in the next one)"], ["19 hearings (5 in the county)"]]
    number, words, y = count(), [], 100.0
    for year, lines in zip(("2016/17", "2017/18", "2018/19", "2019/20"), texts_of, strict=True):
        words += set_line(number, y + (len(lines) - 1) * LEADING / 2, (LEFT, year))
        for at, line in enumerate(lines):
            words += set_line(number, y + at * LEADING, (LEFT + 60, line))
        y += len(lines) * LEADING + 6

    (found,) = read(words)
    assert [row[0] for row in found] == ["2016/17", "2017/18", "2018/19", "2019/20"]
    assert [row[1] for row in found] == [" ".join(lines) for lines in texts_of]


def test_heads_of_two_lines_that_name_no_labels_are_one_row():
    number = count()
    words = set_line(number, 100, (150, "Number of"), (220, "Days that"), style=BOLD)
    words += set_line(number, 112, (150, "dogs"), (220, "they stay"), style=BOLD)
    words += set_line(number, 130, (LEFT, "2014/15"), (180, "192"), (250, "87"))
    words += set_line(number, 144, (LEFT, "2018/19"), (180, "48"), (250, "51"))

    assert read(words) == [
        [["Number of dogs", "Days that they stay"], ["2014/15", "192", "87"], ["2018/19", "48", "51"]]
    ]


def test_a_last_column_apart_from_the_others_is_of_their_table():
    number = count()
    words = set_line(number, 106, (LEFT, "Year"), (130, "2017/18"), (175, "2018/19"), style=BOLD)
    words += set_line(number, 100, (255, "2020/21"), style=BOLD)
    words += set_line(number, 112, (245, "(forecast)"), style=BOLD)
    words += set_line(number, 130, (LEFT, "Cost to the")) + set_line(number, 142, (LEFT, "nearest £100"))
    words += set_line(number, 136, (130, "385,500"), (175, "339,000"), (255, "288,900"))

    assert read(words) == [
        [["Year", "2017/18", "2018/19", "2020/21 (forecast)"],
         ["Cost to the nearest £100", "385,500", "339,000", "288,900"]]
    ]  # fmt: skip


@pytest.mark.parametrize("shift", [0.5, 3.0, 6.0])
def test_prose_in_two_columns_whose_lines_alternate_is_no_table(shift):
    number, words = count(), []
    for at in range(30):
        words += set_line(number, 100 + at * LEADING, (50, TEXT[at % 2]))
        words += set_line(number, 100 + shift + at * LEADING, (310, TEXT[(at + 1) % 2]))

    assert read(words) == []


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40)), min_size=1, max_size=12))
def test_joining_rows_loses_no_text_and_keeps_their_order(places):
    number, words, y = count(), [], 100.0
    for step, left in places:
        y += 3.0 * step + 3.0
        words += set_line(number, y, (50.0 + 5 * left, "text"))
    rows = [[make_segment([word])] for word in words]
    joined = join_midway(rows)

    assert sorted(text for row in joined for text in row) == sorted(text for (text,) in rows)
    tops = [min(text.baseline for text in row) for row in joined]
    assert tops == sorted(tops)
