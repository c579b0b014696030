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
