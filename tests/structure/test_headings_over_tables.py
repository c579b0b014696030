"""Headings that stand over tables alone, and lines that stand under tables."""

import pytest
from pages import BOLD, PROSE, SPACE, Sheet, outline, read

from reportparse.geometry import Box
from reportparse.layout import Anchor, order_pages
from reportparse.pdf import Bookmark, Tag
from reportparse.structure import read_structure

TITLES = ["Grants made", "Reviews of complaints", "Money spent"]
TABLE_PT = 60.0


def set_titles(titles, mark=-1):
    """Each title over a table, prose between; the sheet, and the boxes of the tables."""
    sheet, tables = Sheet(2), []
    for title in titles:
        sheet.say(PROSE).line(title, style=BOLD, mark=mark)
        tables.append((2, (60, sheet.y, 460, sheet.y + TABLE_PT)))
        sheet.skip(TABLE_PT + 3 * SPACE)
    return sheet.say(PROSE), tables


def outline_of(titles, **told):
    sheet, tables = set_titles(titles)
    return [title for _, title in outline(read(Sheet(1).say(PROSE), sheet, tables=tables, **told))]


@pytest.mark.parametrize("named", [0, 3])
def test_titles_over_tables_alone_are_sections_where_the_outline_names_them(named):
    bookmarks = [Bookmark(title, 1, 2, None) for title in TITLES[:named]]

    assert outline_of(TITLES, bookmarks=bookmarks) == TITLES[:named]


def test_titles_over_tables_alone_are_sections_where_the_tags_name_them():
    sheet, tables = set_titles(TITLES, mark=7)
    structure = read(sheet.say(PROSE), tables=tables, tags=[Tag("H2", (7,), "", 1, 1, ())])

    assert [title for _, title in outline(structure)] == TITLES


@pytest.mark.parametrize(
    ("numbers", "are_sections"), [(("1.1", "1.2", "1.3"), True), (("2.3", "3.5", "4.4"), False), (("4.1", "5.1"), True)]
)
def test_titles_over_tables_alone_are_sections_where_they_are_counted(numbers, are_sections):
    titles = [f"{number} {title}" for number, title in zip(numbers, TITLES, strict=False)]

    assert outline_of(titles) == (titles if are_sections else [])


@pytest.mark.parametrize(("above", "below", "is_heading"), [(30.0, 2.0, True), (2.0, 30.0, False)])
def test_a_line_between_a_table_and_prose_heads_the_prose_that_it_is_nearer_to(above, below, is_heading):
    sheet, tables = Sheet(2).say(PROSE), []
    for title in TITLES:
        tables.append((2, (60, sheet.y, 460, sheet.y + TABLE_PT)))
        sheet.skip(TABLE_PT + above + SPACE).line(title, style=BOLD).skip(below).say(PROSE)
    structure = read(Sheet(1).say(PROSE), sheet, tables=tables)

    assert [title for _, title in outline(structure)] == (TITLES if is_heading else [])


@pytest.mark.parametrize(("is_named", "are_sections"), [(True, True), (False, False)])
def test_a_line_over_a_table_that_has_a_caption_is_not_its_caption(is_named, are_sections):
    sheet, tables = set_titles(TITLES)
    anchors = [Anchor(f"t{at}", page, Box(*box), is_named) for at, (page, box) in enumerate(tables, 1)]
    pages = [Sheet(1).say(PROSE).page(), sheet.page()]
    structure = read_structure(order_pages(pages, anchors), pages, ())

    assert [title for _, title in outline(structure)] == (TITLES if are_sections else [])
