"""Tables of words and what they mean, a rule below each row."""

from itertools import count

import pytest
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.tables import take_tables

TERMS = (
    ("101", ("The number to reach the police when nobody is in danger.",)),
    ("Band D", ("The middle band of the tax, by which areas are compared.",)),
    ("Cadets", ("Young people who meet each week with officers and", "learn what these do.")),
    ("Precept", ("The part of the tax that the police have.",)),
    ("Outturn", ("What was spent in the whole of the year, once all of", "it has been counted.")),
    ("Reserves", ("Money set aside for what may come.",)),
)


def test_all_rows_of_a_glossary_are_its_rows():
    number, top = count(), 100.0
    words = set_line(number, top, (60.0, "Term"), (200.0, "What it means"), style=BOLD)
    rules = [88.0, 105.0]
    for term, lines in TERMS:
        top += 18
        words += set_line(number, top, (60.0, term), style=BOLD) + set_line(number, top, (200.0, lines[0]))
        for line in lines[1:]:
            top += 12
            words += set_line(number, top, (200.0, line))
        rules.append(top + 6)
    tables, rest = take_tables([make_page(words, tuple(rule(56, at, 520, at) for at in rules))])

    (table,) = tables
    assert [[cell.text for cell in row] for row in table.rows][1:] == [[term, " ".join(lines)] for term, lines in TERMS]
    assert not rest[0].words


def test_heads_that_end_at_one_height_name_the_rows_that_rules_part():
    number = count()
    words = set_line(number, 90, (430.0, "Compared with"), style=BOLD)
    heads = ((60.0, "Priority"), (180.0, "Position in March"), (430.0, "the baseline"))
    words += set_line(number, 101, *heads, style=BOLD)
    rows = (
        (("Fewer", "murders"), ("Five homicides were counted, and small", "numbers tell little"), "Down"),
        (("Safer", "streets"), ("Nineteen were hurt by something sharp,", "and six shots were fired"), "Up a little"),
        (("Less", "theft"), ("Burglary and theft from the person came", "to fewer than before"), "Down by much"),
        (("Better", "care"), ("Most victims of abuse were satisfied with", "the service of the police"), "No change"),
    )
    rules = [78.0, 105.0]
    for at, (label, text, change) in enumerate(rows):
        top = 117 + 28 * at
        words += set_line(number, top, (60.0, label[0]), (180.0, text[0]), (430.0, change))
        words += set_line(number, top + 11, (60.0, label[1]), (180.0, text[1]))
        rules.append(top + 15)
    tables, _ = take_tables([make_page(words, tuple(rule(56, at, 540, at) for at in rules))])

    (table,) = tables
    assert [cell.text for cell in table.rows[0]] == ["Priority", "Position in March", "Compared with the baseline"]
    assert [[cell.text for cell in row] for row in table.rows[1:]] == [
        [" ".join(label), " ".join(text), change] for label, text, change in rows
    ]


@pytest.mark.parametrize(("space", "is_table"), [(18.0, True), (12.0, False)])
def test_terms_in_small_letters_begin_rows_of_a_table_without_rules_where_white_parts_them(space, is_table):
    rows = (
        ("band", "band treth", ("The share of the tax that each home has to", "pay in the year")),
        ("cadets", "cadetiaid", ("Young people who meet each week with officers",)),
        ("outturn", "alldro", ("What was spent in the whole of the year, once", "all of it was counted")),
        ("precept", "praesept", ("The part of the tax that the police have",)),
    )
    number, top = count(), 100.0
    words = set_line(number, top, (60.0, "Term"), (150.0, "Cymraeg"), (260.0, "Meaning"), style=BOLD)
    for term, other, lines in rows:
        top += space
        words += set_line(number, top, (60.0, term), (150.0, other), (260.0, lines[0]))
        for line in lines[1:]:
            top += 12
            words += set_line(number, top, (260.0, line))
    tables, _ = take_tables([make_page(words)])

    assert len(tables) == is_table
    if tables:
        found = [[cell.text for cell in row] for row in tables[0].rows]
        assert found == [["Term", "Cymraeg", "Meaning"], *([a, b, " ".join(c)] for a, b, c in rows)]
        assert tables[0].header_rows == 1


@pytest.mark.parametrize(("style", "space", "is_table"), [(BOLD, 16.0, True), (PLAIN, 16.0, True), (BOLD, 12.0, False)])
def test_terms_and_what_they_mean_are_a_table_without_heads_and_rules_where_white_parts_them(style, space, is_table):
    number, top, words = count(), 100.0, []
    for term, lines in TERMS[1:]:
        top += space
        words += set_line(number, top, (60.0, term), style=style) + set_line(number, top, (160.0, lines[0]))
        for line in lines[1:]:
            top += 12
            words += set_line(number, top, (160.0, line))
    tables, _ = take_tables([make_page(words)])

    told = [[[cell.text for cell in row] for row in table.rows] for table in tables]
    assert told == ([[[term, " ".join(lines)] for term, lines in TERMS[1:]]] if is_table else [])
