"""Words turned upwards beside the text, such as the credit of a photograph: they stand between none of its lines."""

import pytest
from test_lines_and_columns import BODY, page, say, texts

from reportparse.geometry import Box
from reportparse.layout import order_pages
from reportparse.layout.elements import Anchor, FlowAnchor
from reportparse.pdf import Word


def turned(x0, top, order):
    style = BODY._replace(size=6.0)
    return Word("Photograph:force", x0, top, x0 + 6, top + 48, x0 + 5, style, 270, False, -1, order)


def rows(x0, order):
    return [w for row in range(8) for w in say(f"line {row} of what is told", x0, 100 + 14 * row, order + 8 * row)]


@pytest.mark.parametrize("x0", [20.0, 190.0, 560.0], ids=["left", "between columns", "right"])
def test_a_turned_line_beside_the_text_comes_behind_it(x0):
    words = [*rows(50, 0), *rows(220, 100), *rows(390, 200), turned(x0, 130.0, 400)]

    found = texts(order_pages([page(words)]))

    assert found[:-1] == [f"line {row} of what is told" for _ in range(3) for row in range(8)]
    assert found[-1] == "Photograph:force"


def test_a_turned_line_over_the_text_stays_where_it_stands():
    words = [*say("the words above it", 50, 60, 0), *rows(50, 10), turned(60.0, 64.0, 200)]

    found = texts(order_pages([page(words)]))

    assert found.index("Photograph:force") < len(found) - 1


@pytest.mark.parametrize(("angle", "xs"), [(270, (50, 70, 300)), (90, (500, 480, 60))])
def test_a_table_on_a_turned_page_comes_behind_the_lines_that_stand_over_it_there(angle, xs):
    words = [turned(float(x), 400.0, order)._replace(angle=angle) for order, x in enumerate(xs)]
    table = Anchor("t1", 1, Box(100, 60, 280, 760))

    flow = order_pages([page(words)], [table])

    assert [isinstance(element, FlowAnchor) for element in flow] == [False, False, True, False]


def test_lines_on_a_turned_page_that_are_as_long_as_others_are_lines_of_their_own():
    words = [turned(x, 400.0, order)._replace(baseline=424.0) for order, x in enumerate((50.0, 64.0, 300.0))]

    assert texts(order_pages([page(words)])) == ["Photograph:force"] * 3
