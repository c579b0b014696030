"""Upright lines beside quotations in a column, which part no columns."""

import pytest
from test_lines_and_columns import page, say, texts

from reportparse.layout import order_pages
from reportparse.pdf import Rule

LEFT = ["we have met most of the aims", "that the plan set out", "and the two that are left", "will need a year more"]
RIGHT = ["of work to be done by all", "who have a part in it", "as they told us in May", "when the plan was made"]
QUOTE = ["They come when called", "and come back again"]


@pytest.mark.parametrize(("above", "below"), [(2, 2), (4, 0), (0, 2)], ids=["within", "at the foot", "at the head"])
def test_a_line_beside_a_quotation_in_a_column_parts_no_columns(above, below):
    """It stands where the lines of the column begin; one between columns stands clear of them."""
    left = [*LEFT, *LEFT]
    right = [(line, 310) for line in RIGHT[:above]] + [(line, 322) for line in QUOTE]
    right += [(line, 310) for line in RIGHT[len(RIGHT) - below :]]
    words = [one for row, line in enumerate(left) for one in say(line, 60, 100 + 14 * row, 10 * row)]
    for row, (line, x) in enumerate(right):
        words += say(line, x, 100 + 14 * row, 200 + 10 * row)
    begin = 100 + 14 * above - 11
    bar = Rule(310.0, begin, 310.0, begin + 28, (0, 0, 0), 2.0, is_side=False)

    told = texts(order_pages([page(words)._replace(rules=(bar,))]))

    assert told == [*left, *(line for line, _ in right)]
