"""Letter-spaced words that PDFium takes apart: where all letters stand apart, that space is none between words."""

from collections.abc import Mapping, MutableSequence, Sequence

from reportparse.pdf.page import Style, Word
from reportparse.pdf.pieces import Letter

# Least space between the letters of a spaced word, in parts of the type size; kerning and justified text stay below.
MIN_SPACE_EM = 0.06
# Fewest letters that tell how a line is spaced.
MIN_LETTERS = 3
# The space between two words is wider than that between letters by more than this factor: it has the width of both.
MAX_LETTER_SPACE = 1.5
# Baselines nearer than this are one, in points.
SAME_LEVEL_PT = 0.5

Spaces = Mapping[tuple[Style, int], float]
"""The space between the letters of a line, by its type and baseline (in points)."""


def measure_space(letters: Sequence[Letter]) -> float | None:
    """The space between the letters of a level word, in points, if it is letter-spaced."""
    first, last = letters[0], letters[-1]
    if len(letters) < MIN_LETTERS or abs(last.y - first.y) > SAME_LEVEL_PT:
        return None
    space = (last.x - first.x - sum(letter.advance for letter in letters[:-1])) / (len(letters) - 1)
    return space if space >= MIN_SPACE_EM * first.run.size else None


def close_up(words: MutableSequence[Word], spaces: Spaces) -> None:
    """Glue the words that no wider space parts than stands between the letters of their line."""
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        space = spaces.get((word.style, round(word.baseline)))
        if space is None or before.style != word.style or abs(before.baseline - word.baseline) > SAME_LEVEL_PT:
            continue
        if -space <= word.x0 - before.x1 <= MAX_LETTER_SPACE * space:
            words[place] = word._replace(is_glued=True)
