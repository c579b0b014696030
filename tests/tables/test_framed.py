"""Tables with a rule above the head, one below it and one below the last row, and none between the rows."""

from itertools import count

from words import make_page, rule, set_line

from reportparse.tables import take_tables

DECISIONS = (
    (("18-07", "26 April 2018"), ("To renew the lease of the centre for victims of assault", "for another ten years.")),
    (("18-13", "21 June 2018"), ("To sell the old headquarters and to put the receipt to", "the reserve.")),
    (("19-02", "17 January 2019"), ("Not to extend the contract for support services past", "2020.")),
    (("19-06", "22 February 2019"), ("To set the net budget and the precept of the next year",)),
)


def _rows(page):
    tables, rest = take_tables([page])
    assert not rest[0].words
    return [[[cell.text for cell in row] for row in table.rows] for table in tables], tables


def test_a_frame_round_texts_is_a_table_though_these_run_over_lines():
    number = count()
    words = set_line(number, 100, (60.0, "Number"), (110.0, "Date"), (220.0, "Decision"))
    top = 100.0
    for labels, lines in DECISIONS:
        top += 14
        words += set_line(number, top, (60.0, labels[0]), (110.0, labels[1]), (220.0, lines[0]))
        for line in lines[1:]:
            top += 12
            words += set_line(number, top, (220.0, line))
    rules = tuple(rule(56, at, 520, at) for at in (88, 104, top + 5))
    ((rows,), (table,)) = _rows(make_page(words, rules))

    assert rows == [["Number", "Date", "Decision"], *([*labels, " ".join(lines)] for labels, lines in DECISIONS)]
    assert table.header_rows == 1


def test_a_rule_over_the_last_row_alone_is_one_over_a_total_and_below_no_head():
    number = count()
    rows = [("Clubs", "CSF", "7,900"), ("Football", "PPA", "2,750"), ("Work", "CSF", "8,450"), ("Total", "", "19,100")]
    words = []
    for at, (label, fund, value) in enumerate(rows):
        cells = ((60.0, label), (200.0, fund), (300.0, value))
        words += set_line(number, 100 + 14 * at, *[cell for cell in cells if cell[1]])
    rules = tuple(rule(56, at, 330, at) for at in (88, 131, 148))
    ((found,), (table,)) = _rows(make_page(words, rules))

    assert [[text for text in row if text] for row in found] == [[text for text in row if text] for row in rows]
    assert table.header_rows == 0


def test_bands_of_a_tax_called_by_letters_are_heads():
    number = count()
    heads = ("Year", *"ABCDEFGH")
    words = set_line(number, 100, *[(60.0 + 50 * at, text) for at, text in enumerate(heads)])
    for year in range(3):
        cells = [(60.0, f"201{7 + year}/1{8 + year}"), *[(110.0 + 50 * at, f"{143 + 9 * at}.0{at}") for at in range(8)]]
        words += set_line(number, 116 + 14 * year, *cells)
    rules = tuple(rule(56, at, 500, at) for at in (88, 104, 149))
    ((found,), (table,)) = _rows(make_page(words, rules))

    assert found[0] == list(heads)
    assert table.header_rows == 1


def test_texts_in_two_columns_on_one_line_go_on_with_the_row_above_where_they_stand_nearer_than_rows():
    number = count()
    head = ("Service", "Provider", "Cost")
    words = set_line(number, 100, (60.0, head[0]), (230.0, head[1]), (430.0, head[2]))
    words += set_line(number, 116, (60.0, "Advice"), (230.0, "Safe in the Valley"), (430.0, "402,500"))
    words += set_line(number, 129.3, (60.0, "Advocates"), (230.0, "Arch North East"), (430.0, "148,000"))
    words += set_line(number, 142.6, (60.0, "Referral Centre,"), (230.0, "A consortium of the"), (430.0, "121,300"))
    words += set_line(number, 154.7, (60.0, "Britton House"), (230.0, "Commissioner and councils"))
    words += set_line(number, 168, (60.0, "Restorative work"), (230.0, "Safe in the Valley"), (430.0, "88,400"))
    rules = tuple(rule(56, at, 480, at) for at in (88, 104, 173))
    ((found,), _) = _rows(make_page(words, rules))

    assert found[3] == ["Referral Centre, Britton House", "A consortium of the Commissioner and councils", "121,300"]
    assert len(found) == 5
