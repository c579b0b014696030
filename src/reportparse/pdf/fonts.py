"""What is asked of a font: its name, weight, descent and advances."""

import ctypes
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from reportparse.pdf import native

# How far a glyph's ink reaches past its advance before the advance is doubted, in parts of the type size.
# Italic "f" and "j" overhang by up to 0.2 in the common faces.
MAX_OVERHANG_EM = 0.25

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!light)|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
# A name that tells another weight: PDFium reckons one from the width of stems, which is large in some plain faces.
_PLAIN = re.compile(r"(?<![a-z])(?:regular|regu|roman|light|thin|medium|book|italic|oblique)(?![a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|(?<![a-z])it(?![a-z])", re.IGNORECASE)
# Computer Modern and its kin say it in letters of their own: CMBX12, SFSX1000, CMTI10, CMSSI10, CMBXSL10.
_TEX_BOLD = re.compile(r"(?:CM|EC|SF)(?:(?:SS)?BX?|SX|BI|MIB)(?:SL|TI)?\d+")
_TEX_ITALIC = re.compile(r"(?:CM|EC|SF)(?:BX)?(?:TI|SL|SSI|SI|BI)\d+")
_FLAG_ITALIC, _FLAG_FORCE_BOLD = 1 << 6, 1 << 18  # PDF 32000-1, table 123
_MIN_BOLD_WEIGHT = 600  # CSS and OpenType: semi-bold
# TrueType and OpenType programs, and where their tables "OS/2" and "head" tell the weight and the style.
_PROGRAMS = (b"\0\1\0\0", b"true", b"OTTO")
_WEIGHT_AT, _STYLE_AT = 4, 44

# Descents of the standard 14 fonts in parts of the size, from Adobe's font metrics: PDFium tells those of the face
# that it puts in their place where the file holds none.
_STANDARD_DESCENTS = {"courier": -0.157, "helvetica": -0.207, "times": -0.217, "symbol": -0.293, "zapfdingbats": -0.143}
# Below this, in parts of the size, no face descends: the tallest scripts (Nastaliq) reach 0.9.  What a file says
# beyond it is an error in the file, and would put its text on other lines.
_MAX_DESCENT, _USUAL_DESCENT = 1.0, -0.2

_width = ctypes.c_float()
_WIDTH = ctypes.addressof(_width)
_PROBES = tuple(map(ord, "aenRT05"))


Measure = tuple[str, float, float, bool]
"""What a font tells of a token: its text, which all words that say the same share, as that takes less memory; in parts
of the font's size the advances of all its letters, and that of the last one; and whether it becomes a word as it is,
as it ends in no hyphen of PDFium's and no digit in it may be a mark.  A named tuple takes far longer to unpack."""


@dataclass(slots=True)
class Font:
    """One font of a document; its handle is that of the page being read, and dies with it."""

    handle: int
    name: str
    is_bold: bool
    is_italic: bool
    descent: float
    """In parts of the size, below 0."""
    widths: dict[str, float] = field(default_factory=dict)
    """Advances in parts of the size, by character."""
    tokens: dict[str, Measure] = field(default_factory=dict)
    """Of whole tokens that were met."""
    joined: dict[str, bool] = field(default_factory=dict)
    """Pairs of letters, and whether one glyph drew both where they were first met: "fi"."""
    unmapped: set[str] = field(default_factory=set)
    """Characters of the text that stand for glyphs without Unicode."""


def strip_subset(name: str) -> str:
    """The name without its subset's prefix.

    >>> strip_subset("ABCDEF+Arial-BoldMT")
    'Arial-BoldMT'
    """
    return _SUBSET.sub("", name)


def is_bold_name(name: str) -> bool:
    """Whether a font's name says that it is bold.

    >>> is_bold_name("Lato-Black"), is_bold_name("Lato-Regular"), is_bold_name("CMBX12")
    (True, False, True)
    """
    return bool(_BOLD.search(name) or _TEX_BOLD.fullmatch(name))


def is_italic_name(name: str) -> bool:
    """Whether a font's name says that it is slanted.

    >>> is_italic_name("Lato-Italic"), is_italic_name("CMTI10"), is_italic_name("CMR10")
    (True, True, False)
    """
    return bool(_ITALIC.search(name) or _TEX_ITALIC.fullmatch(name))


NameFinder = Callable[[int], "tuple[str, int, int] | None"]
"""The name, flags and weight of an open font for which PDFium has no name; None where the file has none, either."""


@dataclass(slots=True)
class FontShelf:
    """The fonts of a document that were met on its pages so far, with the advances measured."""

    name_unnamed: NameFinder = field(default=lambda _: None)
    fonts: dict[tuple[object, ...], Font] = field(default_factory=dict)


def find_font(handle: int, shelf: FontShelf) -> Font:
    """The font of an open page, with what earlier pages told of it; `handle` 0 gives a nameless one."""
    if not handle:
        return Font(0, "", False, False, _USUAL_DESCENT)
    raw_name, flags, weight = _read_name(handle), native.font_flags(handle), native.font_weight(handle)
    if not raw_name and (told := shelf.name_unnamed(handle)):
        raw_name, flags, weight = told
    name = strip_subset(raw_name)
    descent = _read_descent(handle, name)
    # Two fonts of one name are told apart by their measures: a subset's name is its own, but not all files keep to it.
    key = (raw_name, flags, weight, descent, *(_glyph_width(handle, letter) for letter in _PROBES))
    font = shelf.fonts.get(key)
    if font is None:
        is_heavy = weight >= _MIN_BOLD_WEIGHT and not _PLAIN.search(name)
        is_told = is_bold_name(name) or bool(flags & _FLAG_FORCE_BOLD)
        is_bold = is_told or (is_heavy and _is_bold_program(_read_program(handle)) is not False)
        is_italic = is_italic_name(name) or bool(flags & _FLAG_ITALIC)
        font = shelf.fonts[key] = Font(handle, name, is_bold, is_italic, descent)
    font.handle = handle
    return font


def _read_name(handle: int) -> str:
    buffer = ctypes.create_string_buffer(256)
    native.font_name(handle, buffer, 256)
    return buffer.value.decode("utf-8", "replace")


def _read_program(handle: int) -> bytes:
    """What the file holds of the font; nothing if PDFium puts another one in its place."""
    size = ctypes.c_size_t()
    if native.font_is_embedded(handle) != 1 or not native.font_data(handle, None, 0, ctypes.addressof(size)):
        return b""
    buffer = ctypes.create_string_buffer(size.value)
    native.font_data(handle, buffer, size.value, ctypes.addressof(size))
    return buffer.raw


def _is_bold_program(program: bytes) -> bool | None:
    """What the tables of a font's program say of its weight; None where they do not tell.

    Ghostscript reckons stems from the widest letter, for the descriptor of each font, so that plain ones look bold.
    """
    if program[:4] not in _PROGRAMS:
        return None
    try:
        (count,) = struct.unpack_from(">H", program, 4)
        entries = (struct.unpack_from(">4s4xI", program, 12 + 16 * place) for place in range(count))
        at = {name: int(place) for name, place in entries}
        if b"OS/2" in at:
            return bool(struct.unpack_from(">H", program, at[b"OS/2"] + _WEIGHT_AT)[0] >= _MIN_BOLD_WEIGHT)
        return bool(struct.unpack_from(">H", program, at[b"head"] + _STYLE_AT)[0] & 1)
    except (struct.error, KeyError):  # a program cut short, or one without the table
        return None


def _read_descent(handle: int, name: str) -> float:
    if native.font_is_embedded(handle) != 1:
        for family, descent in _STANDARD_DESCENTS.items():
            if name.lower().startswith(family):
                return descent
    native.font_descent(handle, 1.0, _WIDTH)
    descent = -abs(float(_width.value))
    return descent if descent >= -_MAX_DESCENT else _USUAL_DESCENT


def glyph_width(font: Font, character: str) -> float:
    """Advance of `character` in parts of the size; 0 where the font does not tell."""
    return _glyph_width(font.handle, ord(character)) if font.handle else 0.0


def _glyph_width(handle: int, code: int) -> float:
    return float(_width.value) if native.font_glyph_width(handle, code, 1.0, _WIDTH) else 0.0
