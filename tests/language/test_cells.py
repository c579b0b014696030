"""Figures of cells: what headers, captions, notes and the report's own year say about a number."""

import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportparse.language import Setting, read_table
from reportparse.tables import Cell
from reportparse.tables.paths import Naming, name_cells

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "cells.toml").read_text("utf-8"))["case"]


def marked(case):
    marks = [pytest.mark.xfail(strict=True, reason=case["known"])] if "known" in case else []
    return pytest.param(case, id=case["name"], marks=marks)


def table_of(case):
    rows = [[Cell(text, r, c) for c, text in enumerate(texts)] for r, texts in enumerate(case["rows"])]
    header_rows, caption = case.get("header_rows", 1), case.get("caption", "")
    named = name_cells(rows, Naming(header_rows, 1, caption))
    return SimpleNamespace(
        id="t1", caption=caption, notes=case.get("notes", []), rows=named, header_rows=header_rows, header_columns=1
    )


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_cells_are_read_by_their_headers(case):
    found = list(read_table(table_of(case), None, Setting(case.get("own"), case.get("area"), {})))
    told = [["" if row[name] is None else row[name] for name in case["fields"]] for row in found]

    assert told == case["figures"]


def test_the_words_of_a_cell_can_be_found_again():
    case = {"rows": [["Year", "Hearings"], ["2018/19", "about 22 hearings"], ["2019/20", "19"]]}
    table = table_of(case)
    for row in read_table(table, None, Setting()):
        source = row["source"]
        cell = table.rows[source["row"]][source["column"]]

        assert cell.text[source["start"] : source["end"]] == row["text"]
