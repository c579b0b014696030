"""Captions that stand left of their tables."""

from itertools import count

import pytest
from test_plain_captions import PROSE, page_of
from words import BOLD, PLAIN, set_line

from reportparse.tables import take_tables

ITALIC = PLAIN._replace(is_italic=True)


def beside(lines, *, style=ITALIC, top=200.0, x0=-60.0):
    """A table with lines of `style` left of it, and prose above and below."""
    number = count()
    page = page_of(number, (150, PROSE), (300, PROSE), top=top)
    words = [word._replace(x0=word.x0 + 100, x1=word.x1 + 100) for word in page.words]
    rules = tuple(rule._replace(x0=rule.x0 + 100, x1=rule.x1 + 100) for rule in page.rules)
    for at, line in enumerate(lines):
        words += set_line(number, top + 11 + 12 * at, (130.0 + x0, line), style=style)
    return page._replace(words=tuple(words), rules=rules)


def test_lines_set_apart_left_of_a_table_name_it():
    (table,), _ = take_tables([beside(["Refuges and", "helplines by", "year"])])

    assert table.caption == "Refuges and helplines by year"


@pytest.mark.parametrize("style", [BOLD, PLAIN])
def test_a_number_names_the_table_beside_it_in_any_type(style):
    (table,), _ = take_tables([beside(["Table 1: Help"], style=style)])

    assert table.caption == "Table 1: Help"


@pytest.mark.parametrize("lines", [["Much was given", "to refuges"], ["Note: to date"]])
def test_text_left_of_a_table_is_no_caption(lines):
    (table,), _ = take_tables([beside(lines, style=PLAIN)])

    assert table.caption is None
