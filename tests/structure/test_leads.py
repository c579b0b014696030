"""What stands beside a title or right below it, and is none of it: leads, days of accounts, addresses, sources."""

import pytest
from pages import BIG, BODY, BOLD, ITALIC, MIDDLE, PROSE, SMALL, SPACE, Sheet, outline, read, texts

LEADS = (
    (("The year in brief",), ("We did more than we had", "planned, with less.")),
    (("Running the", "company"), ("The Board answers for all", "that is done in its name,", "and meets each month.")),
    (("Our people",), ("No one was hurt at work in the whole of the year.",)),
)
LEAD = ITALIC._replace(size=12.0)


@pytest.mark.parametrize("style", [LEAD, LEAD._replace(is_italic=False), BODY._replace(size=11.0)])
@pytest.mark.parametrize("drop", [-14.0, 0.0, 3.0])
def test_a_title_is_read_whole_before_the_lead_that_stands_beside_it(style, drop):
    sheets = [Sheet(1).say(PROSE)]
    for number, (title, lead) in enumerate(LEADS, 2):
        sheet = Sheet(number)
        for line in title:
            sheet.line(line, style=BIG)
        sheet.y = 60.0 + drop
        for line in lead:
            sheet.line(line, 300.0, style)
        sheet.y = 140.0
        sheets.append(sheet.say(PROSE).say(PROSE))
    found = read(*sheets)

    assert outline(found) == [(1, " ".join(title)) for title, _ in LEADS]
    assert texts(found)[1::3] == [" ".join(lead) for _, lead in LEADS]
    assert not found.callouts


@pytest.mark.parametrize("grey", [(110, 120, 130), (0, 0, 0)])
def test_the_day_below_the_titles_of_several_statements_is_no_other_language(grey):
    titles = ("Income statement", "Changes in equity", "Cash flow statement", "Comprehensive income")
    day = "For the year ended 31 March 2023"
    sheets = [Sheet(1).say(PROSE)]
    for number, title in enumerate(titles, 2):
        sheet = Sheet(number).line(title, style=MIDDLE).line(day, style=ITALIC._replace(color=grey)).skip(SPACE)
        sheets.append(sheet.say(PROSE).say(PROSE))

    assert [title for _, title in outline(read(*sheets))] == list(titles)


@pytest.mark.parametrize("style", [MIDDLE, BOLD])
def test_addresses_side_by_side_are_read_each_below_its_heading(style):
    parts = (
        ("Customers", ("Telephone 01632 960455", "help@works.example")),
        ("Secretary", ("Telephone 01632 960401", "Registered, no. 2366")),
    )
    sheet = Sheet(2).line("Contacts", style=BIG).skip(SPACE).say(PROSE).say(PROSE)
    top = sheet.y
    for place, (head, lines) in enumerate(parts):
        sheet.y = top
        sheet.line(head, 60.0 + 220 * place, style)
        for line in lines:
            sheet.line(line, 60.0 + 220 * place)
    found = read(Sheet(1).say(PROSE), sheet)

    assert [title for _, title in outline(found)] == ["Contacts", "Customers", "Secretary"]
    assert texts(found)[3:] == [" ".join(lines) for _, lines in parts]


@pytest.mark.parametrize("source", ["Source: returns of each July.", "Ffynhonnell: ffurflenni Gorffennaf."])
def test_a_source_below_a_note_in_the_same_small_type_is_a_paragraph_of_its_own(source):
    note = "Figures are those of calendar years."
    sheet = Sheet(1).say(PROSE).line(note, style=SMALL).line(source, style=SMALL).skip(SPACE).say(PROSE)

    assert texts(read(sheet))[1:3] == [note, source]
