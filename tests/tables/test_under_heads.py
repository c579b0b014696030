"""Tables of words and numbers under bold heads that stand in several regions of a page."""

from itertools import count

import pytest
from words import BOLD, set_line

from reportparse.layout.lines import find_lines
from reportparse.tables.segments import is_value
from reportparse.tables.under_heads import gather_under_heads

HEADS = ((60.0, "Organisation"), (200.0, "Purpose"), (400.0, "Amount"))
ROWS = (
    ((60.0, "Clwb Bocsio"), (200.0, "Boxing for young people"), (405.0, "9,250")),
    ((60.0, "Radio Beca"), (200.0, "Weekly programme"), (405.0, "7,400")),
    ((60.0, "Hafan"), (200.0, "Lessons in schools"), (400.0, "44,000")),
)


def _page(rows=ROWS):
    """Heads and rows, each text a line, and a line of prose below."""
    number = count()
    words = set_line(number, 100, *HEADS, style=BOLD)
    for at, row in enumerate(rows):
        words += set_line(number, 114 + 14 * at, *row)
    words += set_line(number, 200, (60.0, "Smaller grants came to sixty-eight thousand pounds in all the year"))
    return find_lines(1, words)


def test_lines_of_a_table_in_several_regions_become_one():
    lines = _page()
    regions = gather_under_heads([lines[:4], lines[4:7], lines[7:]], is_value)

    assert [len(region) for region in regions] == [12, 1]
    assert gather_under_heads([lines], is_value) == [lines]  # whole as it is


@pytest.mark.parametrize("cell", ["nothing", "in the area"])
def test_columns_of_words_alone_under_bold_heads_may_be_prose(cell):
    lines = _page([(*row[:2], (400.0, cell)) for row in ROWS])
    regions = [lines[:4], lines[4:7], lines[7:]]

    assert gather_under_heads(regions, is_value) == regions


PHRASES = (
    ((60.0, "3 May"), (200.0, "Talgarth"), (300.0, "Reserves; a plan for the years of the")),
    ((300.0, "next contract"),),
    ((60.0, "4 June"), (200.0, "Rhayader"), (300.0, "Complaints")),
    ((60.0, "5 July"), (200.0, "Builth"), (300.0, "Custody; vehicles")),
)


def test_rows_of_words_told_one_after_the_other_are_a_table():
    """Their last cells run over the next line; told column by column, they would be columns of text."""
    number = count()
    words = set_line(number, 100, (60.0, "Date"), (200.0, "Place"), (300.0, "Subject"), style=BOLD)
    for at, row in enumerate(PHRASES):
        words += set_line(number, 114 + 14 * at, *row)
    lines = find_lines(1, words)
    by_column = sorted(words, key=lambda word: (word.x0 >= 200, word.x0 >= 300, word.baseline))
    columns = find_lines(1, [word._replace(order=order) for order, word in enumerate(by_column)])

    assert len(gather_under_heads([lines[:5], lines[5:]], is_value)) == 1
    assert len(gather_under_heads([columns[:5], columns[5:]], is_value)) == 2


def test_text_in_the_next_column_stands_beside_a_table_whose_heads_are_years():
    """One of its lines shares a baseline with a row, and a heading stands between two rows."""
    number = count()
    words = set_line(number, 100, (60.0, "Measure"), (160.0, "2021/22"), (220.0, "2022/23"), style=BOLD)
    for at, label in enumerate(("Thefts", "Fires", "Raids", "Floods")):
        words += set_line(number, 114 + 14 * at, (60.0, label), (170.0, f"{at}2.0"), (230.0, f"{at}3.5"))
    words += set_line(number, 128, (300.0, "no burners in new buildings"))
    words += set_line(number, 149, (300.0, "What we learned"), style=BOLD)
    lines = find_lines(1, words)
    regions = gather_under_heads([lines[:7], lines[7:]], is_value)

    assert sorted(len(region) for region in regions) == [2, 15]
    assert {line.text for line in min(regions, key=len)} == {"no burners in new buildings", "What we learned"}


def test_rows_all_of_whose_cells_run_over_two_lines_are_told_one_after_the_other():
    """A cell is told with its second line before the next one begins; prose is told a column at a time."""
    heads = ((60.0, "Said"), (200.0, "Done"), (300.0, "Since"))
    rows = [[("Calls", "wait"), ("More", "people"), ("Four", "minutes")] for _ in range(3)]

    def set_cells(cells):
        number, words = count(), []
        for place, column in cells:
            for at, text in enumerate(rows[place][column]):
                words += set_line(number, 114 + 30 * place + 11 * at, (heads[column][0], text))
        return find_lines(1, [*set_line(number, 100, *heads, style=BOLD), *words])

    by_row = set_cells([(place, column) for place in range(3) for column in range(3)])
    by_column = set_cells([(place, column) for column in range(3) for place in range(3)])
    cut = [[by_row[:5], by_row[5:]], [by_column[:5], by_column[5:]]]

    assert [len(gather_under_heads(regions, is_value)) for regions in cut] == [1, 2]


def test_heads_that_begin_in_bold_are_heads_though_most_of_their_letters_are_light():
    """They go on in another language: "Sir / County"."""
    number = count()
    words = set_line(number, 100, *((left, text[0]) for left, text in HEADS), style=BOLD)
    words += set_line(number, 100, *((left + 7.5, f"/ {text}") for left, text in HEADS))
    for at, row in enumerate(ROWS):
        words += set_line(number, 114 + 14 * at, *row[:2], (400.0, row[2][1]))
    lines = find_lines(1, words)

    assert len(gather_under_heads([lines[:4], lines[4:7], lines[7:]], is_value)) == 1


YEARS = ((220.0, "2022/23"), (360.0, "2023/24"))
SUMS = ((220.0, "Outturn"), (300.0, "Budget"), (400.0, "Outturn"), (480.0, "Variance"))


@pytest.mark.parametrize("is_told", [True, False])
def test_labels_without_a_head_name_their_rows_where_they_are_said_right_before_them(is_told):
    number = count()
    words = set_line(number, 100, *YEARS, style=BOLD) + set_line(number, 116, *SUMS, style=BOLD)
    rows = [(60.0, "Officers"), (60.0, "Staff"), (60.0, "Premises")]
    labels = [] if is_told else [set_line(number, 130 + 14 * at, row) for at, row in enumerate(rows)]
    for at, row in enumerate(rows):
        label = set_line(number, 130 + 14 * at, row) if is_told else labels[at]
        words += label + set_line(number, 130 + 14 * at, *((x0, "41,275") for x0, _ in SUMS))
    lines = find_lines(1, words)
    heads = [line for line in lines if line.baseline < 120]
    body = [line for line in lines if line.baseline >= 120]

    regions = gather_under_heads([heads, body], is_value)
    assert [len(region) for region in regions] == ([21] if is_told else [6, 15])


BESIDE = (
    "The teams were out in all the",
    "streets of the town by night",
    "and by day for most of the",
    "winter and the spring",
)


@pytest.mark.parametrize("step", [0, 5])
def test_heads_at_the_foot_of_their_cells_gather_a_table_beside_a_column_of_text(step):
    """Its text stands level with the rows or between them; a total in the type of the heads holds values."""
    number, light = count(), BOLD._replace(font="Sans", is_bold=False, size=8.0)
    text = [(112 + 24 * at + step, line) for at, line in enumerate(BESIDE)]
    words = [word for at, line in text for word in set_line(number, at, (60.0, line))]
    words += set_line(number, 100, (300.0, "Drivers"), style=BOLD)
    words += set_line(number, 112, (300.0, "Gyrwyr"), style=light)
    words += set_line(number, 112, (400.0, "2022/23"), (480.0, "2023/24"), style=BOLD)
    for at, (name, style) in enumerate((("Fined", None), ("Course", None), ("Court", None), ("Total", BOLD))):
        row = (300.0, name), (405.0, f"{at},207"), (485.0, f"{at},960")
        words += set_line(number, 136 + 24 * at, *row, **({"style": style} if style else {}))
    lines = find_lines(1, words)
    beside = [line for line in lines if line.box.x0 < 200]
    table = [line for line in lines if line.box.x0 >= 300]
    regions = gather_under_heads([table[:4], beside[:2], table[4:10], beside[2:], table[10:]], is_value)

    assert [len(region) for region in regions] == [len(table), 2, 2]


def test_cells_filled_to_the_end_are_cut_where_the_next_column_begins():
    """Elsewhere the space between them is wide; here hardly wider than one between words."""
    number = count()
    heads = (60.0, "Date"), (200.0, "Place"), (300.0, "Subject")
    rows = [((60.0, f"The {day} and the day after it"), (x, "Town"), (300.0, "Complaints"))
            for day, x in (("3rd", 200.0), ("4th", 200.0), ("5th", 200.0))]  # fmt: skip
    words = set_line(number, 100, *heads, style=BOLD)
    for at, row in enumerate([((60.0, "The first day of all the years"), *rows[0][1:]), *rows]):
        words += set_line(number, 114 + 14 * at, *row)
    lines = find_lines(1, words)

    assert len(gather_under_heads([lines[:4], lines[4:]], is_value)) == 1
