"""Words that mean a common measure, and words that only look like one."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.registry import find_measure, match_measure, measures, read_qualifier

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "measures.toml").read_text("utf-8"))["case"]
PAIRS = [
    (words, case.get("kind"), expected)
    for case in CASES
    for words, expected in zip(
        case["words"], case.get("measures", [case.get("measure")] * len(case["words"])), strict=True
    )
]


@pytest.mark.parametrize(("words", "kind", "expected"), PAIRS)
def test_words_mean_the_measure_that_they_say(words, kind, expected):
    found = match_measure(words, kind)

    assert (found[0] if found else "") == expected
    assert found is None or 80 <= found[1] <= 100


@pytest.mark.parametrize("measure", measures(), ids=lambda measure: measure.id)
def test_each_name_of_a_measure_means_it_and_no_other(measure):
    kinds = sorted(measure.kinds)
    found = {match_measure(" ".join(sorted(name)), kind) for name in measure.names for kind in kinds}

    assert {match[0] if match else None for match in found} == {measure.id}


def test_a_change_may_be_of_any_kind():
    assert match_measure("robbery", "percent", "%") is None
    assert match_measure("robbery", "percent", "%", is_change=True) == ("robbery", 100)


def test_what_is_counted_tells_what_the_words_leave_out():
    assert match_measure("recorded by the force", "count", "hate crimes")[0] == "hate-crime"
    assert match_measure("knife crime", "count", "sessions") is None


@pytest.mark.parametrize(
    ("measure", "words", "told"),
    [
        ("recorded-crime", "crime (excluding fraud)", "excludes fraud"),
        ("recorded-crime", "recorded crime", None),
        ("officers", "police officers (FTE)", "full-time equivalent"),
        ("officers", "officer headcount", "headcount"),
        ("budget", "net budget requirement", "net"),
    ],
)
def test_how_a_measure_is_counted_is_told_apart(measure, words, told):
    assert read_qualifier(words, find_measure(measure)) == told


def test_complaints_are_counted_otherwise_since_february_2020():
    (change,) = find_measure("complaints").breaks

    assert (change.since.isoformat(), "dissatisfaction" in change.why) == ("2020-02-01", True)


def test_ids_are_unique_and_each_measure_says_how_it_is_given():
    names = [measure.id for measure in measures()]
    kinds = {"count", "money", "percent", "points", "rate", "ratio", "duration", "other"}

    assert len(names) == len(set(names)) >= 60
    assert all(
        measure.kinds and measure.kinds <= kinds and measure.good in ("up", "down", "") for measure in measures()
    )


def test_a_measure_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        find_measure("happiness")


@given(st.text())
def test_any_words_mean_one_measure_or_none(words):
    found = match_measure(words)

    assert found is None or (found[0] in {measure.id for measure in measures()} and 0 < found[1] <= 100)
