"""Titles that open the first line of their paragraph, where the outline names them."""

import pytest
from pages import BIG, BODY, BOLD, PROSE, SPACE, Sheet, numbers, outline, read, texts

from reportparse.pdf import Bookmark

NAMES = ("Early help", "Safe places to go", "Rural crime", "Roads")


def run_in(style, stop="", number=""):
    """A page whose paragraphs each begin with a title in `style`, and behind it the words of the text."""
    sheet = Sheet(1).line("What we did", style=BIG).skip(SPACE)
    for place, name in enumerate(NAMES, 4):
        before = sheet.y
        x0 = 60.0 if not number else 60.0 + 0.5 * BODY.size * len(f"{place}.") + 0.28 * BODY.size
        if number:
            sheet.line(f"{place}.", 60.0, y=before)
        sheet.line(name + stop, x0, style, before)
        width = sum(0.5 * len(word) + 0.28 for word in (name + stop).split()) * BODY.size
        sheet.line("The force has worked with", x0 + width, y=before)
        sheet.line("its partners for the whole of the year.").skip(SPACE)
    return sheet


def entries(*names):
    return [Bookmark("What we did", 1, 1, None), *[Bookmark(name, 2, 1, None) for name in names]]


TEXT = "The force has worked with its partners for the whole of the year."


@pytest.mark.parametrize(("style", "stop"), [(BOLD, ""), (BOLD, "."), (BODY, ".")])
@pytest.mark.parametrize("number", ["", "#."])
def test_titles_that_run_in_are_headings_where_the_outline_names_them(style, stop, number):
    structure = read(run_in(style, stop, number), bookmarks=entries(*NAMES))

    assert outline(structure) == [(1, "What we did"), *[(2, name + stop) for name in NAMES]]
    assert texts(structure) == [TEXT] * 4
    assert numbers(structure) == (["4", "5", "6", "7"] if number else [None] * 4)


@pytest.mark.parametrize(("style", "named"), [(BODY, NAMES), (BOLD, ())])
def test_words_in_the_type_of_the_text_or_without_a_name_run_on(style, named):
    structure = read(run_in(style), bookmarks=entries(*named))

    assert texts(structure)[1:] == [f"{name} {TEXT}" for name in NAMES]


def test_a_paragraph_that_begins_with_the_words_of_a_heading_is_whole():
    sheet = run_in(BOLD).line("Early help", style=BIG).skip(SPACE).say(PROSE)

    assert f"Early help {TEXT}" in texts(read(sheet, bookmarks=entries("Early help")))
