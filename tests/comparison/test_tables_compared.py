"""What a comparison takes from a table: signs, totals over years, and rows that are told apart by their words."""

from datetime import date

import pytest
from small_report import cell, small_report
from test_pairing import tell

from reportparse.comparison import compare
from reportparse.models import Report

METADATA = {
    "pcc": {"id": "kent", "name": "Kent", "force": "", "score": 100},
    "period": {"label": "2022/23", "start": "2022-04-01", "end": "2023-03-31"},
}


def table(*rows: tuple[str, str, str], money: bool = True) -> Report:
    """A report with a table of two years; each row has a label and two numbers as they are printed."""
    years = ("2021/22", "2022/23")
    cells = [[cell("", 0, 0), *(cell(year, 0, at) for at, year in enumerate(years, 1))]]
    figures = []
    for row, (label, *texts) in enumerate(rows, 1):
        cells.append([cell(label, row, 0)])
        for column, text in enumerate(texts, 1):
            value = float(text.replace(",", "").replace("−", "-"))
            cells[-1].append(cell(text, row, column, value=value))
            figures.append({
                "id": f"t1.r{row}c{column}.f1", "text": text, "value": abs(value), "measure": label,
                "kind": "money" if money else "count", "unit": "GBP" if money else None, "period": years[column - 1],
                "period_source": "column header",
                "source": {"kind": "cell", "id": "t1", "row": row, "column": column, "start": 0, "end": len(text)},
            })  # fmt: skip
    return made(cells, figures)


def made(cells: list, figures: list, caption: str | None = None) -> Report:
    one = {"id": "t1", "caption": caption, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}]}
    one |= {"header_rows": 1, "header_columns": 1}
    return Report.model_validate(small_report(
        metadata=METADATA, paragraphs=[], sections=[], tables=[one | {"rows": cells}], order=["t1"], figures=figures
    ))  # fmt: skip


def values(report: Report) -> dict[str, list[float]]:
    return {line.measure: [float(value.value) for value in line.values] for line in compare([report]).lines}


def test_a_deficit_stays_below_zero():
    """Else a deficit that became a surplus would seem to have shrunk."""
    one = compare([table(("Council tax surplus or deficit", "−1,500,000", "400,000"))])
    [change] = one.changes

    assert values(table(("Council tax surplus or deficit", "−1,500,000", "400,000"))) == {
        "collection-fund-surplus": [-1_500_000, 400_000]
    }
    assert (change.difference, change.percent) == (1_900_000, None)


def test_of_two_rows_of_a_measure_the_one_that_names_it_best_has_it():
    one = table(
        ("Police force net expenditure", "529,000,000", "530,000,000"),
        ("Total net expenditure", "553,000,000", "539,000,000"),
    )

    assert values(one) == {"net-expenditure": [553_000_000, 539_000_000]}


def test_the_first_cell_names_what_its_rows_are_of_whatever_their_scale():
    source = {"kind": "cell", "id": "t1", "row": 1, "column": 1, "start": 0, "end": 4}
    figures = [{"id": "f1", "text": "15.1", "value": 15_100_000, "measure": "General", "kind": "money", "unit": "GBP",
                "period": "2022/23", "period_source": "column header", "source": source}]  # fmt: skip
    row = [cell("General", 1, 0), cell("15.1", 1, 1, value=15_100_000)]
    corners = ("Reserves, £m", "Reserves (£000)", "Reserves")

    for corner in corners:
        assert values(made([[cell(corner, 0, 0), cell("2022/23", 0, 1)], row], figures)) == {
            "general-reserve": [15_100_000]
        }


def test_years_in_headers_end_with_the_month_that_the_caption_names():
    cells = [[cell("", 0, 0), cell("2022", 0, 1)], [cell("Robbery", 1, 0), cell("85", 1, 1, value=85)]]
    source = {"kind": "cell", "id": "t1", "row": 1, "column": 1, "start": 0, "end": 2}
    figures = [{"id": "f1", "text": "85", "value": 85, "measure": "Robbery", "kind": "count", "period": "2022",
                "period_source": "column header", "source": source}]  # fmt: skip
    captions = ("Crime, 12 months to September", "Crime, years ending 31 March", "Crime")
    periods = [compare([made(cells, figures, each)]).lines[0].values[0].period for each in captions]

    assert periods == ["2022-09-30 YE", "2021/22", "2022"]


@pytest.mark.parametrize(
    ("caption", "row", "measure"),
    [
        ("Casualties on Kent’s roads by calendar year", "Fatal", "road-deaths"),
        ("People killed and seriously injured on our roads", "Killed", None),
        ("Working days lost to sickness", "PCSOs", None),
        ("Strength", "PCSOs", "pcsos"),
    ],
)
def test_a_caption_says_what_its_rows_are_of_whatever_the_area_and_time_it_names(caption, row, measure):
    cells = [[cell("", 0, 0), cell("2022", 0, 1)], [cell(row, 1, 0), cell("85", 1, 1, value=85)]]
    source = {"kind": "cell", "id": "t1", "row": 1, "column": 1, "start": 0, "end": 2}
    figures = [{"id": "f1", "text": "85", "value": 85, "measure": row, "kind": "count", "period": "2022",
                "period_source": "column header", "source": source}]  # fmt: skip

    assert [line.measure for line in compare([made(cells, figures, caption)]).lines] == [measure] * bool(measure)


def test_a_total_over_years_is_of_none_of_them():
    cells = [[cell("Year", 0, 0), cell("Custody visits", 0, 1)]]
    figures = []
    for row, (year, text) in enumerate((("2021/22", "980"), ("2022/23", "72"), ("Total", "1052")), 1):
        cells.append([cell(year, row, 0), cell(text, row, 1, value=int(text))])
        period = {} if year == "Total" else {"period": year, "period_source": "row header"}
        figures.append({
            "id": f"t1.r{row}c1.f1", "text": text, "value": int(text), "measure": "Custody visits", "kind": "count",
            "is_total": year == "Total", **period,
            "source": {"kind": "cell", "id": "t1", "row": row, "column": 1, "start": 0, "end": len(text)},
        })  # fmt: skip

    assert values(made(cells, figures)) == {"custody-visits": [980, 72]}


def test_a_row_of_headers_that_says_the_day_again_and_again_dates_the_years_below():
    cells = [
        [cell("", 0, 0), *(cell(text, 0, at) for at, text in enumerate(("31", "March", "31", "March"), 1))],
        [cell("", 1, 0), *(cell(text, 1, at) for at, text in enumerate(("", "2022", "", "2023"), 1))],
        [cell("Police staff", 2, 0), cell("", 2, 1), cell("2,098", 2, 2, value=2098), cell("", 2, 3),
         cell("2,155", 2, 4, value=2155)],
    ]  # fmt: skip
    figures = [
        {
            "id": f"t1.r2c{column}.f1", "text": text, "value": value, "measure": "Police staff", "kind": "count",
            "period": year, "period_source": "column header",
            "source": {"kind": "cell", "id": "t1", "row": 2, "column": column, "start": 0, "end": len(text)},
        }
        for column, year, text, value in ((2, "2022", "2,098", 2098), (4, "2023", "2,155", 2155))
    ]  # fmt: skip
    [line] = compare([made(cells, figures)]).lines

    assert [(value.period, value.is_assumed) for value in line.values] == [("2022-03-31", False), ("2023-03-31", False)]


def test_the_paragraph_before_a_table_says_how_its_rows_are_counted():
    told = table(("PCSOs", "131", "104"), ("Special Constables", "188", "174"), money=False)
    text = "Special Constables are people; PCSOs and police staff are full-time equivalents."
    before = {"id": "p1", "text": text, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}]}
    report = Report.model_validate(told.model_dump() | {"paragraphs": [before], "order": ["p1", "t1"]})

    assert {line.measure: line.counted for line in compare([report]).lines} == {
        "pcsos": "full-time equivalent", "special-constables": None,
    }  # fmt: skip


def posts(before: str, caption: str | None = None) -> Report:
    """A report with a table of officers, of two columns without a time, behind a paragraph."""
    heads, numbers = ("Establishment", "In post"), (3951, 3987)
    cells = [
        [cell("", 0, 0), *(cell(head, 0, at) for at, head in enumerate(heads, 1))],
        [cell("Police officers", 1, 0), *(cell(str(each), 1, at, value=each) for at, each in enumerate(numbers, 1))],
    ]
    figures = [
        {
            "id": f"t1.r1c{at}.f1", "text": str(number), "value": number, "measure": f"Police officers, {head}",
            "kind": "count", "source": {"kind": "cell", "id": "t1", "row": 1, "column": at, "start": 0, "end": 4},
        }
        for at, (head, number) in enumerate(zip(heads, numbers, strict=True), 1)
    ]  # fmt: skip
    paragraph = {"id": "p1", "text": before, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}]}
    one = made(cells, figures, caption).model_dump()
    return Report.model_validate(one | {"paragraphs": [paragraph], "order": ["p1", "t1"]})


def test_officers_are_those_in_post_and_not_those_that_there_may_be():
    [line] = [line for line in compare([posts("The workforce:")]).lines if line.measure == "officers"]

    assert [(float(value.value), value.is_disputed) for value in line.values] == [(3987, False)]


def test_the_sentence_before_a_table_without_a_caption_says_its_day():
    told = "Recruitment went well. The table below gives the strength at 31 January 2023."
    befores = (posts(told), posts(told, "Workforce"), posts("We met at 31 January 2023."))
    lines = [next(line for line in compare([one]).lines if line.measure == "officers") for one in befores]

    assert [line.values[0].period for line in lines] == ["2023-01-31", "2022/23", "2022/23"]


def test_budgets_are_what_the_next_report_tells_without_that_word():
    rows = (
        ("Premises", "21,300,000", "24,600,000"),
        ("Transport", "9,100,000", "9,300,000"),
        ("Overtime", "7,400,000", "7,900,000"),
    )
    earlier = table(*rows)
    later = table(*rows)
    planned = [figure.model_copy(update={"role": "target"}) for figure in later.figures]
    period = later.metadata.period.model_copy(update={"label": "2023/24"})
    metadata = later.metadata.model_copy(update={"period": period})

    lines = compare([earlier, later.model_copy(update={"figures": planned, "metadata": metadata})]).lines

    assert {line.measure: line.role for line in lines} == dict.fromkeys(("premises", "transport", "overtime"), "actual")
    assert {len({value.report for value in line.values}) for line in lines} == {2}


def test_a_budget_beside_its_outturn_stays_one_where_both_are_the_same():
    """The next report tells the outturns again, three of which came to what was planned."""
    rows = (
        ("Premises", "21,300,000", "24,600,000"),
        ("Transport", "9,100,000", "9,300,000"),
        ("Overtime", "7,400,000", "7,900,000"),
        ("Grants", "4,200,000", "4,100,000"),
    )
    both = table(*rows)
    planned = [
        figure.model_copy(update={"id": f"{figure.id}b", "role": "target", "value": value, "text": f"{value:,}"})
        for figure in both.figures
        for value in [5_000_000 if figure.text == "24,600,000" else int(figure.value or 0)]
    ]
    period = both.metadata.period.model_copy(update={"label": "2023/24"})
    later = both.model_copy(update={"metadata": both.metadata.model_copy(update={"period": period})})

    found = compare([both.model_copy(update={"figures": [*both.figures, *planned]}), later])

    assert not any(value.is_disputed for line in found.lines for value in line.values)


def test_what_a_table_titled_as_a_budget_tells_is_restated_by_no_outturn():
    """The next report has the outturn of one year beside the budget of the other."""
    planned = (
        ("Premises", "21,300,000", "22,000,000"),
        ("Transport", "9,100,000", "9,400,000"),
        ("Overtime", "7,400,000", "7,900,000"),
    )
    came_of = (
        ("Premises", "20,900,000", "22,000,000"),
        ("Transport", "9,300,000", "9,400,000"),
        ("Overtime", "7,600,000", "7,900,000"),
    )
    later = table(*came_of)
    year = {"label": "2023/24", "start": date(2023, 4, 1), "end": date(2024, 3, 31)}
    metadata = later.metadata.model_copy(update={"period": later.metadata.period.model_copy(update=year)})
    roles = {"2021/22": "actual", "2022/23": "target"}
    in_columns = [figure.model_copy(update={"role": roles[figure.period or ""]}) for figure in later.figures]
    later = later.model_copy(update={"figures": in_columns, "metadata": metadata})
    found = {}
    for caption in ("What the budget is for", "What was spent of the budget"):
        earlier = table(*planned)
        titled = [each.model_copy(update={"caption": caption}) for each in earlier.tables]
        found[caption] = len(compare([earlier.model_copy(update={"tables": titled}), later]).restatements)

    assert found == {"What the budget is for": 0, "What was spent of the budget": 3}


def test_what_came_of_a_budget_is_not_the_budget():
    """Gross spending of a table with a column of each."""
    cells = [
        [cell("", 0, 0), cell("Budget", 0, 1), cell("Outturn", 0, 2)],
        [cell("Gross spending", 1, 0), cell("386.9", 1, 1, value=386.9), cell("384.6", 1, 2, value=384.6)],
    ]
    figures = [
        {"id": f"f{column}", "text": str(value), "value": value * 1e6, "measure": "Gross spending", "kind": "money",
         "unit": "GBP", "role": role, "period": "2022/23",
         "source": {"kind": "cell", "id": "t1", "row": 1, "column": column, "start": 0, "end": 5}}
        for column, role, value in ((1, "target", 386.9), (2, "actual", 384.6))
    ]  # fmt: skip

    lines = compare([made(cells, figures)]).lines

    assert {(line.role, line.counted) for line in lines} == {("target", "gross"), ("actual", "spent")}


def test_a_table_of_districts_is_of_what_it_parts():
    source = {"kind": "cell", "id": "t1", "row": 1, "column": 1, "start": 0, "end": 5}
    figures = [{"id": "f1", "text": "4,102", "value": 4102, "measure": "Antisocial behaviour by district",
                "kind": "count", "period": "2022/23", "place": "Thanet", "source": source}]  # fmt: skip
    cells = [[cell("District", 0, 0), cell("Incidents", 0, 1)], [cell("Thanet", 1, 0), cell("4,102", 1, 1, value=4102)]]

    assert values(made(cells, figures)) == {"anti-social-behaviour": [4102]}


def test_a_sum_called_predicted_is_what_the_next_report_tells_of_that_year():
    row = ("Predicted savings", "7,900,000", "8,100,000")
    earlier, later = table(row), table(("Savings", "7,900,000", "8,100,000"))
    foreseen = [figure.model_copy(update={"role": "forecast"}) for figure in earlier.figures]
    metadata = later.metadata.model_copy(
        update={"period": later.metadata.period.model_copy(update={"label": "2023/24"})}
    )

    lines = compare([
        earlier.model_copy(update={"figures": foreseen}), later.model_copy(update={"metadata": metadata}),
    ]).lines  # fmt: skip

    assert [(line.measure, line.role, len(line.values)) for line in lines] == [("savings", "actual", 4)]


def test_what_stayed_as_it_was_goes_with_its_row_where_reports_call_it_otherwise():
    """Else the value of the later of two equal years would be left behind, as told again."""
    earlier = tell("2021/22", ["My Fund for Crisis gave £251,300 to clubs in 2021/22."])
    later = table(("Grants to clubs from the Crisis Fund", "251,300", "251,300"), ("Roads", "14,200", "15,100"))

    found = {line.measure: line.values for line in compare([earlier, later]).lines}
    [values] = [told for told in found.values() if len({value.report for value in told}) > 1]

    assert [(value.period, float(value.value)) for value in values if value.figure.startswith("t1")] == [
        ("2021/22", 251_300), ("2022/23", 251_300),
    ]  # fmt: skip


def test_what_was_planned_goes_with_what_was_where_reports_call_their_row_otherwise():
    earlier, later = table(("Cars", "7,900,000", "8,100,000")), table(("Vehicles and fuel", "7,900,000", "8,100,000"))
    planned = [
        table((name, "7,200,000", "8,300,000")).figures[at].model_copy(update={"role": "target", "id": "t1.r1c3.f1"})
        for at, name in enumerate(("Cars", "Vehicles and fuel"))
    ]
    metadata = later.metadata.model_copy(
        update={"period": later.metadata.period.model_copy(update={"label": "2023/24"})}
    )

    lines = compare([
        earlier.model_copy(update={"figures": [*earlier.figures, planned[0]]}),
        later.model_copy(update={"figures": [*later.figures, planned[1]], "metadata": metadata}),
    ]).lines  # fmt: skip

    [foreseen] = [line for line in lines if line.role == "target"]
    assert [float(value.value) for value in foreseen.values] == [7_200_000, 8_300_000]


def test_a_caption_says_what_is_counted_and_by_what_its_rows_are():
    cells = [[cell("Quarter", 0, 0), cell("Calls received", 0, 1)], [cell("Q1", 1, 0), cell("106", 1, 1, value=106)]]
    source = {"kind": "cell", "id": "t1", "row": 1, "column": 1, "start": 0, "end": 3}
    figures = [{"id": "f1", "text": "106", "value": 106, "measure": "Calls received", "kind": "count",
                "period": "2022/23 Q1", "period_source": "row header", "source": source}]  # fmt: skip

    assert values(made(cells, figures, "101 calls by quarter, 2022/23")) == {"calls-101": [106]}
