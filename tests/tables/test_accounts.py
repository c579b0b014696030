"""Tables of accounts: small heads, a light face beside a plain one, notes without numbers, few rows, prose between."""

from itertools import count

from words import BOLD, PLAIN, make_page, rule, say, set_line

from reportparse.layout.lines import find_lines
from reportparse.tables import take_tables
from reportparse.tables.beside import part_columns
from reportparse.tables.segments import is_value

LIGHT, MEDIUM = PLAIN._replace(font="Face-Light"), PLAIN._replace(font="Face")
SMALL = PLAIN._replace(size=6.0)
RIGHTS = (300.0, 360.0, 420.0)


def _set(number, baseline, label, *values, style=PLAIN, rights=RIGHTS):
    """A label and values set to the right; an empty text is left out."""
    ends = zip(rights, values, strict=False)
    cells = [(right - 2.5 - sum(5 * len(w) + 2.5 for w in text.split()) + 5, text) for right, text in ends if text]
    return set_line(number, baseline, *([(60.0, label)] if label else []), *cells, style=style)


def _read(words, rules=()):
    found, (rest,) = take_tables([make_page(words, tuple(rules))])
    rows = [[[(cell.column, cell.text) for cell in row] for row in table.rows] for table in found]
    return rows, " ".join(word.text for word in rest.words)


def test_a_paragraph_across_two_columns_of_values_parts_two_tables():
    number, words = count(), []
    for top, names in ((100, ("Amber Trust", "Beech Fund")), (192, ("C Dale", "E Field", "G Hill"))):
        words += _set(number, top, "", "Held", "Share")
        for row, name in enumerate(names, 1):
            words += _set(number, top + 12 * row, name, "4,310", "12.5")
    told = ("The trust knows of nobody else who holds more than this share", "of what it has issued.")
    for row, text in enumerate((*told, "Members", "All members served for the year and held at its end as follows")):
        words += set_line(number, 140 + 12 * row, (60.0, text))

    tables, rest = _read(words)

    assert [len(rows) for rows in tables] == [3, 4]
    assert "of what it has issued. Members All members served" in rest


def test_heads_smaller_than_their_rows_may_stand_further_above_them():
    number, words, rules = count(), [], []
    for row, heads in enumerate((("30 June", "30 June"), ("2031", "2030"), ("£’000", "£’000"))):
        words += _set(number, 98 + 8 * row, "", *heads, style=SMALL)
    for row, (label, *values) in enumerate((("Loans", "120", "90"), ("Grants", "75", "60"), ("Fees", "14", "11"))):
        words += _set(number, 140 + 12 * row, label, *values, style=PLAIN._replace(size=8.0))
        rules.append(rule(57, 142 + 12 * row, 440, 142 + 12 * row))

    (rows,), _ = _read(words, rules)

    assert rows[0] == [(1, "30 June 2031 £’000"), (2, "30 June 2030 £’000")]


def test_far_heads_are_of_the_rows_whose_values_end_as_they_do():
    number = count()
    words = _set(number, 100, "", "Members", "Average") + _set(number, 112, "", "(000s)", "(pence)")
    lines = (("Began", "3,678", "28.9"), ("Joined", "1,402", "22.1"), ("Left", "39", "23.6"))
    for row, (label, *values) in enumerate(lines):
        words += _set(number, 157 + 12 * row, label, *values)

    (rows,), _ = _read(words)

    assert rows[0] == [(1, "Members (000s)"), (2, "Average (pence)")]


def test_a_heading_in_the_plain_face_begins_no_label_in_the_light_one():
    number, words = count(), []
    words += _set(number, 100, "", "Cost", "Value", style=MEDIUM)
    labels = ["Fixed assets", "Investments", "Land and buildings", "Current assets", "Stocks"]
    for row, label in enumerate(labels):
        values, style = ((), MEDIUM) if label.endswith("assets") else (("12", "14"), LIGHT)
        words += _set(number, 112 + 11 * row, label, *values, style=style)

    (rows,), _ = _read(words)

    assert [row[0][1] for row in rows[1:]] == labels


def test_notes_that_no_row_has_a_number_of_are_a_column():
    number = count()
    words = _set(number, 100, "", "Note", "2031", "2030")
    lines = (("Surplus for the year", "69", "44"), ("Gains", "63", "8"), ("In all", "132", "52"))
    for row, (label, *values) in enumerate(lines):
        words += _set(number, 112 + 12 * row, label, "", *values)

    (rows,), _ = _read(words)

    assert rows[0] == [(1, "Note"), (2, "2031"), (3, "2030")]
    assert rows[1] == [(0, "Surplus for the year"), (2, "69"), (3, "44")]


def test_two_rows_of_values_far_from_their_labels_are_a_table_with_them():
    number = count()
    words = set_line(number, 88, (40.0, "15"), (60.0, "Shares"))
    words += _set(number, 100, "", "2031", "2030", rights=(420.0, 480.0))
    words += _set(number, 112, "", "£’000", "£’000", rights=(420.0, 480.0))
    for row, (label, *values) in enumerate((("Allowed", "", ""), ("850 shares of 1p", "8,186", "8,186"))):
        words += _set(number, 124 + 12 * row, label, *values, rights=(420.0, 480.0))
    for row, (label, *values) in enumerate((("Issued", "", ""), ("540 shares of 1p", "5,457", "5,457"))):
        words += _set(number, 160 + 12 * row, label, *values, rights=(420.0, 480.0))
    words += set_line(number, 220, (40.0, "16"), (60.0, "Options"))

    (rows,), rest = _read(words)

    assert [row[0][1] for row in rows] == ["2031 £’000", "Allowed", "850 shares of 1p", "Issued", "540 shares of 1p"]
    assert rest == "15 Shares 16 Options"


def test_one_row_below_heads_tells_the_columns():
    number = count()
    words = set_line(number, 88, (285.0, "Force"), (390.0, "Office"))
    for row, head in enumerate(("At the", "end of", "June")):
        words += _set(number, 100 + 12 * row, "", head, head, head)
    words += _set(number, 136, "", "2031", "2030", "2031") + _set(number, 148, "", "£’000", "£’000", "£’000")
    words += _set(number, 172, "Food and drink", "303", "193", "496")

    (rows,), _ = _read(words)

    assert rows[-1] == [(0, "Food and drink"), (1, "303"), (2, "193"), (3, "496")]


def test_a_label_with_an_open_bracket_goes_on_in_the_next_row():
    number, words = count(), []
    lines = ("Amber Limited", "Beech Limited", "Cedar Limited (once called", "Dogwood Limited)", "Elder Limited")
    lines += ("Fir Limited", "Gorse Limited", "Hazel Limited", "Ivy Limited", "Juniper Limited", "Larch Limited")
    for row, name in enumerate(("Name", *lines)):
        kind = "Work" if not row else "" if name.endswith("called") else "Holding"
        words += set_line(number, 100 + 12 * row, (60.0, name), *([(250.0, kind)] if kind else []))

    (rows,), _ = _read(words)

    assert [(0, "Cedar Limited (once called Dogwood Limited)"), (1, "Holding")] in rows


def test_heads_of_several_lines_under_a_group_stay_in_their_columns():
    number, words = count(), []
    rights = (250.0, 320.0, 380.0, 450.0, 520.0, 580.0)
    words += set_line(number, 100, (280.0, "Year 2031"), (480.0, "Year 2030"))
    words += _set(number, 112, "", "", "Mean of", "", "", "Mean of", "", rights=rights)
    words += _set(number, 124, "", "Costs", "shares", "Rate", "Costs", "shares", "Rate", rights=rights)
    for row, label in enumerate(("Basic", "Options", "Diluted")):
        words += _set(number, 136 + 12 * row, label, "693", "61,416", "1.13", "449", "61,332", "0.73", rights=rights)

    (rows,), _ = _read(words)

    assert [text for _, text in rows[1]] == ["Costs", "Mean of shares", "Rate", "Costs", "Mean of shares", "Rate"]


def test_rules_over_sums_frame_no_table_without_the_labels_left_of_them():
    number, words = count(), []
    for row, heads in enumerate((("2031", "2030"), ("£’000", "£’000"))):
        words += _set(number, 100 + 12 * row, "", *heads, rights=(380.0, 440.0))
    for row, (label, *values) in enumerate((("Pay", "820", "790"), ("Rents", "45", "41"), ("", "865", "831"))):
        shift = 1.2 if not label else 0
        words += _set(number, 128 + shift + 12 * row, label, *values, rights=(380.0, 440.0))
    rules = [rule(340, level, 445, level) for level in (142.5, 155.5, 157)]

    (rows,), _ = _read(words, rules)

    assert rows == [
        [(1, "2031 £’000"), (2, "2030 £’000")],
        [(0, "Pay"), (1, "820"), (2, "790")],
        [(0, "Rents"), (1, "45"), (2, "41")],
        [(1, "865"), (2, "831")],
    ]


def test_a_table_that_runs_through_two_columns_of_text_is_whole():
    number, words = count(), []
    for top in (100, 300):
        for row in range(6):
            for left in (60.0, 320.0):
                words += set_line(number, top + 12 * row, (left, "the budget was kept by all of the departments"))
    words += _set(number, 200, "", "Budget", "Spent", rights=(400.0, 540.0))
    for row, label in enumerate(("Officers", "Staff", "Premises", "Transport", "Income")):
        words += _set(number, 214 + 14 * row, label, "131.2", "132.6", rights=(400.0, 540.0))

    (rows,), _ = _read(words)

    assert rows[0] == [(1, "Budget"), (2, "Spent")]
    assert rows[1] == [(0, "Officers"), (1, "131.2"), (2, "132.6")]
    assert len(rows) == 6


def test_the_last_row_above_two_columns_is_whole():
    number, words = count(), []
    rights = (200.0, 272.0, 348.0, 440.0, 540.0)
    for row, label in enumerate(("Opened", "Added", "Sold", "Moved", "Closed")):
        words += _set(number, 100 + 12 * row, label, "131", "24", "(131,130,03)", "6", "201", rights=rights)
    words += _set(number, 160, "A year ago", "131", "24", "38", "6", "201", rights=rights)
    for row in range(5):
        words += set_line(number, 190 + 13 * row, (60.0, "the sums that others owe us are paid to us all in time"))
        words += set_line(number, 196 + 13 * row, (320.0, "the sums that we owe others are paid by us in time"))

    first, *_ = part_columns(find_lines(1, words), is_value)

    assert sorted(line.text for line in first if line.baseline == 160) == ["131", "201", "24", "38", "6", "A year ago"]


def test_units_set_apart_from_the_heads_are_a_row_of_their_own():
    number = count()
    words = _set(number, 100, "", "2031", "2030") + _set(number, 118, "Notes", "£’000", "£’000")
    for row, label in enumerate(("Pay", "Rents", "Fees")):
        words += _set(number, 136 + 18 * row, label, "820", "790")

    (rows,), _ = _read(words)

    assert rows[:2] == [[(1, "2031"), (2, "2030")], [(0, "Notes"), (1, "£’000"), (2, "£’000")]]


def test_the_rules_over_sums_of_two_statements_on_a_page_frame_no_table():
    number, words, rules = count(), [], []
    rows = [("Grants", "820", "790"), ("Rents", "45", "41"), ("In all", "865", "831")]
    rows += [("Less costs", "(60)", "(55)"), ("Left over", "805", "776")]
    rows += [("Tax", "(5)", "(6)"), ("At the end", "800", "770")]
    prose = "All of these amounts are those of the whole group and they go on in the next year as they did."
    for top, label in ((100, "Income"), (280, "Balance")):
        words += _set(number, top, "", "2031", "2030", rights=(380.0, 440.0))
        words += _set(number, top + 12, label, "£000", "£000", rights=(380.0, 440.0))
        for row, (name, *values) in enumerate(rows):
            words += _set(number, top + 24 + 12 * row, name, *values, rights=(380.0, 440.0))
        rules += [rule(340, top + 15 + 12 * row, 445, top + 15 + 12 * row) for row in (2, 4, 6)]
        words += set_line(number, top + 130, (60.0, prose))

    tables, _ = _read(words, rules)

    heads = [[text for _, text in table[0]] for table in tables]
    assert heads == [["Income", "2031 £000", "2030 £000"], ["Balance", "2031 £000", "2030 £000"]]
    assert [len(table) for table in tables] == [8, 8]


def test_a_heading_below_a_sum_without_a_label_is_none_of_it():
    number, words = count(), []
    rows = [("Fixed assets",), ("Homes", "604", "571"), ("Vans", "6", "7"), ("", "610", "578"), ("Current assets",)]
    rows += [("Stock", "7", "9"), ("Cash", "19", "22"), ("", "26", "31"), ("Net assets", "636", "609")]
    words += _set(number, 100, "At 31 March", "2031", "2030", rights=(380.0, 440.0))
    for row, (label, *values) in enumerate(rows):
        style = PLAIN if values else BOLD
        words += _set(number, 114 + 14.5 * row, label, *values, rights=(380.0, 440.0), style=style)

    (found,), _ = _read(words)

    assert [[text for _, text in row] for row in found[1:]] == [[text for text in row if text] for row in rows]


def test_a_head_of_two_lines_far_above_the_rule_over_the_sum_is_whole():
    number, words = count(), []
    rights = (330.0, 410.0, 480.0)
    names = ("Officers", "Staff", "Overtime", "Premises", "Transport", "Supplies", "Income", "Net")
    for row, heads in enumerate((("Budget", "Outturn", "Change"), ("£000", "£000", "£000"))):
        words += _set(number, 100 + 13 * row, "", *heads, rights=rights, style=BOLD)
    for row, name in enumerate(names):
        words += _set(number, 127 + 13.4 * row, name, f"{row + 8},310", f"{row + 7},742", "(568)", rights=rights)
    foot = 127 + 13.4 * 7
    rules = [rule(55, level, 485, level) for level in (foot - 9, foot + 4, foot + 5.5)]

    (rows,), _ = _read(words, rules)

    assert [text for _, text in rows[0]] == ["Budget £000", "Outturn £000", "Change £000"]
    assert len(rows) == 9


def test_a_text_over_all_columns_of_values_is_a_level_of_the_head_where_labels_have_none():
    number, rights = count(), (260.0, 320.0, 380.0, 440.0)
    words = set_line(number, 93.0, (329.0, "Force"), style=BOLD)
    words += set_line(number, 116.0, (243.0, "Group of forces"), (377.5, "Parent bodies"), style=BOLD)
    words += _set(number, 132, "", *("2031", "2030") * 2, rights=rights, style=BOLD)
    for row, label in enumerate(("Loans", "Grants", "Fees", "Other")):
        words += _set(number, 148 + 14 * row, label, "120", "90", "75", "60", rights=rights)

    (rows,), _ = _read(words)

    assert [text for row in rows[:2] for _, text in row] == ["Force", "Group of forces", "Parent bodies"]


def test_notes_that_signs_open_may_stand_off_each_other_as_the_first_does_off_its_table():
    number, words = count(), say(count(1000), 60)
    for row, label in enumerate(("Loans", "Grants", "Fees")):
        words += _set(number, 140 + 12 * row, label, "120", "90", "75")
    words += set_line(number, 180.0, (60.0, "* Of the force alone."), style=SMALL)
    words += set_line(number, 196.0, (60.0, "† With those of partners."), style=SMALL)

    found, _ = take_tables([make_page(words)])

    assert found[0].notes == ("* Of the force alone.", "† With those of partners.")


def test_a_heading_in_the_type_of_the_total_above_it_is_none_of_its_label_where_labels_have_room():
    number, words = count(), []
    lines = (
        ("At start", "120", "90", "75"), ("Bought", "14", "11", "9"), ("Total at end", "134", "101", "84"),
        ("Depreciation",), ("At start", "60", "45", "37"), ("Charged", "7", "5", "4"),
        ("Total at end", "67", "50", "41"),
    )  # fmt: skip
    for row, (label, *values) in enumerate(lines):
        words += _set(number, 100 + 12 * row, label, *values, style=BOLD if label[0] in "TD" else PLAIN)

    (rows,), _ = _read(words)

    assert [row[0][1] for row in rows] == [label for label, *_ in lines]


def test_a_line_with_the_head_of_labels_may_have_as_many_heads_as_the_one_below_it():
    number, words = count(), say(count(1000), 40)
    for top, *heads in ((112, "", "Band D"), (124, "Year", "£", "Change"), (138, "", "", "£", "%")):
        words += _set(number, top, *heads, style=BOLD)
    for row, values in enumerate((("169.15", "–", "–"), ("193.15", "24.00", "14.2%"), ("218.15", "15.00", "7.4%"))):
        words += _set(number, 154 + 16 * row, f"20{row}8/19", *values)

    (table,), _ = take_tables([make_page(words)])

    assert table.caption is None
    assert [cell.text for cell in table.rows[0]] == ["Year", "Band D £", "Change £", "%"]
