"""What the characters of a text object share: font, size, colour, direction; asked for in bulk, for speed."""

import math
import re
from collections.abc import Sequence
from ctypes import byref
from dataclasses import dataclass, field
from typing import NamedTuple

from reportparse.pdf import fonts, native
from reportparse.pdf.bulk import NO_COLOR, read_origins, read_settings
from reportparse.pdf.page import Style
from reportparse.pdf.space import Space

# PDFium marks a hyphen at a line's end, hard or soft, with one of these, and puts no break behind it.
END_HYPHENS = "\ufffe\x02"

# The letters of ligatures, "ff" and "fi" to "st", with the bytes of each turned; two of "ffi" and "ffl" are one.
TURNED = re.compile("[\u6600\u7300\u7400][\u6600\u6900\u6a00\u6c00\u7400\ucf00\ud200]{1,2}")
_TURNED_PAIRS = {"\ucf00": "fi", "\ud200": "fl"}

# No page and no letter is larger than this, in points (the format's own limit for a page is 14,400): what is, or is
# no number at all, stands nowhere.
MAX_PLACE = 1e6

_LEVEL_SPACE = (1, 0, 0, -1)

# Type of less than this, in points, may be a Type 3 font's, whose glyphs are drawn in units of the font's own: a size
# of 0.24 with letters of 10 points.  The boxes of other fonts' letters are up to 1.5 sizes high.
_MAX_DOUBTED_SIZE, _MIN_OWN_UNITS = 1.5, 3.0
_LETTERS_MEASURED = 40


class Run(NamedTuple):
    """How characters are set that share all of it; one for many text objects, as some files draw each letter as one."""

    style: Style
    font: "fonts.Font"
    size: float
    """In user space, along the height of the letters."""
    scale: float
    """Points of advance for each unit of the font's size."""
    right: tuple[float, float]
    """Unit vector in which the text runs, in user space."""
    up: tuple[float, float]
    angle: int
    """As `Word.angle`."""
    is_level: bool
    """The text stands upright and runs to the right, on a page that is not turned."""
    render_mode: int


_Signature = tuple[int | None, int, float, float, float, float, float, float, float, float]
"""The handle of the font, the render mode, and what `read_settings` tells: what makes a run."""


@dataclass(slots=True)
class TextPage:
    """A page's text while it is open."""

    handle: native.Pointer
    space: Space
    text: str = ""
    shelf: fonts.FontShelf = field(default_factory=fonts.FontShelf)
    fonts: dict[int, "fonts.Font"] = field(default_factory=dict)
    runs: dict[int, Run] = field(default_factory=dict)
    """By the address of the text object."""
    marks: dict[int, int] = field(default_factory=dict)
    """Ids of the marked content that the structure tree points at, -1 for none; by the address of the text object."""
    kinds: dict[_Signature, Run] = field(default_factory=dict)
    spaces: dict[tuple[Style, int], tuple[float, int]] = field(default_factory=dict)
    """Between the letters of each line whose letters stand apart, by its type and baseline."""
    is_coded: bool = False
    """What has no Unicode was made letters by a table of codes."""


def join_halves(text: str) -> str:
    r"""The text with characters that are two halves put together.

    >>> join_halves("\ud83d\ude03 is one") == "\U0001f603 is one"
    True
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def turn_letters(text: str) -> str:
    r"""The text with the letters of ligatures whose bytes are turned put right, where others of the word are Latin.

    Ghostscript 10.0 writes them so: "fi" as the two Chinese signs U+6600 and U+6900.

    >>> turn_letters("\u6600\u6900rst"), turn_letters("o\u6600\ucf00ce"), ascii(turn_letters("\u6600\u6900"))
    ('first', 'office', "'\\u6600\\u6900'")
    """
    is_latin = any(letter.isascii() and letter.isalpha() for letter in text)
    return TURNED.sub(_turn, text) if is_latin else text


def _turn(found: re.Match[str]) -> str:
    return "".join(_TURNED_PAIRS.get(letter) or chr(ord(letter) >> 8) for letter in found[0])


def find_run(page: TextPage, index: int) -> tuple[Run, int] | None:
    """The run and the mark of the text object that draws this character; None for one that nothing draws."""
    address = native.char_object(page.handle, index)
    if not address:
        return None
    if address not in page.runs:
        read_runs(page, {address: index})
    return page.runs[address], page.marks[address]


def read_runs(page: TextPage, objects: dict[int, int]) -> None:
    """Ask for the runs and marks of these text objects, each told with one of its characters."""
    if not objects:
        return
    pointers = list(map(native.pointer, objects))
    settings = read_settings(page.handle, list(objects.values()))
    fonts_of, modes = map(native.text_font, pointers), map(native.text_render_mode, pointers)
    signatures = zip(fonts_of, modes, *settings, strict=True)
    for (address, index), signature in zip(objects.items(), signatures, strict=True):
        page.runs[address] = page.kinds.get(signature) or _make_run(page, signature, index)
    page.marks.update(zip(objects, map(native.object_mark, pointers), strict=True))


def _make_run(page: TextPage, signature: _Signature, index: int) -> Run:
    font_handle, mode, told_size, *matrix, red, green, blue = signature
    # A size below nought turns the letters once more: some files write all text so, turned back by its matrix.
    way = -1.0 if told_size < 0 else 1.0
    a, b, c, d = (way * value if abs(value) < MAX_PLACE else 0.0 for value in matrix)
    set_size = abs(told_size) if 0 < abs(told_size) < MAX_PLACE else 1.0
    wide, high = math.hypot(a, b) or 1.0, math.hypot(c, d) or 1.0
    size = set_size * high
    font = _font_of(page, font_handle or 0)
    rgb = None if red == NO_COLOR else (int(red), int(green), int(blue))
    if size < _MAX_DOUBTED_SIZE:
        size = _measure_size(page, index, told_size, size)
    style = Style(font.name, round(size, 2), font.is_bold, font.is_italic, rgb)
    right = (a / wide, b / wide)
    # The text stands upright on its line even where the matrix is slanted (fake italics) or mirrored.
    up = (-right[1], right[0]) if a * d - b * c >= 0 else (right[1], -right[0])
    is_level = right[0] > 0 and abs(right[1]) < 1e-4 and up[1] > 0 and page.space[:4] == _LEVEL_SPACE
    angle = 0 if is_level else _angle(page.space, right)
    run = page.kinds[signature] = Run(style, font, size, set_size * wide, right, up, angle, is_level, mode)
    return run


def _measure_size(page: TextPage, index: int, told: float, size: float) -> float:
    """The height of the tallest of some letters of this size where that is no height of such type; else `size`."""
    box, tallest = native.Rect(), 0.0
    for place in range(index, min(len(page.text), index + _LETTERS_MEASURED)):
        is_such = native.char_size(page.handle, place) == told
        if is_such and native.char_loose_box(page.handle, place, byref(box)):
            tallest = max(tallest, box.top - box.bottom)
    return tallest if _MIN_OWN_UNITS * size <= tallest < MAX_PLACE else size


def _font_of(page: TextPage, handle: int) -> "fonts.Font":
    font = page.fonts.get(handle)
    if font is None:
        font = page.fonts[handle] = fonts.find_font(handle, page.shelf)
    return font


def _angle(space: Space, right: tuple[float, float]) -> int:
    x = space.a * right[0] + space.c * right[1]
    top = space.b * right[0] + space.d * right[1]
    return round(math.degrees(math.atan2(top, x)) / 90) % 4 * 90


def count_unmapped(page: TextPage, run: Run, indexes: Sequence[int]) -> int:
    """How many of these characters PDFium could find no Unicode for."""
    if page.is_coded or not run.font.unmapped:
        return 0
    return sum(page.text[i] in run.font.unmapped and native.char_is_unmapped(page.handle, i) == 1 for i in indexes)


def measure_advance(page: TextPage, run: Run, index: int) -> float:
    """Advance of a letter in parts of the font's size: the font's word for it, checked once against the glyph's box.

    PDFium finds the glyph back from its Unicode and may hit another; the loose box reaches from the origin over the
    advance, and over the ink where that goes further.
    """
    letter = page.text[index]
    known = run.font.widths.get(letter)
    if known is not None:
        return known
    if not page.is_coded and native.char_is_unmapped(page.handle, index) == 1:
        run.font.unmapped.add(letter)
    width = fonts.glyph_width(run.font, "-" if letter in END_HYPHENS else letter)
    seen = measure_loose(page, run, index)
    if seen is not None and (width <= 0 or abs(seen - width) >= fonts.MAX_OVERHANG_EM):
        if width > 0 and _is_part_of_glyph(page, index):
            return width
        width = max(seen, 0.0)
    run.font.widths[letter] = width
    return width


def measure_loose(page: TextPage, run: Run, index: int) -> float | None:
    """How far the box of a glyph reaches from its origin, in parts of the font's size; None if that is not known."""
    box = native.Rect()
    if run.scale <= 0 or not native.char_loose_box(page.handle, index, byref(box)):
        return None
    (x,), (y,) = read_origins(page.handle, (index,))
    rx, ry = run.right
    ends = [(cx - x) * rx + (cy - y) * ry for cx in (box.left, box.right) for cy in (box.top, box.bottom)]
    return float(max(ends) / run.scale)


def ends_in_ligature(page: TextPage, run: Run, last: int) -> bool:
    """Whether one glyph draws the letter `last` and the one before it; asked once for each font and pair."""
    pair = page.text[last - 1 : last + 1]
    is_joined = run.font.joined.get(pair)
    if is_joined is None:
        xs, ys = read_origins(page.handle, (last - 1, last))
        is_joined = run.font.joined[pair] = xs[0] == xs[1] and ys[0] == ys[1]
    return is_joined


def _is_part_of_glyph(page: TextPage, index: int) -> bool:
    """Whether the letter shares its origin with a neighbour, as the pieces of a ligature do."""
    text = page.text
    near = (index - 1, index, index + 1)
    places = [place for place in near if 0 <= place < len(text) and not text[place].isspace()]
    points = list(zip(*read_origins(page.handle, places), strict=True))
    return points.count(points[places.index(index)]) > 1
