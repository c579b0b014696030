"""What a report tells of another time in words of their own, and what it says that an earlier report said."""

import tomllib
from pathlib import Path

import pytest
from test_pairing import tell

from reportparse.comparison import compare

FOLDER = Path(__file__).parents[1] / "cases"
CASES = tomllib.loads((FOLDER / "again.toml").read_text("utf-8"))["case"]
SAID = tomllib.loads((FOLDER / "restated.toml").read_text("utf-8"))
EARLIER = "The force logged 2,118 complaints in 2021/22. There were 4,402 residential burglaries."
OWN = "2,276 complaints were logged"


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_what_is_told_of_another_time_is_of_the_measure_before(case):
    lines = sorted(compare([tell("2022/23", [case["text"]])]).lines, key=lambda line: line.role == "actual")

    told = {line.measure: {value.period: float(value.value) for value in line.values} for line in lines}
    assert case["lines"]
    assert {name: told.get(name) for name in case["lines"]} == case["lines"]


def restate(text: str) -> list[tuple[str, float, float]]:
    later = text.format(OWN) if "{}" in text or text.startswith("Complaints") else f"{OWN}. {text}"
    found = compare([tell("2021/22", [EARLIER]), tell("2022/23", [later])]).restatements
    return [(each.period, float(each.before.value), float(each.after.value)) for each in found]


@pytest.mark.parametrize("text", SAID["restated"])
def test_what_was_reported_otherwise_is_found_in_any_words(text):
    assert restate(text) == [("2021/22", 2118, 2131)]


@pytest.mark.parametrize(
    "note",
    [
        "The figure for 2021/22 is now 2,131, as some were logged late.",
        "2021/22: 2,131 after an audit.",
        "Revised from 2,118 to 2,131 for 2021/22.",
    ],
)
def test_what_a_footnote_corrects_is_found(note):
    later = tell("2022/23", [f"There were 190 reviews. {OWN}"], note)

    (found,) = compare([tell("2021/22", [EARLIER]), later]).restatements

    assert (found.period, float(found.before.value), float(found.after.value)) == ("2021/22", 2118, 2131)


@pytest.mark.parametrize("text", SAID["unrestated"])
def test_nothing_is_restated_by_what_is_of_another_time_or_thing(text):
    assert restate(text) == []


@pytest.mark.parametrize(
    "note",
    [
        "Last year's report gave 88.",
        "88 in last year's report, when two were open.",
        "88 were reported last year, before the audit took two out.",
    ],
)
def test_what_a_footnote_says_was_reported_is_no_value_of_its_own(note):
    later = tell("2022/23", ["There were 190 reviews. We received 66 complaints (2021/22: 90)."], note)

    (found,) = compare([tell("2021/22", ["We received 88 complaints."]), later]).restatements

    assert (found.period, float(found.before.value), float(found.after.value)) == ("2021/22", 88, 90)
