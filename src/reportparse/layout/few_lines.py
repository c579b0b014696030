"""Columns of so few or such short lines that nothing but the order of the content, or their type, tells them."""

from collections.abc import Sequence

from reportparse.layout.bands import Band
from reportparse.layout.sides import MIN_LINES, PROSE_WORDS, Item, LineItem, Side

# How full of text each side is where two lines alone stand on it.
MIN_EVEN_FILL = 0.7
# Baselines nearer than this are one, in points.
SAME_LEVEL_PT = 2.0
# Headings of short stacks are this many times larger than the lines below them.
MIN_HEAD_RATIO = 1.1
# Stacks of short lines have so many, of so many words: the values of a table have one.
MIN_SAID, MIN_SAID_WORDS = 8, 2


def follow(band: Band, sides: Sequence[Side]) -> bool:
    """Two lines of prose on each side, all of the left one said before the right one: a text's end, made even.

    The last line on the right may be short.
    """
    orders = [[item.order for item in side] for side in (band.left, band.right)]
    is_said = min(map(min, orders)) >= 0 and max(orders[0]) < min(orders[1])
    left, right = sides
    return (
        is_said
        and left.words >= PROSE_WORDS
        and right.words >= PROSE_WORDS / 2
        and all(side.fill >= MIN_EVEN_FILL for side in sides)
    )


def are_stacked(band: Band) -> bool:
    """Two short stacks side by side, each of a large line over a small one: the blocks of a number strip."""
    return all(len({round(item.box.height) for item in side}) > 1 for side in (band.left, band.right))


def are_said_apart(band: Band, sides: Sequence[Side]) -> bool:
    """Two stacks of short lines, as addresses under their heads are, all of the left one said before the right one."""
    orders = [[item.order for item in side if item.is_text] for side in (band.left, band.right)]
    counts = sorted(map(len, orders))
    if counts[0] < max(MIN_SAID, counts[1] / 2) or min(side.words for side in sides) < MIN_SAID_WORDS:
        return False
    return min(orders[0]) >= 0 and max(orders[0]) < min(orders[1])


def are_headed_apart(band: Band) -> bool:
    """Two stacks whose first lines are one row of headings, larger than all below or bold; the left is said first."""
    if any(not item.is_text or item.order < 0 for item in (*band.left, *band.right)):
        return False
    if any(2 * sum(item.word_count > 0 for item in side) < len(side) for side in (band.left, band.right)):
        return False  # a column of values
    stacks = [sorted(side, key=lambda item: item.box.top) for side in (band.left, band.right)]
    (head, *left), (other, *right) = stacks
    if not left or not right or max(item.order for item in band.left) > min(item.order for item in band.right):
        return False
    largest = max(item.box.height for item in (*left, *right))
    is_level = abs(head.box.bottom - other.box.bottom) < SAME_LEVEL_PT and abs(head.box.height - other.box.height) < 1
    is_larger = min(head.box.height, other.box.height) > MIN_HEAD_RATIO * largest
    return is_level and (is_larger or (_is_bold(head) and _is_bold(other) and not any(map(_is_bold, (*left, *right)))))


def _is_bold(item: Item) -> bool:
    return isinstance(item, LineItem) and item.line.style.is_bold


def ends_beside(band: Band, left: Side) -> bool:
    """Whether prose on the left ends with one line at the head of the next column, as the content says it."""
    (last, *others), first = band.right, band.left[0]
    return (
        not others
        and last.is_text
        and last.word_count > 0
        and abs(last.box.bottom - first.box.bottom) < SAME_LEVEL_PT
        and left.lines >= MIN_LINES
        and left.words >= PROSE_WORDS
        and left.fill >= MIN_EVEN_FILL
        and min(item.order for item in band.left) >= 0
        and max(item.order for item in band.left) < last.order
    )
