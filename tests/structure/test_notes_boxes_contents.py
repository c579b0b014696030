import pytest
from pages import BIG, BOLD, MIDDLE, PROSE, SMALL, SPACE, Sheet, numbers, outline, read, texts

from reportparse.geometry import Box
from reportparse.pdf import Link

ENTRIES = [
    ("Foreword", 2), ("Delivering the plan", 4), ("Safer roads", 7), ("Looking after victims", 9), ("Finance", 12),
]  # fmt: skip


def test_the_mark_of_a_note_never_joins_the_number_before_it():
    sheet = Sheet().say("Burglary fell by 12% between March 2020^1 and March 2022.")
    sheet.say(PROSE).skip(300).line("1 Before the first lockdown began.", style=SMALL)
    found = read(sheet)

    assert texts(found)[0] == "Burglary fell by 12% between March 2020 and March 2022."
    assert [(note.marker, note.text) for note in found.footnotes] == [("1", "Before the first lockdown began.")]
    assert [(mark.id, mark.offset) for mark in found.paragraphs[0].footnote_refs] == [("n1", 39)]


def test_a_full_stop_behind_a_mark_stays_at_its_word():
    sheet = Sheet().say("It was sent to the panel in July 2022^1 . A film goes with it.").say(PROSE)
    found = read(sheet.skip(300).line("1 On the 2nd of that month.", style=SMALL))

    assert texts(found)[0] == "It was sent to the panel in July 2022. A film goes with it."


def test_the_stop_behind_a_link_is_no_part_of_its_words():
    sheet = Sheet().line("All decisions (see the register) are published.")
    left, right = sheet.words[2].x0 + 5.0, sheet.words[4].x1 - 5.0  # without the brackets
    sheet.links.append(Link(Box(left, sheet.words[2].top, right, sheet.words[2].bottom), "https://pcc.example", None))
    found = read(sheet)

    assert [(link.text, link.uri) for link in found.paragraphs[0].links] == [("see the register", "https://pcc.example")]


def test_a_raised_number_without_a_note_stays_raised():
    found = read(Sheet().say("An area of 40 km^2 was searched.").say(PROSE))

    assert texts(found)[0] == "An area of 40 km² was searched."


def test_a_box_of_text_is_a_callout_with_its_title():
    sheet = Sheet().say(f"1.\t{PROSE}", hang=28)
    top = sheet.y - 12
    sheet.skip(8).line("Lights on the lane", 72, MIDDLE).skip(4).say(PROSE, 72, width=360)
    sheet.box(60, top, 480, sheet.y - 10).skip(20).say(f"2.\t{PROSE}", hang=28)
    found = read(sheet)

    assert [(callout.title, len(callout.paragraphs)) for callout in found.callouts] == [("Lights on the lane", 1)]
    assert numbers(found) == ["1", None, "2"]
    assert [p.callout for p in found.paragraphs] == [None, "k1", None]


@pytest.mark.parametrize("form", ["{title} ........ {page}", "{page} {title}"])
def test_a_contents_page_bears_witness_and_is_no_content(form):
    contents = Sheet(1).line("Contents", style=MIDDLE).skip(SPACE)
    for title, page in ENTRIES:
        contents.line(form.format(title=title, page=page)).skip(4)
    found = read(contents, Sheet(2).line("Foreword", style=MIDDLE).skip(SPACE).say(PROSE))

    assert outline(found) == [(1, "Foreword")]
    assert texts(found) == [PROSE]
    assert len(found.contents) == len(ENTRIES) + 1


def test_the_lines_at_the_head_of_a_paper_stay_apart():
    lines = ["Date of meeting: 4 October 2022", "Report of: The Chief Executive", "Subject: Annual Report 2021/22"]
    sheet = Sheet()
    for line in lines:
        sheet.line(line)

    assert texts(read(sheet.skip(30).say(PROSE)))[:3] == lines


def test_prose_that_is_broken_before_a_label_goes_on():
    lines = [
        "Gross expenditure: £402.7m. Income: £58.3m. Net expenditure: £344.4m. Reserves at 31",
        "March 2021: £38.8m. Council tax: £203.15.",
    ]
    sheet = Sheet()
    for line in lines:
        sheet.line(line)

    assert texts(read(sheet.skip(30).say(PROSE)))[0] == " ".join(lines)


def test_the_entries_of_a_contents_page_are_kept_with_their_pages():
    contents = Sheet(1).line("Contents", style=MIDDLE).skip(SPACE)
    for title, page in ENTRIES:
        contents.line(f"{title} ........ {page}").skip(4)
    contents.line("Work with those who have offended").line("and with their families ........ 14")
    found = read(contents, Sheet(2).line("Foreword", style=MIDDLE).skip(SPACE).say(PROSE))

    told = [(entry.title, int(entry.label)) for entry in found.entries]
    assert told == [*ENTRIES, ("Work with those who have offended and with their families", 14)]
    assert [entry.id for entry in found.entries[:2]] == ["contents1", "contents2"]
    assert all(entry.page == 1 for entry in found.entries)


def boxed(sheet, x0=80.0):
    sheet.line("Safe on the towpath", x0, BOLD).skip(4)
    return sheet.say(PROSE, x0, 340.0).say(PROSE, x0, 340.0)


def test_a_thick_line_at_the_left_of_prose_makes_a_box():
    sheet = Sheet(2).say(PROSE)
    top = sheet.y - 10
    boxed(sheet).box(60, top, 66, sheet.y - 14, fill=(0, 90, 60))
    structure = read(Sheet(1).say(PROSE), sheet.say(PROSE))

    assert [(box.title, len(box.paragraphs)) for box in structure.callouts] == [("Safe on the towpath", 2)]


def test_a_quotation_beside_a_thick_line_is_no_box():
    sheet = Sheet(2).say(PROSE)
    top = sheet.y - 10
    sheet.say(f"“{PROSE}”", 80.0, 340.0).box(60, top, 66, sheet.y - 14, fill=(0, 90, 60))
    structure = read(Sheet(1).say(PROSE), sheet.say(PROSE))

    assert structure.callouts == []
    assert f"“{PROSE}”" in texts(structure)


def test_a_thin_line_between_columns_makes_none():
    sheet = Sheet(2).say(PROSE)
    top = sheet.y - 10
    boxed(sheet).box(60, top, 60.5, sheet.y - 14, fill=(120, 120, 120))

    assert read(Sheet(1).say(PROSE), sheet.say(PROSE)).callouts == []


@pytest.mark.parametrize(("paper", "count"), [((241, 236, 226), 1), (None, 0)])
def test_a_white_box_on_coloured_paper_is_a_box(paper, count):
    sheet = Sheet(2).say(PROSE)
    if paper:
        sheet.box(0, 0, 600, 800, fill=paper)
    top = sheet.y - 10
    boxed(sheet).box(60, top, 440, sheet.y - 8, fill=(255, 255, 255))

    assert len(read(Sheet(1).say(PROSE), sheet.say(PROSE)).callouts) == count


def test_the_ground_of_a_cover_is_no_box():
    cover = Sheet(1).line("Annual Report 2021/22", style=BIG).skip(20).line("Police and Crime Commissioner")
    structure = read(cover.box(40, 30, 560, 300, fill=(20, 40, 90)), Sheet(2).say(PROSE))

    assert structure.callouts == []
    assert texts(structure)[:2] == ["Annual Report 2021/22", "Police and Crime Commissioner"]


def test_a_line_of_a_cover_that_begins_with_a_provision_of_a_law_goes_on_with_the_one_above():
    cover = Sheet(1).line("Annual Report 2021/22", style=BIG).skip(60).line("Laid before the members under section")
    cover.line("12(2) of the Police Reform and Social Act").line("2011")

    assert texts(read(cover, Sheet(2).say(PROSE)))[1] == (
        "Laid before the members under section 12(2) of the Police Reform and Social Act 2011"
    )


def test_lines_of_a_cover_in_the_type_of_the_text_stand_for_themselves():
    cover = Sheet(1).line("Annual Report 2021/22", style=BIG).skip(20)
    cover.line("Police and Crime Commissioner for Surrey").line("Lisa Townsend").line("Published in July 2022")

    assert texts(read(cover, Sheet(2).say(PROSE).say(PROSE)))[1:4] == [
        "Police and Crime Commissioner for Surrey", "Lisa Townsend", "Published in July 2022",
    ]  # fmt: skip


def test_a_note_at_the_end_of_a_report_is_told_by_its_raised_mark_though_it_is_hardly_smaller_than_the_text():
    first = Sheet(1).say("Burglary fell between March 2020^1 and March 2022.").say(PROSE)
    last = Sheet(6).say(PROSE).line("x^1 Before the first lockdown began.", style=SMALL._replace(size=9.5))
    last.words = [word for word in last.words if word.text != "x"]
    found = read(first, *(Sheet(number).say(PROSE) for number in range(2, 6)), last)

    assert [(note.marker, note.text) for note in found.footnotes] == [("1", "Before the first lockdown began.")]


def test_a_note_that_is_hardly_smaller_than_the_text_is_told_by_its_raised_mark():
    small = SMALL._replace(size=9.6)
    sheet = Sheet().say("Burglary fell between March 2020^1 and March 2022.").say(PROSE).skip(300)
    sheet.line("x^1 Before the first lockdown began.", style=small)
    sheet.words.pop(-7)  # the letter before the mark
    found = read(sheet)

    assert [(note.marker, note.text) for note in found.footnotes] == [("1", "Before the first lockdown began.")]


def in_box(sheet, text, top, bottom, title=None):
    """A box of text from `top` to `bottom`."""
    sheet.box(50.0, top, 480.0, bottom)
    sheet.y = top + 14.0
    if title:
        sheet.line(title, style=BOLD).skip(SPACE)
    return sheet.say(text)


def test_a_box_that_goes_on_over_the_page_is_one():
    begin, rest = "The club was given £8,000 for the year so that it can keep open to", "all who live near it."
    first = in_box(Sheet(1).say(PROSE), begin, 700.0, 760.0, title="Football for all")
    second = in_box(Sheet(2, top=100.0), rest, 40.0, 80.0).skip(20).say(PROSE)

    structure = read(first, second)

    assert [callout.title for callout in structure.callouts] == ["Football for all"]
    assert texts(structure) == [PROSE, f"{begin} {rest}", PROSE]


def test_a_box_that_begins_anew_on_the_next_page_is_another():
    first = in_box(Sheet(1).say(PROSE), "The club was given £8,000.", 700.0, 760.0, title="Football for all")
    second = in_box(Sheet(2), "The streets are clean and safe for everyone again.", 40.0, 90.0, title="Clean streets")

    titles = [callout.title for callout in read(first, second.skip(20).say(PROSE)).callouts]

    assert titles == ["Football for all", "Clean streets"]


@pytest.mark.parametrize(("pages", "count"), [(1, 1), (2, 1), (4, 0)])
def test_a_note_that_had_no_room_stands_at_the_foot_of_a_later_page(pages, count):
    first = Sheet(1).say("It was so in March 2020^1 and in the year after that.").say(PROSE)
    between = [Sheet(number).say(PROSE) for number in range(2, pages + 1)]
    last = Sheet(pages + 1).say(PROSE).skip(200).line("1. Before the first lockdown began.", style=SMALL)

    assert len(read(first, *between, last).footnotes) == count


def test_a_mark_that_lifts_its_line_does_not_part_the_paragraph():
    sheet = Sheet(1).say(PROSE).say(PROSE).line("Staff and their work, as well as the aftercare")
    sheet.y += 2.4
    sheet.line("that is due,^1 are told of in the annex of").line("this report.").skip(300)
    sheet.line("1 Before the first lockdown began.", style=SMALL)

    assert texts(read(sheet))[2] == (
        "Staff and their work, as well as the aftercare that is due, are told of in the annex of this report."
    )


@pytest.mark.parametrize(("short", "text"), [(2.5, "our data"), (0.0, "our data.")])
def test_the_stop_behind_a_link_is_no_part_of_it(short, text):
    sheet = Sheet(1).line("All is in our data.").skip(4).say(PROSE)
    first, last = sheet.words[3:5]
    sheet.links.append(Link(Box(first.x0, first.top, last.x1 - short, first.bottom), "https://a.uk/", None))

    assert [link.text for link in read(sheet).paragraphs[0].links] == [text]


def test_the_words_of_a_link_are_joined_as_those_of_its_text():
    sheet = Sheet(1).line("Commissioning is told of in the register of the commis-").line("sioning that was done.")
    sheet.links += [Link(word.box, "https://a.uk/grants", None) for word in sheet.words[5:9]]

    assert [link.text for link in read(sheet).paragraphs[0].links] == ["the register of the"]
    sheet.links += [Link(word.box, "https://a.uk/grants", None) for word in sheet.words[9:11]]
    assert [link.text for link in read(sheet).paragraphs[0].links] == ["the register of the commissioning"]


def test_an_address_of_a_mailbox_broken_at_its_hyphen_is_closed_up_in_its_link():
    sheet = Sheet(1).line("All who wish to be told of it may write to office@pcc-").line("north.example in the year.")
    sheet.links += [Link(word.box, "mailto:office@pcc-north.example", None) for word in sheet.words[11:13]]

    assert [link.text for link in read(sheet).paragraphs[0].links] == ["office@pcc-north.example"]


def test_an_address_is_closed_up_that_leaves_out_what_its_target_begins_with():
    sheet = Sheet().say("It stands in full for all to read on the page of the office at north- pcc.example/data.")
    first, rest = sheet.words[-2:]
    sheet.links += [Link(word.box, "https://www.north-pcc.example/data", None) for word in (first, rest)]

    assert [link.text for link in read(sheet).paragraphs[0].links] == ["north-pcc.example/data"]


@pytest.mark.parametrize("target", ["https://www.north-pcc.example/en/data", "https://north-pcc.example/"])
def test_a_site_broken_at_its_stop_is_closed_up_though_its_link_goes_on_to_a_page(target):
    sheet = Sheet().say("It stands in full for all to read on the page of the office at north-pcc. example")
    sheet.links += [Link(word.box, target, None) for word in sheet.words[-2:]]

    assert [link.text for link in read(sheet).paragraphs[0].links] == ["north-pcc.example"]


def test_a_year_alone_goes_on_with_its_sentence_on_the_next_page():
    begin = "The share of stops at which officers wore a camera has grown from 42% in 2018/19 to 89% in"
    first = Sheet(1, top=700.0).say(PROSE, width=430.0).say(begin, width=430.0)
    second = Sheet(2).line("2020/21.").skip(30).say(PROSE, width=430.0)

    assert texts(read(first, second)) == [PROSE, f"{begin} 2020/21.", PROSE]


def test_a_dash_at_the_edge_of_a_numbered_paragraph_opens_no_item():
    sheet = Sheet(1).line("110.\tVisitors came to see us 1,298 times from April 2016", 60.0)
    sheet.line("– Jan 2021 to all sites and spoke to 9,574 people.", 92.0).skip(8).line("111.\tThey were heard.", 60.0)

    structure = read(sheet)

    assert [len(paragraph.items) for paragraph in structure.paragraphs] == [0, 0]


def test_a_note_between_two_others_is_one_though_its_mark_stands_in_no_text():
    sheets = [Sheet(1).say("The force^1 has met the aims^3 that it had.").say(PROSE)]
    last = Sheet(2).line("Notes", style=MIDDLE).skip(SPACE)
    for number, text in enumerate(("As it was told.", "In full posts.", "As they stand."), 1):
        last.line(f"{number}. {text}", style=SMALL).skip(3)

    structure = read(*sheets, last)

    assert [(note.marker, note.text) for note in structure.footnotes] == [
        ("1", "As it was told."), ("2", "In full posts."), ("3", "As they stand."),
    ]  # fmt: skip
    assert "In full posts." not in texts(structure)


def test_a_note_that_counts_on_from_the_last_one_is_a_note_though_its_mark_stands_in_a_table():
    first = Sheet(1).say("It was so in March 2020^1 and later.").say(PROSE).skip(SPACE)
    first.line("x^1 Before the first lockdown began.", style=SMALL)
    second = Sheet(2).say(PROSE).skip(200).line("x^2 In posts that are filled.", style=SMALL)
    second.skip(SPACE).line("x^4 In posts that are open.", style=SMALL)
    for sheet in (first, second):
        sheet.words = [word for word in sheet.words if word.text != "x"]

    assert [note.marker for note in read(first, second).footnotes] == ["1", "2"]


def test_a_list_of_notes_at_the_end_of_a_report_answers_marks_on_its_first_page():
    sheets = [Sheet(1).say("The force^1 has met the aims^2 that it had.").say(PROSE)]
    sheets += [Sheet(number).say(PROSE) for number in range(2, 8)]
    last = Sheet(8).line("Notes", style=MIDDLE).skip(SPACE)
    last.line("1. As it was told.", style=SMALL).skip(3).line("2. As they stand.", style=SMALL)

    assert [note.text for note in read(*sheets, last).footnotes] == ["As it was told.", "As they stand."]


def test_a_note_that_its_line_has_left_for_the_next_page_is_answered_there():
    first = Sheet(1).say(PROSE).skip(200).line("x^1 Before the first lockdown began.", style=SMALL)
    first.words = [word for word in first.words if word.text != "x"]
    second = Sheet(2).say("It was so in March 2020^1 and in the year after that.").say(PROSE)

    found = read(first, second)

    assert [note.text for note in found.footnotes] == ["Before the first lockdown began."]
    assert [mark.id for paragraph in found.paragraphs for mark in paragraph.footnote_refs] == ["n1"]
