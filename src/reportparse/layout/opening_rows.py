"""Rows near the edge of a page that open what stands below them: heads of tables, titles, and lines that lead to lists.

They may repeat from page to page, but the page has not put them there.
"""

import re
from collections.abc import Sequence
from statistics import median

from reportparse.geometry import shared_width
from reportparse.layout.echoes import MIN_LARGER
from reportparse.layout.lines import Line
from reportparse.pdf import Page

# The first row of a table stands this near below its heads, baseline to baseline, in sizes of the type; a list so below
# what leads to it; running heads stand further off.
MAX_ROW_STEP_EM = 2.5
# The lines of a title stand no further apart, in sizes of its type.
MAX_TITLE_STEP_EM = 1.8
# A page that opens a chapter with its title alone has so few words beside it.
MAX_ALONE = 8
# Edges nearer than this are one, and types that differ by less than this, in points.
SAME_EDGE_PT, SAME_SIZE_PT = 3.0, 0.1

# What numbers a title and says no more: "Theme 1:", "CHAPTER 12".
_NUMBER_ALONE = re.compile(r"[^\W\d]{4,}\s\d{1,2}\s?[:.–-]?")
VALUE = re.compile(r"[£$€(+−-]*\d[\d,.]*[%)]*")
_DIGITS = re.compile(r"\d+")


def opens_rest(row: Sequence[Line], below: Sequence[Line], page: Page, *, is_outer: bool) -> bool:
    """Whether a row opens what the next row inward says; a line that leads to a list is not the outermost one."""
    return _are_heads(row, below) or _opens_title(row, below, page) or (not is_outer and _leads(row, below))


def _opens_title(row: Sequence[Line], below: Sequence[Line], page: Page) -> bool:
    """Whether a row is the first line of a numbered title, "Section 1:" or "Section", with more below in large type.

    Chapters that each begin a page so repeat it.  A number that stands by itself may be set smaller.
    """
    if len(row) != 1 or len(below) != 1:
        return False
    (title,), (rest,) = row, below
    is_number = _NUMBER_ALONE.fullmatch(title.text) is not None and not _NUMBER_ALONE.match(rest.text)
    if title.style != rest.style and not is_number:
        return False
    if not _DIGITS.search(f"{title.text} {rest.text}"):
        return False
    is_near = rest.baseline - title.baseline <= MAX_TITLE_STEP_EM * rest.style.size
    if not is_near or abs(rest.box.x0 - title.box.x0) > SAME_EDGE_PT:
        return False
    usual = page.words[len(page.words) // 2].style.size  # of most pages; the median tells for all
    if rest.style.size >= MIN_LARGER * usual:
        usual = median([word.style.size for word in page.words])
    elif len(page.words) <= len(title.words) + len(rest.words) + MAX_ALONE:
        return True  # a page that holds the title alone
    return rest.style.size >= MIN_LARGER * usual


def _are_heads(row: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether the pieces of a row are the heads of a table: right below one of them stands a number in their type.

    Heads repeat with each table that a page begins with, but the page has not put them there.
    """
    if min(len(row), len(below)) < 2:
        return False
    return any(
        VALUE.fullmatch(number.text)
        and number.baseline - head.baseline <= MAX_ROW_STEP_EM * head.style.size
        and abs(number.style.size - head.style.size) < 0.1 * head.style.size
        and shared_width(head.box, number.box) > 0
        and any(map(str.isalpha, head.text))
        for head in row
        for number in below
    )


def _leads(row: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a row ends in a colon, with more in its type right below: each slide may say "This year we:" so."""
    if len(row) != 1 or not below or not row[0].text.endswith(":"):
        return False
    step, size = below[0].baseline - row[0].baseline, row[0].style.size
    return 0 < step <= MAX_ROW_STEP_EM * size and abs(below[0].style.size - size) < SAME_SIZE_PT


__all__ = ["VALUE", "opens_rest"]
