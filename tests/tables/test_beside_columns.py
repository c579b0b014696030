"""Tables in pages of two columns: under a banner over both, beside text, and going on at the head of the next one."""

from itertools import count

from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.layout.lines import find_lines
from reportparse.tables import take_tables
from reportparse.tables.headed import rejoin_headed
from reportparse.tables.rulings import Edge
from reportparse.tables.segments import cut_rows, is_value
from reportparse.tables.unruled import read_unruled

HEAD = PLAIN._replace(font="Sans-Medium", color=(170, 40, 80))
UNITS = (("Amber School", "East"), ("Beech Hall", "West"), ("Cedar Manor", "North"), ("Elder Green", "South"))
MORE = (("Fir Lodge", "East"), ("Gorse House", "West"), ("Hazel Court", "North"))


def _set(number, left, top, rows):
    """Words of a table with a head in a face of its own, and a rule below each row."""
    words, rules = [], []
    for place, (label, text) in enumerate((("Unit", "Area"), *rows)):
        style = PLAIN if place else HEAD
        words += set_line(number, top + 18 * place, (left, label), (left + 140, text), style=style)
        rules.append(rule(left - 4, top + 6 + 18 * place, left + 220, top + 6 + 18 * place))
    return words, rules


def _read(words, rules):
    tables, (rest,) = take_tables([make_page(words, tuple(rules))])
    texts = [[[cell.text for cell in row] for row in table.rows] for table in tables]
    return tables, texts, " ".join(word.text for word in rest.words)


def test_a_table_goes_on_at_the_head_of_a_column_under_a_title_over_both():
    number = count()
    words = set_line(number, 60, (90.0, "Standing up for all the young people who live here"))
    for row in range(20):
        words += set_line(number, 100 + 13 * row, (64.0, "we have met with all of the schools"))
    below, rules = _set(number, 64.0, 680, UNITS)
    above, others = _set(number, 320.0, 100, MORE)
    for row in range(20):
        words += set_line(number, 220 + 13 * row, (320.0, "we have met with all of the schools"))

    (table,), (rows,), _ = _read([*words, *below, *above], [*rules, *others])

    assert rows == [["Unit", "Area"], *map(list, (*UNITS, *MORE))]
    assert table.header_rows == 1


def test_text_in_columns_between_a_banner_and_a_wide_table_is_no_row_of_it():
    number = count()
    words = set_line(number, 60, (70.0, "How we have done"))
    rules = [rule(60, 72, 540, 72)]
    for row in range(8):
        words += set_line(number, 100 + 13 * row, (64.0, "the rates that are told here are those"))
    inner, others = _set(number, 64.0, 214, [(name, str(place + 83.5)) for place, (name, _) in enumerate(UNITS)])
    for row in range(20):
        words += set_line(number, 100 + 12 * row, (320.0, "some of them have grown in all of the areas"))
    for place in range(5):
        level = 400 + 18 * place
        cells = [(120.0 + 90 * at, str(20 * place + at + 11) if place else f"Kind {at}") for at in range(4)]
        words += set_line(number, level, (64.0, f"{2030 + place}/{31 + place}" if place else "Year"), *cells)
        rules.append(rule(60, level + 6, 540, level + 6))

    _, texts, rest = _read([*words, *inner], [*rules, *others])

    assert texts[0] == [["Unit", "Area"], *([name, str(at + 83.5)] for at, (name, _) in enumerate(UNITS))]
    assert len(texts) == 2
    assert "some of them have grown" in rest


def test_facts_between_rules_below_boxes_of_text_are_one_table():
    number = count()
    words = set_line(number, 90, (60.0, "The year at a glance"))
    rules = [rule(60, 98, 540, 98)]
    for left in (60.0, 240.0, 420.0):
        rules.append(rule(left, 115, left + 120, 115))
        rules.append(rule(left, 250, left + 120, 250))
    for row in range(8):
        for left in (60.0, 240.0, 420.0):
            words += set_line(number, 140 + 13 * row, (left, "we asked all of the town"))
    facts = [("Chair", "Helen Amber, elected in May 2021 and May 2024"), ("Chief", "D. Beech"), ("People", "768,600")]
    for row, (label, text) in enumerate((*facts, ("Officers", "1,421 in all"), ("Budget", "164 million"))):
        words += set_line(number, 300 + 24 * row, (60.0, label), (220.0, text))
        if label == "Officers":
            mark = PLAIN._replace(size=6.0)
            words += [word._replace(top=word.top + 2) for word in set_line(number, 369, (278.0, "3"), style=mark)]
        rules.append(rule(60, 308 + 24 * row, 540, 308 + 24 * row))

    _, (rows,), rest = _read(words, rules)

    assert [row[0] for row in rows] == ["Chair", "Chief", "People", "Officers", "Budget"]
    assert rest.startswith("The year at a glance")


def test_two_columns_of_prose_under_a_bold_heading_each_are_no_table():
    """Notes to accounts: the first two stand at one height, and tables follow in both columns."""
    number = count()
    columns = []
    for left, heading in ((60.0, "1 Policies"), (320.0, "4 Closures")):
        words = set_line(number, 100, (left, heading), style=BOLD)
        for row in range(5):
            words += set_line(number, 113 + 13 * row, (left, "all of it is set out in the report"))
        columns.append(find_lines(1, words))

    assert rejoin_headed(columns, is_value) == columns


def test_days_beside_events_are_a_table_that_ends_above_the_bold_name_of_the_next():
    number = count()
    days = (("Results of the year", "24 November 2009"), ("Annual meeting", "28 January 2010"), ("Half year", "18 May"))
    words = []
    for at, (event, day) in enumerate(days):
        words += set_line(number, 140 + 13 * at, (60.0, event), (300.0, day))
    words += set_line(number, 186, (60.0, "Who holds shares"), style=BOLD)
    words += set_line(number, 280, (60.0, "What is paid"), style=BOLD)

    (grid,) = read_unruled(1, cut_rows(words), [Edge(170.0, 56.0, 380.0), Edge(203.0, 56.0, 380.0)])

    assert [" ".join(word.text for word in cell.words) for cell in grid.cells] == [text for row in days for text in row]
