"""Initials that hang into their lines, running heads that name sections, heads of tables at the top of pages."""

import pytest
from test_lines_and_columns import BODY, page, say, word

from reportparse.geometry import Box
from reportparse.layout import find_lines, join_initials, take_furniture
from reportparse.layout.watermarks import find_watermarks
from reportparse.pdf import Link


def hang(letter, *lines, size=24.0):
    """An initial over two lines of text, painted before them."""
    x0 = 50 + 0.6 * size
    words = [word(letter, 50, 100 + 14, 0, size=size)]
    for row, text in enumerate(lines):
        words += say(text, x0 if row < 2 else 50, 100 + 14 * row, 10 * (row + 1))
    return page(words)


def lines(some):
    return [line.text for line in find_lines(1, some.words)]


@pytest.mark.parametrize(
    ("letter", "first", "whole"),
    [
        ("S", "ince May the force has grown", "Since May the force has grown"),
        ("A", "year ago the force was smaller", "A year ago the force was smaller"),
        ("A", "cross the county it has grown", "Across the county it has grown"),
    ],
)
def test_an_initial_is_the_first_letter_of_its_word_or_a_word_itself(letter, first, whole):
    read = lines(join_initials(hang(letter, first, "and so has its work in the", "town, for a second year")))

    assert read == [whole, "and so has its work in the", "town, for a second year"]


@pytest.mark.parametrize(("third", "is_joined"), [(50, True), (64, False)])
def test_an_initial_on_no_line_of_its_text_is_told_by_the_lines_that_run_round_it(third, is_joined):
    words = [word("S", 50, 120, 0, size=24.0)]
    texts_of = ("ince May the force has grown", "and so has its work in the", "town, for a second year")
    for row, text in enumerate(texts_of):
        words += say(text, 64 if row < 2 else third, 102 + 14 * row, 10 * (row + 1))

    assert ("Since" in [w.text for w in join_initials(page(words)).words]) is is_joined


def test_a_letter_that_stands_over_a_label_is_no_initial():
    strip = page([word("B", 50, 100, 0, size=24.0), *say("the grade of the force", 50, 118, 1)])

    assert join_initials(strip) == strip


TEXTS = ("The force has met most of its aims", "Roads are safer than they were", "What victims need is told below")


def chapter(number, head, title):
    """A page whose running head says the title of its chapter."""
    words = [w._replace(style=BODY._replace(size=8.0)) for w in say(head, 400, 30, 0)]
    large = [w._replace(style=BODY._replace(size=18.0)) for w in say(title, 50, 70, 10)] if title else []
    return page([*words, *large, *say(TEXTS[number - 1], 50, 100, 20)], number)


def test_running_heads_that_say_each_chapter_s_title_again_are_furniture():
    pages = [
        chapter(1, "SAFER ROADS", "Safer roads"),
        chapter(2, "BETTER CARE", "Better care"),
        chapter(3, "BETTER CARE", ""),
    ]
    found, rest = take_furniture(pages)

    assert [item.line.text for item in found] == ["SAFER ROADS", "BETTER CARE", "BETTER CARE"]
    assert find_lines(1, rest[0].words)[0].text == "Safer roads"


def test_running_heads_that_say_that_a_chapter_goes_on_are_furniture():
    heads = ["Safer roads continued", "Safer roads (cont.)"]
    pages = [chapter(1, "", "Safer roads"), *(chapter(number, head, "") for number, head in enumerate(heads, 2))]

    assert [item.line.text for item in take_furniture(pages)[0]] == heads


@pytest.mark.parametrize(
    ("title", "size", "y", "is_furniture"),
    [
        ("Safer roads", 8.0, 30, True),
        ("Safer villages", 8.0, 30, False),  # no title of the report
        ("Safer roads", 10.0, 30, True),
        ("Safer roads", 12.0, 30, False),  # larger than the text: a heading behind the page of its chapter
        ("Safer roads", 10.0, 84, False),
        ("Safer roads", 8.0, 84, False),  # close above: the title of a table or a chart
    ],
)
@pytest.mark.parametrize("name", ["", "The Commissioner"])
def test_a_head_on_one_page_alone_that_says_the_title_of_its_chapter_again_is_furniture(
    title, size, y, is_furniture, name
):
    goes_on = page([*say(title, 50, y, 0, size=size), *say(TEXTS[1], 50, 100, 20), *say(TEXTS[2], 50, 114, 40)], 2)
    pages = [chapter(1, "", "Safer roads"), goes_on, chapter(3, "", "Better care")]
    named = [one._replace(words=(*say(name, 400, 15, 90, size=8.0), *one.words)) for one in pages]
    found, _ = take_furniture(named if name else pages)

    assert [item.line.text for item in found if item.line.text != name] == [title] * is_furniture


@pytest.mark.parametrize("more", ["", "and so is the money that was left for it by them all in the year"])
def test_what_a_blank_page_says_of_itself_is_furniture(more):
    words = say("This page is intentionally left blank", 200, 400, 0)
    blank = page([*words, *say(more, 50, 430, 10)] if more else words, 2)
    pages = [chapter(1, "", "Safer roads"), blank, chapter(3, "", "Better care")]

    assert len(take_furniture(pages)[0]) == (not more)


def test_heads_of_tables_at_the_top_of_pages_are_none():
    def table(number, head):
        rows = [("Year", head), ("2019", f"{number},210"), ("2020", f"{number},921")]
        words = [
            one
            for row, cells in enumerate(rows)
            for column, text in enumerate(cells)
            for one in say(text, 50 + 200 * column, 60 + 14 * row, 20 * row + 5 * column)
        ]
        return page([*words, *say(TEXTS[number - 1], 50, 300, 90)], number)

    found, _ = take_furniture([table(1, "Complaints"), table(2, "Burglaries"), table(3, "Visits")])

    assert found == []


@pytest.mark.parametrize("heads", [("Section {}:", "{}"), ("Section", "{}: {}")])
def test_the_first_line_of_numbered_titles_at_the_top_of_pages_is_none(heads):
    pages = []
    for number, title in enumerate(("Victims", "Calls", "Roads", "Money", "Police officers", "What comes next"), 1):
        words = []
        names = [heads[0].format(number), heads[1].format(*[number, title][heads[0] != "Section" :])]
        for row, head in enumerate(names):
            words += say(head, 50, 60 + 24 * row, 10 * row, size=22.0)
        for row in range(5):
            told = f"of {title.lower()} we write {'again and ' * row}at length"
            words += say(told, 50, 140 + 14 * row, 100 + 20 * row)
        pages.append(page(words, number))

    assert take_furniture(pages)[0] == []


def test_a_word_of_another_page_tells_that_an_initial_is_a_word_itself():
    first = hang("A", "hub for those who harm others", "and so has its work in the", "town, for a second year")
    second = page(say("The hub has one aim", 50, 100, 0))

    assert lines(join_initials(first, [first, second]))[0] == "A hub for those who harm others"
    assert lines(join_initials(first))[0] == "Ahub for those who harm others"


def test_a_quotation_mark_stands_before_an_initial():
    words = [word("“V", 50, 114, 0, size=24.0)]
    for row, text in enumerate(("iolence has come down", "and so has the fear of", "it, in all towns")):
        words += say(text, 76 if row < 2 else 50, 100 + 14 * row, 10 * (row + 1))

    assert lines(join_initials(page(words)))[0] == "“Violence has come down"


def test_an_initial_beside_one_line_is_told_by_a_word_of_the_report():
    first, second = hang("T", "he board is asked to note it"), page(say("The board met", 50, 100, 0))

    assert lines(join_initials(first, [first, second])) == ["The board is asked to note it"]


def test_a_number_at_the_head_of_a_page_is_no_heading_said_again():
    total = [*say("Total", 50, 60, 0), *say("9,574", 200, 60, 5), *say(TEXTS[0], 50, 100, 10)]
    strip = [*say("9,574", 50, 100, 0, size=30.0), *say("people", 50, 120, 5), *say(TEXTS[1], 50, 160, 10)]

    assert take_furniture([page(strip, 1), page(total, 2), page(say(TEXTS[2], 50, 100, 0), 3)])[0] == []


def test_a_foot_is_known_on_the_one_page_that_is_turned_for_a_wide_table():
    upright = [
        page([*say(TEXTS[n % 3], 50, 100 + n, 0), *say(f"Final draft, page {n}", 50, 780, 90)], n) for n in (1, 2, 4, 5)
    ]
    turned = page([*say(TEXTS[2], 50, 100, 0), *say("Final draft, page 3", 50, 560, 90)], 3)
    pages = sorted([*upright, turned._replace(box=Box(0, 0, 842, 595))], key=lambda one: one.number)

    found, rest = take_furniture(pages)

    assert sorted(item.line.page for item in found) == [1, 2, 3, 4, 5]
    assert all("draft," not in [word.text for word in one.words] for one in rest)


@pytest.mark.parametrize(("count", "is_furniture"), [(5, True), (3, False)])
def test_a_link_alone_on_its_line_that_says_the_same_again_and_again_is_furniture(count, is_furniture):
    pages = []
    for number in range(1, count + 1):
        told = [*say(TEXTS[number % 3], 50, 100 + number, 0), *say("Back to top", 50, 200 + 40 * number, 10)]
        told += say(f"and more of it, on page {number} of them", 50, 500, 20)
        link = Link(Box(48, 188 + 40 * number, 140, 203 + 40 * number), None, 1)
        pages.append(page(told, number)._replace(links=(link,)))

    found = [item.line.text for item in take_furniture(pages)[0]]

    assert ("Back to top" in found) is is_furniture


def test_tabs_at_the_outer_edge_of_left_and_right_pages_are_furniture():
    pages = []
    for number, name in enumerate(("SAFER", "SAFER", "CLEANER", "MONEY", "MONEY"), 1):
        x0 = 4 if number % 2 else 588
        tab = word(name, x0, 200, 9, size=8)._replace(x1=x0 + 8, top=170, bottom=210, angle=90)
        pages.append(page([*say(TEXTS[number % 3], 60, 300, 0), tab], number))

    assert len(take_furniture(pages)[0]) == 5
    assert take_furniture(pages[:2])[0] == []


def test_page_numbers_are_furniture_on_pages_turned_for_a_wide_table_too():
    pages = [page([*say(TEXTS[at % 3], 60, 300, 0), *say(str(at), 300, 790, 50)], at) for at in range(1, 8)]
    turned = page([*say(TEXTS[2], 60, 100, 0), *say("8", 420, 540, 50), *say("Page 31", 400, 570, 60)], 8)

    found, _ = take_furniture([*pages, turned._replace(box=Box(0, 0, 842, 595))])

    assert "8" in [item.line.text for item in found if item.line.page == 8]


@pytest.mark.parametrize("foot", ["8", "Page 8 of 9"])
def test_a_cell_that_says_the_number_of_its_turned_page_stays_in_its_table(foot):
    pages = [
        page([*say(TEXTS[at % 3], 60, 300, 0), *say(foot.replace("8", str(at)), 300, 790, 50)], at)
        for at in range(1, 8)
    ]
    row = [*say("Reviews older than 28 days", 60, 500, 0), *say("37", 300, 500, 20), *say("8", 420, 500, 30)]
    turned = page([*say(TEXTS[2], 60, 100, 40), *row, *say(foot, 700, 560, 60)], 8)

    found, rest = take_furniture([*pages, turned._replace(box=Box(0, 0, 842, 595))])

    assert [item.line.text for item in found if item.line.page == 8] == [foot]
    assert "8" in [word.text for word in rest[7].words]


@pytest.mark.parametrize(
    ("head", "top", "is_furniture"),
    [
        ("Safer roads (continued)", 30, True),
        ("Safer roads", 30, False),  # a heading
        ("Safer villages (continued)", 30, False),  # of nothing that was said before
        ("Safer roads (continued)", 400, False),
    ],
)
def test_a_title_as_large_as_before_that_says_it_is_continued_is_furniture(head, top, is_furniture):
    first, second = chapter(1, "", "Safer roads"), chapter(2, "", "")
    large = [w._replace(style=BODY._replace(size=18.0)) for w in say(head, 50, top, 90)]
    pages = [first, second._replace(words=(*large, *second.words)), chapter(3, "", "Better care")]

    assert [item.line.text for item in take_furniture(pages)[0]] == [head] * is_furniture


@pytest.mark.parametrize(("size", "is_furniture"), [(8.0, True), (28.0, False)])
def test_on_a_page_of_another_size_a_name_far_larger_than_the_running_head_is_text(size, is_furniture):
    pages = [page([*say("The Commissioner", 50, 20, 90, size=8.0), *chapter(n, "", "").words], n) for n in (1, 2, 3)]
    wide = page([*say("The Commissioner", 50, 40, 90, size=size), *say(TEXTS[0], 50, 300, 20)], 4)
    wide = wide._replace(box=Box(0, 0, 1200, 800))

    found = [item.line.page for item in take_furniture([*pages, wide])[0]]

    assert (4 in found) is is_furniture


@pytest.mark.parametrize(("height", "is_watermark"), [(390.0, True), (110.0, False)])
def test_a_word_slanted_over_the_text_of_three_pages_is_a_watermark(height, is_watermark):
    draft = say("DRAFT", 100, 550, 9, size=110.0)[0]
    slanted = draft._replace(top=draft.bottom - height)
    pages = [page([*say(TEXTS[number % 3], 50, 100, 0), slanted], number) for number in (1, 2, 3)]

    assert [line.text for line in find_watermarks(pages)] == ["DRAFT"] * 3 * is_watermark
