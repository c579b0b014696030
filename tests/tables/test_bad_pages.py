"""Pages that no report should have: bounded time, and a result all the same."""

from itertools import count
from time import process_time

import pytest
from words import make_page, rule, set_line

from reportparse.geometry import Box
from reportparse.pdf import Fill, Page, Path
from reportparse.tables import take_tables

# Seconds of CPU on one slow core; what is measured is a tenth of that.
MAX_SECONDS = 20.0


def page_of_letters() -> Page:
    """70,000 characters: prose set so small that lines lie on each other."""
    number = count()
    text = "the office went on with its work in the year and 1,200 people were met " * 2
    return make_page([word for i in range(500) for word in set_line(number, 20.0 + 1.6 * i, (10.0, text))])


def page_of_paths() -> Page:
    """100,000 path segments: a map, with short lines that cross all over."""
    rules = tuple(
        rule(x, y, x + 9 * (i % 2), y + 9 * ((i + 1) % 2))
        for i in range(25_000)
        for x, y in [((i * 37) % 560, (i * 101) % 800)]
    )
    corners = [(i % 500, i % 700, i) for i in range(25_000)]
    dots = tuple(Path(Box(x, y, x + 1, y + 1), (0, 0, 0), None, 0.0, (), i) for x, y, i in corners)
    fills = tuple(Fill(Box(x, y, x + 30, y + 12), (200, 200, 250), i) for x, y, i in corners)
    number = count()
    words = [w for i in range(60) for w in set_line(number, 20.0 + 13 * i, (40.0, f"Place {i}"), (300.0, f"{i}.5"))]
    return make_page(words, rules)._replace(paths=dots, fills=fills)


def page_of_rows() -> Page:
    """A table of 5,000 rows, fully ruled."""
    number = count()
    words = [w for i in range(5000) for w in set_line(number, 20.0 + 11 * i, (60.0, f"Item {i}"), (200.0, f"{i}.5"))]
    level = [rule(50, 10 + 11 * i, 350, 10 + 11 * i) for i in range(5001)]
    return make_page(words, (*level, *(rule(x, 10, x, 10 + 11 * 5000) for x in (50, 190, 350))))


def page_of_overlaps() -> Page:
    """Cells that overlap: a grid drawn three times, each a little off, and words over one another."""
    number = count()
    words = [
        word
        for i in range(40)
        for shift in (0.0, 3.0)
        for word in set_line(number, 60.0 + 12 * i + shift, (60.0 + shift, f"Item {i}"), (200.0 - shift, f"{i},500"))
    ]
    level = [rule(50 + d, 50 + 12 * i + d, 350 + d, 50 + 12 * i + d) for i in range(41) for d in (0, 4, 8)]
    return make_page(words, (*level, *(rule(x + d, 50, x + d, 560) for x in (50, 150, 350) for d in (0, 4, 8))))


def page_of_points() -> Page:
    """Rules of no size, thousands on one spot."""
    number = count()
    rows = [((60.0, f"Item {i}"), (200.0, f"{i}"), (300.0, "7")) for i in range(30)]
    words = [word for i, row in enumerate(rows) for word in set_line(number, 50.0 + 14 * i, *row)]
    return make_page(words, tuple(rule(x, 100, x, 100) for x in (50.0, 60.0) for _ in range(5000)))


@pytest.mark.parametrize("make", [page_of_letters, page_of_paths, page_of_rows, page_of_overlaps, page_of_points])
def test_bad_pages_take_bounded_time_and_lose_no_word(make):
    page = make()
    begin = process_time()
    tables, (rest,) = take_tables([page])
    spent = process_time() - begin
    taken = [word.order for table in tables for words in table.words.values() for word in words]

    assert sorted([*taken, *(word.order for word in rest.words)]) == sorted(word.order for word in page.words)
    assert spent < MAX_SECONDS


def test_all_rows_of_a_long_ruled_table_are_found():
    tables, _ = take_tables([page_of_rows()])

    assert sum(len(table.rows) for table in tables) == 5000
