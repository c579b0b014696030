"""Rings whose slices are thick strokes along a circle, with a legend below that tells the values."""

import pytest
from paper import draw_pdf

import reportparse

SLICES = (
    ("Upheld", 35, "#8a5a12"),
    ("Not upheld", 76, "#c98a2b"),
    ("Out of time", 15, "#5d6d7e"),
    ("Open", 3, "#34495e"),
)
TOTAL = sum(value for _, value, _ in SLICES)


def _draw(canvas, *, has_values=True, share="{name}"):
    canvas.setFont("Helvetica", 10)
    for row in range(4):
        canvas.drawString(72, 760 - 14 * row, "The requests for a review were fewer than in the year before this one.")
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(72, 690, "Outcome of the requests")
    canvas.setFont("Helvetica", 7)
    canvas.setLineWidth(18)
    start = 90.0
    for place, (name, value, color) in enumerate(SLICES):
        canvas.setStrokeColor(color)
        canvas.arc(110, 580, 190, 660, start, -360 * value / TOTAL)
        start -= 360 * value / TOTAL
        canvas.setFillColor(color)
        canvas.rect(80, 552 - 18 * place, 6, 6, stroke=0, fill=1)
        canvas.setFillColor("black")
        canvas.drawString(90, 552 - 18 * place, share.format(name=name, value=value / TOTAL))
        if has_values:
            canvas.drawRightString(198, 552 - 18 * place, str(value))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 460, "Most were not upheld, as in the years before, and three were open at the end.")


def test_slices_drawn_as_strokes_have_the_values_of_the_legend():
    report = reportparse.parse(draw_pdf(_draw))

    (chart,) = report.pictures
    assert [(point.x, point.y) for point in chart.series[0].points] == [(name, value) for name, value, _ in SLICES]
    assert not report.tables
    assert {point.method for point in chart.series[0].points} == {"label"}


def test_without_values_the_shares_are_those_of_the_slices():
    report = reportparse.parse(draw_pdf(lambda canvas: _draw(canvas, has_values=False)))

    (series,) = report.pictures[0].series
    assert series.unit == "%"
    for point, (name, value, _) in zip(series.points, SLICES, strict=True):
        assert point.x == name
        assert abs(float(point.y) - 100 * value / TOTAL) < 0.5


@pytest.mark.parametrize("share", ["{name} {value:.1%}", "{name} ({value:.1%})", "{name}: {value:.1%}"])
def test_a_share_that_ends_a_name_of_the_legend_is_the_slice_s_and_no_word_of_its_name(share):
    report = reportparse.parse(draw_pdf(lambda canvas: _draw(canvas, has_values=False, share=share)))

    (series,) = report.pictures[0].series
    assert [(point.x, float(point.y), point.method) for point in series.points] == [
        (name, round(100 * value / TOTAL, 1), "label") for name, value, _ in SLICES
    ]
