"""Tabs, large quotation marks, lists of figures and pages without text, as designs have them."""

import pytest
from test_designs import BOLD, PROSE, SLANTED, read, texts


def test_a_tab_on_the_edge_of_a_box_holds_its_title():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot + 20, 400, foot + 100)
        sheet.box(72, foot + 11, 200, foot + 29, "#12355b")
        sheet.say("Safe on the towpath", 80, foot + 24, font=BOLD, color="#ffffff")
        sheet.prose(72, foot + 48)
        sheet.prose(60, foot + 125)

    assert [callout.title for callout in read(draw).callouts] == ["Safe on the towpath"]


def test_large_marks_of_quotation_are_no_text():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.say("“", 50, foot + 40, 48, BOLD, "#d7263d")
        sheet.say("I want residents to tell me what they think,", 80, foot + 24, 17)
        sheet.say("whether or not I shall like it.", 80, foot + 46, 17)
        sheet.say("”", 440, foot + 74, 48, BOLD, "#d7263d")
        sheet.prose(60, foot + 90)

    report = read(draw)

    assert texts(report)[1] == "I want residents to tell me what they think, whether or not I shall like it."
    assert len(report.paragraphs) == 3
    assert report.coverage.residue == 0


def test_the_foot_of_a_page_that_shows_nothing_else_is_furniture():
    def page(number, *, is_empty=False):
        def draw(sheet):
            if not is_empty:
                sheet.prose(60, 60)
                sheet.prose(60, 140)
            sheet.say(f"Annual Report of the Commissioner {number}", 360, 770, 8)

        return draw

    report = read(page(1), page(2, is_empty=True), page(3), page(4), page(5))

    assert not any("Annual Report" in text for text in texts(report))


@pytest.mark.parametrize("is_right", [False, True])
def test_labels_in_a_column_right_of_figures_belong_to_them(is_right):
    pairs = [("£279.1m", "revenue budget"), ("395", "officers more"), ("£9m", "won by bidding")]

    def draw(sheet):
        foot = sheet.prose(60, 60)
        for row, (figure, label) in enumerate(pairs):
            y = foot + 30 + 30 * row
            width = sheet.canvas.stringWidth(figure, "Helvetica-Bold", 20)
            sheet.say(figure, 150 - width if is_right else 60, y, 20, BOLD)
            sheet.say(label, 162 if is_right else 150, y - 4, 9)
        sheet.prose(60, foot + 130)

    report = read(lambda sheet: sheet.prose(60, 60), draw)

    assert [tuple(picture.labels) for picture in report.pictures] == pairs
    assert len(report.paragraphs) == 3


def test_a_title_left_of_its_level_bars_names_them():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.say("Crimes in two years", 60, foot + 20, 9.5, SLANTED)
        for row, (value, long) in enumerate(((64, 270), (40, 170))):
            y = foot + 36 + 26 * row
            sheet.box(140, y, 140 + long, y + 16, "#b0204a")
            sheet.say(f"20{20 + row}", 112, y + 11, 8)
            sheet.say(str(value), 144 + long, y + 11, 8)
        sheet.prose(60, foot + 120)

    report = read(lambda sheet: sheet.prose(60, 60), draw)

    assert [picture.caption for picture in report.pictures] == ["Crimes in two years"]
    assert report.sections == []


def test_words_in_a_margin_beside_figures_are_none_of_their_box():
    def draw(sheet):
        foot = sheet.prose(220, 60, [*PROSE, *PROSE])
        for row, line in enumerate(("To listen, to act,", "and to tell you", "what came of it.")):
            sheet.say(line, 50, foot + 24 + 16 * row, 13)
        for row, (figure, label) in enumerate((("40,873", "crimes"), ("1,605", "offences"), ("70", "robberies"))):
            sheet.say(figure, 220, foot + 30 + 34 * row, 20, BOLD)
            sheet.say(label, 310, foot + 27 + 34 * row, 9)
        sheet.prose(220, foot + 130)

    report = read(lambda sheet: sheet.prose(220, 60), draw)

    assert "To listen, to act, and to tell you what came of it." in texts(report)
    assert [picture.labels for picture in report.pictures] == [
        ["40,873", "crimes"], ["1,605", "offences"], ["70", "robberies"]
    ]  # fmt: skip


def test_the_name_of_a_box_may_be_in_a_face_whose_weight_nothing_tells():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot + 6, 400, foot + 90, "#e3eef6")
        sheet.canvas.setFillColorRGB(0, 0, 0)
        sheet.canvas.setFont("Times-Roman", 10)
        sheet.canvas.drawString(72, 800 - foot - 22, "Safe on the towpath")
        sheet.prose(72, foot + 42)

    assert [callout.title for callout in read(draw).callouts] == ["Safe on the towpath"]


def test_text_beside_a_strip_is_no_label_of_its_figures():
    def draw(sheet):
        for row, (figure, label) in enumerate((("£279.1m", "revenue budget"), ("395", "officers"), ("£9m", "won"))):
            for text, y, size, font in ((figure, 100, 17, BOLD), (label, 111, 8, 0)):
                width = sheet.canvas.stringWidth(text, "Helvetica-Bold" if font else "Helvetica", size)
                sheet.say(text, 140 - width / 2, y + 34 * row, size, font)
        sheet.prose(220, 60, [*PROSE, *PROSE, *PROSE])

    report = read(lambda sheet: sheet.prose(60, 60), draw)

    assert [picture.labels for picture in report.pictures] == [
        ["£279.1m", "revenue budget"], ["395", "officers"], ["£9m", "won"]
    ]  # fmt: skip


def test_columns_may_reach_over_the_ends_of_the_lines_between_them():
    def draw(sheet):
        sheet.say("expect.", 60, 60)
        sheet.prose(60, 86, PROSE * 4)
        sheet.prose(330, 60, ["not say. I listened to all three."])
        sheet.prose(330, 86, [*PROSE * 4, "The rest is told elsewhere."])
        sheet.canvas.line(316, 800 - 66, 316, 800 - 290)

    assert [text[:7] for text in texts(read(lambda sheet: sheet.prose(60, 60), draw))][1:] == [
        "expect.", "The for", "not say", "The for"
    ]  # fmt: skip


@pytest.mark.parametrize("is_broken", [False, True])
def test_a_short_box_below_its_bar_is_one_with_it_and_its_side_underlines_no_text(is_broken):
    """As a word processor draws a table of two cells, which a page may break right below a line."""

    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.box(60, foot + 6, 342, foot + 30, "#bfbfbf")
        sheet.say("Knife surrender bins", 66, foot + 20, font=BOLD)
        end = sheet.prose(66, foot + 42, PROSE[: 3 if is_broken else 2]) - 11
        for y in (foot + 6, foot + 30, end):
            sheet.rule(60, 342, y)
        for x in (60, 342):
            sheet.canvas.line(x, 800 - foot - 6, x, 800 - end)
        if not is_broken:
            sheet.prose(60, foot + 100)

    report = read(draw, lambda sheet: sheet.prose(60, 60))

    assert [callout.title for callout in report.callouts] == ["Knife surrender bins"]
    assert report.sections == []


def test_sides_of_unlike_width_that_meet_aslant_are_a_box():
    """As browsers draw a border whose upper side is thicker: each side a shape of its own."""

    def draw(sheet):
        foot = sheet.prose(60, 60)
        x0, x1, top, bottom = 60, 400, 800 - foot - 6, 800 - foot - 100
        sides = [
            [(x0, top), (x1, top), (x1 - 1, top - 4), (x0 + 1, top - 4)],
            [(x0, bottom), (x1, bottom), (x1 - 1, bottom + 1), (x0 + 1, bottom + 1)],
            [(x0, top), (x0 + 1, top - 4), (x0 + 1, bottom + 1), (x0, bottom)],
            [(x1, top), (x1 - 1, top - 4), (x1 - 1, bottom + 1), (x1, bottom)],
        ]
        for corners in sides:
            path = sheet.canvas.beginPath()
            path.moveTo(*corners[0])
            for corner in corners[1:]:
                path.lineTo(*corner)
            path.close()
            sheet.canvas.drawPath(path, stroke=0, fill=1)
        sheet.say("Safe on the towpath", 72, foot + 26, font=BOLD)
        sheet.prose(72, foot + 46)
        sheet.prose(60, foot + 124)

    assert [callout.title for callout in read(draw).callouts] == ["Safe on the towpath"]


def test_a_list_beside_a_line_drawn_in_pieces_is_a_box_with_its_title():
    items = ("The force met its aims.", "More of its officers serve in towns.", "Calls are answered in time.")

    def draw(sheet):
        top = sheet.prose(60, 60) + 20
        sheet.say("Key messages", 72, top + 12, font=BOLD, color="#12355b")
        for row, item in enumerate(items):
            sheet.say("•", 72, top + 30 + 16 * row)
            sheet.say(item, 90, top + 30 + 16 * row)
        for row in range(4):  # the border of each paragraph
            sheet.box(60, top + 16 * row, 64, top + 19 + 16 * row, "#12355b")
        sheet.prose(60, top + 110)

    report = read(draw)

    assert [callout.title for callout in report.callouts] == ["Key messages"]
    assert [item.text for paragraph in report.paragraphs for item in paragraph.items] == [*items]
    assert report.sections == []
