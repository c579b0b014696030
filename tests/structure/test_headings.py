import pytest
from pages import BIG, BODY, BOLD, ITALIC, MIDDLE, PROSE, SPACE, Sheet, outline, read, texts

from reportparse.pdf import Bookmark, Tag
from reportparse.structure.titles import read_title

TITLES = [
    ("Theme 1: Protecting from Harm", "Theme 1", "theme"),
    ("PRIORITY 3 Safer roads", "Priority 3", "theme"),
    ("Indicators 6 & 7: Confidence", "Indicator 6 & 7", "indicator"),
    ("Aim 2: Healthy rivers", "Aim 2", "theme"),
    ("Appendix A", "Appendix A", "appendix"),
    ("Annex 2 - Grants", "Annex 2", "appendix"),
    ("Blaenoriaeth 2: Atal niwed", "Blaenoriaeth 2", "theme"),
    ("Atodiad B", "Atodiad B", "appendix"),
    ("4.2 Reserves", "4.2", "section"),
    ("Looking ahead", None, "section"),
]


def chapters(style, sub):
    sheet = Sheet()
    for name in ("First things", "Second things"):
        sheet.line(name, style=style).skip(SPACE)
        for part in ("One side", "Other side"):
            sheet.line(f"{part} of {name.lower()}", style=sub).skip(SPACE)
            sheet.say(PROSE)
    return sheet


EXPECTED = [
    (1, "First things"), (2, "One side of first things"), (2, "Other side of first things"),
    (1, "Second things"), (2, "One side of second things"), (2, "Other side of second things"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "kind"), TITLES)
def test_a_title_tells_number_and_kind(text, number, kind):
    title = read_title(text)

    assert (title.number, title.kind) == (number, kind)


@pytest.mark.parametrize(("style", "sub"), [(BIG, MIDDLE), (MIDDLE, BOLD), (BIG, ITALIC)])
def test_type_alone_tells_headings_and_their_levels(style, sub):
    cover = Sheet(1).say(PROSE)
    body = chapters(style, sub)
    body.number = 2

    assert outline(read(cover, body)) == EXPECTED


@pytest.mark.parametrize("end", [".", ".0"])
def test_a_number_with_points_is_below_its_whole_number_whose_own_level_is_any(end):
    titles = (f"1{end} Policies", "1.1 Basis", "1.2 Income", f"2{end} Grants", "2.1 Paid")
    sheet = Sheet(2).line("Notes to the accounts", style=BIG).skip(SPACE)
    for title in titles:
        sheet.line(title, style=MIDDLE if title[1:].startswith(f"{end} ") else BOLD).skip(SPACE).say(PROSE)

    levels = [level for level, _ in outline(read(Sheet(1).say(PROSE), sheet))]

    assert levels == [1, 2, 3, 3, 2, 3]


def test_bookmarks_tell_levels_where_type_does_not():
    bookmarks = [Bookmark(title, level, 1, None) for level, title in EXPECTED]

    assert outline(read(chapters(BOLD, BOLD), bookmarks=bookmarks)) == EXPECTED


def test_tags_tell_levels_where_there_are_no_bookmarks():
    sheet, tags = Sheet(), []
    for mark, (level, title) in enumerate(EXPECTED):
        sheet.line(title, style=BOLD, mark=mark).skip(SPACE)
        sheet.say(PROSE)
        tags.append(Tag(f"H{level}", (mark,), "", 1, 1, ()))

    assert outline(read(sheet, tags=tags)) == EXPECTED


def test_type_tells_the_headings_below_an_outline_that_names_chapters_alone():
    sheets, bookmarks, expected = [], [], []
    for number in range(1, 5):
        sheet = Sheet(number)
        for level, style in ((1, BIG), (2, BOLD), (2, BOLD)):
            title = f"{'Chapter' if level == 1 else 'Part'} {'abcd'[number - 1]} at {len(expected)}"
            sheet.line(title, style=style).skip(SPACE).say(PROSE)
            expected.append((level, title))
        bookmarks.append(Bookmark(expected[-3][1], 1, number, None))
        sheets.append(sheet)
    blank = Sheet(5).say(PROSE)

    assert outline(read(*sheets, blank, bookmarks=bookmarks)) == expected


@pytest.mark.parametrize("caption", ["Table 2: Spending", "Tabl 2: Gwariant", "Ffigur 3: Gwariant"])
def test_the_name_of_a_table_is_no_heading(caption):
    sheet = Sheet(2).line("Money", style=MIDDLE).skip(SPACE).say(PROSE).line(caption, style=MIDDLE)
    sheet.skip(60).say(PROSE)

    assert outline(read(Sheet(1).say(PROSE), sheet)) == [(1, "Money")]


@pytest.mark.parametrize("quote", ["“We have never been as proud of what our officers do”", "“I was believed.”"])
def test_a_quotation_set_large_is_no_heading(quote):
    sheet = Sheet(2).line("Money", style=MIDDLE).skip(SPACE).say(PROSE).line(quote, style=BIG).skip(SPACE).say(PROSE)
    found = read(Sheet(1).say(PROSE), sheet)

    assert outline(found) == [(1, "Money")]
    assert quote in texts(found)


def test_a_title_in_quotes_that_ends_without_a_stop_is_a_heading():
    sheet = Sheet(2).line("“Safer roads”", style=BIG).skip(SPACE).say(PROSE)

    assert outline(read(Sheet(1).say(PROSE), sheet)) == [(1, "“Safer roads”")]


def test_a_small_line_above_a_title_is_no_section_of_its_own():
    sheet = Sheet(2).line("WELCOME", style=BODY).skip(SPACE).line("Foreword", style=BIG).skip(SPACE).say(PROSE)
    found = read(Sheet(1).say(PROSE), sheet)

    assert outline(found) == [(1, "Foreword")]
    assert "WELCOME" in texts(found)


def test_who_reports_to_whom_at_the_head_of_a_paper_is_no_section():
    sheet = Sheet(1).line("POLICE AND CRIME PANEL", style=BOLD).skip(SPACE).line("Date: 16 October 2019").skip(SPACE)
    sheet.line("Report of the Commissioner").skip(SPACE).line("SUMMARY", style=BOLD).skip(SPACE).line("It went well.")
    sheet.skip(SPACE).line("MONEY", style=BOLD).skip(SPACE).say(PROSE)
    found = read(sheet, Sheet(2).line("VICTIMS", style=BOLD).skip(SPACE).say(PROSE))

    assert outline(found) == [(1, "SUMMARY"), (1, "MONEY"), (1, "VICTIMS")]
    assert texts(found)[:2] == ["POLICE AND CRIME PANEL", "Date: 16 October 2019"]


def test_a_last_heading_larger_than_all_others_is_of_their_level():
    sheets = [Sheet(n).line(name, style=MIDDLE).skip(SPACE).say(PROSE) for n, name in ((2, "Roads"), (3, "Money"))]
    last = Sheet(4).line("A page of grants", style=BIG).skip(SPACE).say(PROSE)

    assert outline(read(Sheet(1).say(PROSE), *sheets, last)) == [(1, "Roads"), (1, "Money"), (1, "A page of grants")]


@pytest.mark.parametrize(
    ("year", "is_heading"), [("2018/19", True), ("2018-2019", True), ("2018", False), ("18", False)]
)
def test_a_financial_year_alone_may_head_what_is_told_of_it(year, is_heading):
    sheets = [Sheet(n).line(name, style=MIDDLE).skip(SPACE).say(PROSE) for n, name in ((2, "Roads"), (3, "Money"))]
    last = Sheet(4).line(year, style=MIDDLE).skip(SPACE).say(PROSE)

    expected = [(1, "Roads"), (1, "Money"), *([(1, year)] if is_heading else [])]
    assert outline(read(Sheet(1).say(PROSE), *sheets, last)) == expected


def test_a_heading_broken_by_the_page_is_one():
    first = Sheet(1).line("Roads", style=MIDDLE).skip(SPACE).say(PROSE)
    first.line("Fewer young people entering", style=MIDDLE)
    second = Sheet(2).line("the criminal justice system", style=MIDDLE).skip(SPACE).say(PROSE)
    sheets = [first, second, Sheet(3).line("Money", style=MIDDLE).skip(SPACE).say(PROSE)]

    assert [title for _, title in outline(read(*sheets))][-2:] == [
        "Fewer young people entering the criminal justice system", "Money",
    ]  # fmt: skip


def test_a_heading_in_small_capitals_goes_on_with_a_line_that_has_no_initial():
    caps, small = BOLD._replace(size=14.0), BOLD._replace(size=10.5)
    sheet = Sheet(2).say(PROSE).skip(10)
    for style, text, x0 in ((caps, "I", 60.0), (small, "ncreased trust in the", 67.0)):
        sheet.line(text, x0, style, y=sheet.y if style is caps else sheet.y - 1.2 * caps.size)
    sheet.y += 6
    sheet.line("police by the year", 60.0, small).skip(10).say(PROSE)

    (title,) = [title for _, title in outline(read(Sheet(1).say(PROSE), sheet))]
    assert title.endswith("police by the year")


def test_a_large_heading_that_stands_only_below_tables_is_none_of_their_captions():
    sheets = [Sheet(1).say(PROSE)]
    for number, name in ((2, "Roads and rivers"), (3, "Homes and streets")):
        sheets.append(Sheet(number, top=140.0).line(name, style=BIG).say(PROSE))
    tables = [(number, (60.0, 60.0, 460.0, 120.0)) for number in (2, 3)]

    assert [title for _, title in outline(read(*sheets, tables=tables))] == ["Roads and rivers", "Homes and streets"]


def test_words_pulled_out_that_go_on_in_the_next_page_are_a_sentence_and_no_heading():
    pulled = ITALIC._replace(size=14.0)
    first = Sheet(2).line("Roads", style=BIG).skip(SPACE).say(PROSE)
    first.line("I said that I would answer for", style=pulled)
    second = Sheet(3).line("every pound that we spend.", style=pulled).skip(SPACE).say(PROSE)
    found = read(Sheet(1).say(PROSE), first, second)

    assert outline(found) == [(1, "Roads")]
    assert "I said that I would answer for every pound that we spend." in texts(found)


def test_a_line_of_a_cover_stands_nearer_to_the_line_that_it_begins_with_than_to_the_one_above():
    cover, lines = Sheet(1), ["Annual report of the year 2023", "Southport Police and Crime", "Commissioner"]
    for y, text in zip((100.0, 124.0, 144.0), lines, strict=True):
        cover.line(text, style=BODY._replace(size=16.0), y=y)
    found = read(cover, Sheet(2).line("Roads", style=BIG).skip(SPACE).say(PROSE, width=200.0))

    assert texts(found)[:2] == ["Annual report of the year 2023", "Southport Police and Crime Commissioner"]


def test_capitals_stand_over_other_headings_in_their_type():
    sheets, expected = [], []
    for number, name in enumerate(("Victims", "Calls", "Money"), 2):
        sheet = Sheet(number)
        parts = (1, f"{name} and the public".upper()), (2, f"{name} in the towns"), (2, f"{name} next year")
        for level, title in parts:
            sheet.line(title, style=BOLD).skip(SPACE).say(PROSE)
            expected.append((level, title))
        sheets.append(sheet)

    assert outline(read(Sheet(1).say(PROSE), *sheets)) == expected


def test_appendices_stand_beside_chapters_in_capitals():
    titles = ["VICTIMS AND CALLS", "MONEY AND PEOPLE", "ROADS AND TOWNS", *(f"Appendix {x} – Grants" for x in "ABC")]
    sheets = [Sheet(n).line(title, style=BOLD).skip(SPACE).say(PROSE) for n, title in enumerate(titles, 2)]

    assert outline(read(Sheet(1).say(PROSE), *sheets)) == [(1, title) for title in titles]


def test_initials_among_headings_are_of_their_level():
    titles = ["Victims", "HMICFRS", "VAWG", "PEEL", "Money", "Officers"]
    sheets = [Sheet(n).line(title, style=BOLD).skip(SPACE).say(PROSE) for n, title in enumerate(titles, 2)]

    assert outline(read(Sheet(1).say(PROSE), *sheets)) == [(1, title) for title in titles]


@pytest.mark.parametrize(("others", "level"), [(3, 1), (6, 2)])
def test_a_short_word_in_capitals_is_of_the_level_of_most_headings_in_its_type(others, level):
    sheets = [Sheet(1).say(PROSE)]
    for number, name in enumerate(("Victims", "Calls", "Money", "Roads", "Towns"), 2):
        sheet = Sheet(number).line(f"{name} and the public".upper(), style=BOLD).skip(SPACE).say(PROSE)
        for part in range(2 if others == 6 else number < 5):
            sheet.line(f"{name} in part {part}", style=BOLD).skip(SPACE).say(PROSE)
        sheets.append(sheet)
    sheets.append(Sheet(7).line("FRAUD", style=BOLD).skip(SPACE).say(PROSE))

    assert outline(read(*sheets))[-1] == (level, "FRAUD")


def test_bold_capitals_smaller_than_the_text_are_headings():
    caps = BOLD._replace(size=8.5)
    sheets = [Sheet(1).say(PROSE)]
    for number, chapter in enumerate(("Crime", "Victims"), 2):
        sheet = Sheet(number).line(chapter, style=BIG).skip(SPACE).say(PROSE)
        for name in ("KNIFE CRIME", "HATE CRIME"):
            sheet.skip(SPACE).line(f"{name} {number}", style=caps).skip(SPACE).say(PROSE)
        sheets.append(sheet)

    assert outline(read(*sheets)) == [
        (1, "Crime"), (2, "KNIFE CRIME 2"), (2, "HATE CRIME 2"),
        (1, "Victims"), (2, "KNIFE CRIME 3"), (2, "HATE CRIME 3"),
    ]  # fmt: skip


def test_a_cover_that_says_a_title_of_the_contents_too_is_no_heading():
    names = ("Annual Report 2020-21", "Roads", "Money", "People")
    cover = Sheet(1).line("Police and Crime Commissioner", style=MIDDLE).skip(60)
    cover.line("Annual Report 2020/21", style=BIG._replace(size=40.0)).skip(300).line("Panel, 6 May: for noting.")
    listing = Sheet(2).line("Contents", style=BIG).skip(SPACE)
    for page, name in enumerate(names, 3):
        listing.line(f"{name} {page}").skip(6)
    chapters = [Sheet(page).line(name, style=BIG).skip(SPACE).say(PROSE) for page, name in enumerate(names, 3)]

    assert outline(read(cover, listing, *chapters)) == [(1, name) for name in names]


def test_a_line_that_numbers_the_title_below_it_makes_no_level():
    sheets = [Sheet(1).say(PROSE)]
    for number, name in enumerate(("Harm", "Trust", "Money"), 1):
        sheet = Sheet(number + 1).line(f"Theme {number}:", style=MIDDLE).line(name, style=BIG).skip(SPACE).say(PROSE)
        sheets.append(sheet.line(f"Part of it {number}", style=BOLD).skip(SPACE).say(PROSE))

    assert outline(read(*sheets))[:2] == [(1, "Theme 1: Harm"), (2, "Part of it 1")]


@pytest.mark.parametrize("space", [0, 6])
def test_the_name_of_an_appendix_goes_on_with_its_title_in_the_same_type(space):
    sheets = [Sheet(1).line("Money", style=BOLD).skip(SPACE).say(PROSE)]
    for number, name in enumerate(("Measures of the Plan for all of the county", "Grants"), 2):
        letter = "AB"[number - 2]
        sheet = Sheet(number).line(f"Appendix {letter}", 250.0, BOLD).skip(space)
        sheets.append(sheet.line(name, 277 - 2.5 * len(name), BOLD).skip(SPACE).say(PROSE))

    assert outline(read(*sheets)) == [
        (1, "Money"), (1, "Appendix A Measures of the Plan for all of the county"), (1, "Appendix B Grants"),
    ]  # fmt: skip


def test_the_title_of_a_box_leaves_no_gap_between_the_levels_round_it():
    sheets = [Sheet(1).say(PROSE)]
    for number, name in enumerate(("Harm", "Trust"), 2):
        sheet = Sheet(number).line(name, style=BIG).skip(SPACE).say(PROSE).skip(10)
        top = sheet.y
        sheet.skip(24).line("Case study", 70.0, MIDDLE).skip(SPACE).say(PROSE, 70.0, 440.0).skip(8)
        sheet.box(60.0, top, 520.0, sheet.y)
        sheets.append(sheet.skip(24).line(f"Part of it {number}", style=BOLD).skip(SPACE).say(PROSE))

    structure = read(*sheets)

    assert [callout.title for callout in structure.callouts] == ["Case study"] * 2
    assert outline(structure) == [(1, "Harm"), (2, "Part of it 2"), (1, "Trust"), (2, "Part of it 3")]


@pytest.mark.parametrize(
    ("name", "office", "is_heading"),
    [
        ("Anne B Field CBE", "Chief Executive", False),
        ("Anne B Field CBE", "28 July 2022", False),
        ("Knife Crime", "It fell in the year.", True),
        ("Knife Crime", "Fell by 5%", True),
        ("What comes next", "More of it", True),
    ],
)
def test_a_name_over_an_office_at_the_end_of_a_text_is_no_heading(name, office, is_heading):
    sheets = [Sheet(1).say(PROSE)]
    for number, title in enumerate(("Roads", "Money", "People"), 2):
        sheet = Sheet(number).line(title, style=BOLD).skip(SPACE).say(PROSE).skip(12)
        last = (name, office) if number == 4 else ("More", PROSE[:90])
        sheets.append(sheet.line(last[0], style=BOLD).line(last[1]))

    assert (name in [title for _, title in outline(read(*sheets))]) == is_heading


@pytest.mark.parametrize(
    ("above", "between", "size", "count"),
    [(20.0, 0.0, 10.0, 1), (20.0, 6.0, 10.0, 2), (0.0, 4.0, 10.0, 2), (20.0, 0.0, 12.0, 2)],
)
def test_name_and_office_of_who_signs_are_one_paragraph_at_the_leading_of_a_text(above, between, size, count):
    sheet = Sheet(2).say(PROSE).skip(above)  # on a first page such lines are a cover's
    sheet.line("Anne B Field", style=ITALIC._replace(size=size)).skip(between).line("Chief Executive", style=ITALIC)

    signed = texts(read(Sheet(1).say(PROSE), sheet))[-count:]

    assert signed == (["Anne B Field Chief Executive"] if count == 1 else ["Anne B Field", "Chief Executive"])


@pytest.mark.parametrize("listed", [2, 4])
def test_what_is_larger_than_the_chapters_that_the_contents_list_is_no_heading(listed):
    names = ("Crime", "Roads", "Money", "People")
    listing = Sheet(2).line("Contents", style=BIG).skip(SPACE)
    for page, name in enumerate((*names[:listed], "Notes", "Annex", "Index")[: max(4, listed)], 3):
        listing.line(f"{name} {page}").skip(6)
    chapters = [Sheet(page).line(name, style=BIG).skip(SPACE).say(PROSE) for page, name in enumerate(names, 3)]
    chapters[1].skip(20).line("We listen", style=BIG._replace(size=30.0)).skip(SPACE).say(PROSE)

    found = outline(read(Sheet(1).say(PROSE), listing, *chapters))

    assert ("We listen" in [title for _, title in found]) == (listed < 4)


def test_an_item_of_an_agenda_over_the_lines_of_a_cover_and_their_table_is_no_section():
    sheet = Sheet(1).line("Agenda Item 6", style=MIDDLE).skip(20).line("COUNTY PANEL", style=BOLD).skip(SPACE)
    sheet.line("Monday 22 July 2024 at 1.00 p.m.").skip(80)
    for name in ("Purpose", "Money"):
        sheet.line(name, style=BOLD).skip(SPACE).say(PROSE).skip(SPACE)

    assert outline(read(sheet, tables=[(1, (60.0, 110.0, 500.0, 170.0))])) == [(1, "Purpose"), (1, "Money")]


def test_the_day_and_hour_of_a_meeting_is_no_section_though_the_outline_names_it():
    names = ("Agenda", "Members", "Notes")
    sheet = Sheet(1).line("COUNTY PANEL", style=BIG).skip(SPACE).line("Monday 22 July 2024 at 10.30 am", style=MIDDLE)
    for name in names:
        sheet.skip(SPACE).line(name, style=MIDDLE).skip(SPACE).say(PROSE)
    entries = [Bookmark(name, 1, 1, None) for name in ("Monday 22 July 2024 at 10.30 am", *names)]

    found = read(sheet, bookmarks=entries)

    assert outline(found) == [(1, name) for name in names]
    assert "Monday 22 July 2024 at 10.30 am" in texts(found)


def test_the_page_of_a_bound_reports_title_holds_its_title_alone():
    title = Sheet(3).line("The Commissioner", style=MIDDLE).skip(300)
    title.line("Annual Report", style=BIG._replace(size=30.0)).skip(40).line("Seen and heard").skip(40)
    title.line("The county")
    before, behind = (
        Sheet(page).line(name, style=MIDDLE).skip(SPACE).say(PROSE) for page, name in ((2, "Purpose"), (4, "Roads"))
    )

    found = read(Sheet(1).say(PROSE), before, title, behind)

    assert [name for _, name in outline(found)] == ["Purpose", "Annual Report", "Roads"]
    assert "The Commissioner" in texts(found)


def test_type_tells_a_heading_over_a_list_below_an_outline_that_names_chapters_alone():
    sheets = []
    for number, name in enumerate(("Safer", "Stronger", "Cleaner"), 1):
        sheet = Sheet(number).line(name, style=BIG).skip(12).say(PROSE).line("What we did", style=BOLD).skip(4)
        for item in ("we met the partners twice", "we told them of our aims", "we asked them for their own"):
            sheet.line(f"• {item}").skip(3)
        sheets.append(sheet)
    bookmarks = [Bookmark(sheet.words[0].text, 1, sheet.number, None) for sheet in sheets]

    found = read(*sheets, Sheet(4).say(PROSE), bookmarks=bookmarks)

    assert [level for level, _ in outline(found)] == [1, 2] * 3


@pytest.mark.parametrize(
    ("begin", "is_one"), [("They saw 168 searches and thought that", True), ("Calls and visits", False)]
)
def test_a_text_goes_on_behind_words_pulled_out_of_it_into_its_column(begin, is_one):
    pulled = BODY._replace(size=14.0, color=(60, 110, 40))
    sheet = Sheet(2).say(PROSE).skip(SPACE).line(begin).skip(SPACE)
    sheet.line("We do not need to be thanked.", style=pulled).skip(SPACE)
    sheet.line("some of them could have been done better.").skip(SPACE).say(PROSE)
    found = texts(read(Sheet(1).say(PROSE), sheet))

    assert (f"{begin} some of them could have been done better." in found) is is_one
    assert "We do not need to be thanked." in found


def test_a_text_that_only_begins_in_larger_type_is_no_heading():
    sheet = Sheet(2).say(PROSE).skip(SPACE).line("Jane Marsh", style=BOLD._replace(size=12.0))
    sheet.line("Police and", 130.0, y=sheet.y - 14.4).line("Crime Commissioner for the county").skip(SPACE).say(PROSE)

    assert outline(read(Sheet(1).say(PROSE), sheet)) == []


@pytest.mark.parametrize("size", [10.0, 9.0])
def test_auditors_who_sign_in_type_no_larger_than_the_text_are_told_with_place_and_day(size):
    lines = ["Chartered Accountants and Registered Auditors", "Kingsbridge, 17 June 2011"]
    style = BODY._replace(size=size)
    sheet = Sheet(2).say(PROSE, style=style).say(PROSE).skip(20)
    sheet.line(lines[0], style=style).line(lines[1], style=style)

    assert texts(read(Sheet(1).say(PROSE), sheet))[-1] == " ".join(lines)


@pytest.mark.parametrize(("font", "size"), [("Gothic", 10.0), ("Serif", 9.7)])
def test_the_space_above_who_signs_does_not_tell_the_leading_of_their_type(font, size):
    style = BODY._replace(font=font, size=size)
    sheet = Sheet(2).say(PROSE).say("The force thanks all who have helped it by day and by night in that year.")
    sheet.line("Chairman", style=style).line("16 June 2011", style=style)

    assert texts(read(Sheet(1).say(PROSE), sheet))[-1] == "Chairman 16 June 2011"


def paper(*titles, style=BOLD, text=PROSE):
    """A page that begins with its first title, as a paper of a page or two does."""
    sheet = Sheet(1)
    for title in titles:
        sheet.line(title, style=style).skip(4).say(text).skip(6)
    return sheet


@pytest.mark.parametrize("text", [PROSE, "The Commissioner decided as follows."])
def test_a_paper_without_a_cover_has_headings_on_its_first_page_alone(text):
    structure = read(paper("Purpose", "Background", "Discussion", text=text))

    assert outline(structure) == [(1, "Purpose"), (1, "Background"), (1, "Discussion")]


@pytest.mark.parametrize(("title", "count"), [("4. Money", 1), ("The year in figures", 0)])
def test_one_title_alone_on_the_first_page_is_a_heading_where_it_has_a_number(title, count):
    assert len(outline(read(paper(title)))) == count


def test_a_title_right_over_that_of_its_first_part_is_a_heading_of_the_first_page_too():
    sheet = Sheet(1)
    for title, part in (("PLAN", "Crime"), ("OFFICE", "People")):
        sheet.line(title, style=BOLD).skip(4).line(part, style=ITALIC).skip(4).say(PROSE).skip(6)

    assert outline(read(sheet)) == [(1, "PLAN"), (2, "Crime"), (1, "OFFICE"), (2, "People")]


def test_lone_lines_of_a_short_paper_stay_apart_though_they_are_more_than_its_lines_of_text():
    lines = ["Our ref: PCC/24/117", "To all members of the panel", "Dear Chair,", "Annual Report"]
    sheet = Sheet(1)
    for line in lines:
        sheet.line(line).skip(SPACE)

    assert texts(read(sheet.say(PROSE).say(PROSE)))[:4] == lines


@pytest.mark.parametrize("number", ["{}.", "1.{}"])
def test_sections_with_numbers_may_each_follow_the_table_that_ends_another(number):
    sheet, tables, titles = Sheet(2), [], []
    for place, title in enumerate(("Crime", "Roads", "Money"), 1):
        tables.append((2, (60.0, sheet.y, 460.0, sheet.y + 60.0)))
        titles.append(f"{number.format(place)} {title}")
        sheet.skip(80).line(titles[-1].replace(" ", "\t"), style=BOLD).skip(4).say(PROSE).skip(6)

    assert [title for _, title in outline(read(Sheet(1).say(PROSE), sheet, tables=tables))] == titles
