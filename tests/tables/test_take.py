"""Tables on small pages set by hand."""

from itertools import count
from time import process_time

import pytest
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.pdf import Page, Word
from reportparse.tables import Table, take_tables


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row if cell.text] for row in table.rows]


def set_rows(rows: list[tuple[str, ...]], xs: tuple[float, ...], *, step: float = 14.0) -> list[Word]:
    number = count()
    words = set_line(number, 100.0, *zip(xs[-len(rows[0]) :], rows[0], strict=True), style=BOLD)
    for index, row in enumerate(rows[1:], 1):
        words += set_line(number, 100.0 + step * index, *zip(xs, row, strict=False))
    return words


FUNDS = [("2019/20", "2020/21"), ("Refuges", "1,200", "1,350"), ("Helplines", "310", "295"), ("Mediation", "7", "(12)")]
XS = (60.0, 200.0, 300.0)


def grid_rules(rows: int = 4) -> tuple[object, ...]:
    level = [rule(55, 88 + 14 * i, 360, 88 + 14 * i) for i in range(rows + 1)]
    return (*level, *(rule(x, 88, x, 88 + 14 * rows) for x in (55, 190, 290, 360)))


def test_faces_of_a_ruled_grid_are_its_cells():
    page = make_page(set_rows(FUNDS, XS), grid_rules())
    (table,), (rest,) = take_tables([page])

    assert texts(table) == [["2019/20", "2020/21"], *[list(row) for row in FUNDS[1:]]]
    assert (table.header_rows, table.header_columns, table.confidence.method) == (1, 1, "ruled")
    assert rest.words == ()


def test_a_heading_over_all_columns_that_ends_where_one_of_them_begins_is_one_cell():
    name = "Services for victims of crime"
    rows = [FUNDS[0], (name,), *FUNDS[1:]]
    end = set_line(count(), 0.0, (60.0, name))[-1].x1
    level = [rule(55, 88 + 14 * i, 360, 88 + 14 * i) for i in range(6)]
    sides = [rule(x, 88, x, 158) for x in (55, 360)]
    inner = [rule(x, top, x, bottom) for x in (end - 0.7, 290) for top, bottom in ((88, 102), (116, 158))]
    (table,), _ = take_tables([make_page(set_rows(rows, (60.0, 220.0, 300.0)), (*level, *sides, *inner))])

    assert [(cell.text, cell.column_span) for cell in table.rows[1]] == [(name, 3)]


def test_a_table_without_rules_is_found_by_its_white_strips():
    (table,), _ = take_tables([make_page(set_rows(FUNDS, XS))])

    assert texts(table)[1:] == [list(row) for row in FUNDS[1:]]
    assert table.confidence.method == "unruled"


def test_bracketed_numbers_are_negative_and_cells_know_their_headers():
    (table,), _ = take_tables([make_page(set_rows(FUNDS, XS), grid_rules())])
    cell = table.rows[-1][-1]

    assert (cell.value, cell.row_path, cell.column_path) == (-12, ("Mediation",), ("2020/21",))


def test_prose_in_two_columns_is_no_table():
    number = count()
    left = "the office went on with its work in the"
    right = "and the panel asked for more detail on it"
    words = [w for i in range(12) for w in set_line(number, 100.0 + 13 * i, (60.0, left), (320.0, right))]

    assert take_tables([make_page(words)])[0] == []


def test_a_numbered_list_is_no_table():
    number = count()
    words = [
        w
        for i in range(8)
        for w in set_line(number, 100.0 + 20 * i, (60.0, f"{i + 1}."), (90.0, "We listen to people who use a service"))
    ]

    assert take_tables([make_page(words)])[0] == []


def test_a_table_over_two_pages_is_one_and_drops_the_repeated_header():
    first = make_page(set_rows(FUNDS, XS), grid_rules())
    more = [FUNDS[0], ("Outreach", "40", "55"), ("Training", "12", "18"), ("Total", "1,637", "1,706")]
    second = make_page(set_rows(more, XS), grid_rules())._replace(number=2, label="2")
    (table,), _ = take_tables([first, second])

    assert [span.page for span in table.spans] == [1, 2]

    labels = ["Refuges", "Helplines", "Mediation", "Outreach", "Training", "Total"]
    assert [row[0] for row in texts(table)[1:]] == labels


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (("", "and of rent", ""), [("Refuges", "Cost of beds and of rent", "12")]),
        (("", "And of rent", ""), [("Refuges", "Cost of beds And of rent", "12")]),
        (("", "And of rent", "13"), [("Refuges", "Cost of beds", "12"), ("And of rent", "13")]),
        (("Helplines", "of the night", "13"), [("Refuges", "Cost of beds", "12"), ("Helplines", "of the night", "13")]),
    ],
)
def test_a_row_broken_by_the_page_is_one(rest, found):
    head = ("Service", "What it is for", "£")
    first = make_page(set_rows([head, FUNDS[1], ("Refuges", "Cost of beds", "12")], XS), grid_rules(3))
    more = [head, rest, ("Total", "All of these", "25")]
    second = make_page(set_rows(more, XS), grid_rules(3))._replace(number=2, label="2")
    (table,), _ = take_tables([first, second])

    assert [tuple(row) for row in texts(table)[2:-1]] == found


def test_no_word_is_taken_twice_or_lost():
    page = make_page(set_rows(FUNDS, XS), grid_rules())
    tables, (rest,) = take_tables([page])
    taken = [word.order for table in tables for words in table.words.values() for word in words]

    assert sorted([*taken, *(word.order for word in rest.words)]) == [word.order for word in page.words]


# Four times as many rows take four times as long, with room for what a busy machine adds.
MAX_GROWTH = 4 * 2


def test_the_time_for_a_long_table_grows_no_faster_than_its_rows():
    spent = []
    for row_count in (1250, 5000):
        number = count()
        cells = [((60.0, f"Item {i}"), (200.0, f"{i}.5"), (300.0, "7")) for i in range(row_count)]
        words = [word for i, row in enumerate(cells) for word in set_line(number, 20.0 + 11 * i, *row)]
        page: Page = make_page(words, tuple(rule(50, 10, 50, 10) for _ in range(1000)))  # rules of no size, on one spot
        begin = process_time()
        tables, _ = take_tables([page])
        spent.append(process_time() - begin)
        assert sum(len(table.rows) for table in tables) >= row_count - 10

    assert spent[1] < MAX_GROWTH * spent[0]


def set_apart(rows: list[tuple[str, ...]], top: float, step: float) -> list[Word]:
    """Rows of which the first is bold, `step` points apart."""
    number = count(100)
    styles = [BOLD, *[PLAIN] * (len(rows) - 1)]
    lines = [set_line(number, top + step * at, *zip(XS, row, strict=True), style=styles[at])
             for at, row in enumerate(rows)]  # fmt: skip
    return [word for line in lines for word in line]


def test_a_bold_title_is_a_caption_where_the_page_holds_no_other_text():
    words = count()
    prose = [word for i in range(9) for word in set_line(words, 100.0 + 14 * i, (60.0, "What we did with the money"))]
    title = set_line(words, 100.0, (60.0, "What the money buys"), style=BOLD)
    rows = set_apart([("Line", "2021/22", "2022/23"), ("Pay", "312.4", "366.2"), ("Travel", "22.6", "27.7")], 126, 24)
    rules = tuple(rule(55, 112 + 24 * i, 360, 112 + 24 * i) for i in range(4))
    (table,), _ = take_tables([make_page(prose), make_page([*title, *rows], rules)._replace(number=2)])

    assert table.caption == "What the money buys"


def test_a_bold_title_stands_as_far_above_a_padded_table_as_its_rows_stand_apart():
    title = set_line(count(), 100.0, (60.0, "What the money buys (£m)"), style=BOLD)
    rows = set_apart([("Line", "2021/22", "2022/23"), ("Pay", "312.4", "366.2"), ("Travel", "22.6", "27.7")], 126, 24)
    rules = tuple(rule(55, 112 + 24 * i, 360, 112 + 24 * i) for i in range(4))
    (table,), _ = take_tables([make_page([*title, *rows], rules)])

    assert table.caption == "What the money buys (£m)"
    assert [cell.value for cell in table.rows[1][1:]] == [312_400_000, 366_200_000]


def test_the_unit_in_the_corner_holds_for_all_cells():
    rows = set_apart([("£000", "2020/21", "2021/22"), ("Pay", "1,250", "1,190"), ("Travel", "60", "(12)")], 100, 14)
    (table,), _ = take_tables([make_page(rows, grid_rules()[:4])])

    assert [(cell.value, cell.unit) for cell in table.rows[2][1:]] == [(60_000, "GBP"), (-12_000, "GBP")]


def test_justified_prose_with_wide_spaces_is_no_table():
    number = count()
    lines = [
        ("behaviour. It", "implements", "a whole-system"),
        ("approach through", "an", "intervention"),
        ("management", "co-ordinated", "multi-agency"),
        ("alongside", "a", "co-responder"),
        ("24", "This", "approach"),
    ]
    xs = (60.0, 150.0, 220.0)
    words = [w for i, row in enumerate(lines) for w in set_line(number, 100.0 + 13 * i, *zip(xs, row, strict=True))]

    assert take_tables([make_page(words)])[0] == []
