"""Tables of words with a rule below each row, whose texts are set to the middle of the row or down to its last line."""

from itertools import count

import pytest
from words import BOLD, make_page, rule, say, set_line

from reportparse.tables import take_tables

EDGES = (60.0, 150.0, 420.0)
AIMS = (
    (
        ("Burglary",),
        ("Patrols in the streets that were hit most often, with", "letters to each household after", "a crime"),
        ("Done", "in May"),
    ),
    (("Robbery",), ("Plain clothes officers on late buses and between the", "two stations"), ("Goes on",)),
    (
        ("Knife crime",),
        ("Lessons in eleven schools and sweeps of all parks, with", "surrender bins"),
        ("Until", "March"),
    ),
    (("Fraud",), ("Visits to people who had lost money by volunteers whom", "the office trained"), ("Done",)),
)
LEADING = 12
ROOM = 10  # between the rows, in points


def _set_rows(number, top, part):
    """The words of the rows, and where each ends; `part` of what a text has less lines than its row stands above it."""
    words, ends = [], []
    for texts in AIMS:
        high = max(map(len, texts))
        for left, lines in zip(EDGES, texts, strict=True):
            first = top + part * (high - len(lines)) * LEADING
            for at, line in enumerate(lines):
                words += set_line(number, first + at * LEADING, (left, line))
        top += high * LEADING + ROOM
        ends.append(top - LEADING)
    return sorted(words, key=lambda word: (word.baseline, word.x0)), ends


@pytest.mark.parametrize("part", [0.5, 1.0], ids=["middle", "last line"])
@pytest.mark.parametrize("has_head", [True, False])
def test_rows_of_texts_set_to_one_height_are_a_table(part, has_head):
    number = count()
    head = set_line(number, 200, *zip(EDGES, ("Aim", "What was done", "When"), strict=True), style=BOLD)
    body, ends = _set_rows(number, 220, part)
    rules = tuple(rule(56, at, 500, at) for at in (206, *ends))
    page = make_page([*say(number, 100), *(head if has_head else ()), *body], rules)
    (table,), _ = take_tables([page])
    found = [[cell.text for cell in row] for row in table.rows]

    assert found[-len(AIMS) :] == [[" ".join(lines) for lines in texts] for texts in AIMS]
    assert len(found) == len(AIMS) + has_head


def test_columns_of_text_between_rules_are_none():
    number = count()
    words, ends, top = [], [206], 220
    for _ in range(4):
        for at in range(4):
            line = "The force has worked with partners all year"
            words += set_line(number, top + at * LEADING, *[(left, line) for left in (60.0, 320.0)])
        top += 4 * LEADING + ROOM
        ends.append(top - LEADING)
    rules = tuple(rule(56, at, 560, at) for at in ends)

    assert take_tables([make_page(words, rules)])[0] == []
