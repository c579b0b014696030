"""Headings that stand in the margin beside their text."""

import pytest
from pages import BIG, BODY, BOLD, ITALIC, PROSE, SMALL, Sheet, numbers, outline, read, texts

HEAD = BOLD._replace(size=11.0, color=(122, 0, 60))


def beside(sheet, head, paragraphs, *, style=HEAD, left=40.0, text=200.0):
    """The lines of `head` in the margin, and beside them paragraphs, numbered or not."""
    top = sheet.y
    for at, line in enumerate(head):
        sheet.line(line, left, style, top + 13.0 * at)
    sheet.y = top
    for number in paragraphs:
        if number:
            sheet.line(number, text - 25.0, HEAD._replace(size=10.0, is_bold=False), sheet.y)
            sheet.y -= 12.0
        sheet.say(PROSE, text, 300.0)
    sheet.y = max(sheet.y, top + 13.0 * len(head)) + 10
    return sheet


def test_headings_in_the_margin_stand_before_the_text_beside_them():
    sheet = beside(beside(Sheet(2), ["Safer custody"], ["", ""]), ["Hearing the voice", "of victims"], [""])

    structure = read(Sheet(1).line("Cover"), sheet, Sheet(3).say(PROSE))

    assert [title for _, title in outline(structure)] == ["Safer custody", "Hearing the voice of victims"]
    titles = {section.id: section.title for section in structure.sections}
    placed = [titles.get(paragraph.section) for paragraph in structure.paragraphs[1:4]]
    assert placed == ["Safer custody"] * 2 + ["Hearing the voice of victims"]


def test_numbers_between_a_heading_in_the_margin_and_its_text_stay_with_the_text():
    sheet = beside(beside(Sheet(2), ["Safer custody"], ["7.", "8."]), ["Stop and search"], ["9."])

    structure = read(Sheet(1).line("Cover"), sheet)

    assert [title for _, title in outline(structure)] == ["Safer custody", "Stop and search"]
    assert numbers(structure)[1:] == ["7", "8", "9"]
    assert texts(structure)[1:] == [PROSE] * 3


def test_a_number_over_the_words_of_a_heading_in_the_margin_is_its_own():
    sheet = beside(beside(Sheet(2), ["2.1.1", "Safer custody"], ["", ""]), ["2.1.2", "Stop and", "search"], ["", ""])

    structure = read(Sheet(1).line("Cover"), sheet)

    assert [(section.number, section.title) for section in structure.sections] == [
        ("2.1.1", "2.1.1 Safer custody"), ("2.1.2", "2.1.2 Stop and search"),
    ]  # fmt: skip
    assert texts(structure)[1:] == [PROSE] * 4


def test_headings_in_the_margin_of_other_pages_tell_those_of_a_page_with_little_text():
    sheet = beside(beside(Sheet(2), ["Safer custody"], ["", ""]), ["Stop and search"], ["", ""])
    last = Sheet(3).line("Roads", 40.0, HEAD)
    last.y = 60.0
    last.line("The force has met the aim of the plan here.", 200.0)

    for pages, told in (((sheet, last), ["Safer custody", "Stop and search", "Roads"]), ((last,), [])):
        assert [title for _, title in outline(read(Sheet(1).line("Cover"), *pages))] == told


def test_a_heading_in_the_margin_may_have_more_lines_than_one_over_the_text():
    head = ["The force to have", "less crime than", "others that are", "like it for the", "whole of the", "plan's time"]

    structure = read(Sheet(1).line("Cover"), beside(beside(Sheet(2), head, ["", ""]), ["Custody"], ["", ""]))

    assert outline(structure)[0][1] == " ".join(head)


def test_a_heading_in_the_margin_may_begin_with_its_number_and_a_colon():
    sheet = beside(Sheet(2), ["Indicator 6:", "Trust in the", "police"], ["", ""])
    beside(sheet, ["Indicator 7:", "Fear"], ["", ""])

    structure = read(Sheet(1).line("Cover"), sheet)

    assert [title for _, title in outline(structure)] == ["Indicator 6: Trust in the police", "Indicator 7: Fear"]
    assert texts(structure)[1:] == [PROSE] * 4


def test_labels_of_a_paper_are_no_headings():
    structure = read(Sheet(1).line("Cover"), beside(beside(Sheet(2), ["Purpose:"], ["", ""]), ["Author:"], ["", ""]))

    assert outline(structure) == []


def test_what_somebody_says_in_the_margin_is_no_heading():
    quote = ["“I was asked what", "they do with it.”"]

    assert outline(read(Sheet(1).line("Cover"), beside(Sheet(2), quote, ["", "", ""]))) == []


def test_notes_in_the_margin_in_the_type_of_the_text_are_none():
    sheet = beside(beside(Sheet(2), ["see the annex"], ["", ""], style=BODY), ["and the plan"], [""], style=BODY)

    assert outline(read(Sheet(1).line("Cover"), sheet)) == []


def noted(style, lines=("help for victims", "in the lanes")):
    """A page of text, and within it a narrower paragraph with a note beside it whose lines are flush at the right."""
    sheet = Sheet(1).say(PROSE, 40.0, 460.0)
    top = sheet.y
    for at, line in enumerate(lines):
        width = sum(0.5 * len(word) + 0.28 for word in line.split()) - 0.28
        sheet.line(line, 180.0 - width * style.size, style, top + 11.0 * at)
    sheet.y = top
    return sheet.say(f"Beside it: {PROSE}", 200.0, 300.0).say(PROSE, 40.0, 460.0)


@pytest.mark.parametrize("style", [ITALIC, SMALL])
def test_a_note_in_lighter_type_is_read_before_the_paragraph_that_it_stands_beside(style):
    assert texts(read(noted(style))) == [
        PROSE, "help for victims in the lanes", f"Beside it: {PROSE}", PROSE,
    ]  # fmt: skip


@pytest.mark.parametrize("lines", [("help for victims:",), ("help", "for all", "victims", "in the", "lanes", "too")])
def test_labels_and_columns_beside_a_paragraph_are_no_notes(lines):
    assert " ".join(lines) not in texts(read(noted(ITALIC, lines)))


def test_a_lone_heading_in_the_margin_at_the_foot_of_a_page_is_read_though_its_text_goes_on_over_the_page():
    sheet = Sheet(2)
    for _ in range(3):
        sheet.say(PROSE, 200.0, 300.0)
    sheet.line("Access to services", 40.0, HEAD, sheet.y).line(PROSE[:60], 200.0, BODY, sheet.y - 13.2)

    structure = read(Sheet(1).line("Cover"), sheet, Sheet(3).say(PROSE, 200.0, 300.0))

    assert [title for _, title in outline(structure)] == ["Access to services"]


def test_a_note_below_the_text_and_its_margin_hides_no_heading():
    sheet = beside(beside(Sheet(2), ["Safer custody"], ["", ""]), ["Stop and search"], ["", ""]).skip(40)
    sheet.say(f"Note: {PROSE}", 40.0, 460.0, style=SMALL)

    structure = read(Sheet(1).line("Cover"), sheet, Sheet(3).say(PROSE))

    assert [title for _, title in outline(structure)] == ["Safer custody", "Stop and search"]


def test_the_title_of_a_chapter_over_a_margin_is_none_of_its_headings():
    sheet = Sheet(2).line("Budget", 40.0, BIG).skip(14)
    beside(beside(sheet, ["What it cost"], ["", ""]), ["What comes next"], ["", ""])

    structure = read(Sheet(1).line("Cover"), sheet, Sheet(3).say(PROSE))

    assert outline(structure) == [(1, "Budget"), (2, "What it cost"), (2, "What comes next")]


def test_a_paragraph_over_the_margin_too_hides_no_heading_there():
    sheet = beside(beside(Sheet(2), ["Safer custody"], ["2.1", "2.2"]), ["Stop and search"], ["2.3"])
    sheet.line("Annex A", 40.0, BIG).skip(8).say(PROSE[:60], 40.0, 460.0)

    structure = read(Sheet(1).line("Cover"), sheet)

    assert [title for _, title in outline(structure)] == ["Safer custody", "Stop and search", "Annex A"]
    assert numbers(structure)[1:] == ["2.1", "2.2", "2.3", None]


def test_tables_beside_headings_in_the_margin_count_as_lines_of_their_text():
    sheet, tables = Sheet(2), []
    for head in ("Attendance", "Pay and fees", "Where we differ"):
        top = sheet.line(head, 40.0, HEAD).y
        sheet.line("The table shows what was agreed for the year.", 200.0, y=top - 13.2)
        tables.append((2, (200.0, sheet.y, 500.0, sheet.y + 80.0)))
        sheet.skip(100.0)

    structure = read(Sheet(1).line("Cover"), sheet, Sheet(3).say(PROSE), tables=tables)

    assert [title for _, title in outline(structure)] == ["Attendance", "Pay and fees", "Where we differ"]


def test_a_heading_in_the_margin_stands_before_the_table_that_alone_stands_beside_it():
    sheet = beside(beside(Sheet(2), ["Safer custody"], ["", ""]), ["Stop and search"], ["", ""])
    tables = []
    for head in ("Debtors", "Creditors"):
        top = sheet.line(f"{head} due", 40.0, HEAD).y - 20.0
        sheet.line("within one year", 40.0, HEAD)
        tables.append((2, (200.0, top, 500.0, top + 60.0)))
        sheet.skip(80.0)

    structure = read(Sheet(1).line("Cover"), sheet, Sheet(3).say(PROSE), tables=tables)

    titles = {section.id: section.title for section in structure.sections}
    assert [titles.get(one, one) for one in structure.order][-5:-1] == [
        "Debtors due within one year", "t1", "Creditors due within one year", "t2",
    ]  # fmt: skip
