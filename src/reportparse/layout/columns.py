"""The order in which a page is read: columns and full-width bands, found by cutting at white space.

A recursive X-Y cut (Nagy and Seth, 1984) with one change: a strip of white need not run down the whole page.  Lines
that cross it cut the page into bands, and only bands whose both sides look like columns of text are read side by side.
"""

from collections.abc import Sequence
from itertools import compress, islice, pairwise
from statistics import median

from reportparse.geometry import Box
from reportparse.layout.bands import Band, part_first, part_rows
from reportparse.layout.few_lines import are_headed_apart, are_said_apart, are_stacked, ends_beside, follow
from reportparse.layout.gutters import SAME_EDGE_PT, find_gutters
from reportparse.layout.hanging import is_bullet
from reportparse.layout.sides import (
    MAX_HANGING_PT,
    MIN_COLUMN_PT,
    MIN_GUTTER_PT,
    MIN_LINES,
    MIN_WORDS,
    PROSE_WORDS,
    Item,
    LineItem,
    Side,
    is_column,
    is_prose,
    parts_again,
    width_of,
)
from reportparse.layout.spanning import HEADING_RATIO, find_spanning

# Lines this near above and below a bullet, in points, are those that it must be clear of: two of text.
NEAR_PT = 28.0
MAX_CUTS = 60
# Step from the last full line to the short one that ends it, in heights of the type.
MAX_TAIL_STEP = 1.8


def order_items(items: Sequence[Item]) -> list[list[Item]]:
    """Split into regions in reading order; the items of a region are sorted from top to bottom.

    A region is a column, or a full-width band between columns.
    """
    return _order(sorted(items, key=lambda item: (item.box.top, item.box.x0)), MAX_CUTS)


def _order(items: list[Item], budget: int) -> list[list[Item]]:
    if len(items) <= MIN_LINES or budget <= 0:
        return [items] if items else []
    bands = [part for band in _find_columns(items) for part in part_rows(band)]
    if not bands:
        return [items]
    regions: list[list[Item]] = []
    taken = {id(item) for band in bands for item in (*band.left, *band.right)}
    others = [item for item in items if id(item) not in taken]
    position = 0
    for band in bands:
        above = []
        while position < len(others) and others[position].box.middle[1] < band.top:
            above.append(others[position])
            position += 1
        regions += _order(above, budget - 1)
        regions += _order(band.left, budget - 1)
        regions += _order(band.right, budget - 1)
    return regions + _order(others[position:], budget - 1)


def _find_columns(items: list[Item]) -> list[Band]:
    """The bands of the best strip: the one with the most height between real columns, in the fewest pieces.

    Of strips that are hardly lower or higher the one that fewer lines cross, as a first line with its number may.
    """
    best: list[Band] = []
    best_height = 0.0
    for x in find_gutters(items):
        bands = [band for band in _before_hanging(items, _find_column_bands(items, x)) if not _parts_lines(band)]
        height = sum(band.bottom - band.top for band in bands)
        is_whole = len(bands) < len(best) and height > best_height * 0.98  # a strip that less text crosses
        is_fuller = len(bands) == len(best) and height > best_height and _count(bands) > _count(best)
        if height > best_height * 1.02 or is_whole or is_fuller:
            best, best_height = bands, height
    return [_move_hanging(band) for band in best]


def _count(bands: Sequence[Band]) -> int:
    return sum(len(band.left) + len(band.right) for band in bands)


def _before_hanging(items: list[Item], bands: list[Band]) -> list[Band]:
    """The bands of the gutter left of the numbers that hang in it, if any: headings begin where the numbers do.

    A line or none that is left without the numbers is no column.
    """
    hanging = [_find_hanging(band) for band in bands]
    if not any(hanging):
        return bands
    edge = min(item.box.x0 for numbers in hanging for item in numbers)
    whole = [
        band
        for band, numbers in zip(bands, hanging, strict=True)
        if not numbers or len(band.left) - len(numbers) >= MIN_LINES
    ]
    return _find_column_bands(items, edge - 2) or whole


def _find_column_bands(items: list[Item], x: float) -> list[Band]:
    """The bands at `x` whose sides are columns; what reaches into the gutter crosses it, if that parts columns."""
    bands = _find_bands(items, x, x + 1)
    if any(_gutter(band) < MIN_GUTTER_PT for band in bands):
        narrow = [band for band in _find_bands(items, x, x + 3 - MIN_GUTTER_PT) if _are_columns(band)]
        if narrow:
            return narrow
    return [head for band in bands if (head := band if _are_columns(band) else _trim(band)) is not None]


def _trim(band: Band) -> Band | None:
    """The part of a band that is columns, above rows of values that stand on both sides of its strip."""
    prose = (item for item in band.right if item.word_count >= PROSE_WORDS / 2)
    if len(list(islice(prose, MIN_LINES))) < MIN_LINES:  # no more of them are counted
        return None
    parts = part_first(band)
    if parts is None or Side.of(parts[1].right).words >= MIN_WORDS:
        return None
    return parts[0] if _are_columns(parts[0]) else None


def _find_hanging(band: Band) -> list[Item]:
    """Short pieces that stand in the gutter, clear of all else on the left."""
    short = [item for item in band.left if item.box.width < MAX_HANGING_PT]
    wide = [item.box for item in band.left if item.box.width >= MAX_HANGING_PT]
    if not wide:
        return []
    edge = max(box.x1 for box in wide)
    lines = [item.box for item in band.right]
    found = [
        item
        for item in short
        if item.box.x0 > edge + MIN_GUTTER_PT / 2 or (_is_clear(item, wide) and _is_before(item, lines))
    ]
    return [] if found and _end_their_lines(found, band) else found


def _is_clear(item: Item, wide: Sequence[Box]) -> bool:
    """Whether a bullet stands right of all lines near its height: a title further up may be as long."""
    near = [box.x1 for box in wide if box.top - NEAR_PT <= item.box.middle[1] <= box.bottom + NEAR_PT]
    is_apart = bool(near) and item.box.x0 > max(near) + MIN_GUTTER_PT / 2
    return is_apart and isinstance(item, LineItem) and is_bullet(item.line)


def _is_before(item: Item, lines: Sequence[Box]) -> bool:
    """Whether a line of the column on the right stands level with a bullet: a dash with none is a value on the left."""
    return any(box.top <= item.box.middle[1] <= box.bottom for box in lines)


def _parts_lines(band: Band) -> bool:
    """Whether the strip runs between titles and their pages, so that these stand before the column right of it."""
    edge = min((item.box.x0 for item in band.right if item.box.width >= MAX_HANGING_PT), default=0.0)
    pages = [item for item in band.right if item.box.x1 < edge - MIN_GUTTER_PT / 2 and item.box.width < MAX_HANGING_PT]
    return len(pages) > MIN_LINES and _end_their_lines(pages, band)


def _end_their_lines(pieces: list[Item], band: Band) -> bool:
    """Whether the content says most pieces right after what stands left of them: pages of contents, and no numbers."""
    ordered = sorted((item for item in (*band.left, *band.right) if item.order >= 0), key=lambda item: item.order)
    near = {id(item): pair for item, pair in zip(ordered[1:], zip(ordered, ordered[2:], strict=False), strict=False)}
    ends = [_ends_line(piece, *near[id(piece)]) for piece in pieces if id(piece) in near]
    return 2 * sum(ends) > len(pieces)


def _ends_line(piece: Item, before: Item, after: Item) -> bool:
    level = piece.box.bottom
    is_said_after = abs(before.box.bottom - level) < SAME_EDGE_PT and before.box.x1 <= piece.box.x0
    return is_said_after and not (abs(after.box.bottom - level) < SAME_EDGE_PT and after.box.x0 >= piece.box.x1)


def _move_hanging(band: Band) -> Band:
    """Give numbers that hang in the gutter to the column right of them."""
    hanging = _find_hanging(band)
    if not hanging:
        return band
    left = [item for item in band.left if item not in hanging]
    right = sorted([*band.right, *hanging], key=lambda item: (item.box.top, item.box.x0))
    return Band(band.top, band.bottom, left, right)


def _find_bands(items: list[Item], x: float, limit: float) -> list[Band]:
    """What stands left and right of `x`, between the items that cross it: from its left to beyond `limit`."""
    bands: list[Band] = []
    left: list[Item] = []
    right: list[Item] = []
    over = find_spanning(items, x)
    boxes = [item.box for item in items]
    crosses = [(box.x0 < x - 1 and box.x1 > limit) or id(item) in over for item, box in zip(items, boxes, strict=True)]
    crossing = list(compress(boxes, crosses))
    blocked = float("-inf")  # how far down the last crossing item reaches
    beside: list[Box] = []  # what stands beside crossing items, or ends what these say
    position = 0
    for place, (item, (_, top, x1, bottom)) in enumerate(zip(items, boxes, strict=True)):
        is_first = position > 0 and not left and not right
        if crosses[place] or (is_first and _is_tail(items, place, [crossing[position - 1], *beside])):
            _close_band(bands, left, right, top)
            left, right = [], []
            blocked = max(blocked, bottom)
            position += crosses[place]
            beside += [] if crosses[place] else [item.box]
            continue
        level = (top + bottom) / 2
        if level < blocked or (position < len(crossing) and level > crossing[position].top):
            beside.append(item.box)
            continue  # beside a crossing item, so not between two
        (left if x1 <= x + 1 else right).append(item)
    _close_band(bands, left, right, float("inf"))
    return bands


def _is_tail(items: list[Item], place: int, above: Sequence[Box]) -> bool:
    """Whether a short line ends what the lines above say across the columns, or beside those that do.

    Nothing stands beside it but what ends so as well.
    """
    bottom = items[place].box.bottom
    level = [other for other in items[place + 1 : place + 4] if other.box.top < bottom - SAME_EDGE_PT]
    return all(_ends(item, above) for item in (items[place], *level))


def _ends(item: Item, above: Sequence[Box]) -> bool:
    """Whether a line stands right below another one of its height, at its edge."""
    x0, _, _, bottom = box = item.box
    least = bottom - MAX_TAIL_STEP * box.height - SAME_EDGE_PT
    near = [other for other in above if least < other.bottom < bottom + SAME_EDGE_PT]  # most stand further up
    return item.is_text and any(
        abs(x0 - other.x0) < SAME_EDGE_PT
        and abs(box.height - other.height) < SAME_EDGE_PT
        and 0 < box.middle[1] - other.middle[1] <= MAX_TAIL_STEP * box.height
        for other in near
    )


def _close_band(bands: list[Band], left: list[Item], right: list[Item], limit: float) -> None:
    if left and right:
        inside = [item.box for item in (*left, *right)]
        bands.append(Band(min(box.top for box in inside), min(limit, max(box.bottom for box in inside)), left, right))


def _gutter(band: Band) -> float:
    """Space between the sides; one line on the left in larger type, a heading, may reach a little way into it."""
    ends = sorted(band.left, key=lambda item: item.box.x1)
    begin = min(item.box.x0 for item in band.right)
    last = ends[-1]
    is_near = begin - last.box.x1 < MIN_GUTTER_PT / 2
    if is_near or not last.is_text or len(ends) <= MIN_LINES:
        return begin - last.box.x1
    is_heading = last.box.height > HEADING_RATIO * median([item.box.height for item in ends])
    return begin - ends[-2 if is_heading else -1].box.x1


def _are_columns(band: Band) -> bool:
    """Whether both sides are columns of text, rather than numbers beside paragraphs, or labels beside values."""
    if _gutter(band) < MIN_GUTTER_PT:
        return False
    if len(band.right) > 1 and min(width_of(band.left), width_of(band.right)) < MIN_COLUMN_PT:
        return False
    sides = [Side.of(band.left), Side.of(band.right)]
    if any(side.lines < MIN_LINES or side.width < MIN_COLUMN_PT for side in sides):
        return ends_beside(band, sides[0])
    if max(side.lines for side in sides) < 3 and not (are_stacked(band) or follow(band, sides)):
        return False
    if _runs_in_rows(band):
        return is_prose(band.left) and is_prose(band.right)
    if are_said_apart(band, sides) or are_headed_apart(band):
        return True
    both = zip(sides, (band.left, band.right), strict=True)
    return all(is_column(side) or parts_again(items) for side, items in both)


def _runs_in_rows(band: Band) -> bool:
    """Whether the content goes back and forth between the sides, row by row, as a table's does."""
    sided = [(item.order, 0) for item in band.left if item.is_text and item.order >= 0]
    sided += [(item.order, 1) for item in band.right if item.is_text and item.order >= 0]
    sided.sort()
    switches = sum(a[1] != b[1] for a, b in pairwise(sided))
    return switches > 3 and switches >= 0.8 * min(len(band.left), len(band.right))
