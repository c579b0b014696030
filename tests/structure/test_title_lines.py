"""Titles whose lines are set in types of their own."""

import pytest
from pages import BIG, BODY, BOLD, PROSE, Sheet, outline, read, texts

from reportparse.pdf import Bookmark, Tag

TITLES = (("Heddlua gwledig", "Rural policing"), ("Dioddefwyr", "Victims"), ("Cyllid", "Costs"), ("Y ffyrdd", "Roads"))
UPPER, LOWER = BIG._replace(size=18.0, color=(160, 30, 40)), BIG._replace(size=18.0, is_bold=False)
JOINED = [(1, " ".join(title)) for title in TITLES]


def chapters(lower=LOWER, titles=TITLES):
    """A cover, and a page for each title of two lines."""
    sheets = [Sheet(1).say(PROSE)]
    for number, (above, below) in enumerate(titles, 2):
        sheet = Sheet(number).line(above, style=UPPER, mark=1)
        if below:
            sheet.line(below, style=lower, mark=2)
        sheets.append(sheet.skip(8).say(PROSE).say(PROSE))
    return sheets


def test_two_large_types_that_always_come_together_are_those_of_one_title():
    assert outline(read(*chapters())) == JOINED


def test_types_that_come_apart_are_those_of_two_headings():
    titles = outline(read(*chapters(titles=[*TITLES[:3], ("Y ffyrdd", ""), ("Y dyfodol", "")])))

    assert [title for _, title in titles[:3]] == ["Heddlua gwledig", "Rural policing", "Dioddefwyr"]


def test_a_small_heading_below_a_large_one_is_its_own():
    assert outline(read(*chapters(BOLD)))[:2] == [(1, "Heddlua gwledig"), (2, "Rural policing")]


SMALLER = LOWER._replace(size=13.0)


def test_a_much_smaller_line_as_near_as_the_title_s_own_would_be_is_of_it():
    sheets = [Sheet(1).say(PROSE)]
    for number, (above, below) in enumerate(TITLES, 2):
        sheet = Sheet(number).line(above, style=UPPER)
        sheets.append(sheet.skip(-2).line(below, style=SMALLER).skip(8).say(PROSE).say(PROSE))

    assert outline(read(*sheets)) == JOINED


@pytest.mark.parametrize(("size", "skip"), [(13.0, 3), (12.0, 3), (10.0, -2)])
def test_a_smaller_line_further_off_or_hardly_larger_than_the_text_is_a_heading_of_its_own(size, skip):
    sheets = [Sheet(1).say(PROSE)]
    for number, (above, below) in enumerate(TITLES, 2):
        sheet = Sheet(number).line(above, style=UPPER).skip(skip).line(below, style=BOLD._replace(size=size))
        sheets.append(sheet.skip(8).say(PROSE).say(PROSE))

    assert outline(read(*sheets))[:2] == [(1, "Heddlua gwledig"), (2, "Rural policing")]


def test_an_entry_of_the_outline_names_both_lines_of_a_title():
    below = BODY._replace(size=12.0)
    bookmarks = [Bookmark("".join(title), 1, page, None) for page, title in enumerate(TITLES, 2)]

    assert outline(read(*chapters(below), bookmarks=bookmarks)) == JOINED


def test_an_outline_that_names_the_first_line_alone_tells_two_headings():
    bookmarks = [Bookmark(title, 1, page, None) for page, title in enumerate((first for first, _ in TITLES), 2)]

    assert outline(read(*chapters(), bookmarks=bookmarks))[0] == (1, "Heddlua gwledig")


@pytest.mark.parametrize("marks", [(1, 2), (1,)])
def test_a_heading_element_that_holds_both_lines_tells_one_title(marks):
    titles = ("Cyllid", "Finance"), ("Heddlua", "Policing"), ("Dioddefwyr", "Victims")
    sheet, tags = Sheet(1), []
    for place, (above, below) in enumerate(titles):
        first, second = 10 * place, 10 * place + 1
        sheet.line(above, style=BOLD, mark=first).line(below, mark=second).skip(8).say(PROSE).say(PROSE)
        tags.append(Tag("H1", (first, second)[: len(marks)], "", 1, 1, ()))

    found = outline(read(sheet, tags=tags))

    assert [title for _, title in found] == [" ".join(title) if len(marks) == 2 else title[0] for title in titles]


@pytest.mark.parametrize("stroke", ["|", "/"])
def test_a_line_that_ends_in_a_stroke_goes_on_in_the_other_language(stroke):
    titles = [(f"{above} {stroke}", below) for above, below in TITLES[:2]]
    sheets = chapters(titles=[titles[0], ("Cyllid", ""), ("Y ffyrdd", "")])

    assert outline(read(*sheets))[0] == (1, " ".join(titles[0]))


def test_titles_that_begin_in_bold_are_of_one_level_whatever_part_of_them_is_light():
    sheets = [Sheet(1).say(PROSE)]
    for number, (above, below) in enumerate((*TITLES, ("Ein pobl", "All the people who work for the force")), 2):
        sheet = Sheet(number).line(above, style=UPPER)
        width = 9.0 * len(above) + 5.04 * above.count(" ")  # as `Sheet` sets words
        sheet.line(f"| {below}", 60.0 + width, LOWER, y=sheet.y - 21.6).skip(8)
        sheets.append(sheet.line("What was done", style=BOLD).skip(8).say(PROSE).say(PROSE))

    assert [level for level, _ in outline(read(*sheets))] == [1, 2] * 5


def test_a_title_far_right_on_a_cover_is_broken_where_the_text_of_the_report_ends():
    cover = Sheet(1).line("Saltmarsh Ports", 330.0, BIG).line("Authority", 330.0, BIG).skip(30)
    cover.line("Annual Report 2010/11", 330.0).skip(100).line("Five ports, one tide", 330.0)

    assert texts(read(cover, Sheet(2).say(PROSE).say(PROSE)))[0] == "Saltmarsh Ports Authority"
