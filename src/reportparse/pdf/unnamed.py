"""Names of fonts that PDFium has none for: Type 3, as browsers write variable faces and those of PostScript curves."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import literal_name

from reportparse.pdf import native
from reportparse.pdf.fallback import BROKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.pdf import PDF

# Advances are told in thousandths of the size, and rounded by each reader in its own way.
_SAME_ADVANCE = 0.002

_width = ctypes.c_float()


class Named(NamedTuple):
    """What the file says of a Type 3 font."""

    name: str
    flags: int
    weight: int
    advances: dict[str, float]
    """Of the letters that it has, in parts of the size."""


def read_named(pdf: PDF) -> list[Named]:
    """The Type 3 fonts of all pages that have a name; those that are broken are left out."""
    found: dict[int, Named] = {}
    manager, seen = PDFResourceManager(), set[int]()
    for page in pdf.pages:
        for reference in _walk_fonts(page.page_obj.resources, seen):
            with suppress(*BROKEN):
                spec = resolve1(reference)
                descriptor = resolve1(spec.get("FontDescriptor"))
                if literal_name(spec["Subtype"]) == "Type3" and descriptor and "FontName" in descriptor:
                    name, font = literal_name(descriptor["FontName"]), manager.get_font(reference.objid, spec)
                    flags, weight = descriptor.get("Flags", 0), descriptor.get("FontWeight", 0)
                    found[reference.objid] = Named(name, int(flags), int(weight), _read_advances(font))
    return list(found.values())


def find_named(handle: int, named: list[Named]) -> Named | None:
    """Which of the fonts an open one is: all letters are as wide, and of fonts that share these the one of most."""
    alike = [font for font in named if font.advances and _has_advances(handle, font.advances)]
    return max(alike, key=lambda font: len(font.advances), default=None)


def _walk_fonts(resources: Any, seen: set[int]) -> Iterator[PDFObjRef]:
    """The fonts of a page, and of the forms drawn on it, that were not seen before."""
    with suppress(*BROKEN):
        told = resolve1(resources) or {}
        for reference in (resolve1(told.get("Font")) or {}).values():
            if isinstance(reference, PDFObjRef) and reference.objid not in seen:
                seen.add(reference.objid)
                yield reference
        for reference in (resolve1(told.get("XObject")) or {}).values():
            if isinstance(reference, PDFObjRef) and reference.objid not in seen:
                seen.add(reference.objid)
                yield from _walk_fonts(resolve1(reference).attrs.get("Resources"), seen)


def _read_advances(font: Any) -> dict[str, float]:
    advances: dict[str, float] = {}
    for code in font.widths:
        with suppress(*BROKEN):
            letter, advance = font.to_unichr(code), font.char_width(code)
            if len(letter) == 1 and advance > 0:
                advances[letter] = advance
    return advances


def _has_advances(handle: int, advances: dict[str, float]) -> bool:
    address = ctypes.addressof(_width)
    return all(
        native.font_glyph_width(handle, ord(letter), 1.0, address) and abs(_width.value - advance) < _SAME_ADVANCE
        for letter, advance in advances.items()
    )
