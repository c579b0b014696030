"""What a comparison of reports promises."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stated import report, state

import reportparse
from reportparse.comparison import Comparison, compare, long_rows, only, wide_rows
from reportparse.comparison.terms.numbers import is_same


def line(comparison: Comparison, measure: str, role: str = "actual"):
    [found] = [line for line in comparison.lines if line.measure == measure and line.role == role]
    return found


def told(line) -> list[tuple]:
    return [(value.report, value.period, value.value) for value in line.values]


def test_a_sum_whose_kind_is_assumed_is_no_restatement_of_one_far_off():
    """A net budget, and total financing a year later."""
    years = [
        report(
            "kent", "2021/22", state("net budget", 353_000_000, "2021/22", kind="money", unit="GBP", text="£353.0m")
        ),
        report("kent", "2022/23", state("budget", 409_300_000, "2021/22", kind="money", unit="GBP", text="£409.3m")),
    ]

    assert compare(years).restatements == []


def test_a_name_is_the_fullest_that_is_a_figures_own():
    years = [
        report("kent", "2022/23", state("rescue boats", 31)),
        report("kent", "2023/24", state("Rescue boats", 36, "2023/24")),
    ]

    assert [line.name for line in compare(years).lines] == ["rescue boats"]


@pytest.mark.parametrize(("words", "name"), [("police staff", "police-staff"), ("junior rangers", "junior ranger")])
def test_what_is_there_in_march_is_of_its_last_day(words, name):
    years = [
        report("kent", "2022/23", state(words, 2344, "2023-03-31")),
        report("kent", "2023/24", state(words, 2390, "2024-03")),
    ]

    assert told(line(compare(years), name)) == [
        ("kent 2022/23", "2023-03-31", 2344), ("kent 2023/24", "2024-03", 2390),
    ]  # fmt: skip


def test_a_measure_stands_in_one_line_whatever_its_words():
    comparison = compare([
        report("kent", "2022/23", state("recorded robbery offences", 1261)),
        report("surrey", "2022/23", state("Robberies", 402)),
    ])  # fmt: skip

    assert told(line(comparison, "robbery")) == [("kent 2022/23", "2022/23", 1261), ("surrey 2022/23", "2022/23", 402)]


def test_own_words_are_lined_up_where_two_reports_say_the_same():
    comparison = compare([
        report("kent", "2022/23", state("Grants for rescue boats", 7), state("pages of the newsletter", 8)),
        report("kent", "2023/24", state("rescue boat grants", 9, "2023/24")),
    ])  # fmt: skip

    assert [(each.name, len(each.values)) for each in comparison.lines] == [("Grants for rescue boats", 2)]


def test_a_later_report_that_tells_a_year_otherwise_is_found():
    comparison = compare([
        report("kent", "2023/24", state("robbery", 1274), state("robbery", 1198, "2023/24")),
        report("kent", "2022/23", state("robbery", 1261)),
    ])  # fmt: skip
    [found] = comparison.restatements

    assert (found.period, found.before.value, found.after.value) == ("2022/23", 1261, 1274)
    assert found.before.report == "kent 2022/23"


@pytest.mark.parametrize(
    "later",
    [
        state("robbery", 1261),
        state("robbery", 1300, text="about 1,300", qualifier="about"),
        state("robbery", 1300, text="1.3k"),
        state("robbery", 1274, None),
        state("robbery", 1274, place="Medway"),
        state("robbery", 1274, "2022"),
        state("robbery", 1274, role="target"),
        state("personal robbery detections", 1274),
    ],
    ids=["same", "about", "rounded", "no period", "other place", "other year", "target", "other measure"],
)
def test_what_is_not_the_same_statement_is_no_restatement(later):
    comparison = compare([report("kent", "2022/23", state("robbery", 1261)), report("kent", "2023/24", later)])

    assert comparison.restatements == []


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (state("robbery", 1.1, kind="rate", unit="per 1,000 population"), "a count beside a rate"),
        (state("robbery", 400, place="Medway"), "another place: the own area beside Medway"),
        (state("robbery", 400, "2022"), "another kind of period: financial year beside calendar year"),
    ],
)
def test_what_can_not_be_compared_is_set_apart_with_the_reason(other, reason):
    comparison = compare([report("kent", "2022/23", state("robbery", 1261)), report("surrey", "2022/23", other)])

    assert [each.reason for each in comparison.apart] == [reason]
    assert len(comparison.lines) == 2


def test_crime_without_fraud_is_not_mixed_with_crime():
    comparison = compare([
        report("kent", "2022/23", state("total recorded crime (excluding fraud)", 150_000)),
        report("surrey", "2022/23", state("total recorded crime including fraud", 80_000)),
    ])  # fmt: skip

    assert len(comparison.lines) == 2
    assert comparison.apart[0].reason == "counted otherwise: excludes fraud beside includes fraud"


def test_crime_is_without_fraud_where_nothing_is_said_though_another_report_tells_both():
    comparison = compare([
        report(
            "kent", "2021/22", state("total recorded crime (excluding fraud)", 150_000, "2021/22"),
            state("total recorded crime including fraud", 163_000, "2021/22"),
        ),
        report("kent", "2022/23", state("total recorded crime", 148_000)),
    ])  # fmt: skip

    assert [[float(value.value) for value in each.values] for each in comparison.lines] == [
        [150_000, 148_000], [163_000],
    ]  # fmt: skip


def test_a_value_told_again_with_how_it_is_counted_is_counted_so():
    years = [
        report(
            "kent", "2022/23", state("police officers", 4203, "2023-03-31"),
            state("police officers (headcount)", 4203, "2023-03-31"),
            state("police officers (headcount)", 4062, "2022-03-31"),
        ),
        report("kent", "2023/24", state("police officers", 4261, "2024-03-31")),
    ]  # fmt: skip

    assert [float(value.value) for value in line(compare(years), "officers").values] == [4062, 4203, 4261]


def test_a_year_to_march_is_a_financial_year():
    comparison = compare([
        report("kent", "2022/23", state("robbery", 1261)),
        report("surrey", "2022/23", state("robbery", 9, "2023-03-31 YE")),
    ])  # fmt: skip

    assert {value.period for value in line(comparison, "robbery").values} == {"2022/23"}


def test_two_values_for_one_thing_in_one_report_are_disputed():
    comparison = compare([report("kent", "2022/23", state("robbery", 1261), state("robbery", 1274))])

    assert [value.is_disputed for value in line(comparison, "robbery").values] == [True, True]


def test_two_series_of_a_chart_without_names_are_no_sum_and_its_part():
    """Else the larger of two years would be taken for that of the report."""
    chart = {"kind": "picture", "id": "g1", "start": 0, "end": 5}
    two = [state("robbery", number, None, source=chart) for number in (1274, 1198)]
    drawn = [{"id": "g1", "kind": "chart", "page": 1, "bbox": [0, 0, 9, 9], "labels": ["Robbery"]}]
    one = report("kent", "2022/23", *two, pictures=drawn, order=["s1", "p1", "t1", "g1"])

    values = line(compare([one]), "robbery").values

    assert [(float(value.value), value.is_disputed) for value in values] == [(1274, True), (1198, True)]


def test_changes_stand_beside_what_the_report_says():
    fall = state("robbery", 6, "2023/24", kind="percent", unit="%", role="change", direction="down", text="6%")
    comparison = compare([
        report("kent", "2023/24", state("robbery", 1274), state("robbery", 1198, "2023/24"), fall),
    ])  # fmt: skip
    [change] = comparison.changes

    assert (change.difference, change.percent, change.told, change.agrees) == (-76, -5.97, -6, True)


def test_rejected_figures_do_not_count():
    comparison = compare([report("kent", "2022/23", state("robbery", 1261, review="rejected"))])

    assert comparison.lines == []


def test_rows_are_long_and_wide():
    comparison = compare([
        report("kent", "2022/23", state("robbery", 1261)),
        report("surrey", "2023/24", state("robbery", 402, "2023/24")),
    ])  # fmt: skip
    [row] = wide_rows(comparison.lines)

    assert (row["2022/23 kent"], row["2023/24 surrey"]) == (1261, 402)
    assert list(wide_rows(comparison.lines, "pcc")[0])[3:] == ["kent 2022/23", "surrey 2023/24"]
    assert [each["figure"] for each in long_rows(comparison.lines)] == ["f1", "f1"]
    assert only(comparison, "burglary").lines == []


@given(st.floats(1, 1e9), st.integers(0, 3))
def test_a_number_is_the_same_as_itself_rounded(value, digits):
    rounded = round(value, digits)

    assert is_same(value, repr(value), rounded, f"{rounded:.{digits}f}")


def test_the_command_lists_what_is_asked_for(tmp_path):
    for name, one in {
        "a": report("kent", "2022/23", state("robbery", 1261)),
        "b": report("kent", "2023/24", state("robbery", 1274), state("robbery", 1198, "2023/24")),
    }.items():
        (tmp_path / f"{name}.json").write_text(one.model_dump_json())

    def run(*options):
        command = [sys.executable, "-m", "reportparse", "compare", "a.json", "b.json", *options]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    wide, restated = run("--csv"), run("--show", "restatements", "--nl")

    assert wide.stdout.splitlines()[1] == "Robbery,,actual,1274,1198"
    assert json.loads(restated.stdout)["before"] == 1261
    assert Comparison.model_validate_json(run("--show", "all").stdout).restatements
    assert "1 restatements" in wide.stderr
    assert reportparse.compare([reportparse.load(tmp_path / "a.json")]).lines


@pytest.mark.parametrize("units", [("offences", "robberies"), ("robberies", "offences")])
def test_of_units_told_equally_often_the_first_names_the_line(units):
    reports = [report(area, "2022/23", state("robbery", 70, unit=unit)) for area, unit in zip("ab", units, strict=True)]

    assert [each.unit for each in compare(reports).lines] == [units[0]]
