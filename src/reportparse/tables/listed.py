"""Contents pages that look like tables: titles with rising page numbers, which the pages after them bear out."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportparse.pdf import Page
from reportparse.tables.grid import Grid
from reportparse.text import fold_title

# Contents stand this near to the front, in pages; of long reports, in a part of them.
MAX_PAGE, MAX_SHARE = 6, 0.1
MIN_ENTRIES = 4
# The part of the titles whose words stand in one row on a later page.
MIN_FOUND = 0.6
# Longest title of two cells; a table of words and numbers has shorter names, but finds fewer of them again.
MIN_LETTERS = 6

_PAGE = re.compile(r"(\d{1,3})(?:\s*[-–]\s*\d{1,3})?")


def is_contents(grid: Grid, pages: Sequence[Page]) -> bool:
    """Whether a table lists the titles of what follows, with their pages."""
    if grid.column_count != 2 or grid.page > max(MAX_PAGE, MAX_SHARE * len(pages)):  # a title and its page
        return False
    texts = {(cell.row, cell.column): cell.text for cell in grid.cells}
    entries = [
        (texts.get((row, 0), ""), match)
        for row in range(grid.row_count)
        if (match := _PAGE.fullmatch(texts.get((row, 1), "")))
    ]
    numbers = [int(match[1]) for _, match in entries]
    if len(entries) < MIN_ENTRIES or any(a > b for a, b in pairwise(numbers)):
        return False
    titles = [fold_title(title) for title, _ in entries if len(title) >= MIN_LETTERS]
    rest = (word.text for page in pages if page.number > grid.page for word in page.words)
    later = fold_title(" ".join(rest))
    return bool(titles) and sum(title in later for title in titles) >= MIN_FOUND * len(entries)
