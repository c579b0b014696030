"""Numbers in margins, forms, panels of the page, cards that hold all text, rules between columns that a page cuts."""

import pytest
from test_lines_and_columns import page, say, texts, word

from reportparse.geometry import Box
from reportparse.layout import find_lines, order_pages
from reportparse.layout.cards import find_text_cards, leave_cards
from reportparse.layout.fields import join_fields
from reportparse.layout.frames import Frame
from reportparse.layout.hanging import join_hanging
from reportparse.layout.outer_numbers import join_outer
from reportparse.layout.page_grounds import find_page_grounds
from reportparse.layout.strips import find_strips
from reportparse.pdf import Path, Rule

FIRST = "The force has met most of its aims"


def paragraphs(*numbers, x0=250, size=10.0):
    """Paragraphs of two lines, each with its number in larger or equal type at `x0` on the first line."""
    words = []
    for place, number in enumerate(numbers):
        y = 100 + 50 * place
        words += [*say(FIRST, 60, y, 20 * place), *say("and has done so in time", 60, y + 13, 20 * place + 10)]
        words.append(word(str(number), x0, y, 20 * place + 19, size=size))
    return find_lines(1, words)


def said(lines):
    return [line.text for line in lines if line.text.startswith(tuple("0123456789"))]


def test_numbers_right_of_paragraphs_that_count_on_are_theirs():
    assert said(join_outer(paragraphs(4, 5, 6))) == [f"{number} {FIRST}" for number in (4, 5, 6)]


def test_values_right_of_texts_stay_where_they_are():
    assert said(join_outer(paragraphs(41, 17, 98))) == ["41", "17", "98"]


def test_page_numbers_right_of_titles_stay_where_they_are():
    words = [one for row in range(4) for one in say("What this office spends", 60, 100 + 13 * row, 10 * row)]
    words += [word(str(row + 3), 320, 100 + 13 * row, 10 * row + 9) for row in range(4)]

    assert said(join_outer(find_lines(1, words))) == ["3", "4", "5", "6"]


def test_a_large_number_left_of_a_paragraph_hangs_before_it():
    assert said(join_hanging(paragraphs(7, x0=40, size=15.0))) == [f"7 {FIRST}"]


@pytest.mark.parametrize(("numbers", "count"), [((4, 5, 6), 0), ((41, 17, 98), 3)])
def test_large_numbers_in_a_column_that_count_on_are_no_strip(numbers, count):
    words = []
    for place, number in enumerate(numbers):
        words.append(word(str(number), 60, 100 + 60 * place, 10 * place, size=24.0))
        words += say("people helped", 60, 116 + 60 * place, 10 * place + 1)

    assert len(find_strips(1, find_lines(1, words))) == count


def test_labels_of_a_form_take_their_values():
    words = [*say("Title:", 60, 100, 0), *say("Annual Report", 200, 100, 10)]
    words += [*say("Presented by:", 60, 120, 20), *say("The Chief Executive", 200, 120, 30)]

    assert [line.text for line in join_fields(find_lines(1, words))] == [
        "Title: Annual Report", "Presented by: The Chief Executive",
    ]  # fmt: skip


def test_one_line_that_ends_in_a_colon_takes_nothing_of_the_next_column():
    words = [*say("They were these:", 60, 100, 0), *say("of the whole county", 300, 100, 10)]

    assert len(join_fields(find_lines(1, words))) == 2


@pytest.mark.parametrize(("lines_each", "labels", "count"), [(1, 3, 3), (2, 3, 6), (4, 3, 15), (1, 2, 4)])
def test_bold_labels_take_values_of_a_line_or_two_and_headings_in_a_margin_no_longer_texts(lines_each, labels, count):
    words = []
    for at in range(labels):
        y = 100 + (12 * lines_each + 8) * at
        bold = say(("Custody", "Money", "Volunteers")[at], 60, y, 100 * at)
        words += [one._replace(style=one.style._replace(is_bold=True)) for one in bold]
        for line in range(lines_each):
            words += say(FIRST, 200, y + 12 * line, 100 * at + 10 * line + 10)

    assert len(join_fields(find_lines(1, words))) == count


def test_a_heading_of_lines_beside_the_lines_of_one_text_is_no_form():
    words = []
    texts_of = ("The force has met", "most of its aims", "in time")
    for at, (label, text) in enumerate(zip(("Holding", "To", "Account"), texts_of, strict=True)):
        bold = say(label, 60, 100 + 12 * at, 100 * at)
        words += [one._replace(style=one.style._replace(is_bold=True)) for one in bold]
        words += say(text, 200, 100 + 12 * at, 100 * at + 10)

    assert len(join_fields(find_lines(1, words))) == 6


def _panel(number, text):
    path = Path(Box(400, 50, 560, 780), (240, 236, 246), None, 0.0, (), 0)
    return page(say(text, 420, 300, 0) if text else say(FIRST, 60, 100, 0), number)._replace(paths=(path,))


@pytest.mark.parametrize(("held", "is_ground"), [(("note", "", "", ""), True), (("a", "b", "c", "d"), False)])
def test_a_panel_that_is_drawn_empty_is_the_page_s_ground(held, is_ground):
    pages = [_panel(number, text) for number, text in enumerate(held, 1)]

    assert bool(find_page_grounds(pages)) is is_ground


@pytest.mark.parametrize(("count", "is_card"), [(6, True), (2, False)])
def test_boxes_that_hold_most_of_a_report_are_its_layout(count, is_card):
    words = [one for row in range(20) for one in say(FIRST, 60, 100 + 14 * row, 10 * row)]
    pages = [page(words, number) for number in range(1, 7)]
    card = Box(50, 80, 400, 420)
    frames = {number: [Frame(number, card, (250, 250, 250), False)] for number in range(1, count + 1)}

    cards = find_text_cards(pages, frames)

    assert bool(leave_cards(frames[1], cards)) is not is_card


def test_a_rule_between_columns_that_ends_above_the_page_parts_nothing():
    left = [one for row in range(6) for one in say("Left of the rule stands this", 60, 70 + 13 * row, 10 * row)]
    right = [one for row in range(6) for one in say("and right of it stands this", 320, 70 + 13 * row, 100 + 10 * row)]
    above = Rule(300, -500, 300, 57, (0, 0, 0), 0.5, False)
    here = Rule(300, 57, 300, 160, (0, 0, 0), 0.5, False)

    flow = order_pages([page([*left, *right])._replace(rules=(above, here))])

    assert texts(flow) == [*["Left of the rule stands this"] * 6, *["and right of it stands this"] * 6]


def test_a_huge_number_beside_a_title_of_two_lines_stands_before_it():
    words = [word("08", 60, 150, 0, size=90.0), *say("Standing up for", 180, 116, 1, size=24.0)]
    words += say("young people", 180, 150, 10, size=24.0)
    words += [one for row in range(6) for one in say(FIRST, 60, 220 + 13 * row, 20 + 10 * row)]

    assert texts(order_pages([page(words)]))[:3] == ["08", "Standing up for", "young people"]


def test_a_bullet_of_the_second_column_is_its_own_though_a_title_above_is_longer():
    title = say("Seven aims of this plan, and what has come of all", 60, 80, 0, size=12.0)
    titles = [*title, *say("It is told below.", 60, 96, 12, size=12.0)]
    words = [one for row in range(8) for one in say("Left stands what it was about", 60, 140 + 13 * row, 20 + 10 * row)]
    for row in range(8):
        words += say("and right of it what came of it", 340, 140 + 13 * row, 200 + 10 * row)
    bullets = [word("●", title[-1].x1, 139 + 52 * row, 400 + row, size=6.0) for row in range(2)]

    told = texts(order_pages([page([*titles, *words, *bullets])]))

    assert [line for line in told if line[0] == "●"] == ["● and right of it what came of it"] * 2


def test_a_heading_right_below_a_long_rule_between_columns_is_of_what_follows():
    words = [one for row in range(18) for one in say("Left of the rule stands this", 60, 70 + 13 * row, 10 * row)]
    for row in range(18):
        words += say("and right of it stands this", 320, 70 + 13 * row, 200 + 10 * row)
    words += say("What comes next", 60, 315, 500, size=16.0)
    words += [one for row in range(3) for one in say(3 * FIRST, 60, 335 + 13 * row, 510 + 30 * row)]
    rule = Rule(300, 60, 300, 296, (0, 0, 0), 0.5, False)

    told = texts(order_pages([page(words)._replace(rules=(rule,))]))

    assert told[17:20] == ["Left of the rule stands this", *["and right of it stands this"] * 2]
    assert told.index("What comes next") == 36


def test_a_huge_number_beside_a_title_over_columns_stands_before_it():
    words = [word("1", 60, 150, 0, size=90.0), *say("Safer streets", 180, 120, 1, size=24.0)]
    for x0, order in ((60, 20), (320, 200)):
        for row in range(8):
            words += say("This is how it was done by all", x0, 200 + 13 * row, order + 10 * row)

    assert texts(order_pages([page(words)]))[:2] == ["1", "Safer streets"]
