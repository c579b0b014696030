"""Contents pages that no word names, and those that look like tables."""

from itertools import count

import pytest
from pages import BIG, BOLD, MIDDLE, PROSE, Sheet, outline, read, texts

from reportparse.geometry import Box
from reportparse.pdf import Page, Rule, Style, Word
from reportparse.tables import take_tables
from reportparse.tables.grid import Grid, GridCell
from reportparse.tables.listed import is_contents

TITLES = ("Foreword", "What we did", "What it cost", "What comes next", "Who to ask")
BLACK = (0, 0, 0)
PLAIN = Style("Sans", 10.0, False, False, (0, 0, 0))


def chapters():
    sheets = []
    for number, title in enumerate(TITLES, 3):
        sheets.append(Sheet(number).line(title, style=BIG).skip(8).say(PROSE))
    return sheets


def listing(titles):
    sheet = Sheet(2).line("In brief", style=BIG).skip(8)
    for page, title in enumerate(titles, 3):
        sheet.line(f"{title} {page}").skip(6)
    return sheet


def test_a_list_whose_titles_head_later_pages_is_contents_though_no_word_names_it():
    structure = read(Sheet(1).say(PROSE), listing(TITLES), *chapters())

    assert [entry.title for entry in structure.entries] == list(TITLES)
    assert [title for _, title in outline(structure)] == list(TITLES)


def test_a_list_of_pages_on_the_last_page_is_borne_out_by_none():
    structure = read(Sheet(1).say(PROSE), listing(TITLES))

    assert not structure.entries


def test_titles_of_a_list_are_borne_out_by_numbers_over_names_too():
    names = ("Safer roads", "Better care", "Our people", "Money and value")
    front = Sheet(2).line("In brief", style=BIG).skip(8)
    sheets = []
    for number, name in enumerate(names, 1):
        front.line(f"0{number + 2} Priority {number}: {name}").skip(6)
        chapter = Sheet(number + 2).line(f"Priority {number}", style=MIDDLE).line(name, style=BIG)
        sheets.append(chapter.skip(8).say(PROSE))

    structure = read(Sheet(1).say(PROSE), front, *sheets)

    assert [entry.title for entry in structure.entries] == [f"Priority {n}: {name}" for n, name in enumerate(names, 1)]


GROUPS = {"Foreword": "Our year", "What it cost": "Our means"}


def grouped(*, is_page_first):
    """A list whose titles begin at one edge, names of groups left of some of them on their lines."""
    sheet = Sheet(2).line("Contents", style=BIG).skip(8)
    for page, title in enumerate(TITLES, 3):
        if title in GROUPS:
            sheet.line(GROUPS[title], style=BOLD, y=sheet.y).skip(-12)
        number, text = (200.0, 240.0) if is_page_first else (420.0, 200.0)
        sheet.line(f"{page:02d}", x0=number, y=sheet.y).skip(-12).line(title, x0=text).skip(6)
    sheet.words.sort(key=lambda word: (word.baseline, word.x0))
    sheet.words = [word._replace(order=place) for place, word in enumerate(sheet.words)]
    return sheet


@pytest.mark.parametrize("is_page_first", [True, False])
def test_names_of_groups_left_of_the_titles_are_no_part_of_them(is_page_first):
    sheets = [Sheet(1).say(PROSE), grouped(is_page_first=is_page_first), *chapters()]

    structure = read(*sheets)

    assert [(entry.title, int(entry.label)) for entry in structure.entries] == [(t, n) for n, t in enumerate(TITLES, 3)]
    assert texts(structure) == [PROSE] * (1 + len(TITLES))
    assert {word.text for line in structure.contents for word in line.words} >= {"year", "means"}


def test_numbers_of_pages_right_of_names_of_groups_are_no_table():
    sheets = [Sheet(1).say(PROSE), grouped(is_page_first=True), *chapters()]

    assert take_tables([sheet.page() for sheet in sheets])[0] == []


def test_a_list_on_a_page_that_holds_more_is_contents_and_the_rest_is_text():
    page = listing(TITLES).skip(10).say(PROSE).say(PROSE).say(PROSE)

    structure = read(Sheet(1).say(PROSE), page, *chapters())

    assert [entry.title for entry in structure.entries] == list(TITLES)
    assert sum(PROSE in text for text in texts(structure)) == 4 + len(TITLES)


def test_a_list_of_other_names_with_rising_numbers_stays():
    names = ("Bedford", "Luton", "Dunstable", "Sandy", "Ampthill")
    structure = read(Sheet(1).say(PROSE), listing(names), *chapters())

    assert structure.entries == ()
    assert any("Luton" in text for text in texts(structure))


def page_of(number, rows):
    order = count()
    words = []
    for place, (title, value) in enumerate(rows):
        y, x0 = 100.0 + 20 * place, 60.0
        for part in title.split():
            words.append(Word(part, x0, y - 8, x0 + 5 * len(part), y + 2, y, PLAIN, 0, False, -1, next(order)))
            x0 = words[-1].x1 + 2.5
        if value:
            words.append(Word(value, 400.0, y - 8, 400.0 + 5 * len(value), y + 2, y, PLAIN, 0, False, -1, next(order)))
    ends = 88.0 + 20 * len(rows)
    level = [Rule(50, 88 + 20 * row, 440, 88 + 20 * row, BLACK, 0.5, is_side=False) for row in range(len(rows) + 1)]
    rules = (*level, *(Rule(x, 88, x, ends, BLACK, 0.5, is_side=False) for x in (50, 380, 440)))
    return Page(number, str(number), Box(0, 0, 595, 842), 0, tuple(words), (), (), rules, (), (), (), (), ())


def test_titles_with_the_pages_that_they_head_are_no_table():
    front = page_of(1, [(title, str(number)) for number, title in enumerate(TITLES, 2)])
    later = [page_of(number, [(title, "")]) for number, title in enumerate(TITLES, 2)]

    assert [table for table in take_tables([front, *later])[0] if table.spans[0].page == 1] == []


@pytest.mark.parametrize(("shift", "count"), [(0, 0), (1, 1)])
def test_the_rows_that_text_beside_contents_leaves_are_no_table_if_the_titles_stand_on_their_pages(shift, count):
    front = page_of(1, [(title, str(number + shift)) for number, title in enumerate(TITLES[:3], 2)])
    later = [page_of(number, [(title, "")]) for number, title in enumerate(TITLES[:3], 2)]

    assert sum(table.spans[0].page == 1 for table in take_tables([front, *later])[0]) == count


def test_names_with_numbers_are_a_table_all_the_same():
    front = page_of(1, [(title, str(number)) for number, title in enumerate(TITLES, 2)])

    tables = take_tables([front, page_of(2, [("Something else", "")])])[0]

    assert [table.spans[0].page for table in tables if table.spans[0].page == 1] == [1]


def test_contents_go_on_at_the_top_of_the_next_page():
    titles = [f"{word} of the year" for word in ("Aims", "Work", "Costs", "Staff", "Plans", "Checks", "Links", "Ends")]
    first, second = Sheet(1).line("Contents", style=BIG), Sheet(2)
    for page, title in enumerate(titles, 3):
        (first if page < 7 else second).line(f"{title}\t\t{page}")
    later = [Sheet(page).line(title, style=BIG).say(PROSE) for page, title in enumerate(titles, 3)]

    structure = read(first, second, *later)

    assert [entry.title for entry in structure.entries] == titles
    assert texts(structure) == [PROSE] * len(titles)


def test_the_lines_of_a_cover_above_the_contents_on_its_page_stay():
    cover = ["The Commissioner", "Strategic Board", "Annual report"]
    first = Sheet(1)
    for line in cover:
        first.line(line, style=BIG._replace(size=14.0)).skip(20)
    for number, title in enumerate(TITLES, 3):
        first.line(f"{title}\t\t{number}")

    structure = read(first, *chapters())

    assert [entry.title for entry in structure.entries] == list(TITLES)
    assert texts(structure)[:3] == cover or [title for _, title in outline(structure)][:3] == cover


def test_pages_in_front_of_titles_of_two_lines_and_what_comes_next_on_the_page():
    sheet = Sheet(2).line("Contents", style=BIG).skip(8)
    for page, title in enumerate(TITLES, 3):
        sheet.line(f"{page} {title}").line("and how it went").skip(6)
    sheet.line("About this report", style=BIG).skip(8).say(PROSE).say(PROSE).say(PROSE)
    structure = read(Sheet(1).say(PROSE), sheet, *chapters())

    assert [entry.title for entry in structure.entries] == [f"{title} and how it went" for title in TITLES]
    assert [title for _, title in outline(structure)] == ["About this report", *TITLES]
    assert sum(PROSE in text for text in texts(structure)) == 4 + len(TITLES)


def test_a_page_that_is_a_line_of_its_own_before_its_title():
    sheet = Sheet(2).line("Contents", style=BIG).skip(8)
    for page, title in enumerate(TITLES, 3):
        sheet.line(str(page)).line(title).skip(6)
    structure = read(Sheet(1).say(PROSE), sheet, *chapters())

    assert [(entry.title, entry.label) for entry in structure.entries] == [
        (title, str(page)) for page, title in enumerate(TITLES, 3)
    ]


def test_chapters_with_numbers_and_pages_that_look_like_a_table_are_contents():
    rows = [("", TITLES[0], "3"), *((str(at), title, str(at + 3)) for at, title in enumerate(TITLES[1:], 1))]
    texts_in = ((row, at, text) for row, cells in enumerate(rows) for at, text in enumerate(cells) if text)
    cells = tuple(GridCell(row, at, 1, 1, (), text) for row, at, text in texts_in)
    grid = Grid(2, Box(0, 0, 500, 200), cells, (0, 20, 400, 500), "ruled")
    pages = [page_of(place + 2, [(title, "text")]) for place, title in enumerate(("", *TITLES))]

    assert is_contents(grid, pages)
    assert not is_contents(grid._replace(cells=grid.cells[:6]), pages)


@pytest.mark.parametrize(("tables", "is_one"), [((3, 4, 5, 6), True), ((6, 5, 4, 3), False)])
def test_pages_of_a_list_that_looks_like_a_table_may_fall_where_one_of_tables_begins(tables, is_one):
    names = [f"Table {at}: What was done by then" for at in range(1, len(tables) + 1)]
    rows = [*((title, str(page)) for page, title in enumerate(TITLES, 3)), *zip(names, map(str, tables), strict=True)]
    cells = tuple(GridCell(row, at, 1, 1, (), text) for row, pair in enumerate(rows) for at, text in enumerate(pair))
    grid = Grid(2, Box(0, 0, 500, 200), cells, (0, 400, 500), "unruled")
    pages = [page_of(page, [(title, "text") for title, on in rows if int(on) == page]) for page in range(3, 12)]

    assert is_contents(grid, pages) == is_one


def test_the_word_contents_in_two_languages_names_one_list():
    page = Sheet(2).line("Cynnwys", style=BIG).line("Contents", style=BIG._replace(is_bold=False)).skip(8)
    for number, title in enumerate(TITLES, 3):
        page.line(f"{title} {number}").skip(6)

    structure = read(Sheet(1).say(PROSE), page, *chapters())

    assert [entry.title for entry in structure.entries] == list(TITLES)
    assert [title for _, title in outline(structure)] == list(TITLES)
    assert len(structure.contents) == len(TITLES) + 2


@pytest.mark.parametrize("name", ["Cynnwys | Contents", "Contents / Cynnwys"])
def test_the_word_contents_in_two_languages_on_one_line_names_a_list_whose_titles_head_no_page(name):
    page = Sheet(2).line(name, style=BIG).skip(8)
    for number, title in enumerate(TITLES, 3):
        page.line(f"{title} {number}").skip(6)

    assert len(read(Sheet(1).say(PROSE), page, Sheet(3).say(PROSE)).entries) == len(TITLES)


@pytest.mark.parametrize("step", [1, 2])
def test_a_list_with_the_pages_in_front_is_contents_if_the_titles_stand_on_them(step):
    """Numbers of another list count as pages do, but not with the pages."""
    page = Sheet(2).line("What is inside", style=BIG).skip(8)
    for number, title in enumerate(TITLES, 3):
        page.line(f"{number} {title}").skip(6)
    at = [1 + step * place for place in range(2, 2 + len(TITLES))]
    sheets = [Sheet(number).line(title, style=BIG).skip(8).say(PROSE) for number, title in zip(at, TITLES, strict=True)]

    structure = read(Sheet(1).say(PROSE), page, *sheets)

    assert [entry.title for entry in structure.entries] == (list(TITLES) if step == 1 else [])


def test_names_of_groups_in_a_box_of_contents_are_of_them():
    page = Sheet(2)
    for number, title in enumerate(TITLES, 3):
        if number in (3, 6):
            page.line("What it was" if number == 3 else "What it will be", style=BOLD).skip(4)
        page.line(f"{number} {title}").skip(6)
    page.box(40.0, 40.0, 280.0, page.y + 4)
    page.y = 60.0
    page.line("At a glance", 320.0, BIG).skip(8)
    for _ in range(3):
        page.say(PROSE, 320.0, 240.0)

    structure = read(Sheet(1).say(PROSE), page, *chapters())

    assert [entry.title for entry in structure.entries] == list(TITLES)
    assert not any("What it" in text for text in texts(structure))
    assert outline(structure)[0] == (1, "At a glance")


WELSH = ("Rhagair", "Beth a wnaed", "Beth oedd y gost", "Beth sydd nesaf", "Gyda phwy i siarad")


@pytest.mark.parametrize("page_at", ["before", "above", "behind"])
def test_titles_in_two_languages_each_in_a_type_of_its_own_are_one_entry(page_at):
    sheet = Sheet(2).line("Cynnwys", style=BIG).line("Contents", style=BIG._replace(is_bold=False)).skip(8)
    for number, (above, below) in enumerate(zip(WELSH, TITLES, strict=True), 3):
        if page_at == "above":
            sheet.line(str(number), style=MIDDLE)
        text = {"before": f"{number} {above}", "above": above, "behind": f"{above} {number}"}[page_at]
        sheet.line(text, style=BOLD).line(below).skip(8)
    sheet.skip(20).say(PROSE)

    structure = read(Sheet(1).say(PROSE), sheet, *chapters())

    assert [entry.title for entry in structure.entries] == [" ".join(pair) for pair in zip(WELSH, TITLES, strict=True)]
    assert [entry.label for entry in structure.entries] == ["3", "4", "5", "6", "7"]
    assert [title for _, title in outline(structure)] == list(TITLES)
    assert texts(structure) == [PROSE] * 7


def test_lines_between_entries_as_far_from_both_are_no_titles_of_the_upper_ones():
    sheet = Sheet(2).line("Contents", style=BIG).skip(8)
    for number, (above, below) in enumerate(zip(WELSH, TITLES, strict=True), 3):
        sheet.line(f"{above} {number}", style=BOLD).line(below)
    structure = read(Sheet(1).say(PROSE), sheet, *chapters())

    assert all(entry.title in WELSH for entry in structure.entries)


def test_a_list_in_a_box_has_none_of_what_the_page_holds_outside_it():
    page = Sheet(2).say("The depots are far, and from one of them the farthest house is 31")
    page.line("Where we work", style=BIG)
    top = page.skip(20).y - 14
    page.line("Inside", 80.0, BOLD)
    for number, title in enumerate(TITLES, 3):
        page.line(f"{title} {number}", 80.0)
    page.box(60, top, 400, page.y + 6)

    structure = read(Sheet(1).say(PROSE), page, *chapters())

    assert [entry.title for entry in structure.entries] == list(TITLES)
    assert any(text.startswith("The depots are far") for text in texts(structure))


def test_a_numbered_list_on_the_last_page_is_no_contents():
    sheet = Sheet(2).line("In brief", style=BIG).skip(8)
    for number, title in enumerate(TITLES, 1):
        sheet.line(f"{number} {title}").skip(6)

    assert read(Sheet(1).say(PROSE), sheet).entries == ()


def test_a_list_on_the_last_page_that_no_later_page_bears_out_is_text():
    structure = read(listing(TITLES))

    assert structure.entries == ()


@pytest.mark.parametrize(("dots", "count"), [(" .......... ", 2), (" ", 0)])
def test_a_list_of_tables_below_the_contents_is_no_text_where_leaders_run_to_its_pages(dots, count):
    sheet = Sheet(2).line("Contents", style=BIG).skip(8)
    for page, title in enumerate(TITLES, 3):
        sheet.line(f"{title} .......... {page}").skip(6)
    sheet.line("List of tables", style=BIG).skip(8)
    for page, title in ((4, "Table 1: Officers"), (5, "Table 2: Spending")):
        sheet.line(f"{title}{dots}{page}").skip(6)

    structure = read(Sheet(1).say(PROSE), sheet, *chapters())

    assert len(structure.entries) == len(TITLES) + count
    assert any("Table 1" in text for text in texts(structure)) == (not count)
