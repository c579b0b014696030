"""What a report can be held to: planted errors are found, and what only looks like one is not."""

import json
import tomllib
from pathlib import Path

import pytest
from reports import report_of

import reportparse
from reportparse.checks import CHECKS, check_report
from reportparse.checks.material import Material

ROOT = Path(__file__).parents[2]
CASES = tomllib.loads((ROOT / "tests" / "cases" / "checks.toml").read_text("utf-8"))["case"]


def marked(case):
    marks = [pytest.mark.xfail(strict=True, reason=case["known"])] if "known" in case else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_small_report_is_held_to_what_it_says(case):
    checks = check_report(report_of(case.get("texts", ()), case.get("rows", ())))
    told = [
        [c.kind, c.severity, "" if c.expected in (None, []) else c.expected, c.found]
        for c in checks
        if c.kind in case["kinds"]
    ]

    assert told == case["found"]
    assert all(check.passed for check in checks if check.severity == "none")


def test_shares_that_make_a_whole_are_told_without_the_dust_of_floats():
    parts = ["29.4", "47.3", "22.2", "1.1"]  # 99.99999999999999, added one after another
    rows = [["Area", "% of all"], *zip("NESW", parts, strict=True), ["Total", "100"]]
    (check,) = [c for c in check_report(report_of(rows=rows)) if c.kind == "table_total"]

    assert check.message.endswith("adds up to “Total”: 100, stated 100")


def test_a_gap_and_a_double_in_a_numbering_are_found():
    checks = check_report(report_of(["a"] * 6, numbers=["1", "2", "3", "5", "5", "6"]))

    assert [(c.passed, c.message) for c in checks if c.kind == "numbering"] == [
        (False, "paragraph 4 is missing after paragraph 3"),
        (False, "paragraph 5 stands 2 times"),
    ]


def test_a_report_on_some_of_its_indicators_has_no_gaps():
    sections = [(f"Indicator {n}: x", f"Indicator {n}") for n in (1, 4, 9)]

    assert not [c for c in check_report(report_of(sections=sections)) if c.kind == "numbering"]


def test_a_list_of_headings_is_held_to_the_headings():
    titles = ["Protecting victims", "Safer roads", "Building a modern force"]
    heads = [*titles[:2], "Building a modern service"]
    sections = [(f"Theme {n}: {title}", f"Theme {n}") for n, title in enumerate(heads, 1)]
    (check,) = [c for c in check_report(report_of([["The plan has:", *titles]], sections=sections))
                if c.kind == "title_vs_list"]  # fmt: skip

    assert (check.passed, check.expected, check.found) == (
        False, ["Building a modern force"], ["Theme 3: Building a modern service"],
    )  # fmt: skip


def test_a_title_of_another_year_than_the_period_is_found():
    period = {"label": "2020/21", "start": "2020-04-01", "end": "2021-03-31"}
    titles = ("Annual Report 2020-21", "Annual Report 2019-20")
    same, other = (check_report(report_of(title=title, period=period)) for title in titles)

    assert [c.passed for c in same if c.kind == "period"] == [True]
    assert [c.passed for c in other if c.kind == "period"] == [False]


@pytest.mark.parametrize("check", CHECKS)
def test_a_report_of_nothing_gives_no_findings(check):
    assert list(check(Material(report_of()))) == []


def test_the_bundled_report_agrees_with_itself_where_it_can_be_computed():
    report = reportparse.parse(ROOT / "corpora" / "west-midlands" / "2020-21" / "report.pdf")

    assert {c.kind for c in report.checks} >= {"table_total", "table_percent", "table_change", "text_vs_table"}
    assert [c.message for c in report.checks if not c.passed] == []
    assert sum(c.severity == "rounding" for c in report.checks if c.kind == "table_percent") == 2
    assert reportparse.load(report.model_dump_json()) == report


def test_most_of_what_a_careful_reader_computed_is_found(shared):
    truth = json.loads((shared / "language" / "checks.json").read_text("utf-8"))
    report = reportparse.parse(shared / "reports" / "west-midlands-2020-21" / "b-glossy.pdf")
    numbers = {paragraph.id: f"p{paragraph.number}" for paragraph in report.paragraphs if paragraph.number}
    stated = [({*as_list(c.expected), *as_list(c.found)}, names(c, numbers)) for c in report.checks]
    computed = [t for t in truth if t["verdict_by"] == "computation"]
    missed = [t["id"] for t in computed if not any(is_found(t, values, where) for values, where in stated)]

    assert len(missed) <= 0.15 * len(computed), missed


def as_list(value):
    return [plain(x) for x in value] if isinstance(value, list) else [plain(value)]


def plain(value):
    return round(value, 1) if isinstance(value, int | float) else value


def names(check, numbers):
    return {numbers.get(name.partition(".")[0], name) for name in check.where}


def is_found(told, values, where):
    said = {*as_list(told["found"])}
    places = {name.partition(".")[0] for name in told["where"] if name[:1] == "p"}
    return said <= values and (not places or places & where or any(name.startswith("t") for name in where))


def paragraphs(*texts):
    return [c.where for c in check_report(report_of(texts)) if c.kind == "suspicious_duplicate"]


def test_a_paragraph_printed_twice_is_told():
    text = "The panel met four times in the year and asked for papers on custody, on calls and on roads of the county."

    assert paragraphs(text, "Something else stands between the two of them.", text) == [["p1", "p3"]]


def test_lines_of_a_form_may_repeat():
    line = "At 1 July granted during the year cancelled during the year at 30 June normally exercisable from then on"

    assert paragraphs(line, "Something else stands between the two of them.", line) == []
