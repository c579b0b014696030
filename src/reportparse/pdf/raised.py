"""Superior figures: digits that a font draws raised and small, though set in the size and on the line of their word.

Typesetters set the marks of footnotes so, and nothing but the ink of the glyph tells "2020¹" from "20201".
"""

import ctypes
from ctypes import byref

from reportparse.pdf import native
from reportparse.pdf.bulk import read_origins
from reportparse.pdf.page import Word
from reportparse.pdf.runs import Run, TextPage, measure_advance

# The ink of a raised digit begins this high above the baseline, in parts of the type size: superior figures begin at
# 0.25 to 0.4, lining and old-style figures at 0 or below.
MIN_RAISED_EM = 0.18
# What a raised digit is as a mark: its size and the rise of its baseline, in parts of the type size.
MARK_SIZE = 0.6
MARK_RISE = 0.33
_STOPS = ".,;:!?)]”’\"'"

_sides = (ctypes.c_double * 4)()
_SIDES = tuple(byref(_sides, 8 * place) for place in range(4))


def may_be_raised(text: str) -> bool:
    """Whether a word begins or ends in a digit, but for the stops behind it.

    >>> may_be_raised("aftercare1,"), may_be_raised("aftercare,"), may_be_raised("1")
    (True, False, False)
    """
    bare = text.rstrip(_STOPS)
    return len(text) > 1 and bool(bare) and (bare[-1].isdigit() or bare[0].isdigit())


def split_raised(page: TextPage, run: Run, start: int, word: Word) -> list[Word]:
    """Cut raised digits out of the front or end of an upright word; most words come back as they are.

    A full stop or comma may follow the mark: "aftercare¹,".  Before a number it opens a note: "¹74", which is no 174.
    """
    text = word.text
    if word.angle or not may_be_raised(text):
        return [word]
    stop = len(text.rstrip(_STOPS))
    first = stop - _count(page, run, start, word, range(stop - 1, -1, -1))
    lead = _count(page, run, start, word, range(stop)) if first == stop else 0  # "¹Last year", "¹74 in last year"
    if lead:
        first, stop = 0, lead
    if first == stop or stop - first == len(text):
        return [word]
    widths = [measure_advance(page, run, start + k) * run.scale for k in range(stop)]
    left, right = word.x0 + sum(widths[:first]), word.x0 + sum(widths)
    pieces = [(text[:first], word.x0, left), (text[first:stop], left, right), (text[stop:], right, word.x1)]
    parts = enumerate(piece for piece in pieces if piece[0])
    words = [
        word._replace(text=part, x0=x0, x1=x1, is_glued=True, order=word.order + k) for k, (part, x0, x1) in parts
    ]
    place = 1 if first else 0
    words[place] = as_mark(words[place])
    words[0] = words[0]._replace(is_glued=word.is_glued)
    return words


def _count(page: TextPage, run: Run, start: int, word: Word, places: range) -> int:
    """How many digits in a row, looked at in this order, are drawn raised."""
    count = 0
    for place in places:
        if not word.text[place].isdigit() or not _is_raised(page, run, start + place, word.baseline):
            break
        count += 1
    return count


def _is_raised(page: TextPage, run: Run, index: int, baseline: float) -> bool:
    if not native.char_box(page.handle, index, *_SIDES):
        return False
    left, right, low, high = _sides
    if not run.is_level:  # the letters of a slanted word climb
        (x,), (y,) = read_origins(page.handle, (index,))
        baseline = page.space.point(x, y)[1]
    return baseline - page.space.box(left, low, right, high).bottom > MIN_RAISED_EM * run.size  # of a turned page, too


def as_mark(word: Word) -> Word:
    """The word as a mark is set: small, and above its line."""
    size = word.style.size
    style = word.style._replace(size=round(MARK_SIZE * size, 2))
    baseline = word.baseline - MARK_RISE * size
    return word._replace(style=style, baseline=baseline, bottom=baseline)
