"""`Document.plumber_page` gives users a page on which pdfplumber's own methods find what they find on pdfplumber's."""

import io

import pdfplumber
import pikepdf
import pytest
from hostile import a_page_tree_five_thousand_deep, cross_references_all_wrong, parents_in_a_circle
from paper import bend, draw_pdf, say

from reportparse.errors import DamagedPdf
from reportparse.pdf import Document


def draw_table(canvas):
    for x in (100, 200, 300):
        canvas.line(x, 500, x, 560)
    for y in (500, 530, 560):
        canvas.line(100, y, 300, y)
    for x, y, text in ((110, 540, "Area"), (210, 540, "2020"), (110, 510, "Leeds"), (210, 510, "1,204")):
        canvas.drawString(x, y, text)
    canvas.rect(350, 500, 100, 60, fill=1)


def turned(data, rotation):
    return bend(data, lambda pdf: pdf.pages[0].rotate(rotation, relative=False))


PAGES = {
    "upright": draw_pdf(draw_table),
    "turned by 90": turned(draw_pdf(draw_table), 90),
    "turned by 180": turned(draw_pdf(draw_table), 180),
    "turned by 270": turned(draw_pdf(draw_table), 270),
    "media box begins elsewhere": bend(
        draw_pdf(draw_table), lambda pdf: setattr(pdf.pages[0], "mediabox", pikepdf.Array([50, -100, 650, 700]))
    ),
    "cropped": bend(
        draw_pdf(draw_table), lambda pdf: setattr(pdf.pages[0], "cropbox", pikepdf.Array([80, 100, 500, 700]))
    ),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("kind", ["chars", "lines", "rects"])
def test_objects_stand_where_pdfplumber_finds_them(name, kind):
    with Document(PAGES[name]) as document, pdfplumber.open(io.BytesIO(PAGES[name])) as reference:
        ours, theirs = getattr(document.plumber_page(1), kind), getattr(reference.pages[0], kind)

        assert len(ours) == len(theirs) > 0
        for side in ("x0", "top", "x1", "bottom"):
            assert sorted(o[side] for o in ours) == pytest.approx(sorted(o[side] for o in theirs), abs=0.5)


@pytest.mark.parametrize("name", PAGES)
def test_tables_are_pdfplumbers_own(name):
    with Document(PAGES[name]) as document, pdfplumber.open(io.BytesIO(PAGES[name])) as reference:
        ours, theirs = document.plumber_page(1).find_tables(), reference.pages[0].find_tables()

        assert [table.bbox for table in ours] == [pytest.approx(table.bbox, abs=0.5) for table in theirs]
        assert [len(table.cells) for table in ours] == [len(table.cells) for table in theirs]
        assert len(ours) >= 1


def test_pdfplumbers_own_methods_work():
    with Document(draw_pdf(draw_table)) as document:
        page = document.plumber_page(1)

        assert page.extract_table() == [["Area", "2020"], ["Leeds", "1,204"]]
        assert page.crop((100, 240, 200, 300)).extract_text() == "Area\nLeeds"
        assert [word["text"] for word in page.filter(lambda item: item.get("size", 12) > 11).extract_words()] == [
            "Area", "2020", "Leeds", "1,204",
        ]  # fmt: skip
        assert page.search(r"\d,\d+")[0]["text"] == "1,204"


def test_a_later_page_lies_below_the_earlier_ones():
    with Document(draw_pdf(say("one"), say("two"))) as document:
        first, second = (document.plumber_page(number).chars[0] for number in (1, 2))

        assert second["doctop"] == pytest.approx(800 + first["top"])


@pytest.mark.parametrize("number", [1, 7, 30, 60])
def test_tables_of_a_real_report_are_pdfplumbers_own(shared, number):
    path = shared / "reports" / "west-midlands-2020-21" / "a-word.pdf"
    with Document(path) as document, pdfplumber.open(path) as reference:
        ours, theirs = document.plumber_page(number).find_tables(), reference.pages[number - 1].find_tables()

        assert [table.bbox for table in ours] == [pytest.approx(table.bbox, abs=0.5) for table in theirs]


@pytest.mark.parametrize("make", [cross_references_all_wrong, a_page_tree_five_thousand_deep, parents_in_a_circle])
def test_a_file_that_pdfplumber_can_not_open_is_told_as_damaged(make):
    with Document(make()) as document, pytest.raises(DamagedPdf, match="pdfplumber can not open page 1"):
        document.plumber_page(1)
