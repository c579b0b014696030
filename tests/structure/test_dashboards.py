"""Dashboards and strategy pages: cards of measures, arrows of a process, aims in a grid, banners with a purpose."""

import pytest
from reportlab.lib.colors import HexColor
from test_designs import BOLD, PLAIN, PROSE, begin, read

YEARS = "2021", "2022", "2023", "2024"
MEASURES = ("Leakage", "Complaints", "Injuries"), ("Sickness", "Turnover", "Training")
VALUES = (36, 39, 37, 34), (78, 80, 85, 90), (62, 60, 49, 47)


def draw_bars(sheet, x, foot, values):
    for place, (value, year) in enumerate(zip(values, YEARS, strict=True)):
        left = x + 34 * place
        sheet.box(left, foot - 0.4 * value, left + 24, foot, "#0f4c5c")
        sheet.say(str(value), left + 8, foot - 0.4 * value - 3, 6.5)
        sheet.say(year, left + 4, foot + 8, 6.5)


def draw_card(sheet, x, top, title, values, *, fill, tag):
    sheet.box(x, top, x + 150, top + 120, fill)
    sheet.say(title, x + 8, top + 16, 9, BOLD, "#0f4c5c")
    if tag:  # as wide as a bar, and a little higher on the page than the title
        sheet.box(x + 118, top + 5, x + 142, top + 15, "#2e8b57")
        sheet.say("Met", x + 123, top + 13, 6.5, BOLD, "#ffffff")
    sheet.say(f"{values[-1]}.0", x + 8, top + 40, 20, BOLD, "#0f4c5c")
    sheet.say(f"Last year: {values[-2]}.0", x + 8, top + 52, 7)
    draw_bars(sheet, x + 8, top + 106, values)


@pytest.mark.parametrize("tag", [True, False])
@pytest.mark.parametrize("fill", [None, "#f4efe6"])
def test_cards_without_prose_are_pictures_with_their_titles_and_values_read_row_by_row(fill, tag):
    def draw(sheet):
        foot = sheet.prose(40, 50)
        for row, titles in enumerate(MEASURES):
            top = foot + 30 + 160 * row
            sheet.say(("Service", "People")[row], 40, top - 10, 13, BOLD)
            for place, (title, values) in enumerate(zip(titles, VALUES, strict=True)):
                draw_card(sheet, 40 + 165 * place, top, title, values, fill=fill, tag=tag)
        sheet.say("How we measure", 40, foot + 360, 13, BOLD)
        sheet.prose(40, foot + 380)

    report = read(begin, draw)
    titles = {section.id: section.title for section in report.sections}

    assert list(titles.values()) == ["Service", "People", "How we measure"]
    assert [(one.caption, titles[one.section]) for one in report.pictures] == [
        (title, name) for name, row in zip(("Service", "People"), MEASURES, strict=True) for title in row
    ]
    assert [[point.y for point in one.series[0].points] for one in report.pictures] == [list(row) for row in VALUES] * 2
    assert len(report.paragraphs) == 6
    assert not report.callouts


def draw_arrow(sheet, x, top, width, height, *, back):
    path = sheet.canvas.beginPath()
    upper, lower, head = 800 - top, 800 - top - height, x + width - height / 2
    middle = (upper + lower) / 2
    places = [(x, upper), (head, upper), (x + width, middle), (head, lower), (x, lower)]
    places += [(x + height / 2, middle)] if back else []
    path.moveTo(*places[0])
    for place in places[1:]:
        path.lineTo(*place)
    path.close()
    sheet.canvas.setFillColor(HexColor("#0f4c5c"))
    sheet.canvas.drawPath(path, stroke=0, fill=1)


@pytest.mark.parametrize("gap", [2, 8, -14])
@pytest.mark.parametrize("first", ["straight", "notched"])
def test_arrows_that_follow_each_other_are_one_diagram_with_its_caption(first, gap):
    steps = ("Collect", "rain from hills"), ("Treat", "at 26 works"), ("Supply", "through mains")

    def draw(sheet):
        foot = sheet.prose(40, 60)
        for place, (name, about) in enumerate(steps):
            x = 40 + (140 + gap) * place
            draw_arrow(sheet, x, foot + 20, 140, 44, back=place > 0 or first == "notched")
            sheet.say(name, x + 30, foot + 40, 10, BOLD, "#ffffff")
            sheet.say(about, x + 30, foot + 52, 7, PLAIN, "#ffffff")
        sheet.say("From rain to river in three steps", 40, foot + 76, 8)
        sheet.prose(40, foot + 110)

    report = read(draw)

    assert [(one.kind, one.caption) for one in report.pictures] == [("diagram", "From rain to river in three steps")]
    assert {word for pair in steps for word in pair} < set(report.pictures[0].labels)
    assert len(report.paragraphs) == 2
    assert not report.sections


@pytest.mark.parametrize("bullet", ["in an icon", "alone"])
def test_a_ring_in_an_icon_is_no_bullet_of_the_title_beside_it(bullet):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.canvas.setStrokeColor(HexColor("#0f4c5c"))
        sheet.canvas.circle(72, 800 - foot - 26, 3)
        if bullet == "in an icon":
            sheet.canvas.roundRect(63, 800 - foot - 38, 18, 8, 3)  # shoulders below a head
        sheet.say("A place to be proud of", 90, foot + 30, 13, BOLD)
        sheet.prose(90, foot + 48)

    assert len(read(begin, draw).sections) == (bullet == "in an icon")


@pytest.mark.parametrize(("size", "font"), [(14, PLAIN), (10, BOLD)])
@pytest.mark.parametrize("at", [13, 20])
def test_a_title_left_of_what_a_box_says_is_read_first(at, size, font):
    def draw(sheet):
        foot = sheet.prose(40, 60)
        sheet.box(40, foot + 10, 520, foot + 60, "#e4eff3")
        sheet.say("Our purpose", 50, foot + 20 + at, size, font)
        sheet.prose(180, foot + 33, PROSE[2:])
        sheet.prose(40, foot + 90)

    report = read(draw)
    [callout] = report.callouts

    assert callout.title == "Our purpose"
    assert [one.text for one in report.paragraphs if one.callout] == [" ".join(PROSE[2:])]
