"""Slides and dashboards: columns under bars of colour, tiles of measures, cards of figures, titles on half a page."""

import pytest
from PIL import Image
from test_designs import BOLD, PLAIN, PROSE, begin, read

MEASURES = ("102,736", "Referrals", "up 4.3%", "Target 100,000"), ("87.4%", "Satisfied", "up 1.2%", "Target 85%")
BLUE = "#14324f"


def list_titles(report):
    return [section.title for section in report.sections]


def list_strips(report):
    return [sorted(picture.labels) for picture in report.pictures if picture.kind == "other"]


@pytest.mark.parametrize("off", [0, 0.6])  # browsers round the bar to whole pixels
@pytest.mark.parametrize("titles", [("In towns", "In villages"), ("In towns and in their centres", "In villages")])
def test_bars_of_colour_in_a_row_head_the_columns_below_them(titles, off):
    texts = [[f"{title.split()[1]} is where {PROSE[0][4:28]}", *(line[:36] for line in PROSE[1:3]), "has met them all."]
             for title in titles]  # fmt: skip

    def draw(sheet):
        sheet.say("What was done", 60, 60, 16, BOLD)
        for place, (title, text) in enumerate(zip(titles, texts, strict=True)):
            x = 60 + 240 * place
            sheet.box(x, 80, x + 210, 104, BLUE)
            sheet.say(title, x + 8, 96, 11, BOLD, "#ffffff")
            sheet.prose(x - off, 122, text)

    report = read(begin, draw)

    assert list_titles(report) == ["What was done", *titles]
    assert [one.text for one in report.paragraphs][-2:] == [" ".join(text) for text in texts]


@pytest.mark.parametrize("name", ["below", "above", "in a bar"])
def test_a_tile_of_a_dashboard_is_one_picture_with_all_that_it_tells_of_its_figure(name):
    def draw(sheet):
        foot = sheet.prose(60, 60) + 20
        for place, (figure, label, change, target) in enumerate(MEASURES):
            x = 60 + 200 * place
            sheet.box(x, foot, x + 180, foot + 110, "#eef3f5")
            if name == "in a bar":
                sheet.box(x, foot - 20, x + 180, foot, BLUE)
            at = {"below": foot + 60, "above": foot + 18, "in a bar": foot - 6}[name]
            sheet.say(label, x + 10, at, 10, PLAIN, "#ffffff" if name == "in a bar" else "#000000")
            sheet.say(figure, x + 10, foot + 44, 24, BOLD)
            sheet.say(change, x + 10, foot + 96, 8)
            sheet.say(target, x + 100, foot + 96, 8)

    report = read(begin, draw)

    assert list_strips(report) == [sorted(told) for told in MEASURES]
    assert not [one.text for one in report.paragraphs if "Target" in one.text]


def test_a_card_with_a_figure_a_bold_label_and_a_text_is_a_picture_and_a_box():
    def draw(sheet):
        foot = sheet.prose(60, 60) + 20
        for place, figure in enumerate(("640", "97")):
            x = 60 + 240 * place
            sheet.box(x, foot, x + 220, foot + 110, "#eef3f5")
            sheet.say(figure, x + 10, foot + 34, 26, BOLD)
            sheet.say("farms and parishes", x + 10, foot + 54, 12, BOLD)
            sheet.prose(x + 10, foot + 74, ["were seen in the year, and each", "of them was glad of the visit."])

    report = read(begin, draw)

    assert list_strips(report) == [["640", "farms and parishes"], ["97", "farms and parishes"]]
    assert not report.sections
    assert [one.callout for one in report.paragraphs][-2:] == ["k1", "k2"]


def test_titles_in_a_line_over_the_cells_of_a_strip_are_each_read_before_its_cell():
    cells = ("Roads", "41", "deaths this year"), ("Farms", "640", "visits by teams"), ("Money", "£21m", "lost to fraud")

    def draw(sheet):
        foot = sheet.prose(60, 60) + 40
        for place, (title, figure, label) in enumerate(cells):
            sheet.say(title, 60 + 150 * place, foot, 13, BOLD, BLUE)
            sheet.say(figure, 60 + 150 * place, foot + 32, 24, BOLD)
            sheet.say(label, 60 + 150 * place, foot + 46, 9)

    report = read(begin, draw)
    titles = {section.id: section.title for section in report.sections}

    assert [(titles[one.section], sorted(one.labels)) for one in report.pictures] == [
        (title, sorted(told)) for title, *told in cells
    ]


def test_labels_in_a_column_belong_to_short_figures_as_to_long_ones():
    rows = ("640", "farms visited"), ("£312.4m", "spent in the year"), ("41", "deaths on the roads")

    def draw(sheet):
        foot = sheet.prose(60, 60) + 40
        for place, (figure, label) in enumerate(rows):
            sheet.say(figure, 60, foot + 50 * place, 26, BOLD)
            sheet.say(label, 225, foot + 50 * place - 3, 11)

    assert list_strips(read(begin, draw)) == [sorted(row) for row in rows]


@pytest.mark.parametrize(("figure", "is_told"), [("640", True), ("£1.2m", True), ("2", False), ("2024", False)])
def test_a_figure_that_has_a_page_to_itself_is_one_with_its_label_unless_it_may_number_a_chapter(figure, is_told):
    def draw(sheet):
        sheet.say(figure, 60, 300, 90, BOLD)
        sheet.say("farms visited by rural teams", 60, 340, 22)

    report = read(begin, draw, begin)

    assert list_strips(report) == ([sorted((figure, "farms visited by rural teams"))] if is_told else [])


@pytest.mark.parametrize("title", ["Priority 2: Safer roads", "Safer roads and streets"])
def test_a_title_on_half_a_page_beside_a_picture_opens_a_part(title):
    def draw(sheet):
        sheet.box(0, 0, 300, 800, BLUE)
        sheet.say(title, 40, 380, 20, BOLD, "#ffffff")
        sheet.canvas.drawInlineImage(Image.new("RGB", (60, 160), "#8fb3bd"), 300, 0, 300, 800)

    def go_on(sheet):
        sheet.say("Farms", 60, 40, 14, BOLD)
        begin(sheet)

    assert list_titles(read(begin, draw, go_on)) == [title, "Farms"]


def test_a_line_that_leads_to_a_list_at_one_place_of_each_slide_is_text():
    def draw(title):
        def on(sheet):
            sheet.say(title, 60, 60, 16, BOLD)
            sheet.say("This year my office has:", 60, 90)
            for row, text in enumerate(("opened a new station", "met all of its aims")):
                sheet.say(f"• {title}: {text}", 60, 110 + 16 * row)

        return on

    report = read(begin, *map(draw, ("Roads", "Farms", "Towns", "Money")))

    assert [one.text for one in report.paragraphs].count("This year my office has:") == 4


def test_a_line_in_large_type_that_leads_to_a_list_in_its_type_is_no_heading():
    def draw(sheet):
        sheet.say("Roads", 60, 60, 20, BOLD)
        sheet.say("This year my office has:", 60, 90, 14)
        for row, text in enumerate(("opened a new station", "met all of its aims")):
            sheet.say("•", 60, 114 + 20 * row, 14)
            sheet.say(text, 78, 114 + 20 * row, 14)

    report = read(begin, draw)

    assert list_titles(report) == ["Roads"]
    assert [len(one.items) for one in report.paragraphs if one.text.endswith(":")] == [2]


def test_a_cross_among_drawn_ticks_opens_an_item():
    items = ["more officers in the towns", "fewer calls that are lost", "a plan for each street", "a van for each"]

    def draw(sheet):
        foot = sheet.prose(60, 60, [*PROSE[:3], "are left are these:"])
        sheet.canvas.setLineWidth(2)
        for row, text in enumerate(items):
            y = 800 - foot - 26 * row - 14
            tick, cross = [(60, y, 66, y - 6), (66, y - 6, 76, y + 8)], [(61, y + 7, 75, y - 7), (75, y + 7, 61, y - 7)]
            path = sheet.canvas.beginPath()
            for x0, y0, x1, y1 in (cross if row == 2 else tick):
                path.moveTo(x0, y0)
                path.lineTo(x1, y1)
            sheet.canvas.drawPath(path)
            sheet.say(text, 90, foot + 26 * row + 19, 16)

    [paragraph] = read(draw).paragraphs

    assert [item.text for item in paragraph.items] == items
