"""Packs of papers bound together: each has types of its own, and title pages stand within."""

import pytest
from pages import BIG, BODY, BOLD, MIDDLE, PROSE, SMALL, SPACE, Sheet, outline, read, texts

from reportparse.geometry import Box
from reportparse.pdf import Path

LARGE = BODY._replace(size=11.5)
HUGE = BOLD._replace(size=28.0)


def report(*numbers):
    """Pages of a report in the usual type."""
    for number in numbers:
        sheet = Sheet(number)
        for name in ("Crime", "Roads"):
            sheet.line(f"{name} in {number}", style=MIDDLE).skip(4).say(PROSE).say(PROSE).say(PROSE)
        yield sheet


def test_a_covering_paper_in_larger_type_than_the_report_has_no_headings_in_its_text():
    paper = Sheet(1).line("Report of the Commissioner", style=BIG).skip(8)
    paper.line("Purpose", style=BOLD._replace(size=13.5)).skip(4)
    for text in (PROSE, PROSE, PROSE):
        paper.say(text, style=LARGE)
    paper.line("The Panel is recommended to note:", style=LARGE).skip(8).say(PROSE, style=LARGE)

    titles = [title for _, title in outline(read(paper, *report(2, 3, 4)))]

    assert "Purpose" in titles
    assert not any(title.startswith("The Panel") for title in titles)


def test_what_stands_below_the_title_of_a_part_on_a_page_of_its_own_heads_nothing():
    opener = Sheet(2).skip(80).line("Appendix A: Annual Report", style=HUGE).skip(60)
    for at, line in enumerate(("The Commissioner for Fenshire", "April 2021 to March 2022", "Draft for the Panel")):
        opener.line(line, style=BODY._replace(size=15.0 - at)).skip(24)
    opener.say(PROSE, style=SMALL)
    first = Sheet(1).line("Agenda", style=BIG).skip(8).say(PROSE).say(PROSE)

    titles = [title for _, title in outline(read(first, opener, *report(3, 4)))]

    assert [title for title in titles if title[0] in "ACD"][:2] == ["Appendix A: Annual Report", "Crime in 3"]
    assert not {"April 2021 to March 2022", "Draft for the Panel"} & set(titles)


def test_the_parts_of_a_paper_are_right_below_its_title_whatever_types_others_have():
    paper = Sheet(1).line("Minutes", style=BOLD._replace(size=15.0)).skip(6).say(PROSE).say(PROSE)
    paper.line("Next steps", style=BOLD._replace(size=15.0)).skip(6).say(PROSE)
    part = Sheet(2).line("Annual report", style=HUGE).skip(12).say(PROSE)
    part.line("Chapter one", style=BOLD._replace(size=18.0)).skip(8).say(PROSE)
    part.line("Crime", style=BOLD._replace(size=12.0)).skip(4).say(PROSE)
    last = Sheet(3).line("Chapter two", style=BOLD._replace(size=18.0)).skip(8).say(PROSE)
    last.line("Roads", style=BOLD._replace(size=12.0)).skip(4).say(PROSE)

    assert outline(read(Sheet(0).say(PROSE), paper, part, last)) == [
        (1, "Minutes"), (1, "Next steps"), (1, "Annual report"), (2, "Chapter one"), (3, "Crime"), (2, "Chapter two"),
        (3, "Roads"),
    ]  # fmt: skip


def test_headings_of_a_first_page_that_is_no_cover_are_headings():
    first = Sheet(1).line("Fenshire Police and Crime Panel", style=HUGE).skip(10)
    first.line("Public speaking", style=BOLD._replace(size=12.5)).skip(4).say(PROSE)

    assert "Public speaking" in [title for _, title in outline(read(first, *report(2, 3)))]


def test_a_heading_above_a_picture_is_not_gone_on_with_beside_it():
    sheet = Sheet(2).line("Where the money came from", style=MIDDLE)
    for row in range(8):
        sheet.line("and right of it what has come", 330.0, BODY, 90.0 + 12 * row)
    sheet.line("Savings", 330.0, MIDDLE, 60.0)

    titles = [title for _, title in outline(read(Sheet(1).say(PROSE), sheet, tables=[(2, (60, 80, 290, 180))]))]

    assert titles == ["Where the money came from", "Savings"]


def test_each_raised_mark_at_the_foot_of_a_page_opens_a_note():
    sheet = Sheet(1).say(f"{PROSE}^2 And there is more to be said^3 of it.").skip(80)
    note = BODY._replace(size=7.5)
    notes = (
        (2, "Crime leaves out fraud and what the police of the railways have recorded."),
        (3, "The year is from April to March."),
    )
    for number, text in notes:
        sheet._put(str(number), 60.0, sheet.y - 3, note._replace(size=4.5), -1)
        place = len(sheet.words)
        sheet.line(text, 62.3, note)
        sheet.words[place] = sheet.words[place]._replace(is_glued=True)

    assert [found.text for found in read(sheet).footnotes] == [text for _, text in notes]


def timeline(*, marks):
    """Two columns of months, each beside a line of pieces."""
    sheet = Sheet(2).line("Our year", style=BIG).skip(12)
    top = sheet.y
    columns = ((60.0, ("April", "May", "June")), (320.0, ("July", "August", "September")))
    for column, (left, names) in enumerate(columns):
        for row, name in enumerate(names):
            y = top + 44 * row + 12
            sheet.line(f"{name} was the month in which this came to", left + 16, BODY, y)
            sheet.line("pass, as has been told before in the plan.", left + 16, BODY, y + 12)
            box = Box(left, y - 10, left + 2, y + 34)
            corners = tuple(("l", x, at) for x, at in ((left, box.top), (left + 2, box.top), (left + 2, box.bottom)))
            sheet.paths.append(Path(box, (127, 178, 214), None, 0.0, corners, 10 * column + row))
            if marks:
                sheet.dot(left - 2.5, y - 6, side=7.0)
    sheet.y = top + 180
    return read(Sheet(1).say(PROSE), sheet.say(PROSE))


def test_a_line_with_marks_is_a_timeline_and_no_box():
    assert timeline(marks=True).callouts == []
    assert len(timeline(marks=False).callouts) == 2
    assert any("April" in text for text in [*texts(timeline(marks=True)), *(
        item.text for paragraph in timeline(marks=True).paragraphs for item in paragraph.items
    )])


def test_the_body_that_meets_and_the_day_at_the_head_of_a_paper_are_signed_by_nobody():
    paper = Sheet(1).line("FENSHIRE POLICE PANEL", x0=210, style=BOLD._replace(size=13.0))
    paper.line("Tuesday 14 July 2031", x0=220, style=BOLD._replace(size=11.5)).skip(150)
    paper.line("Purpose", style=BOLD).skip(6).say(PROSE).line("Background", style=BOLD).skip(6).say(PROSE)

    structure = read(paper, tables=[(1, (60, 90, 460, 220))])

    assert outline(structure) == [(1, "Purpose"), (1, "Background")]
    assert texts(structure)[:2] == ["FENSHIRE POLICE PANEL", "Tuesday 14 July 2031"]


def test_headings_in_the_colour_of_their_chapter_are_headings():
    colours = ((150, 0, 60), (0, 120, 60), (40, 40, 140))
    sheets = []
    for number, colour in enumerate(colours, 2):
        sheet = Sheet(number).line(f"Chapter {number}", style=BIG._replace(size=22.0)).skip(10)
        sheet.line("What we found", style=MIDDLE._replace(color=colour)).skip(6)
        sheet.line("In the towns", style=BOLD._replace(color=colour)).skip(4).say(PROSE).say(PROSE)
        sheets.append(sheet)

    titles = outline(read(Sheet(1).say(PROSE), *sheets))

    assert titles == [
        entry
        for number in (2, 3, 4)
        for entry in ((1, f"Chapter {number}"), (2, "What we found"), (3, "In the towns"))
    ]


def test_lines_of_a_cover_and_a_back_cover_set_alike_head_nothing():
    line = BODY._replace(size=13.0)
    cover = Sheet(1).skip(80).line("Good ground", style=HUGE._replace(size=50.0)).skip(300)
    cover.line("Report of the year 2030", style=line)
    back = Sheet(5).skip(300).line("Get in touch", style=HUGE).skip(30).line("1 Weir Street, Thorley", style=line)
    back.skip(30).line("Telephone 01632 960 300, at all hours", style=BODY._replace(size=11.0))

    titles = [title for _, title in outline(read(cover, *report(2, 3, 4), back))]

    assert titles == [*(f"{name} in {number}" for number in (2, 3, 4) for name in ("Crime", "Roads")), "Get in touch"]


@pytest.mark.parametrize(("first", "is_section"), [("1. Purpose", False), ("3. Purpose", True)])
def test_whose_paper_it_is_stands_last_of_centred_lines_before_the_first_numbered_section(first, is_section):
    paper = Sheet(1)
    for text in ("FENSHIRE COUNTY COUNCIL", "Tuesday 14 July 2031 at noon", "Report of the Treasurer"):
        width = sum(6.5 * len(word) + 3.64 for word in text.split()) - 3.64
        paper.line(text, x0=300 - width / 2, style=MIDDLE).skip(12)
    foot = paper.y
    paper.skip(150).line(first, style=MIDDLE).skip(6).say(PROSE).say(PROSE)
    last = Sheet(2).line("4. Advice", style=MIDDLE).skip(6).say(PROSE).say(PROSE)

    titles = [title for _, title in outline(read(paper, last, tables=[(1, (60, foot, 460, foot + 130))]))]

    assert ("Report of the Treasurer" in titles) == is_section
    assert titles[-2:] == [first, "4. Advice"]


def test_an_office_of_two_lines_in_a_narrow_column_is_signed_below_its_name():
    sheet = Sheet(2).line("Foreword", style=BIG).skip(8).say(PROSE, width=150).say(PROSE, width=150)
    sheet.line("Helen Arkwright", style=BOLD._replace(size=12.0)).skip(4)
    sheet.line("Police and Crime Commissioner").line("for Fenshire")

    assert outline(read(Sheet(1).say(PROSE), sheet, *report(3, 4)))[:2] == [(1, "Foreword"), (2, "Crime in 3")]


@pytest.mark.parametrize(("text", "heads"), [("Agenda Item 6", False), ("Item 6", True)])
def test_the_place_of_a_paper_in_its_agenda_heads_nothing_behind_a_cover_either(text, heads):
    cover = Sheet(1).skip(200).line("Annual report", style=BIG)
    paper = Sheet(2).line(text, style=BOLD).skip(SPACE).line("1. Purpose", style=BOLD).skip(SPACE).say(PROSE)
    paper.skip(SPACE).line("2. Money", style=BOLD).skip(SPACE).say(PROSE)
    titles = [title for _, title in outline(read(cover, paper))]

    assert titles == [*([text] if heads else []), "1. Purpose", "2. Money"]
