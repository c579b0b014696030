"""On a scanned page with recognised words, drawings are found in the image; tables, frames and shadows are none."""

import io

import pytest
from paper import Draw, draw_pdf
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

import reportparse
from reportparse.geometry import Box, shared_area
from reportparse.layout import find_lines
from reportparse.pdf import Document

WIDTH, HEIGHT = 600, 800
PLOT = Box(100, 200, 400, 350)
WORDS = [  # (text, x, baseline from the top)
    ("Offences rose again in the year under review", 72, 100),
    ("so the plan was changed in the spring.", 72, 116),
    ("0", 84, 350), ("40", 80, 275), ("80", 80, 204),
    ("2019", 130, 364), ("2020", 230, 364), ("2021", 330, 364),
]  # fmt: skip


def write(canvas: Canvas, words) -> None:
    canvas.setFont("Helvetica", 11)
    for text, x, baseline in words:
        canvas.drawString(x, HEIGHT - baseline, text)


def bars(canvas: Canvas) -> None:
    canvas.setLineWidth(0.75)
    canvas.lines([(100, 450, 400, 450), (100, 450, 100, 600)])
    for x, height in ((120, 60), (220, 90), (320, 140)):
        canvas.rect(x, 450, 50, height, fill=1, stroke=0)


def line(canvas: Canvas) -> None:
    canvas.setLineWidth(0.75)
    canvas.lines([(100, 450, 400, 450), (100, 450, 100, 600)])
    canvas.setLineWidth(1.5)
    canvas.lines([(145, 500, 245, 520), (245, 520, 345, 590)])


def table(canvas: Canvas) -> None:
    canvas.setLineWidth(0.5)
    canvas.grid([100, 200, 300, 400], [450, 466, 482, 498, 514])


def frame(canvas: Canvas) -> None:
    canvas.rect(60, 675, 300, 45)


def shadow(canvas: Canvas) -> None:
    for step in range(40):
        canvas.setFillGray(0.55 + step / 100)
        canvas.rect(600 - step, 0, 1, 800, fill=1, stroke=0)


def scan(draw: Draw, words, *, turned: float = 0.0) -> bytes:
    """A page that is an image of what `draw` and `words` show, with the words again where nobody sees them."""

    def paint(canvas: Canvas) -> None:
        draw(canvas)
        canvas.setFillGray(0)
        write(canvas, words)

    with Document(draw_pdf(paint, size=(WIDTH, HEIGHT))) as document:
        image = document.draw_page(1, 2.0)[0].rotate(turned, fillcolor="white")

    def put(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)
        hidden = canvas.beginText()
        hidden.setTextRenderMode(3)
        hidden.setFont("Helvetica", 11)
        for text, x, baseline in words:
            hidden.setTextOrigin(x, HEIGHT - baseline)
            hidden.textOut(text)
        canvas.drawText(hidden)

    return draw_pdf(put, size=(WIDTH, HEIGHT))


def parts(data: bytes) -> list[Box]:
    with Document(data) as document:
        return [image.box for image in document.read_page(1).images if image.is_part]


@pytest.mark.parametrize("draw", [bars, line])
def test_a_drawing_is_found_where_it_stands(draw):
    (found,) = parts(scan(draw, WORDS))

    assert shared_area(found, PLOT) > 0.85 * max(found.area, PLOT.area)


@pytest.mark.parametrize("turned", [-0.7, 0.7])
def test_a_page_that_was_put_in_askew_shows_the_same(turned):
    (found,) = parts(scan(bars, WORDS, turned=turned))

    assert shared_area(found, PLOT) > 0.8 * max(found.area, PLOT.area)


CELLS = [(f"{row}{column},{row}00", 110 + 100 * column, 298 + 16 * row) for row in range(4) for column in range(3)]


@pytest.mark.parametrize(("draw", "words"), [(table, CELLS), (frame, WORDS[:2]), (shadow, WORDS[:2])])
def test_tables_frames_and_shadows_are_no_drawings(draw, words):
    assert parts(scan(draw, words)) == []


def test_specks_are_no_drawings():
    def dirty(canvas: Canvas) -> None:
        for place in range(30):
            canvas.circle(60 + 16 * place, 300 + 7 * place, 1.5, fill=1)

    assert parts(scan(dirty, WORDS[:2])) == []


def test_a_page_whose_words_are_printed_over_a_picture_is_no_scan():
    ground = Image.new("RGB", (600, 800), "white")
    ImageDraw.Draw(ground).rectangle((100, 200, 400, 350), fill="black")
    target = io.BytesIO()
    ground.save(target, "PNG")

    def put(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(io.BytesIO(target.getvalue())), 0, 0, WIDTH, HEIGHT)
        write(canvas, WORDS[:2])

    assert parts(draw_pdf(put, size=(WIDTH, HEIGHT))) == []


def test_the_labels_of_a_scanned_chart_are_its_own_and_it_is_told_as_unread():
    report = reportparse.parse(scan(bars, WORDS))
    (picture,) = report.pictures

    assert picture.kind == "chart"
    assert picture.series is None
    assert {"0", "40", "80", "2019", "2020", "2021"} <= set(picture.labels)
    assert [paragraph.text for paragraph in report.paragraphs] == [f"{WORDS[0][0]} {WORDS[1][0]}"]
    assert "unread-chart" in {warning.code for warning in report.warnings}


def test_the_words_of_a_page_put_in_askew_make_lines():
    lines = ("We read each line of words as one where it falls", "and those below it as what they are as well as ever.")
    askew = []
    for row, line in enumerate(lines):
        x = 60.0
        for text in line.split():
            askew.append((text, x, 100 + 14 * row + 0.015 * x))
            x += stringWidth(text + " ", "Helvetica", 11)
    with Document(scan(lambda canvas: None, askew)) as document:
        page = document.read_page(1)

    assert [line.text for line in find_lines(1, page.words)] == list(lines)
