"""Columns of tick labels are told from other numbers above each other."""

import pytest

from reportparse.pdf import Style, Word
from reportparse.pictures.ticks import find_tick_columns, read_numbers

STYLE = Style("Arial", 8.0, is_bold=False, is_italic=False, color=(0, 0, 0))


def column(texts, step=20.0, x1=100.0):
    return [
        Word(text, x1 - 4 * len(text), top, x1, top + 8, top + 7, STYLE, 0, False, -1, order)
        for order, text in enumerate(texts)
        for top in [50 + step * order]
    ]


@pytest.mark.parametrize("texts", [["300", "200", "100", "0"], ["60%", "40%", "20%", "0%"]])
def test_even_steps_down_to_nought_are_an_axis(texts):
    (box,) = find_tick_columns(read_numbers(column(texts)))

    assert (box.top, box.bottom) == (50, 118)


@pytest.mark.parametrize("texts", [["2018", "2019", "2020", "2021"], ["300", "250", "120", "0"], ["300", "200", "100"]])
def test_years_and_values_are_none(texts):
    assert find_tick_columns(read_numbers(column(texts))) == []


def test_the_axes_of_two_charts_above_each_other_are_two():
    upper, lower = column(["300", "200", "100", "0"]), column(["90", "60", "30", "0"], 15.0)
    moved = [word._replace(top=word.top + 200, baseline=word.baseline + 200) for word in lower]

    assert len(find_tick_columns(read_numbers([*upper, *moved]))) == 2
