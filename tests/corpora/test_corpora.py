"""The reports of corpora/: source, PDF and truth agree, and the parser finds all of each truth."""

import json
import re
from pathlib import Path

import pytest
from score import score
from typesetting.clock import settle
from typesetting.source import read_blocks, read_report
from typesetting.truth import make_truth, read_pages, squeeze

import reportparse
from reportparse.pdf import Document

CORPORA = Path(__file__).parents[2] / "corpora"
FOLDERS = {str(path.parent.relative_to(CORPORA)): path.parent for path in sorted(CORPORA.glob("*/*/report.toml"))}
SOURCES = {name: read_report(folder) for name, folder in FOLDERS.items()}
SCANNED = {name for name, report in SOURCES.items() if report.get("scanned")}
# A commit grows with every PDF in it.
MOST_BYTES, MOST_BYTES_SCANNED = 600_000, 1_000_000


@pytest.fixture(scope="module", params=FOLDERS)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def truth(name):
    return json.loads((FOLDERS[name] / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pages(name):
    return read_pages((FOLDERS[name] / "report.pdf").read_bytes())


def test_truth_is_what_source_and_pages_give(name, truth, pages):
    """After a change to a source: make corpora."""
    made = json.loads(json.dumps(make_truth(SOURCES[name], pages)))
    if name in SCANNED:
        for record in truth["sections"] + truth["paragraphs"]:
            record.pop("page")

    assert made == truth


def test_every_record_begins_on_its_page(name, truth, pages):
    if name in SCANNED:
        pytest.skip("a scan has no text to look in")
    for record in truth["sections"] + truth["paragraphs"]:
        start = squeeze(record.get("title") or record["text"])[:40]

        assert start in pages[record["page"] - 1]


def test_every_cell_and_number_is_printed(name, truth, pages):
    if name in SCANNED:
        pytest.skip("a scan has no text to look in")
    text = "".join(pages)
    for table in truth["tables"]:
        for row in table["rows"]:
            assert all(squeeze(cell["text"]) in text for cell in row)
    for strip in truth.get("strips", []):
        assert all(squeeze(number) in text and squeeze(label) in text for number, label in strip["pairs"])


def test_every_number_of_the_text_says_where_it_was_published(truth):
    """A block with a number that counts or measures names its sources, or that it was made up."""
    if "provenance" not in truth:
        pytest.skip("its sources are told for the report as a whole, in corpora/README.md")
    told = truth["provenance"]["records"]
    known = {source["id"] for source in truth["provenance"]["sources"]} | {"made up"}
    inside = {paragraph for callout in truth["callouts"] for paragraph in callout["paragraphs"]}
    counted = re.compile(r"£|%|\b\d{1,3},\d{3}\b")

    assert all(set(sources) <= known for sources in told.values())
    for record in truth["paragraphs"]:
        texts = [record["text"], *(item["text"] for item in record["items"])]
        if record["id"] not in inside and any(counted.search(text) for text in texts):
            assert record["id"] in told, record["text"]
    assert all(record["id"] in told for record in truth["tables"] + truth["pictures"])


def test_stated_measures_are_in_the_words(truth):
    words = json.dumps({key: truth[key] for key in ("paragraphs", "tables")}, ensure_ascii=False)
    for measure in truth.get("measures", []):
        assert measure["text"] in words


def test_restatements_change_what_the_earlier_report_says(truth):
    for row in truth.get("restatements", []):
        earlier = json.loads((FOLDERS[row["report"]] / "truth.json").read_text(encoding="utf-8"))
        told = {(m["name"], m["period"]): m["value"] for m in truth["measures"]}
        before = {(m["name"], m["period"]): m["value"] for m in earlier["measures"]}

        assert told[row["measure"], row["period"]] == row["later"]
        assert before[row["measure"], row["period"]] == row["earlier"]
        assert row["earlier"] != row["later"]


def test_pdf_is_small(name):
    size = (FOLDERS[name] / "report.pdf").stat().st_size

    assert size < (MOST_BYTES_SCANNED if name in SCANNED else MOST_BYTES)


@pytest.mark.parametrize("name", SCANNED)
def test_scan_is_a_record_that_asks_for_ocr(name):
    report = reportparse.parse(FOLDERS[name] / "report.pdf")
    pages = list(range(1, report.source.page_count + 1))

    assert report.source.scanned_pages == pages
    assert [warning.page for warning in report.warnings if warning.code == "scanned-page"] == pages
    assert [warning.page for warning in report.warnings if warning.code == "no-text"] == [None]
    assert (report.paragraphs, report.tables, report.figures) == ([], [], [])


@pytest.mark.parametrize("name", [name for name in FOLDERS if name not in SCANNED])
def test_the_parser_finds_all_of_a_truth(name):
    truth = json.loads((FOLDERS[name] / "truth.json").read_text(encoding="utf-8"))
    report = reportparse.parse(FOLDERS[name] / "report.pdf")

    assert {key: value for key, value in score(truth, report).items() if value < 1} == {}
    assert report.source.tagged == SOURCES[name].get("tagged", True)


def test_equal_sources_give_equal_files():
    def made(day, name):
        return (
            f"<</CreationDate(D:202611{day}154713Z)>> <xmp:CreateDate>2026-11-{day}T15:47:13+00:00</xmp:CreateDate>"
            f"<xmpMM:InstanceID>{name}==</xmpMM:InstanceID> /ID[({name}==)({name}==)] /ID [<{name}> <{name}>]"
        ).encode()

    first, second = settle(made("24", "HRJdAWBZ")), settle(made("25", "bV4e2Woo"))

    assert first == second
    assert len(first) == len(made("24", "HRJdAWBZ"))
    assert b"D:20260101000000Z" in first


def test_a_table_over_two_pages_has_its_header_on_both():
    report = reportparse.parse(CORPORA / "west-midlands" / "2014-15" / "report.pdf")
    [table] = [table for table in report.tables if len(table.spans) > 1]

    assert [span.page for span in table.spans] == [9, 10]
    assert (len(table.rows), table.header_rows) == (44, 1)
    with Document(CORPORA / "west-midlands" / "2014-15" / "report.pdf") as document:
        texts = [" ".join(word.text for word in page.words) for page in document.read_pages([9, 10])]
    assert all("District Purpose" in text for text in texts)


def test_a_list_without_a_paragraph_is_refused_rather_than_lost():
    with pytest.raises(ValueError, match="a list needs a paragraph"):
        list(read_blocks("# Heading\n\n- one item\n- another"))
