"""Cards side by side, each with a title, a figure and a small chart of its own among its text."""

import pytest
from test_designs import BOLD, PROSE, read

TITLES = "Recorded crime", "Emergency calls"
FIGURES = ("37,906", "crimes in the year"), ("89.7%", "reached in time")
VALUES = (36, 39, 37, 34), (78, 80, 85, 90)
YEARS = "2021", "2022", "2023", "2024"


def draw_bars(sheet, x, foot, values):
    """Four bars with their values over them and their years below."""
    for place, (value, year) in enumerate(zip(values, YEARS, strict=True)):
        left = x + 50 * place
        sheet.box(left, foot - 0.4 * value, left + 40, foot, "#0f4c5c")
        sheet.say(str(value), left + 14, foot - 0.4 * value - 3, 7)
        sheet.say(year, left + 11, foot + 9, 7)


def draw_card(sheet, x, top, place, chart, figure):
    sheet.box(x, top, x + 230, top + 240, "#f4efe6")
    sheet.say(TITLES[place], x + 12, top + 20, 11, BOLD, "#0f4c5c")
    value, label = FIGURES[place]
    sheet.say(value, x + 12, top + 46, 22, color="#c8553d")
    sheet.say(label, *((x + 88, top + 43) if figure == "beside" else (x + 12, top + 58)), 8)
    text, bars = (top + 180, top + 150) if chart == "above the text" else (top + 80, top + 210)
    sheet.prose(x + 12, text, [" ".join(line.split()[:8]) for line in PROSE])
    draw_bars(sheet, x + 16, bars, VALUES[place])


@pytest.mark.parametrize("figure", ["beside", "above"])
@pytest.mark.parametrize("chart", ["above the text", "below the text"])
def test_cards_side_by_side_are_boxes_of_text_each_with_its_figure_and_its_chart(chart, figure):
    def draw(sheet):
        foot = sheet.prose(50, 50)
        for place, x in enumerate((50, 300)):
            draw_card(sheet, x, foot + 20, place, chart, figure)
        sheet.prose(50, foot + 290)

    report = read(draw)
    places = {name: place for place, name in enumerate(report.order)}

    assert [callout.title for callout in report.callouts] == list(TITLES)
    assert not report.sections
    charts = sorted((one for one in report.pictures if one.kind == "chart"), key=lambda chart: chart.bbox[0])
    assert [[point.y for point in picture.series[0].points] for picture in charts] == [list(row) for row in VALUES]
    strips = [tuple(picture.labels) for picture in report.pictures if picture.kind == "other"]
    assert strips == list(FIGURES)
    ends = [*(places[callout.id] for callout in report.callouts), len(places) - 1]
    assert all(a < places[one.id] < b for a, b, one in zip(ends, ends[1:], charts, strict=False))


def test_bars_on_the_plain_ground_of_one_chart_are_of_one_chart():
    def draw(sheet):
        foot = sheet.prose(50, 50)
        for place, x in enumerate((60, 270)):
            sheet.box(x - 6, foot + 40, x + 200, foot + 92, "#eeeeee")
            draw_bars(sheet, x, foot + 90, VALUES[place])
        sheet.prose(50, foot + 140)

    assert [picture.kind for picture in read(draw).pictures] == ["chart"]
