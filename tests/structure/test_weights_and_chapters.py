"""Headings of designed reports: heavier faces of one family, parts of chapters that the outline leaves out."""

import pytest
from pages import BIG, BODY, BOLD, PROSE, Sheet, outline, read, texts

from reportparse.pdf import Bookmark, Style

LIGHT = BODY._replace(font="Sans-Light")
MEDIUM = BODY._replace(font="Sans-Medium")


def test_a_line_in_a_heavier_face_than_the_text_is_a_heading():
    sheet = Sheet(2)
    for name in ("Safer roads", "Better care"):
        sheet.line(name, style=MEDIUM).say(PROSE, style=LIGHT)

    structure = read(Sheet(1).say(PROSE, style=LIGHT), sheet)

    assert [title for _, title in outline(structure)] == ["Safer roads", "Better care"]


def test_a_heading_that_says_it_goes_on_opens_no_section():
    first = Sheet(2).line("What we did", style=BIG).skip(8).say(f"{PROSE} It ends in the middle of")
    second = Sheet(3).line("What we did - continued", style=BIG).skip(8).say(f"a sentence. {PROSE}")

    structure = read(Sheet(1).say(PROSE), first, second)

    assert outline(structure) == [(1, "What we did")]
    assert [span.page for span in structure.sections[0].spans] == [2, 3]
    assert {paragraph.section for paragraph in structure.paragraphs[1:]} == {"s1"}


@pytest.mark.parametrize(("again", "is_text"), [("3 Reserves – continued", False), ("2 Debtors – continued", True)])
def test_a_heading_of_notes_that_goes_on_may_be_set_in_lighter_type(again, is_text):
    first = Sheet(2).line("2 Debtors", style=BOLD).say(PROSE).line("3 Reserves", style=BOLD).say(PROSE)
    first.line("4 Leases", style=BOLD).say(PROSE).line("3 Reserves", style=BOLD).say(PROSE)
    number, name, *rest = again.split()
    second = Sheet(3).line(f"{number} {name}", style=BOLD)
    for word in rest:
        second.line(word, x0=second.words[-1].x1 + 3, y=second.words[0].baseline)
    second.say(PROSE)

    structure = read(Sheet(1).say(PROSE), first, second)

    assert any(text.endswith("continued") for text in texts(structure)) is is_text
    assert [title for _, title in outline(structure)] == ["2 Debtors", "3 Reserves", "4 Leases", "3 Reserves"]


def test_long_chapters_have_the_parts_that_type_tells_though_the_outline_names_others():
    names, sheets = ["Chapter A", "Part 1", "Part 2", "Part 3", "Chapter B"], []
    sheet = Sheet(1)
    for name in names:
        sheet.line(name, style=BIG).skip(8).say(PROSE)
    sheets.append(sheet)
    for number, name in ((2, "Roads"), (3, "Care"), (4, "Money")):
        sheets.append(Sheet(number).say(PROSE).line(name, style=BODY._replace(is_bold=True)).say(PROSE))
    bookmarks = [Bookmark(name, 1 + name.startswith("Part"), 1, None) for name in names]

    structure = read(*sheets, bookmarks=bookmarks)

    assert outline(structure)[-4:] == [(1, "Chapter B"), (2, "Roads"), (2, "Care"), (2, "Money")]
    assert len(texts(structure)) == 11


SANS = Style("Sans-Bold", 8.5, True, False, (120, 20, 30))
SERIF = BODY._replace(font="Serif-Roman")


@pytest.mark.parametrize(
    ("style", "is_heading"),
    [
        (SANS, True),
        (SANS._replace(font="Serif-Bold"), False),  # of the text's own family: a label
        (SANS._replace(size=7.0), False),
    ],
)
def test_bold_heads_of_another_family_may_be_smaller_than_the_text_below_them(style, is_heading):
    sheet = Sheet(2)
    for name in ("Safer roads", "Better care", "Our money"):
        sheet.line(name, style=style).say(PROSE, style=SERIF)
    sheet.line("2(a) Reserves", style=style).say("Reserves were kept.", style=SERIF)

    structure = read(Sheet(1).say(PROSE, style=SERIF), sheet)

    titles = ["Safer roads", "Better care", "Our money", "2(a) Reserves"]
    assert [title for _, title in outline(structure)] == titles * is_heading


def test_heads_of_a_letter_in_larger_type_than_the_report_end_no_text():
    large, names = SERIF._replace(size=13.0), ("Where it pays", "People and safety", "The year ahead")
    letter = [Sheet(number).say(PROSE, style=large, width=500) for number in (2, 3, 4)]
    for sheet, name in zip(letter, names, strict=True):
        sheet.skip(6).line(name, style=SANS._replace(size=10.5)).say(PROSE, style=large, width=500)
    report = Sheet(5).line("Report", style=BIG).skip(8)
    for _ in range(6):
        report.say(PROSE, style=SERIF)

    structure = read(Sheet(1).line("Letter", style=BIG).skip(8).say(PROSE, style=SERIF), *letter, report)

    assert [title for _, title in outline(structure)] == ["Letter", *names, "Report"]


@pytest.mark.parametrize(
    ("lines", "is_heading"),
    [
        (("A B Field - Director", "C Reed - Director"), False),
        (("Dr A. Field, Chair",), False),
        (("at 31 March 2023",), False),
        (("for the 52 weeks ended 24 September 2005",), False),
        (("After 31 March 2023",), True),
    ],
)
def test_who_signs_with_the_office_and_what_day_a_statement_is_of_are_no_headings(lines, is_heading):
    sheet = Sheet(2).line("Balance sheet", style=BIG).skip(8).say(PROSE).skip(10)
    for line in lines:
        sheet.line(line, style=BOLD).skip(14)
    sheet.skip(60)
    structure = read(Sheet(1).say(PROSE), sheet, tables=[(2, (60, sheet.y - 55, 400, sheet.y))])

    assert [title for _, title in outline(structure)] == ["Balance sheet", *lines[: is_heading * 1]]


@pytest.mark.parametrize(("font", "is_one"), [("Hand-Roman", False), (SERIF.font, True)])
def test_text_below_a_signature_s_picture_in_another_font_goes_on_with_no_name(font, is_one):
    sheet = Sheet(2).line("A B Field who is the director", style=SERIF._replace(font=font))
    top = sheet.y
    sheet.skip(40).line("Notes are part of the accounts.", style=SERIF)

    structure = read(Sheet(1).say(PROSE), sheet, pictures=[(2, (60, top, 160, top + 30))])

    assert len(texts(structure)) == 3 - is_one


def test_a_part_of_one_page_is_one_where_its_type_heads_those_of_long_chapters():
    sheets, names = [Sheet(1).line("Chapter A", style=BIG).skip(8).say(PROSE)], ("Roads", "Care", "Money")
    for number, name in enumerate(names, 2):
        sheets.append(Sheet(number).say(PROSE).line(name, style=BOLD).say(PROSE))
    last = Sheet(5).line("Chapter B", style=BIG).skip(8).say(PROSE).line("Volunteers", style=BOLD).say(PROSE)
    last.line("Part 1", style=BIG).skip(8).say(PROSE)
    bookmarks = [Bookmark(name, level, page, None)
                 for name, level, page in (("Chapter A", 1, 1), ("Chapter B", 1, 5), ("Part 1", 2, 5))]  # fmt: skip

    structure = read(*sheets, last, bookmarks=bookmarks)

    assert [title for _, title in outline(structure)] == ["Chapter A", *names, "Chapter B", "Volunteers", "Part 1"]


@pytest.mark.parametrize(("numbers", "titles"), [((1, 2, 3), ["1 Roads", "2 Care", "3 Money"]),
                                                 ((4, 9, 7), ["Roads", "Care", "Money"])])  # fmt: skip
def test_huge_numbers_over_titles_number_the_chapters_where_they_count_up(numbers, titles):
    sheets = []
    for place, (number, name) in enumerate(zip(numbers, ("Roads", "Care", "Money"), strict=True), 2):
        sheet = Sheet(place).line(str(number), style=BIG._replace(size=60.0), y=100)
        sheets.append(sheet.line(name, style=BIG, y=140).skip(8).say(PROSE))

    structure = read(Sheet(1).say(PROSE), *sheets)

    assert [title for _, title in outline(structure)] == titles


@pytest.mark.parametrize(("height", "is_heading"), [(30, False), (120, True)])
def test_an_office_that_ends_a_letter_below_a_signature_is_no_heading(height, is_heading):
    sheet = Sheet(2).line("Welcome", style=BIG).skip(8).say(PROSE)
    top = sheet.y
    sheet.skip(height + 14).line("Police and Crime Commissioner", style=BOLD)

    structure = read(
        Sheet(1).say(PROSE), sheet, Sheet(3).line("Roads", style=BIG).skip(8).say(PROSE),
        pictures=[(2, (60, top, 180, top + height))],
    )  # fmt: skip

    assert ("Police and Crime Commissioner" in [title for _, title in outline(structure)]) is is_heading
