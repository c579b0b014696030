"""Single lines of a table without rules that stand on the other side of a page break."""

from itertools import count

import pytest
from words import BOLD, make_page, rule, set_line

from reportparse.tables import take_tables

AT = (60.0, 240.0, 320.0)
HEAD = ("Calls", "2021/22", "2022/23")
ROWS = [("999 calls received", "389,204", "421,550"), ("101 calls received", "512,330", "468,901"),
        ("Calls answered in time", "88.1%", "84.6%")]  # fmt: skip
PROSE = "The office went on with its work and met the aims that it had set itself."


def set_rows(number, top, rows, style=None):
    words = []
    for at, row in enumerate(rows):
        cells = zip(AT, row, strict=True)
        words += set_line(number, top + 14 * at, *cells, **({"style": style} if style else {}))
    return words


def texts(table):
    return [tuple(cell.text for cell in row) for row in table.rows]


@pytest.mark.parametrize("last", [("101 calls abandoned", "11.3%", "14.8%"), ("Calls lost", "1,204", "980")])
def test_the_last_row_alone_on_the_next_page_belongs_to_its_table(last):
    number = count()
    words = [*set_line(number, 600, (60.0, PROSE)), *set_rows(number, 700, [HEAD], BOLD)]
    first = make_page([*words, *set_rows(number, 714, ROWS)])
    second = make_page([*set_rows(number, 60, [last]), *set_line(number, 100, (60.0, PROSE))])
    (table,), (_, rest) = take_tables([first, second._replace(number=2)])

    assert texts(table) == [HEAD, *ROWS, last]
    assert " ".join(word.text for word in rest.words) == PROSE


def test_a_head_alone_at_the_foot_of_a_page_names_the_columns_of_the_next():
    number = count()
    first = make_page([*set_line(number, 600, (60.0, PROSE)), *set_rows(number, 750, [HEAD], BOLD)])
    second = make_page([*set_rows(number, 60, ROWS), *set_line(number, 300, (60.0, PROSE))])
    (table,), _ = take_tables([first, second._replace(number=2)])

    assert (table.header_rows, texts(table)) == (1, [HEAD, *ROWS])


def test_a_sentence_that_begins_the_next_page_is_no_row():
    number = count()
    words = [*set_rows(number, 700, [HEAD], BOLD), *set_rows(number, 714, ROWS)]
    second = make_page(set_line(number, 60, (60.0, "In 2022/23 there were 12 calls.")))
    (table,), _ = take_tables([make_page(words), second._replace(number=2)])

    assert texts(table) == [HEAD, *ROWS]


def test_a_torn_row_leaves_the_other_tables_of_its_page_in_order():
    number = count()
    last, rows = ("Calls lost", "1,204", "980"), [*ROWS, ("Calls", "1", "2")]
    first = make_page([*set_rows(number, 700, [HEAD], BOLD), *set_rows(number, 714, ROWS)])
    words = [*set_rows(number, 60, [last]), *set_line(number, 100, (60.0, PROSE))]
    second = make_page([*words, *set_rows(number, 700, [HEAD], BOLD), *set_rows(number, 714, rows)])
    third = make_page([*set_rows(number, 60, [last]), *set_line(number, 100, (60.0, PROSE))])
    tables, _ = take_tables([first, second._replace(number=2), third._replace(number=3)])

    assert [texts(table) for table in tables] == [[HEAD, *ROWS, last], [HEAD, *rows, last]]


@pytest.mark.parametrize("is_headed", [True, False])
@pytest.mark.parametrize("is_torn", [True, False])
def test_rows_between_the_lines_of_a_table_go_on_on_the_next_page_the_first_of_them_torn_or_whole(is_torn, is_headed):
    number, at = count(), (60.0, 120.0, 240.0)
    head, *rows = [
        ("Number", "Date", "Decision"), ("01", "4 April", "To let the contract for advisers"),
        ("02", "30 May", "To buy land beside the station"), ("03", "11 July", "To sell the houses at Thame"),
        ("04", "12 December", "To go on with the contract until"), ("05", "31 January", "To set the precept"),
    ]  # fmt: skip
    words = set_line(number, 690, *zip(at, head, strict=True), style=BOLD)
    for place, row in enumerate(rows[:4]):
        words += set_line(number, 710 + 20 * place, *zip(at, row, strict=True))
    first = make_page(words, tuple(rule(58, y, 520, y) for y in range(676, 777, 20)))
    rest = (at[1], "2019"), (at[2], "the end of March 2022")
    after = set_line(number, 70, *(rest if is_torn else zip(at, rows[4], strict=True)))
    after += set_line(number, 90, *zip(at, rows[4] if is_torn else ("06", "12 March", "To join"), strict=True))
    if is_headed:  # said again
        after = [*set_line(number, 50, *zip(at, head, strict=True), style=BOLD), *after]
    second = make_page(after, tuple(rule(58, y, 520, y) for y in (56, 76, 96)))
    (table,), _ = take_tables([first, second._replace(number=2)])

    told = [head, *rows[:3]]
    if is_torn:
        told += [("04", "12 December 2019", "To go on with the contract until the end of March 2022"), rows[4]]
    else:
        told += [*rows[3:], ("06", "12 March", "To join")]
    assert texts(table) == told


@pytest.mark.parametrize(("label", "is_torn"), [("Calls to 101 that were not", True), ("Calls to 101", False)])
def test_a_label_that_fills_its_drawn_cell_goes_on_in_one_without_values_at_the_head_of_the_next_page(label, is_torn):
    number = count()

    def draw(top, rows):
        words = set_rows(number, top + 12, rows)
        level = [rule(55, top + 14 * at, 370, top + 14 * at) for at in range(len(rows) + 1)]
        return make_page(words, (*level, *(rule(x, top, x, top + 14 * len(rows)) for x in (55, 185, 310, 370))))

    first = draw(700, [HEAD, *ROWS, (label, "1,204", "980")])
    tables, _ = take_tables([first, draw(50, [("Answered", "", ""), ("Calls lost", "12", "14")])._replace(number=2)])

    rest = [(f"{label} Answered", "1,204", "980")] if is_torn else [(label, "1,204", "980"), ("Answered", "", "")]
    assert [texts(table)[4:] for table in tables] == [[*rest, ("Calls lost", "12", "14")]]
