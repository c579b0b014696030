"""Two different tables that follow each other stay two."""

from itertools import count

import pytest
from test_take import XS, set_rows, texts
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.geometry import Box
from reportparse.pdf import Fill, Word
from reportparse.tables import take_tables

FIRST = [("2019/20", "2020/21"), ("Refuges", "1,200", "1,350"), ("Helplines", "310", "295"), ("Mediation", "7", "(12)")]
SECOND = [("Men", "Women"), ("Under 18", "41", "35"), ("18 to 64", "510", "495"), ("65 and over", "77", "112")]


def move(words: list[Word], down: float, orders: int) -> list[Word]:
    return [
        word._replace(
            top=word.top + down,
            bottom=word.bottom + down,
            baseline=word.baseline + down,
            order=word.order + orders,
        )
        for word in words
    ]


@pytest.mark.parametrize("between", ["Table 2. Clients by age", "Clients by age", ""])
def test_tables_of_the_same_columns_on_one_page(between: str):
    first = set_rows(FIRST, XS)
    title = set_line(count(500), 190.0, (60.0, between)) if between else []
    tables, _ = take_tables([make_page([*first, *title, *move(set_rows(SECOND, XS), 110.0, 1000)])])

    assert [texts(table)[0] for table in tables] == [["2019/20", "2020/21"], ["Men", "Women"]]


def test_a_caption_in_another_colour_between_tables_with_grounds_is_no_head():
    number, blue = count(), PLAIN._replace(color=(11, 57, 84), is_bold=True)
    words, fills = [], []
    for at, top in enumerate((100.0, 178.0)):
        words += set_line(number, top, (60.0, f"Calls {at}"), style=blue)
        rows = [("Quarter", "Calls", "Lost"), ("Spring", "41", "12%"), ("Summer", "44", "14%"), ("Autumn", "42", "9%")]
        for row, cells in enumerate(rows):
            y = top + 14 + 15 * row
            words += set_line(number, y, *zip((64.0, 220.0, 330.0), cells, strict=True), style=PLAIN if row else BOLD)
            fills += [Fill(Box(60, y - 11, 400, y + 4), (241, 236, 226), 0)] if row % 2 else []
    tables, _ = take_tables([make_page(words)._replace(fills=tuple(fills))])

    assert [(table.caption, texts(table)[0][0]) for table in tables] == [("Calls 0", "Quarter"), ("Calls 1", "Quarter")]


def test_bands_of_a_tax_are_the_heads_of_a_table_of_their_own():
    number = count()
    words = []
    for at, row in enumerate([("", "2019/20", "2020/21"), *FIRST[1:], ("Victims", "41", "35")]):
        style = PLAIN if at else BOLD
        words += set_line(number, 100.0 + 14 * at, *zip((60.0, 430.0, 500.0), row, strict=True), style=style)
    words += set_line(number, 172.0, (60.0, "What is paid"))
    bands = [("Band", *"ABCDE"), ("2019/20", "£197", "£229", "£262", "£295", "£361"), ("2020/21", *["£207"] * 5)]
    for at, row in enumerate(bands):
        xs = (60.0, 150.0, 240.0, 330.0, 420.0, 500.0)
        words += set_line(number, 188.0 + 14 * at, *zip(xs, row, strict=True), style=PLAIN if at else BOLD)
    tables, _ = take_tables([make_page(words)])

    assert [texts(table)[0] for table in tables] == [["2019/20", "2020/21"], ["Band", *"ABCDE"]]


@pytest.mark.parametrize("title", ["Table 2. Clients by age", ""])
def test_tables_of_the_same_columns_over_a_page_break(title: str):
    first = make_page(set_rows(FIRST, XS))
    above = set_line(count(500), 86.0, (60.0, title)) if title else []
    second = make_page([*above, *set_rows(SECOND, XS)])._replace(number=2)
    tables, _ = take_tables([first, second])

    assert [texts(table)[0] for table in tables] == [["2019/20", "2020/21"], ["Men", "Women"]]


def test_a_bold_title_and_a_new_header_begin_a_table_between_rules_of_one_stack():
    number = count()
    rows = [("Service", "2019/20", "2020/21"), *FIRST[1:], ("Clients by age",), ("Age", "Men", "Women"), *SECOND[1:]]
    heights = [100.0 + 14 * at + 9 * (at > 4) for at in range(len(rows))]
    lines = [
        set_line(number, heights[at], *zip(XS, row, strict=False), style=BOLD if at in (0, 4, 5) else PLAIN)
        for at, row in enumerate(rows)
    ]
    lines += [set_line(number, 300.0 + 13 * i, (60.0, "What we did with the money")) for i in range(9)]
    rules = tuple(rule(55, height + 4, 360, height + 4) for at, height in enumerate(heights) if at != 4)
    tables, _ = take_tables([make_page([word for line in lines for word in line], rules)])

    assert [texts(table)[0] for table in tables] == [["Service", "2019/20", "2020/21"], ["Age", "Men", "Women"]]
    assert tables[1].caption == "Clients by age"


@pytest.mark.parametrize("caption", ["What the money buys", ""])
def test_prose_in_two_columns_above_a_ruled_table_is_no_part_of_it(caption: str):
    """The columns have lines of one height in their last paragraphs, the left one a line more."""
    number = count()
    left, right = "who support those that say the", "where people fear that somebody will"
    words = [w for i in range(9) for w in set_line(number, 97.0 + 13 * i + 11 * (i > 4), (54.0, left))]
    words += [w for i in range(8) for w in set_line(number, 84.0 + 13 * i + 11 * (i > 1), (310.0, right))]
    words += set_line(number, 234.0, (54.0, caption), style=BOLD) if caption else []
    for at, row in enumerate([("Service", "2019/20", "2020/21"), *FIRST[1:]]):
        cells = zip((60.0, 425.0, 500.0), row, strict=True)
        words += set_line(number, 258.0 + 22 * at, *cells, style=PLAIN if at else BOLD)
    rules = tuple(rule(54, 244 + 22 * i, 540, 244 + 22 * i) for i in range(5))
    (table,), (rest,) = take_tables([make_page(words, rules)])

    assert texts(table) == [["Service", "2019/20", "2020/21"], *[list(row) for row in FIRST[1:]]]
    assert table.caption == (caption or None)
    assert len(rest.words) == 9 * len(left.split()) + 8 * len(right.split())


@pytest.mark.parametrize("title", ["Table 1. Clients (continued)", "Table 1.—Continued", "Table 1", "Clients (cont'd)"])
def test_a_title_that_says_so_goes_on_with_the_table_of_the_page_before(title: str):
    first = make_page([*set_line(count(500), 86.0, (60.0, "Table 1. Clients")), *set_rows(FIRST, XS)])
    rows = [FIRST[0], ("Outreach", "40", "55"), ("Training", "12", "18"), ("Total", "1,637", "1,706")]
    above = set_line(count(500), 86.0, (60.0, title), style=BOLD)
    prose = [word for i in range(9) for word in set_line(count(20 * i), 60.0 + 13 * i, (60.0, "What we did"))]
    second = make_page([*above, *set_rows(rows, XS)])._replace(number=2)
    (table,), _ = take_tables([first, second, make_page(prose)._replace(number=3)])

    assert [span.page for span in table.spans] == [1, 2]
    assert table.caption == "Table 1. Clients"
    assert [row[0].text for row in table.rows[1:]] == [row[0] for row in (*FIRST[1:], *rows[1:])]
