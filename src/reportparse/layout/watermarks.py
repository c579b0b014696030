"""Turned and slanted words that belong to the page: watermarks, and titles that run along its outer edge."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from reportparse.geometry import Box
from reportparse.layout.lines import Line, find_lines
from reportparse.pdf import Page, Word

# A place is a square of this side, in points; what stands at it on so many pages is repeated.
PLACE_PT, MIN_REPEATS = 3.0, 3
# Tabs of one type that say something else on each page are so many of those repeated, on half of the pages.
MIN_PURITY, MIN_PAGES = 0.6, 0.5
# Turned words at the outer edge stand within this part of the page's width.
MAX_OUTER = 0.08
# The box of a word that is slanted is higher than its type by this factor: at 45 degrees a word of four letters has 2.
MIN_SLANTED = 1.5


def find_watermarks(pages: Sequence[Page]) -> list[Line]:
    """Turned words that are repeated at one place, and others where most pages have such: tabs that name chapters.

    At the outer edge, on the left of some pages and on the right of others, they need not be repeated.
    """
    lines = [line for page in pages for line in find_lines(page.number, _find_turned(page))]
    places = Counter(map(_place_of, lines))
    repeated = {id(line) for line in lines if places[_place_of(line)] >= MIN_REPEATS}
    boxes = {page.number: page.box for page in pages}
    outer = [line for line in lines if _is_at_edge(line, boxes[line.page])]
    often = [group for group in _group(lines, _side_of) if _share(group, repeated) >= MIN_PURITY]
    for group in (*often, *_group(outer, lambda _: 0)):
        count = len({line.page for line in group})
        if count == len(group) >= max(MIN_REPEATS, MIN_PAGES * len(pages)):
            repeated |= set(map(id, group))
    return [line for line in lines if id(line) in repeated]


def _find_turned(page: Page) -> list[Word]:
    """The words that are turned or slanted: up to 45 degrees count as upright."""
    return [word for word in page.words if word.angle or word.bottom - word.top > MIN_SLANTED * word.style.size]


def _share(group: Sequence[Line], repeated: set[int]) -> float:
    return sum(id(line) in repeated for line in group) / len(group)


def _group(lines: Sequence[Line], side: Callable[[Line], int]) -> list[list[Line]]:
    """Lines of one type on one side."""
    groups: defaultdict[tuple[int, str, float], list[Line]] = defaultdict(list)
    for line in lines:
        groups[side(line), line.style.font, line.style.size].append(line)
    return list(groups.values())


def _is_at_edge(line: Line, page: Box) -> bool:
    reach = MAX_OUTER * page.width
    return line.box.x1 <= page.x0 + reach or line.box.x0 >= page.x1 - reach


def _side_of(line: Line) -> int:
    return round(line.box.x0 / PLACE_PT)


def _place_of(line: Line) -> tuple[str, int, int]:
    return line.text, _side_of(line), round(line.box.top / PLACE_PT)
