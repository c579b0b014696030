"""Headings of designed reports: heavier faces of one family, parts of chapters that the outline leaves out."""

from pages import BIG, BODY, PROSE, Sheet, outline, read, texts

from reportparse.pdf import Bookmark

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
