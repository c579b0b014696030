"""Rules of one width under one another that frame a table."""

from itertools import count

import pytest
from words import BOLD, PLAIN, set_line

from reportparse.tables.rulings import Edge
from reportparse.tables.stacks import find_stacks

ROWS = [("Source", "Amount"), ("Core grant", "£2,300,000"), ("Secured by bids", "£1,700,000"), ("Total", "£4,000,000")]


@pytest.mark.parametrize(("head", "is_found"), [(BOLD, True), (PLAIN, False)])
def test_one_rule_below_bold_heads_and_one_above_the_total_frame_a_table(head, is_found):
    number = count()
    words = set_line(number, 80, (60, "The grants of the year are in the table below."))
    for at, (label, value) in enumerate(ROWS):
        words += set_line(number, 120.0 + 19 * at, (60, label), (500, value), style=PLAIN if at else head)
    words += set_line(number, 230, (60, "A second text goes on below the table."))
    rules = [Edge(126.0, 60.0, 560.0), Edge(164.0, 60.0, 560.0)]
    found = list(find_stacks(rules, words))

    assert len(found) == is_found
    if is_found:
        inside = [word.text for word in words if found[0].top < (word.top + word.bottom) / 2 < found[0].bottom]
        assert inside == [part for row in ROWS for text in row for part in text.split()]


def test_a_table_with_rules_at_its_sums_alone_reaches_up_over_all_its_rows_to_its_header():
    """Eleven rows stand above the first rule, more than a header would have room for."""
    number = count()
    words = set_line(number, 80, (60, "The costs of the year are in the table below, and those of the year before."))
    words += set_line(number, 112, (440, "2022"), (500, "2023"), style=BOLD)
    for at in range(14):
        words += set_line(number, 128.0 + 16 * at, (60, f"Item {at}"), (440, f"{at}1.5"), (500, f"{at}2.0"))
    rules = [Edge(128.0 + 16 * at - 12, 60.0, 530.0) for at in (11, 12, 13, 14)]
    (room,) = find_stacks(rules, words)

    assert 84 < room.top < 104


def test_a_table_with_rules_at_its_sums_alone_reaches_over_the_name_of_its_first_section_to_its_header():
    number = count()
    words = set_line(number, 80, (60, "The costs of the year are in the table below, and those of the year before."))
    words += set_line(number, 112, (440, "2022"), (500, "2023"), style=BOLD)
    words += set_line(number, 128, (60, "Costs of services"), style=BOLD)
    for at in range(9):
        words += set_line(number, 144.0 + 16 * at, (60, f"Item {at}"), (440, f"{at}1.5"), (500, f"{at}2.0"))
    rules = [Edge(144.0 + 16 * at - 12, 60.0, 530.0) for at in (6, 7, 8, 9)]
    (room,) = find_stacks(rules, words)

    assert 84 < room.top < 104


def test_a_long_label_that_runs_over_lines_between_two_rules_is_no_prose():
    number = count()
    words = set_line(number, 110, (60, "Year"), (270, "Number"), style=BOLD)
    rules = [Edge(115.0, 58.0, 305.0)]
    level = 126.0
    long = ["2020 and all that was left of the year", "when not one of us had seen what it was to be"]
    for lines in (["2019"], long, ["Total"]):
        words += set_line(number, level, (60, lines[0]), (280, "1,250"))
        for at, line in enumerate(lines[1:], 1):
            words += set_line(number, level + 12 * at, (60, line))
        level += 12 * (len(lines) - 1)
        rules.append(Edge(level + 5.0, 58.0, 305.0))
        level += 16
    (room,) = find_stacks(rules, words)

    assert room.top < 105
    assert room.bottom > level - 16


@pytest.mark.parametrize(("left", "is_row"), [(60, True), (75, False)])
def test_a_row_of_texts_without_a_rule_below_it_begins_as_the_texts_above_the_last_rule(left, is_row):
    """The last cell above the rule goes on in a line of its own."""
    number = count()
    words = set_line(number, 110, (60, "Area"), (160, "Grade"), (250, "What is asked"), style=BOLD)
    rules = [Edge(96.0, 58.0, 520.0), Edge(115.0, 58.0, 520.0)]
    for at, name in enumerate(("Calls", "Raids", "Leaders")):
        x0 = left if name == "Leaders" else 60
        words += set_line(number, 127 + 30 * at, (x0, name), (160, "Good"), (250, "Clear what was left of it before"))
        words += set_line(number, 139 + 30 * at, (250, "the summer"))
        rules += [Edge(145.0 + 30 * at, 58.0, 520.0)] if at < 2 else []
    (room,) = find_stacks(rules, words)

    assert (room.bottom > 187) == is_row


def test_a_row_without_a_rule_below_it_goes_on_where_its_texts_begin_or_end_as_those_above_the_last_rule():
    number = count()
    words = set_line(number, 110, (60, "Area"), (160, "What is asked"), (470, "Pounds"), style=BOLD)
    rules = [Edge(96.0, 58.0, 520.0), Edge(115.0, 58.0, 520.0)]
    for at, (name, pounds) in enumerate((("Calls", "1,240"), ("Raids", "980"), ("Leaders", "12,400"))):
        text = (160, "Clear what was left of it before")
        words += set_line(number, 127 + 30 * at, (60, name), text, (500 - 5 * len(pounds), pounds))
        words += set_line(number, 139 + 30 * at, (160, "the summer"))
        rules += [Edge(145.0 + 30 * at, 58.0, 520.0)] if at < 2 else []
    (room,) = find_stacks(rules, words)

    assert room.bottom > 187


@pytest.mark.parametrize(("label", "is_row"), [("2019/20", True), ("Of these", False)])
def test_a_year_and_a_text_below_the_last_rule_are_a_row_below_years(label, is_row):
    number = count()
    words, rules = [], []
    for at, year in enumerate(("2016/17", "2017/18", label)):
        words += set_line(number, 127 + 30 * at, (60, year), (130, "the panel met four times in the"))
        words += set_line(number, 139 + 30 * at, (130, "towns"))
        rules += [Edge(115.0 + 30 * at, 58.0, 320.0)]
    (room,) = find_stacks(rules, words)

    assert (room.bottom > 187) == is_row


@pytest.mark.parametrize(
    "last", [("Vetting", "Good", "Checks go on"), ("Custody and", "Fair", "The cells are being", "care of them")]
)
def test_a_white_row_below_the_last_stripe_is_of_its_table_where_another_of_one_width_stands_below(last):
    """Without a value that would tell it; the head of the next table stands right above its own first stripe."""
    number, rules = count(), []
    words = set_line(number, 72, (60, "Area"), (200, "Grade"), (300, "Response"), style=BOLD)
    for at, area in enumerate(("Crime", "Calls", "Custody", "Files")):
        words += set_line(number, 90.0 + 16 * at, (60, area), (200, "Fair"), (300, "Asked to report again"))
        rules.append(Edge(79.0 + 16 * at, 58.0, 520.0))
    rules.append(Edge(143.0, 58.0, 520.0))
    words += set_line(number, 154, *zip((60, 200, 300), last[:3], strict=True))
    words += set_line(number, 166, *[(60, text) for text in last[3:]])
    words += set_line(number, 210, (60, "The second table has the grants of the year, which were fewer than before."))
    words += set_line(number, 240, (60, "Recipient"), (300, "Purpose"), style=BOLD)
    for at in range(4):
        words += set_line(number, 258.0 + 16 * at, (60, f"Trust of town {'ABCD'[at]}"), (300, "Work with the young"))
        rules.append(Edge(247.0 + 16 * at, 58.0, 520.0))
    first, second = find_stacks(rules, sorted(words, key=lambda word: word.order))

    inside = [word.text for word in words if first.top < (word.top + word.bottom) / 2 < first.bottom]
    assert inside[-len(" ".join(last).split()) :] == " ".join(last).split()
    assert 230 < second.top < 240


def test_a_table_whose_caption_and_heads_stand_below_the_rule_of_the_table_above_takes_none_of_its_rows():
    number = count()
    for_dates = (("Results for the year", "24 November"), ("Annual meeting", "28 January"), ("Dividend", "12 February"))
    words = []
    for at, (label, date) in enumerate(for_dates):
        words += set_line(number, 100.0 + 13 * at, (60, label), (300, date))
    words += set_line(number, 150, (60, "Who holds our shares"), style=BOLD)
    words += set_line(number, 166, (60, "Holding"), (200, "Holders"), (320, "Shares"), style=BOLD)
    for at in range(4):
        words += set_line(number, 182.0 + 13 * at, (60, f"Band {at}"), (200, f"{at}12"), (320, f"{at}1.5"))
    rules = [Edge(130.0, 58.0, 360.0), Edge(170.0, 58.0, 360.0), Edge(226.0, 58.0, 360.0)]
    (room,) = find_stacks(rules, words)

    assert 126 < room.top < 142


@pytest.mark.parametrize(("size", "is_one"), [(10.0, True), (16.0, False)])
def test_rules_below_the_heads_of_statements_under_titles_in_larger_type_are_of_no_one_table(size, is_one):
    number, rules, words = count(), [], []
    for part in range(3):
        top = 80.0 + 150 * part
        words += set_line(number, top, (60, "Statement of changes"), style=BOLD._replace(size=size))
        words += set_line(number, top + 30, (60, "Item"), (440, "2022"), (500, "2023"), style=BOLD)
        rules.append(Edge(top + 34, 60.0, 530.0))
        for at in range(6):
            words += set_line(number, top + 46 + 14 * at, (60, f"Item {at}"), (440, f"{at}1.5"), (500, f"{at}2.0"))

    assert bool(list(find_stacks(rules, words))) == is_one
