"""What is read of the annual report with accounts beside this test, against its truth."""

import json
from pathlib import Path

import pytest

import reportparse

FOLDER = Path(__file__).parent / "annual-accounts"


@pytest.fixture(scope="module")
def truth():
    return json.loads((FOLDER / "truth.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def report():
    return reportparse.parse(FOLDER / "report.pdf")


def test_all_headings_are_sections_at_their_level(report, truth):
    assert [(s.title, s.level) for s in report.sections] == [(s["title"], s["level"]) for s in truth["sections"]]


def test_all_cells_of_all_tables_stand_at_their_place(report, truth):
    found = [{(c.text, c.row, c.column, c.column_span) for row in t.rows for c in row if c.text} for t in report.tables]
    wanted = [
        {(c["text"], c["row"], c["column"], c["column_span"]) for row in table["rows"] for c in row if c["text"]}
        for table in truth["tables"]
    ]
    assert sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def test_all_boxes_with_a_title_are_callouts(report, truth):
    assert [c.title for c in report.callouts] == [c["title"] for c in truth["callouts"] if c["title"]]
