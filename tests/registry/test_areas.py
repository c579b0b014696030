import tomllib
from datetime import date
from pathlib import Path

import pytest

from reportparse.registry import areas, find_area, match_area, match_report

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "areas.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_name_means_its_area_and_no_other(case):
    match = match_area(case["name"])

    assert (match.area.id if match else "") == case["area"]


def test_every_area_is_found_by_each_of_its_names():
    for area in areas():
        for name in area.names:
            match = match_area(name)

            assert match is not None, name
            assert match.area is area


def test_there_are_39_areas_in_england_and_4_in_wales():
    codes = [area.ons[:3] for area in areas()]

    assert (codes.count("E23"), codes.count("W15")) == (39, 4)


def test_a_force_has_the_name_of_its_day():
    hampshire = find_area("hampshire")

    assert hampshire.force(date(2020, 3, 31)) == "Hampshire Constabulary"
    assert hampshire.force(date(2023, 3, 31)) == "Hampshire and Isle of Wight Constabulary"


def test_37_commissioners_are_left_after_may_2024():
    bodies = [area.body(date(2024, 6, 1)) for area in areas()]

    assert bodies.count("pcc") + bodies.count("pfcc") == 37
    assert bodies.count("mayor") == 4


def test_the_title_page_counts_for_more_than_the_areas_that_the_body_compares_with():
    body = "Merseyside and Greater Manchester fell. " * 30 + "Kent rose."

    assert match_report(["Annual report of the PCC for Kent"], [], [], [], body).area.id == "kent"


def test_no_area_is_named_where_two_are_alike():
    assert match_report(["Surrey and Sussex"], [], [], [], "") is None
    assert match_report(["Annual report"], [], [], [], "") is None


def test_the_address_of_links_tells_the_area():
    assert match_report([], [], [], ["www.westmidlands-pcc.gov.uk"], "").area.id == "west-midlands"
