"""What is exported can be read back, and does nothing of its own."""

import csv
import io
import json
import subprocess
import sys

import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet
import pytest
from small_report import cell, figure, small_report

import reportparse
from reportparse.exports import FORMATS, to_arrow, to_pandas, to_polars
from reportparse.flat import SHEETS
from reportparse.models import Report
from reportparse.safe import guard

FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture
def report() -> Report:
    data = small_report(figures=[figure("f1", value=3, measure=FORMULA), figure("f2", low=2, high=4, text="2|4")])
    data["tables"][0]["rows"][2][2] = cell("-12.5%", 2, 2, value=-12.5, unit="%")
    return Report.model_validate(data)


@pytest.mark.parametrize("sheet", list(SHEETS))
@pytest.mark.parametrize("form", list(FORMATS))
def test_every_form_of_every_sheet_holds_each_row(report, tmp_path, form, sheet):
    path = tmp_path / f"out.{form}"
    reportparse.export([report, report], path, sheet=sheet)
    count = 2 * len(list(SHEETS[sheet](report)))
    read = {
        "csv": lambda: len(list(csv.reader(io.StringIO(path.read_text())))) - bool(count),
        "jsonl": lambda: len(path.read_text().splitlines()),
        "md": lambda: len(path.read_text().splitlines()) - 2 * bool(count),
        "xlsx": lambda: max(1, openpyxl.load_workbook(path)[sheet].max_row) - 1,
        "parquet": lambda: pyarrow.parquet.read_table(path).num_rows,
    }

    assert read[form]() == count


def test_words_of_a_pdf_never_become_formulas(report, tmp_path):
    reportparse.export(report, tmp_path / "out.xlsx")
    reportparse.export(report, tmp_path / "out.csv")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["figures"]
    [cell] = [cell for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    [first, _] = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text()))

    assert cell.data_type == "s"
    assert first["measure"] == "'" + FORMULA


def test_numbers_are_numbers_and_years_are_text(report, tmp_path):
    reportparse.export(report, tmp_path / "out.xlsx", sheet="tables")
    rows = list(openpyxl.load_workbook(tmp_path / "out.xlsx")["tables"].values)
    row = dict(zip(rows[0], rows[2], strict=True))

    assert (row["value"], row["unit"], row["column_header"]) == (-12.5, "%", "Victims / 2020/21")


def test_page_numbers_lead_to_their_pages_and_stay_numbers(report, tmp_path):
    reportparse.export(report, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    for name in ("tables", "paragraphs"):
        column = next(cell.column for cell in book[name][1] if cell.value == "page")
        cells = [row[column - 1] for row in book[name].iter_rows(min_row=2) if row[column - 1].value is not None]

        assert cells
        assert all(cell.data_type == "n" for cell in cells)
        assert {(cell.hyperlink.target, cell.hyperlink.location) for cell in cells} == {
            ("small.pdf", f"page={cell.value}") for cell in cells
        }


@pytest.mark.parametrize("path", ["\\\\server\\share\\a.pdf", "//server/a.pdf", "file://server/a.pdf"])
def test_no_click_reaches_for_a_share_of_the_network(report, tmp_path, path):
    data = report.model_dump()
    data["source"]["path"] = path
    reportparse.export(Report.model_validate(data), tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")

    assert not [cell for row in book["tables"].iter_rows() for cell in row if cell.hyperlink]


def test_years_are_text_and_look_like_years(report, tmp_path):
    data = report.model_dump() | {
        "metadata": {"period": {"label": "2022/23", "start": "2022-04-01", "end": "2023-03-31"}}
    }
    reportparse.export(Report.model_validate(data), tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    years = [cell for row in book["figures"].iter_rows(min_row=2) for cell in row if cell.value == "2022/23"]

    assert years
    assert all(cell.data_type == "s" for cell in years)


def test_frames_have_the_same_rows(report):
    frames = to_pandas([report]), to_polars([report]), to_arrow([report])

    assert isinstance(frames[0], pd.DataFrame)
    assert isinstance(frames[1], pl.DataFrame)
    assert frames[1]["value"].to_list() == frames[2]["value"].to_pylist() == [3, None]
    assert list(frames[0]["low"].dropna()) == [2]


def test_a_failed_export_leaves_the_old_file(report, tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("old")
    with pytest.raises(ValueError, match="none of figures"):
        reportparse.export(report, path, sheet="pictures")

    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize(
    ("text", "safe"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-3.4%", "-3.4%"), ("-£1.2m", "-£1.2m"), ("+cmd", "'+cmd")],
)
def test_only_what_a_spreadsheet_would_run_is_guarded(text, safe):
    assert guard(text) == safe


def test_the_command_writes_one_file_for_many_reports(report, tmp_path):
    (tmp_path / "a.json").write_text(report.model_dump_json())
    command = [sys.executable, "-m", "reportparse", "export", "a.json", "a.json", "-o"]
    done = subprocess.run([*command, "all.jsonl"], capture_output=True, text=True, cwd=tmp_path, check=False)
    wrong = subprocess.run([*command, "all.doc"], capture_output=True, text=True, cwd=tmp_path, check=False)
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text().splitlines()]

    assert (done.returncode, len(lines)) == (0, 4)
    assert wrong.returncode == 2
    assert "the form is not in the file's name: give -o NAME.csv" in wrong.stderr
