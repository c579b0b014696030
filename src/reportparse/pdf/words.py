"""The words of a page: PDFium's text, cut at spaces and changes of style, each with its place and look.

The whole text is asked for once; then two origins for each word, and the style once for each text object, since every
call counts.  The right side of a word is its last origin plus that glyph's advance, its top and bottom are its
baseline less the font's descent, as pdfminer has them.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from ctypes import byref
from dataclasses import dataclass, field
from typing import NamedTuple

from reportparse.pdf import fonts, native
from reportparse.pdf.page import Color, Style, Word
from reportparse.pdf.space import Space

# PDFium marks a hyphen at a line's end with one of these, and puts no break behind it.
END_HYPHENS = "\ufffe\x02"
_TOKEN = re.compile(rf"[^\s{END_HYPHENS}\x00]+[{END_HYPHENS}]?|[{END_HYPHENS}]")

# A space inside a word that is wider than this, in points and in parts of the type size, is a gap: PDFium joins
# the columns of some tables.  3 pt is pdfplumber's own tolerance; 0.35 em is wider than letter-spacing in text.
MIN_GAP_PT = 3.0
MIN_GAP_EM = 0.35

# Copies of a letter nearer to each other than this part of the type size are one letter printed twice (fake bold).
# Shadows are drawn 0.02-0.06 em apart; the narrowest letter advances by 0.2 em.
MAX_COPY_EM = 0.12


class Run(NamedTuple):
    """What all characters of one text object share."""

    style: Style
    font: "fonts.Font"
    size: float
    """In user space, along the height of the letters."""
    scale: float
    """Points of advance for each unit of the font's size."""
    right: tuple[float, float]
    """Unit vector in which the text runs, in user space."""
    up: tuple[float, float]
    mark: int
    render_mode: int
    address: int


@dataclass(slots=True)
class TextPage:
    """A page's text while it is open."""

    handle: int
    space: Space
    text: str = ""
    fonts: dict[int, "fonts.Font"] = field(default_factory=dict)
    runs: dict[int, Run] = field(default_factory=dict)


class PlacedWord(NamedTuple):
    """A word with the run it belongs to."""

    word: Word
    run: Run
    unmapped: int
    """How many of its characters have no Unicode."""


def read_text(handle: int) -> str:
    """All characters of an open text page, so that a place in the string is PDFium's index of that character."""
    count = native.count_chars(handle)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    written = native.get_text(handle, 0, count, buffer)
    text = buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (native.char_unicode(handle, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00" for code in codes)


def find_words(page: TextPage) -> list[PlacedWord]:
    """The words of `page` in the order of its content."""
    placed: list[PlacedWord] = []
    end = -1
    for start, stop in _find_pieces(page):
        run = _run_at(page, start)
        if run is None:
            continue
        is_glued = start == end and not page.text[start - 1] in END_HYPHENS
        placed.append(_place_word(page, run, start, stop, is_glued, len(placed)))
        end = stop
    return placed


def _find_pieces(page: TextPage) -> Iterator[tuple[int, int]]:
    """Start and end of each word: tokens, cut where the text object's style changes or a gap opens."""
    char_object, handle = native.char_object, page.handle
    for token in _TOKEN.finditer(page.text):
        start, stop = token.span()
        first = char_object(handle, start)
        if stop - start > 1 and char_object(handle, stop - 1) != first:
            for piece in _cut_at_styles(page, start, stop):
                yield from _cut_at_gaps(page, *piece)
        else:
            yield from _cut_at_gaps(page, start, stop)


def _cut_at_styles(page: TextPage, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Cut where font, size or baseline change; text objects alone do not cut, as some files draw each letter as one."""
    begin = start
    last = _run_at(page, start)
    for index in range(start + 1, stop):
        run = _run_at(page, index)
        if run is None or last is None or run is last:
            last = last or run
            continue
        if run.style != last.style or _has_other_baseline(page, run, index - 1, index):
            yield begin, index
            begin = index
        last = run
    yield begin, stop


def _has_other_baseline(page: TextPage, run: Run, before: int, index: int) -> bool:
    (ax, ay), (bx, by) = _origin(page, before), _origin(page, index)
    return abs((bx - ax) * run.up[0] + (by - ay) * run.up[1]) > 0.1 * run.size


def _cut_at_gaps(page: TextPage, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Cut where letters stand further apart than their advances tell; look at each only if the whole does not fit."""
    run = _run_at(page, start)
    if stop - start < 2 or run is None:
        yield start, stop
        return
    room = max(MIN_GAP_PT, MIN_GAP_EM * run.size)
    advances = [_advance(page, run, index) for index in range(start, stop - 1)]
    if _distance(page, run, start, stop - 1) - sum(advances) < room:
        yield start, stop
        return
    begin = start
    for index in range(start + 1, stop):
        if _distance(page, run, index - 1, index) - advances[index - 1 - start] > room:
            yield begin, index
            begin = index
    yield begin, stop


def _distance(page: TextPage, run: Run, first: int, second: int) -> float:
    (ax, ay), (bx, by) = _origin(page, first), _origin(page, second)
    return (bx - ax) * run.right[0] + (by - ay) * run.right[1]


def _place_word(page: TextPage, run: Run, start: int, stop: int, is_glued: bool, index: int) -> PlacedWord:
    text = page.text[start:stop]
    if text[-1] in END_HYPHENS:
        text = text[:-1] + "-"
    text = _drop_copies(page, run, start, text)
    ax, ay = _origin(page, start)
    bx, by = _origin(page, stop - 1)
    advance = _advance(page, run, stop - 1)
    bx, by = bx + advance * run.right[0], by + advance * run.right[1]
    low = run.font.descent * run.size
    high = low + run.size
    ux, uy = run.up
    corners = [page.space.point(x + up * ux, y + up * uy) for x, y in ((ax, ay), (bx, by)) for up in (low, high)]
    xs, tops = [corner[0] for corner in corners], [corner[1] for corner in corners]
    angle = _angle(page.space, run)
    x0, top, x1, bottom = min(xs), min(tops), max(xs), max(tops)
    baseline = page.space.point(ax, ay)[1] if angle in (0, 180) else (top + bottom) / 2
    unmapped = sum(native.char_is_unmapped(page.handle, i) == 1 for i in range(start, stop)) if run.font.may_be_unmapped else 0
    return PlacedWord(
        Word(text, x0, top, x1, bottom, baseline, run.style, angle, is_glued, run.mark, index), run, unmapped
    )


def _drop_copies(page: TextPage, run: Run, start: int, text: str) -> str:
    """Take out letters printed twice on the same spot: "DDaattaa" drawn so is "Data".

    Only where all are doubled: the letters of a ligature share one spot as well.
    """
    if len(text) < 2 or text[0::2] != text[1::2]:
        return text
    kept = [text[0]]
    for offset in range(1, len(text)):
        if text[offset] == text[offset - 1]:
            (ax, ay), (bx, by) = _origin(page, start + offset - 1), _origin(page, start + offset)
            if math.hypot(bx - ax, by - ay) < MAX_COPY_EM * run.size:
                continue
        kept.append(text[offset])
    return "".join(kept)


def _angle(space: Space, run: Run) -> int:
    x = space.a * run.right[0] + space.c * run.right[1]
    top = space.b * run.right[0] + space.d * run.right[1]
    return round(math.degrees(math.atan2(top, x)) / 90) % 4 * 90


_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.addressof(_x), ctypes.addressof(_y)


def _origin(page: TextPage, index: int) -> tuple[float, float]:
    native.char_origin(page.handle, index, _X, _Y)
    return _x.value, _y.value


def _advance(page: TextPage, run: Run, index: int) -> float:
    width = run.font.widths.get(page.text[index])
    if width is None:
        width = _measure_advance(page, run, index)
        run.font.widths[page.text[index]] = width
    return width * run.scale


def _measure_advance(page: TextPage, run: Run, index: int) -> float:
    """Advance of a letter in parts of the font's size: the font's word for it, checked once against the glyph's box.

    PDFium finds the glyph back from its Unicode and may hit another; the loose box reaches from the origin over the
    advance, and over the ink where that goes further.
    """
    width = fonts.glyph_width(run.font, page.text[index])
    box = native.Rect()
    if run.scale <= 0 or not native.char_loose_box(page.handle, index, byref(box)):
        return width
    x, y = _origin(page, index)
    ends = [(cx - x) * run.right[0] + (cy - y) * run.right[1] for cx in (box.left, box.right) for cy in (box.top, box.bottom)]
    seen = max(ends) / run.scale
    return width if abs(seen - width) < fonts.MAX_OVERHANG_EM and width > 0 else max(seen, 0.0)


def _run_at(page: TextPage, index: int) -> Run | None:
    """The run of the text object that draws this character; None for a character that nothing draws."""
    address = native.char_object(page.handle, index)
    if not address:
        return None
    run = page.runs.get(address)
    if run is None:
        run = page.runs[address] = _read_run(page, address, index)
    return run


def _read_run(page: TextPage, address: int, index: int) -> Run:
    matrix = native.Matrix()
    native.char_matrix(page.handle, index, byref(matrix))
    set_size = abs(native.char_size(page.handle, index)) or 1.0
    wide, high = math.hypot(matrix.a, matrix.b) or 1.0, math.hypot(matrix.c, matrix.d) or 1.0
    size = set_size * high
    font = _font_of(page, address)
    style = Style(font.name, round(size, 2), font.is_bold, font.is_italic, _color_at(page, index))
    right = (matrix.a / wide, matrix.b / wide)
    # The text stands upright on its line even where the matrix is slanted (fake italics) or mirrored.
    up = (-right[1], right[0]) if matrix.a * matrix.d - matrix.b * matrix.c >= 0 else (right[1], -right[0])
    mode = native.text_render_mode(address)
    return Run(style, font, size, set_size * wide, right, up, native.object_mark(address), mode, address)


def _font_of(page: TextPage, address: int) -> "fonts.Font":
    handle = native.text_font(address) or 0
    font = page.fonts.get(handle)
    if font is None:
        font = page.fonts[handle] = fonts.read_font(handle)
    return font


def _color_at(page: TextPage, index: int) -> Color | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not native.char_color(page.handle, index, byref(red), byref(green), byref(blue), byref(alpha)):
        return None
    return red.value, green.value, blue.value
