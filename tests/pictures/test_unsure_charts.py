"""Charts whose values can be known in part or not at all, drawn by the tests: no value is made up."""

import math

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

YEARS = ["2017", "2018", "2019", "2020"]
BLUE, RED = HexColor("#336699"), HexColor("#cc5533")
FOOT, HEIGHT = 500, 160


class Plot:
    """A chart on a page: axes, bars and lines in the place of a value."""

    def __init__(self, canvas, title="Offences by year"):
        self.canvas = canvas
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 740, "The number of offences is told for each of the last four years, as shown.")
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawCentredString(240, FOOT + HEIGHT + 14, title)
        canvas.setFont("Helvetica", 8)
        canvas.line(130, FOOT, 350, FOOT)
        for x, year in zip(self.xs, YEARS, strict=True):
            canvas.drawCentredString(x, FOOT - 12, year)

    xs = (160, 215, 270, 325)

    def axis(self, ticks, place, *, right=False):
        for tick in ticks:
            height = FOOT + HEIGHT * place(tick)
            if right:
                self.canvas.drawString(357, height - 3, f"{tick:,}")
                self.canvas.line(350, height, 354, height)
            else:
                self.canvas.drawRightString(123, height - 3, f"{tick:,}")
                self.canvas.line(126, height, 130, height)

    def bars(self, heights, color=BLUE, labels=()):
        self.canvas.setFillColor(color)
        for x, height in zip(self.xs, heights, strict=True):
            self.canvas.rect(x - 15, FOOT, 30, HEIGHT * height, stroke=0, fill=1)
        self.canvas.setFillColor(HexColor("#000000"))
        for x, height, label in zip(self.xs, heights, labels, strict=False):
            self.canvas.drawCentredString(x, FOOT + HEIGHT * height + 4, label)

    def line(self, heights, color=RED):
        self.canvas.setStrokeColor(color)
        path = self.canvas.beginPath()
        for place, (x, height) in enumerate(zip(self.xs, heights, strict=True)):
            (path.lineTo if place else path.moveTo)(x, FOOT + HEIGHT * height)
        self.canvas.drawPath(path)
        self.canvas.setStrokeColor(HexColor("#000000"))

    def area(self, low, high, color):
        self.canvas.setFillColor(color)
        path = self.canvas.beginPath()
        ends = [*zip(self.xs, high, strict=True), *reversed(list(zip(self.xs, low, strict=True)))]
        for place, (x, height) in enumerate(ends):
            (path.lineTo if place else path.moveTo)(x, FOOT + HEIGHT * height)
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)
        self.canvas.setFillColor(HexColor("#000000"))

    def legend(self, *entries):
        for place, (name, color) in enumerate(entries):
            self.canvas.setFillColor(color)
            self.canvas.rect(140 + 90 * place, FOOT - 34, 7, 7, stroke=0, fill=1)
            self.canvas.setFillColor(HexColor("#000000"))
            self.canvas.drawString(151 + 90 * place, FOOT - 33, name)


def read(draw, title="Offences by year"):
    report = reportparse.parse(draw_pdf(lambda canvas: draw(Plot(canvas, title))))
    (picture,) = report.pictures
    return picture, report


def values(picture):
    return [[point.y for point in series.points] for series in picture.series or ()]


def test_a_logarithmic_axis_gives_values_by_powers():
    wanted = [12, 150, 2300, 8000]

    def draw(plot):
        plot.axis([10, 100, 1000, 10000], lambda tick: (math.log10(tick) - 1) / 3)
        plot.line([(math.log10(value) - 1) / 3 for value in wanted])

    (found,) = values(read(draw)[0])

    assert found == pytest.approx(wanted, rel=0.02)


def test_areas_on_top_of_each_other_give_each_its_own_height():
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        plot.area([0] * 4, [0.2, 0.3, 0.25, 0.4], BLUE)
        plot.area([0.2, 0.3, 0.25, 0.4], [0.5, 0.7, 0.75, 0.6], RED)
        plot.legend(("Theft", BLUE), ("Robbery", RED))

    picture, _ = read(draw)

    assert [series.name for series in picture.series] == ["Theft", "Robbery"]
    assert values(picture)[0] == pytest.approx([20, 30, 25, 40], abs=0.6)
    assert values(picture)[1] == pytest.approx([30, 40, 50, 20], abs=0.6)


def test_two_axes_that_nothing_tells_apart_leave_the_values_unknown():
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        plot.axis([0, 4000, 8000], lambda tick: tick / 8000, right=True)
        plot.bars([0.3, 0.5, 0.6, 0.45])
        plot.line([0.7, 0.65, 0.8, 0.9])

    picture, _ = read(draw)

    assert picture.series is None
    assert "8,000" in picture.labels


def test_of_two_axes_the_printed_values_tell_which_one_holds():
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        plot.axis([0, 4000, 8000], lambda tick: tick / 8000, right=True)
        plot.bars([0.3, 0.5, 0.6, 0.45], labels=["30", "50", "60", "45"])

    assert values(read(draw)[0]) == [[30, 50, 60, 45]]


@pytest.mark.parametrize(("names", "wanted"), [
    (["Offences (left axis)", "Rate (RHS)"], [[30, 50, 60, 45], [5600, 5200, 6400, 7200]]),
    (["Offences", "Rate (right-hand scale)"], [[5600, 5200, 6400, 7200]]), (["Offences", "Rate"], []),
])  # fmt: skip
def test_of_two_axes_a_series_has_the_one_that_its_name_tells_and_no_other(names, wanted):
    def draw(plot):
        plot.axis([0, 25, 50, 75, 100], lambda tick: tick / 100)
        plot.axis([0, 2000, 4000, 6000, 8000], lambda tick: tick / 8000, right=True)
        plot.bars([0.3, 0.5, 0.6, 0.45])
        plot.line([0.7, 0.65, 0.8, 0.9])
        plot.legend(*zip(names, (BLUE, RED), strict=True))

    picture, _ = read(draw)

    assert [[pytest.approx(y, abs=60) for y in series] for series in wanted] == values(picture)
    assert [series.name for series in picture.series or ()] == names[2 - len(wanted):]


def test_the_title_of_an_axis_tells_whose_it_is():
    def draw(plot):
        plot.axis([0, 25, 50, 75, 100], lambda tick: tick / 100)
        plot.axis([0, 2000, 4000, 6000, 8000], lambda tick: tick / 8000, right=True)
        plot.bars([0.3, 0.5, 0.6, 0.45])
        plot.line([0.7, 0.65, 0.8, 0.9])
        plot.legend(("Recorded offences", BLUE), ("Rate", RED))
        for x, title in ((104, "Offences"), (388, "Rate (per 1,000)")):
            plot.canvas.saveState()
            plot.canvas.translate(x, FOOT + HEIGHT / 2)
            plot.canvas.rotate(90)
            plot.canvas.drawCentredString(0, 0, title)
            plot.canvas.restoreState()

    bars, line = values(read(draw)[0])

    assert bars == pytest.approx([30, 50, 60, 45], abs=1)
    assert line == pytest.approx([5600, 5200, 6400, 7200], abs=60)


def test_a_printed_value_that_is_not_drawn_is_kept_as_printed_with_a_warning():
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        plot.bars([0.3, 0.5, 0.6, 0.45], labels=["30", "50", "80", "45"])

    picture, report = read(draw)

    assert values(picture) == [[30, 50, 80, 45]]
    assert [point.error >= 19 for point in picture.series[0].points] == [False, False, True, False]
    assert [warning.code for warning in report.warnings] == ["chart-disagrees"]


def test_numbers_at_the_marks_that_are_something_else_are_no_values():
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        plot.bars([0.3, 0.5, 0.6, 0.45], labels=["12", "7", "91", "3"])

    picture, report = read(draw)

    assert values(picture)[0] == pytest.approx([30, 50, 60, 45], abs=1)
    assert [warning.code for warning in report.warnings] == ["chart-labels"]


def test_an_axis_with_uneven_labels_gives_no_values():
    def draw(plot):
        plot.canvas.line(130, FOOT, 130, FOOT + HEIGHT)
        plot.axis([0, 20, 100], lambda tick: {0: 0, 20: 0.5, 100: 1}[tick])
        plot.bars([0.3, 0.5, 0.6, 0.45])

    assert read(draw)[0].series is None


@pytest.mark.parametrize(("title", "factor", "unit"), [
    ("Budget by year, £m", 10**6, "GBP"), ("Spending (£000s)", 1000, "GBP"), ("Calls (000s)", 1000, "Calls"),
])  # fmt: skip
def test_figures_have_the_scale_of_the_title_and_points_what_is_drawn(title, factor, unit):
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        plot.bars([0.3, 0.5, 0.6, 0.45], labels=["30", "50", "60", "45"])

    picture, report = read(draw, title)
    figures = [figure for figure in report.figures if figure.source.kind == "picture"]

    assert values(picture) == [[30, 50, 60, 45]]
    assert [figure.value for figure in figures] == [30 * factor, 50 * factor, 60 * factor, 45 * factor]
    assert {figure.unit for figure in figures} == {unit}


def test_dashed_lines_of_a_grid_are_no_series():
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        for height in (0.25, 0.5, 0.75):
            plot.canvas.setFillColor(HexColor("#bbbbbb"))
            path = plot.canvas.beginPath()
            for x in range(130, 350, 6):
                path.rect(x, FOOT + HEIGHT * height, 3, 0.8)
            plot.canvas.drawPath(path, stroke=0, fill=1)
        plot.line([0.3, 0.5, 0.6, 0.45])

    (found,) = values(read(draw)[0])

    assert found == pytest.approx([30, 50, 60, 45], abs=1)


def test_two_lines_of_one_colour_are_not_mixed():
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        plot.line([0.3, 0.5, 0.6, 0.45])
        plot.line([0.8, 0.7, 0.75, 0.9])

    low, high = sorted(values(read(draw)[0]))

    assert low == pytest.approx([30, 50, 60, 45], abs=1)
    assert high == pytest.approx([80, 70, 75, 90], abs=1)


@pytest.mark.parametrize(("printed", "wanted"), [
    (["30", "50", "60", "45"], [[30, 50, 60, 45]]), (["30", "50", "90", "45"], []),
])  # fmt: skip
def test_a_row_of_values_far_from_the_bars_is_theirs_where_it_is_in_proportion(printed, wanted):
    def draw(plot):
        plot.bars([0.3, 0.5, 0.6, 0.45])
        for x, label in zip(plot.xs, printed, strict=True):
            plot.canvas.drawCentredString(x, FOOT + 0.9 * HEIGHT, label)
        plot.canvas.line(130, FOOT + 0.88 * HEIGHT, 350, FOOT + 0.88 * HEIGHT)
        plot.canvas.line(130, FOOT, 130, FOOT + 0.88 * HEIGHT)

    assert values(read(draw)[0]) == wanted


@pytest.mark.parametrize(
    ("text", "size", "count"),
    [
        ("A report on what we did for the people of the county in the year", 9, 0),
        ("Safer streets", 30, 0),
        ("Homes", 9, 1),
    ],
)
def test_an_area_with_a_sentence_or_a_title_alone_is_no_chart(text, size, count):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 740, "This is what we have done for the people of the county in the year that is over.")
        canvas.setFillColor(HexColor("#003e37"))
        path = canvas.beginPath()
        hills = [(60, 60), (60, 120), (150, 180), (240, 110), (330, 230), (420, 120), (420, 60)]
        for place, (x, y) in enumerate(hills):
            (path.lineTo if place else path.moveTo)(x, y)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
        canvas.setFont("Helvetica", size)
        canvas.drawString(80, 90, text)

    assert len(reportparse.parse(draw_pdf(draw)).pictures) == count


@pytest.mark.parametrize("names", [("Calls to 999", "Calls to 101"), ("999", "101")])
def test_series_of_calls_may_be_named_by_the_numbers_that_people_dial(names):
    def draw(plot):
        plot.axis([0, 50, 100], lambda tick: tick / 100)
        plot.line([0.7, 0.65, 0.8, 0.9], RED)
        plot.line([0.3, 0.4, 0.35, 0.2], BLUE)
        plot.legend(*zip(names, (RED, BLUE), strict=True))

    assert sorted(series.name for series in read(draw)[0].series) == sorted(names)


def test_a_line_over_an_office_alone_is_a_signature_and_no_chart():
    def draw(canvas):
        path = canvas.beginPath()
        for place, (x, y) in enumerate([(72, 620), (84, 648), (96, 622), (110, 634), (126, 621), (190, 628)]):
            (path.lineTo if place else path.moveTo)(x, y)
        canvas.drawPath(path)
        canvas.setFont("Helvetica", 10)
        for place in range(6):
            canvas.drawString(72, 780 - 14 * place, "I thank all who gave their time to this work in a year of change.")
        canvas.setFont("Helvetica-Bold", 7.5)
        canvas.drawString(72, 608, "Police and Crime Commissioner for the whole of the area")

    report = reportparse.parse(draw_pdf(draw))

    assert report.pictures == []
    assert report.paragraphs[-1].text == "Police and Crime Commissioner for the whole of the area"


SHARES = [("Officers", 55), ("Staff", 30), ("Buildings", 15)]


@pytest.mark.parametrize("told", ["{name} {share}%", "{share}p {name}", "{share}%\t{name}", "{name}"])
def test_a_bar_cut_into_shares_that_a_legend_names_is_a_chart(told):
    def draw(canvas):
        left, shades = 72.0, (BLUE, RED, HexColor("#88aa44"))
        canvas.setFont("Helvetica", 10)
        for place in range(6):
            canvas.drawString(72, 780 - 14 * place, "I thank all who gave their time to this work in a year of change.")
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(72, 672, "Each pound of spending")
        canvas.setFont("Helvetica", 8)
        for place, ((name, share), shade) in enumerate(zip(SHARES, shades, strict=True)):
            canvas.setFillColor(shade)
            canvas.rect(left, 640, 3 * share, 24, stroke=0, fill=1)
            canvas.rect(72, 624 - 12 * place, 7, 7, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            for x, text in zip((84, 108), told.format(name=name, share=share).split("\t"), strict=False):
                canvas.drawString(x, 625 - 12 * place, text)
            left += 3 * share

    (picture,) = reportparse.parse(draw_pdf(draw)).pictures

    assert picture.caption == "Each pound of spending"
    assert [(point.x, point.y) for point in picture.series[0].points] == SHARES


def test_several_bars_cut_into_shares_have_a_series_for_each_colour():
    shades, years = (BLUE, RED, HexColor("#88aa44")), {"2021/22": (41, 35, 24), "2022/23": (52, 29, 19)}

    def draw(canvas):
        canvas.setFont("Helvetica", 8)
        for row, (year, shares) in enumerate(years.items()):
            left, y = 122.0, 640 - 36 * row
            canvas.setFillColor(HexColor("#000000"))
            canvas.drawRightString(left - 5, y + 9, year)
            for share, shade in zip(shares, shades, strict=True):
                canvas.setFillColor(shade)
                canvas.rect(left, y, 3 * share, 24, stroke=0, fill=1)
                canvas.setFillColor(HexColor("#ffffff"))
                canvas.drawCentredString(left + 1.5 * share, y + 9, f"{share}%")
                left += 3 * share
        for place, ((name, _), shade) in enumerate(zip(SHARES, shades, strict=True)):
            canvas.setFillColor(shade)
            canvas.rect(122 + 90 * place, 584, 7, 7, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            canvas.drawString(134 + 90 * place, 585, name)

    (picture,) = reportparse.parse(draw_pdf(draw)).pictures
    found = {series.name: [(point.x, point.y) for point in series.points] for series in picture.series}

    assert found == {
        name: [(year, shares[place]) for year, shares in years.items()] for place, (name, _) in enumerate(SHARES)
    }


@pytest.mark.parametrize("shades", [(BLUE, RED), (BLUE, BLUE, BLUE)])
def test_halves_of_a_band_and_cells_of_one_colour_are_no_shares(shades):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        for place in range(6):
            canvas.drawString(72, 780 - 14 * place, "I thank all who gave their time to this work in a year of change.")
        for place, shade in enumerate(shades):
            canvas.setFillColor(shade)
            canvas.rect(72 + 90 * place, 640, 90, 24, stroke=0, fill=1)
            canvas.rect(72, 624 - 12 * place, 7, 7, stroke=0, fill=1)

    assert reportparse.parse(draw_pdf(draw)).pictures == []


@pytest.mark.parametrize(("words", "kinds"), [
    ([("May", "First towns", "named"), ("July", "Grants for", "youth clubs"), ("March", "Lines kept", "open")],
     ["diagram"]),
    ([("12", "4", "7"), ("15", "5", "8"), ("13", "6", "9")], []),
])  # fmt: skip
def test_dots_on_a_level_line_each_with_words_are_a_timeline(words, kinds):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        for place in range(6):
            canvas.drawString(72, 780 - 14 * place, "I thank all who gave their time to this work in a year of change.")
        canvas.line(72, 600, 420, 600)
        canvas.setFont("Helvetica", 8)
        for place, (over, *under) in enumerate(words):
            x = 130 + 110 * place
            canvas.setFillColor(HexColor("#ffffff"))
            canvas.circle(x, 600, 5, stroke=1, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            canvas.drawCentredString(x, 612, over)
            for row, text in enumerate(under):
                canvas.drawCentredString(x, 584 - 9 * row, text)

    report = reportparse.parse(draw_pdf(draw))

    assert [picture.kind for picture in report.pictures] == kinds
    if kinds:
        told = [word for row in words for text in row for word in text.split()]
        assert sorted(" ".join(report.pictures[0].labels).split()) == sorted(told)
        assert len(report.paragraphs) == 1


def test_a_text_above_a_timeline_that_begins_with_its_first_dot_is_none_of_its_words():
    said = "I thank all who gave their time to this work in a year of change."

    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        for place in range(6):
            canvas.drawString(72, 690 - 14 * place, said)
        canvas.line(72, 596, 420, 596)
        canvas.setFont("Helvetica", 8)
        for place, (day, *told) in enumerate((("May", "First towns", "named"), ("July", "Grants for", "clubs"),
                                              ("March", "Lines kept", "open"))):  # fmt: skip
            x = 72 + 110 * place
            canvas.circle(x + 5, 596, 5, stroke=1, fill=1)
            for row, text in enumerate((day, *told)):
                canvas.drawString(x, 580 - 9 * row, text)

    report = reportparse.parse(draw_pdf(draw))

    assert [(picture.kind, picture.caption) for picture in report.pictures] == [("diagram", None)]
    assert [paragraph.text for paragraph in report.paragraphs] == [" ".join([said] * 6)]
