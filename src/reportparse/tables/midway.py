"""What stands midway beside two lines of a cell, as browsers and brochures set values, is of the row of the first."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

# Two lines of a cell are so far apart, in parts of the type size, and what stands midway beside them is off the middle
# by no more than this.
MIN_LEADING_EM, MAX_LEADING_EM, MAX_OFF_EM = 0.9, 1.7, 0.16
# Longest text that stands so, in words: a value, or a short name beside a long text.
MAX_WORDS = 6


class Text(Protocol):
    """A text of one line."""

    @property
    def x0(self) -> float:
        """Left side."""

    @property
    def x1(self) -> float:
        """Right side."""

    @property
    def baseline(self) -> float:
        """Height of its baseline."""

    @property
    def size(self) -> float:
        """Of its largest type."""

    @property
    def words(self) -> Sequence[object]:
        """What it is made of."""


_T = TypeVar("_T", bound=Text)


def join_midway(rows: Sequence[list[_T]]) -> list[list[_T]]:
    """Rows from top to bottom, those that stand midway beside two lines of a cell put to the first of the two."""
    joined: list[list[_T]] = []
    above: list[_T] | None = None
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else None
        if above is not None and below is not None and _is_midway(above, row, below):
            joined[-1] = sorted((*joined[-1], *row), key=lambda text: text.x0)
            above = None
        else:
            joined.append(row)
            above = row
    return joined


def _is_midway(above: Sequence[Text], row: Sequence[Text], below: Sequence[Text]) -> bool:
    size = row[0].size
    up, down = row[0].baseline - above[0].baseline, below[0].baseline - row[0].baseline
    if not MIN_LEADING_EM * size <= up + down <= MAX_LEADING_EM * size or abs(up - down) > 2 * MAX_OFF_EM * size:
        return False
    if any(len(text.words) > MAX_WORDS or _shares(text, (*above, *below)) for text in row):
        return False
    return any(_shares(text, below) for text in above)


def _shares(text: Text, others: Sequence[Text]) -> bool:
    """Whether a text stands above or below one of the others."""
    return any(text.x0 < other.x1 and other.x0 < text.x1 for other in others)
