"""What stands beside tables or parts them: headings in a margin, panels of text, the white between two."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, PLAIN, make_page, rule, say, set_line

from reportparse.geometry import Box
from reportparse.pdf import Fill
from reportparse.tables import take_tables

HEAD = BOLD._replace(size=11.0)
NOTES = (("4. Employees", ("Housing", "Repairs", "Office")), ("5. Sale of land", ("Proceeds", "Costs", "Fees")),
         ("6. Interest", ("Loans", "Leases", "Pensions")))  # fmt: skip
FIGURES = (("14,906", "14,611"), ("1,288", "1,240"), ("1,402", "1,366"))


def set_notes(number, style, prose=310.0):
    """Notes with their titles in the margin, each a table whose rules are as wide as those of the others."""
    words, rules = [], []
    for (title, labels), top in zip(NOTES, (100.0, 170.0, 240.0), strict=True):
        words += set_line(number, top, (40.0, title), style=style)
        words += set_line(number, top, (200.0, "Group"), (415.0, "2016"), (485.0, "2015"))
        rules.append(rule(200, top + 4, 505, top + 4))
        for row, (label, figures) in enumerate(zip(labels, FIGURES, strict=True), 1):
            cells = [(right - 5.0 * len(figure), figure) for right, figure in zip((435, 505), figures, strict=True)]
            words += set_line(number, top + 12 * row + 2, (200.0, label), *cells)
        rules.append(rule(200, top + 44, 505, top + 44))
    for row in range(3):
        words += set_line(number, prose + 12 * row, (200.0, "The charge is that of the year and of no other one"))
    return words, tuple(rules)


@pytest.mark.parametrize(("style", "has_titles"), [(HEAD, True), (BOLD, False)])
def test_titles_of_notes_in_the_margin_part_their_tables_where_they_are_larger(style, has_titles):
    words, rules = set_notes(count(), style)

    found, _ = take_tables([make_page(words, rules)])

    parted = [[row[0] for row in texts(table)] for table in found] == [["Group", *labels] for _, labels in NOTES]
    assert parted == has_titles
    assert not has_titles or [table.caption for table in found] == [None] * 3


def test_a_table_beside_the_title_of_a_note_goes_on_with_none_of_the_page_before():
    number = count()
    first, second = set_notes(number, HEAD, prose=50.0), set_notes(number, HEAD)

    found, _ = take_tables([make_page(*first), make_page(*second)._replace(number=2)])

    assert len(found) == 6


TEXTS = ("asked within a week of a", "before the sales of homes", "waited for the water main")


@pytest.mark.parametrize(("lines", "tables"), [(TEXTS, 0), (("12 a year", "4 a year", "9 a year"), 1)])
def test_panels_of_text_side_by_side_are_no_table(lines, tables):
    number, words, fills = count(), [], []
    rows = [("Repairs", "Margin", "Homes"), ("91%", "33%", "21%"), ("88%", "32%", "20%"), lines]
    for place, left in enumerate((60.0, 220.0, 380.0)):
        fills.append(Fill(Box(left - 8, 86.0, left + 134, 160.0), (230, 235, 230), 0))
        for row, cells in enumerate(rows):
            words += set_line(number, 100.0 + 14 * row, (left, cells[place]))
        words += set_line(number, 128.0, (left + 80, "84%"))

    found, _ = take_tables([make_page([*words, *say(number, 250.0)])._replace(fills=tuple(fills))])

    assert len(found) == tables


FEES = (("Chair", "18,000", "17,500"), ("Members", "22,500", "22,000"), ("Tenants", "15,125", "16,500"))
BANDS = (("£60,000 to £69,999", "9", "7"), ("£70,000 to £79,999", "4", "4"), ("More than that", "2", "1"))


@pytest.mark.parametrize("is_parted", [True, False])
def test_rules_at_one_height_over_labels_of_their_own_are_those_of_two_tables(is_parted):
    number, words = count(), []
    for row in range(5):
        lefts, sides = (60.0, 330.0), ((("", "2016", "2015"), *FEES, ("", "55,625", "56,000"))[row],
                                       (("Band", "2016", "2015"), *BANDS, ("", "15", "12"))[row])  # fmt: skip
        for left, (label, *figures) in zip(lefts, sides, strict=True):
            cells = [(left + at - 5 * len(one), one) for at, one in zip((170, 220), figures, strict=True)]
            words += set_line(number, 100.0 + 14 * row, *([(left, label)] if label else []), *cells)
    ends = ((60, 285), (330, 555)) if is_parted else ((60, 555),)
    rules = tuple(rule(x0, 104, x1, 104) for x0, x1 in ends)

    found, _ = take_tables([make_page([*words, *say(number, 260.0)], rules)])

    assert len(found) == (2 if is_parted else 1)


def test_heads_of_two_lines_under_spanning_ones_are_one_row_with_the_label_of_the_lower_line():
    number, words, small = count(), [], PLAIN._replace(size=7.6)
    words += set_line(number, 100.0, (230.0, "2016"), (390.0, "2015 restated"), style=small)
    lefts = (200.0, 260.0, 360.0, 430.0)
    words += set_line(number, 113.5, *zip(lefts, ("Income", "Costs", "Income", "Costs"), strict=True), style=small)
    words += set_line(number, 122.5, (60.0, "Group"), *((left + 8, "£000") for left in lefts), style=small)
    rows = (("Lettings", "39,842", "25,110", "38,406", "24,870"), ("Other homes",),
            ("Sales", "3,916", "3,204", "3,120", "2,611"), ("Support", "2,214", "2,306", "2,388", "2,440"),
            ("", "45,972", "30,620", "43,914", "29,921"))  # fmt: skip
    for row, (label, *figures) in enumerate(rows):
        cells = zip(lefts, figures, strict=False)
        words += set_line(number, 134.5 + 12 * row, *([(60.0, label)] if label else []), *cells, style=small)
    rules = (rule(195, 104.9, 320, 104.9), rule(325, 104.9, 480, 104.9), rule(60, 127.4, 480, 127.4),
             rule(195, 174, 480, 174), rule(195, 185, 480, 185), rule(195, 186.5, 480, 186.5))  # fmt: skip

    (table,), _ = take_tables([make_page([*words, *say(number, 250.0)], rules)])

    heads = ["Group", "Income £000", "Costs £000", "Income £000", "Costs £000"]
    assert (table.header_rows, texts(table)[1]) == (2, heads)


@pytest.mark.parametrize(("line", "is_caption"), [("Their costs were as follows:", False), ("Staff costs:", True)])
def test_a_sentence_in_the_smaller_type_of_notes_that_leads_to_a_table_does_not_name_it(line, is_caption):
    number, small = count(), PLAIN._replace(size=8.0)
    words = [*say(number, 60.0), *set_line(number, 140.0, (60.0, line), style=small)]
    words += set_line(number, 160.0, (60.0, "Group"), (300.0, "2016"), (400.0, "2015"), style=small)
    for row, (label, *figures) in enumerate(FEES):
        cells = zip((300.0, 400.0), figures, strict=True)
        words += set_line(number, 174.0 + 12 * row, (60.0, label), *cells, style=small)

    (table,), _ = take_tables([make_page([*words, *say(number, 260.0)])])

    assert table.caption == (line if is_caption else None)
