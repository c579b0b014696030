"""Headers of several lines, above headings of sections and between rules."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.pdf import Word
from reportparse.tables import take_tables

XS = (60.0, 220.0, 330.0, 440.0)
BODY = [("Refuges", "1,200", "1,350", "14"), ("Helplines", "310", "295", "7"), ("Mediation", "7", "(12)", "3")]
STACKED = [
    (100.0, ("", "Median", "", "")),
    (111.0, ("", "income of", "Workers in", "All")),
    (122.0, ("Service", "clients", "post", "others")),
]


def set_stacked(top: float = 0.0) -> list[Word]:
    number = count()
    lines = [
        set_line(number, top + height, *((x, text) for x, text in zip(XS, row, strict=True) if text), style=BOLD)
        for height, row in STACKED
    ]
    lines.append(set_line(number, top + 140.0, (60.0, "Men")))
    lines += [set_line(number, top + 154.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    return [word for line in lines for word in line]


def test_stacked_heads_stay_with_the_rows_below_a_heading_of_a_section():
    number = count(500)
    prose = [word for i in range(6) for word in set_line(number, 20.0 + 13 * i, (60.0, "What we did " * 9))]
    (table,), _ = take_tables([make_page([*prose, *set_stacked(20.0)])])

    assert table.header_rows == 1
    assert texts(table)[:2] == [["Service", "Median income of clients", "Workers in post", "All others"], ["Men"]]


@pytest.mark.parametrize(("label", "rows"), [("Men", 4), ("Costs of premises of the office,", 3)])
def test_a_lone_label_between_rules_is_a_heading_unless_the_next_line_goes_on_with_it(label: str, rows: int):
    number = count()
    body = [("including rent", "310", "295", "7"), *BODY[1:]] if rows == 3 else BODY
    lines = [set_line(number, 100.0, *zip(XS, ("Service", "2019", "2020", "2021"), strict=True), style=BOLD)]
    lines.append(set_line(number, 114.0, (60.0, label), style=BOLD if label == "Men" else PLAIN))
    lines += [set_line(number, 125.0 + 16 * i, *zip(XS, row, strict=True)) for i, row in enumerate(body)]
    rules = tuple(rule(55, y, 500, y) for y in (90, 103, 129, 145, 161))
    (table,), _ = take_tables([make_page([word for line in lines for word in line], rules)])

    assert len(table.rows) == 1 + rows
    assert table.rows[1][0].text.startswith(label)


def test_a_unit_centred_under_all_heads_is_a_row_of_the_header():
    number = count()
    lines = [set_line(number, 100.0, *zip(XS, ("Service", "Clients", "Days open", "Posts"), strict=True), style=BOLD)]
    lines.append(set_line(number, 112.0, (308.0, "(in thousands)")))
    lines += [set_line(number, 128.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert table.header_rows == 2
    assert [(cell.column, cell.column_span) for cell in table.rows[1] if cell.text] == [(1, 3)]
    assert table.rows[2][1].value == 1_200_000


def test_a_number_that_ends_a_head_is_no_value():
    number = count()
    lines = [set_line(number, 100.0, (330.0, "Rate per"), (440.0, "Posts"), style=BOLD)]
    lines.append(set_line(number, 111.0, *zip(XS, ("Service", "Clients", "1,000", "filled"), strict=True), style=BOLD))
    lines += [set_line(number, 126.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert texts(table)[0] == ["Service", "Clients", "Rate per 1,000", "Posts filled"]


def test_a_numbered_caption_may_end_in_a_line_of_one_word():
    number = count()
    lines = [set_line(number, 78.0, (60.0, "Table 4. What the money of the fund buys in the"))]
    lines.append(set_line(number, 89.0, (60.0, "county")))
    lines.append(set_line(number, 108.0, *zip(XS, ("Service", "2019", "2020", "2021"), strict=True), style=BOLD))
    lines += [set_line(number, 122.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    rules = tuple(rule(55, y, 500, y) for y in (97, 112, 126, 140, 154))
    (table,), _ = take_tables([make_page([word for line in lines for word in line], rules)])

    assert (table.number, table.caption) == ("Table 4", "Table 4. What the money of the fund buys in the county")


def test_a_heading_set_off_above_a_wrapped_label_does_not_end_the_table():
    number = count()
    lines = [set_line(number, 100.0, *zip(XS, ("Service", "2019", "2020", "2021"), strict=True), style=BOLD)]
    lines += [set_line(number, 114.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    lines.append(set_line(number, 166.0, (60.0, "Women:")))
    lines.append(set_line(number, 184.0, (60.0, "Advice and other")))
    lines += [set_line(number, 195.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert len(table.rows) == 8
    assert table.rows[5][0].text == "Advice and other Refuges"


def set_table(heads: list[tuple[float, str]], rows: list[tuple[str, ...]], ends: tuple[float, ...]) -> list[list[str]]:
    """A table whose heads stand where they are put, and whose other columns are set to the right at `ends`."""
    number = count()
    words = set_line(number, 100.0, *heads, style=BOLD)
    for at, (label, *values) in enumerate(rows):
        cells = [(end - 5.0 * len(value), value) for end, value in zip(ends, values, strict=True)]
        words += set_line(number, 116.0 + 14 * at, (60.0, label), *cells)
    (table,), _ = take_tables([make_page(words)])
    columns = {cell.column for row in table.rows for cell in row}
    assert columns == set(range(len(ends) + 1))
    return texts(table)


def test_heads_to_the_left_over_numbers_to_the_right_are_of_one_column():
    rows = [("Refuges", "1,200", "14"), ("Helplines", "310", "7"), ("Mediation", "95", "3")]

    assert set_table([(60, "Service"), (180, "Calls"), (330, "Posts")], rows, (300.0, 450.0))[1] == list(rows[0])


def test_a_head_to_the_left_over_names_to_the_right_is_of_their_column():
    rows = [(f"School {letter}", town) for letter, town in zip("ABCDEF", ["Dudley", "Walsall"] * 3, strict=True)]

    assert set_table([(60, "School"), (200, "Unit")], rows, (450.0,)) == [["School", "Unit"], *map(list, rows)]


def test_the_second_line_of_a_head_that_reaches_over_its_numbers_stays_with_the_first():
    number = count()
    words = set_line(number, 100.0, (60, "Financial year"), (215, "Number of victims"), style=BOLD)
    words += set_line(number, 112.0, (255, "supported"), style=BOLD)
    for at, (label, value) in enumerate([("2020/21 (up to January 2021 only)", "30,000"), ("2019/20", "36,641")] * 2):
        words += set_line(number, 128.0 + 14 * at, (60.0, label), (300.0 - 5 * len(value), value))
    (table,), _ = take_tables([make_page(words, (rule(55, 116, 305, 116),))])

    assert texts(table)[0] == ["Financial year", "Number of victims supported"]
    assert table.header_rows == 1


def test_a_label_midway_beside_a_head_of_three_lines_makes_one_row_of_it():
    number = count()
    for_right = [("Number of", 106.0), ("victims", 120.0), ("supported", 134.0)]
    words = set_line(number, 120.0, (60, "Financial year"), style=BOLD)
    for text, y in for_right:
        width = 5.0 * len(text.replace(" ", "")) + 2.5 * text.count(" ")
        words += set_line(number, y, (300.0 - width, text), style=BOLD)
    for at, value in enumerate(["30,000", "36,641", "38,244", "28,522"]):
        words += set_line(number, 156.0 + 18 * at, (60.0, f"{20 - at}/{21 - at}"), (270.0, value))
    (table,), _ = take_tables([make_page(words, (rule(55, 140, 305, 140),))])

    assert texts(table)[0] == ["Financial year", "Number of victims supported"]
