"""Spreads: two pages of a brochure side by side on one page of the file, each read by itself."""

from collections.abc import Sequence

from reportparse.geometry import Box
from reportparse.layout.lines import find_lines
from reportparse.layout.sides import Item
from reportparse.pdf import Page, Word

# A spread is at least so many times as wide as it is high: two pages of 3 to 4 are 1.5, one slide is 1.33 or 1.78.
MIN_RATIO = 1.25
# Part of the page's height at its head and foot where the numbers of its pages stand.
MARGIN = 0.12
# The numbers stand at one place of both pages, or mirrored at the fold, to so many points; so do their baselines.
SAME_PT, SAME_LEVEL_PT = 6.0, 2.0
# Nothing that is written reaches over the fold by more than this, in points.
MAX_OVER_PT = 2.0
MAX_DIGITS = 3


def mark_folds(pages: Sequence[Page]) -> list[Page]:
    """The pages, those that are spreads with their fold: as their two page numbers tell, or as others of the report."""
    wide = {page.number: page for page in pages if page.width >= MIN_RATIO * page.height and _is_free(page)}
    told = {number for number, page in wide.items() if _has_two_numbers(page)}
    sizes = {(round(wide[number].width), round(wide[number].height)) for number in told}
    if not told or 2 * len(told) < len(wide):
        return list(pages)
    return [
        page._replace(fold=page.box.middle[0])
        if page.number in wide and (round(page.width), round(page.height)) in sizes
        else page
        for page in pages
    ]


def part_at_fold(items: Sequence[Item], fold: float | None) -> list[list[Item]]:
    """What stands on each page of a spread; all together where there is no fold, or where something lies over it."""
    if fold is None or any(item.box.x0 < fold - MAX_OVER_PT and item.box.x1 > fold + MAX_OVER_PT for item in items):
        return [list(items)]
    halves = [[item for item in items if (item.box.middle[0] < fold) is is_left] for is_left in (True, False)]
    return [half for half in halves if half]


def _is_free(page: Page) -> bool:
    """Whether no line of a page reaches over its middle."""
    middle = page.box.middle[0]
    lines = find_lines(page.number, page.words)
    return bool(lines) and not any(
        line.box.x0 < middle - MAX_OVER_PT and line.box.x1 > middle + MAX_OVER_PT for line in lines
    )


def _has_two_numbers(page: Page) -> bool:
    """Whether both halves bear a page number at one place, the right one the next after the left one."""
    middle, margin = page.box.middle[0], MARGIN * page.height
    numbers = [
        word
        for word in page.words
        if word.text.isdecimal()
        and len(word.text) <= MAX_DIGITS
        and not page.box.top + margin < word.baseline < page.box.bottom - margin
    ]
    return any(
        left.x1 < middle < right.x0
        and int(right.text) == int(left.text) + 1
        and abs(left.baseline - right.baseline) <= SAME_LEVEL_PT
        and _stand_alike(left, right, page.box)
        for left in numbers
        for right in numbers
    )


def _stand_alike(left: Word, right: Word, page: Box) -> bool:
    half = page.width / 2
    is_moved = abs(right.x1 - half - left.x1) <= SAME_PT or abs(right.x0 - half - left.x0) <= SAME_PT
    return is_moved or abs((left.x0 - page.x0) - (page.x1 - right.x1)) <= SAME_PT


__all__ = ["mark_folds", "part_at_fold"]
