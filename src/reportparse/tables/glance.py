"""A first look at the words of a page: whether any table may stand among them, as on a page of prose none does."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.layout.lines import find_rows
from reportparse.pdf import Word
from reportparse.tables.runs import MARKER, MIN_NUMBERED_WORDS
from reportparse.tables.segments import DOTS, NUMBER_GAP_EM, ends_in_leader


def may_hold_table(words: Sequence[Word]) -> bool:
    """Whether at least two rows may part into cells; a paragraph's number that hangs before its text is no cell."""
    upright = [word for word in words if not word.angle]
    least = NUMBER_GAP_EM * min([word.style.size for word in upright], default=0.0)
    parted = 0
    for row in find_rows(upright):
        wide = [
            place
            for place, (before, word) in enumerate(pairwise(row), 1)
            if (word.x0 - before.x1 > least and _is_wide(before, word))
            or (before.text[-1] in DOTS and ends_in_leader(before.text))
        ]
        if wide and not (wide == [1] and len(row) > MIN_NUMBERED_WORDS and MARKER.fullmatch(row[0].text)):
            parted += 1
            if parted > 1:
                return True
    return False


def _is_wide(before: Word, word: Word) -> bool:
    """Whether the gap is as wide as the narrowest that parts two cells, that between numbers."""
    return word.x0 - before.x1 > NUMBER_GAP_EM * min(before.style.size, word.style.size)
