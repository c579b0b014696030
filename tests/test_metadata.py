import tomllib
from datetime import date
from pathlib import Path

import pytest

from reportparse.metadata import read_metadata, read_period

PERIODS = [
    ("Annual Report 2014-15", "2014/15"),
    ("2020/21", "2020/21"),
    ("Our report for 2019-2020", "2019/20"),
    ("Annual Report 2021 - 2022", "2021/22"),
    ("Report 19/20", "2019/20"),
    ("End of Term Report 2016-21", "2016/21"),
    ("1 April 2019 - 31 March 2020", "2019/20"),
    ("For the year ended 28 February 2024", "2023/24"),
    ("For the year ended 29 February 2024", "2023/24"),
    ("Year ending 31 March 2023", "2022/23"),
    ("May 2021 to March 2022", "2021/22"),
    ("March 0000 to April 0001", None),
    ("year ended 31 December 9999", None),
    ("Meeting of 12/10/2020", None),
    ("Call 101/999", None),
    ("£2020-30 spent", None),
]


def read(*opening, **places):
    told = {"furniture": (), "document": {}, "hosts": (), "body": ""} | places
    return read_metadata(opening, **told)


@pytest.mark.parametrize(("text", "label"), PERIODS)
def test_years_are_read_however_they_are_written(text, label):
    period = read_period(text)

    assert (period.label if period else None) == label


def test_a_financial_year_runs_from_april_to_march():
    assert (read_period("2020/21").start, read_period("2020/21").end) == (date(2020, 4, 1), date(2021, 3, 31))


def test_the_cover_of_a_board_paper_tells_meeting_title_and_presenter():
    found = read(
        "Kent Police and Crime Panel", "Date of meeting: 3 October 2023", "Title: Annual Report 2022/23",
        "Presented by: The Chief Executive",
    )  # fmt: skip

    assert (found.title, found.kind) == ("Annual Report 2022/23", "annual_report")
    assert found.meeting_date == date(2023, 10, 3)
    assert (found.presented_by, found.pcc.id, found.period.label) == ("The Chief Executive", "kent", "2022/23")


def test_a_report_of_a_whole_term_is_no_annual_report():
    assert read("End of Term Report 2016-2021").kind == "end_of_term_report"


def test_what_is_not_told_stays_empty():
    found = read("Some words")

    assert (found.title, found.kind, found.pcc, found.period, found.meeting_date) == (None, "other", None, None, None)


def test_a_date_that_does_not_exist_is_none():
    assert read("Date of meeting: 31 February 2021").meeting_date is None


CASES = tomllib.loads((Path(__file__).parent / "cases" / "metadata.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: " | ".join(case["opening"])[:60])
def test_title_pages_say_whose_report_it_is_and_of_what_time(case):
    places = {key: case[key] for key in ("furniture", "hosts", "document", "pages") if key in case}
    found = read(*case["opening"], **places)
    days = [str(found.period.start), str(found.period.end)] if found.period else None
    meeting = str(found.meeting_date) if found.meeting_date else None

    assert (found.pcc.id if found.pcc else None, days) == (case.get("pcc"), case.get("period"))
    assert (found.kind, meeting) == (case.get("kind", "annual_report"), case.get("meeting_date"))
    assert found.presented_by == case.get("presented_by")
    assert case.get("name") in (None, found.pcc.name)
    assert case.get("title") in (None, found.title)


def test_a_year_that_ends_in_february_begins_in_march():
    period = read_period("for the year ended 29 February 2020")

    assert (period.start, period.end) == (date(2019, 3, 1), date(2020, 2, 29))
