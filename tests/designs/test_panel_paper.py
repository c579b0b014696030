"""A paper from a panel's agenda pack, as LibreOffice Writer sets it; `panel-paper/make_panel.py` makes it anew."""

import json
from pathlib import Path

import pytest

import reportparse

FOLDER = Path(__file__).parent / "panel-paper"


@pytest.fixture(scope="module")
def truth():
    return json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found():
    return reportparse.parse(FOLDER / "report.pdf").model_dump(mode="json")


def _items(items):
    return [(item["marker"], item["text"], item["level"], _items(item["items"])) for item in items]


def _cells(table):
    names = ("row", "column", "row_span", "column_span", "text")
    cells = [tuple(cell[name] for name in names) for row in table["rows"] for cell in row if cell["text"]]
    return table["caption"], table["header_rows"], cells


def test_sections_have_their_titles_levels_and_kinds(truth, found):
    names = ("title", "level", "kind", "number", "page")

    assert [[one[name] for name in names] for one in found["sections"]] == [
        [one[name] for name in names] for one in truth["sections"]
    ]


def test_paragraphs_have_their_numbers_and_sub_points(truth, found):
    assert [(one["number"], one["text"], _items(one["items"])) for one in found["paragraphs"]] == [
        (one["number"], one["text"], _items(one["items"])) for one in truth["paragraphs"]
    ]


def test_tables_have_their_cells_over_a_page_break_too(truth, found):
    assert [_cells(table) for table in found["tables"]] == [_cells(table) for table in truth["tables"]]


def test_notes_boxes_and_charts_are_told_apart(truth, found):
    assert [note["text"] for note in found["footnotes"]] == [note["text"] for note in truth["footnotes"]]
    assert [box["title"] for box in found["callouts"]] == [box["title"] for box in truth["callouts"]]
    assert [one["caption"] for one in found["pictures"]] == [one["caption"] for one in truth["pictures"]]
    assert found["coverage"]["residue"] == 0


def test_charts_have_their_values_to_the_error_they_tell(truth, found):
    for picture, true in zip(found["pictures"], truth["pictures"], strict=True):
        for series, wanted in zip(picture["series"], true["series"], strict=True):
            assert series["name"] == wanted["name"]
            drawn = [point for point in wanted["points"] if point["y"]]  # nothing is drawn for none
            for point, value in zip(series["points"], drawn, strict=True):
                assert point["x"] == value["x"]
                assert abs(point["y"] - value["y"]) <= point["error"]
