"""Notes to accounts in small type, a chair's statement with a quotation and who signs it."""

import pytest
from test_designs import BOLD, PROSE, SLANTED, begin, read


@pytest.mark.parametrize(("end", "is_quote"), [(".", True), ("", False)])
def test_a_sentence_in_large_type_between_lines_with_a_name_below_is_a_quotation_without_marks(end, is_quote):
    def draw(sheet):
        foot = sheet.prose(60, 60)
        sheet.rule(60, 330, foot + 16)
        lines = ("A river that people dare not", "enter is not a healthy river", f"whatever samples say{end}")
        for row, text in enumerate(lines):
            sheet.say(text, 60, foot + 38 + 20 * row, 16, SLANTED)
        sheet.say("Chair of the Committee", 60, foot + 94, 8, BOLD)
        sheet.rule(60, 330, foot + 104)
        sheet.prose(60, foot + 134)

    assert len(read(draw).callouts) == (not is_quote)


@pytest.mark.parametrize("size", [8, 10])
def test_bold_lines_over_text_smaller_than_most_are_headings_as_they_are_over_the_rest(size):
    def draw_notes(sheet):
        sheet.say("Notes", 60, 60, 18, BOLD)
        sheet.say("1. Policies", 60, 84, 12, BOLD)
        for place, title in enumerate(("Basis", "Revenue", "Assets")):
            top = 100 + 60 * place
            sheet.say(title, 60, top, size, BOLD)
            for row, text in enumerate(PROSE):
                sheet.say(text, 60, top + 11 + 11 * row, size)
        sheet.say("2. Revenue", 60, 300, 12, BOLD)
        for row, text in enumerate(PROSE):
            sheet.say(text, 60, 314 + 11 * row, size)

    report = read(begin, draw_notes)

    assert [section.title for section in report.sections] == [
        "Notes", "1. Policies", "Basis", "Revenue", "Assets", "2. Revenue",
    ]  # fmt: skip


@pytest.mark.parametrize(("below", "is_signed"), [("12 June 2024", True), (PROSE[0], False)])
def test_a_word_over_a_day_that_ends_a_text_is_an_office_and_no_heading(below, is_signed):
    def draw(sheet):
        sheet.say("Statement", 60, 60, 18, BOLD)
        foot = sheet.prose(60, 84)
        sheet.say("Chair", 60, foot + 8, font=BOLD)
        sheet.say(below, 60, foot + 21)

    titles = [section.title for section in read(begin, draw).sections]

    assert titles == (["Statement"] if is_signed else ["Statement", "Chair"])
