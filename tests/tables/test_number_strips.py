"""Number strips are no tables: large figures, each over its label."""

from itertools import count

import pytest
import typst
from words import PLAIN, make_page, set_line

import reportparse
from reportparse.layout.lines import find_lines
from reportparse.layout.strip_labels import part_labels
from reportparse.tables import take_tables

LARGE = PLAIN._replace(size=22.0)
FIGURES = ((60.0, "92,340"), (190.0, "15,008"), (320.0, "1,702"), (450.0, "80.3%"))
LABELS = ((60.0, "crimes with victims"), (190.0, "offences of harm"), (320.0, "rapes"), (450.0, "of victims content"))
MORE = ((60.0, "5,120"), (190.0, "9,440"), (320.0, "2,004"), (450.0, "12.4%"))
OTHERS = ((60.0, "vehicle offences"), (190.0, "other thefts"), (320.0, "hate crimes"), (450.0, "of cases solved"))


@pytest.mark.parametrize(("style", "tables"), [(LARGE, 0), (PLAIN, 1)])
def test_figures_are_a_strip_where_they_are_larger_than_their_labels(style, tables):
    number = count()
    words = [
        *set_line(number, 100, *FIGURES, style=style), *set_line(number, 118, *LABELS),
        *set_line(number, 150, *MORE, style=style), *set_line(number, 168, *OTHERS),
    ]  # fmt: skip

    found, (rest,) = take_tables([make_page(words)])

    assert (len(found), len(rest.words) == len(words)) == (tables, not tables)


def test_a_label_of_two_lines_makes_no_table_of_a_strip():
    number = count()
    small = PLAIN._replace(size=9.0)
    words = []
    for baseline, figures, labels in ((134, FIGURES, LABELS), (188, MORE, OTHERS)):
        for figure, label in zip(figures, labels, strict=True):
            words += set_line(number, baseline, figure, style=LARGE)
            words += set_line(number, baseline + 13, label, style=small)
            if figure[1] == "15,008":
                words += set_line(number, baseline + 26.4, (figure[0], "to people"), style=small)

    found, (rest,) = take_tables([make_page(words)])

    assert (found, len(rest.words)) == ([], len(words))


def test_labels_a_space_apart_are_cut_each_below_its_figure():
    number = count()
    small = PLAIN._replace(size=9.0)
    labels = ("county lines closed in the year", "knives given up or seized", "arrests for drugs")
    middles, left = [], 60.0
    for label in labels:
        width = len(label) * 5.0 - 2.5 * label.count(" ")
        middles.append(left + width / 2)
        left += width + 2.5
    words = set_line(number, 118, (60.0, " ".join(labels)), style=small)
    for middle, figure in zip(middles, ("151", "655", "4,702"), strict=True):
        words += set_line(number, 100, (middle - len(figure) * 2.5, figure), style=LARGE)

    lines = part_labels(find_lines(1, words))
    assert sorted(line.text for line in lines) == sorted([*labels, "151", "655", "4,702"])
    assert take_tables([make_page(words)])[0] == []

    off = [word._replace(x0=word.x0 + 25, x1=word.x1 + 25) if word.style == LARGE else word for word in words]
    assert " ".join(labels) in [line.text for line in part_labels(find_lines(1, off))]


@pytest.mark.parametrize("is_above", [True, False])
def test_a_strip_on_a_ground_as_wide_as_a_table_is_no_part_of_it(is_above):
    figures = (("6,412", "thefts"), ("18,240", "calls to wardens"), ("258", "wardens"), ("£14.15", "on every bill"))
    cells = "".join(
        f'[#text(20pt, weight: "bold")[{figure}] #linebreak() #text(9pt)[{label}]],' for figure, label in figures
    )
    grid = f"#set align(center);#grid(columns: (1fr,) * 4, {cells})"
    strip = f"#block(fill: rgb(0, 100, 120), width: 100%, inset: 8pt)[{grid}]"
    rows = [
        ("Measure", "2021/22", "2022/23"), ("Satisfied", "84.1", "81.7"),
        ("Found", "17.3", "24.6"), ("Late", "9", "8"),
    ]
    inner = "".join(f"[{text}]," for row in rows[1:] for text in row)
    table = f"""*What we measure*
        #table(columns: (1fr, auto, auto), stroke: (x: none, y: 0.5pt), align: (left, right, right),
               table.header({"".join(f"[*{text}*]," for text in rows[0])}), {inner})"""
    parts = (strip, table) if is_above else (table, strip)
    data = typst.compile(
        ('#set page(paper: "a4", margin: 60pt)\n#set text(size: 11pt)\n= The year\n' + "\n\n".join(parts)).encode(),
        format="pdf", ignore_system_fonts=True,
    )  # fmt: skip

    (found,) = reportparse.parse(data).tables

    assert [tuple(cell.text for cell in row) for row in found.rows] == rows
