"""Boxes, quotations and lists as designs set them: drawn small, and read as a whole."""

from itertools import zip_longest

import pytest
from test_designs import BOLD, PROSE, SLANTED, read, texts

LONG = [*PROSE, *PROSE, *PROSE]


def test_a_slanted_line_over_upright_text_is_the_title_of_a_box():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.rule(60, 400, foot + 6)
        sheet.say("On the towpath", 180, foot + 22, font=SLANTED)
        end = sheet.prose(80, foot + 40)
        sheet.rule(60, 400, end + 2)
        sheet.prose(60, end + 30)

    assert [callout.title for callout in read(draw).callouts] == ["On the towpath"]


def test_slanted_words_beside_a_bar_are_a_quotation_and_no_box():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot + 6, 63, foot + 66, "#f2a900")
        sheet.say("To listen, to act, and to tell you what came of", 76, foot + 20, 13, SLANTED)
        sheet.say("it, whatever it may be that we have to say.", 76, foot + 38, 13, SLANTED)
        sheet.say("Every word of it will be read here.", 76, foot + 56, 13, SLANTED)
        sheet.prose(60, foot + 92)

    report = read(draw)

    assert report.callouts == []
    assert len(report.paragraphs) == 3


@pytest.mark.parametrize("cut", [2, 4])
def test_a_box_that_a_page_breaks_is_one_whatever_stands_beside_it(cut):
    def first(sheet):
        sheet.prose(60, 60, LONG)
        sheet.box(340, 700, 560, 790, "#e3eef6")
        sheet.say("Safe on the towpath", 352, 720, font=BOLD)
        for row, line in enumerate(PROSE[:cut]):
            sheet.say(line[:40], 352, 738 + 13 * row)
        sheet.say("Protecting people", 60, 750, 20, BOLD)

    def second(sheet):
        sheet.box(340, 40, 560, 110, "#e3eef6")
        for row, line in enumerate(PROSE[cut:] or PROSE[:2]):
            sheet.say(line[:40], 352, 60 + 13 * row)
        sheet.prose(60, 130, LONG)

    assert [callout.title for callout in read(first, second).callouts] == ["Safe on the towpath"]


def test_text_under_the_marker_of_an_item_goes_on_behind_the_list():
    """Where other items hang, and the last one fills its line."""

    def draw(sheet):
        y = sheet.prose(60, 60, [*PROSE, "The plan asks the chief constable, for all that time, to:"])
        for mark, lines in (("(a)", ["work with all who live in the towns of the county", "so that crime is stopped"]),
                            ("(b)", ["end the roads where so many have been killed, now."])):  # fmt: skip
            sheet.say(mark, 60, y)
            y = sheet.prose(76, y, lines)
        sheet.prose(60, y, ["Neighbours were asked in the autumn which of these", *PROSE[1:]])

    report = read(draw)

    assert [len(paragraph.items) for paragraph in report.paragraphs] == [2, 0]
    assert texts(report)[1].startswith("Neighbours were asked")


def test_items_go_on_below_the_end_of_one_that_a_column_breaks():
    def draw(sheet):
        foot = sheet.prose(60, 60, [*PROSE, "In the course of the year we have done all of this:"])
        sheet.say("(a)", 60, foot)
        sheet.prose(80, foot, ["opened a panel of those who watch what is said", "in court, and write it all down to"])
        y = sheet.prose(340, 60, ["see and hear;"])
        for mark, text in (("(b)", "trained those who stand at doors at night;"), ("(c)", "moved three stations.")):
            sheet.say(mark, 320, y)
            y = sheet.prose(340, y, [text])
        sheet.prose(320, y + 10)

    [paragraph, _] = read(draw).paragraphs

    assert [item.marker for item in paragraph.items] == ["(a)", "(b)", "(c)"]


def test_labels_that_nearly_touch_belong_to_the_figures_that_they_begin_under():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        for row, pairs in enumerate([
            (("4,203", "police officers in 2023"), ("2.9%", "less of each crime")),
            (("156", "guns"), ("2,964", "answers")),
        ]):  # fmt: skip
            x = 60
            for number, label in pairs:
                sheet.say(number, x, foot + 24 + 44 * row, 18)
                sheet.say(label, x, foot + 36 + 44 * row, 8.5)
                x = 66 + sheet.canvas.stringWidth("police officers in 2023", "Helvetica", 8.5) - 2
        sheet.prose(60, foot + 110)

    report = read(lambda sheet: sheet.prose(60, 60), draw)

    assert [picture.labels for picture in report.pictures] == [
        ["4,203", "police officers in 2023"], ["2.9%", "less of each crime"], ["156", "guns"], ["2,964", "answers"]
    ]  # fmt: skip
    assert report.tables == []


def test_a_title_in_a_bar_of_two_lines_is_one_heading():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot, 500, foot + 28, "#14505a")
        sheet.box(60, foot + 28, 500, foot + 56, "#14505a")
        sheet.say("Theme 4: Strengthening communities and growing the", 70, foot + 19, 15, BOLD, "#ffffff")
        sheet.say("Economy", 70, foot + 47, 15, BOLD, "#ffffff")
        sheet.prose(60, foot + 80)

    sections = read(lambda sheet: sheet.prose(60, 60), draw).sections

    assert [section.title for section in sections] == ["Theme 4: Strengthening communities and growing the Economy"]


@pytest.mark.parametrize("is_column", [False, True])
def test_a_title_that_a_break_tears_off_its_box_is_the_title_of_the_box(is_column):
    def title(sheet):
        sheet.box(60, 740, 310, 770, "#eeeeee")
        sheet.say("Safe on the towpath", 70, 758, 11, BOLD)

    def box(sheet, x):
        sheet.box(x, 50, x + 250, 120, "#eeeeee")
        sheet.prose(x + 10, 70, [line[:40] for line in PROSE])

    def first(sheet):
        sheet.prose(60, 60, LONG)
        title(sheet)
        if is_column:
            box(sheet, 330)
            sheet.prose(330, 150, [line[:40] for line in LONG])

    def second(sheet):
        if not is_column:
            box(sheet, 60)
        sheet.prose(60, 150, LONG)

    report = read(first, second)

    assert [callout.title for callout in report.callouts] == ["Safe on the towpath"]
    assert report.sections == []


@pytest.mark.parametrize("heights", [(30, 30, 30), (30, 260, 30)])
def test_bars_in_a_row_on_one_ground_are_titles_of_boxes(heights):
    titles = ("On the road", "In the towns", "At the desk")

    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot + 8, 540, foot + 260, "#e8f0d8")
        for place, (title, height) in enumerate(zip(titles, heights, strict=True)):
            x0 = 60 + 160 * place
            sheet.box(x0, foot, x0 + 160, foot + height, "#0a4a8a" if height < 100 else "#d8e0f0")
            sheet.say(title, x0 + 10, foot + 20, 10, BOLD, "#ffffff" if height < 100 else "#000000")
            sheet.prose(x0 + 10, foot + 50, [line[:28] for line in PROSE])

    report = read(lambda sheet: sheet.prose(60, 60), draw)

    assert [callout.title for callout in report.callouts] == list(titles)
    assert report.sections == []


@pytest.mark.parametrize("gap", [0, 12])
def test_bars_side_by_side_each_on_a_box_of_its_own_are_titles_of_boxes(gap):
    titles = ("On the road", "In the towns")

    def draw(sheet):
        foot = sheet.prose(60, 60)
        for place, title in enumerate(titles):
            x0 = 60 + (200 + gap) * place
            sheet.box(x0, foot, x0 + 200, foot + 130, "#e8f0d8" if gap or place else "#f0e0d8")
            sheet.box(x0, foot, x0 + 200, foot + 24, "#0a4a8a")
            sheet.say(title, x0 + 10, foot + 16, 10, BOLD, "#ffffff")
            sheet.prose(x0 + 10, foot + 50, [line[:28] for line in PROSE])
        sheet.prose(60, foot + 160)

    report = read(lambda sheet: sheet.prose(60, 60), draw)

    assert [callout.title for callout in report.callouts] == list(titles)
    assert report.sections == []


def test_who_is_quoted_may_stand_behind_the_end_of_the_quotation_in_other_type():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.say("“You come on a wet night, and nobody knows of it before you", 90, foot + 30, 14, SLANTED)
        sheet.say("come. So it is.”", 90, foot + 47, 14, SLANTED)
        sheet.say("– A visitor who has been one for all of the year", 200, foot + 47, 9)
        sheet.prose(60, foot + 90)

    assert len(texts(read(draw))) == 3


def test_what_somebody_says_in_a_box_over_the_name_is_no_title():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot + 10, 500, foot + 80, "#eeeeee")
        sheet.say("“They came when they had said that they would come.”", 70, foot + 34, 13, SLANTED)
        sheet.say("A farmer at the market who had called them once", 70, foot + 60)
        sheet.prose(60, foot + 110)

    (callout,) = read(draw).callouts

    assert callout.title is None
    assert len(callout.paragraphs) == 2


@pytest.mark.parametrize(
    ("who", "count"), [("Pastor Jane Marsh, church hall", 0), ("She told this to all who met her there.", 1)]
)
def test_what_is_pulled_out_between_two_lines_is_no_callout_with_the_name_of_who_said_it(who, count):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.rule(60, 400, foot + 10)
        sheet.say("“It has bought us a hall, and it has also bought", 60, foot + 34, 14)
        sheet.say("two years in which no window was broken.”", 60, foot + 52, 14)
        sheet.say(who, 60, foot + 72, 8, BOLD)
        sheet.rule(60, 400, foot + 84)
        sheet.prose(60, foot + 110)

    assert len(read(draw).callouts) == count


@pytest.mark.parametrize(("more", "count"), [("", 0), ("All of it is told on the pages that follow.", 1)])
def test_a_box_on_a_cover_is_none_of_text(more, count):
    def cover(sheet):
        sheet.say("Annual Report", 70, 160, 28, BOLD)
        sheet.box(60, 300, 500, 380, "#dde6ee")
        sheet.say("Date of the meeting at the county hall: 4 July", 70, 330)
        sheet.say("Told by the chief executive of the office", 70, 360, 10, BOLD)
        sheet.say(more, 70, 500)

    report = read(cover, lambda sheet: sheet.prose(60, 60))

    assert len(report.callouts) == count


@pytest.mark.parametrize(("size", "count"), [(14, 0), (10, 1)])
def test_one_line_set_as_titles_are_is_no_box_of_text(size, count):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot + 10, 560, foot + 40, "#dde6ee")
        sheet.say("What we did for those who wait for an answer", 70, foot + 30, size)
        sheet.prose(60, foot + 60)

    assert len(read(lambda sheet: sheet.prose(60, 60), draw).callouts) == count


def test_numbers_in_discs_count_items_whose_middle_or_first_line_they_stand_beside():
    def draw(sheet):
        y = sheet.prose(60, 60) + 10
        sheet.say("We promised three things to those who wait:", 60, y)
        items = (["To answer each call in ten seconds,", "by day and by night"], ["To be there soon"], ["To tell all"])
        for number, lines in enumerate(items, 1):
            y += 24
            middle = y + 6.5 * (len(lines) - 1)
            sheet.canvas.setFillColor("#205080")
            sheet.canvas.circle(70, 800 - middle + 3, 9, stroke=0, fill=1)
            sheet.say(str(number), 67, middle, 10, BOLD, "#ffffff")
            for row, line in enumerate(lines):
                sheet.say(line, 90, y + 13 * row)
            y += 13 * (len(lines) - 1)
        sheet.prose(60, y + 40)

    before, listed, after = read(draw).paragraphs

    assert [(item.marker, item.text) for item in listed.items] == [
        ("1", "To answer each call in ten seconds, by day and by night"),
        ("2", "To be there soon"),
        ("3", "To tell all"),
    ]
    assert before.items == after.items == []


TICK, CROSS = ((0, 4), (3, 0), (9, 8)), ((0, 0), (9, 8), (9, 0), (0, 8))
LETTER, HOUSE = ((0, 0), (9, 0), (9, 6), (0, 6), (0, 0)), ((0, 0), (0, 5), (4, 9), (9, 5), (9, 0))


@pytest.mark.parametrize(
    ("signs", "is_on_disc", "found"),
    [
        ((TICK, TICK, TICK), False, 3),
        ((TICK, CROSS, TICK), False, 3),
        ((TICK, TICK, TICK), True, 3),
        ((TICK,), False, 0),
        ((LETTER, HOUSE), False, 0),
        ((LETTER, HOUSE, CROSS), True, 0),
    ],
)
def test_signs_as_large_as_letters_mark_items_where_one_of_them_comes_again(signs, is_on_disc, found):
    def draw(sheet):
        y = sheet.prose(60, 60) + 10
        sheet.say("We have done this:", 60, y)
        for sign, text in zip_longest(signs, ("Met all of the partners", "Told those who wait", "Kept the cost down")):
            y += 18
            if sign is not None:
                sheet.canvas.setLineWidth(1.5)
                path = sheet.canvas.beginPath()
                scale = 0.6 if is_on_disc else 1.0
                for place, (dx, dy) in enumerate(sign):
                    (path.lineTo if place else path.moveTo)(62 + scale * dx, 800 - y + scale * dy)
                if is_on_disc:
                    sheet.canvas.circle(62 + 2.7, 800 - y + 2.7, 5, stroke=1, fill=0)
                sheet.canvas.drawPath(path)
            sheet.say(text, 80, y)
        sheet.prose(60, y + 40)

    assert sum(len(paragraph.items) for paragraph in read(draw).paragraphs) == found


def test_a_tick_alone_at_the_head_of_the_next_column_is_of_the_list():
    def draw(sheet):
        y = sheet.prose(60, 60) + 10
        texts = ("Met all of the partners", "Told those who wait", "Kept the cost down")
        places = ((60, y + 18), (60, y + 36), (330, 60))
        sheet.canvas.setLineWidth(1.5)
        for text, (x0, level) in zip(texts, places, strict=True):
            path = sheet.canvas.beginPath()
            for place, (dx, dy) in enumerate(TICK):
                (path.lineTo if place else path.moveTo)(x0 + 2 + dx, 800 - level + dy)
            sheet.canvas.drawPath(path)
            sheet.say(text, x0 + 20, level)
        sheet.prose(330, 90)

    assert sum(len(paragraph.items) for paragraph in read(draw).paragraphs) == 3


@pytest.mark.parametrize("place", ["on the box", "in the box"])
@pytest.mark.parametrize(("size", "title"), [(8, "Case study The towpath at night"), (13, "The towpath at night")])
def test_a_tag_over_the_title_of_a_box_in_smaller_type_is_part_of_the_title(place, size, title):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        top = foot + 40
        if place == "on the box":
            sheet.box(60, top - 22, 160, top, "#99ccbb")
        sheet.box(60, top if place == "on the box" else top - 22, 400, top + 130, "#eef4f8")
        sheet.say("Case study", 70, top - 6, size, BOLD)
        sheet.say("The towpath at night", 70, top + 20, 12, BOLD)
        sheet.prose(70, top + 40)

    (callout,) = read(draw).callouts

    assert callout.title == title
