"""Tables in the narrow columns of a page: cells of several lines, parts at the foot and at the top of columns."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, LETTER_PT, PLAIN, make_page, rule, set_line

from reportparse.layout.lines import find_lines
from reportparse.tables import take_tables
from reportparse.tables.beside import rejoin
from reportparse.tables.segments import cut_rows, is_value

MILESTONES = [
    ("Milestone", "Due", "Outcome"),
    ("First class of new", "May 2014", "Met"),
    ("Triage in the whole", "December 2014", "Met"),
    ("Video on response", "January 2015", "Met"),
    ("Surgeries held in each", "March 2015", "Not met"),
]
SECOND = ("officers sworn in", "area of the force", "teams in two units", "town of the county")
FUNDS = [("Area", "Referrals"), ("Dudley", "169"), ("Sandwell", "296"), ("Solihull", "70")]


def test_rules_between_rows_make_a_table_of_words_that_run_over_two_lines():
    number, words, rules = count(), [], []
    for at, row in enumerate(MILESTONES):
        y = 100.0 + 30 * at
        words += set_line(
            number, y, *zip((60.0, 180.0, 260.0), row, strict=True), style=BOLD if at == 0 else words[0].style
        )
        words += set_line(number, y + 12, (60.0, SECOND[at - 1])) if at else []
        rules.append(rule(55, y + 18, 320, y + 18))
    (table,), _ = take_tables([make_page(words, tuple(rules))])

    assert texts(table)[1] == ["First class of new officers sworn in", "May 2014", "Met"]
    assert len(table.rows) == 5


def column(number, rows, x0, y0):
    """Rows between rules in one column, and the rules."""
    words, rules = [], []
    for at, row in enumerate(rows):
        style = {"style": BOLD} if at == 0 else {}
        words += set_line(number, y0 + 14 * at, (x0, row[0]), (x0 + 160, row[1]), **style)
        rules.append(rule(x0 - 4, y0 + 4 + 14 * at, x0 + 204, y0 + 4 + 14 * at))
    return words, rules


def prose(number, x0, y0, lines):
    return [
        word
        for at in range(lines)
        for word in set_line(number, y0 + 12 * at, (x0, "the force has met its aims for the year"))
    ]


def test_a_table_that_ends_in_the_next_column_under_its_head_again_is_one():
    number = count()
    left, under = column(number, FUNDS, 50.0, 700.0)
    right, top = column(number, [FUNDS[0], ("Total", "535")], 310.0, 60.0)
    text = [*prose(number, 50.0, 60.0, 40), *prose(number, 310.0, 130.0, 40)]
    (table,), _ = take_tables([make_page([*text, *left, *right], (*under, *top))])

    assert texts(table) == [list(row) for row in [*FUNDS, ("Total", "535")]]


def test_a_caption_below_the_last_part_names_the_whole_table():
    number = count()
    first, rules = column(number, FUNDS[:3], 50.0, 700.0)
    before = make_page([*prose(number, 50.0, 60.0, 40), *first], tuple(rules))
    number = count()
    second, rules = column(number, [FUNDS[0], FUNDS[3], ("Total", "535")], 50.0, 60.0)
    name = set_line(number, 112.0, (50.0, "Table 1: Referrals"), style=BOLD)
    after = make_page([*second, *name, *prose(number, 50.0, 160.0, 40)], tuple(rules))._replace(number=2)
    (table,), _ = take_tables([before, after])

    assert (table.caption, len(table.rows)) == ("Table 1: Referrals", 5)


def test_a_head_that_white_sets_apart_begins_another_table_in_a_stack_of_rules():
    number = count()
    first, rules = column(number, FUNDS, 50.0, 100.0)
    second, more = column(
        number, [("Year", "Answers"), ("2019", "3,806"), ("2020", "1,916"), ("2021", "2,040")], 50.0, 186.0
    )
    tables, _ = take_tables([make_page([*first, *second], (*rules, *more))])

    assert [texts(table)[0] for table in tables] == [["Area", "Referrals"], ["Year", "Answers"]]


def test_a_table_as_wide_as_the_page_below_text_in_columns_is_one():
    number, words = count(), []
    for x0 in (50.0, 310.0):
        words += prose(number, x0, 60.0, 40)
    words += set_line(number, 566.0, (50.0, "Scheme"), (430.0, "Number of people"), style=BOLD)
    words += set_line(number, 578.0, (480.0, "in training"), style=BOLD)
    rows = [("Laboratories", "3"), ("Human resources", "1"), ("Custody", "21"), ("Total", "25")]
    for at, (name, value) in enumerate(rows):
        words += set_line(number, 594.0 + 14 * at, (50.0, name), (530.0 - 5 * len(value), value))
    (table,), (rest,) = take_tables([make_page(words)])

    assert texts(table) == [["Scheme", "Number of people in training"], *[list(row) for row in rows]]
    assert len(rest.words) == 80 * 9


def test_names_whose_column_is_set_to_the_right_are_a_table():
    number, words = count(), []
    names = [("School", "Unit"), ("Barrs Hill", "Coventry"), ("Lyng Hall", "Coventry"), ("Sutton", "Dudley")]
    names += [("Bristnall Hall", "Sandwell"), ("Grace Academy", "Solihull"), ("Bluecoats", "Walsall")]
    for at, (school, unit) in enumerate(names):
        words += set_line(number, 100.0 + 14 * at, (50.0, school), (400.0 - 5 * len(unit), unit))
    (table,), _ = take_tables([make_page(words)])

    assert texts(table) == [list(row) for row in names]


def test_a_footnote_of_the_text_right_below_a_table_is_none_of_its_notes():
    number = count()
    words, rules = column(number, FUNDS, 50.0, 500.0)
    small = PLAIN._replace(size=7.0)
    note = set_line(number, 556.0, (56.0, "Taken from the records of the force"), style=small)
    mark = note[0]._replace(text="1", x0=50.0, x1=52.5, baseline=553.5, style=small._replace(size=4.5), order=900)
    page = make_page([*prose(number, 50.0, 60.0, 30), *words, mark, *note], tuple(rules))
    (table,), (rest,) = take_tables([page])

    assert table.notes == ()
    assert mark in rest.words


def test_a_footnote_whose_mark_stands_raised_in_the_text_alone_is_none_of_a_table_s_notes():
    number = count()
    words, rules = column(number, FUNDS, 50.0, 500.0)
    small = PLAIN._replace(size=7.0)
    note = set_line(number, 556.0, (50.0, "1 Taken from the records of the force"), style=small)
    text = prose(number, 50.0, 60.0, 30)
    last = text[-1]
    raised = last._replace(text="1", x0=last.x1, x1=last.x1 + 2.5, baseline=last.baseline - 3.5, style=small, order=900)
    page = make_page([*text, raised, *words, *note], tuple(rules))
    (table,), (rest,) = take_tables([page])

    assert table.notes == ()
    assert note[0] in rest.words


@pytest.mark.parametrize(
    ("held", "found"), [(("4 yes", "6 no", "12 no", "5 yes"), 1), (("few", "6 no", "all", "5 yes"), 2)]
)
def test_a_number_beside_each_label_and_prose_behind_it_are_columns_of_one_table(held, found):
    number, words = count(), []
    labels = ("Audit board", "Estate board", "Ethics panel", "Youth forum")
    for at, pair in enumerate(zip(labels, held, strict=True)):
        y = 100.0 + 40 * at
        words += set_line(number, y, *zip((50.0, 190.0), pair, strict=True), (230.0, "It met to hear of the risks"))
        for line in (1, 2):
            words += set_line(number, y + 12 * line, (230.0, "and went through the plan"))
    lines = find_lines(1, words)
    sides = [[line for line in lines if (line.box.x0 < 100) is is_left] for is_left in (True, False)]

    assert len(rejoin(sides, is_value)) == found


def test_columns_of_prose_right_above_a_caption_are_no_part_of_its_table():
    number, words = count(), []
    for x0 in (60.0, 240.0, 420.0):
        words += [w for at in range(2) for w in set_line(number, 100.0 + 12 * at, (x0, "we met our aims in the year"))]
    words += set_line(number, 140.0, (60.0, "Spending by kind"), style=BOLD)
    for at, row in enumerate([("Kind", "Budget", "Spent"), ("Staff", "41.7", "40.9"), ("Buildings", "9.6", "9.9")]):
        words += set_line(number, 156.0 + 14 * at, *zip((60.0, 330.0, 450.0), row, strict=True), style=PLAIN)
    (table,), _ = take_tables([make_page(words)])

    assert texts(table)[0] == ["Kind", "Budget", "Spent"]


def test_the_words_of_a_letter_spaced_title_are_no_cells():
    number, words, left = count(), [], 100.0
    for letter in "Annual Report":
        words += set_line(number, 100.0, (left, letter)) if letter != " " else []
        left += 2.0 + (LETTER_PT if letter != " " else 2.5)

    assert [[segment.text for segment in row] for row in cut_rows(words)] == [["Annual Report"]]


def test_columns_of_prose_are_no_table_though_the_numbers_in_their_margins_are_told_last():
    number, words, numbers = count(), [], []
    for x0, first in ((80.0, 12), (330.0, 15)):
        for place, y in enumerate((100.0, 160.0, 208.0)):
            numbers.append((x0 - 25, y, str(first + place)))
            for row in range((4, 3, 4)[place]):
                words += set_line(number, y + 12 * row, (x0, "we met the aims of the plan in the year"))
    words += [w for x0, y, text in numbers for w in set_line(number, y, (x0, text), style=BOLD)]

    assert take_tables([make_page(words)])[0] == []


def test_tables_that_end_two_columns_of_prose_are_two():
    number, words = count(), []
    for x0, label in ((50.0, "Calls"), (310.0, "Galwadau")):
        words += prose(number, x0, 60.0, 6)
        for at, row in enumerate([("Service", "2021", "2022"), (label, "21,408", "22,946"), ("Advice", "388", "402")]):
            words += set_line(number, 150.0 + 14 * at, *zip((x0, x0 + 100, x0 + 160), row, strict=True))
    tables, _ = take_tables([make_page(words)])

    assert [texts(table)[1][0] for table in tables] == ["Calls", "Galwadau"]


def test_heads_of_many_columns_are_parted_though_most_gaps_of_their_line_are():
    heads = ["IDVAs", "ISVAs", "Stalking advocates", "Child therapy", "Restorative justice"]
    number, words, left = count(), [], 60.0
    for head in heads:
        words += set_line(number, 100.0, (left, head), style=BOLD)
        left = words[-1].x1 + 8.0

    assert [[segment.text for segment in row] for row in cut_rows(words)] == [heads]


def test_a_loose_line_of_a_column_beside_another_is_one_text():
    number, words, left = count(), [], 60.0
    for text in ("emergency", "calls.", "It", "answered", "most", "of"):
        words += set_line(number, 100.0, (left, text))
        left = words[-1].x1 + 6.8
    words += set_line(number, 100.0, (left + 20.0, "them in ten seconds"))

    assert [[segment.text for segment in row] for row in cut_rows(words)] == [
        ["emergency calls. It answered most of", "them in ten seconds"],
    ]


@pytest.mark.parametrize(("x0", "count_of_tables"), [(310.0, 1), (570.0, 2)])
def test_a_table_goes_on_in_the_next_column_and_in_none_beyond(x0, count_of_tables):
    number = count()
    left, under = column(number, FUNDS, 50.0, 700.0)
    right, top = column(number, [FUNDS[0], ("Total", "535")], x0, 60.0)
    text = [*prose(number, 50.0, 60.0, 40), *prose(number, 310.0, 130.0, 40), *prose(number, 570.0, 130.0, 40)]
    page = make_page([*text, *left, *right], (*under, *top))
    tables, _ = take_tables([page._replace(box=page.box._replace(x1=842.0))])

    assert len(tables) == count_of_tables


@pytest.mark.parametrize(("is_prose_first", "is_one"), [(True, False), (False, False), (None, True)])
def test_rows_told_apart_from_the_prose_on_their_left_are_no_part_of_it_though_all_stand_on_one_grid(
    is_prose_first, is_one
):
    number, rows = count(), range(5)
    sides = {
        "prose": [(50.0, "the Board has met nine times in the year"), (190.0, "")],
        "table": [(310.0, "Harbour dues"), (480.0, "21,480")],
    }
    order = [(side, row) for side in (sides if is_prose_first else reversed(sides)) for row in rows]
    if is_prose_first is None:
        order = [(side, row) for row in rows for side in sides]
    words = [w for side, row in order for w in set_line(number, 100.0 + 14 * row, *sides[side])]
    lines = find_lines(1, words)
    regions = [[line for line in lines if (line.box.x0 < 300) is is_left] for is_left in (True, False)]

    assert len(rejoin(regions, is_value)) == (1 if is_one else 2)


@pytest.mark.parametrize(("is_beside", "count_of_tables"), [(False, 1), (True, 3)])
def test_what_a_page_turned_to_goes_on_with_stands_in_its_first_column(is_beside, count_of_tables):
    number = count()
    first, rules = column(number, FUNDS, 310.0, 700.0)
    before = make_page([*prose(number, 310.0, 60.0, 40), *first], tuple(rules))
    number = count()
    other, under = column(number, [("Year", "Answers"), ("2019", "3,806"), ("2020", "1,916")], 50.0, 400.0)
    second, top = column(number, [FUNDS[0], ("Total", "535")], 310.0 if is_beside else 50.0, 60.0)
    text = prose(number, 50.0, 130.0, 15)
    words = [*text, *other, *second] if is_beside else [*text, *second]
    after = make_page(words, (*(under if is_beside else ()), *top))._replace(number=2)
    tables, _ = take_tables([before, after])

    assert len(tables) == count_of_tables


@pytest.mark.parametrize(("above", "is_caption"), [("Two posts are held", True), ("6 Posts", False)])
def test_a_bold_line_at_the_foot_of_a_column_names_the_table_after_it_unless_it_is_counted(above, is_caption):
    number = count()
    head = set_line(number, 600.0, (50.0, above), style=BOLD)
    text = prose(number, 50.0, 620.0, 8)
    name = set_line(number, 740.0, (50.0, "7 Referrals" if above[0] == "6" else "Referrals by area"), style=BOLD)
    rows, rules = column(number, FUNDS, 310.0, 60.0)
    words = [*prose(number, 50.0, 60.0, 40), *head, *text, *name, *rows]
    (table,), _ = take_tables([make_page(words, tuple(rules))])

    assert (table.caption is not None) == is_caption
