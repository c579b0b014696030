"""Tables of words whose rules are drawn cell by cell."""

from itertools import count, pairwise

import pytest
from words import BOLD, make_page, rule, set_line

from reportparse.tables import take_tables

PLACES = (60.0, 97.0, 226.5, 363.5, 480.0)
EDGES = PLACES[:-1]
HEADS = ("Risk", "What may happen", "What we do", "Owner")
ROWS = (
    ("Supply", "A long drought leaves many/homes without water.", "We link our zones and hold/tankers.", "Operations"),
    ("Harm to/health", "Unsafe water is piped.", "Samples are taken each day at/all works, often/daily.", "Quality"),
    ("Money", "Lenders ask for more as/ratings fall.", "We hold cash for 18 months.", "Finance"),
    ("People", "Too few engineers are here,/and many may/go.", "We train people from the/armed forces.", "People"),
)


def draw(first, last):
    """The words of a table and its rules below its head and each row, but for those before `first` and from `last`."""
    number, top = count(), 200.0
    words = set_line(number, 160, (60.0, "The gravest risks of the year are these, each with what is done about it."))
    words += set_line(number, top, *zip(EDGES, HEADS, strict=True), style=BOLD)
    levels = [top + 6]
    for row in ROWS:
        top = levels[-1] + 12
        for x0, text in zip(EDGES, row, strict=True):
            for place, line in enumerate(text.split("/")):
                words += set_line(number, top + 12 * place, (x0, line))
        levels.append(top + 12 * max(text.count("/") for text in row) + 6)
    words += set_line(number, levels[-1] + 14, (60.0, "▲ The risk has risen in the year, and may do so again."))
    spans = list(pairwise(PLACES))
    return words, tuple(rule(a, at, b, at) for at in levels[first:last] for a, b in spans)


@pytest.mark.parametrize(("first", "last"), [(0, None), (0, -1), (1, None)])
def test_where_pieces_of_rules_meet_columns_part_however_near_their_words_are(first, last):
    words, rules = draw(first, last)
    tables, rest = take_tables([make_page(words, rules)])

    (table,) = tables
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows[0] == list(HEADS)
    assert rows[1:] == [[text.replace("/", " ") for text in row] for row in ROWS]
    assert table.header_rows == 1
    assert rest[0].words[0].text == "The"


def test_a_band_of_two_rows_of_values_is_left_to_the_white_between_them():
    number = count()
    words = set_line(number, 100, (60.0, "Area"), (200.0, "2022"), (260.0, "2023"), style=BOLD)
    for place in range(6):
        cells = (60.0, f"Area {place}"), (200.0, f"{place}1"), (260.0, f"{place}2")
        words += set_line(number, 118 + 12 * place + 6 * (place // 2), *cells)
    spans = ((60.0, 190.0), (190.0, 250.0), (250.0, 310.0))
    rules = tuple(rule(a, at, b, at) for at in (106, 136, 166, 196) for a, b in spans)
    tables, _ = take_tables([make_page(words, rules)])

    assert [len(table.rows) for table in tables] == [7]
