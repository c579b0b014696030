"""The structure tree of a page: what a tagged PDF says that its text is."""

import ctypes
from ctypes import byref
from itertools import repeat

from reportparse.pdf import native
from reportparse.pdf.page import Tag

# Elements deeper or more than this are not followed; a broken tree may refer to itself.
MAX_DEPTH = 40
MAX_ELEMENTS = 20_000

# A named tuple's own way of being made takes twice as long.
_new = tuple.__new__


def read_tags(page: int) -> tuple[Tag, ...]:
    """The elements of an open page, outermost first; none where the document is not tagged."""
    tree = native.tree_for_page(page)
    if not tree:
        return ()
    try:
        budget = [MAX_ELEMENTS]
        kids = (native.tree_child(tree, index) for index in range(native.tree_count(tree)))
        return tuple(_read_tag(native.pointer(kid), 1, budget) for kid in kids if kid)
    finally:
        native.close_tree(tree)


def _read_tag(element: native.Pointer, depth: int, budget: list[int]) -> Tag:
    budget[0] -= 1
    kids: list[Tag] = []
    marks = tuple(map(native.element_child_mark, repeat(element), range(native.element_count(element))))
    if marks and min(marks) < 0:  # what is no mark is an element, or on another page
        places = [index for index, mark in enumerate(marks) if mark < 0]
        inner = filter(None, map(native.element_child, repeat(element), places if depth < MAX_DEPTH else ()))
        kids = [_read_tag(native.pointer(kid), depth + 1, budget) for kid in inner if budget[0] > 0]
        marks = tuple([mark for mark in marks if mark >= 0])
    kind = _read_type(element)
    alt = native.read_utf16(native.element_alt, element) if kind in ("Figure", "Formula") else ""
    columns, rows = _read_spans(element) if kind in ("TD", "TH") else (1, 1)
    return _new(Tag, (kind, marks, alt, columns, rows, tuple(kids)))


_scratch, _number = ctypes.create_string_buffer(64), ctypes.c_float()
_SCRATCH, _NUMBER = ctypes.addressof(_scratch), byref(_number)
_types: dict[bytes, str] = {}


def _read_type(element: native.Pointer) -> str:
    """Types are few and short, so one call with a buffer at hand does."""
    length = native.element_type(element, _SCRATCH, 64)
    if not 2 < length <= 64:
        return native.read_utf16(native.element_type, element)
    raw = _scratch.raw[: length - 2]
    return _types.get(raw) or _types.setdefault(raw, raw.decode("utf-16-le", "replace"))


def _read_spans(element: native.Pointer) -> tuple[int, int]:
    """How many columns and rows a cell covers."""
    spans = {b"ColSpan": 1, b"RowSpan": 1}
    for index in range(native.element_attribute_count(element)):
        attribute = native.element_attribute(element, index)
        for name in spans:
            value = native.attribute_value(attribute, name) if attribute else None
            if value and native.attribute_number(value, _NUMBER) and 1 <= _number.value <= 1000:
                spans[name] = int(_number.value)
    return spans[b"ColSpan"], spans[b"RowSpan"]
