"""Differences to another area that a text tells, held against the two values of its table."""

import pytest
from reports import report_of

from reportparse.checks import check_report

ROWS = [["Area", "Crime per 1,000"], ["Norfolk", "61.2"], ["England and Wales", "83.5"], ["Our county", "86.9"]]


@pytest.mark.parametrize(
    ("told", "place", "expected", "severity"),
    [
        ("4.1 points above the rate for Norfolk", "Norfolk", 25.7, "warning"),
        ("25.7 points above the rate for Norfolk", "Norfolk", 25.7, "none"),
        ("3.5 points higher than in England & Wales", "England and Wales", 3.4, "rounding"),
        ("3.4 points above England and Wales, which fell", "England and Wales", 3.4, "none"),
    ],
)
def test_a_difference_to_another_area_is_that_of_the_table(told, place, expected, severity):
    rows = [row for row in ROWS if row[0] in ("Area", "Our county", place)]

    found = [
        (check.expected, check.severity)
        for check in check_report(report_of([f"Recorded crime was 86.9 per 1,000, {told}."], rows))
        if "differ by" in check.message
    ]

    assert found == [(expected, severity)]


def test_a_difference_to_an_area_that_the_table_leaves_out_is_not_judged():
    report = report_of(["Recorded crime was 86.9 per 1,000, 3.5 points above the rate for Suffolk."], ROWS)

    assert not [check for check in check_report(report) if "differ by" in check.message]
