"""Letter-spaced words that PDFium takes apart: where all letters stand apart, that space is none between words."""

from collections import Counter
from collections.abc import MutableSequence, Sequence

from reportparse.pdf.page import Style, Word
from reportparse.pdf.pieces import Letter

# Least space between the letters of a spaced word, in parts of the type size; kerning and justified text stay below.
MIN_SPACE_EM = 0.06
# Fewest letters that tell how a word is spaced: browsers paint titles in pieces of one to six.
MIN_LETTERS = 2
# Part of the letters of a line, single ones aside, that stand in spaced words: fonts may tell a wrong width for some.
MIN_SHARE = 0.6
# The space between two words is wider than that between letters by more than this factor: it has the width of both.
MAX_LETTER_SPACE = 1.5
# Baselines nearer than this are one, in points.
SAME_LEVEL_PT = 0.5

Spaces = dict[tuple[Style, int], tuple[float, int]]
"""Of lines with spaced words, by type and baseline (in points): the least space, and how many letters have it."""


def note_space(spaces: Spaces, style: Style, baseline: float, space: float, count: int) -> None:
    """Add a spaced word of `count` letters."""
    key = style, round(baseline)
    least, letters = spaces.get(key, (space, 0))
    spaces[key] = min(least, space), letters + count


def measure_space(letters: Sequence[Letter]) -> float | None:
    """The space between the letters of a level word, in points, if it is letter-spaced."""
    first, last = letters[0], letters[-1]
    is_word = len(letters) >= MIN_LETTERS and all(letter.text.isalpha() for letter in letters)
    if not is_word or abs(last.y - first.y) > SAME_LEVEL_PT:
        return None
    space = (last.x - first.x - sum(letter.advance for letter in letters[:-1])) / (len(letters) - 1)
    return space if space >= MIN_SPACE_EM * first.run.size else None


def close_up(words: MutableSequence[Word], spaces: Spaces) -> None:
    """Glue the words that no wider space parts than stands between the letters of their line."""
    totals: Counter[tuple[Style, int]] = Counter()
    for word in words:
        if len(word.text) >= MIN_LETTERS and word.text.isalpha():
            totals[word.style, round(word.baseline)] += len(word.text)
    spaced = {key: space for key, (space, count) in spaces.items() if count >= MIN_SHARE * totals[key]}
    for place in range(1, len(words) if spaced else 0):
        before, word = words[place - 1], words[place]
        least = spaced.get((word.style, round(word.baseline)))
        if least is None or before.style != word.style or abs(before.baseline - word.baseline) > SAME_LEVEL_PT:
            continue
        if -least <= word.x0 - before.x1 <= MAX_LETTER_SPACE * least:
            words[place] = word._replace(is_glued=True)
