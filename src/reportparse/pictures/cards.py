"""Coloured or framed boxes side by side, a row of bars on each: a chart of its own stands on every card."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportparse.geometry import Box, is_inside
from reportparse.layout.frames import Frame
from reportparse.pdf import Path

# A card is so many times as high as the bars on it, as it holds a title and text too; the ground of a chart is not.
MIN_HEIGHT = 1.5
# Narrowest card, in points, and fewest bars on each.
MIN_WIDTH_PT, MIN_BARS = 60.0, 2
# Letters and strokes reach over the edge of a card by no more than this, in points.
SLACK_PT = 0.5


def find_card_boxes(paths: Iterable[Path], frames: Iterable[Frame] = ()) -> list[Box]:
    """The filled boxes of a page, and its framed ones, that are wide enough, the smallest first."""
    boxes = [path.box for path in paths if path.fill is not None] + [frame.box for frame in frames if frame.is_bordered]
    return sorted({box for box in boxes if box.width >= MIN_WIDTH_PT}, key=lambda box: box.area)


def part_at_cards(row: list[Box], cards: Sequence[Box]) -> Iterator[list[Box]]:
    """The bars on each card, from left to right; all as one row where not each stands on one with another bar."""
    highest = max((bar.height for bar in row), default=0.0)
    high = [card for card in cards if card.height >= MIN_HEIGHT * highest]
    held = [next((card for card in high if is_inside(bar, card, slack=SLACK_PT)), None) for bar in row] if high else []
    parts = [(card, [bar for bar, _ in group]) for card, group in groupby(zip(row, held, strict=False), key=_second)]
    if len(parts) > 1 and all(card is not None and len(bars) >= MIN_BARS for card, bars in parts):
        yield from (bars for _, bars in parts)
    else:
        yield row


def _second(pair: tuple[Box, Box | None]) -> Box | None:
    return pair[1]


__all__ = ["find_card_boxes", "part_at_cards"]
