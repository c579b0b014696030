"""Labels set aslant: words that rise or fall, put together again along their slope.

A page tells only quarter turns; a slanted word is one whose box is much higher than its type.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from reportparse.geometry import Box, grow, shared_area
from reportparse.layout import Line, find_lines
from reportparse.layout.lines import make_line
from reportparse.pdf import Word

# The box of an upright word is 1.0 to 1.3 type sizes high; of five letters at 30 degrees, 1.9.
MIN_HEIGHT_EM = 1.6
# Two words of one label stand this near to each other, in type sizes.
NEAR_EM = 0.45
# From one to the next they rise or fall by more than this, in type sizes, and are no steeper: 68 degrees.
MIN_STEP_EM = 0.2
MAX_SLOPE = 2.5
# They rise by at least this part of the slope that the box of the first has, which is up to 2.8 times the true one.
SAME_SLOPE = 0.3


def split_slanted(words: Iterable[Word]) -> tuple[list[list[Word]], list[Word]]:
    """(the words of each slanted label, all other words), both in the order of the content."""
    ordered = sorted(words, key=attrgetter("order"))
    if not _has_slanted(ordered):
        return [], ordered
    groups: list[list[Word]] = []
    for word in ordered:
        if groups and _goes_on(groups[-1][-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    slanted = [group for group in groups if len(group) > 1 or is_slanted(group[0])]
    return slanted, [word for group in groups if len(group) == 1 and not is_slanted(group[0]) for word in group]


def find_all_lines(page: int, words: Sequence[Word]) -> list[Line]:
    """The lines of words of a page; a label set aslant is one of its own, whatever it crosses."""
    if not _has_slanted(words):
        return find_lines(page, words)
    slanted, upright = split_slanted(words)
    return [*(make_line(page, group) for group in slanted), *find_lines(page, upright)]


def is_slanted(word: Word) -> bool:
    """Whether a word stands aslant: one that counts as upright, or where it is steep as turned."""
    if word.angle in (90, 270):
        return word.x1 - word.x0 > MIN_HEIGHT_EM * word.style.size
    return word.bottom - word.top > MIN_HEIGHT_EM * word.style.size and word.angle == 0


def is_slanted_line(line: Line) -> bool:
    """Whether a line is a label set aslant: such words are in no other line."""
    return line.box.height > MIN_HEIGHT_EM * line.style.size and _has_slanted(line.words)


def _has_slanted(words: Sequence[Word]) -> bool:
    high = [word for word in words if word.bottom - word.top > MIN_HEIGHT_EM * word.style.size]  # few of a page
    return any(map(is_slanted, high))


def _goes_on(before: Word, word: Word) -> bool:
    """Whether a word, or a piece of one, stands up the slope from the one before it."""
    size = before.style.size
    if word.angle or word.order != before.order + 1 or not (is_slanted(before) or is_slanted(word)):
        return False
    if word.is_glued:
        return True  # the last digits of "2016/17" stand as high as a footnote's mark
    aside, rise = word.x0 - before.x0, before.baseline - word.baseline
    if not (aside > 0 and MIN_STEP_EM * size < rise < MAX_SLOPE * aside):
        return False
    if rise * (before.x1 - before.x0) < SAME_SLOPE * aside * (before.bottom - before.top):
        return False  # the next label, which begins beside it
    return shared_area(grow(before.box, NEAR_EM * size), grow(word.box, NEAR_EM * size)) > 0


def _rises(word: Word) -> bool:
    """Whether a word begins at its lower end, as its turn or its baseline tells."""
    return word.angle == 270 if word.angle else word.baseline > word.box.middle[1]


def find_anchor(group: Sequence[Word]) -> Box:
    """Where the label points: its upper end, where the axis is, as a box of one type size."""
    size = group[0].style.size
    rises = _rises(group[0])
    x = max(word.x1 for word in group) if rises else min(word.x0 for word in group)
    top = min(word.top for word in group)
    return Box(x - size, top, x, top + size) if rises else Box(x, top, x + size, top + size)
