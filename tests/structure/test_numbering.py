import pytest
from pages import BODY, BOLD, MIDDLE, PROSE, SPACE, STEP, Sheet, numbers, read, texts

FORMS = [
    ("1.", "2.", "3."),
    ("41", "42", "43"),
    ("1.1", "1.2", "1.3"),
    ("2.9", "2.10", "3.1"),
    ("12.3.4", "12.3.5", "12.3.6"),
    ("i.", "ii.", "iii."),
    ("A1", "A2", "A3"),
    ("A.2", "A.3", "B.1"),
    ("4.2", "4.2A", "4.3"),
    ("12.", "12A.", "13."),
]


def numbered(sheet, *marks, hang=24.0):
    for mark in marks:
        sheet.say(f"{mark}\t{PROSE}", hang=hang)
    return sheet


@pytest.mark.parametrize("marks", FORMS, ids=" ".join)
def test_numbers_of_paragraphs_are_read_in_every_form(marks):
    sheet = numbered(Sheet(), *marks)
    found = read(sheet)

    assert numbers(found) == [mark.rstrip(".") if mark[0].isdigit() else mark for mark in marks]
    assert texts(found) == [PROSE] * 3


def test_a_numbering_goes_on_over_pages_headings_and_tables():
    first = numbered(Sheet(1), "1.", "2.")
    table = (1, (60, first.y, 460, first.y + 80))
    first.skip(100)
    numbered(first, "3.")
    second = numbered(Sheet(2).line("Money", style=MIDDLE).skip(SPACE), "4.", "5.")
    third = numbered(Sheet(3).line("People", style=MIDDLE).skip(SPACE), "6.")
    found = read(first, second, third, tables=[table])

    assert numbers(found) == ["1", "2", "3", "4", "5", "6"]
    assert found.order == ["p1", "p2", "t1", "p3", "s1", "p4", "p5", "s2", "p6"]


def test_a_number_at_the_head_of_a_line_of_prose_is_none():
    sheet = Sheet()
    sheet.line("1.\tCameras are in use every day of the year (equating to").line("582.33 hours of film), and", 88)
    sheet.line("12 more are to come.", 88).skip(SPACE)
    numbered(sheet, "2.", "3.")
    found = read(sheet)

    assert numbers(found) == ["1", "2", "3"]
    assert texts(found)[0].endswith("(equating to 582.33 hours of film), and 12 more are to come.")


def test_houses_at_the_heads_of_lines_number_nothing():
    sheet = numbered(Sheet(), "11", "12").line("The new station has its front desk in the rooms of number", 84)
    sheet.line("12A of the high street, with the", 84).line("13 rooms above.", 84)

    assert numbers(read(sheet))[:2] == ["11", "12"]
    assert "12A" not in numbers(read(sheet))


def test_roads_at_the_heads_of_lines_number_nothing():
    sheet = Sheet().line("Cameras stand on the roads that are most dangerous in all of the")
    sheet.line("A1 and on the slip roads of the")
    sheet.line("A2 as well, as they have for years.").skip(SPACE)

    assert set(numbers(read(sheet))) == {None}


@pytest.mark.parametrize(("mark", "number"), [("B.1", "B.1"), ("B.4", None)])
def test_an_appendix_may_have_one_numbered_paragraph_alone(mark, number):
    sheet = Sheet(2).line("Appendix B: Grants", style=MIDDLE).skip(SPACE).say(f"{mark}\t{PROSE}", hang=24.0)

    assert numbers(read(numbered(Sheet(), "6.1", "6.2"), sheet.say(PROSE)))[2:] == [number, None]


def test_a_numbering_is_found_again_where_some_numbers_are_lost():
    sheet = numbered(Sheet(), "1.", "2.")
    later = numbered(Sheet(2), "30.", "31.", "32.")

    assert numbers(read(sheet, later)) == ["1", "2", "30", "31", "32"]


def test_pages_that_begin_within_a_numbering_keep_its_numbers():
    assert numbers(read(numbered(Sheet(), "42.", "43.", "44."))) == ["42", "43", "44"]


def test_small_numbers_that_hang_in_the_margin_belong_to_their_paragraphs():
    sheet = Sheet()
    for mark in ("7.", "8.", "9."):
        sheet.line(mark, 60, BOLD._replace(size=7.0), y=sheet.y - 2.0)
        sheet.y += 2.0 - 0.2 * 7.0 - 7.0
        sheet.say(PROSE, x0=100)
    found = read(sheet)

    assert numbers(found) == ["7", "8", "9"]
    assert texts(found) == [PROSE] * 3


def test_a_paragraph_goes_on_over_the_page():
    first = Sheet(1).line("1.\tThe budget for the year was agreed with the panel and it", 60)
    second = Sheet(2).line("was spent on officers.", 88).skip(SPACE)
    found = read(first, numbered(second, "2."))

    assert texts(found)[0] == "The budget for the year was agreed with the panel and it was spent on officers."
    assert [span.page for span in found.paragraphs[0].spans] == [1, 2]


def test_one_line_that_ends_a_page_with_a_full_stop_is_not_joined_to_the_next_page():
    first = Sheet().say("The commissioner thanks all who answered our survey.")
    second = Sheet(2).say("Every answer was read by a member of the office.")

    assert [p.text for p in read(first, second).paragraphs] == [
        "The commissioner thanks all who answered our survey.",
        "Every answer was read by a member of the office.",
    ]


def test_an_address_broken_over_the_page_is_one():
    first = Sheet(1).line("1.\tThe report is at https://www.fenshire-", 60)
    second = Sheet(2).line("pcc.gov.uk/reports/2021/annual.pdf", 88).skip(SPACE)
    found = read(first, numbered(second, "2."))

    assert texts(found)[0] == "The report is at https://www.fenshire-pcc.gov.uk/reports/2021/annual.pdf"


@pytest.mark.parametrize("style", [BODY, BODY._replace(font="Mono", size=9.0)])
def test_an_address_broken_behind_a_stop_goes_on(style):
    sheet = Sheet().line("The full text of the plan, with the reports on how it goes from year to year, is at https://www.")
    sheet.line("fenshire.pcc.police.uk/police-and-crime-plan.", style=style).skip(SPACE)

    (text,) = texts(read(sheet))
    assert text.endswith("https://www.fenshire.pcc.police.uk/police-and-crime-plan.")


@pytest.mark.parametrize("step", [STEP, 20.0], ids=["close", "apart"])
@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["01202 000 111", "office@fenshire.test", "www.fenshire.test"], 3),
        (["Fenshire Police", "www.fenshire.test"], 2),
        (["Please write to", "office@fenshire.test"], 1),
    ],
)
def test_an_address_on_a_line_of_its_own_goes_on_with_no_text_but_one_that_leads_to_it(lines, count, step):
    sheet = Sheet().say(PROSE).skip(2 * SPACE)
    for line in lines:
        y = sheet.y
        sheet.line(line).skip(y + step - sheet.y)

    assert len(texts(read(sheet))) == 1 + count


def test_an_indent_begins_a_paragraph_behind_the_mark_of_a_note():
    sheet = Sheet().line("Commissioners are elected so that their area has a police force that is efficient and")
    sheet.line("is held to account, as the Act of 2011 has it, and to answer to the panel each year.^1")
    sheet.line("Fenshire is one of the smallest areas in England, and one of the most densely", 76)
    sheet.line("settled of them all, with five towns and the coast between them.").skip(40)
    sheet.line("1 Sections 12 and 28 of the Act.", style=BODY._replace(size=7.0))

    assert [text[:8] for text in texts(read(sheet))] == ["Commissi", "Fenshire"]


@pytest.mark.parametrize(("last", "count"), [(f"3.\t{PROSE[:72]} done it.", 5), ("3.\tThey met ten times.", 6)])
def test_a_numbered_paragraph_whose_one_line_is_full_goes_on_over_the_page(last, count):
    first = numbered(Sheet(1), "1.", "2.").line(last)
    for rest in (PROSE, "They meet again in June."):
        second = numbered(Sheet(2).say(rest, x0=92.8, width=367.0), "4.", "5.")

        assert len(texts(read(first, second))) == count
