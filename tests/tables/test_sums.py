"""Accounts: no rules but those over and under the sums, as wide as the columns of values."""

from itertools import count

from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.tables import take_tables

HEAD = ((300.0, "Note"), (380.0, "2022/23"), (460.0, "2023/24"))
ROWS = (
    ((60.0, "Police grant"), (308.0, "3"), (380.0, "139,284"), (460.0, "145,862")),
    ((60.0, "Council tax precept"), (308.0, "3"), (380.0, "122,318"), (460.0, "129,744")),
    ((60.0, "Fees and other income"), (385.0, "17,904"), (465.0, "18,709")),
    ((60.0, "Total income"), (380.0, "279,506"), (460.0, "294,315")),
    ((60.0, "Pay of officers and staff"), (308.0, "5"), (380.0, "231,010"), (460.0, "240,650")),
    ((60.0, "Premises"), (385.0, "16,151"), (465.0, "17,684")),
    ((60.0, "Total expenditure"), (380.0, "247,161"), (460.0, "258,334")),
    ((60.0, "Surplus"), (385.0, "32,345"), (465.0, "35,981")),
)


def test_rules_over_sums_bound_no_table_of_their_own():
    number = count()
    words = set_line(number, 100, *HEAD, style=BOLD)
    for at, row in enumerate(ROWS):
        words += set_line(number, 116 + 16 * at, *row, style=PLAIN)
    tops = [116 + 16 * at + drop for at in (3, 6, 7) for drop in (-12, 4)]
    rules = tuple(rule(x0, top, x0 + 80, top) for top in tops for x0 in (350, 430))
    tables, rest = take_tables([make_page(words, rules)])

    (table,) = tables
    assert [len(row) for row in table.rows][:3] == [3, 4, 4]
    assert [cell.text for row in table.rows[1:] for cell in row] == [text for row in ROWS for _, text in row]
    assert not rest[0].words


def test_two_statements_with_rules_over_sums_are_two_tables_and_a_sum_without_a_label_is_a_row():
    number, words, tops = count(), [], []
    for top, name in ((100, "Income and expenditure"), (320, "Balance sheet")):
        words += set_line(number, top, (60.0, name), style=BOLD._replace(size=14.0))
        words += set_line(number, top + 20, (388.0, "2024"), (468.0, "2023"), style=BOLD)
        words += set_line(number, top + 30, (300.0, "Note"), (388.0, "£000"), (468.0, "£000"), style=BOLD)
        for at, row in enumerate((*ROWS[:3], ROWS[3][1:], ((60.0, "Spending"),), *ROWS[4:])):
            words += set_line(number, top + 44 + 13 * at, *row, style=BOLD if len(row) == 1 else PLAIN)
        tops += [top + 44 + 13 * at + drop for at in (3, 7, 8) for drop in (-10, 3)]
    rules = tuple(rule(350.0, top, 510.0, top) for top in tops)
    tables, _ = take_tables([make_page(words, rules)])

    rows = [[text for _, text in row] for row in (*ROWS[:3], ROWS[3][1:], ((60.0, "Spending"),), *ROWS[4:])]
    for table in tables:
        assert [[cell.text for cell in row if cell.text] for row in table.rows[1:]] == rows
    assert len(tables) == 2


def test_a_sum_without_a_label_ends_the_one_column_of_values():
    number, words = count(), []
    values = ("3,870", "4,215", "(1,725)", "6,360")
    labels = ("Receivables", "Plant and machinery", "Liabilities", "")
    words += set_line(number, 100, (60.0, "In thousands"), (270.0, "2003"), style=BOLD)
    for at, (label, value) in enumerate(zip(labels, values, strict=True)):
        cells = ((60.0, label), (290.0 - 5 * len(value), value))
        words += set_line(number, 114 + 16 * at, *cells[not label :])
    (table,), (rest,) = take_tables([make_page(words, (rule(55, 104, 295, 104), rule(250, 150, 290, 150)))])

    assert [row[-1].text for row in table.rows] == ["2003", *values]
    assert not rest.words


def test_headings_of_sections_one_over_the_other_are_two_rows():
    number, words = count(), []
    words += set_line(number, 100, *HEAD, style=BOLD)
    words += set_line(number, 118, (60.0, "Income"), style=BOLD)
    words += set_line(number, 136, (60.0, "From the public purse:"), style=BOLD)
    for at, row in enumerate(ROWS):
        words += set_line(number, 150 + 14 * at, *row)
    (table,), _ = take_tables([make_page(words, (rule(55, 104, 510, 104),))])

    assert [row[0].text for row in table.rows[1:4]] == ["Income", "From the public purse:", "Police grant"]


def test_a_head_over_all_columns_but_that_of_the_notes_may_stand_far_above_them():
    number, words = count(), []
    words += set_line(number, 100, (395.0, "Year to March"), style=BOLD)
    words += set_line(number, 122, *HEAD, style=BOLD)
    for at, row in enumerate(ROWS):
        words += set_line(number, 144 + 22 * at, *row)
    rules = (rule(370, 104, 500, 104), rule(55, 127, 510, 127))
    (table,), _ = take_tables([make_page(words, rules)])

    assert table.caption is None
    assert [(cell.text, cell.column, cell.column_span) for cell in table.rows[0]] == [("Year to March", 2, 2)]
