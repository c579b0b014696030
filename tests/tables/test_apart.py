"""Two different tables that follow each other stay two."""

from itertools import count

import pytest
from test_take import XS, set_rows, texts
from words import make_page, set_line

from reportparse.pdf import Word
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


@pytest.mark.parametrize("title", ["Table 2. Clients by age", ""])
def test_tables_of_the_same_columns_over_a_page_break(title: str):
    first = make_page(set_rows(FIRST, XS))
    above = set_line(count(500), 86.0, (60.0, title)) if title else []
    second = make_page([*above, *set_rows(SECOND, XS)])._replace(number=2)
    tables, _ = take_tables([first, second])

    assert [texts(table)[0] for table in tables] == [["2019/20", "2020/21"], ["Men", "Women"]]
