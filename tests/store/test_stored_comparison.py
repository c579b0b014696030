"""A store compares one measure as the records themselves do."""

import subprocess
import sys
from pathlib import Path

import pytest

import reportparse
from reportparse.comparison import compare_statements, only
from reportparse.comparison.statements.sources import read_source
from reportparse.comparison.statements.walk import find_statements
from reportparse.errors import BadStore
from reportparse.store import Store

CORPORA = Path(__file__).parents[2] / "corpora"
YEARS = ("kent/2022-23", "kent/2023-24", "surrey/2021-22", "surrey/2022-23")


@pytest.fixture(scope="module")
def reports():
    return [reportparse.parse(CORPORA / year / "report.pdf") for year in YEARS]


@pytest.fixture
def store(reports, tmp_path):
    with Store(tmp_path / "reports.duckdb") as store:
        store.add(reports)
        yield store


def plain(comparison):
    """What it says, whatever its lines are called."""
    names = {line.id: line.measure for line in comparison.lines}
    lines = [line.model_dump(exclude={"id", "name"}) for line in comparison.lines]
    told = [*comparison.changes, *comparison.restatements]
    return sorted(map(str, lines)), sorted(str(each.model_dump() | {"line": names[each.line]}) for each in told)


def compare_by_name(reports):
    """What the records say by names and numbers: to pair what is told in other words needs all words of all reports."""
    taken = set()
    sources = [read_source(report, taken) for report in reports]
    told = [each for report, source in zip(reports, sources, strict=True) for each in find_statements(report, source)]
    return compare_statements(sources, told)


def test_each_measure_is_compared_as_from_the_records(store, reports):
    whole = compare_by_name(reports)
    measures = {line.measure for line in whole.lines if line.is_common}

    assert len(measures) > 15
    for measure in measures:
        assert plain(store.compare(measure)) == plain(only(whole, measure)), measure


def test_what_a_measure_is_called_finds_it(store):
    assert {line.measure for line in store.compare("Complaint reviews").lines} == {"complaint-reviews"}
    assert store.compare("no such thing").lines == []


def test_reports_of_an_older_store_are_to_be_added_again(store, reports):
    store._connection.execute("update reports set is_comparable = false where area = 'kent'")
    with pytest.raises(BadStore, match="2 of its reports can not be compared yet: add them again"):
        store.compare("robbery")
    store.add(reports)

    assert store.compare("robbery").restatements


def test_a_query_can_ask_for_what_is_stated(store):
    [row] = store.query("select count(distinct report) as reports from statements where measure = 'robbery'")

    assert row["reports"] >= 2


def test_the_command_shows_it(store, tmp_path):
    store.close()
    command = [sys.executable, "-m", "reportparse", "store", "compare", "reports.duckdb"]
    done = subprocess.run(
        [*command, "robbery", "--show", "restatements", "--csv"],
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip

    assert done.stdout.splitlines()[1].startswith("Robbery,kent,2022/23,1261,kent 2022/23,")
    assert "4 reports, " in done.stderr
