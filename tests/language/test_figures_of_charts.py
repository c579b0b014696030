from decimal import Decimal
from types import SimpleNamespace

import pytest

from reportparse.language import Setting, read_picture

NOTHING = Setting(None, None, {"s1": "Indicator 8: satisfied victims by 2020"})


def chart(caption, labels, **series):
    return SimpleNamespace(
        id="g1",
        caption=caption,
        labels=[caption, *labels],
        series=[SimpleNamespace(name=name or None, unit=None, points=points) for name, points in series.items()],
    )


def point(x, y, method="label", error=0.5):
    return SimpleNamespace(x=x, y=Decimal(y), method=method, error=error)


def test_a_printed_value_is_exact_and_a_measured_one_about():
    picture = chart("Burglary", ["5,120", "2019/20", "2020/21"], a=[point("2019/20", "5120"), point(
        "2020/21", "4990", "geometry", 12.0)])  # fmt: skip
    printed, measured = read_picture(picture, None, NOTHING)
    text = " ".join(picture.labels)

    assert (printed["text"], printed["qualifier"], printed["period"]) == ("5,120", "exact", "2019/20")
    assert text[printed["source"]["start"] : printed["source"]["end"]] == "5,120"
    assert (measured["value"], measured["qualifier"]) == (4990, "about")
    assert text[measured["source"]["start"] : measured["source"]["end"]] == "2020/21"
    assert "off by at most 12" in measured["rule"]


@pytest.mark.parametrize(
    ("caption", "kind", "unit", "measure"),
    [
        ("Response rate (%)", "percent", "%", "Response rate"),
        ("Crime rate per 1,000 population", "rate", "per 1,000 population", "Crime rate per 1,000 population"),
        ("Average number of days to resolve a complaint", "duration", "days",
         "Average number of days to resolve a complaint"),
    ],
)  # fmt: skip
def test_the_title_tells_unit_and_measure(caption, kind, unit, measure):
    (figure,) = read_picture(chart(caption, ["9", "2020"], **{"": [point("2020", "9")]}), None, NOTHING)

    assert (figure["kind"], figure["unit"], figure["measure"]) == (kind, unit, measure)


def test_series_are_told_apart_in_the_measure():
    picture = chart("Complaints and conduct", ["7", "9"], Complaint=[point("2020", "7")], Conduct=[point("2020", "9")])

    assert [figure["measure"] for figure in read_picture(picture, None, NOTHING)] == [
        "Complaints and conduct: Complaint", "Complaints and conduct: Conduct",
    ]  # fmt: skip


def test_a_chart_of_changes_has_changes_with_their_direction():
    picture = chart("Change on last year (%)", ["4"], **{"": [point("Theft", "-4"), point("Robbery", "3")]})
    theft, robbery = read_picture(picture, None, NOTHING)

    assert (theft["role"], theft["value"], theft["direction"]) == ("change", 4, "down")
    assert (robbery["role"], robbery["value"], robbery["direction"]) == ("change", 3, "up")


def test_the_year_of_a_section_s_title_is_not_that_of_its_charts():
    (figure,) = read_picture(chart("By location", ["57.7"], **{"": [point("Dudley", "57.7")]}), "s1", NOTHING)

    assert figure["period"] is None


def test_a_picture_without_series_has_no_figures():
    picture = SimpleNamespace(id="g1", caption="A photograph", labels=[], series=None)

    assert list(read_picture(picture, None, NOTHING)) == []


@pytest.mark.parametrize(
    ("caption", "axis", "value", "kind", "unit", "measure"),
    [
        ("Revenue budget, £m", "Total", 261_700_000, "money", "GBP", "Revenue budget"),
        ("Budget by year", "£ millions", 261_700_000, "money", "GBP", "Budget by year"),
        ("Spending (£’000)", "Total", 261_700, "money", "GBP", "Spending"),
        ("Calls to 101 (000s)", "Calls", 261_700, "count", None, "Calls to 101"),
        ("Calls to 101", "Calls, in thousands", 261_700, "count", None, "Calls to 101"),
        ("Grants, £", "£300m", 261.7, "money", "GBP", "Grants"),
        ("Calls at 10am and 6pm", "Calls", 261.7, "count", None, "Calls at 10am and 6pm"),
    ],
)
def test_thousands_and_millions_of_the_title_are_multiplied_out(caption, axis, value, kind, unit, measure):
    (figure,) = read_picture(chart(caption, ["261.7", axis, "2020"], **{"": [point("2020", "261.7")]}), None, NOTHING)

    assert (figure["value"], figure["kind"], figure["unit"], figure["measure"]) == (value, kind, unit, measure)


def test_pence_are_parts_of_a_pound():
    picture = chart("Each pound", ["55p", "Officers"], **{"": [point("Officers", "55")]})
    picture.series[0].unit = "p"
    (figure,) = read_picture(picture, None, NOTHING)

    assert (figure["value"], figure["unit"], figure["kind"]) == (0.55, "GBP", "money")
