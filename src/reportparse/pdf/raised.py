"""Superior figures: digits that a font draws raised and small, though set in the size and on the line of their word.

Typesetters set the marks of footnotes so, and nothing but the ink of the glyph tells "2020¹" from "20201".
"""

import ctypes
from ctypes import byref

from reportparse.pdf import native
from reportparse.pdf.page import Word
from reportparse.pdf.runs import Run, TextPage, measure_advance

# The ink of a raised digit begins this high above the baseline, in parts of the type size: superior figures begin at
# 0.25 to 0.4, lining and old-style figures at 0 or below.
MIN_RAISED_EM = 0.18
# What a raised digit is as a mark: its size and the rise of its baseline, in parts of the type size.
MARK_SIZE = 0.6
MARK_RISE = 0.33


def split_raised(page: TextPage, run: Run, start: int, word: Word) -> list[Word]:
    """Cut raised digits off the front or end of an upright word; most words come back as they are."""
    text = word.text
    if len(text) < 2 or word.angle or not (text[-1].isdigit() or (text[0].isdigit() and text[-1].isalpha())):
        return [word]
    tail = _count(page, run, start, word, backwards=True)
    lead = _count(page, run, start, word, backwards=False) if not tail else 0
    if not 0 < tail + lead < len(text):
        return [word]
    cut = len(text) - tail if tail else lead
    x = word.x0 + sum(measure_advance(page, run, start + place) for place in range(cut)) * run.scale
    first, second = word._replace(text=text[:cut], x1=x), word._replace(text=text[cut:], x0=x, is_glued=True)
    return [_as_mark(first), second] if lead else [first, _as_mark(second)]


def _count(page: TextPage, run: Run, start: int, word: Word, *, backwards: bool) -> int:
    """How many digits at one end of the word are drawn raised."""
    count = 0
    places = range(len(word.text) - 1, -1, -1) if backwards else range(len(word.text))
    for place in places:
        if not word.text[place].isdigit() or not _is_raised(page, run, start + place, word):
            break
        count += 1
    return count


def _is_raised(page: TextPage, run: Run, index: int, word: Word) -> bool:
    left, right, low, high = (ctypes.c_double() for _ in range(4))
    if not native.char_box(page.handle, index, byref(left), byref(right), byref(low), byref(high)):
        return False
    return word.baseline - page.space.point(left.value, low.value)[1] > MIN_RAISED_EM * run.size


def _as_mark(word: Word) -> Word:
    size = word.style.size
    style = word.style._replace(size=round(MARK_SIZE * size, 2))
    baseline = word.baseline - MARK_RISE * size
    return word._replace(style=style, baseline=baseline, bottom=baseline)
