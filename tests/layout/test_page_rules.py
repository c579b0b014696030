"""Lines that pages draw at their running heads and feet."""

import pytest
from test_lines_and_columns import page, say

from reportparse.layout import take_furniture
from reportparse.pdf import Rule

ENDS = "", "for us", "with a sum", "in May", "at last", "as planned", "once more", "on time"


def draw(number, y, foot=780, rule=766, ends=(50, 550)):
    """A page with some text, a level line and its number; the line stands at `rule`, the last line of text at `y`."""
    words = [
        *say(f"what page {number} of this report tells", 60, 100, 0),
        *say(f"and how it ends {ENDS[number]}", 60, y, 10),
    ]
    words += [*say("Annual report and accounts", 60, foot, 20), *say(str(number), 540, foot, 30)]
    return page(words, number)._replace(rules=(Rule(ends[0], rule, ends[1], rule, (0, 0, 0), 0.5, is_side=False),))


def left(pages):
    return [len(one.rules) for one in take_furniture(pages)[1]]


def test_a_line_at_one_place_over_the_foot_of_the_pages_is_drawn_by_these():
    assert left([draw(number, 700) for number in range(1, 6)]) == [0] * 5


def test_a_line_below_the_head_of_the_pages_is_drawn_by_these():
    assert left([draw(number, 700, foot=40, rule=48) for number in range(1, 6)]) == [0] * 5


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([draw(number, 764) for number in range(1, 6)], id="nearer to the text"),
        pytest.param([draw(number, 700, rule=760 - 5 * number) for number in range(1, 6)], id="at many places"),
        pytest.param([draw(number, 500, rule=700) for number in range(1, 6)], id="far from the foot"),
    ],
)
def test_other_lines_stay(pages):
    assert left(pages) == [1] * 5


def test_left_and_right_pages_may_draw_it_at_other_places():
    ends = (50, 550), (40, 540)

    assert left([draw(number, 700, ends=ends[number % 2]) for number in range(1, 8)]) == [0] * 7


@pytest.mark.parametrize(("text", "is_furniture"), [("31/05/2031", True), ("31.05.2031", True), ("1,204", False)])
def test_a_day_that_repeats_below_the_head_is_the_page_s_and_a_value_is_not(text, is_furniture):
    pages = [draw(number, 700) for number in range(1, 6)]
    pages = [one._replace(words=(*one.words, *say(text, 400, 60, 40))) for one in pages]

    left_texts = [[word.text for word in one.words] for one in take_furniture(pages)[1]]

    assert [text in texts for texts in left_texts] == [not is_furniture] * 5


def test_heads_of_the_left_and_right_pages_of_a_few_are_the_pages_though_each_stands_on_two():
    pages = [draw(number, 700) for number in range(1, 6)]
    sides = ["", *("Office of the Commissioner", "Volume nine") * 2]
    own = [[word._replace(style=word.style._replace(font="Sans")) for word in say(side, 60, 40, 40)] for side in sides]
    pages = [
        one._replace(words=(*one.words, *head, *say("How we did", 300, 40, 50)))
        for one, head in zip(pages, own, strict=True)
    ]

    left_texts = [word.text for one in take_furniture(pages)[1] for word in one.words]

    assert not {"Office", "Volume"} & set(left_texts)
