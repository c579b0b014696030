"""Rows at the foot of a column or the head of the next page, and lone numbers and paragraphs inside a column."""

from itertools import count

from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.tables import take_tables

HEAD = ((62.0, "Output"), (340.0, "Number"))
ROWS = (("Referrals", "1,161"), ("Individuals", "1,022"), ("Assessments", "636"))


def _rows(page):
    return [[[cell.text for cell in row] for row in table.rows] for table in take_tables([page])[0]]


def _ruled(number, rows, top=100.0):
    """Words of rows with a rule below each, but for the last, which the foot of the column cuts."""
    words, rules = set_line(number, top + 12, *HEAD, style=BOLD), [rule(57, top + 20, 400, top + 20)]
    for place, (label, value) in enumerate(rows, 1):
        words += set_line(number, top + 12 + 20 * place, (62.0, label), (340.0, value))
        rules.append(rule(57, top + 20 + 20 * place, 400, top + 20 + 20 * place))
    return words, rules[:-1]


def test_a_last_row_below_the_last_rule_is_of_the_table():
    words, rules = _ruled(count(), ROWS)

    assert [rows[-1] for rows in _rows(make_page(words, tuple(rules)))] == [["Assessments", "636"]]


def test_a_number_alone_in_a_row_parts_no_tables():
    number = count()
    rows = [*ROWS, ("", "0.39"), ("Officers", "Staff"), ("41", "52"), ("17", "24")]
    words, rules = _ruled(number, [(label or " ", value) for label, value in rows])

    assert len(_rows(make_page(words, tuple(rules)))) == 1


def test_a_paragraph_with_its_number_below_a_table_is_no_row():
    number, large = count(), PLAIN._replace(size=12.0)
    words = [one for row, cells in enumerate((HEAD, *(((62.0, a), (340.0, b)) for a, b in ROWS))) for one in
             set_line(number, 100 + 14 * row, *cells, style=PLAIN if row else BOLD)]  # fmt: skip
    told = ("80. As a result the costs of this have dropped", "over the whole of the period.")
    for row, text in enumerate(told):
        words += set_line(number, 170 + 14 * row, (62.0, text), style=large)
    words += [one for row, cells in enumerate((HEAD, ((62.0, "Dogs"), (340.0, "192")), ((62.0, "Cats"), (340.0, "48"))))
              for one in set_line(number, 212 + 14 * row, *cells, style=PLAIN if row else BOLD)]  # fmt: skip

    tables, (rest,) = take_tables([make_page(words)])

    assert [len(table.rows) for table in tables] == [4, 3]
    assert "80." in [word.text for word in rest.words]


def test_a_bold_head_as_close_as_words_is_of_the_table_where_it_is_flush():
    number = count()
    words = set_line(number, 100, (62.0, "Band"), (85.0, "Share"), (113.0, "Yearly"), style=BOLD)
    rules = []
    for row, (band, share, year) in enumerate((("A", "6/9", "71.03"), ("B", "7/9", "82.87"), ("C", "8/9", "94.71"))):
        top = 104.0 + 16 * row
        words += set_line(number, top + 12, (62.0, band), (95.0, share), (118.0, year))
        rules += [rule(60, top, 146, top), rule(60, top + 16, 146, top + 16)]

    assert [rows[0] for rows in _rows(make_page(words, tuple(rules)))] == [["Band", "Share", "Yearly"]]
