"""Headings that an outline names, and those that it leaves out."""

import pytest
from pages import BIG, BODY, BOLD, MIDDLE, PROSE, SPACE, Sheet, outline, read, texts

from reportparse.pdf import Bookmark

PARTS = BOLD  # named in the notes, and the lower of two levels elsewhere
NOTES = ("1 Grants", "2 Council tax", "3 Reserves")


def chapter(number, title, *parts):
    """A page with a title and parts: (type, title, text)."""
    sheet = Sheet(number).line(title, style=BIG).skip(SPACE)
    for style, name, text in parts:
        sheet.line(name, style=style).skip(SPACE)
        for each in text:
            sheet.say(each).skip(SPACE)
    return sheet


def notes(number):
    """The chapter whose parts the outline names, and its entries."""
    sheet = chapter(number, "Notes", *[(PARTS, name, [PROSE]) for name in NOTES])
    return sheet, [Bookmark("Notes", 1, number, None), *[Bookmark(name, 2, number, None) for name in NOTES]]


def found(*sheets, entries):
    last, named = notes(len(sheets) + 2)
    return read(Sheet(1).say(PROSE), *sheets, last, bookmarks=[*entries, *named])


def test_types_tell_the_levels_of_a_chapter_whose_parts_the_outline_does_not_name():
    sheet = chapter(
        2, "Governance", (MIDDLE, "Principles", [PROSE]), (PARTS, "The code", [PROSE]), (MIDDLE, "Panel", [PROSE]),
        (MIDDLE, "Committees", [PROSE]), (PARTS, "Audit", [PROSE]),
    )  # fmt: skip

    assert outline(found(sheet, entries=[Bookmark("Governance", 1, 2, None)]))[:6] == [
        (1, "Governance"), (2, "Principles"), (3, "The code"), (2, "Panel"), (2, "Committees"), (3, "Audit"),
    ]  # fmt: skip


def test_a_type_that_heads_prose_often_heads_a_few_words_too():
    parts = [(MIDDLE, name, [PROSE]) for name in ("Roads", "Victims", "Custody")]
    sheet = chapter(2, "Review", *parts, (MIDDLE, "Stocks", ["None are held."]), (MIDDLE, "Fleet", [PROSE]))

    assert outline(found(sheet, entries=[Bookmark("Review", 1, 2, None)]))[:6] == [
        (1, "Review"), *[(2, name) for name in ("Roads", "Victims", "Custody", "Stocks", "Fleet")],
    ]  # fmt: skip


def test_a_title_said_again_on_the_next_page_parts_no_chapter():
    first = chapter(2, "Governance", (MIDDLE, "Principles", [PROSE]), (MIDDLE, "Panel", [PROSE]))
    second = chapter(3, "Governance – continued", (MIDDLE, "Audit", [PROSE]), (PARTS, "The code", [PROSE]))

    assert outline(found(first, second, entries=[Bookmark("Governance", 1, 2, None)]))[:5] == [
        (1, "Governance"), (2, "Principles"), (2, "Panel"), (2, "Audit"), (3, "The code"),
    ]  # fmt: skip


def test_an_entry_may_tell_but_the_first_words_of_a_title():
    first, second = chapter(2, "Review", (BODY, "", [PROSE])), chapter(3, "Report of the auditor to the panel")
    second.say(PROSE)
    entries = [Bookmark("Review", 1, 2, None), Bookmark("Report of the auditor", 1, 3, None)]

    assert outline(found(first, second, entries=entries))[1] == (1, "Report of the auditor to the panel")


@pytest.mark.parametrize(
    ("lines", "is_one"),
    [
        (("Jane Marsh", "Police and Crime Commissioner", "24 June 2024"), True),
        (("Jane Marsh", "Chief Executive of all the offices of the force and its two boards", "24 June 2024"), True),
        (("Marsh & Field LLP", "Local auditor, Maidstone"), True),
        (("Jane Marsh", "She told us what she wants of it, and of us, in the year that is to come."), False),
    ],
)
def test_a_name_that_signs_a_text_is_one_with_the_office_and_the_day_below_it(lines, is_one):
    sheet = chapter(2, "Opinion", (BODY, "", [PROSE])).skip(8)
    for row, line in enumerate(lines):
        sheet.line(line, style=BODY if row else BOLD)

    told = texts(read(sheet.skip(20).say(PROSE), Sheet(3).say(PROSE)))

    assert (" ".join(lines) in told) is is_one


@pytest.mark.parametrize(("last", "is_one"), [("as the plan of the year has it.", True), ("Where it was spent", False)])
def test_a_name_and_an_office_in_bold_are_one_at_the_end_of_a_text(last, is_one):
    sheet = chapter(2, "Opinion", (BODY, "", [PROSE])).say(last).skip(16)
    sheet.line("Jane Marsh", style=BOLD).line("Police and Crime Commissioner", style=BOLD)

    told = texts(read(sheet, Sheet(3).say(PROSE)))

    assert ("Jane Marsh Police and Crime Commissioner" in told) is is_one


def test_lines_below_each_other_that_sign_a_text_are_no_headings():
    sheet = chapter(2, "Opinion", (BODY, "", [PROSE]))
    signed = ("Marsh and Field", "Auditors", "Maidstone")
    for line in signed:
        sheet.skip(6).line(line, style=PARTS)

    structure = found(sheet, entries=[Bookmark("Opinion", 1, 2, None)])

    assert [title for _, title in outline(structure)] == ["Opinion", "Notes", *NOTES]
    assert any(signed[-1] in text for text in texts(structure))


def test_lines_that_number_the_titles_of_an_outline_are_of_them():
    """The title pages of chapters, which the outline names without their numbers."""
    sheets, entries = [], []
    for number, name in enumerate(("Roads", "Money", "People"), 1):
        opener = Sheet(2 * number).line(f"Theme {number}", style=MIDDLE).line(name, style=BIG._replace(size=30.0))
        sheets += [opener, Sheet(2 * number + 1).say(PROSE)]
        entries.append(Bookmark(name, 1, 2 * number, None))

    structure = read(Sheet(1).say(PROSE), *sheets, bookmarks=entries)

    assert [(one.number, one.title) for one in structure.sections] == [
        ("Theme 1", "Theme 1 Roads"), ("Theme 2", "Theme 2 Money"), ("Theme 3", "Theme 3 People"),
    ]  # fmt: skip


def test_types_that_head_prose_often_are_those_of_all_chapters_whatever_their_colours():
    sheets, entries = [], []
    for number, name in enumerate(("Roads", "Money", "People"), 2):
        style = BOLD._replace(color=(30 * number, 90, 120))
        sheets.append(chapter(number, name, (style, f"Part {name[0]}", [PROSE]), (style, f"Rest {name[0]}", ["Few."])))
        entries.append(Bookmark(name, 1, number, None))

    assert outline(read(Sheet(1).say(PROSE), *sheets, bookmarks=entries))[:3] == [
        (1, "Roads"), (2, "Part R"), (2, "Rest R"),
    ]  # fmt: skip


def test_the_day_of_a_meeting_on_the_first_page_is_no_heading():
    first = Sheet(1).line("Thursday 27 June 2024", style=BOLD).skip(SPACE).say(PROSE)
    first.line("Before it", style=BOLD).skip(SPACE).say(PROSE)
    names = list(enumerate(("Roads", "Money", "End"), 2))
    sheets = [chapter(number, name, (BOLD, "More", [PROSE])) for number, name in names]
    entries = [Bookmark(name, 1, number, None) for number, name in names]

    titles = [title for _, title in outline(read(first, *sheets, bookmarks=entries))]

    assert titles == ["Before it", "Roads", "More", "Money", "More", "End", "More"]


@pytest.mark.parametrize("style", [PARTS, BIG])
def test_a_cover_s_last_line_in_the_type_of_headings_heads_nothing_though_others_stand_right_above_it(style):
    cover = Sheet(1, top=400.0).line("Annual Report", style=BIG._replace(size=30.0)).line("2030–31", style=MIDDLE)
    cover.skip(200).line("Police and Crime Commissioner", style=style)
    chapters = [chapter(number, name, (PARTS, "Aims", [PROSE])) for number, name in ((2, "Foreword"), (3, "Roads"))]
    last, named = notes(4)
    entries = [Bookmark("Foreword", 1, 2, None), Bookmark("Roads", 1, 3, None), *named]

    assert outline(read(cover, *chapters, last, bookmarks=entries))[0] == (1, "Foreword")
