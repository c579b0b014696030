"""Lines round drawings: which run on, and which are labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.geometry import Box
from reportparse.pdf import Fill, Page, Path, Rule, Style, Word
from reportparse.pictures.feet import find_foot
from reportparse.pictures.texts import find_bar_names, find_title, read_texts, take_inner_labels, take_labels

TEXT = Style("Arial", 11.0, is_bold=False, is_italic=False, color=(0, 0, 0))
SMALL, BOLD = TEXT._replace(size=8.0), TEXT._replace(is_bold=True, size=10.0)
CHART = Box(150.0, 300.0, 400.0, 420.0)


def words(text, x0, baseline, style=TEXT, first=0):
    found, left = [], x0
    for place, part in enumerate(text.split(" ")):
        right = left + 0.5 * style.size * len(part)
        top, bottom = baseline - 0.8 * style.size, baseline + 0.2 * style.size
        found.append(Word(part, left, top, right, bottom, baseline, style, 0, False, -1, first + place))
        left = right + 0.25 * style.size
    return found


def read(*texts, rules=(), near=(CHART,), marks=frozenset()):
    """The texts of a page: (text, x0, baseline) or (text, x0, baseline, style) each."""
    placed = [word for place, text in enumerate(texts) for word in words(*text, first=100 * place)]
    page = Page(1, "1", Box(0, 0, 595, 842), 0, tuple(placed), (), (), tuple(rules), (), (), (), (), ())
    return read_texts(page, 11.0, near, marks)


def running(*texts):
    found = read(*texts)
    return [line.text for line in found.lines if found.is_running(line)]


def labels_of(*texts, **more):
    found = read(*texts, **more)
    return [line.text for line in take_labels(CHART, found.lines, found, is_pie=False)[1]]


def test_lines_of_a_paragraph_run_on_and_labels_do_not():
    first = "We asked victims how they were treated by the officers who came"
    assert running(
        (first, 72, 250), ("and most were pleased with", 72, 264), ("Victims of crime", 150, 290, SMALL),
        ("2017 2018 2019 2020 2021 2022 2023", 150, 432, SMALL),
    ) == [first, "and most were pleased with"]  # fmt: skip


def test_a_short_line_runs_on_only_below_a_line_of_its_type_and_edge():
    above = ("Offences that were recorded in the year", 72, 250)

    assert "and those that were not" in running(above, ("and those that were not", 72, 264))
    assert "and those that were not" not in running(above, ("and those that were not", 172, 264))
    assert "and those that were not" not in running(above, ("and those that were not", 72, 264, SMALL))
    assert "and those that were not" not in running(above, ("and those that were not", 72, 300))


@given(st.permutations(range(6)))
def test_the_order_of_the_content_does_not_tell_what_runs_on(order):
    lines = [
        ("Crime fell for the third year in a row and is lower now", 72, 250), ("than at any time before", 72, 264),
        ("Theft", 160, 432, SMALL), ("Robbery", 220, 432, SMALL), ("100", 130, 310, SMALL), ("0", 140, 420, SMALL),
    ]  # fmt: skip

    assert sorted(running(*(lines[place] for place in order))) == sorted(running(*lines))


@given(st.floats(0, 800))
def test_text_is_read_near_drawings_and_where_a_figure_of_the_tags_claims_it(baseline):
    far = not CHART.top - 60 <= baseline <= CHART.bottom + 60
    found = read(("Where the money goes", 72, baseline))
    claimed = read(("Where the money goes", 72, baseline), marks={-1})

    assert bool(found.lines) or far
    assert [line.text for line in claimed.lines] == ["Where the money goes"]
    assert found.left == 72


def test_labels_stand_in_rings_and_prose_is_none():
    found = labels_of(
        ("Theft", 160, 432, SMALL), ("Kind of offence", 240, 446, SMALL), ("100", 130, 310, SMALL),
        ("57", 200, 350, SMALL),
        ("The chart shows offences of all kinds that were recorded.", 150, 450), ("12 April", 150, 520, SMALL),
    )  # fmt: skip

    assert found == ["57", "100", "Theft", "Kind of offence"]


@pytest.mark.parametrize(
    ("angle", "top", "count"), [(90, 330.0, 1), (270, 330.0, 1), (0, 330.0, 0), (90, 390.0, 0), (90, 290.0, 0)]
)
def test_the_title_of_an_axis_is_turned_and_beside_its_middle(angle, top, count):
    title = Word("Per cent", 118.0, top, 126.0, top + 34, top + 30, SMALL, angle, False, -1, 0)
    page = Page(1, "1", Box(0, 0, 595, 842), 0, (title,), (), (), (), (), (), (), (), ())
    found = read_texts(page, 11.0, (CHART,), frozenset())

    assert len(take_labels(CHART, found.lines, found, is_pie=False)[1]) == count


def test_a_rule_of_a_table_keeps_texts_and_drawings_apart():
    rule = Rule(140.0, 424.0, 420.0, 424.5, (0, 0, 0), 0.5, is_side=False)

    assert labels_of(("Theft", 160, 434, SMALL), rules=[rule]) == []
    assert labels_of(("Theft", 160, 434, SMALL), rules=[rule._replace(is_side=True)]) == ["Theft"]


@pytest.mark.parametrize(("third", "wanted"), [
    (("Safer roads", 72, 352), ["Tackling violence", "Victims", "Safer roads"]), (("Safer roads", 90, 352), []),
    (("Safer roads", 72, 420), []),
])  # fmt: skip
def test_a_column_of_texts_with_one_beside_each_level_bar_has_their_names(third, wanted):
    found = read(("Tackling violence", 72, 312), ("Victims", 72, 332), third)
    bars = [Box(200, top, 200 + length, top + 12) for top, length in ((302, 150), (322, 90), (342, 40))]

    assert [line.text for line in find_bar_names(bars, found.lines, [])] == wanted
    assert find_bar_names(bars, found.lines, found.lines[:1]) == []


def test_the_title_is_the_bold_line_right_above():
    found = read(("Recorded crime, all areas", 150, 290, BOLD), ("The year in short", 72, 262, BOLD))
    title = find_title(CHART, CHART, found.lines, found)

    assert title is not None
    assert title.text == "Recorded crime, all areas"


SLANTED = TEXT._replace(is_italic=True)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([("People killed or hurt on the roads", 150, 432, SMALL), ("of the county, by year", 150, 442, SMALL)], 2),
        ([("Recorded crime in all areas", 200, 432, SLANTED)], 1),
        ([("Recorded crime in all areas", 150, 432)], 0),  # in the type of the text
        ([("Source: survey of residents", 150, 432, SMALL)], 0),
        ([("Recorded crime in all areas", 150, 462, SMALL)], 0),  # too far below
        ([(f"Each of the lines of a text {row}", 150, 432 + 10 * row, SMALL) for row in range(5)], 0),
    ],
)
def test_a_caption_below_a_chart_is_told_by_its_type_and_place(lines, count):
    found = read(*lines)

    assert [line.text for line in find_foot(CHART, found.lines, found)] == [text for text, *_ in lines[:count]]


@pytest.mark.parametrize(
    ("gap", "style", "is_caption"), [(12, TEXT, False), (30, TEXT, True), (12, SMALL, True)]
)
def test_small_bold_words_nearer_to_the_text_below_than_to_a_picture_head_that(gap, style, is_caption):
    name = "Chair of the Audit Committee"
    found = read((name, 150, 438, SMALL._replace(is_bold=True)), ("Appointed in 2007 and again", 150, 438 + gap, style))

    assert [line.text for line in find_foot(CHART, found.lines, found)] == [name] * is_caption


def test_a_number_that_hangs_before_a_paragraph_is_no_label():
    text = "This map shows where the units of the cadets stand in the whole area."

    assert labels_of(("6.6", 152, 294), (text, 185, 294), ("40", 152, 350, SMALL)) == ["40"]


def test_what_names_a_table_and_what_stands_below_it_are_no_labels():
    found = labels_of(
        ("2019", 160, 432, SMALL), ("2020", 300, 432, SMALL), ("Table 2 – Cost", 150, 444, SMALL),
        ("Year", 150, 456, SMALL),
    )  # fmt: skip

    assert found == ["2019", "2020"]


def test_words_round_a_diagram_are_none_of_its_labels():
    found = read(("Head of the unit", 200, 350), ("Number of units", 150, 431, SMALL))

    assert [line.text for line in take_inner_labels(CHART, found.lines)[1]] == ["Head of the unit"]


@pytest.mark.parametrize(("style", "is_running"), [(TEXT, True), (SMALL, False)])
def test_lines_of_a_narrow_column_run_on_with_one_of_them_and_so_do_items_of_a_list(style, is_running):
    texts = ["For last year I asked each", "home for two pence more in", "all, and most have paid it in the end", "too"]
    column = [(text, 72, 310 + 13 * place, style) for place, text in enumerate(texts)]
    items = [("• closing a room", 72, 370, style), ("• buying a van which costs a lot less to run it", 72, 388, style)]

    assert ("For last year I asked each" in running(*column)) is is_running
    assert ("• closing a room" in running(*items, ("and mend", 72 + 0.75 * style.size, 400, style))) is is_running


@pytest.mark.parametrize(("tops", "held"), [((255, 283), []), ((283,), ["Checks made", "3"])])
def test_a_row_of_a_striped_table_right_above_a_chart_is_no_label(tops, held):
    words_ = [*words("Checks made", 160, 295, SMALL), *words("3", 380, 295, SMALL, first=10)]
    stripes = [Fill(Box(150, top, 400, top + 14), (240, 230, 220), 0) for top in tops]
    page = Page(1, "1", Box(0, 0, 595, 842), 0, tuple(words_), (), (), (), tuple(stripes), (), (), (), ())
    found = read_texts(page, 11.0, (CHART,), frozenset())

    labels = [line.text for line in take_labels(CHART, found.lines, found, is_pie=False)[1]]

    assert sorted(labels, reverse=True) == sorted(held, reverse=True)


def card(x0, x1):
    """A box with round corners."""
    curves = [("m", x0 + 4, 430.0), ("l", x1 - 4, 430.0), ("c", x1, 430.0), ("c", x1, 430.0), ("c", x1, 434.0)]
    box = Box(x0, 430.0, x1, 470.0)
    return Path(box, (240, 230, 220), None, 0.0, (*curves, ("l", x1, 470.0), ("l", x0, 470.0), ("z", x0, 430.0)), 0)


@pytest.mark.parametrize(("cards", "is_label"), [((card(150, 270), card(280, 400)), False), ((card(150, 400),), True)])
def test_words_on_one_of_the_cards_in_a_row_below_a_chart_are_no_labels(cards, is_label):
    page = Page(1, "1", Box(0, 0, 595, 842), 0, tuple(words("Checks made", 160, 438, SMALL)), (), cards, *[()] * 6)
    found = read_texts(page, 11.0, (CHART,), frozenset())

    assert bool(take_labels(CHART, found.lines, found, is_pie=False)[1]) is is_label


@pytest.mark.parametrize(("size", "held"), [(11.0, 2), (13.5, 0)])
def test_texts_in_a_row_below_a_chart_are_labels_where_they_are_of_one_type(size, held):
    title = TEXT._replace(size=size)

    assert len(labels_of(("Towns and farms", 160, 434), ("Speeding", 300, 434, title))) == held


@pytest.mark.parametrize("sign", ["•", "–"])
def test_an_item_of_a_list_beside_a_chart_is_no_label(sign):
    assert labels_of((f"{sign} safer towns", 408, 360), ("Other", 120, 360)) == ["Other"]
