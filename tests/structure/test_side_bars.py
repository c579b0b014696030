"""Side bars with words pulled out of the text, boxes of dashes, and what goes on round them."""

import pytest
from pages import BODY, BOLD, PROSE, SMALL, Sheet, outline, read, texts, tree

from reportparse.geometry import Box
from reportparse.pdf import Path

PULLED = BODY._replace(size=14.0, is_italic=True, color=(181, 23, 158))
HALF = "The force has worked with its partners for the whole of the year and goes on"


def side_bar(sheet, lines, *, left=440.0, style=PULLED):
    """A ground from top to bottom, and a few lines on it."""
    sheet.box(left - 15, 0.0, left + 145, 800.0)
    for at, line in enumerate(lines):
        sheet.line(line, left, style, 180.0 + 18 * at)
    return sheet


def page(number, *paragraphs, heading=None):
    sheet = Sheet(number)
    if heading:
        sheet.line(heading, style=BOLD).skip(6)
    for text in paragraphs:
        sheet.say(text, width=330.0)
    return sheet


def test_words_pulled_out_into_a_side_bar_are_a_strip_and_no_heading():
    lines = ["£121 million", "saved in all"]

    structure = read(Sheet(1).line("Cover"), side_bar(page(2, *[PROSE] * 4, heading="What it cost"), lines))

    assert outline(structure) == [(1, "What it cost")]
    assert [strip.labels for strip in structure.strips] == [[" ".join(lines)]]
    assert texts(structure)[1:] == [PROSE] * 4


def test_a_quotation_in_a_side_bar_heads_nothing():
    first = side_bar(page(2, *[PROSE] * 4, heading="What we did"), ["We were glad", "of every hand"])

    structure = read(Sheet(1).line("Cover"), first, page(3, PROSE, heading="What it cost"))

    assert [title for _, title in outline(structure)] == ["What we did", "What it cost"]


def test_text_goes_on_over_the_page_past_a_side_bar():
    first = side_bar(page(2, PROSE, HALF), ["1,204 people", "were trained"])
    first.y = 780.0

    structure = read(Sheet(1).line("Cover"), first, page(3, "with this work in the years to come."))

    assert texts(structure)[-1] == f"{HALF} with this work in the years to come."


@pytest.mark.parametrize("bullet", ["»", "›", "→", "▸", "❯"])
def test_signs_that_point_to_the_right_open_items(bullet):
    sheet = Sheet(1).say("The force did this:")
    for text in ("It trained officers.", "It opened a desk."):
        sheet.line(f"{bullet} {text}", 80.0)

    (paragraph,) = read(sheet).paragraphs

    assert tree(paragraph.items) == [(bullet, "It trained officers.", []), (bullet, "It opened a desk.", [])]


def dashes(x0, top, x1, bottom):
    """A line of many short boxes, drawn at once."""
    points = tuple(("l", x0 + (x1 - x0) * at / 40, top if at % 2 else bottom) for at in range(41))
    return Path(Box(x0, top, x1, bottom), (139, 69, 19), None, 0.0, points, 0)


def test_lines_of_dashes_draw_a_box():
    sheet = Sheet(1).say(PROSE).skip(20)
    top = sheet.y - 14
    sheet.line("Football for all", style=BOLD).skip(8).say(PROSE)
    bottom = sheet.y
    sheet.paths += [dashes(50, y, 480, y + 0.7) for y in (top, bottom)]
    sheet.paths += [dashes(x, top, x + 0.7, bottom) for x in (50, 479)]

    (callout,) = read(sheet.skip(20).say(PROSE)).callouts

    assert callout.title == "Football for all"


def test_a_note_in_brackets_at_the_end_of_a_chapter_is_a_footnote():
    first = Sheet(1).say("It was so in March 2020^1 and in the year after that.").say(PROSE)
    later = Sheet(2).say(PROSE).skip(200).line("[1] Before the first lockdown began.", style=SMALL)

    structure = read(first, later)

    assert [(note.marker, note.text) for note in structure.footnotes] == [("1", "Before the first lockdown began.")]


@pytest.mark.parametrize(("left", "y", "is_heading"), [(40.0, 90.0, True), (40.0, 500.0, False), (480.0, 90.0, False)])
def test_a_title_on_a_panel_of_a_slide_heads_the_text_beside_it(left, y, is_heading):
    sheets = [Sheet(1).line("Cover")]
    for number, title in enumerate(("Purpose", "Roads", "Money"), 2):
        sheet = Sheet(number).box(left - 30, 0.0, left + 140, 800.0)
        sheet.line(title, left, BOLD._replace(size=24.0, color=(255, 255, 255)), y)
        sheet.y = 90.0
        sheets.append(sheet.say(PROSE, 220.0 if left < 300 else 40.0, 240.0))

    titles = [title for _, title in outline(read(*sheets))]

    assert titles == (["Purpose", "Roads", "Money"] if is_heading else [])
