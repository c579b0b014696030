"""What PDFium tells of many letters of an open text page, or of many parts of a drawing, asked for at once.

There is no call for more than one, so the calls are made as cheap as can be: the pointers to the places that
PDFium writes to are made once, and no loop of Python's own goes over them.
"""

from __future__ import annotations

import re
from collections import deque
from ctypes import byref, c_double, c_float, c_uint, create_string_buffer, sizeof, string_at
from itertools import repeat
from typing import TYPE_CHECKING

from reportparse.pdf import native

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# So many are asked for at a time; only crowded pages have more words.
ROOM = 512
# Characters; newspapers and tables in small print have more on a page.
TEXT_ROOM = 8192

# Halves of a character beyond U+FFFF that stand alone.
_LONE_HALF = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")

# Places that differ by less than this, in points, are one.
SAME_PT = 0.01

# Red, green and blue where the colour is a pattern, or nothing draws the letter.
NO_COLOR = -1.0


class _Column:
    """Room for a number of each letter or part, or for `width` of them."""

    def __init__(self, kind: type[c_double | c_float | c_uint], width: int = 1) -> None:
        buffer = (kind * (ROOM * width))()
        self._values = memoryview(buffer).cast("B").cast(kind._type_)
        self._width = width
        self.places = [byref(buffer, place * width * sizeof(kind)) for place in range(ROOM)]

    def read(self, count: int, part: int = 0) -> list[float]:
        """Number `part` of each of the first `count`."""
        values: list[float] = self._values[part : count * self._width : self._width].tolist()  # type: ignore[assignment]
        return values


_X, _Y = _Column(c_double), _Column(c_double)
_PATH_X, _PATH_Y = _Column(c_float), _Column(c_float)
_MATRIX = _Column(c_float, 6)
_COLOR = [_Column(c_uint) for _ in range(4)]
_TEXT = create_string_buffer(2 * TEXT_ROOM)
_run_through = deque[object](maxlen=0).extend


def read_text(handle: native.Pointer) -> str:
    """All characters of a text page, so that a place in the string is PDFium's index of that character.

    A character beyond U+FFFF, as an emoji, is the two halves that PDFium has of it: `find_words` joins them.
    """
    count = native.count_chars(handle)
    if count <= 0:
        return ""
    buffer = _TEXT if count < TEXT_ROOM else create_string_buffer(2 * count + 2)
    written = native.get_text(handle, 0, count, buffer)
    text = string_at(buffer, 2 * max(0, written - 1)).decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (native.char_unicode(handle, index) for index in range(count))
    return _LONE_HALF.sub("\ufffd", "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes))


def read_objects(handle: native.Pointer, indexes: Sequence[int]) -> list[int | None]:
    """The address of the text object of each of these letters; None for one that nothing draws."""
    return list(map(native.char_object, repeat(handle), indexes))


def read_fonts(objects: Iterable[int | None]) -> list[int | None]:
    """The handle of the font of each of these text objects; None for no object."""
    return list(map(native.text_font, map(native.pointer, objects)))


def read_origins(handle: native.Pointer, indexes: Sequence[int]) -> tuple[list[float], list[float]]:
    """Where these letters stand in user space: every x, and every y."""
    if len(indexes) == 1:
        native.char_origin(handle, indexes[0], _X.places[0], _Y.places[0])
        return _X.read(1), _Y.read(1)
    xs: list[float] = []
    ys: list[float] = []
    for some in _take_rounds(indexes):
        _run_through(map(native.char_origin, repeat(handle), some, _X.places, _Y.places))
        xs += _X.read(len(some))
        ys += _Y.read(len(some))
    return xs, ys


def read_drawn_origin(handle: native.Pointer, index: int, origin: tuple[float, float]) -> tuple[float, float]:
    """Where a letter of a text object is drawn whose text a file tells in other words ("fi" of a ligature).

    PDFium tells `origin` for it: where the object stands in its form, wherever that stands on the page.
    """
    item = native.char_object(handle, index)
    if not item or not native.object_matrix(native.pointer(item), _MATRIX.places[0]):
        return origin
    x, y = _read_place()
    if abs(x - origin[0]) + abs(y - origin[1]) > SAME_PT or not native.char_matrix(handle, index, _MATRIX.places[0]):
        return origin
    return _read_place()


def _read_place() -> tuple[float, float]:
    (x,), (y,) = _MATRIX.read(1, 4), _MATRIX.read(1, 5)
    return x, y


def read_settings(handle: native.Pointer, indexes: Sequence[int]) -> list[list[float]]:
    """How these letters are set: every size, a, b, c and d of the matrix, red, green and blue."""
    columns: list[list[float]] = [[] for _ in range(8)]
    for some in _take_rounds(indexes):
        for column, values in zip(columns, _read_some_settings(handle, some), strict=True):
            column.extend(values)
    return columns


def _read_some_settings(handle: native.Pointer, some: Sequence[int]) -> Iterator[Iterable[float]]:
    count = len(some)
    yield map(native.char_size, repeat(handle), some)
    _run_through(map(native.char_matrix, repeat(handle), some, _MATRIX.places))
    yield from (_MATRIX.read(count, part) for part in range(4))
    told = list(map(native.char_color, repeat(handle), some, *(part.places for part in _COLOR)))
    for part in _COLOR[:3]:
        values = part.read(count)
        yield values if all(told) else [value if ok else NO_COLOR for value, ok in zip(values, told, strict=True)]


def read_segments(path: native.Pointer, count: int) -> Iterator[tuple[int, float, float, int]]:
    """Kind, x and y in the path's own space, and whether it closes a figure, of each segment of a path."""
    for some in _take_rounds(range(count)):
        segments = list(map(native.pointer, map(native.path_segment, repeat(path), some)))
        _run_through(map(native.segment_point, segments, _PATH_X.places, _PATH_Y.places))
        kinds, closes = map(native.segment_type, segments), map(native.segment_closes, segments)
        yield from zip(kinds, _PATH_X.read(len(some)), _PATH_Y.read(len(some)), closes, strict=True)


def _take_rounds(indexes: Sequence[int]) -> Iterator[Sequence[int]]:
    return (indexes[begin : begin + ROOM] for begin in range(0, len(indexes), ROOM))
