"""Figures, themes and entities of a whole report, and where each stands."""

import io
import json
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import reportparse
from reportparse.language.themes import find_themes
from reportparse.models import walk_items

REPORT = Path(__file__).parents[1] / "corpora" / "west-midlands" / "2020-21"


@pytest.fixture(scope="module")
def report():
    return reportparse.parse(REPORT / "report.pdf")


@pytest.fixture(scope="module")
def texts(report):
    """The text of each record that has one."""
    found = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    return found | {item.id: item.text for paragraph in report.paragraphs for item in walk_items(paragraph.items)}


def draw(*lines):
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for text, x, y, size in lines:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_the_words_of_each_figure_stand_where_it_says(report, texts):
    read = [figure for figure in report.figures if figure.source.kind in ("paragraph", "item")]

    assert len(read) > 30
    for figure in read:
        assert texts[figure.source.id][figure.source.start : figure.source.end] == figure.text


def test_what_a_footnote_tells_is_a_figure_with_its_place():
    words = "The force logged 4,298 complaints in the year"
    width = Canvas(io.BytesIO()).stringWidth(words, "Helvetica", 11)
    note = ((60, 80, "1", 4.5), (66, 77, "The figure for 2022/23 is now 4,067, as some were logged late.", 8))
    rest = (", which is more than ever before.", 64 + width, 700, 11)
    lines = [(words, 60, 700, 11), ("1", 60 + width, 704.5, 6), rest]
    answer = "Its officers are asked to answer each of them in the same week, and do."
    prose = [(answer, 60, y, 11) for y in (685, 670, 655)]
    read = reportparse.parse(draw(*lines, *prose, *((text, x, y, size) for x, y, text, size in note)))
    (figure,) = (figure for figure in read.figures if figure.source.kind == "footnote")

    assert (figure.text, figure.period, figure.source.id) == ("4,067", "2022/23", read.footnotes[0].id)
    assert read.text_of(figure)[figure.source.start : figure.source.end] == "4,067"
    assert read.sections_of(figure) == read.sections_of(read.figures[0])
    assert figure.bbox[1] > 750  # at the page's foot


def test_the_box_of_each_figure_holds_its_words(report):
    with pypdfium2.PdfDocument(REPORT / "report.pdf") as document:
        for figure in report.figures:
            page = document[figure.page - 1]
            x0, top, x1, bottom = figure.bbox
            height = page.get_height()
            shown = page.get_textpage().get_text_bounded(x0 - 1, height - bottom - 1, x1 + 1, height - top + 1)

            assert "".join(figure.text.split()) in "".join(shown.split())


def test_each_number_of_a_table_is_a_figure_with_its_cell(report):
    found = {(f.source.id, f.source.row, f.source.column): f.value for f in report.figures if f.source.kind == "cell"}
    cells = [(table.id, cell) for table in report.tables for cell in table.cells if cell.value is not None]
    typed = {(name, cell.row, cell.column): cell.value for name, cell in cells}

    assert found == typed


def test_cells_have_the_period_and_measure_of_their_headers(report):
    told = {(f.measure, f.period, f.place, f.value) for f in report.figures if f.source.kind == "cell"}

    assert ("Complaint", "2020", None, 3710) in told
    assert ("% satisfied", "2019", None, 47.1) in told
    assert ("Members", "2020-11", "Dudley", 12707) in told
    assert ("People supported", "2020-04/2020-09", None, 30000) in told


def test_totals_are_marked(report):
    assert {f.value for f in report.figures if f.is_total and f.kind == "money"} == {17803129.64, 18107456}


def test_figures_stand_in_reading_order_with_ids_of_their_records(report):
    order = {name: place for place, name in enumerate(report.order)}
    places = [order[figure.source.id.partition(".")[0]] for figure in report.figures]

    assert places == sorted(places)
    assert all(figure.id.startswith(figure.source.id) for figure in report.figures)


def test_sections_are_about_what_their_titles_name_though_their_text_touches_more(report):
    named = {section.id: find_themes(section.title)[:1] for section in report.sections if section.kind != "theme"}
    about = {section.id: section.themes for section in report.sections}
    agreed = [about[name][0].id == themes[0][0] for name, themes in named.items() if themes]

    assert len(agreed) > 15
    assert sum(agreed) >= len(agreed) - 1  # young people before a court: either is right


def test_a_paragraph_a_table_and_a_section_have_themes(report):
    themes = {record.id: [theme.id for theme in record.themes] for record in (*report.sections, *report.paragraphs)}
    complaints = next(section for section in report.sections if "omplaint" in section.title)

    assert "complaints" in themes[complaints.id]
    assert any(table.themes for table in report.tables)


def test_mentions_of_an_entity_are_its_words():
    said = ("Operation Lantern began in May.", "In June the Kent Police joined Operation Lantern.")
    report = reportparse.parse(draw(*((text, 72, 700 - 60 * at, 11) for at, text in enumerate(said))))
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    lantern = next(entity for entity in report.entities if entity.kind == "operation")

    assert len(lantern.mentions) == 2
    for mention in lantern.mentions:
        assert texts[mention.id][mention.start : mention.end] == (mention.text or lantern.name)


def test_this_year_and_last_year_mean_the_report_s_own():
    data = draw(
        ("Annual Report 2021/22", 72, 780, 24),
        ("Kent Police and Crime Commissioner", 72, 740, 12),
        ("This year we funded 53 refuges. Last year we funded 47 hostels.", 72, 700, 11),
        ("Robbery fell by 12% compared with last year. In the last year we met 31 groups.", 72, 660, 11),
    )
    found = {figure.text: figure.period for figure in reportparse.parse(data).figures}

    assert found == {"53": "2021/22", "47": "2020/21", "12%": "2021/22", "31": None}


def test_the_truth_s_tables_are_all_read(report):
    truth = json.loads((REPORT / "truth.json").read_text("utf-8"))
    cells = [cell["text"] for table in truth["tables"] for row in table["rows"][1:] for cell in row[1:]]
    numbers = {text for text in cells if text[:1].isdigit()}

    assert numbers <= {figure.text for figure in report.figures} | {"Nov-19", "Nov-20"}
