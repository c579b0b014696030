"""Where tables begin and end: heads that only colour draws, and prose in columns right below the last rule."""

from itertools import count, pairwise

import pytest
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.geometry import Box
from reportparse.pdf import Fill, Page
from reportparse.tables import take_tables
from reportparse.tables.rulings import find_edges
from reportparse.tables.stacks import find_stacks

HEAD = ((62.0, "Offences"), (260.0, "2021/22"), (340.0, "2022/23"))
ROWS = (
    ((62.0, "Burglary"), (260.0, "6,910"), (340.0, "5,874")),
    ((62.0, "Robbery"), (260.0, "1,250"), (340.0, "1,180")),
    ((62.0, "Vehicle crime"), (260.0, "3,120"), (340.0, "3,344")),
)
DARK = (29, 53, 87)


def _fill(x0, top, x1, bottom):
    return Fill(Box(x0, top, x1, bottom), DARK, 0)


def _texts(page: Page) -> list[list[str]]:
    (table,) = take_tables([page])[0]
    return [[cell.text for cell in row] for row in table.rows]


def test_a_head_of_filled_cells_on_top_of_ruled_ones_is_of_the_table():
    number = count()
    words = [word for at, row in enumerate((HEAD, *ROWS)) for word in set_line(number, 115 + 20 * at, *row)]
    tops = [120.0, 140.0, 160.0, 180.0]
    level = [rule(57, top, 420, top) for top in tops]
    upright = [rule(x, tops[0], x, tops[-1]) for x in (57, 240, 330, 420)]
    heads = (_fill(57, 100, 240, 120), _fill(240, 100, 330, 120), _fill(330, 100, 420, 120))
    page = make_page(words, (*level, *upright))

    assert _texts(page._replace(fills=heads))[:2] == [[text for _, text in HEAD], [text for _, text in ROWS[0]]]
    assert _texts(page)[0] == [text for _, text in ROWS[0]]
    assert _texts(page._replace(fills=heads[:2]))[0] == [text for _, text in ROWS[0]]  # not as wide as the table


def test_columns_of_prose_between_a_table_and_a_rule_further_down_are_no_row():
    number = count()
    words = [word for at, row in enumerate((HEAD, *ROWS)) for word in set_line(number, 115 + 20 * at, *row)]
    words += set_line(number, 194, (57.0, "My office"))
    for at in range(9):
        prose = ((57.0, "There were many reports of noise in"), (250.0, "The picture is less good: across the"))
        words += set_line(number, 208 + 12 * at, *prose[: 1 + (at < 8)])
    tops = (120.0, 140.0, 160.0, 180.0, 316.0)  # the last one is that of the notes
    level, _ = find_edges(make_page(words, tuple(rule(57, top, 420, top) for top in tops)))

    assert [room.bottom < 208 for room in find_stacks(level, words)] == [True]


def test_rows_of_a_table_are_no_heads_of_the_next_one_in_the_same_stack_of_rules():
    number, words = count(), []
    grants = (
        ((62.0, "Given"), (170.0, "What for"), (340.0, "Grant")),
        ((62.0, "Lanterns"), (170.0, "Help"), (340.0, "£19,200")),
        ((62.0, "Common Ground"), (170.0, "Meetings of those who meet no more"), (340.0, "£9,400")),
    )  # fmt: skip
    for at, row in enumerate((HEAD, *ROWS)):
        words += set_line(number, 115 + 20 * at, *row, style=PLAIN if at else BOLD)
    words += set_line(number, 193, (62.0, "Grants of the fund"), style=BOLD)
    for at, row in enumerate(grants):
        words += set_line(number, 210 + 18 * at, *row, style=PLAIN if at else BOLD)
    rules = [rule(57, top, 420, top) for top in (122.0, 142.0, 162.0, 200.0, 215.0, 233.0, 251.0)]
    tables, _ = take_tables([make_page(words, tuple(rules))])

    assert [len(table.rows) for table in tables] == [4, 3]


def test_a_lone_line_right_below_the_last_rule_is_no_row_as_it_names_the_table_that_follows():
    number = count()
    words = [word for at, row in enumerate((HEAD, *ROWS)) for word in set_line(number, 115 + 20 * at, *row)]
    words += set_line(number, 198, (57.0, "Table 10 - Spending (£000)"), style=BOLD)
    last = set_line(number, 198, (62.0, "All crime"), (260.0, "11,280"), (340.0, "10,398"))
    level, _ = find_edges(make_page(words, tuple(rule(57, top, 420, top) for top in (122.0, 142.0, 162.0, 182.0))))

    assert [room.bottom < 190 for room in find_stacks(level, words)] == [True]
    assert [room.bottom < 190 for room in find_stacks(level, [*words[:-5], *last])] == [False]


def test_columns_of_prose_right_below_the_last_rule_are_no_row():
    number = count()
    words = [word for at, row in enumerate((HEAD, *ROWS)) for word in set_line(number, 115 + 20 * at, *row)]
    prose = ((57.0, "There were many reports of noise in"), (250.0, "The picture is less good: across the"))
    more = ((57.0, "town, which fell in the year as before."), (250.0, "country it was the other way round here."))
    words += [*set_line(number, 199, *prose), *set_line(number, 212, *more)]
    page = make_page(words, tuple(rule(57, top, 420, top) for top in (120.0, 140.0, 160.0, 180.0)))

    assert _texts(page)[-1] == [text for _, text in ROWS[-1]]


def _ruled(number, top, *rows):
    """Rows of a ruled table from `top` on, and its rules."""
    words = [word for at, row in enumerate(rows) for word in set_line(number, top + 15 + 20 * at, *row)]
    tops = [top + 20.0 * at for at in range(len(rows) + 1)]
    level = [rule(57, each, 420, each) for each in tops]
    return words, (*level, *(rule(x, tops[0], x, tops[-1]) for x in (57, 240, 330, 420)))


def _two_pages(foot, head, *, text=()):
    """A page that ends with some rows, and one that begins with others, or with text above them."""
    number = count()
    prose = set_line(number, 90, (57.0, "A paragraph above the table, which has nothing to do with it."))
    last, last_rules = _ruled(number, 700, *foot)
    first, first_rules = _ruled(number, 120, *head)
    above = [word for x, words in text for word in set_line(number, 100, (x, words))]
    return [make_page([*prose, *last], last_rules), make_page([*above, *first], first_rules)._replace(number=2)]


def test_a_head_that_a_page_break_tears_off_names_the_columns_of_the_next_page():
    head = ((260.0, "2021/22"), (340.0, "2022/23"))
    (table,), left = take_tables(_two_pages([head], ROWS))

    assert table.header_rows == 1
    assert [cell.text for cell in table.rows[0]] == ["", "2021/22", "2022/23"]
    assert [cell.text for cell in table.rows[1]] == [text for _, text in ROWS[0]]
    assert not left[1].words


def test_a_last_row_that_a_page_break_tears_off_is_of_the_table():
    (table,), _ = take_tables(_two_pages([HEAD, *ROWS[:2]], ROWS[2:]))

    assert [[cell.text for cell in row] for row in table.rows][-1] == [text for _, text in ROWS[2]]


def test_a_single_row_above_or_below_other_text_is_no_table():
    pages = _two_pages([HEAD, *ROWS[:2]], ROWS[2:], text=[(57.0, "Another paragraph begins the page.")])

    assert [len(table.rows) for table in take_tables(pages)[0]] == [3]


@pytest.mark.parametrize(("second", "is_head"), [(90, True), (100, False)])  # a border runs through a word
def test_filled_heads_tell_columns_where_ratings_alone_have_borders(second, is_head):
    """Words in each head, a border at each upright rule: the columns beside the tinted ones have rules below rows."""
    risks = (
        ((60.0, "No."), (93.0, "Risk"), (243.0, "Rated"), (303.0, "Trend"), (363.0, "Owner")),
        ((60.0, "1"), (93.0, "Water is not safe"), (243.0, "Low"), (303.0, "Up"), (363.0, "Board")),
        ((60.0, "2"), (93.0, "A drought sets in"), (243.0, "High"), (303.0, "Down"), (363.0, "Chair")),
        ((60.0, "3"), (93.0, "Rivers are harmed"), (243.0, "High"), (303.0, "Up"), (363.0, "Board")),
    )
    number = count()
    words = [word for at, row in enumerate(risks) for word in set_line(number, 115 + 20 * at, *row)]
    level = [rule(x0, top, x1, top) for top in (140.0, 160.0, 180.0) for x0, x1 in ((57, 240), (240, 300), (300, 420))]
    upright = [rule(x, 120.0, x, 180.0) for x in (240, 300)]
    page = make_page(words, (*level, *upright, rule(240, 120, 300, 120)))
    fills = tuple(_fill(x0, 100, x1, 120) for x0, x1 in pairwise((57, second, 240, 300, 360, 420)))

    rows = _texts(page._replace(fills=fills))

    assert (rows[0] == [text for _, text in risks[0]]) == is_head
    assert [row[2] for row in rows[-3:]] == ["Low", "High", "High"]
