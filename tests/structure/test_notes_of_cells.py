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


@pytest.mark.parametrize("indent", [4, 14, 40])
@pytest.mark.parametrize("signs", ["ab", "12", "*†"])
def test_signs_in_cells_that_notes_below_their_table_answer_are_no_part_of_what_the_cells_say(signs, indent):
    """The signs hang before the notes, raised as they are in the cells."""

    def draw(sheet):
        foot = sheet.prose(60, 60) + 20
        for row, (name, *values) in enumerate(ROWS):
            sheet.say(name, 60, foot + 20 * row, font=0 if row else BOLD)
            if row == 1:
                sheet.say(signs[0], 99, foot + 16, 6)
            for x, value in zip((300, 400), values, strict=True):
                sheet.say(value, x, foot + 20 * row, font=0 if row else BOLD)
            if row == 2:
                sheet.say(signs[1], 418, foot + 36, 6)
            sheet.rule(55, 440, foot + 20 * row + 6)
        for row, sign in enumerate(signs, 1):
            sheet.say(sign, 60, foot + 68 + 11 * row - 3, 5)
            sheet.say(f"As it was told in {2020 + row}.", 60 + indent, foot + 68 + 11 * row, 7)

    report = read(draw)
    (table,) = report.tables

    assert (table.rows[1][0].text, table.rows[2][2].text, table.rows[2][2].value) == ("Violence", "361", 361)
    assert (table.rows[1][0].footnotes, table.rows[2][2].footnotes) == (["t1.n1"], ["t1.n2"])
    assert [note[1:].strip() for note in table.notes] == ["As it was told in 2021.", "As it was told in 2022."]


@pytest.mark.parametrize(("width", "is_note"), [(120, True), (380, False)])
def test_what_stands_below_a_short_line_right_below_a_table_is_a_footnote_of_the_page(width, is_note):
    """Word processors draw it over the footnotes, whose numbers may be set plain; a longer one may be the table's."""

    def draw(sheet):
        foot = sheet.prose(60, 560) + 20
        for row, (name, *values) in enumerate(ROWS):
            sheet.say(name, 60, foot + 20 * row, font=0 if row else BOLD)
            for x, value in zip((300, 400), values, strict=True):
                sheet.say(value, x, foot + 20 * row, font=0 if row else BOLD)
        sheet.say("1", 99, foot + 16, 6)
        sheet.rule(60, 60 + width, foot + 70)
        sheet.say("1", 60, foot + 82, 8)
        sheet.say("Since 2022 with what is reported on line.", 72, foot + 82, 8)

    report = read(draw)
    (table,) = report.tables

    assert [note.text for note in report.footnotes] == ["Since 2022 with what is reported on line."] * is_note
    assert len(table.notes) == (not is_note)
    assert table.rows[1][0].text == "Violence"
