"""Two pages of a brochure on one page of the file: each half is read by itself."""

import pytest
from test_columns_of_brochures import column, first_words, heads
from test_lines_and_columns import page, say

from reportparse.geometry import Box
from reportparse.layout import mark_folds, order_pages, take_furniture


def spread(left, right, right_x=1150, size=(1200, 800), over=()):
    """Two columns with a heading on each half, and page numbers."""
    words = []
    for shift, name in ((0, "A"), (600, "B")):
        heads(words, 50 + shift, 80, f"{name}1")
        column(words, 50 + shift, 110, 8, f"{name}2")
        column(words, 320 + shift, 110, 8, f"{name}3")
        heads(words, 50 + shift, 300, f"{name}4")
        column(words, 50 + shift, 330, 8, f"{name}5")
    for x0, text in ((550, left), (right_x, right)):
        words += say(text, x0, 780, len(words))
    for text in over:
        words += say(text, 560, 400, len(words))
    return page(words)._replace(box=Box(0, 0, *size))


def test_the_left_page_of_a_spread_is_read_before_the_right_one():
    pages = mark_folds([spread("4", "5")])

    assert pages[0].fold == 600
    assert first_words(order_pages(pages)) == [f"{half}{place}" for half in "AB" for place in range(1, 6)]


@pytest.mark.parametrize(
    "one",
    [
        spread("4", "7"),  # numbers of something else
        spread("4", "5", right_x=1000),  # at other places
        spread("4", "5", over=["a line that reaches over the middle of the slide"]),
        spread("4", "5", size=(1200, 1000)),
    ],
)
def test_a_wide_page_is_no_spread_without_two_page_numbers_at_one_place_and_a_free_fold(one):
    assert mark_folds([one]) == [one]


def test_both_page_numbers_of_spreads_are_furniture():
    pages = [spread(str(2 * n), str(2 * n + 1))._replace(number=n, label=str(n)) for n in (2, 3, 4)]

    found, _ = take_furniture(mark_folds(pages))

    assert sorted(item.line.text for item in found if item.is_page_number) == ["4", "5", "6", "7", "8", "9"]
