"""A line right over a table: its caption, or the heading of a part of the report, as the rest of the report tells."""

from itertools import count

import pytest
from words import BOLD, PLAIN, make_page, rule, set_line

from reportparse.pdf import Bookmark, Tag
from reportparse.tables import take_tables

ROWS = [("Grant", "Provider", "£000"), ("Refuges", "Harbour", "442"), ("Helplines", "Lifeline", "310")]
PROSE = "The office went on with its work and met the aims that it had set itself."
LARGER = BOLD._replace(size=11.5)


def set_page(*lines, page=1, tables=((200.0, ROWS),), mark=-1):
    """Lines, (baseline, text, style), and ruled tables, each at its top."""
    number, words, rules = count(), [], []
    for baseline, text, style in lines:
        words += set_line(number, baseline, (60.0, text), style=style)
    words = [word._replace(mark=mark) if word.style != PLAIN else word for word in words]
    for top, rows in tables:
        for row, cells in enumerate(rows):
            words += set_line(number, top + 11 + 14 * row, *zip((60.0, 200.0, 300.0), cells, strict=True))
        bottom = top + 14 * len(rows)
        rules += [rule(55, top + 14 * row, 360, top + 14 * row) for row in range(len(rows) + 1)]
        rules += [rule(x, top, x, bottom) for x in (55, 190, 290, 360)]
    return make_page(words, tuple(rules))._replace(number=page)


def find_caption(*pages, **told):
    *_, table = take_tables(pages, **told)[0]
    return table.caption


TITLE = (192.0, "Grants made", BOLD)


def test_a_bold_line_over_a_table_is_its_caption_where_nothing_tells_more():
    assert find_caption(set_page((60.0, PROSE, PLAIN), TITLE)) == "Grants made"


@pytest.mark.parametrize(("title", "page"), [("Grants made", 1), ("GRANTS MADE", None), ("Grants", 1)])
def test_what_the_outline_names_on_its_page_is_a_heading(title, page):
    found = find_caption(set_page((60.0, PROSE, PLAIN), TITLE), bookmarks=[Bookmark(title, 2, page, None)])

    assert found == (None if (title, page) == ("Grants made", 1) else "Grants made")


@pytest.mark.parametrize(("tag", "is_heading"), [("H2", True), ("H", False), ("P", False), ("Caption", False)])
def test_what_the_tags_call_a_heading_is_one(tag, is_heading):
    page = set_page((60.0, PROSE, PLAIN), TITLE, mark=7)._replace(tags=(Tag(tag, (7,), "", 1, 1, ()),))

    assert find_caption(page) == (None if is_heading else "Grants made")


@pytest.mark.parametrize("text", ["Table 2: Grants made", "Source: the register of grants"])
def test_what_calls_itself_a_table_or_a_note_is_no_heading_whatever_the_tags_say(text):
    page = set_page((60.0, PROSE, PLAIN), (192.0, text, BOLD), mark=7)._replace(tags=(Tag("H2", (7,), "", 1, 1, ()),))

    assert find_caption(page) == text


CONTENTS = ["Foreword 2", "Grants made 2", "Money 3", "Appendices 4"]


@pytest.mark.parametrize(
    ("entries", "is_heading"),
    [
        (CONTENTS, True),
        ([CONTENTS[0], CONTENTS[2], CONTENTS[3], "Thanks 5"], False),  # lists it not
        ([*reversed(CONTENTS)], False),  # pages rise
        ([*CONTENTS[:3], "Officers 3204"], False),  # numbers of a table
        (CONTENTS[:3], False),
    ],
)
def test_what_the_contents_list_on_an_earlier_page_is_a_heading(entries, is_heading):
    number = count()
    front = [word for at, text in enumerate(entries) for word in set_line(number, 100 + 20 * at, (60.0, text))]
    found = find_caption(make_page(front), set_page((60.0, PROSE, PLAIN), TITLE, page=2))

    assert found == (None if is_heading else "Grants made")


@pytest.mark.parametrize(
    ("text", "other", "is_heading"),
    [
        ("2.2 Grants made", ("2.1 Reviews of complaints", BOLD), True),
        ("2.2 Grants made", ("2.1 Reviews of complaints", LARGER), False),
        ("2.2 Grants made", ("3.1 Reviews of complaints", BOLD), False),
        ("2.1 Grants made", ("2 Money", LARGER), True),
        ("2.1 Grants made", ("2 Money", PLAIN), False),
        ("3 Grants made", ("2 Money", BOLD), True),
    ],
)
def test_what_is_counted_with_others_of_the_report_is_a_heading(text, other, is_heading):
    first = set_page((60.0, *other), (110.0, PROSE, PLAIN), tables=())
    found = find_caption(first, set_page((60.0, PROSE, PLAIN), (192.0, text, BOLD), page=2))

    assert found == (None if is_heading else text)


OVER_PROSE = [(60.0, "How we listened", LARGER), (74.0, PROSE, PLAIN)]
UNDER_TABLE = [(244.0 + 12, "How we listened", BOLD), (280.0, PROSE, PLAIN)]


@pytest.mark.parametrize(
    ("lines", "tables", "is_heading"),
    [
        (OVER_PROSE, 1, True),
        ([(60.0, "How we listened", BOLD), (74.0, PROSE, PLAIN)], 1, False),
        ([(60.0, "How we listened", LARGER), (74.0, "In three ways", PLAIN)], 1, False),
        ([(60.0, "How we listened.", LARGER), (74.0, PROSE, PLAIN)], 1, False),
        ([(60.0, "How we listened", LARGER), (100.0, PROSE, PLAIN)], 1, False),
    ],
)
def test_a_type_that_heads_prose_elsewhere_is_that_of_headings(lines, tables, is_heading):
    tops = [200.0 + 100.0 * at for at in range(tables)]
    titles = [(top - 8.0, f"Grants made in part {at}", LARGER) for at, top in enumerate(tops)]
    page = set_page((400.0 + 100.0 * tables, PROSE, PLAIN), *titles, page=2, tables=[(top, ROWS) for top in tops])
    first = set_page(*lines, (700.0, PROSE, PLAIN), tables=())

    assert find_caption(first, page) == (None if is_heading else titles[-1][1])


@pytest.mark.parametrize(("tables", "is_heading"), [(4, True), (5, False)])
def test_a_larger_type_over_prose_once_is_that_of_headings_but_where_many_titles_of_tables_have_it(tables, is_heading):
    tops = [100.0 + 90.0 * at for at in range(tables)]
    titles = [(top - 8.0, f"Grants made in part {at}", LARGER) for at, top in enumerate(tops)]
    page = set_page((80.0 + 90.0 * tables, PROSE, PLAIN), *titles, page=2, tables=[(top, ROWS) for top in tops])
    first = set_page((60.0, "How we listened", LARGER), (74.0, PROSE, PLAIN), tables=())

    assert find_caption(first, page) == (None if is_heading else titles[-1][1])


@pytest.mark.parametrize(
    ("count", "bookmarks", "is_heading"),
    [(8, (), True), (7, (), False), (8, (Bookmark("The year", 1, 1, None),), False)],
)
def test_bold_no_larger_than_the_text_is_that_of_headings_where_it_heads_prose_often(count, bookmarks, is_heading):
    lines = [(60.0 + 40 * at, *one) for at in range(count) for one in [("How we listened", BOLD)]]
    prose = [(74.0 + 40 * at, PROSE, PLAIN) for at in range(count)]
    first = set_page(*(line for pair in zip(lines, prose, strict=True) for line in pair), tables=())

    found = find_caption(first, set_page(TITLE, (300.0, PROSE, PLAIN), page=2), bookmarks=bookmarks)

    assert found == (None if is_heading else "Grants made")


def test_a_line_nearer_to_a_table_above_it_than_to_the_prose_below_heads_none():
    first = set_page((60.0, PROSE, PLAIN), (252.0, "What we gave", BOLD), (276.0, PROSE, PLAIN))
    second = set_page((60.0, PROSE, PLAIN), TITLE, page=2)

    assert find_caption(first, second) == "Grants made"


def test_a_caption_stands_under_a_heading_and_is_no_part_of_it():
    page = set_page((60.0, PROSE, PLAIN), (180.0, "Grants made", BOLD), (192.0, "Grants by provider", BOLD))
    bookmark = Bookmark("Grants made", 2, 1, None)

    assert find_caption(page, bookmarks=[bookmark]) == "Grants by provider"
