"""Coloured grounds in rows or columns, of the rows of a table or of cards: what stands on one stays there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reportparse.geometry import Box, has_middle_in, shared_area
from reportparse.layout import Line
from reportparse.pdf import Page

# The grounds of a table's rows: so many of one width, so high, in points; pages with more boxes are drawings.
MIN_STRIPES, MIN_STRIPE_PT, MAX_STRIPE_PT, MAX_BOXES = 2, 6.0, 60.0, 2000
# Cards side by side are so many, and so wide, in points; their corners may be round.
MIN_CARDS, MIN_CARD_PT = 2, 60.0
# A colour as light as this on all channels is white.
WHITE_FROM = 250


def find_grounds(page: Page) -> list[Box]:
    """The coloured boxes that have others of their very width above or below them, or of their height beside them."""
    return [*_find_stripes(page), *_find_cards(page)]


def is_on_ground(line: Line, drawing: Box, grounds: Iterable[Box]) -> bool:
    """Whether a line stands on one of the `grounds` clear of a drawing: in a row of a table or on a card."""
    return any(has_middle_in(line.box, ground) and shared_area(ground, drawing) <= 0 for ground in grounds)


def _find_stripes(page: Page) -> Iterator[Box]:
    columns: defaultdict[tuple[int, int], set[Box]] = defaultdict(set)
    for fill in page.fills if len(page.fills) <= MAX_BOXES else ():
        if min(fill.color) < WHITE_FROM and MIN_STRIPE_PT <= fill.box.height <= MAX_STRIPE_PT:
            columns[round(fill.box.x0), round(fill.box.x1)].add(fill.box)
    for column in columns.values():
        if len({box.top for box in column}) >= MIN_STRIPES:
            yield from column


def _find_cards(page: Page) -> Iterator[Box]:
    rows: defaultdict[tuple[int, int], set[Box]] = defaultdict(set)
    for path in page.paths if len(page.paths) <= MAX_BOXES else ():
        is_coloured = path.fill is not None and min(path.fill) < WHITE_FROM
        if is_coloured and path.box.width >= MIN_CARD_PT and path.box.height >= MIN_STRIPE_PT:
            rows[round(path.box.top), round(path.box.bottom)].add(path.box)
    for row in rows.values():
        if len({round(box.x0) for box in row}) >= MIN_CARDS:
            yield from row


__all__ = ["find_grounds", "is_on_ground"]
