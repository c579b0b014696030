"""Tables of tagged PDFs that a browser and a word processor print from one page, made by tests/pdfs/tables/build.py."""

import json
from functools import cache
from pathlib import Path

import pytest

import reportparse

FOLDER = Path(__file__).parents[1] / "pdfs" / "tables"
TRUTH = json.loads((FOLDER / "truth.json").read_text("utf-8"))


@cache
def read(name: str) -> reportparse.Report:
    return reportparse.parse(FOLDER / name)


@pytest.fixture(params=["browser.pdf", "office.pdf"])
def report(request) -> reportparse.Report:
    return read(request.param)


@pytest.mark.parametrize("number", range(len(TRUTH)))
def test_tables_are_read_as_they_were_written(report, number):
    table, truth = report.tables[number], TRUTH[number]

    assert (table.caption, table.header_rows) == (truth["caption"], truth["header_rows"])
    assert [[cell.text for cell in row if cell.text] for row in table.rows] == truth["rows"]


def test_the_tags_speak_for_every_table(report):
    assert report.source.tagged
    assert all("the tags of the PDF agree" in table.confidence.reasons for table in report.tables)


def test_values_and_what_stands_for_none(report):
    first, second = report.tables[0].rows, report.tables[1].rows

    assert [cell.value for cell in first[2][1:]] == [1200, 1350, 410_000, -12_000]
    assert [cell.value for cell in first[3][1:]] == [310, 295, None, 36_000]
    assert [cell.value for cell in first[4][1:]] == [7, None, 5000, None]
    assert [(cell.value, cell.unit) for cell in second[1][1:]] == [(1204, None), (61.2, "%")]


def test_merged_heads_reach_over_their_columns(report):
    assert [(cell.column, cell.column_span) for cell in report.tables[0].rows[0]] == [(0, 1), (1, 2), (3, 2)]
    assert report.tables[0].tidy()[2].column_path == ("Cost, £000", "2019/20")


def test_a_table_goes_on_over_pages_and_loses_no_row_to_the_running_heads(report):
    assert len(report.tables[2].spans) > 1
    assert len(report.tables[2].rows) == 71
