"""Boxes as word processors draw them: a ground for each paragraph, a tint and lines for each cell, torn at any line."""

import pytest
from test_designs import BOLD, PROSE, read, texts

LONG = [*PROSE, *PROSE, *PROSE]
TITLE = "Safe on the towpath"
ITEMS = ["eleven lamps along the water;", "two wardens in the evening; and", "a telephone at each of the locks."]
TINT, OTHER = "#deeaf6", "#fbe4d5"


def shade(sheet, y, indents, tints=(TINT, TINT, TINT)):
    """A title with text, a list and text, each on a ground that begins as it does; returns where they end."""
    parts = ([*PROSE[:2], "What was done in the year:"], [f"• {item}" for item in ITEMS], PROSE[:2])
    for part, indent, tint in zip(parts, indents, tints, strict=True):
        head = part is parts[0]
        foot = y + 13 * (len(part) + head) + 4
        sheet.box(60 + indent, y, 420, foot, tint)
        if head:
            sheet.say(TITLE, 64, y + 11, font=BOLD)
        sheet.prose(64 + indent, y + 11 + 13 * head, part)
        y = foot
    return y


@pytest.mark.parametrize("indents", [(0, 0, 0), (0, 18, 0), (0, 36, 36)])
def test_grounds_of_paragraphs_that_touch_and_end_at_one_edge_are_one_box(indents):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.prose(60, shade(sheet, foot + 6, indents) + 24)

    report = read(draw)

    (box,) = report.callouts
    assert (box.title, len(box.paragraphs)) == (TITLE, 2)
    assert [[item.text for item in one.items] for one in report.paragraphs if one.callout] == [ITEMS, []]
    assert all(texts(report))


def test_grounds_of_two_colours_are_two_boxes():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.prose(60, shade(sheet, foot + 6, (0, 18, 18), (TINT, OTHER, OTHER)) + 24)

    assert len(read(draw).callouts) == 2


def test_a_ground_that_another_one_stands_beside_is_a_box_of_its_own():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot + 37, 98, foot + 85, OTHER)
        sheet.box(60, foot + 6, 420, foot + 37, TINT)
        sheet.prose(64, foot + 18, PROSE[:2])
        sheet.box(100, foot + 37, 420, foot + 85, TINT)
        sheet.prose(104, foot + 52, PROSE)
        sheet.prose(60, foot + 110)

    assert len(read(draw).callouts) == 2


@pytest.mark.parametrize("first", [1, 2])
def test_a_list_in_a_box_goes_on_behind_the_break_of_the_page(first):
    """Between two of its items, where no sentence is open."""

    def above(sheet):
        sheet.prose(60, 60, LONG)
        sheet.box(60, 700 - 13 * first, 420, 780, TINT)
        sheet.say(TITLE, 64, 714 - 13 * first, font=BOLD)
        foot = sheet.prose(64, 730 - 13 * first, [*PROSE[:2], "What was done in the year:"])
        sheet.prose(82, foot, [f"• {item}" for item in ITEMS[:first]])

    def below(sheet):
        sheet.box(60, 40, 420, 110, TINT)
        foot = sheet.prose(82, 54, [f"• {item}" for item in ITEMS[first:]])
        sheet.prose(64, foot, PROSE[:2])
        sheet.prose(60, 140, LONG)

    report = read(above, below)

    assert [callout.title for callout in report.callouts] == [TITLE]
    assert [item.text for one in report.paragraphs for item in one.items] == ITEMS
    assert all(texts(report))


@pytest.mark.parametrize("off", [0.3, 0.8])
def test_a_bar_is_the_title_of_a_cell_whose_tint_and_lines_are_drawn_apart(off):
    """The lines round the two cells of a table stand on its edges, half a point to either side."""

    def draw(sheet):
        foot = sheet.prose(60, 60)
        head, middle, end = foot + 6, foot + 24, foot + 84
        sheet.box(60, head, 420, middle, "#2f5496")
        sheet.box(60, middle, 420, end, "#f2f2f2")
        for top, bottom, out in ((head, middle, off), (middle, end, -off)):
            for y in (top, bottom):
                sheet.rule(60 - out, 420 + out, y + off)
            for x in (60 - out, 420 + out):
                sheet.canvas.line(x, 800 - top - off, x, 800 - bottom - off)
        sheet.say(TITLE, 64, head + 13, font=BOLD, color="#ffffff")
        sheet.prose(64, middle + 14, [*PROSE, *PROSE][:4])
        sheet.prose(60, end + 24)

    report = read(draw)

    assert [callout.title for callout in report.callouts] == [TITLE]
    assert report.sections == []
