"""Contents pages that look like tables: titles with rising page numbers, which the pages after them bear out."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from reportparse.pdf import Page
from reportparse.tables.grid import Grid
from reportparse.text import fold_title

# Contents stand this near to the front, in pages; of long reports, in a part of them.
MAX_PAGE, MAX_SHARE = 6, 0.1
MIN_ENTRIES = 4
# Rows that text beside the list has left of it are fewer; their titles stand on just the pages that they say.
MIN_ROWS = 3
# The part of the titles whose words stand in one row on a later page.
MIN_FOUND = 0.6
# The part of the cells that are titles or pages: a long title has its first lines in cells of their own.
MIN_LISTED = 0.6
# Longest title of two cells; a table of words and numbers has shorter names, but finds fewer of them again.
MIN_LETTERS = 6

_PAGE = re.compile(r"(\d{1,3})(?:\s*[-–]\s*\d{1,3})?")


def is_contents(grid: Grid, pages: Sequence[Page]) -> bool:
    """Whether a table lists the titles of what follows, with their pages, in one column of titles or in more.

    The pages rise, but where a list of what is in the report ends and one of its tables or figures begins.
    """
    if grid.page > max(MAX_PAGE, MAX_SHARE * len(pages)):
        return False
    entries = _read_entries(grid)
    numbers = [page for _, page in entries]
    falls = sum(a > b for a, b in pairwise(numbers))  # where a list of tables begins, or one of figures
    if MIN_ROWS <= len(entries) < MIN_ENTRIES and not falls:
        return _stand_on_pages(entries, pages)
    if len(entries) < MIN_ENTRIES * (1 + falls):
        return False
    titles = [fold_title(title) for title, _ in entries if len(title) >= MIN_LETTERS]
    rest = (word.text for page in pages if page.number > grid.page for word in page.words)
    later = fold_title(" ".join(rest))
    return bool(titles) and sum(title in later for title in titles) >= MIN_FOUND * len(entries)


def lists_pages(page: Page, pages: Sequence[Page]) -> bool:
    """Whether most numbers of a page near the front are those of pages whose titles it tells, however it is set.

    All are as far from the pages of the file; a title is what a page has in its largest type.
    """
    if page.number > max(MAX_PAGE, MAX_SHARE * len(pages)):
        return False
    numbers = {int(match[1]) for word in page.words if (match := _PAGE.fullmatch(word.text))}
    if len(numbers) < MIN_ENTRIES:
        return False
    text = fold_title(" ".join(word.text for word in page.words))
    borne: defaultdict[int, dict[str, int]] = defaultdict(dict)
    highest = max(numbers) + MAX_PAGE  # what the pages in front of the first may be
    for later in pages:
        title = _read_title(later) if page.number < later.number <= highest else ""
        if len(title) >= MIN_LETTERS and title in text:
            for number in numbers:
                borne[number - later.number].setdefault(title, number)
    found = max((len(set(titles.values())) for titles in borne.values()), default=0)
    return found >= max(MIN_ENTRIES, MIN_FOUND * len(numbers))


def _read_title(page: Page) -> str:
    largest = max((word.style.size for word in page.words), default=0.0)
    return fold_title(" ".join(word.text for word in page.words if word.style.size == largest))


def _stand_on_pages(entries: Sequence[tuple[str, int]], pages: Sequence[Page]) -> bool:
    """Whether all titles, three of them, stand on the pages of the file that have their numbers."""
    texts = {page.number: fold_title(" ".join(word.text for word in page.words)) for page in pages}
    titles = {fold_title(title) for title, _ in entries}
    is_told = len(titles) == len(entries) and min(map(len, titles)) >= MIN_LETTERS
    return is_told and all(fold_title(title) in texts.get(page, "") for title, page in entries)


def _read_entries(grid: Grid) -> list[tuple[str, int]]:
    """Titles with the pages in the cells right of them, column by column; none where other cells hold numbers.

    But the number of a chapter may stand left of its title, or all pages.
    """
    texts = {(cell.column, cell.row): cell.text for cell in grid.cells if cell.text}
    found: list[tuple[str, int]] = []
    turned: list[tuple[str, int]] = []
    numbers = 0
    for (column, row), text in sorted(texts.items()):
        match = _PAGE.fullmatch(text)
        left, right, beyond = (texts.get((column + step, row), "") for step in (-1, 1, 2))
        if match and left and not _PAGE.fullmatch(left):
            found.append((left, int(match[1])))
        elif match and right and not _PAGE.fullmatch(right):
            is_chapter = _PAGE.fullmatch(beyond) is not None
            numbers += is_chapter
            turned += [] if is_chapter else [(right, int(match[1]))]
        elif text[0].isdigit() and text.isdigit():
            return []
    if found and len(found) == len(turned):
        return []
    found = max(found, turned, key=len)
    return found if 2 * len(found) >= MIN_LISTED * (len(texts) - numbers) else []
