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
