"""Tabs of colour at the edge of pages that name the chapter."""

import pytest
from test_lines_and_columns import BODY, page, say, word

from reportparse.geometry import Box
from reportparse.layout import take_furniture
from reportparse.pdf import Fill, Word

BLUE = (20, 60, 120)


def tabbed(number, label, top, *, width=25.0, left=575.0):
    words = [*say("The force has met most of its aims in the year", 60, 60 + 11 * number, 0)]
    tab = Fill(Box(left, top, left + width, top + 40.0), BLUE, 0)
    return page([*words, word(label, left + 8, top + 22, 99)], number)._replace(fills=(tab,))


def test_numbers_of_chapters_on_tabs_that_step_down_the_pages_are_furniture():
    pages = [tabbed(number, str(chapter), 100.0 + 45 * chapter) for number, chapter in ((1, 1), (2, 1), (3, 2), (4, 3))]

    furniture, rest = take_furniture(pages)

    assert sorted(item.line.text for item in furniture) == ["1", "1", "2", "3"]
    assert not any(one.text.isdigit() for left in rest for one in left.words)


@pytest.mark.parametrize("shape", [{"left": 560.0}, {"width": 120.0, "left": 480.0}])
def test_grounds_within_the_page_and_wide_ones_are_no_tabs(shape):
    pages = [tabbed(number, str(number + 7), 100.0 + 45 * number, **shape) for number in (1, 2, 3, 4)]

    assert take_furniture(pages)[0] == []


def test_a_tab_on_two_pages_alone_is_none():
    assert take_furniture([tabbed(1, "1", 145.0), tabbed(2, "7", 190.0)])[0] == []


def with_turned(number, text, x0):
    """A page with text, and a word turned upwards at `x0`."""
    style = BODY._replace(size=7.0)
    turned = Word(text, x0, 300.0, x0 + 7, 340.0, x0 + 6, style, 270, False, -1, 99)
    return page([*say("The force has met most of its aims in the year", 60, 90 + 11 * number, 0), turned], number)


CHAPTERS = ("Roads", "Roads", "Crime", "Crime", "Money", "People")


def test_names_of_chapters_turned_at_the_outer_edges_of_most_pages_are_furniture():
    pages = [with_turned(number, text, 5.0 if number % 2 else 585.0) for number, text in enumerate(CHAPTERS, 1)]

    assert [item.line.text for item in take_furniture(pages)[0]] == list(CHAPTERS)


def test_words_turned_within_the_page_are_none():
    pages = [with_turned(number, text, 90.0) for number, text in enumerate(CHAPTERS, 1)]

    assert take_furniture(pages)[0] == []


@pytest.mark.parametrize(("x0", "is_furniture"), [(589, True), (540, False)])
def test_numbers_of_chapters_where_nothing_is_printed_need_no_tab(x0, is_furniture):
    texts = [say("The force has met most of its aims", 60, 90 + 11 * n, 0) for n in range(6)]
    pages = [page([*text, word(str(n // 2), x0, 150 + 20 * n, 99)], n) for n, text in enumerate(texts, 1)]

    assert bool(take_furniture(pages)[0]) is is_furniture
