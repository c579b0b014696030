"""Marks of footnotes in all forms: signs that are letters of their word, in brackets, raised letters, large notes."""

import pytest
from pages import BODY, PROSE, SMALL, Sheet, read, texts

SAID = "Without fraud, which others record."


def page_with(mark, opening, style=SMALL):
    sheet = Sheet().say(PROSE).say(f"Crime fell by 4.2%{mark} in the year to March, and calls rose.").say(PROSE)
    return sheet.skip(300).line(f"{opening} {SAID}", style=style)


def opened_by_a_raised(page, sign, style=BODY):
    """The page with a note below that begins with a raised sign, in the type of the text."""
    first = page.words[-len(SAID.split()) - 1]
    assert first.text == sign
    raised = first._replace(style=style._replace(size=0.6 * style.size), baseline=first.baseline - 3.5)
    page.words[first.order] = raised
    return page


@pytest.mark.parametrize(
    ("mark", "opening", "sign"),
    [("*", "*", "*"), ("**,", "**", "**"), ("†", "†", "†"), ("[1]", "[1]", "1"), ("¹", "¹", "1"), ("^1", "1", "1")],
)
def test_a_mark_in_any_form_is_answered_by_its_note_and_no_part_of_the_text(mark, opening, sign):
    structure = read(page_with(mark, opening))
    (told,) = [text for text in texts(structure) if "4.2%" in text]

    assert [(note.marker, note.text) for note in structure.footnotes] == [(sign, SAID)]
    assert told.startswith("Crime fell by 4.2%, in" if mark.endswith(",") else "Crime fell by 4.2% in")


@pytest.mark.parametrize("sign", ["a", "1"])
def test_a_note_as_large_as_the_text_is_one_where_both_marks_are_raised(sign):
    structure = read(opened_by_a_raised(page_with(f"^{sign}", sign, BODY), sign))

    assert [(note.marker, note.text) for note in structure.footnotes] == [(sign, SAID)]


@pytest.mark.parametrize(("mark", "opening"), [("*", "Note:"), ("*", "†"), ("m²", "2"), ("[1]", "1")])
def test_a_sign_that_no_note_answers_stays_in_its_word(mark, opening):
    structure = read(page_with(mark, opening))

    assert structure.footnotes == []
    assert any(f"4.2%{mark} in the year" in text for text in texts(structure))


def test_stars_before_small_items_that_answer_no_mark_stay_bullets():
    sheet = Sheet().say(PROSE).line("In the year we:", style=SMALL).skip(2)
    for text in ("opened two rooms for children", "trained forty officers", "paid for twelve advisers"):
        sheet.line(f"*\t{text}", 66.0, SMALL).skip(2)
    structure = read(sheet.skip(20).say(PROSE))

    assert structure.footnotes == []
    assert [len(paragraph.items) for paragraph in structure.paragraphs if paragraph.items] == [3]


def test_a_mark_of_the_word_that_begins_a_line_is_answered_too():
    sheet = Sheet().say(PROSE).line("Over the year the number of crimes and other").line("offences* fell by 4.2%.")
    structure = read(sheet.skip(300).line(f"* {SAID}", style=SMALL))

    assert [note.text for note in structure.footnotes] == [SAID]
    assert texts(structure)[-1].endswith("and other offences fell by 4.2%.")


@pytest.mark.parametrize("signs", [("i", "ii"), ("a", "b"), ("1", "2")])
def test_notes_with_plain_marks_one_below_the_other_are_parted_and_answer_letters_and_roman_numbers(signs):
    first, second = signs
    sheet = Sheet().say(PROSE).say(f"Crime fell by 4.2%^{first} in the year to March, and calls rose by 5%.^{second}")
    sheet.say(PROSE).skip(300)
    for sign in signs:
        y = sheet.y
        sheet.line(sign, style=SMALL).line(SAID, x0=74.0, y=y, style=SMALL)

    structure = read(sheet)

    assert [(note.marker, note.text) for note in structure.footnotes] == [(first, SAID), (second, SAID)]
    assert any("fell by 4.2% in" in text for text in texts(structure))


def test_a_list_of_notes_with_roman_numbers_at_the_end_of_a_report_answers_marks_far_before_it():
    sheet = Sheet(1).say(PROSE).say("Crime fell by 4.2%^i in the year to March, and calls rose by 5%.^ii").say(PROSE)
    last = Sheet(7)
    for sign in ("i", "ii"):
        last.line(f"{sign} {SAID}", style=SMALL).skip(8)

    structure = read(sheet, *(Sheet(number).say(PROSE) for number in range(2, 7)), last)

    assert [note.marker for note in structure.footnotes] == ["i", "ii"]
