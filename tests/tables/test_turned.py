"""Tables of pages that are stored turned and shown upright."""

import io
from itertools import count
from pathlib import Path

import pikepdf
import pytest
from test_take import FUNDS as ROWS
from test_take import XS, set_rows
from words import make_page, rule, set_line

import reportparse
from reportparse.tables import take_tables

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


@pytest.mark.parametrize("is_ruled", [False, True])
@pytest.mark.parametrize("angle", [90, 270])
def test_a_table_set_sideways_on_an_upright_page_is_read(angle, is_ruled):
    """Text turned clockwise runs down the page, from its right side to its left; else from left to right."""
    upright = set_rows(ROWS, XS)
    tops = sorted({word.top - 2 for word in upright})
    foot, edges = 2 * tops[-1] - tops[-2], [x - 4 for x in (*XS, XS[-1] + 60)]
    level = [rule(edges[0], top, edges[-1], top) for top in (*tops, foot)]
    drawn = [*level, *(rule(x, tops[0], x, foot) for x in edges)] if is_ruled else []
    words = [word._replace(order=word.order + 100) for word in set_line(count(), 60.0, (60.0, "What we did next"))]

    def turn(one):
        if angle == 90:
            box = 595 - one.bottom, one.x0, 595 - one.top, one.x1
        else:
            box = one.top, 842 - one.x1, one.bottom, 842 - one.x0
        return one._replace(**dict(zip(("x0", "top", "x1", "bottom"), box, strict=True)))

    turned = [turn(word)._replace(angle=angle) for word in upright]
    (table,), (rest,) = take_tables([make_page([*turned, *words], tuple(map(turn, drawn)))])

    assert [[cell.text for cell in row if cell.text] for row in table.rows] == [list(row) for row in ROWS]
    assert (table.header_rows, table.rows[1][1].value) == (1, 1200)
    assert table.rows[1][1].box == next(word.box for word in turned if word.text == "1,200")
    assert [word.text for word in rest.words] == ["What", "we", "did", "next"]


def test_turned_names_of_columns_are_no_table_of_their_own():
    names = ["Recorded crime in all", "Violence with injury", "Theft from the person", "Burglary of a home"]
    line = [word for i, name in enumerate(names) for word in set_line(count(20 * i), 40.0 + 30 * i, (60.0, name))]
    turned = [
        word._replace(x0=word.top, top=300 - word.x1, x1=word.bottom, bottom=300 - word.x0, angle=270)
        for word in line
    ]

    assert take_tables([make_page(turned)])[0] == []
