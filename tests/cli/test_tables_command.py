"""`reportparse tables`: text, CSV, Excel, tidy rows and pictures of a report's tables."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from paper import draw_pdf
from PIL import Image

import reportparse
from reportparse.cli.workbook import as_workbook
from reportparse.errors import MissingExtra

HEAD = ("Fund (£000)", "2019/20", "2020/21")
ROWS = [HEAD, ("=SUM(A1)", "1,200", "1,350"), ("@home", "310", "(295)"), ("Total", "7", "-")]


def draw(canvas):
    for i, row in enumerate(ROWS):
        canvas.setFont("Helvetica-Bold" if i == 0 else "Helvetica", 10)
        for x, text in zip((80, 250, 350), row, strict=True):
            canvas.drawString(x, 700 - 18 * i, text)
    for i in range(len(ROWS) + 1):
        canvas.line(70, 714 - 18 * i, 430, 714 - 18 * i)
    for x in (70, 240, 340, 430):
        canvas.line(x, 714, x, 714 - 18 * len(ROWS))


@pytest.fixture(scope="module")
def pdf(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("tables") / "report.pdf"
    path.write_bytes(draw_pdf(draw))
    return path


def run(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reportparse", "tables", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


def test_tidy_rows_of_a_pdf_and_of_its_record_are_the_same(pdf):
    record = reportparse.parse(pdf).model_dump_json().encode()
    form = ("--tidy", "--csv")
    from_pdf, from_record = run(pdf, *form).stdout, run("-", *form, stdin=record).stdout
    rows = list(csv.DictReader(io.StringIO(from_pdf.decode())))

    assert from_pdf == from_record
    assert [(row["column_path"], float(row["value"]), row["period"]) for row in rows] == [
        ("2019/20", 1_200_000, "2019/20"), ("2020/21", 1_350_000, "2020/21"),
        ("2019/20", 310_000, "2019/20"), ("2020/21", -295_000, "2020/21"), ("2019/20", 7_000, "2019/20"),
    ]  # fmt: skip


def test_no_cell_becomes_a_formula(pdf, tmp_path):
    rows = list(csv.reader(io.StringIO(run(pdf, "--csv").stdout.decode())))
    run(pdf, "-o", tmp_path / "tables.xlsx")
    with zipfile.ZipFile(tmp_path / "tables.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()

    assert [row[4] for row in rows[2:4]] == ["'=SUM(A1)", "'@home"]
    assert "<f>" not in sheet
    assert "=SUM(A1)" in strings
    assert re.search(r"<v>1200</v>", sheet)


def test_forms_follow_the_name_of_the_file(pdf, tmp_path):
    run(pdf, "-o", tmp_path / "t.jsonl")
    table = json.loads((tmp_path / "t.jsonl").read_text())
    text = run(pdf, "-t").stdout.decode()

    assert [cell["text"] for cell in table["rows"][0]] == list(HEAD)
    assert "| Fund (£000) | 2019/20 | 2020/21 |" in text


def test_drawn_pages_show_headers_and_cells_in_their_colours(pdf, tmp_path):
    done = run(pdf, "--draw", tmp_path / "look")
    image = Image.open(tmp_path / "look" / "page-001.png")
    colors = {color for _, color in image.getcolors(1 << 20)}

    assert done.returncode == 0
    assert image.size == (1200, 1600)
    assert any(red > 200 and green < 60 and blue < 60 for red, green, blue in colors)
    assert any(blue > 200 and red < 160 for red, green, blue in colors)


def test_a_record_can_not_be_drawn(pdf, tmp_path):
    record = reportparse.parse(pdf).model_dump_json().encode()
    drawn = run("-", "--draw", tmp_path, stdin=record)

    assert drawn.returncode == 2
    assert b"give the report's PDF" in drawn.stderr


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(MissingExtra, match=r"pip install 'reportparse\[xlsx\]'"):
        as_workbook([("t1", [["a"]], 1)])
