"""Tables of words and numbers under bold heads that stand in several regions of a page."""

from itertools import count

import pytest
from words import BOLD, set_line

from reportparse.layout.lines import find_lines
from reportparse.tables.segments import is_value
from reportparse.tables.under_heads import gather_under_heads

HEADS = ((60.0, "Organisation"), (200.0, "Purpose"), (400.0, "Amount"))
ROWS = (
    ((60.0, "Clwb Bocsio"), (200.0, "Boxing for young people"), (405.0, "9,250")),
    ((60.0, "Radio Beca"), (200.0, "Weekly programme"), (405.0, "7,400")),
    ((60.0, "Hafan"), (200.0, "Lessons in schools"), (400.0, "44,000")),
)


def _page(rows=ROWS):
    """Heads and rows, each text a line, and a line of prose below."""
    number = count()
    words = set_line(number, 100, *HEADS, style=BOLD)
    for at, row in enumerate(rows):
        words += set_line(number, 114 + 14 * at, *row)
    words += set_line(number, 200, (60.0, "Smaller grants came to sixty-eight thousand pounds in all the year"))
    return find_lines(1, words)


def test_lines_of_a_table_in_several_regions_become_one():
    lines = _page()
    regions = gather_under_heads([lines[:4], lines[4:7], lines[7:]], is_value)

    assert [len(region) for region in regions] == [12, 1]
    assert gather_under_heads([lines], is_value) == [lines]  # whole as it is


@pytest.mark.parametrize("cell", ["nothing", "in the area"])
def test_columns_of_words_alone_under_bold_heads_may_be_prose(cell):
    lines = _page([(*row[:2], (400.0, cell)) for row in ROWS])
    regions = [lines[:4], lines[4:7], lines[7:]]

    assert gather_under_heads(regions, is_value) == regions
