"""Tables of pages that are stored turned and shown upright."""

import io
from pathlib import Path

import pikepdf
import pytest

import reportparse

REPORT = Path(__file__).parents[2] / "corpora" / "kent" / "2023-24" / "report.pdf"


def turn(path: Path, degrees: int) -> bytes:
    """The file with each page's content turned against its /Rotate: it looks the same."""
    target = io.BytesIO()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            matrix = {
                90: f"0 1 -1 0 {height} 0", 180: f"-1 0 0 -1 {width} {height}", 270: f"0 -1 1 0 0 {width}",
            }[degrees]  # fmt: skip
            page.contents_add(pikepdf.Stream(pdf, f"q {matrix} cm".encode()), prepend=True)
            page.contents_add(pikepdf.Stream(pdf, b"Q"))
            page.obj.Rotate = degrees
            if degrees != 180:
                page.mediabox = [0, 0, height, width]
            for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if name in page.obj:
                    del page.obj[name]
        pdf.save(target)
    return target.getvalue()


def texts(report: reportparse.Report) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in report.tables]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_has_the_tables_of_the_upright_one(degrees):
    upright = texts(reportparse.parse(REPORT))

    assert len(upright) == 4
    assert texts(reportparse.parse(turn(REPORT, degrees))) == upright
