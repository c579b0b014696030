import io

import pytest
from paper import draw_pdf
from PIL import Image
from reportlab.lib.utils import ImageReader

import reportparse


def paint(width, height, color):
    file = io.BytesIO()
    Image.new("RGB", (width, height), color).save(file, "PNG")
    return ImageReader(file)


def write_prose(canvas):
    canvas.setFont("Helvetica", 10)
    for row in range(6):
        canvas.drawString(72, 760 - 13 * row, "The force has worked with its partners for the whole of the year.")


def draw_with_image(caption):
    image = paint(60, 40, "teal")

    def draw(canvas):
        canvas.drawString(72, 740, "The number of calls rose again this year, as the picture shows.")
        canvas.drawImage(image, 72, 500, 300, 200)
        canvas.drawString(72, 486, caption)

    return draw_pdf(draw)


def test_an_image_called_a_chart_is_one_that_is_said_to_be_unread():
    report = reportparse.parse(draw_with_image("Figure 3: Chart of calls by year"))
    (picture,) = report.pictures

    assert (picture.kind, picture.caption, picture.series) == ("chart", "Figure 3: Chart of calls by year", None)
    assert [warning.code for warning in report.warnings] == ["unread-chart"]


def test_an_image_that_nothing_names_is_a_photo_without_a_warning():
    report = reportparse.parse(draw_with_image("Officers on patrol in the town."))
    (picture,) = report.pictures

    assert (picture.kind, picture.caption) == ("photo", None)
    assert report.warnings == []


def test_a_map_is_a_map():
    (picture,) = reportparse.parse(draw_with_image("Map of the eight districts")).pictures

    assert picture.kind == "map"


@pytest.mark.parametrize(
    ("font", "size", "caption"), [("Helvetica-Oblique", 8, True), ("Helvetica", 8, True), ("Helvetica", 10, False)]
)
@pytest.mark.parametrize("rest", ["", " with two of those who had asked for a new way of doing it"])
def test_a_line_in_small_type_below_a_photo_is_its_caption_and_no_text(font, size, caption, rest):
    said = f"Meeting farmers at the market in July{rest}"
    image = paint(60, 40, "teal")

    def draw(canvas):
        write_prose(canvas)
        canvas.drawImage(image, 72, 500, 300, 160)
        canvas.setFont(font, size)
        canvas.drawString(72, 486, said)
        canvas.drawString(72, 486 - 1.2 * size, "and many others")

    report = reportparse.parse(draw_pdf(draw))

    assert (report.pictures[0].caption == f"{said} and many others") == caption
    assert any("farmers" in paragraph.text for paragraph in report.paragraphs) != caption


def test_a_caption_that_turns_to_italics_within_a_line_goes_on_in_the_next():
    image = paint(60, 40, "teal")

    def draw(canvas):
        write_prose(canvas)
        canvas.drawImage(image, 72, 500, 300, 160)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 486, "Farmers at the market /")
        canvas.setFont("Helvetica-Oblique", 8)
        canvas.drawString(157.4, 486, "Ffermwyr yn y farchnad")
        canvas.drawString(72, 476, "Gorffennaf 2021")

    report = reportparse.parse(draw_pdf(draw))

    assert report.pictures[0].caption == "Farmers at the market / Ffermwyr yn y farchnad Gorffennaf 2021"
    assert len(report.paragraphs) == 1


def test_a_bold_line_whose_sentence_goes_on_below_in_another_weight_is_no_caption():
    image = paint(60, 40, "teal")

    def draw(canvas):
        write_prose(canvas)
        canvas.drawImage(image, 72, 500, 300, 160)
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawString(72, 486, "Whoever asks for a visit may do so online. Note that")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 476, "there are three forms, each of which has to be filled in.")
        canvas.drawString(72, 440, "What comes next is told in the plan, which the panel has read.")

    report = reportparse.parse(draw_pdf(draw))

    assert report.pictures[0].caption is None
    assert "Note that there are three forms" in " ".join(paragraph.text for paragraph in report.paragraphs)


def test_a_number_alone_on_a_photo_is_its_label_and_no_text():
    image = paint(60, 40, "teal")

    def draw(canvas):
        for place, text in enumerate(("1", "2", "We meet you")):
            canvas.drawImage(image, 72 + 160 * place, 500, 150, 160)
            canvas.drawString(80 + 160 * place, 510, text)
        canvas.drawString(72, 440, "The force has worked with its partners for the whole of the year.")

    report = reportparse.parse(draw_pdf(draw))

    assert sorted(picture.labels for picture in report.pictures) == [[], ["1"], ["2"]]
    assert "We meet you" in " ".join(paragraph.text for paragraph in report.paragraphs)
    assert "1" not in " ".join(paragraph.text for paragraph in report.paragraphs)


@pytest.mark.parametrize(("left", "is_caption"), [(0, True), (72, False)])
def test_a_line_in_small_type_below_a_photo_that_bleeds_is_its_caption_wherever_it_begins(left, is_caption):
    said = "Meeting farmers in July"
    image = paint(60, 40, "teal")

    def draw(canvas):
        canvas.drawImage(image, left, 500, 600 - 2 * left, 300)
        canvas.setFont("Helvetica-Oblique", 8)
        canvas.drawString(430, 486, said)
        canvas.setFont("Helvetica", 10)
        for row in range(6):
            canvas.drawString(72, 400 - 13 * row, "The force has worked with its partners for the whole of the year.")

    (picture,) = reportparse.parse(draw_pdf(draw)).pictures

    assert (picture.caption == said) == is_caption


@pytest.mark.parametrize(
    ("said", "size", "up", "number", "caption"),
    [
        (["On patrol at the sea front in June"], 7, 8, 2, True),
        (["On patrol at the sea front in June with", "two of those who had asked for it"], 7, 8, 2, True),
        (["On patrol at the sea front in June"], 7, 8, 1, False),
        (["On patrol at the sea front in June"], 7, 120, 2, False),
        (["On patrol at the sea front in June"], 16, 8, 2, False),
        (["Welcome inside"], 7, 8, 2, False),
    ],
    ids=["a line", "two lines", "on the cover", "in the middle", "large", "two words"],
)
@pytest.mark.parametrize("band", [True, False])
def test_small_words_at_the_foot_of_a_photo_are_its_caption_and_no_text(said, size, up, number, caption, band):
    image = paint(60, 40, "teal")

    def prose(canvas):
        write_prose(canvas)

    def draw(canvas):
        prose(canvas)
        canvas.drawImage(image, 72, 500, 300, 160)
        if band:
            canvas.setFillColorRGB(0, 0.3, 0.3)
            canvas.rect(72, 500 + up - 8, 300, 10 * len(said) + 8, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setFont("Helvetica", size)
        for row, line in enumerate(reversed(said)):
            canvas.drawString(80, 500 + up + 9 * row, line)

    report = reportparse.parse(draw_pdf(*[prose] * (number - 1), draw))
    words = " ".join(said)

    assert (report.pictures[0].caption == words) is caption
    told = [*(paragraph.text for paragraph in report.paragraphs), *(section.title for section in report.sections)]
    assert any(words in text for text in told) is not caption


def test_who_signs_below_a_signature_is_no_caption_of_it():
    image = paint(60, 20, "navy")

    def draw(canvas):
        write_prose(canvas)
        canvas.drawImage(image, 72, 640, 110, 34)
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(72, 626, "Police and Crime Commissioner")

    report = reportparse.parse(draw_pdf(draw))

    assert [picture.caption for picture in report.pictures] == [None]


@pytest.mark.parametrize(("gap", "size", "off", "is_caption"), [
    (14, 8, 0, True), (14, 10, 0, False), (60, 8, 0, False), (14, 8, 30, False),
])  # fmt: skip
def test_small_words_alone_beside_a_photo_and_level_with_its_foot_are_its_caption(gap, size, off, is_caption):
    image = paint(60, 40, "teal")

    def draw(canvas):
        write_prose(canvas)
        canvas.drawImage(image, 72, 500, 240, 160)
        canvas.setFont("Helvetica-Oblique", size)
        canvas.drawString(312 + gap, 502 + 1.2 * size + off, "Mounted officers at the")
        canvas.drawString(312 + gap, 502 + off, "county show in July")

    (picture,) = reportparse.parse(draw_pdf(draw)).pictures

    assert picture.caption == ("Mounted officers at the county show in July" if is_caption else None)
