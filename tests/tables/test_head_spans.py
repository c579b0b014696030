"""Heads over several columns, and heads of several lines over one."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.tables import take_tables

SMALL = PLAIN._replace(size=6.0)


def test_a_text_in_the_gap_between_two_heads_and_centred_over_both_is_a_head_of_the_two():
    number = count()
    words = set_line(number, 100.0, (359.5, "Use"), style=BOLD)
    words += set_line(number, 112.0, (60.0, "Granted"), (175.0, "Count"), (295.0, "First"), (420.0, "Last"), style=BOLD)
    for at, (month, width) in enumerate((("May", 50), ("June", 55), ("July", 55), ("August", 65))):
        words += set_line(number, 124.0 + 12 * at, (60.0, f"4 {month} 2001"), (170.0, f"{at}1,764"))
        dates = (320.0 - width, f"24 {month} 2004"), (440.0 - width, f"24 {month} 2011")
        words += set_line(number, 124.0 + 12 * at, *dates)
    (table,), _ = take_tables([make_page(words)])

    assert [(cell.text, cell.column, cell.column_span) for cell in table.rows[0] if cell.text] == [("Use", 2, 2)]
    assert texts(table)[1] == ["Granted", "Count", "First", "Last"]


def test_heads_set_close_end_with_their_columns_and_rules_drawn_end_to_end_span_what_stands_over_them():
    number, ends = count(), (140.0, 174.5, 209.0, 243.5)
    lines = [(112.0, ("Nov-19", "Nov-20", "Nov-19", "Nov-20"), BOLD)]
    lines += [(126.0 + 14 * at, (f"1{at},21", f"2{at},50", f"{at}2", f"{at}1"), PLAIN) for at in range(4)]
    words = set_line(number, 88.0, (130.0, "Some"), style=BOLD)
    words += set_line(number, 97.0, (122.5, "Members"), (200.0, "Share"), style=BOLD)
    for baseline, row, style in lines:
        words += set_line(number, baseline, (50.0, "Town"), style=style)
        cells = [(x1 - 5 * len(text), text) for x1, text in zip(ends, row, strict=True)]
        words += set_line(number, baseline, *cells, style=style)
    rules = (rule(105, 101, 176, 101), rule(176, 101, 245, 101), rule(48, 117, 245, 117), rule(48, 172, 245, 172))
    (table,), _ = take_tables([make_page(words, rules)])

    heads = [(cell.text, cell.column, cell.column_span) for cell in table.rows[0] if cell.text]
    assert heads == [("Some Members", 1, 2), ("Share", 3, 2)]
    assert texts(table)[1] == ["Town", "Nov-19", "Nov-20", "Nov-19", "Nov-20"]


def test_a_head_over_the_middle_column_is_stacked_where_others_on_its_line_are():
    """It would be centred over three columns, too."""
    number, ends = count(), (230.0, 330.0, 420.0, 510.0)
    words = set_line(number, 100.0, (185.0, "Number of"), (385.0, "Price"), style=BOLD)
    heads = ("Place", "rights given", "At the end", "(in pence)", "To be used")
    for at, row in enumerate([heads, *[(f"A M Smith{n}", f"{n}00", f"{n}50", "2.00", f"201{n}-30") for n in range(4)]]):
        words += set_line(number, 111.0 + 14 * at, (60.0, row[0]), style=PLAIN if at else BOLD)
        cells = [(x1 - 5 * len(text), text) for x1, text in zip(ends, row[1:], strict=True)]
        words += set_line(number, 111.0 + 14 * at, *cells, style=PLAIN if at else BOLD)
    (table,), _ = take_tables([make_page(words)])

    assert texts(table)[0] == ["Place", "Number of rights given", "At the end", "Price (in pence)", "To be used"]


def test_one_head_at_the_right_edge_of_one_column_of_values_is_no_caption():
    """Rules part it from two headings below it, and those from the rows."""
    number = count()
    words = set_line(number, 100.0, (415.0, "Land and buildings"), style=SMALL)
    words += set_line(number, 108.0, (485.0, "£000"), style=SMALL)
    words += set_line(number, 130.0, (60.0, "The Group"), style=BOLD)
    words += set_line(number, 142.0, (60.0, "Cost"), style=BOLD)
    rows = (("At 1 July", "1,719"), ("Bought", "58"), ("Sold", "253"), ("At 30 June", "1,524"))
    for at, (label, value) in enumerate(rows):
        words += set_line(number, 154.0 + 12 * at, (60.0, label), (505.0 - 5 * len(value), value))
    rules = tuple(rule(58, y, 507, y) for y in (114, 133, 145, 157, 169, 181, 193))
    (table,), _ = take_tables([make_page(words, rules)])

    assert (table.caption, texts(table)[0], table.header_rows) == (None, ["Land and buildings £000"], 1)


PAY = [("A Smith", "20", "16", "36", "31"), ("B Jones", "72", "12", "84", "53"), ("C Brown", "10", "–", "10", "10")]
EDGES = (230.0, 330.0, 420.0, 510.0)


def set_right(number, baseline, row, style=PLAIN):
    """A label, and texts that end at the edges of their columns."""
    cells = [(x1 - 5 * len(text), text) for x1, text in zip(EDGES, row[1:], strict=True)]
    return set_line(number, baseline, *([(60.0, row[0])] if row[0] else []), *cells, style=style)


def test_a_label_beside_a_head_over_several_is_that_of_the_header():
    number = count()
    heads = (60.0, "Pay"), (195.0, "Remuneration throughout twelve consecutive months")
    words = set_line(number, 100.0, *heads, style=BOLD)
    words += set_right(number, 112.0, ("", "Salary", "Benefits", "All", "2004"), BOLD)
    words += [word for at, row in enumerate(PAY) for word in set_right(number, 126.0 + 14 * at, row)]
    (table,), _ = take_tables([make_page(words)])

    assert [(cell.text[:12], cell.column_span) for cell in table.rows[0]] == [("Pay", 1), ("Remuneration", 3)]
    assert texts(table)[1] == ["Salary", "Benefits", "All", "2004"]


@pytest.mark.parametrize(("low", "is_midway"), [(106.0, True), (100.0, False)])
def test_heads_of_two_lines_midway_beside_two_levels_of_others_are_whole(low, is_midway):
    """Where all heads begin on one line, what stands below them is a level of its own for all columns."""
    number = count()
    words = set_line(number, 100.0, (420.0, "All the change"), style=BOLD)
    words += set_line(number, low, (200.0, "Budget"), (297.5, "Outturn"), style=BOLD)
    words += set_right(number, 118.0, ("£000", "Cyllideb", "Alldro", "£000", "%"), BOLD)
    words += [word for at, row in enumerate(PAY) for word in set_right(number, 134.0 + 14 * at, row)]
    rules = (rule(56, 90, 515, 90), rule(415, 105, 515, 105), rule(56, 123, 515, 123), rule(56, 170, 515, 170))
    (table,), _ = take_tables([make_page(words, rules)])

    first = ["Budget Cyllideb", "Outturn Alldro"] if is_midway else ["Budget", "Outturn"]
    assert [text for text in texts(table)[0] if text] == [*first, "All the change"]


@pytest.mark.parametrize(("baseline", "head"), [(99.0, ["Goodwill", "£000"]), (92.0, ["£000"])])
def test_a_label_raised_over_a_small_head_at_its_right_is_of_its_line_where_no_two_lines_stand_so_near(baseline, head):
    number = count()
    words = set_line(number, baseline, (60.0, "Goodwill")) + set_line(number, 108.0, (490.0, "£000"), style=SMALL)
    words += set_line(number, 130.0, (60.0, "Cost"), style=BOLD)
    for at, (label, *_, value) in enumerate(PAY):
        words += set_line(number, 145.0 + 15 * at, (60.0, label), (510.0 - 5 * len(value), value))
    rules = tuple(rule(58, y, 512, y) for y in (116, 134, 149, 164, 179))
    (table,), _ = take_tables([make_page(words, rules)])

    assert texts(table)[0] == head


def test_a_first_row_in_the_plain_face_over_rows_in_a_light_one_is_the_header():
    number, light = count(), PLAIN._replace(font="Sans-Light")
    rows = [("Name", "Kind"), ("Jay Bars", "Bars"), ("Blue Lodge", "Inns"), ("Stars", "Rights"), ("Moon", "Land")]
    words = []
    for at, row in enumerate(rows):
        cells = zip((60.0, 300.0), row, strict=True)
        words += set_line(number, 100.0 + 14 * at, *cells, style=light if at else PLAIN)
    (table,), _ = take_tables([make_page(words)])

    assert table.header_rows == 1


@pytest.mark.parametrize("note", ["Note", ""])
def test_years_over_groups_of_heads_that_come_again_span_these_though_a_column_of_notes_stands_before_them(note):
    """One rule runs below both years."""
    number, ends = count(), (230.0, 290.0, 350.0, 420.0, 480.0, 540.0)
    words = set_line(number, 88.0, (270.0, "2023/24"), (460.0, "2022/23"), style=BOLD)
    heads = [(x1 - 5.5 * len(head), head) for x1, head in zip(ends, ("Gross", "Income", "Net") * 2, strict=True)]
    words += set_line(number, 102.0, *([(165.0, note)] if note else []), *heads, style=BOLD)
    for at, (name, sign) in enumerate((("Local policing", ""), ("Crime", "7"), ("Support", ""), ("Grants", "12"))):
        values = (f"8{at},412", f"(6,{at}04)", f"82,3{at}8", f"85,{at}07", f"(5,8{at}2)", f"80,0{at}5")
        cells = [(x1 - 5 * len(text), text) for x1, text in zip(ends, values, strict=True)]
        notes = [(182.0 - 5 * len(sign), sign)] if note and sign else []
        words += set_line(number, 118.0 + 14 * at, (50.0, name), *notes, *cells)
    rules = (rule(200, 92, 545, 92), rule(48, 106, 545, 106))
    (table,), _ = take_tables([make_page(words, rules)])

    begin = 2 if note else 1
    years = [(cell.text, cell.column, cell.column_span) for cell in table.rows[0] if cell.text]
    assert years == [("2023/24", begin, 3), ("2022/23", begin + 3, 3)]


@pytest.mark.parametrize(("x0", "span"), [(340.0, (2, 3)), (355.0, (3, 1))])
def test_years_centred_in_cells_over_values_at_the_right_reach_over_what_they_are_centred_on(x0, span):
    """No head of their line is flush with the one below it; nothing is drawn, and the heads below are of many forms."""
    number, ends = count(), (220.0, 300.0, 390.0, 510.0)
    words = set_line(number, 90.0, (140.0, "2022/23"), (x0, "2023/24"), style=BOLD)
    heads = ("Spent", "Budget", "Spent", "Difference")
    rows = [(f"Cost{n}", f"9{n},412", f"9{n},870", f"9{n},944", f"({n}26)") for n in range(4)]
    for at, row in enumerate([("", *heads), *rows]):
        cells = [(x1 - 5 * len(text), text) for x1, text in zip(ends, row[1:], strict=True)]
        cells = [(60.0, row[0]), *cells] if at else cells
        words += set_line(number, 106.0 + 14 * at, *cells, style=PLAIN if at else BOLD)
    (table,), _ = take_tables([make_page(words)])

    assert [(cell.column, cell.column_span) for cell in table.rows[0] if cell.text.startswith("2023/24")] == [span]


@pytest.mark.parametrize(("unit", "is_of_all"), [("£000", True), ("(£m)", True), ("Of which", False)])
def test_a_unit_alone_above_several_heads_is_that_of_them_all(unit, is_of_all):
    """It stands in the middle of their cells, whose texts stand at the right: no head begins with a unit."""
    number, ends = count(), (320.0, 420.0, 520.0)
    middle = 372.0 - 2.5 * len(unit)
    words = set_line(number, 100.0, (middle, unit), style=BOLD)
    rows = [("Budget", "Outturn", "Change"), *[(f"{n}4,905", f"{n}4,118", f"({n}87)") for n in range(1, 5)]]
    for at, row in enumerate(rows):
        style = PLAIN if at else BOLD
        words += set_line(number, 114.0 + 16 * at, *([(60.0, f"Police staff {at}")] if at else []), style=style)
        cells = [(x1 - 5 * len(text), text) for x1, text in zip(ends, row, strict=True)]
        words += set_line(number, 114.0 + 16 * at, *cells, style=style)
    (table,), _ = take_tables([make_page(words, (rule(58, 118, 522, 118),))])

    spans = [(cell.text, cell.column, cell.column_span) for cell in table.rows[0] if cell.text]
    assert (spans == [(unit, 1, 3)]) == is_of_all
