"""Lines in the type of headings that end a text, and headings that stand as they do."""

import pytest
from pages import BIG, BODY, BOLD, PROSE, SPACE, Sheet, outline, read, texts

PULLED = BODY._replace(size=16.0, color=(60, 110, 40))
SIGNED = "Commissioner for the County and its towns"


def letter(line=SIGNED):
    sheet = Sheet(2).line("Foreword", style=BIG).skip(SPACE)
    sheet.line("Our year", style=BOLD).skip(SPACE).say(PROSE).skip(SPACE)
    return sheet.line(line, style=BOLD)


def chapter(number, *parts):
    sheet = Sheet(number).line("Safer roads", style=BIG).skip(SPACE)
    for part in ("Speed", *parts):
        sheet.line(part, style=BOLD).skip(SPACE).say(PROSE)
    return sheet


def titles(*sheets, **more):
    return [title for _, title in outline(read(Sheet(1).say(PROSE), *sheets, **more))]


@pytest.mark.parametrize("pulled", [False, True])
def test_a_bold_line_that_ends_the_text_of_a_chapter_heads_nothing(pulled):
    sheet = letter()
    if pulled:
        sheet.line("It was a year of work for all of us.", 330.0, PULLED, y=sheet.y + 60)
    structure = read(Sheet(1).say(PROSE), sheet, chapter(3))

    assert [title for _, title in outline(structure)] == ["Foreword", "Our year", "Safer roads", "Speed"]
    assert SIGNED in texts(structure)


def test_a_bold_line_over_what_goes_on_in_the_next_page_is_a_heading():
    assert SIGNED in titles(letter(), Sheet(3).say(PROSE), chapter(4))


def test_a_bold_line_over_a_part_of_its_own_is_a_heading():
    assert SIGNED in titles(letter().skip(SPACE).line("By car", style=BODY._replace(is_italic=True)).say(PROSE))


def test_a_bold_line_right_over_another_is_a_heading():
    assert SIGNED in titles(letter().skip(SPACE).line("By car", style=BOLD).skip(SPACE).say(PROSE), chapter(3))


def test_a_bold_line_over_a_table_is_a_heading():
    sheet = letter()
    table = (2, (60.0, sheet.y + 10, 400.0, sheet.y + 90))

    assert SIGNED in titles(sheet, chapter(3), tables=[table])


def test_a_numbered_line_is_a_heading_though_nothing_follows_it():
    line = "4.2 Work with the County and its towns"

    assert line in titles(letter(line), chapter(3))


@pytest.mark.parametrize(("left", "is_heading"), [(60.0, False), (320.0, True)])
def test_a_bold_line_at_the_end_of_a_column_heads_no_picture_below_all_columns(left, is_heading):
    sheet = Sheet(2).line("Foreword", style=BIG).skip(SPACE).line("Our year", style=BOLD).skip(SPACE)
    top = sheet.y
    sheet.say(PROSE, width=220.0).say(PROSE, width=220.0)
    sheet.y = top
    sheet.say(PROSE, 320.0, 220.0).line("For the County and its towns", 320.0, BOLD)
    picture = (2, (left, sheet.y + 60, 540.0, sheet.y + 160))

    found = titles(sheet, chapter(3), pictures=[picture])
    assert ("For the County and its towns" in found) is is_heading


@pytest.mark.parametrize(("white", "is_heading"), [(60.0, False), (SPACE, True)])
def test_a_name_over_an_office_below_pulled_words_heads_nothing_that_stands_far_below(white, is_heading):
    pale = BODY._replace(color=(130, 180, 20))
    sheet = Sheet(2).line("Foreword", style=BIG).skip(SPACE).line("We work with all who care.", style=PULLED).skip(20)
    sheet.line("Charles Field", style=BOLD).line("Chief Constable", style=pale).skip(white).say(PROSE).say(PROSE)

    assert ("Charles Field" in titles(sheet, chapter(3))) == is_heading


def test_a_name_with_its_office_right_below_a_text_heads_nothing_in_whatever_colour():
    pale = BODY._replace(color=(130, 180, 20))
    sheet = Sheet(2).line("Foreword", style=BIG).skip(SPACE).line("Our year", style=BOLD).say(PROSE)
    sheet.line("Charles Field", style=BOLD).line("Chief Constable", style=pale).skip(30).say(PROSE).say(PROSE)

    assert not any("Charles Field" in title for title in titles(sheet, chapter(3)))


@pytest.mark.parametrize(
    "lines", [("Chair of the Board", "28 July 2016"), ("By order of the Board", "Company Secretary")]
)
def test_an_office_over_the_day_and_for_whom_it_signs_head_nothing(lines):
    sheet = Sheet(2).line("Foreword", style=BIG).skip(SPACE).say(PROSE)
    sheet.line(lines[0], style=BOLD).line(lines[1])

    assert lines[0] not in titles(sheet, chapter(3), chapter(4))


@pytest.mark.parametrize(("below", "is_title"), [("to the members of the firm", False), ("To the members", True)])
def test_small_letters_right_below_a_larger_title_say_more_of_it(below, is_title):
    smaller = BODY._replace(size=11.0, color=(120, 130, 130))
    sheet = Sheet(2).line("Independent report", style=BIG).line(below, style=smaller).skip(SPACE).say(PROSE)

    found = titles(sheet, chapter(3))

    assert (found[0], below in found) == ("Independent report", is_title)


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [("Report author: head of policy", False), ("Contact officer for this paper: as above", False),
     ("Background papers: none", False), ("Tel. 01234 567890", True)],
)  # fmt: skip
@pytest.mark.parametrize("space", [0.0, 6.0])
def test_a_name_over_an_office_above_who_wrote_the_paper_heads_nothing(line, is_heading, space):
    sheet = Sheet(2).line("Next steps", style=BOLD).skip(SPACE).say(PROSE).skip(SPACE)
    sheet.line("Victim Support", style=BOLD).skip(space).line("Advice Centre", style=BOLD).skip(SPACE)
    sheet.line(line).skip(SPACE)

    assert (titles(sheet) != ["Next steps"]) is is_heading
