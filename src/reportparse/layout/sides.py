"""One side of a white strip: whether it is a column of text, or columns of text itself."""

from itertools import pairwise
from statistics import median
from typing import NamedTuple, Protocol

from reportparse.geometry import Box
from reportparse.layout.lines import Line, count_lettered

# Narrowest white strip between two columns, in points: 8 pt is the least seen in three-column brochures.
MIN_GUTTER_PT = 8.0
# Narrowest column of text, in points: about ten letters of 9 pt type; side notes begin at 80.
MIN_COLUMN_PT = 50.0
# How full of text the middle line of a column is.  Justified prose is above 0.95, ragged prose and lists above 0.6;
# the labels of a form or of a table's first column lie below 0.5.
MIN_FILL = 0.45
# Fewest lines on each side.
MIN_LINES = 2
# Rows of this many words are prose, however ragged.
PROSE_WORDS = 5
# Fewest words in the middle row of a column: values have one.
MIN_WORDS = 1.5
# How full of text, and of how many words, the middle line of a column is that is nothing but prose, and how many
# lines it has: the words of a table's row are fewer.
MIN_PROSE_FILL, MIN_PROSE_WORDS, MIN_PROSE_LINES = 0.7, 4, 6
# Widest number that hangs left of a column, in points: "(viii)" in 11 pt type.
MAX_HANGING_PT = 30.0


class Item(Protocol):
    """Something with a place on the page: a line, or what stands for a table or picture."""

    @property
    def box(self) -> Box:
        """Where it stands."""

    @property
    def order(self) -> int:
        """Where it comes in the page's content; -1 where unknown."""

    @property
    def is_text(self) -> bool:
        """Whether it is a line of text."""

    @property
    def word_count(self) -> int:
        """Words with letters in it; 0 for a picture or table."""


class LineItem:
    """A line of text among the items; its words are counted where somebody asks, as on most pages nobody does."""

    __slots__ = ("_word_count", "box", "line", "order")
    is_text = True

    def __init__(self, line: Line, *, is_told: bool = True) -> None:
        """Any line; `is_told` where the order of the page's content means something."""
        self.line, self.box, self.order = line, line.box, line.words[0].order if is_told else -1
        self._word_count = -1

    @property
    def word_count(self) -> int:
        """Words with letters in it."""
        if self._word_count < 0:
            self._word_count = count_lettered(self.line)
        return self._word_count


class Side(NamedTuple):
    """How many rows a side has, how wide it is, how full its middle row, and how many words that has."""

    lines: float
    width: float
    fill: float
    words: float

    @classmethod
    def of(cls, items: list[Item]) -> "Side":
        """What one side is like; a picture or table counts as many full lines as it is high."""
        width = width_of(items)
        rows = _count_rows(items)
        solid = sum(item.box.height / 12 for item in items if not item.is_text)
        texts = [item for item in items if item.is_text]
        if not texts or solid > rows:
            return cls(rows + solid, width, 1.0, 10.0)
        spans = sorted(_row_spans(texts))
        middle = _weighted_middle(spans)
        return cls(rows + solid, width, middle / width if width else 0.0, median(words for _, words in spans))


def width_of(items: list[Item]) -> float:
    """From the left edge of what stands furthest left to the right edge of what reaches furthest right."""
    return max([item.box.x1 for item in items]) - min([item.box.x0 for item in items])


def _weighted_middle(spans: list[tuple[float, int]]) -> float:
    """The width of the line that the middle word stands in: short lines of labels weigh little beside prose."""
    half = sum(words for _, words in spans) / 2
    for span, words in spans:
        half -= words
        if half <= 0:
            return span
    return spans[-1][0]


def _row_spans(items: list[Item]) -> list[tuple[float, int]]:
    """Width and number of words of each row."""
    spans: list[tuple[float, int]] = []
    low, high, level, words = 0.0, 0.0, float("-inf"), 0
    for item in sorted(items, key=lambda item: item.box.bottom):
        if item.box.bottom - level > 3:
            if level > 0:
                spans.append((high - low, words))
            low, high, level, words = item.box.x0, item.box.x1, item.box.bottom, 0
        low, high, words = min(low, item.box.x0), max(high, item.box.x1), words + item.word_count
    return [*spans, (high - low, words)]


def _count_rows(items: list[Item]) -> int:
    levels = sorted(item.box.bottom for item in items)
    return 1 + sum(b - a > 3 for a, b in pairwise(levels))


def is_column(side: Side) -> bool:
    """Whether a side is filled as a column of text is."""
    return (side.fill >= MIN_FILL or side.words >= PROSE_WORDS) and side.words >= MIN_WORDS


def parts_again(items: list[Item]) -> bool:
    """Whether one side is columns itself, parted by white from top to bottom: a short last one fills none of it."""
    sides = [Side.of(part) for part in _find_parts(items)]
    return len(sides) > 1 and all(
        side.lines >= MIN_LINES and side.width >= MIN_COLUMN_PT and is_column(side) for side in sides
    )


def is_prose(items: list[Item]) -> bool:
    """Whether one side is nothing but prose: full lines of many words, or columns of such."""
    sides = [side for part in _find_parts(items) if (side := Side.of(part)).lines >= MIN_LINES]
    return bool(sides) and all(
        side.fill >= MIN_PROSE_FILL and side.words >= MIN_PROSE_WORDS and side.lines >= MIN_PROSE_LINES
        for side in sides
    )


def _find_parts(items: list[Item]) -> list[list[Item]]:
    """What stands between strips of white that run from top to bottom."""
    parts: list[list[Item]] = []
    edge = float("-inf")
    for item in sorted(items, key=lambda item: item.box.x0):
        if item.box.x0 - edge >= MIN_GUTTER_PT:
            parts.append([])
        parts[-1].append(item)
        edge = max(edge, item.box.x1)
    return _with_hanging(parts)


def _with_hanging(parts: list[list[Item]]) -> list[list[Item]]:
    """The parts, numbers that hang before one of them put to it."""
    joined: list[list[Item]] = []
    hanging: list[Item] = []
    for part in parts:
        if all(item.box.width < MAX_HANGING_PT for item in part):
            hanging += part
        else:
            joined.append([*hanging, *part])
            hanging = []
    return joined if not hanging else [*joined, hanging]
