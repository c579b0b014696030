"""Headers of several lines, above headings of sections and between rules."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, PLAIN, make_page, rule, say, set_line

from reportparse.pdf import Style, Word
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


def test_numbers_that_name_two_columns_each_are_heads_over_the_heads_of_words():
    number, xs = count(), (60.0, 200.0, 290.0, 390.0, 470.0)
    words = [*set_line(number, 100.0, (258.0, "999"), (440.0, "101"), style=BOLD)]
    rows = [
        ("Quarter", "Calls", "In time at once", "Calls", "Given up"), ("Spring", "41,208", "88.1%", "96,340", "12.4%"),
        ("Summer", "44,967", "86.5%", "99,012", "14.9%"), ("Autumn", "42,310", "89%", "91,775", "9%"),
    ]  # fmt: skip
    for at, row in enumerate(rows):
        words += set_line(number, 114.0 + 14 * at, *zip(xs, row, strict=True), style=PLAIN if at else BOLD)
    (table,), _ = take_tables([make_page(words, (rule(200, 103, 345, 103), rule(390, 103, 515, 103)))])

    assert [(cell.text, cell.column, cell.column_span) for cell in table.rows[0] if cell.text] == [
        ("999", 1, 2), ("101", 3, 2),
    ]  # fmt: skip
    assert texts(table)[1] == list(rows[0])


@pytest.mark.parametrize(("head", "rows"), [("Total", 2), ("31 March", 1)])
def test_years_under_heads_are_a_row_of_their_own_unless_the_heads_are_dates_without_a_year(head, rows):
    number = count()
    lines = [set_line(number, 100.0, *zip(XS, ("Service", "Clients", head, head), strict=True), style=BOLD)]
    if rows == 1:
        lines = [set_line(number, 100.0, *zip(XS, ("Service", head, head, head), strict=True), style=BOLD)]
    lines.append(set_line(number, 111.0, *zip(XS[1:], ("2021/22", "2021/22", "2022/23"), strict=True), style=BOLD))
    lines += [set_line(number, 128.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert table.header_rows == rows
    assert len(table.rows) == rows + len(BODY)


def test_a_unit_centred_under_all_heads_is_a_row_of_the_header():
    number = count()
    lines = [set_line(number, 100.0, *zip(XS, ("Service", "Clients", "Days open", "Posts"), strict=True), style=BOLD)]
    lines.append(set_line(number, 112.0, (308.0, "(in thousands)")))
    lines += [set_line(number, 128.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert table.header_rows == 2
    assert [(cell.column, cell.column_span) for cell in table.rows[1] if cell.text] == [(1, 3)]
    assert table.rows[2][1].value == 1_200_000


def test_what_numbers_are_counted_in_is_no_value_but_a_line_of_their_heads():
    number = count()
    heads = [XS[1:], ("Budget", "Outturn", "Variance"), ("£000", "£000", "£000")]
    lines = [set_line(number, 100.0 + 11 * i, *zip(heads[0], row, strict=True)) for i, row in enumerate(heads[1:])]
    lines += [set_line(number, 126.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert [cell.text for cell in table.rows[0] if cell.text] == ["Budget £000", "Outturn £000", "Variance £000"]
    assert table.rows[1][1].value == 1_200_000


def test_a_head_over_three_years_spans_them_though_it_ends_flush_with_the_middle_one():
    number = count()
    lines = [set_line(number, 100.0, (330.0, "Reports"), style=BOLD)]  # the middle one is as wide
    years = zip((220.0, 330.0, 440.0), ("2020/21", "2021/22", "2022/23"), strict=True)
    lines.append(set_line(number, 111.0, (60.0, "Service"), *years, style=BOLD))
    lines += [set_line(number, 126.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert table.header_rows == 2
    assert [(cell.text, cell.column, cell.column_span) for cell in table.rows[0] if cell.text] == [("Reports", 1, 3)]


@pytest.mark.parametrize("lefts", [(160.0, 340.0), (230.0, 410.0), (195.0, 375.0)])
def test_heads_over_columns_that_repeat_span_each_their_own_wherever_they_stand(lefts):
    number = count()
    lines = [set_line(number, 100.0, *zip(lefts, ("Cases", "Beds"), strict=True), style=BOLD)]
    places = (60.0, 160.0, 230.0, 340.0, 410.0)
    years = ("2020/21", "2021/22") * 2
    lines.append(set_line(number, 112.0, *zip(places, ("Service", *years), strict=True), style=BOLD))
    for row, label in enumerate(("Refuges", "Helplines", "Mediation")):
        lines.append(set_line(number, 126.0 + 14 * row, *zip(places, (label, "120", "135", "14", "17"), strict=True)))
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert [(cell.text, cell.column, cell.column_span) for cell in table.rows[0] if cell.text] == [
        ("Cases", 1, 2), ("Beds", 3, 2),
    ]  # fmt: skip


def test_a_year_broken_at_its_dash_is_one_word():
    number = count()
    heads = [("Service", "2019–", "2020–", "Posts"), ("", "20", "21", "")]
    lines = [
        set_line(number, 100.0 + 11 * i, *((x, text) for x, text in zip(XS, row, strict=True) if text), style=BOLD)
        for i, row in enumerate(heads)
    ]
    lines += [set_line(number, 126.0 + 14 * i, *zip(XS, row, strict=True)) for i, row in enumerate(BODY)]
    (table,), _ = take_tables([make_page([word for line in lines for word in line])])

    assert texts(table)[0] == ["Service", "2019–20", "2020–21", "Posts"]


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


STATEMENT = [("Turnover", "34,326", "37,986"), ("Cost of sales", "(24,043)", "(28,566)")]
MORE = [("Gross profit", "10,283", "9,420"), ("Expenses", "(9,069)", "(8,154)")]


def set_statement(number: count, top: float, rows: list[tuple[str, ...]], ends: tuple[float, ...]) -> list[Word]:
    """Rows whose values end at `ends`; brackets hang out to the right."""
    words: list[Word] = []
    for at, (label, *values) in enumerate(rows):
        cells = [(end - 5.0 * len(value.rstrip(")")), value) for end, value in zip(ends, values, strict=True)]
        words += set_line(number, top + 12 * at, *([(60.0, label)] if label else []), *cells)
    return words


def test_heads_that_end_flush_with_their_columns_stand_off_above_them():
    number, ends = count(), (400.0, 480.0)
    words = set_statement(number, 100.0, [("", "30 June 2007", "30 June 2006"), ("", "£000", "£000")], ends)
    words += set_statement(number, 145.0, STATEMENT + MORE, ends)
    (table,), _ = take_tables([make_page(words, tuple(rule(55, y, 485, y) for y in (118, 148, 160)))])

    assert texts(table)[0][-2:] == ["30 June 2007 £000", "30 June 2006 £000"]
    assert (table.header_rows, len(table.rows)) == (1, 5)


def test_a_blank_row_between_two_rules_does_not_end_a_table():
    number, ends = count(), (400.0, 480.0)
    words = set_statement(number, 100.0, [("", "2007 £000", "2006 £000")], ends)
    words += [*set_statement(number, 116.0, STATEMENT, ends), *set_statement(number, 152.0, MORE, ends)]
    rules = tuple(rule(55, y, 485, y) for y in (104, 119, 131, 143, 155, 167))
    (table,), _ = take_tables([make_page(words, rules)])

    assert [row[0].text for row in table.rows[1:]] == ["Turnover", "Cost of sales", "Gross profit", "Expenses"]


def test_a_heading_and_heads_between_two_rules_begin_a_table():
    number, ends, words, rules = count(), (400.0, 480.0), [], []
    for top in (100.0, 215.0):
        words += set_line(number, top, (60.0, "Interest and similar charges"), style=BOLD)
        words += set_statement(number, top + 16, [("", "2007 £000", "2006 £000")], ends)
        words += set_statement(number, top + 36, STATEMENT + MORE, ends)
        rules += [rule(55, top + y, 485, top + y) for y in (22, 39, 51, 63, 75)]
    tables, _ = take_tables([make_page(words, tuple(rules))])

    assert [(len(table.rows), table.header_rows) for table in tables] == [(5, 1), (5, 1)]


ACTIONS = [
    (("Open a hub for victims", "Head of Grants", "June 2023"), ("in the north",)),
    (("Publish a survey of crime", "Policy Officer", "March 2023"), ("in villages",)),
    (("Review the scheme", "Chief Finance", "May 2023"), ("", "Officer")),
]


@pytest.mark.parametrize(("style", "count_of_tables"), [(BOLD, 1), (PLAIN, 0)])
def test_bold_heads_over_texts_that_begin_at_their_edges_make_a_table_of_words(style: Style, count_of_tables: int):
    number, xs, y = count(), (60.0, 220.0, 330.0), 100.0
    words = set_line(number, y, *zip(xs, ("Action", "Owner", "Due"), strict=True), style=style)
    for row, second in ACTIONS:
        words += set_line(number, y + 15, *zip(xs, row, strict=True))
        words += set_line(number, y + 27, *[(x, text) for x, text in zip(xs, second, strict=False) if text])
        y += 27
    tables, _ = take_tables([make_page(words)])

    assert len(tables) == count_of_tables
    if tables:
        assert texts(tables[0])[1] == ["Open a hub for victims in the north", "Head of Grants", "June 2023"]


def test_labels_with_a_colon_before_words_are_the_head_of_a_paper_and_no_table():
    number = count()
    rows = [("Report to:", "Police and Crime Panel"), ("Date:", "12 July 2023"), ("Item:", "7"), ("By:", "Helen Marsh")]
    lines = [set_line(number, 100.0 + 15 * at, *zip(XS[:2], row, strict=True)) for at, row in enumerate(rows)]

    assert take_tables([make_page([word for line in lines for word in line])])[0] == []


def test_rows_behind_a_wider_space_go_on_where_all_values_end_as_those_above():
    number, ends = count(), (400.0, 480.0)
    words = set_statement(number, 100.0, [("", "2007 £000", "2006 £000")], ends)
    words += [*set_statement(number, 116.0, STATEMENT, ends), *set_statement(number, 140.0, MORE, ends)]
    words += set_line(number, 196.0, (60.0, "Capital and reserves"), style=BOLD)
    words += set_statement(number, 208.0, STATEMENT, ends)
    (table,), _ = take_tables([make_page(words)])

    assert [len(row) for row in table.rows][1:] == [3, 3, 3, 3, 1, 3, 3]
    assert table.rows[5][0].text == "Capital and reserves"


def test_rows_behind_a_wider_space_that_end_elsewhere_are_a_table_of_their_own():
    number, ends = count(), (400.0, 480.0)
    words = set_statement(number, 100.0, [("", "2007 £000", "2006 £000")], ends)
    words += [*set_statement(number, 116.0, STATEMENT, ends), *set_statement(number, 140.0, MORE, ends)]
    words += set_statement(number, 208.0, STATEMENT + MORE, (330.0, 520.0))
    tables, _ = take_tables([make_page(words)])

    assert [len(table.rows) for table in tables] == [5, 4]


STRETCHED = ((60.0, "and supported"), (200.0, "schools in all of"), (330.0, "its parts which"), (440.0, "is more"))


def test_stretched_prose_right_above_a_bold_header_is_no_part_of_it():
    number = count()
    words = set_line(number, 88.0, *STRETCHED)
    words += set_line(number, 102.0, *zip(XS, ("Service", "2019", "2020", "2021"), strict=True), style=BOLD)
    words += [
        word for i, row in enumerate(BODY) for word in set_line(number, 118.0 + 14 * i, *zip(XS, row, strict=True))
    ]
    (table,), _ = take_tables([make_page(words, tuple(rule(55, y, 500, y) for y in (106, 122, 136, 150)))])

    assert texts(table)[0] == ["Service", "2019", "2020", "2021"]


def test_stretched_prose_with_numbers_at_the_end_of_its_lines_is_no_table():
    number = count()
    lines = [
        ("in high risk physical abuse, a", "80%"),
        ("in high risk sexual abuse, a", "62%"),
        ("in stalking a", "56%"),
    ]
    words = [
        w for i, (text, value) in enumerate(lines) for w in set_line(number, 100.0 + 12 * i, (60, text), (250, value))
    ]

    assert take_tables([make_page(words)])[0] == []


def test_prose_in_columns_between_a_heading_on_a_band_and_a_table_is_no_part_of_this():
    number, words = count(), set_line(count(900), 100.0, (60.0, "Delivering the plan"), style=BOLD)
    for x0 in (60.0, 240.0, 420.0):
        words += [w for at in range(3) for w in set_line(number, 120.0 + 12 * at, (x0, "we met our aims in the year"))]
    words += set_line(number, 182.0, (60.0, "Offences by district"), style=BOLD)
    for at, row in enumerate([("District", "2023", "2024"), ("Ashdown", "311", "280"), ("Eastgate", "477", "444")]):
        words += set_line(number, 200.0 + 14 * at, *zip((60.0, 330.0, 450.0), row, strict=True))
    (table,), _ = take_tables([make_page(words, tuple(rule(55, y, 550, y) for y in (86, 108, 190, 204, 218, 232)))])

    assert (table.caption, texts(table)[0]) == ("Offences by district", ["District", "2023", "2024"])


@pytest.mark.parametrize("marks", [("▼ 3.4%", "▲ 2 pts"), ("3.4% ↓", "12 ↑"), ("Fewer", "More"), ("▼", "▲")])
def test_the_name_of_a_group_in_the_type_of_the_heads_ends_them_whatever_words_the_rows_below_it_hold(marks):
    number = count()
    heads = ("Measure", "2030", "2031", "Change", "Aim", "Rating")
    groups = [
        ("Calls", [("Burglary", "1,332", "1,204", "Fewer"), ("Robbery", "402", "371", "Fewer")]),
        ("Victims", [(f"Right {letter}", "71%", "74%", "75%") for letter in "ABCDE"]),
    ]
    rows = [(BOLD, heads)]
    for name, held in groups:
        rows.append((BOLD, (name,)))
        rows += [(PLAIN, (*row[:3], mark, row[3], "Green")) for row, mark in zip(held, marks * 3, strict=False)]
    xs = (60.0, 180.0, 250.0, 320.0, 400.0, 470.0)
    words = [
        word
        for at, (style, row) in enumerate(rows)
        for word in set_line(number, 100.0 + 14 * at, *zip(xs, row, strict=False), style=style)
    ]
    (table,), _ = take_tables([make_page([*words, *say(number, 240.0)])])

    assert (table.header_rows, len(table.rows)) == (1, 10)


@pytest.mark.parametrize(("left", "span"), [(347.5, (2, 3)), (435.0, (4, 1))])
def test_a_head_that_is_not_flush_as_others_of_its_line_are_spans_the_cells_that_it_is_centred_over(left, span):
    """Cells are 70 points wide and end where their values do."""
    number, ends = count(), (260.0, 330.0, 400.0, 470.0)
    heads = ("Outturn", "Budget", "Outturn", "Variance")
    words = set_line(number, 100.0, (225.0, "2022/23"), (left, "2023/24"), style=BOLD)
    places = [(x1 - 5.0 * len(head), head) for x1, head in zip(ends, heads, strict=True)]
    words += set_line(number, 116.0, *places, style=BOLD)
    for at, label in enumerate(("Officers", "Staff", "Premises", "Transport")):
        values = ((x1 - 30.0, "41,275") for x1 in ends)
        words += set_line(number, 132.0 + 15 * at, (60.0, label), *values)
    (table,), _ = take_tables([make_page(words)])

    found = [(cell.column, cell.column_span) for cell in table.rows[0] if cell.text.startswith("2023/24")]
    assert found == [span]


@pytest.mark.parametrize(("row", "columns"), [(("84", "141", "122", "98"), 0), (("2021", "141", "122", "98"), 1)])
def test_a_lone_row_of_numbers_is_named_by_none_of_them(row: tuple[str, ...], columns: int):
    number = count()
    xs = (60.0, 160.0, 260.0, 360.0)
    words = set_line(number, 100.0, *zip(xs, ("Q1", "Q2", "Q3", "Q4"), strict=True), style=BOLD)
    words += set_line(number, 116.0, *zip(xs, row, strict=True))
    rules = tuple(rule(55, y, 420, y) for y in (96, 112, 130)) + tuple(
        rule(x, 96, x, 130) for x in (55, 150, 250, 350, 420)
    )
    (table,), _ = take_tables([make_page(words, rules)])

    assert (table.header_rows, table.header_columns) == (1, columns)


def test_heads_left_of_the_numbers_in_their_columns_are_those_of_them():
    number, words = count(), []
    words += set_line(number, 96.0, (60.0, "Period"), (262.0, "Completed"), (348.0, "Upheld"), (433.0, "Turned down"))
    rows = (("2019/20", "1", "0", "1"), ("2020/21", "90", "13", "77"), ("2021/22", "77", "11", "66"))
    for place, row in enumerate(rows):
        rights = (x1 - 5 * len(text) for x1, text in zip((60.0, 343.0, 429.0, 514.0), row, strict=True))
        cells = [(60.0, row[0]), *list(zip(rights, row, strict=True))[1:]]
        words += set_line(number, 112.0 + 16 * place, *cells)
    (table,), _ = take_tables([make_page(words + say(number, 300.0))])

    assert [[cell.column for cell in row] for row in table.rows] == [[0, 1, 2, 3]] * 4
    assert texts(table)[:2] == [["Period", "Completed", "Upheld", "Turned down"], ["2019/20", "1", "0", "1"]]
