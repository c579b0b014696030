"""reportparse pictures, as a user meets it."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

import reportparse
from reportparse.cli import main

CHARTS = Path(__file__).parents[1] / "pdfs" / "charts" / "slides.pdf"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "report.json"
    path.write_text(reportparse.parse(CHARTS).model_dump_json(), "utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in ("pictures", *arguments)], catch_exceptions=False)


def test_pictures_of_a_record_are_listed_with_how_many_values_they_gave(record):
    rows = [json.loads(line) for line in run(record).stdout.splitlines()]

    assert [row["kind"] for row in rows] == ["chart"] * 10
    assert rows[0] == {
        "id": "g1", "page": 1, "kind": "chart", "caption": "Response rate (%)", "alt_text": None, "series": 1,
        "values": 2,
    }  # fmt: skip


def test_values_of_charts_are_rows(record, tmp_path):
    run(record, "--values", "-o", tmp_path / "values.csv")
    rows = list(csv.DictReader((tmp_path / "values.csv").read_text("utf-8").splitlines()))

    assert {(row["series"], row["x"], row["y"]) for row in rows if row["page"] == "6"} >= {
        ("This force", "2017/18", "24.1"), ("Similar forces", "2020/21", "23.9"),
    }  # fmt: skip
    assert {row["method"] for row in rows} == {"label", "geometry"}


def test_pictures_are_cut_out_of_their_pages(record, tmp_path):
    done = run(record, "--crop", tmp_path / "crops", "--pdf", CHARTS)
    files = sorted((tmp_path / "crops").iterdir())

    assert done.exit_code == 0
    assert [file.name for file in files][:2] == ["page-001-g1.png", "page-002-g2.png"]
    with Image.open(files[0]) as image:
        colors = {color for _, color in image.getcolors(1_000_000)}
        x0, top, x1, bottom = reportparse.load(record).pictures[0].bbox

        assert image.width == pytest.approx(2 * (x1 - x0 + 6), abs=2)
        assert image.height == pytest.approx(2 * (bottom - top + 6), abs=2)
        assert (79, 129, 189) in colors  # the bars' own
