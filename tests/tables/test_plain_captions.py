"""Captions in the type of the text, above tables and below them."""

from itertools import count

import pytest
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.tables import take_tables

ROWS = [("Year", "Refuges", "Helplines"), ("2019/20", "1,200", "310"), ("2020/21", "1,350", "295")]
SMALL = PLAIN._replace(size=8.0)


def page_of(number, *lines, top=200.0, style=PLAIN, rows=ROWS):
    """A ruled table at `top` with (baseline, text) round it."""
    words = []
    for row, cells in enumerate(rows):
        words += set_line(number, top + 11 + 14 * row, *zip((60.0, 200.0, 300.0), cells, strict=True))
    for baseline, text in lines:
        words += set_line(number, baseline, (60.0, text), style=style)
    bottom = top + 14 * len(rows)
    level = [rule(55, top + 14 * row, 360, top + 14 * row) for row in range(len(rows) + 1)]
    return make_page(words, (*level, *(rule(x, top, x, bottom) for x in (55, 190, 290, 360))))


PROSE = "The office went on with its work and met the aims that it had set itself."


@pytest.mark.parametrize(
    "caption",
    ["Places of refuge, November 2019 and 2020", "Grants above £10,000", "Rate of crime (without fraud) per head:"],
)
def test_a_title_in_plain_type_right_above_is_the_caption(caption):
    (table,), (rest,) = take_tables([page_of(count(), (150, PROSE), (192, caption))])

    assert table.caption == caption
    assert " ".join(word.text for word in rest.words) == PROSE


def test_a_numbered_caption_at_the_foot_of_the_page_before_names_the_table():
    number = count()
    lines = [(700.0, PROSE), (730.0, "Table 2: Money for refuges")]
    first = [word for baseline, text in lines for word in set_line(number, baseline, (60.0, text))]
    first += set_line(number, 760.0, (60.0, "1 Before the audit of the year."), style=SMALL)
    (table,), (rest, _) = take_tables([make_page(first), page_of(number, (300, PROSE), top=60.0)._replace(number=2)])

    assert (table.caption, [span.page for span in table.spans]) == ("Table 2: Money for refuges", [2])
    assert " ".join(word.text for word in rest.words) == f"{PROSE} 1 Before the audit of the year."


@pytest.mark.parametrize(
    ("style", "caption"), [(BOLD, "Where the money goes (£m)"), (BOLD._replace(size=16.0), None), (PLAIN, None)]
)
def test_a_line_in_bold_at_the_foot_of_the_page_before_names_the_table(style, caption):
    number = count()
    first = set_line(number, 700.0, (60.0, PROSE))
    first += set_line(number, 730.0, (60.0, "Where the money goes (£m)"), style=style)
    (table,), _ = take_tables([make_page(first), page_of(number, (300, PROSE), top=60.0)._replace(number=2)])

    assert table.caption == caption


def test_a_sentence_that_ends_the_page_before_stays_text():
    number = count()
    first = make_page(set_line(number, 700.0, (60.0, "Table 2 shows what was given to refuges.")))
    (table,), _ = take_tables([first, page_of(number, (300, PROSE), top=60.0)._replace(number=2)])

    assert table.caption is None


@pytest.mark.parametrize(
    "line",
    [
        "The table below sets out what was given:",
        "and that was the end of the year",
        "Membership of the service grew in every part of the area within one year:",
        "Much was given to refuges and helplines.",
        "(2018/19: 63,105).",
    ],
)
def test_a_sentence_right_above_stays_text(line):
    (table,), _ = take_tables([page_of(count(), (150, PROSE), (192, line))])

    assert table.caption is None


def test_the_last_line_of_a_paragraph_is_no_caption():
    (table,), _ = take_tables([page_of(count(), (168, PROSE), (180, PROSE), (192, "Refuges and helplines"))])

    assert table.caption is None


def test_a_first_row_that_is_one_label_above_a_header_is_the_caption():
    number, words = count(), []
    for at, row in enumerate([("Grants of the fund",), *ROWS]):
        words += set_line(number, 111.0 + 14 * at, *zip((60.0, 200.0, 300.0), row, strict=False))
    level = tuple(rule(55, top, 360, top) for top in (100, 114, 128, 142, 156))
    (table,), _ = take_tables([make_page(words, level)])

    assert table.caption == "Grants of the fund"
    assert [cell.text for cell in table.rows[0]] == list(ROWS[0])


def test_a_number_beside_the_line_makes_it_a_paragraph():
    number = count()
    page = page_of(number, (192, "Places of refuge and their costs"))
    page = page._replace(words=(*page.words, *set_line(number, 192, (40.0, "12."))))

    assert take_tables([page])[0][0].caption is None


def test_captions_below_are_read_where_the_report_sets_them_so():
    number = count()
    first = page_of(number, (256, "Table 1: Places of refuge"), (300, PROSE))
    second = page_of(number, (256, "Calls to helplines by year"), style=SMALL)

    tables, _ = take_tables([first, second._replace(number=2, label="2")])

    assert [table.caption for table in tables] == ["Table 1: Places of refuge", "Calls to helplines by year"]


def test_a_bold_line_below_a_table_is_no_caption_where_captions_stand_above():
    page = page_of(count(), (192, "Table 1: Places of refuge"), (256, "What comes next"), style=BOLD)

    assert take_tables([page])[0][0].caption == "Table 1: Places of refuge"


def test_captions_between_tables_are_those_of_the_tables_below_where_the_first_has_none_above():
    number = count()
    pages = [page_of(number, (top - 10, f"Table {at}: Calls"), top=top) for at, top in enumerate((200, 265, 330), 1)]
    words = tuple(word for page in pages for word in page.words)
    rules = tuple(line for page in pages for line in page.rules)

    tables, _ = take_tables([make_page(words, rules)])

    assert [table.caption for table in tables] == ["Table 1: Calls", "Table 2: Calls", "Table 3: Calls"]


def two_pages(line, *, style, x0=60.0, page_number="2"):
    """Two tables, each with a line below it and prose further down, and the number of the page at its foot."""
    pages = []
    for at in (1, 2):
        number = count()
        page = page_of(number, (300, PROSE), (312, PROSE))
        words = set_line(number, 262, (x0, line), style=style)
        foot = set_line(number, 800, (300, page_number), style=SMALL)
        pages.append(page._replace(number=at, label=str(at), words=(*page.words, *words, *foot)))
    return pages


@pytest.mark.parametrize("style", [SMALL, PLAIN._replace(is_italic=True), PLAIN])
def test_lines_without_a_number_tell_that_captions_stand_below(style):
    name = "Places of refuge"
    centred = 202.5 - 37.5  # the middle of the table's words, less half of the name's width
    tables, rest = take_tables(two_pages(name, style=style, x0=centred if style is PLAIN else 60.0))

    assert [table.caption for table in tables] == [name] * 2
    assert not any(word.text == "refuge" for page in rest for word in page.words)


@pytest.mark.parametrize("line", ["Source: the office", "The office counted them.", "* to January"])
def test_notes_below_tables_tell_nothing_of_captions(line):
    tables, _ = take_tables(two_pages(line, style=SMALL))

    assert [table.caption for table in tables] == [None, None]


def test_text_below_a_table_at_the_left_is_no_caption():
    tables, _ = take_tables(two_pages("Much was given", style=PLAIN))

    assert [table.caption for table in tables] == [None, None]


def test_a_title_of_two_lines_names_its_table_though_text_of_the_column_beside_it_stands_level():
    number, words = count(), []
    for at in range(8):
        words += set_line(number, 100.0 + 12 * at, (60.0, "the force has met its aims so"))
    for y, text in ((100.0, "Total recorded crime rate (excluding fraud) per"), (112.0, "population:")):
        words += set_line(number, y, (310.0, text), style=BOLD)
    for at, row in enumerate([("Force", "Rate"), ("Kent", "83.5"), ("Surrey", "86.9"), ("Dorset", "91.7")]):
        words += set_line(number, 132.0 + 14 * at, (310.0, row[0]), (450.0, row[1]))
    (table,), _ = take_tables(
        [make_page(words, tuple(rule(305, 136 + 14 * at, 480, 136 + 14 * at) for at in range(4)))]
    )

    assert table.caption == "Total recorded crime rate (excluding fraud) per population:"


@pytest.mark.parametrize("line", ["For the year ended 31 March 2021", "At 31 March 2021", "As at 1 April 2021"])
def test_a_date_below_a_heading_names_no_table(line):
    (table,), (rest,) = take_tables([page_of(count(), (150, PROSE), (192, line), style=SMALL)])

    assert table.caption is None
    assert line.split()[-1] in [word.text for word in rest.words]


def test_one_small_bold_word_at_the_edge_of_a_table_names_it():
    number = count()
    page = page_of(number, (150, PROSE))
    words = {
        name: set_line(number, 192, (60.0, "Refuges"), style=style)
        for name, style in (("small", BOLD._replace(size=9.0)), ("large", BOLD))
    }
    found = {name: take_tables([page._replace(words=(*page.words, *some))])[0][0] for name, some in words.items()}

    assert {name: table.caption for name, table in found.items()} == {"small": "Refuges", "large": None}


def test_a_number_names_a_table_that_is_centred_further_right_below_another():
    number = count()
    first, second = page_of(number, (150, PROSE)), page_of(number, top=300.0)
    moved = [word._replace(x0=word.x0 + 150, x1=word.x1 + 150) for word in second.words]
    rules = tuple(one._replace(x0=one.x0 + 150, x1=one.x1 + 150) for one in second.rules)
    caption = set_line(number, 282, (60.0, "Table 2: Funds"), style=BOLD) + set_line(number, 400, (60.0, "What it did"))
    page = first._replace(words=(*first.words, *caption, *moved), rules=(*first.rules, *rules))
    tables, _ = take_tables([page])

    assert [table.caption for table in tables] == [None, "Table 2: Funds"]


def test_a_numbered_line_nearer_to_the_table_above_it_than_to_what_follows_names_it():
    captions = [(256, "Table 1: Places of refuge"), (300, PROSE)]
    first = page_of(count(), *captions, style=SMALL)
    others = [page_of(count(), (192, f"Table {at}: Calls"), (300, PROSE), style=SMALL) for at in (2, 3)]
    pages = [page._replace(number=at, label=str(at)) for at, page in enumerate((first, *others), 1)]
    tables, _ = take_tables(pages)

    assert [table.number for table in tables] == ["Table 1", "Table 2", "Table 3"]


@pytest.mark.parametrize(("baseline", "caption"), [(170, None), (178, "Monday To the Board")])
def test_titles_centred_one_under_the_other_above_a_table_name_no_table_unless_they_are_lines_of_one(baseline, caption):
    number = count()
    page = page_of(number, (150, PROSE))
    titles = set_line(number, baseline, (162.5, "Monday"), style=BOLD)
    titles += set_line(number, 190, (150.0, "To the Board"), style=BOLD)
    (table,), _ = take_tables([page._replace(words=(*page.words, *titles))])

    assert table.caption == caption


@pytest.mark.parametrize(("sign", "is_text"), [("Source:", True), ("*To", True), ("*", False), ("1", False)])
def test_a_note_below_a_table_is_text_and_a_note_of_the_table_too_unless_a_lone_sign_opens_it(sign, is_text):
    number = count()
    page = page_of(number, (150, PROSE), (330, PROSE))
    note = set_line(number, 256, (60.0, f"{sign} Records of the office, read in May of the year that"), style=SMALL)
    note += set_line(number, 265, (60.0, "follows."), style=SMALL)
    (table,), (rest,) = take_tables([page._replace(words=(*page.words, *note))])

    assert table.notes == (f"{sign} Records of the office, read in May of the year that follows.",)
    assert (set(note) <= set(rest.words)) == is_text


@pytest.mark.parametrize(
    ("first", "second", "count_of_notes"),
    [
        ("* From April 2019.", "n/a: not available.", 2),
        ("* From April 2019, when the new law", "came into force.", 1),
        ("* From April 2019, when the new law of refuges and of all sorts of help came in.", "Others followed.", 1),
        ("Source: returns of the providers (audited).", "People may be counted twice.", 2),
    ],
)
def test_a_note_ends_with_a_stop_behind_which_there_was_room_for_more(first, second, count_of_notes):
    number = count()
    page = page_of(number, (150, PROSE), (330, PROSE))
    notes = [set_line(number, at, (60.0, text), style=SMALL) for at, text in ((256, first), (266, second))]
    (table,), _ = take_tables([page._replace(words=(*page.words, *notes[0], *notes[1]))])

    assert len(table.notes) == count_of_notes


@pytest.mark.parametrize(
    ("lines", "x0", "size", "is_note"),
    [
        (["All sums are rounded to the next hundred."], 60.0, 8.0, True),
        (["All sums are rounded to the next hundred,", "those of helplines to the next ten."], 54.0, 8.0, True),
        (["All sums are rounded to the next hundred."], 60.0, 10.0, False),  # as large as the cells: the text goes on
        (["All sums are rounded to the next hundred."], 90.0, 8.0, False),
        (["Refuges and helplines, by year"], 60.0, 8.0, False),
        (["All sums are rounded to the next hundred."] * 4, 60.0, 8.0, False),
    ],
)
def test_a_small_sentence_at_the_edge_of_the_table_above_it_is_its_note_and_text(lines, x0, size, is_note):
    number = count()
    page = page_of(number, (150, PROSE), (192, "Places of refuge"), (330, PROSE))
    style = PLAIN._replace(size=size)
    said = [word for at, line in enumerate(lines) for word in set_line(number, 256 + 9 * at, (x0, line), style=style)]
    (table,), (rest,) = take_tables([page._replace(words=(*page.words, *said))])

    assert table.notes == (" ".join(lines),) * is_note
    assert set(said) <= set(rest.words)


@pytest.mark.parametrize("day", ["Tuesday 14 July 2031", "14 July 2031"])
def test_the_day_of_a_meeting_above_a_table_is_no_caption(day):
    number = count()
    page = page_of(number, (192, day), style=BOLD)
    (table,), (rest,) = take_tables([page._replace(words=(*page.words, *set_line(number, 300, (60.0, PROSE))))])

    assert table.caption is None
    assert " ".join(word.text for word in rest.words).startswith(day)


@pytest.mark.parametrize(("other", "caption"), [("3. Loans", None), ("What we owe", "2. Income of the year")])
def test_a_title_that_is_counted_with_others_of_its_type_is_no_caption(other, caption):
    number = count()
    page = page_of(number, (192, "2. Income of the year"), (300, other), style=BOLD)
    page = page._replace(words=(*page.words, *set_line(number, 346, (60.0, PROSE))))
    (table,), _ = take_tables([page])

    assert table.caption == caption


@pytest.mark.parametrize(
    ("lines", "is_text"),
    [
        (("Most staff belong to the plan.", "It was closed in 2003. The rates were:"), True),
        (("Rates of the plan that most staff", "belong to, as agreed in 2003:"), False),
    ],
)
def test_a_paragraph_whose_last_sentence_leads_to_a_table_is_no_caption(lines, is_text):
    first, last = lines
    small = page_of(count(), (180, first), (191, last), style=SMALL)
    body = page_of(count(900), *((300 + 12 * at, PROSE) for at in range(9)), top=600.0)
    tables, rest = take_tables([small, body._replace(number=2)])

    assert (tables[0].caption is None) is is_text
    assert bool(rest[0].words) is is_text


@pytest.mark.parametrize(
    ("style", "is_note"),
    [(SMALL._replace(is_bold=True), True), (BOLD, False), (PLAIN._replace(size=12.0), False), (SMALL, True)],
)
def test_a_number_before_words_larger_than_the_cells_or_bold_heads_what_follows_and_opens_no_note(style, is_note):
    number = count()
    page = page_of(number, (150, PROSE), (330, PROSE))
    text = PLAIN._replace(size=14.0)
    large = [word._replace(style=text) if word.baseline in (150, 330) else word for word in page.words]
    note = set_line(number, 256, (60.0, "5 Refuges for the young"), style=style)
    (table,), _ = take_tables([page._replace(words=(*large, *note))])

    assert table.notes == ("5 Refuges for the young",) * is_note


@pytest.mark.parametrize(("second", "count_of_notes"), [("† Dwellings only.", 2), ("Dwellings only.", 1)])
def test_notes_that_signs_open_may_stand_as_far_apart_as_paragraphs(second, count_of_notes):
    number = count()
    page = page_of(number, (150, PROSE), (330, PROSE))
    notes = [set_line(number, at, (60.0, text), style=SMALL) for at, text in ((256, "* From 2019."), (274, second))]
    (table,), _ = take_tables([page._replace(words=(*page.words, *notes[0], *notes[1]))])

    assert len(table.notes) == count_of_notes
