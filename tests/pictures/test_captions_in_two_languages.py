"""Captions of pictures that are told twice, one below the other."""

import pytest

from reportparse.geometry import Box
from reportparse.layout.lines import find_lines
from reportparse.pdf import Page, Style, Word
from reportparse.pictures.named import name_pictures
from reportparse.pictures.records import Picture

BOLD = Style("Sans", 10.0, True, False, (0, 0, 0))
SLANTED = BOLD._replace(is_bold=False, is_italic=True)
ENGLISH, WELSH = "Chart 1: Calls by quarter", "Siart 1: Galwadau fesul chwarter"


def say(text, baseline, style, order):
    words, x0 = [], 60.0
    for at, part in enumerate(text.split()):
        x1 = x0 + 5.0 * len(part)
        words.append(Word(part, x0, baseline - 8, x1, baseline + 2, baseline, style, 0, False, -1, order + at))
        x0 = x1 + 2.5
    return words


def name(upper, lower, own=()):
    """The caption of a chart below two lines; `own` are the words that were found to stand in it."""
    words = [*say(upper, 80.0, BOLD, 0), *say(lower, 92.0, SLANTED, 20)]
    labels = find_lines(1, say(own, 92.0, SLANTED, 20)) if own else []
    picture = Picture("g1", "chart", 1, Box(60, 84.0 if own else 98.0, 500, 300), lines=labels)
    page = Page(1, "1", Box(0, 0, 600, 800), 0, tuple(words), (), (), (), (), (), (), (), ())
    return name_pictures(page, [picture])[0].caption


@pytest.mark.parametrize("own", ["", WELSH])
def test_a_caption_in_both_languages_is_one_also_where_the_drawing_holds_the_lower_line(own):
    assert name(ENGLISH, WELSH, own) == f"{ENGLISH} {WELSH}"


def test_the_caption_of_another_picture_above_is_none_of_it():
    assert name(ENGLISH, "Siart 2: Galwadau") == "Siart 2: Galwadau"
