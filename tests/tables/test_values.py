"""Values and units of cells, the notes that their marks point at, and the tidy form."""

import tomllib
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.models import Table as Record
from reportparse.tables import take_tables
from reportparse.tables.paths import Naming, name_cells
from reportparse.tables.records import Cell
from reportparse.tables.values import read_amount

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "table_values.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: " | ".join([case["text"], *case.get("contexts", [])]))
def test_a_cell_is_worth_what_it_and_its_headings_say(case):
    amount = read_amount(case["text"], *case.get("contexts", []))
    told = None if amount is None else (float(amount.value), amount.unit, amount.marks)
    value = case.get("value")

    assert told == (None if value is None else (value, case.get("unit"), case.get("marks", "")))


def named(rows, header_rows=1, **known):
    cells = [[Cell(text, r, c) for c, text in enumerate(texts) if text is not None] for r, texts in enumerate(rows)]
    return name_cells(cells, Naming(header_rows, 1, **known))


def test_a_column_of_years_holds_no_counts_but_a_year_among_counts_is_one():
    rows = named([["Force", "Founded", "Crimes"], ["North", "1974", "2019"], ["South", "1967", "3,405"]], caption="")

    assert [row[1].value for row in rows[1:]] == [None, None]
    assert [row[2].value for row in rows[1:]] == [2019, 3405]


def test_rows_know_the_heading_of_their_section():
    rows = named([["", "2019/20"], ["Income", ""], ["Grant", "12"], ["Spending", ""], ["Pay", "9"]], caption="£m")

    assert [row[1].row_path for row in rows if row[1].value] == [("Income", "Grant"), ("Spending", "Pay")]
    assert rows[2][1].value == Decimal(12_000_000)


def test_marks_are_taken_off_numbers_and_lead_to_their_notes():
    notes = {"t1.n1": "* Provisional", "t1.n2": "(2) From April"}
    rows = named([["", "2019"], ["Robbery", "1,234*"], ["Fraud", "872"]], caption="", notes=notes, marks={(2, 1): "2"})

    assert [(row[1].value, row[1].footnotes) for row in rows[1:]] == [(1234, ("t1.n1",)), (87, ("t1.n2",))]


def make_table() -> Record:
    number = count()
    words = set_line(number, 86.0, (60.0, "Table 4: Grants (£000)"), style=BOLD)
    words += set_line(number, 100.0, (60.0, "Fund"), (200.0, "2019/20"), (300.0, "2020/21"), style=BOLD)
    words += set_line(number, 114.0, (60.0, "=Refuges"), (200.0, "1,200"), (300.0, "-"))
    words += set_line(number, 128.0, (60.0, "Helplines"), (200.0, "310"), (300.0, "(12)"))
    rules = [rule(55, 88 + 14 * i, 360, 88 + 14 * i) for i in range(4)]
    rules += [rule(x, 88, x, 130) for x in (55, 190, 290, 360)]
    words += set_line(number, 400.0, (60.0, "Prose that says in what type the body of this page is set."), style=PLAIN)
    (table,), _ = take_tables([make_page(words, tuple(rules))])
    cells = [[vars_of(cell) for cell in row] for row in table.rows]
    spans = [{"page": span.page, "bbox": span.bbox} for span in table.spans]
    return Record.model_validate({
        "id": table.id, "caption": table.caption, "spans": spans, "header_rows": table.header_rows,
        "header_columns": table.header_columns, "rows": cells,
    })  # fmt: skip


def vars_of(cell):
    value = None if cell.value is None else float(cell.value)
    return {
        "text": cell.text, "row": cell.row, "column": cell.column, "value": value, "unit": cell.unit, "page": cell.page,
        "bbox": cell.box,
    }  # fmt: skip


def test_tidy_form_has_a_row_for_each_number_with_its_paths_period_unit_and_place():
    rows = make_table().tidy()
    told = [(row.row_path, row.column_path, row.value, row.unit, row.period, row.page) for row in rows]

    assert told == [
        (("=Refuges",), ("2019/20",), 1_200_000, "GBP", "2019/20", 1),
        (("Helplines",), ("2019/20",), 310_000, "GBP", "2019/20", 1),
        (("Helplines",), ("2020/21",), -12_000, "GBP", "2020/21", 1),
    ]
    assert all(row.bbox is not None for row in rows)


def test_a_data_frame_has_the_header_as_columns():
    pytest.importorskip("pandas", reason="data frames need pandas, which is the user's own to install")
    frame = make_table().to_dataframe()

    assert list(frame.columns) == ["Fund", "2019/20", "2020/21"]
    assert list(frame["2019/20"]) == ["1,200", "310"]
    assert list(make_table().to_dataframe(is_tidy=True)["value"]) == [1_200_000, 310_000, -12_000]
