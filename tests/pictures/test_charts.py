"""Charts of several producers, each on a page of its own, against the numbers they were drawn from."""

import json
from pathlib import Path

import pytest
from rapidfuzz import fuzz

import reportparse

FOLDER = Path(__file__).parents[1] / "pdfs" / "charts"
TRUTH = json.loads((FOLDER / "truth.json").read_text("utf-8"))
CASES = [pytest.param(name, chart, id=f"{name}-{chart['chart']}") for name, charts in TRUTH.items() for chart in charts]


@pytest.fixture(scope="module")
def reports():
    return {name: reportparse.parse(FOLDER / name) for name in TRUTH}


def points_of(chart):
    return {
        (series["name"] if len(chart["series"]) > 1 else None, point["x"]): point["y"]
        for series in chart["series"]
        for point in series["points"]
    }


@pytest.mark.parametrize(("name", "chart"), CASES)
def test_each_chart_is_one_picture_with_its_title(reports, name, chart):
    pictures = [picture for picture in reports[name].pictures if picture.page == chart["page"]]

    assert [picture.kind for picture in pictures] == ["chart"]
    assert any(chart["title"] == text for text in (pictures[0].caption, *pictures[0].labels))


@pytest.mark.parametrize(("name", "chart"), [case for case in CASES if case.values[1]["series"]])
def test_values_are_read_within_one_percent_of_the_largest_and_within_their_error(reports, name, chart):
    (picture,) = [picture for picture in reports[name].pictures if picture.page == chart["page"]]
    wanted = points_of(chart)
    found = {
        (series.name if len(chart["series"]) > 1 else None, point.x): point
        for series in picture.series
        for point in series.points
    }
    room = 0.01 * max(abs(y) for y in wanted.values())

    assert len(found) == len(wanted)
    for (series, x), y in wanted.items():
        near = [point for (other, label), point in found.items() if other == series and fuzz.ratio(label, x) > 90]

        assert near
        assert abs(near[0].y - y) <= room
        assert abs(near[0].y - y) <= near[0].error


@pytest.mark.parametrize(("name", "chart"), [case for case in CASES if not case.values[1]["series"]])
def test_a_chart_without_axis_or_printed_values_has_labels_and_no_values(reports, name, chart):
    (picture,) = [picture for picture in reports[name].pictures if picture.page == chart["page"]]

    assert picture.series is None
    assert len(picture.labels) > 1


@pytest.mark.parametrize("name", TRUTH)
def test_words_of_charts_are_no_paragraphs(reports, name):
    report = reports[name]

    assert all(paragraph.text.endswith(".") for paragraph in report.paragraphs)
    assert report.coverage.residue == 0
