"""Pages that PDFium can not read, read by pdfplumber and pdfminer into the same `Page`, slowly."""

from __future__ import annotations

import logging
import struct
from typing import TYPE_CHECKING, Any

from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from reportparse.geometry import Box
from reportparse.pdf.fonts import is_bold_name, is_italic_name, strip_subset
from reportparse.pdf.page import Fill, Image, Page, Rule, Style, Word

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage
    from pdfplumber.pdf import PDF

    from reportparse.pdf.page import Color

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it says of broken files is told in the record

# What pdfminer raises on broken files: its own errors, and Python's where it trusts what it reads.
BROKEN = (
    PSException, PdfminerException, MalformedPDFException, ValueError, TypeError, LookupError, AttributeError,
    AssertionError, RecursionError,
    OverflowError, struct.error,
)  # fmt: skip

# A filled box thinner than this, in points, is a rule, as in `drawings`.
_MAX_RULE_WIDTH = 3.0

# Gap between letters that ends a word, in points: half of pdfplumber's own, which joins words set closely.
_WORD_GAP = 1.5


def read_slowly(pdf: PDF, number: int, label: str, problem: tuple[str, str]) -> Page:
    """Page `number` (from 1) by pdfminer; empty where that fails as well.  `problem` tells why it was tried."""
    try:
        source = pdf.pages[number - 1]
        page = _read(source, number, label, problem)
    except BROKEN as error:
        return empty_page(number, label, (problem, ("unread-page", f"nothing of this page can be read: {error}")))
    source.close()
    return page


def empty_page(number: int, label: str, problems: tuple[tuple[str, str], ...]) -> Page:
    """A page of which nothing is known but that it is there."""
    nothing: tuple[Any, ...] = ()
    box = Box(0.0, 0.0, 595.0, 842.0)
    return Page(
        number, label, box, 0, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, problems
    )


def _read(source: PlumberPage, number: int, label: str, problem: tuple[str, str]) -> Page:
    found = source.extract_words(
        x_tolerance=_WORD_GAP, use_text_flow=True, extra_attrs=["fontname", "size", "upright"], return_chars=True
    )
    rules = [_rule(line, _color(line["stroking_color"])) for line in source.lines]
    fills: list[Fill] = []
    for rect in source.rects:
        color = _color(rect["non_stroking_color"]) if rect["fill"] else None
        if min(rect["width"], rect["height"]) <= _MAX_RULE_WIDTH:
            rules.append(_rule(rect, color or _color(rect["stroking_color"])))
        elif color is not None:
            fills.append(Fill(_box(rect), color, 0))
    return Page(
        number=number,
        label=label,
        box=Box(*map(float, source.cropbox)),
        rotation=source.rotation,
        words=tuple(_word(word, order) for order, word in enumerate(found)),
        hidden=(),
        paths=(),
        rules=tuple(rules),
        fills=tuple(fills),
        images=tuple(Image(_box(image), -1, 0) for image in source.images),
        links=(),
        tags=(),
        problems=(problem,),
    )


def _box(item: dict[str, Any]) -> Box:
    return Box(float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))


def _word(found: dict[str, Any], order: int) -> Word:
    box, first = _box(found), found["chars"][0]
    name = strip_subset(str(found["fontname"]))
    color = _color(first.get("non_stroking_color"))
    style = Style(name, round(float(found["size"]), 2), is_bold_name(name), is_italic_name(name), color)
    upright = bool(found["upright"])
    baseline = box.bottom - 0.2 * style.size if upright else (box.top + box.bottom) / 2
    mark = first.get("mcid")
    angle = 0 if upright else 270
    return Word(found["text"], *box, baseline, style, angle, False, -1 if mark is None else mark, order)


def _rule(item: dict[str, Any], color: Color | None) -> Rule:
    box = _box(item)
    x, top = box.middle
    if box.width >= box.height:
        return Rule(box.x0, top, box.x1, top, color or (0, 0, 0), max(box.height, 0.5), False)
    return Rule(x, box.top, x, box.bottom, color or (0, 0, 0), max(box.width, 0.5), False)


def _color(parts: object) -> Color | None:
    """Grey, RGB or CMYK from 0 to 1 as red, green, blue to 255; None for patterns.

    >>> _color((0, 0, 0, 1)), _color((1,)), _color(None)
    ((0, 0, 0), (255, 255, 255), None)
    """
    values = parts if isinstance(parts, tuple | list) else (parts,)
    if not all(isinstance(value, int | float) for value in values) or len(values) not in (1, 3, 4):
        return None
    if len(values) == 4:
        values = [(1 - value) * (1 - values[3]) for value in values[:3]]
    channels = values if len(values) == 3 else [values[0]] * 3
    red, green, blue = (round(255 * min(1.0, max(0.0, value))) for value in channels)
    return red, green, blue
