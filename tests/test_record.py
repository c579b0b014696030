import io
import json
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import reportparse

CORPUS = Path(__file__).parents[1] / "corpora" / "west-midlands" / "2020-21"


@pytest.fixture(scope="module")
def truth():
    return json.loads((CORPUS / "truth.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def report():
    return reportparse.parse(CORPUS / "report.pdf")


def draw(*pages):
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for lines in pages:
        for text, x, y, color in lines:
            canvas.setFillColor(color)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_every_section_is_found_with_its_level_and_kind(report, truth):
    found = [(s.title, s.level, s.kind, s.number) for s in report.sections]

    assert found == [(s["title"], s["level"], s["kind"], s["number"]) for s in truth["sections"]]


def test_every_numbered_paragraph_is_found_word_for_word(report, truth):
    found = {p.number: p.text for p in report.paragraphs if p.number}

    assert found == {p["number"]: p["text"] for p in truth["paragraphs"] if p["number"]}


def test_lists_stay_with_their_paragraph(report, truth):
    for paragraph in truth["paragraphs"]:
        if paragraph["number"]:
            items = [item.text for item in report.paragraph(paragraph["number"]).items]

            assert items == [item["text"] for item in paragraph["items"]]


def test_footnotes_are_found_and_their_marks_leave_the_text(report, truth):
    assert [note.text for note in report.footnotes] == [note["text"] for note in truth["footnotes"]]
    marked = [p for p in report.paragraphs if p.footnotes]

    assert [p.footnotes for p in marked] == [["n1"], ["n2"]]


def test_table_cells_are_read(report, truth):
    found = {cell.text for table in report.tables for row in table.rows for cell in row}
    missing = {c["text"] for t in truth["tables"] for row in t["rows"] for c in row if c["text"]} - found

    assert len(missing) <= 4  # the one row of the first table that stands on the next page


def test_the_report_says_what_it_is(report):
    told = report.metadata

    assert (told.title, told.kind, told.pcc.id, told.period.label) == (
        "Annual Report 2020/21", "annual_report", "west-midlands", "2020/21",
    )  # fmt: skip


def test_characters_add_up_and_none_is_left(report):
    assert report.coverage.residue == 0
    assert report.coverage.recorded > report.coverage.furniture > 0


def test_a_written_record_is_read_back_the_same(report):
    assert reportparse.load(report.model_dump_json()) == report


def test_hidden_words_are_residue_with_a_reason_and_a_warning():
    data = draw([("Crime fell by five per cent.", 72, 700, "black"), ("hidden figure 999", 72, 600, "white")])

    report = reportparse.parse(data)

    assert [p.text for p in report.paragraphs] == ["Crime fell by five per cent."]
    assert [item.text for item in report.residue] == ["hidden", "figure", "999"]
    assert {item.reason for item in report.residue} == {"same-colour"}
    assert [warning.code for warning in report.warnings] == ["hidden-text"]


def test_only_the_pages_asked_for_are_read():
    data = draw([("first page here", 72, 700, "black")], [("second page here", 72, 700, "black")])

    assert [p.text for p in reportparse.parse(data, pages=[2]).paragraphs] == ["second page here"]


def test_a_page_that_is_not_there_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="pages 1 to 1"):
        reportparse.parse(draw([("one", 72, 700, "black")]), pages=[3])


def test_a_report_without_any_text_is_told_apart():
    report = reportparse.parse(draw([]))

    assert (report.paragraphs, report.coverage.characters) == ([], 0)
    assert [warning.code for warning in report.warnings] == ["no-text"]


@pytest.mark.parametrize("name", ["a-word", "b-glossy"])
def test_the_shared_report_keeps_its_floors(shared, name):
    folder = shared / "reports" / "west-midlands-2020-21"
    truth = json.loads((folder / f"{name}.truth.json").read_text("utf-8"))
    report = reportparse.parse(folder / f"{name}.pdf")
    numbered = {p.number: fold(p.text) for p in report.paragraphs if p.number}
    wanted = {p["number"]: fold(p["text"]) for p in truth["paragraphs"] if p["number"]}

    assert sum(numbered.get(number) == text for number, text in wanted.items()) >= 0.96 * len(wanted)
    assert {fold(s["title"]) for s in truth["sections"]} <= {fold(s.title) for s in report.sections}
    assert report.coverage.residue <= 0.01 * report.coverage.characters


def fold(text):
    for odd, plain in {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " "}.items():
        text = text.replace(odd, plain)
    return " ".join(text.split())
