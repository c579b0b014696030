"""Numbered things side by side: their numbers tell whether rows or columns are read first."""

import pytest
from test_columns_of_brochures import PROSE, heads
from test_lines_and_columns import page, say, texts

from reportparse.layout import order_pages


def read(grid, name):
    """The numbers in the order in which they are read; the content says the columns of `grid` one after the other."""
    words = []
    for column, x0 in enumerate((50, 310)):
        for row, numbers in enumerate(grid):
            if column < len(numbers):
                heads(words, x0, 100 + 120 * row, f"{name}{numbers[column]} safe", 12.0)
                for line in range(5):
                    words += say(PROSE[line % 3], x0, 116 + 120 * row + 13 * line, len(words))
    lines = [text for text in texts(order_pages([page(words)])) if text.endswith("safe")]
    return [int("".join(filter(str.isdigit, line))) for line in lines]


@pytest.mark.parametrize("name", ["Aim ", "", "Priority "])
@pytest.mark.parametrize("grid", [((1, 2), (3, 4)), ((1, 2), (3, 4), (5,)), ((4, 5), (6, 7))])
def test_numbers_that_count_across_are_read_row_by_row(grid, name):
    assert read(grid, name) == sorted(number for row in grid for number in row)


@pytest.mark.parametrize("name", ["Aim ", ""])
def test_numbers_that_count_down_are_read_column_by_column(name):
    assert read(((1, 3), (2, 4)), name) == [1, 2, 3, 4]
