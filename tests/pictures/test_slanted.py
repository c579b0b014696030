"""Labels set aslant and lines drawn as dashes, put together from their pieces."""

import pytest

from reportparse.pdf import Style, Word
from reportparse.pictures.dashes import join_dashes
from reportparse.pictures.slanted import is_slanted, split_slanted

STYLE = Style("Sans", 7.0, is_bold=False, is_italic=False, color=(0, 0, 0))


def word(order, text, x0, top, x1, bottom, *, is_glued=False):
    return Word(text, x0, top, x1, bottom, bottom - 1, STYLE, 0, is_glued, -1, order)


def dash(x0, x1):
    return [("m", x0, 10.0), ("l", x1, 10.0), ("l", x1, 11.5), ("l", x0, 11.5), ("l", x0, 10.0)]


def test_words_that_rise_one_after_the_other_are_one_label():
    words = [
        word(1, "England", 80, 350, 101, 371), word(2, "and", 97, 342, 109, 354), word(3, "Wales", 105, 330, 121, 346),
        word(4, "West", 149, 349, 163, 363),
    ]  # fmt: skip
    slanted, rest = split_slanted(words)

    assert [[word.text for word in group] for group in slanted] == [["England", "and", "Wales"], ["West"]]
    assert rest == []


def test_labels_that_begin_beside_each_other_are_several():
    months = [("Apr-22", 0.0), ("May-22", 1.0), ("Jun-22", 3.4), ("Jul-22", 6.0)]
    words = [
        word(place, text, 100 + 31.75 * place, 350 - rise, 132 + 31.75 * place, 382 - rise)
        for place, (text, rise) in enumerate(months)
    ]

    assert [len(group) for group in split_slanted(words)[0]] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("width", "angle", "wanted"), [(19, 270, True), (9, 270, False), (19, 0, True), (19, 180, False)]
)  # fmt: skip
def test_a_steep_word_is_aslant_and_an_upended_one_is_not(width, angle, wanted):
    steep = word(1, "Apr-22", 86, 470, 86 + width, 496)._replace(angle=angle)

    assert is_slanted(steep) == wanted


def test_upright_words_are_no_slanted_labels():
    words = [word(1, "Violence", 10, 10, 40, 18), word(2, "against", 12, 19, 38, 27), word(3, "2020", 60, 10, 76, 18)]

    assert split_slanted(words) == ([], words)


def test_dashes_in_a_row_are_one_line_through_their_middles():
    assert join_dashes([dash(0.0, 5.0), dash(8.0, 13.0)]) == [[(0, 10.75), (5, 10.75)], [(8, 10.75), (13, 10.75)]]


@pytest.mark.parametrize("second", [(80.0, 85.0), (4.0, 9.0)])
def test_boxes_that_follow_no_line_are_no_dashes(second):
    assert join_dashes([dash(0.0, 5.0), dash(*second)]) is None
