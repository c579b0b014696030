"""Footnotes whose marks stand raised in the cells of tables."""

import pytest
from test_designs import BOLD, read

HEAD, *OTHERS = ("Offence", "2023", "2024"), ("Robbery", "377", "361"), ("Burglary", "3,012", "2,791")
ROWS = [HEAD, ("Violence", "6,402", "6,517"), *OTHERS]


@pytest.mark.parametrize("label", ["Violence", "Violence with injury"])
def test_a_mark_in_a_cell_that_a_footnote_answers_is_no_part_of_what_the_cell_says(label):
    def draw(sheet):
        foot = sheet.prose(60, 60) + 20
        for row, (name, *values) in enumerate(ROWS):
            sheet.say(name, 60, foot + 20 * row, font=0 if row else BOLD)
            for x, value in zip((300, 400), values, strict=True):
                sheet.say(value, x, foot + 20 * row, font=0 if row else BOLD)
            sheet.rule(55, 440, foot + 20 * row + 6)
        sheet.say("1", 101, foot + 16, 6)
        sheet.say(label[8:], 105, foot + 20)
        sheet.say("1", 60, 697, 5)
        sheet.say("Since 2022 with what is reported on line.", 64, 700, 7)

    report = read(draw)
    (table,), (note,) = report.tables, report.footnotes
    cell = table.rows[1][0]

    assert (cell.text, cell.footnotes) == (label, [note.id])
    assert (note.marker, note.text) == ("1", "Since 2022 with what is reported on line.")
