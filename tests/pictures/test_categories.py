"""Names under marks: put together over lines, cut where they run together, and none rather than a part of one."""


import pytest

from reportparse.geometry import Box
from reportparse.layout.lines import make_line
from reportparse.pdf import Style, Word
from reportparse.pictures.categories import match_categories, match_headings
from reportparse.pictures.labels import make_label

STYLE = Style("Arial", 8.0, is_bold=False, is_italic=False, color=(0, 0, 0))
EM = 4.0  # width of a letter, in points


def label(text, x, baseline=100.0, order=0):
    """A line of words round a place."""
    words, left = [], x - EM * len(text) / 2
    for place, part in enumerate(text.split(" ")):
        right = left + EM * len(part)
        words.append(Word(part, left, baseline - 7, right, baseline + 2, baseline, STYLE, 0, False, -1, order + place))
        left = right + EM
    return make_label(make_line(1, words))


def names(slots, labels):
    found, _ = match_categories(slots, slots[1] - slots[0], labels, 80.0)
    return [found.get(slot) for slot in range(len(slots))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dudley Solihull Walsall", ["Dudley", "Solihull", "Walsall"]),
        ("West MidlandsWest YorkshireGreater London", ["West Midlands", "West Yorkshire", "Greater London"]),
        ("2016/172017/182018/19", ["2016/17", "2017/18", "2018/19"]),
    ],
)
def test_names_that_run_together_are_cut_at_their_slots(text, wanted):
    step = EM * (len(text) + 1) / 3

    assert names([step, 2 * step, 3 * step], [label(text, 2 * step)]) == wanted


def test_a_name_whose_words_do_not_stand_over_its_slot_is_none():
    found = names([50.0, 100.0, 150.0, 200.0], [
        label("Theft", 50), label("Arson and damage Robbery", 126), label("Other", 200, order=20),
    ])  # fmt: skip

    assert found == [None] * 4 or {found[1], found[2]} == {None}


def test_lines_of_one_name_are_read_on_where_one_slot_only_has_them():
    lines = [label("Midlands", 50), label("England", 250), label("and", 250, 110, 5), label("Wales", 250, 120, 6)]

    assert names([50.0, 250.0], lines) == ["Midlands", "England and Wales"]


def test_the_name_of_the_axis_below_is_no_part_of_a_name():
    lines = [label("2018", 50), label("2019", 100), label("2020", 150), label("Year", 100, 111, 5)]

    assert names([50.0, 100.0, 150.0], lines) == ["2018", "2019", "2020"]


@pytest.mark.parametrize("title", ["Financial year", "Age", "Age of victim when recorded"])
def test_words_below_the_middle_of_years_or_bands_are_the_name_of_the_axis(title):
    lines = [label("2018/19", 50), label("2019/20", 95), label("2020/21", 140), label(title, 95, 111, 5)]

    assert names([50.0, 95.0, 140.0], lines) == ["2018/19", "2019/20", "2020/21"]


def test_a_name_over_no_slot_is_of_a_category_without_value():
    lines = [label(text, x) for text, x in (("2018", 50), ("2019", 100), ("2020", 150), ("2021", 200), ("2022", 250))]
    found, _ = match_categories([50.0, 100.0, 200.0, 250.0], 50.0, lines, 80.0)

    assert found == {0: "2018", 1: "2019", 2: "2021", 3: "2022"}


def test_the_second_line_of_names_is_not_read_without_the_first():
    lines = [label("Public", 90), label("Violence", 190, order=2), label("order", 50, 110, 5),
             label("to people", 150, 110, 6)]  # fmt: skip

    assert names([50.0, 150.0], lines) == [None, None]


def test_lines_above_level_bars_name_their_groups():
    first, second = label("Police officers", 0), label("Staff", 0, order=4)
    turned = [line._replace(box=Box(top, 60.0, top + 8, 100.0)) for line, top in ((first, 10.0), (second, 60.0))]

    assert match_headings([(22.0, 40.0), (72.0, 90.0)], turned, 100.0) == {0: "Police officers", 1: "Staff"}
    assert match_headings([(22.0, 40.0), (72.0, 90.0), (122.0, 140.0)], turned, 100.0) == {}
