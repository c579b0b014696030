"""Captions of charts above, below and beside them, told by a number or by the type of others; images as charts."""

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from test_designs import BOLD, PLAIN, PROSE, SLANTED, read, texts


def image(sheet, top, picture=None):
    file = io.BytesIO()
    (picture or Image.new("RGB", (60, 30), "teal")).save(file, "PNG")
    sheet.canvas.drawImage(ImageReader(file), 60, 650 - top, 300, 150)


def prose(sheet, y, about):
    """Lines that no other page has: what is repeated at one place is a running head."""
    return sheet.prose(60, y, [f"{about}: {line}" for line in PROSE])


def chart(sheet, top, values=(64, 40)):
    """Bars with values and years on a foot 110 points down; the highest begins 20 below `top`."""
    foot = top + 110
    for place, value in enumerate(values):
        x = 100 + 100 * place
        sheet.box(x, foot - 1.4 * value, x + 60, foot, "#b0204a")
        sheet.say(str(value), x + 24, foot - 1.4 * value - 3, 7)
        sheet.say(f"20{20 + place}", x + 20, foot + 10, 7)
    sheet.rule(60, 320, foot)
    return foot


@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize(
    "caption",
    ["Chart 4 – Calls by year", "Figure 2: Calls by year", "Map 1.2. Calls by year", "Figure 2 / Ffigur 2: Calls"],
)
def test_a_caption_that_numbers_an_image_is_no_text(caption, is_above):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        image(sheet, foot + 30)
        sheet.say(caption, 60, foot + (22 if is_above else 196))
        sheet.prose(60, foot + 230)

    report = read(draw)

    assert [picture.caption for picture in report.pictures] == [caption]
    assert len(report.paragraphs) == 2


def test_captions_of_pictures_side_by_side_stand_on_one_line_under_the_one_that_reaches_further_down():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        image(sheet, foot + 30)  # 150 points high
        file = io.BytesIO()
        Image.new("RGB", (60, 30), "navy").save(file, "PNG")
        sheet.canvas.drawImage(ImageReader(file), 390, 650 - foot + 20, 120, 100)
        sheet.say("Figure 1. Calls by year", 60, foot + 196)
        sheet.say("Figure 2. Crimes by year", 390, foot + 196)
        sheet.prose(60, foot + 230)

    report = read(draw)

    assert {picture.caption for picture in report.pictures} == {"Figure 1. Calls by year", "Figure 2. Crimes by year"}
    assert len(report.paragraphs) == 2


def test_a_sentence_that_begins_with_a_figure_s_number_stays_text():
    def draw(sheet):
        foot = sheet.prose(60, 60)
        image(sheet, foot + 20)
        sheet.say("Figure 2 shows how many calls there were in each of the years.", 60, foot + 184)

    report = read(draw)

    assert len(report.paragraphs) == 2


def test_other_images_at_one_place_on_many_pages_are_content_and_one_image_is_none():
    def page(number, width):
        def draw(sheet):
            image(sheet, 40, Image.linear_gradient("L").resize((width, 60 + width)))
            prose(sheet, 240, f"On page {number}")

        return draw

    charts = read(*(page(number, 40 + 9 * number) for number in range(1, 7)))
    decoration = read(*(page(number, 40) for number in range(1, 7)))

    assert [picture.page for picture in charts.pictures] == [1, 2, 3, 4, 5, 6]
    assert decoration.pictures == []


def test_a_title_far_above_a_chart_without_an_axis_is_known_by_the_type_of_others():
    def page(name, gap):
        def draw(sheet):
            foot = sheet.prose(60, 60)
            sheet.say(name, 60, foot + 20, 9.5, BOLD, "#12355b")
            foot = chart(sheet, foot + 20 + gap)
            sheet.prose(60, foot + 40)

        return draw

    report = read(*(page(f"Crimes in the year of plan {n}", 8) for n in range(3)), page("Calls to the force", 60))

    assert [picture.caption for picture in report.pictures][-1] == "Calls to the force"
    assert "Calls to the force" not in texts(report)


def test_captions_in_the_margin_beside_charts_name_them():
    names = ["Crimes by year", "Calls by year", "Visits by year"]

    def page(name):
        def draw(sheet):
            foot = chart(sheet, prose(sheet, 60, name.split()[0]) + 20)
            sheet.say(name, 380, foot + 8, 8, SLANTED, "#12355b")
            prose(sheet, foot + 40, name.split()[0])

        return draw

    report = read(*map(page, names))

    assert [picture.caption for picture in report.pictures] == names
    assert not set(names) & set(texts(report))


@pytest.mark.parametrize(("font", "count"), [(BOLD, 2), (PLAIN, 1)])
def test_the_first_line_of_a_bold_title_over_a_chart_is_of_the_title_however_long(font, count):
    first, second = "Part of all those who say that the police and others deal well", "with crime by year"

    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.say(first, 100, foot + 20, 8, font)
        sheet.say(second, 100, foot + 30, 8, BOLD)
        sheet.prose(60, chart(sheet, foot + 30) + 40)

    report = read(draw)

    assert report.pictures[0].caption == " ".join((first, second)[2 - count :])
    assert (first in texts(report)) == (count == 1)


def test_where_a_chart_is_from_is_text_below_it():
    def draw(sheet):
        foot = chart(sheet, sheet.prose(60, 60) + 20)
        sheet.say("Source: the force's own records", 60, foot + 24, 8)
        sheet.prose(60, foot + 60)

    report = read(draw)

    assert "Source: the force's own records" in texts(report)
    assert "Source: the force's own records" not in report.pictures[0].labels


def test_a_report_of_charts_with_captions_and_no_other_words_is_read():
    def page(name):
        def draw(sheet):
            sheet.say(name, 60, 60, 9.5, BOLD)
            chart(sheet, 64)

        return draw

    report = read(*(page(f"{name} by year") for name in ("Crimes", "Calls", "Visits", "Cases")))

    assert [picture.caption for picture in report.pictures] == [
        "Crimes by year", "Calls by year", "Visits by year", "Cases by year",
    ]  # fmt: skip


def test_a_numbered_caption_of_some_lines_in_the_margin_is_one_with_or_without_others_like_it():
    lines = ["Figure 3. Bars of what", "was found in the two", "years, for each of the", "districts."]

    def draw(sheet):
        top = sheet.prose(60, 60) + 20
        foot = chart(sheet, top)
        for row, line in enumerate(lines):
            sheet.say(line, 400, top + 14 + 9 * row, 7)
        sheet.prose(60, foot + 40)

    report = read(draw)

    assert [picture.caption for picture in report.pictures] == [" ".join(lines)]
    assert len(report.paragraphs) == 2


def test_a_slanted_caption_of_two_lines_under_a_drawing_without_labels_is_whole():
    lines = ["The new team of six at the market of the town, one of", "ten here"]

    def draw(sheet):
        foot = sheet.prose(60, 60)
        for place, height in enumerate((60, 90, 75)):
            sheet.box(60 + 60 * place, foot + 110 - height, 100 + 60 * place, foot + 110, "#b0204a")
        for row, line in enumerate(lines):
            sheet.say(line, 60, foot + 118 + 8 * row, 7, SLANTED)
        sheet.prose(60, foot + 170)

    report = read(draw)

    assert [picture.caption for picture in report.pictures] == [" ".join(lines)]
    assert len(report.paragraphs) == 2


def test_what_is_drawn_over_the_whole_of_a_cover_is_its_ground_and_takes_no_words():
    def cover(sheet):
        for place, height in enumerate((830, 500, 610)):
            sheet.box(-10 + 205 * place, 850 - height, 190 + 205 * place, 850, "#b0204a")
        sheet.say("Annual Report 2031/32", 60, 120, 40, BOLD)
        sheet.say("A county at ease", 60, 170, 16)

    report = read(cover, lambda sheet: sheet.prose(60, 60))

    assert report.pictures == []
    assert {"Annual Report 2031/32", "A county at ease"} < {*texts(report)}


def test_lines_of_the_next_column_that_a_drawing_reaches_over_do_not_part_its_caption():
    lines = ["The new team of six at the", "market"]

    def draw(sheet):
        foot = sheet.prose(60, 60)
        for place, height in enumerate((60, 90, 75)):
            sheet.box(60 + 60 * place, foot + 110 - height, 105 + 60 * place, foot + 110, "#b0204a")
        for row, line in enumerate(lines):
            sheet.say(line, 60, foot + 118 + 8 * row, 7, SLANTED)
        sheet.prose(222, foot + 14, [*PROSE, *PROSE, *PROSE, *PROSE])
        sheet.prose(60, foot + 260)

    assert [picture.caption for picture in read(draw).pictures] == [" ".join(lines)]


def test_a_sentence_that_a_page_breaks_goes_on_behind_what_stands_in_the_margin():
    def first(sheet):
        sheet.prose(60, 620)
        sheet.prose(60, 700, [*PROSE[:3], "and all who are heard in each of the districts, with"])
        sheet.say("Where the team", 380, 630, 7)
        sheet.say("works in the year", 380, 639, 7)

    report = read(first, lambda sheet: sheet.prose(60, 60, ["those who speak for them, are asked.", *PROSE]))

    assert [text for text in texts(report) if "districts, with those who speak" in text]


@pytest.mark.parametrize(("size", "is_caption"), [(7, True), (10, False)])
def test_small_texts_in_the_margin_beside_photographs_are_their_captions(size, is_caption):
    names = ("A pump on test at the", "Rolls of membrane wait", "The school in the town")

    def draw(name):
        def on(sheet):
            file = io.BytesIO()
            Image.new("RGB", (60, 30), ("teal", "navy", "maroon")[names.index(name)]).save(file, "PNG")
            prose(sheet, 80, name[:9])
            sheet.canvas.drawImage(ImageReader(file), 200, 500, 250, 130)
            sheet.say(name, 60, 180, size, SLANTED)
            sheet.say("works of the company.", 60, 180 + 1.3 * size, size, SLANTED)
            prose(sheet, 340, name[2:11])
            prose(sheet, 420, name[4:13])

        return on

    report = read(*map(draw, names))

    photos = [picture for picture in report.pictures if picture.kind == "photo"]
    assert [photo.caption for photo in photos] == [f"{name} works of the company." if is_caption else None
                                                   for name in names]  # fmt: skip


@pytest.mark.parametrize("has_axes", [True, False])
def test_bars_on_two_lines_side_by_side_are_two_charts(has_axes):
    def draw(sheet):
        sheet.prose(60, 60)
        for left in (60, 260):
            for place, value in enumerate((52, 64, 70)):
                x = left + 60 * place
                sheet.box(x + 8, 300 - value, x + 52, 300, "#b0204a")
                sheet.say(str(value), x + 24, 296 - value, 7)
                sheet.say(f"20{20 + place}", x + 20, 310, 7)
            sheet.rule(*((left, left + 180) if has_axes else (60, 440)), 300)
        sheet.prose(60, 400)

    charts = [picture for picture in read(draw).pictures if picture.kind == "chart"]

    assert [[len(series.points) for series in chart.series or ()] for chart in charts] == (
        [[3], [3]] if has_axes else [[6]]
    )
