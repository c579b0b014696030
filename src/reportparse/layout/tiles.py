"""Tiles of a dashboard: boxes of one look in a row, each with one figure and all that is told of it, and no text."""

from collections import Counter
from collections.abc import Sequence

from reportparse.geometry import unite
from reportparse.layout.frames import Frame, find_cards, frame_of
from reportparse.layout.lines import Line
from reportparse.layout.strips import is_cell

# Words that a tile has in one type, at most: the longest names of measures; what a panel tells is longer.
MAX_NAME_WORDS = 10


def widen_cells(strips: Sequence[Frame], frames: Sequence[Frame], lines: Sequence[Line]) -> list[Frame]:
    """The cells of number strips, those on tiles with all lines of their tile: a name, a change, what was aimed for."""
    cards = find_cards([frame.box for frame in frames]) if strips else set()
    tiles = [frame for frame in frames if frame.box in cards]
    return [_widen(strip, tiles, frames, lines) for strip in strips] if tiles else list(strips)


def _widen(strip: Frame, tiles: Sequence[Frame], frames: Sequence[Frame], lines: Sequence[Line]) -> Frame:
    tile = frame_of(strip.box, tiles)
    held = [line for line in lines if tile is not None and frame_of(line.box, frames) is tile]
    if not is_cell(held) or holds_prose(held):
        return strip
    return strip._replace(box=unite(line.box for line in held))


def holds_prose(lines: Sequence[Line]) -> bool:
    """Whether some of the lines tell more than a name: a sentence, or many words in one type."""
    words = Counter(word.style for line in lines for word in line.words)
    return max(words.values()) > MAX_NAME_WORDS or any(line.text.endswith(".") for line in lines)


__all__ = ["holds_prose", "widen_cells"]
