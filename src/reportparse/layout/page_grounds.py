"""Panels that belong to the page: drawn at one place on page after page, whether or not anything stands in them."""

from collections import defaultdict
from collections.abc import Sequence

from reportparse.geometry import Box, has_middle_in
from reportparse.layout.frames import Frame
from reportparse.layout.sides import Item
from reportparse.pdf import Page

# A panel is the page's own where so many pages have it, and at least this part of them nothing in it.
MIN_PAGES, MIN_EMPTY = 3, 0.25
# Panels lower than this part of the page are boxes that may be empty by chance.
MIN_HEIGHT = 0.5
# Pieces of one panel have its edges, to so many points.
SAME_EDGE_PT = 1.0


def find_page_grounds(pages: Sequence[Page]) -> dict[int, list[Box]]:
    """The panels of each page that are its ground, by page number."""
    places: dict[tuple[int, ...], list[tuple[Page, Box]]] = defaultdict(list)
    for page in pages:
        for box in {path.box for path in page.paths if path.fill is not None}:
            if box.height >= MIN_HEIGHT * page.box.height:
                places[tuple(map(round, box))].append((page, box))
    grounds: dict[int, list[Box]] = defaultdict(list)
    for drawn in places.values():
        if len(drawn) < MIN_PAGES:
            continue
        empty = [not any(has_middle_in(word.box, box) for word in page.words) for page, box in drawn].count(True)
        if empty >= MIN_EMPTY * len(drawn):
            for page, box in drawn:
                grounds[page.number].append(box)
    return grounds


def leave_grounds(frames: Sequence[Frame], grounds: Sequence[Box]) -> list[Frame]:
    """The boxes without those that are a page's ground, or a piece of it from side to side."""
    return [frame for frame in frames if not any(_is_piece(frame.box, ground) for ground in grounds)]


def part_at_panels(items: list[Item], panels: Sequence[Box]) -> list[list[Item]]:
    """The items that stand in panels and those beside them, from left to right; all as one where one side is empty."""
    inside = [item for item in items if any(has_middle_in(item.box, panel) for panel in panels)]
    rest = [item for item in items if item not in inside]
    if not inside or not rest:
        return [items]
    is_left = max(panel.x1 for panel in panels) <= min(item.box.middle[0] for item in rest)
    return [inside, rest] if is_left else [items]


def _is_piece(box: Box, ground: Box) -> bool:
    is_as_wide = max(abs(box.x0 - ground.x0), abs(box.x1 - ground.x1)) <= SAME_EDGE_PT
    return is_as_wide and ground.top - SAME_EDGE_PT <= box.top and box.bottom <= ground.bottom + SAME_EDGE_PT
