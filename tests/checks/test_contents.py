"""A contents page is held to the headings: to their words, and to the pages that are printed."""

import pytest
from reports import report_of

from reportparse.checks.contents import check_contents
from reportparse.checks.material import Material

TITLES = ["Foreword", "1. Victims first", "2. Safer roads", "Theme 3: Trust in policing", "Money"]
PAGES = [3, 4, 6, 7, 9]
# The cover and the contents page bear no number.
PRINTED = ["1", "2", "4", "5", "7"]


def told(contents, titles=TITLES, pages=PAGES, texts=()):
    sections = [(title, None, page) for title, page in zip(titles, pages, strict=True)]
    checks = check_contents(Material(report_of(texts, sections=sections, contents=contents)))
    return [(check.passed, check.severity, check.expected, check.found) for check in checks]


def test_contents_that_hold_are_one_finding_whatever_page_bears_number_one():
    assert told(list(zip(TITLES, PRINTED, strict=True))) == [(True, "none", 5, 5)]


def test_an_entry_with_another_page_than_its_heading_is_told_in_printed_numbers():
    contents = list(zip(TITLES, ["1", "2", "4", "5", "4"], strict=True))

    assert told(contents) == [(False, "warning", "4", "7")]


def test_an_entry_without_a_heading_is_told():
    contents = [*zip(TITLES, PRINTED, strict=True), ("Complaints and appeals", "5")]

    assert told(contents) == [(False, "warning", "Complaints and appeals", None)]


@pytest.mark.parametrize("title", ["Trust in your police", "Theme 3: Trust in the police", "Trust for policing"])
def test_an_entry_in_other_words_than_its_heading_is_told_with_both(title):
    contents = list(zip([*TITLES[:3], title, "Money"], PRINTED, strict=True))

    assert told(contents) == [(False, "info", title, "Theme 3: Trust in policing")]


@pytest.mark.parametrize("title", ["2 Safer Roads", "SAFER ROADS", "Safer roads:"])
def test_numbers_capitals_and_marks_are_no_other_words(title):
    contents = list(zip([*TITLES[:2], title, *TITLES[3:]], PRINTED, strict=True))

    assert told(contents) == [(True, "none", 5, 5)]


def test_a_heading_in_two_parts_is_one_entry():
    titles, pages = [*TITLES[:3], "Theme 3", "Trust in policing", "Money"], [3, 4, 6, 7, 7, 9]

    assert told(list(zip(TITLES, PRINTED, strict=True)), titles, pages) == [(True, "none", 5, 5)]


def test_a_heading_that_stands_twice_is_the_one_on_the_page():
    titles, pages = [*TITLES, "Money"], [*PAGES, 4]

    assert told(list(zip(TITLES, PRINTED, strict=True)), titles, pages) == [(True, "none", 5, 5)]


def test_a_title_that_begins_a_paragraph_on_its_page_is_not_missing():
    # The made texts stand on page 1, the first heading too.
    contents = [("Results", "1"), ("Contact", "1"), *((t, str(p)) for t, p in zip(TITLES, PAGES, strict=True))]

    assert told(contents, texts=["Contact: write to the office of the commissioner."]) == [(True, "none", 7, 7)]


def test_pages_that_were_not_read_say_nothing():
    contents = [*zip(TITLES, PRINTED, strict=True), ("Annex of grants", "40")]

    assert told(contents) == [(True, "none", 6, 5)]


def test_too_few_headings_make_no_finding():
    assert told([("Glossary", "8"), ("Grants", "9"), ("Awards", "10"), ("Money", "7")]) == []
