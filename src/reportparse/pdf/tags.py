"""The structure tree of a page: what a tagged PDF says that its text is."""

import ctypes
from ctypes import byref
from dataclasses import dataclass, field
from itertools import compress, repeat

from reportparse.pdf import native
from reportparse.pdf.page import Tag

# Elements deeper or more than this are not followed; a broken tree may refer to itself.
MAX_DEPTH = 40
MAX_ELEMENTS = 20_000

# Of an element of more kids than this, as the root often is, only so many behind the last one of the page before are
# looked at: pages with up to 37 of the root's kids were seen, most have ten.
MANY_KIDS = 32

_SHOWN, _CELLS = frozenset({"Figure", "Formula"}), frozenset({"TD", "TH"})

# A named tuple's own way of being made takes twice as long.
_new = tuple.__new__


@dataclass(slots=True)
class _Walk:
    """Where a reading of a page's tree is."""

    last_kids: dict[int, int]
    budget: int = MAX_ELEMENTS
    marks: set[int] = field(default_factory=set)
    """Those met with."""


def read_tags(page: int, marks: set[int], last_kids: dict[int, int]) -> tuple[Tag, ...]:
    """The elements of an open page, outermost first; none where the document is not tagged.

    Args:
        page: Its handle.
        marks: Of what is drawn on it.  Where the kids that are likely to stand on it have not all of them, all are
            looked through.
        last_kids: Number of the last kid of an element of many that an earlier page had, by the depth of that element;
            brought up to date.
    """
    tree = native.tree_for_page(page)
    if not tree:
        return ()
    try:
        walk, are_few = _Walk(last_kids), bool(last_kids)
        tags = _read_tree(tree, walk)
        if not marks <= walk.marks:
            last_kids.clear()
            tags = _read_tree(tree, _Walk(last_kids)) if are_few else tags
        return tags
    finally:
        native.close_tree(tree)


def _read_tree(tree: int, walk: _Walk) -> tuple[Tag, ...]:
    kids = (native.tree_child(tree, index) for index in range(native.tree_count(tree)))
    return tuple(_read_tag(native.pointer(kid), 1, walk) for kid in kids if kid)


def _read_tag(element: native.Pointer, depth: int, walk: _Walk) -> Tag:
    walk.budget -= 1
    count = native.element_count(element)
    marks, inner = _read_only_kid(element, depth) if count == 1 else _read_kids(element, count, depth, walk)
    walk.marks.update(marks)
    kids = tuple([_read_tag(native.pointer(kid), depth + 1, walk) for kid in inner if kid and walk.budget > 0])
    kind = _read_type(element)
    alt = native.read_utf16(native.element_alt, element) if kind in _SHOWN else ""
    columns, rows = _read_spans(element) if kind in _CELLS else (1, 1)
    return _new(Tag, (kind, marks, alt, columns, rows, kids))


def _read_only_kid(element: native.Pointer, depth: int) -> tuple[tuple[int, ...], list[int | None]]:
    """As `_read_kids`, of an element of one kid, as most are."""
    mark = native.element_child_mark(element, 0)
    if mark >= 0:
        return (mark,), []
    return (), [native.element_child(element, 0)] if depth < MAX_DEPTH else []


def _read_kids(
    element: native.Pointer, count: int, depth: int, walk: _Walk
) -> tuple[tuple[int, ...], list[int | None]]:
    """The marked content directly under an element of `count` kids, and its other kids: None for one elsewhere."""
    places = range(count)
    are_many = count > MANY_KIDS
    if are_many and depth in walk.last_kids:
        places = places[walk.last_kids[depth] :][:MANY_KIDS]
    marks = tuple(map(native.element_child_mark, repeat(element), places))
    if not marks or min(marks) >= 0:
        return marks, []
    # What is no mark is an element, or on another page.
    others = [place for place, mark in zip(places, marks, strict=True) if mark < 0] if depth < MAX_DEPTH else []
    inner = list(map(native.element_child, repeat(element), others))
    if are_many and any(inner):
        walk.last_kids[depth] = max(compress(others, inner))
    return tuple([mark for mark in marks if mark >= 0]), inner


_scratch, _number = ctypes.create_string_buffer(64), ctypes.c_float()
_SCRATCH, _NUMBER = byref(_scratch), byref(_number)
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
        attribute = native.pointer(native.element_attribute(element, index))
        for name in spans:
            value = native.attribute_value(attribute, name) if attribute else None
            if value and native.attribute_number(value, _NUMBER) and 1 <= _number.value <= 1000:
                spans[name] = int(_number.value)
    return spans[b"ColSpan"], spans[b"RowSpan"]
