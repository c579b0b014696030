"""Captions that stand left or right of their tables."""

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


@pytest.mark.parametrize(
    ("lines", "style"),
    [(["Much was given", "to refuges"], PLAIN), (["Note: to date"], PLAIN), (["Much was", "given."], ITALIC)],
)
def test_text_left_of_a_table_is_no_caption(lines, style):
    (table,), _ = take_tables([beside(lines, style=style)])

    assert table.caption is None


SMALL_BOLD = BOLD._replace(size=8.0)


def margin(lines, *, style, top=0.0):
    """A table with lines of `style` right of it, from `top` below its own on, and prose above and below."""
    number = count()
    page = page_of(number, (150, PROSE), (300, PROSE), top=200.0)
    edge = max(rule.x1 for rule in page.rules)
    words = list(page.words)
    for at, line in enumerate(lines):
        words += set_line(number, 211 + top + 10 * at, (edge + 15, line), style=style)
    return page._replace(words=tuple(words))


@pytest.mark.parametrize("lines", [["Refuges and", "helplines:"], ["Table 2 – Refuges"]])
def test_small_bold_lines_in_the_margin_right_of_the_first_row_name_a_table(lines):
    (table,), _ = take_tables([margin(lines, style=SMALL_BOLD)])

    assert table.caption == " ".join(lines)


@pytest.mark.parametrize(("style", "top"), [(BOLD._replace(size=12.0), 0.0), (SMALL_BOLD, -14.0), (PLAIN, 0.0)])
def test_what_is_large_or_plain_or_begins_above_the_first_row_is_no_caption_from_the_margin(style, top):
    (table,), _ = take_tables([margin(["Refuges and", "helplines"], style=style, top=top)])

    assert table.caption is None


def test_small_text_of_the_next_column_is_no_caption():
    (table,), _ = take_tables([margin(["The fund was valued", "in March."], style=PLAIN._replace(size=8.0))])

    assert table.caption is None


@pytest.mark.parametrize("place", ["Agenda Item 8", "Item No. 12"])
def test_the_place_of_a_paper_in_the_agenda_names_no_table(place):
    number = count()
    page = page_of(number, (300, PROSE), top=200.0)
    words = (*page.words, *set_line(number, 193, (60.0, place), style=BOLD))

    (table,), _ = take_tables([page._replace(words=words)])

    assert table.caption is None
