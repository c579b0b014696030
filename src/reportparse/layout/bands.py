"""What stands left and right of a strip of white: a band of two columns, or several such bands one below the other."""

from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.layout.counted_rows import cut_at, find_row_levels
from reportparse.layout.sides import MIN_LINES, Item

# Parts of columns that the content says one after the other, more than which are the rows of a table.
MAX_ROWS = 6
# Lines of one type differ in height by less than this, in points; a title is larger than the text by more.
SAME_HEIGHT_PT = 1.0
# Between a column's lines is less white than this, in heights of the type: before paragraphs and lists it is up to 1.2.
MAX_WHITE = 1.5


_Known = tuple[int, int, Box]
"""Order, side and place of what has an order."""


class Band(NamedTuple):
    """Lines on both sides of a strip between two crossing ones."""

    top: float
    bottom: float
    left: list[Item]
    right: list[Item]


def part_rows(band: Band) -> list[Band]:
    """The band, or its parts from top to bottom where the content says both columns of each before the next one's.

    So do numbers of heads that count across the columns.
    """
    band = _without_head(band)
    levels = find_row_levels(band.left, band.right)
    if levels:
        edges = pairwise([band.top, *levels, band.bottom])
        sides = zip(cut_at(band.left, levels), cut_at(band.right, levels), strict=True)
        return [Band(top, bottom, left, right) for (top, bottom), (left, right) in zip(edges, sides, strict=True)]
    known = _sort_known(band)
    backs = [place for place, (a, b) in enumerate(pairwise(known), 1) if a[1] > b[1]]
    if not 0 < len(backs) < MAX_ROWS:
        return [band]
    parts: list[Band] = []
    for place in backs:
        if cut := _cut_at(band, known, place):
            parts.append(cut[0])
            band = cut[1]
    return [*parts, _without_tail(band, known, backs[-1])]


def _without_head(band: Band) -> Band:
    """The band without what stands above all of its left side on the right and is said first: a title beside notes.

    What goes on in the line right below is the head of a column that begins higher.
    """
    level, orders = min(item.box.top for item in band.left), [item.order for item in band.left]
    right = [item for item in band.right if item.box.bottom > level + 1 or not 0 <= item.order < min(orders)]
    head = [item for item in band.right if item not in right]
    if not head or len(right) < MIN_LINES:
        return band
    below = next((item for item in right if item.box.top > head[-1].box.middle[1]), right[0])
    if _goes_on(head[-1], below):
        return band
    return Band(min(level, *(item.box.top for item in right)), band.bottom, band.left, right)


def _goes_on(above: Item, below: Item) -> bool:
    """Whether a line stands right below another one of its height, with no more white than paragraphs have."""
    is_alike = above.is_text and below.is_text and abs(above.box.height - below.box.height) <= SAME_HEIGHT_PT
    return is_alike and below.box.top - above.box.bottom < MAX_WHITE * below.box.height


def _bottom(item: Item) -> float:
    return item.box.bottom


def _without_tail(band: Band, known: list[_Known], place: int) -> Band:
    """The band without what stands below all of it on the left alone and is said last: notes, as wide as the page."""
    if any(side for _, side, _ in known[place:]):
        return band
    head, level = known[:place], min(box.top for _, _, box in known[place:])
    if max(box.bottom for _, _, box in head) > level:
        return band
    left = [item for item in band.left if item.box.top < level]
    if left and any(_goes_on(max(left, key=_bottom), item) for item in band.left if item.box.top >= level):
        return band  # a list, which browsers say last
    return Band(band.top, level, left, band.right) if len(left) >= MIN_LINES else band


def part_first(band: Band) -> tuple[Band, Band] | None:
    """What the content says before it goes back to the left column for the first time, and the rest below that."""
    known = _sort_known(band)
    back = next((place for place, (a, b) in enumerate(pairwise(known), 1) if a[1] > b[1]), 0)
    return _cut_at(band, known, back) if back >= 2 * MIN_LINES else None


def _sort_known(band: Band) -> list[_Known]:
    known = [(item.order, 0, item.box) for item in band.left if item.order >= 0]
    known += [(item.order, 1, item.box) for item in band.right if item.order >= 0]
    known.sort()
    return known


def _cut_at(band: Band, known: list[_Known], place: int) -> tuple[Band, Band] | None:
    """The parts of a band said before and from `place` on; None where the first does not stand above the other."""
    if known[place - 1][2].bottom > known[place][2].top:
        return None
    foot, level = max(box.bottom for _, _, box in known[:place]), min(box.top for _, _, box in known[place:])
    tops = [item.box.top for item in (*band.left, *band.right)]  # a picture begins a little above the text beside it
    return _cut(band, min(top for top in (level, *tops) if top >= foot)) if foot <= level else None


def _cut(band: Band, level: float) -> tuple[Band, Band] | None:
    """The parts of a band above and below `level`; None where one of them has too few lines for a column."""
    if any(item.box.top < level - 1 and item.box.bottom > level + 1 for item in (*band.left, *band.right)):
        return None
    above, below = (
        [[item for item in side if (item.box.middle[1] < level) is is_above] for side in (band.left, band.right)]
        for is_above in (True, False)
    )
    if min(map(len, (*above, *below))) < MIN_LINES:
        return None
    return Band(band.top, level, *above), Band(level, band.bottom, *below)
