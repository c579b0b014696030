"""What is asked of a font: its name, weight, descent and advances."""

import ctypes
import re
from ctypes import byref
from dataclasses import dataclass, field

from reportparse.pdf import native

# How far a glyph's ink reaches past its advance before the advance is doubted, in parts of the type size.
# Italic "f" and "j" overhang by up to 0.2 in the common faces.
MAX_OVERHANG_EM = 0.25

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!light)|(?<![a-z])bd(?![a-z])", re.I)
_ITALIC = re.compile(r"italic|oblique|(?<![a-z])it(?![a-z])", re.I)
_FLAG_ITALIC, _FLAG_FORCE_BOLD = 1 << 6, 1 << 18  # PDF 32000-1, table 123
_MIN_BOLD_WEIGHT = 600  # CSS and OpenType: semi-bold

# Descents of the standard 14 fonts in parts of the size, from Adobe's font metrics: PDFium tells those of the face
# that it puts in their place where the file holds none.
_STANDARD_DESCENTS = {"courier": -0.157, "helvetica": -0.207, "times": -0.217, "symbol": -0.293, "zapfdingbats": -0.143}


@dataclass(slots=True)
class Font:
    """One font of a page; its handle dies with the page."""

    handle: int
    name: str
    is_bold: bool
    is_italic: bool
    descent: float
    """In parts of the size, below 0."""
    widths: dict[str, float] = field(default_factory=dict)
    """Advances in parts of the size, by character."""
    unmapped: set[str] = field(default_factory=set)
    """Characters of the text that stand for glyphs without Unicode."""


def read_font(handle: int) -> Font:
    """Ask PDFium about a font; `handle` 0 gives a nameless one."""
    if not handle:
        return Font(0, "", False, False, -0.2)
    name = _SUBSET.sub("", _read_name(handle))
    flags = native.font_flags(handle)
    is_bold = bool(_BOLD.search(name)) or bool(flags & _FLAG_FORCE_BOLD) or native.font_weight(handle) >= _MIN_BOLD_WEIGHT
    is_italic = bool(_ITALIC.search(name)) or bool(flags & _FLAG_ITALIC)
    return Font(handle, name, is_bold, is_italic, _read_descent(handle, name))


def _read_name(handle: int) -> str:
    buffer = ctypes.create_string_buffer(256)
    native.font_name(handle, buffer, 256)
    return buffer.value.decode("utf-8", "replace")


def _read_descent(handle: int, name: str) -> float:
    if native.font_is_embedded(handle) != 1:
        for family, descent in _STANDARD_DESCENTS.items():
            if name.lower().startswith(family):
                return descent
    descent = ctypes.c_float()
    native.font_descent(handle, 1.0, byref(descent))
    return -abs(descent.value)


def glyph_width(font: Font, character: str) -> float:
    """Advance of `character` in parts of the size; 0 where the font does not tell."""
    width = ctypes.c_float()
    if not font.handle or not native.font_glyph_width(font.handle, ord(character), 1.0, byref(width)):
        return 0.0
    return width.value
