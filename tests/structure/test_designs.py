"""What designs of reports do that were met on pages of other typesetters: drawn small, and read as a whole."""

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

PROSE = (
    "The force has worked with all of its partners for the",
    "whole of the year and has met most of the aims that",
    "the plan set out at the start, and the two of them that",
    "are left will need another year of work to be done.",
)
FONTS = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"
PLAIN, BOLD, SLANTED = range(3)


class Sheet:
    """A page that is written on from top to bottom, in points from its upper left corner."""

    def __init__(self, canvas):
        self.canvas = canvas

    def say(self, text, x=60, y=60, size=10, font=PLAIN, color="#000000"):
        self.canvas.setFont(FONTS[font], size)
        self.canvas.setFillColor(HexColor(color))
        self.canvas.drawString(x, 800 - y, text)

    def prose(self, x, y, lines=PROSE):
        for row, line in enumerate(lines):
            self.say(line, x, y + 13 * row)
        return y + 13 * len(lines)

    def box(self, x0, top, x1, bottom, fill=None):
        if fill:
            self.canvas.setFillColor(HexColor(fill))
        self.canvas.setStrokeColor(HexColor("#b0204a"))
        self.canvas.rect(x0, 800 - bottom, x1 - x0, bottom - top, stroke=not fill, fill=bool(fill))

    def rule(self, x0, x1, y):
        self.canvas.setStrokeColor(HexColor("#222222"))
        self.canvas.line(x0, 800 - y, x1, 800 - y)


def read(*draws):
    """The report of pages that functions draw on sheets."""
    return reportparse.parse(draw_pdf(*[lambda canvas, draw=draw: draw(Sheet(canvas)) for draw in draws]))


def begin(sheet):
    """A page of text, so that the one below it is none of a cover."""
    foot = 60
    for _ in range(4):
        foot = sheet.prose(60, foot) + 8


def texts(report):
    return [paragraph.text for paragraph in report.paragraphs]


@pytest.mark.parametrize("bar", ["in the box", "on the box"])
def test_a_bar_of_colour_at_the_head_of_a_box_holds_its_title(bar):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        top = foot + 10
        sheet.box(60, top if bar == "in the box" else top + 24, 400, top + 90)
        sheet.box(60, top, 400, top + 24, "#b0204a")
        sheet.say("Safe on the towpath", 72, top + 16, font=BOLD, color="#ffffff")
        sheet.prose(72, top + 42)
        sheet.prose(60, top + 115)

    report = read(draw)

    assert [callout.title for callout in report.callouts] == ["Safe on the towpath"]
    assert [paragraph.callout for paragraph in report.paragraphs] == [None, "k1", None]


def test_a_small_bullet_set_higher_than_its_text_begins_an_item():
    items = ["more officers in the towns", "fewer calls that are lost", "a plan for each street"]

    def draw(sheet):
        foot = sheet.prose(60, 60, [*PROSE[:3], "are left are these:"])
        for row, text in enumerate(items):
            sheet.say("•", 60, foot + 20 * row + 2.5, size=6)
            sheet.say(text, 74, foot + 20 * row + 5)

    [paragraph] = read(draw).paragraphs

    assert [item.text for item in paragraph.items] == items


def test_a_text_goes_on_in_the_next_column_behind_a_colon_with_a_small_letter():
    def draw(sheet):
        sheet.prose(60, 60, [*PROSE, "This report tells those who read it what we have found:"])
        sheet.prose(320, 60, ["much that is better than it was in the year before, and", *PROSE[1:]])

    assert len(texts(read(draw))) == 1


@pytest.mark.parametrize(("font", "size"), [(BOLD, 9.5), (SLANTED, 9.5), (BOLD, 11.2)])
def test_a_title_at_the_edge_of_the_text_names_the_chart_below_it(font, size):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.say("Crimes in two years", 60, foot + 24, size, font)
        for place, (value, high) in enumerate(((64, 90), (40, 56))):
            x = 100 + 150 * place
            sheet.box(x, foot + 140 - high, x + 80, foot + 140, "#b0204a")
            sheet.say(str(value), x + 34, foot + 137 - high, 7)
            sheet.say(f"20{20 + place}", x + 30, foot + 150, 7)
        sheet.rule(60, 380, foot + 140)
        sheet.prose(60, foot + 180)

    report = read(draw)

    assert [picture.caption for picture in report.pictures] == ["Crimes in two years"]
    assert len(report.paragraphs) == 2
    assert report.sections == []


def test_right_aligned_letters_behind_a_short_introduction_are_items():
    items = ["work with residents of the towns;", "stop those who harm women;", "end the trade of county lines."]
    marks = ["(a)", "(b)", "(c)"]

    def draw(sheet):
        foot = sheet.prose(60, 60, [*PROSE, "In the course of the year we"])
        for row, (mark, text) in enumerate(zip(marks, items, strict=True)):
            sheet.say(mark, (62, 59, 65)[row], foot + 13 * row)
            sheet.say(text, 80, foot + 13 * row)
        sheet.prose(60, foot + 50)

    paragraph = read(draw).paragraphs[0]

    assert [(item.marker, item.text) for item in paragraph.items] == list(zip(marks, items, strict=True))


def test_lines_of_a_cover_in_larger_type_stand_for_themselves():
    lines = ["Office of the Police and Crime Commissioner", "Report to the Police and Crime Panel", "1 April to 31 May"]

    def cover(sheet):
        sheet.say("Annual Report", y=200, size=30, font=BOLD)
        for row, line in enumerate(lines):
            sheet.say(line, 60, 260 + 18 * row, 14)

    def page(sheet):
        sheet.prose(60, 60)
        sheet.prose(320, 60)

    assert texts(read(cover, page))[:4] == ["Annual Report", *lines]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Adroddiad Heddlu", "Police Report", 2),
        ("Annual", "Report", 1),
        ("Making our", "communities safer", 1),
        ("A Report of", "The Commissioner", 1),
    ],
)
def test_lines_of_a_cover_in_colours_of_their_own_that_are_whole_stand_for_themselves(first, second, count):
    def cover(sheet):
        sheet.say(first, y=200, size=30, font=BOLD, color="#7a1f3d")
        sheet.say(second, y=236, size=30, font=BOLD)

    found = texts(read(cover, lambda sheet: sheet.prose(60, 60)))

    assert found[:-1] == ([first, second] if count == 2 else [f"{first} {second}"])


def test_lines_drawn_between_columns_part_them_however_short_they_are():
    def draw(sheet):
        sheet.say("Looking ahead", size=20, font=BOLD)
        sheet.prose(60, 100, ["In the year to come I shall", "ask the force for a plan of"])
        sheet.prose(230, 100, ["what it does about fraud."])
        sheet.prose(230, 121, ["Write to us at our office,"])
        sheet.prose(400, 100, ["Box 99, where all letters", "are read by us."])
        for x in (215, 385):
            sheet.canvas.line(x, 708, x, 676)

    assert texts(read(draw))[-1] == "Write to us at our office, Box 99, where all letters are read by us."


def test_a_value_of_several_lines_is_one_paragraph_with_its_label():
    def form(sheet):
        office, auditors = ["The Old Mill", "4 Weir Lane", "Upper Weston"], ["Lamb and Hare", "1 The Quay"]
        for y, label, lines in ((60, "Office:", office), (120, "Auditors:", auditors)):
            sheet.say(label, 60, y)
            for place, text in enumerate(lines):
                sheet.say(text, 200, y + 14 * place)
        sheet.prose(60, 220)

    assert texts(read(form))[:2] == [
        "Office: The Old Mill 4 Weir Lane Upper Weston", "Auditors: Lamb and Hare 1 The Quay",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("end", "count"), [("and the share of them has grown by", 3), ("and in the towns it has grown so", 4)]
)
def test_a_sentence_that_ends_in_the_air_goes_on_in_the_next_page_wherever_that_begins(end, count):
    def first(sheet):
        sheet.prose(60, 60)
        sheet.say("The number of those who were asked and told of their own", 60, 200)
        sheet.say(f"case is as high as ever {end}", 60, 214)

    def second(sheet):
        sheet.say("2.5 points over the whole of the year that the plan is for,", 100, 200)
        sheet.say("which is the most that anybody has seen in it.", 100, 214)
        sheet.prose(60, 260)

    assert len(texts(read(first, second))) == count


def test_a_bracket_that_is_open_at_the_end_of_a_page_goes_on_in_the_next_one():
    def first(sheet):
        sheet.prose(60, 60)
        sheet.say("Two kinds of them have grown in each of the years (letters etc.", 60, 200)

    def second(sheet):
        sheet.say("that were meant to harm, and calls) and will be watched.", 60, 60)
        sheet.prose(60, 100)

    assert len(texts(read(first, second))) == 3
