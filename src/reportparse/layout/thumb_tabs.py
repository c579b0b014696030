"""Thumb tabs: the number or name of the chapter at the outer edge of pages, mostly on a small ground of colour."""

from collections import defaultdict
from collections.abc import Sequence

from reportparse.geometry import Box, has_middle_in
from reportparse.pdf import Page, Word

# A tab reaches the edge of the page within this, in points, and is no larger than these parts of its width and height.
EDGE_PT, MAX_WIDTH, MAX_HEIGHT = 2.0, 0.12, 0.25
# It holds so few words, and as many pages as this have one of its size on the same side.
MAX_WORDS, MIN_PAGES = 3, 3
# Without a ground of their own they stand where nothing is printed, in points: desk printers leave 15.
MAX_MARGIN_PT = 14.0

_Shape = tuple[bool, float, float]
"""Whether it is on the left, and its width and its height, in points, or those of its type."""


def find_thumb_tabs(pages: Sequence[Page]) -> dict[int, list[Word]]:
    """The upright words on thumb tabs, by page; tabs of other chapters stand further down and say something else."""
    tabs: defaultdict[_Shape, dict[int, list[Word]]] = defaultdict(dict)
    for page in pages:
        for box in {fill.box for fill in page.fills if _is_tab(fill.box, page.box)}:
            words = [word for word in page.words if not word.angle and has_middle_in(word.box, box)]
            if words and len(words) <= MAX_WORDS:
                tabs[box.x0 <= page.box.x0 + EDGE_PT, round(box.width), round(box.height)][page.number] = words
        left, right = page.box.x0 + MAX_MARGIN_PT, page.box.x1 - MAX_MARGIN_PT
        if bare := [word for word in page.words if (word.x1 <= left or word.x0 >= right) and not word.angle]:
            tabs[bare[0].x0 < page.box.middle[0], 0.0, bare[0].style.size][page.number] = bare
    found: defaultdict[int, list[Word]] = defaultdict(list)
    for alike in tabs.values():
        for number, words in alike.items() if len(alike) >= MIN_PAGES else ():
            found[number] += [word for word in words if word not in found[number]]
    return found


def _is_tab(box: Box, page: Box) -> bool:
    is_outer = box.x0 <= page.x0 + EDGE_PT or box.x1 >= page.x1 - EDGE_PT
    return is_outer and box.width <= MAX_WIDTH * page.width and box.height <= MAX_HEIGHT * page.height
