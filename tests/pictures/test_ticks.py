"""Columns of tick labels are told from other numbers above each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.pdf import Style, Word
from reportparse.pictures.ticks import find_tick_scales

STYLE = Style("Arial", 8.0, is_bold=False, is_italic=False, color=(0, 0, 0))


def column(texts, step=20.0, x1=100.0):
    return [
        Word(text, x1 - 4 * len(text), top, x1, top + 8, top + 7, STYLE, 0, False, -1, order)
        for order, text in enumerate(texts)
        for top in [50 + step * order]
    ]


def sure(words):
    return [scale for scale in find_tick_scales(words) if scale.is_sure]


@pytest.mark.parametrize("texts", [["300", "200", "100", "0"], ["60%", "40%", "20%", "0%"]])
def test_even_steps_down_to_nought_are_an_axis(texts):
    (scale,) = sure(column(texts))

    assert (scale.box.top, scale.box.bottom, scale.is_column) == (50, 118, True)


@pytest.mark.parametrize("texts", [["2018", "2019", "2020", "2021"], ["300", "250", "120", "0"], ["300", "200", "100"]])
def test_years_and_values_are_none(texts):
    assert sure(column(texts)) == []


def test_the_axes_of_two_charts_above_each_other_are_two():
    upper, lower = column(["300", "200", "100", "0"]), column(["90", "60", "30", "0"], 15.0)
    moved = [word._replace(top=word.top + 200, baseline=word.baseline + 200) for word in lower]

    assert len(sure([*upper, *moved])) == 2


def test_numbers_on_one_line_are_a_scale_where_they_rise():
    row = [
        word._replace(top=50.0, bottom=58.0, baseline=57.0, x0=x, x1=x + 12.0)
        for word, x in zip(column(["0", "50", "100", "150"]), (100.0, 150.0, 200.0, 250.0), strict=True)
    ]

    assert [(scale.size, scale.is_column) for scale in find_tick_scales(row)] == [(4, False)]
    assert find_tick_scales([row[0], row[1]._replace(text="60"), *row[2:]]) == []


@given(st.integers(3, 12), st.integers(1, 10**6), st.floats(8, 60), st.sampled_from(["{}", "{}%", "£{}m", "{:,}"]))
def test_any_even_scale_is_found_whole(count, step, distance, form):
    words = column([form.format(step * place) for place in reversed(range(count))], distance)

    (scale,) = [scale for scale in find_tick_scales(words) if scale.is_column]

    assert scale.size == count
    assert scale.is_sure == (count > 3)
