"""What is drawn on a page: paths with their points, and the rules, fills and images among them."""

import ctypes
import itertools
from collections.abc import Container, Iterator
from ctypes import byref
from dataclasses import dataclass, field
from itertools import pairwise, repeat

from reportparse.geometry import Box
from reportparse.pdf import native
from reportparse.pdf.bulk import read_segments
from reportparse.pdf.clips import clip_box, clip_image, clip_shape, is_clipped_away
from reportparse.pdf.native import Pointer
from reportparse.pdf.page import Color, Fill, Image, Path, Rule
from reportparse.pdf.rings import split_ring
from reportparse.pdf.space import Space

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5

# More segments than this in one path, or on one page, are not listed point by point: only their box is kept.  Maps
# and logos have thousands; the longest line of a chart seen had 366.
MAX_PATH_SEGMENTS = 2_000
MAX_PAGE_SEGMENTS = 60_000

# Forms within forms deeper than this are not followed; a file may refer to itself.
MAX_FORM_DEPTH = 12

# A filled box thinner than this, in points, is a rule.  Word's thickest table border is 6 pt; cells are higher.
MAX_RULE_WIDTH = 3.0
# How far a line may slant and still be straight, in points, as pdfplumber's snap tolerance less rounding.
MAX_SLANT = 0.5
MIN_RULE_LENGTH = 3.0

# Filled shapes longer than this, in points, are asked for what a clip leaves of them: bars that begin below their axis,
# hills wider than the frame of their picture.
MIN_CLIPPED_PT = 200.0
MAX_BOX_SEGMENTS = 6

_Affine = tuple[float, float, float, float, float, float]
_IDENTITY: _Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

# What PDFium writes to, made once, as a page may have thousands of paths.
_numbers, _counts = (ctypes.c_float * 6)(), (ctypes.c_uint * 4)()
_NUMBERS = tuple(byref(_numbers, 4 * place) for place in range(4))
_COUNTS = tuple(byref(_counts, 4 * place) for place in range(4))


@dataclass(slots=True)
class Drawings:
    """Everything drawn on one page, and the order in which it is painted."""

    texts: Container[int] = ()
    """Addresses of text objects that are known."""
    paths: list[Path] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    depths: dict[int, int] = field(default_factory=dict)
    """Address of each object, text objects among them, to its place in the painting order."""
    clipped: set[int] = field(default_factory=set)
    """Addresses of the known text objects that lie outside their clips: nothing of them is drawn."""
    is_cut: bool = False
    """Some path had too many segments to list."""
    segments: int = 0
    depth: int = 0


def read_drawings(page: int, space: Space, texts: Container[int] = ()) -> Drawings:
    """Walk the objects of an open page, forms included, in the order in which they are painted.

    `texts` are addresses of text objects, which need not be asked what they are.
    """
    drawings = Drawings(texts)
    _walk(native.pointer(page), _IDENTITY, 0, space, drawings)
    return drawings


def _walk(container: Pointer, matrix: _Affine, level: int, space: Space, drawings: Drawings, mark: int = -1) -> None:
    """Take in each object of a page or form; `matrix` and `mark` are those of the forms round it."""
    count, get = (
        (native.count_form_objects, native.get_form_object) if level else (native.count_objects, native.get_object)
    )
    addresses = [address for address in map(get, repeat(container), range(count(container))) if address]
    known = [address for address in addresses if address in drawings.texts]
    drawings.clipped.update(address for address in known if is_clipped_away(native.pointer(address)))
    begin, depth = 0, drawings.depth
    for place in [place for place, address in enumerate(addresses) if address not in drawings.texts]:
        item = native.pointer(addresses[place])
        kind = native.object_type(item)
        if kind == TEXT:
            continue
        drawings.depth = depth + place - begin + 1
        if kind == PATH:
            path = _read_path(item, matrix, space, drawings, mark)
            if path is not None:
                drawings.paths.extend(split_ring(path))
        elif kind in (IMAGE, SHADING):
            size = native.image_data(item, None, 0) if kind == IMAGE else 0
            box = _bounds(item, matrix, space)
            box = clip_image(item, box, space if matrix is _IDENTITY else _multiply(matrix, space))
            drawings.images.append(Image(box, native.object_mark(item), drawings.depth, size=size))
        elif kind == FORM and level < MAX_FORM_DEPTH:
            drawings.depths.update(zip(addresses[begin:place], itertools.count(depth + 1), strict=False))
            inner = _multiply(_matrix(item), matrix)
            _walk(item, inner, level + 1, space, drawings, _own_mark(item, mark))
            begin, depth = place + 1, drawings.depth
    drawings.depths.update(zip(addresses[begin:], itertools.count(depth + 1), strict=False))
    drawings.depth = depth + len(addresses) - begin


def _own_mark(item: Pointer, outer: int) -> int:
    """The marked content of an object, or that of the form round it."""
    own: int = native.object_mark(item)
    return own if own >= 0 else outer


def _matrix(item: Pointer) -> _Affine:
    if not native.object_matrix(item, byref(_numbers)):
        return _IDENTITY
    a, b, c, d, e, f = _numbers
    return a, b, c, d, e, f


def _multiply(inner: _Affine, outer: _Affine) -> _Affine:
    a, b, c, d, e, f = inner
    ta, tb, tc, td, te, tf = outer
    return (
        a * ta + b * tc, a * tb + b * td,
        c * ta + d * tc, c * tb + d * td,
        e * ta + f * tc + te, e * tb + f * td + tf,
    )  # fmt: skip


def _bounds(item: Pointer, matrix: _Affine, space: Space) -> Box:
    _numbers[:4] = [0.0] * 4
    native.object_bounds(item, *_NUMBERS)
    left, low, right, high = _numbers[:4]
    to_page = _multiply(matrix, space)
    corners = [_apply(to_page, x, y) for x in (left, right) for y in (low, high)]
    xs, tops = [x for x, _ in corners], [top for _, top in corners]
    return Box(min(xs), min(tops), max(xs), max(tops))


def _apply(affine: _Affine, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = affine
    return a * x + c * y + e, b * x + d * y + f


def _read_path(item: Pointer, matrix: _Affine, space: Space, drawings: Drawings, outer: int) -> Path | None:
    """One path; None for one that paints nothing, such as a clip."""
    native.path_draw_mode(item, *_COUNTS[:2])
    fill_mode, stroked = _counts[:2]
    fill, opacity = _color(native.object_fill, item) if fill_mode else (None, OPAQUE)
    stroke, _ = _color(native.object_stroke, item) if stroked else (None, OPAQUE)
    is_clear = opacity < MIN_COVER
    if fill is None and stroke is None:
        return None
    mark = _own_mark(item, outer)
    count = native.path_count(item)
    drawings.segments += count
    if count > MAX_PATH_SEGMENTS or drawings.segments > MAX_PAGE_SEGMENTS:
        drawings.is_cut = True
        return Path(_bounds(item, matrix, space), fill, stroke, 0.0, (), drawings.depth, mark, is_clear)
    own = _matrix(item)
    to_page = _multiply(own if matrix is _IDENTITY else _multiply(own, matrix), space)
    points = tuple(_read_points(item, count, to_page))
    if not points:
        return None
    xs, tops = [point[1] for point in points], [point[2] for point in points]
    box = Box(min(xs), min(tops), max(xs), max(tops))
    if fill and max(box.x1 - box.x0, box.bottom - box.top) > MIN_CLIPPED_PT:
        frame = space if matrix is _IDENTITY else _multiply(matrix, space)
        box, points = (clip_box if count <= MAX_BOX_SEGMENTS else clip_shape)(item, box, points, frame)
    width = _stroke_width(item, to_page) if stroke else 0.0
    return Path(box, fill, stroke, width, points, drawings.depth, mark, is_clear)


def _stroke_width(item: Pointer, to_page: _Affine) -> float:
    _numbers[0] = 0.0
    native.object_stroke_width(item, _NUMBERS[0])
    a, b, c, d, *_ = to_page
    return float(_numbers[0] * abs(a * d - b * c) ** 0.5)


# A colour that nothing shines through, and the least that hides text: black under it is as pale as 10% grey.
OPAQUE, MIN_COVER = 255, 230
_SEGMENT_NAMES = {0: "l", 1: "c", 2: "m"}


def _read_points(item: Pointer, count: int, to_page: _Affine) -> list[tuple[str, float, float]]:
    """("m" | "l" | "c", x, top) for each segment; ("z", x, top) goes back to where the figure began."""
    a, b, c, d, e, f = to_page
    points: list[tuple[str, float, float]] = []
    begin = ("z", 0.0, 0.0)
    for kind, x, y, is_closing in read_segments(item, count):
        name, to_x, to_y = _SEGMENT_NAMES.get(kind, "l"), a * x + c * y + e, b * x + d * y + f
        points.append((name, to_x, to_y))
        if name == "m":
            begin = ("z", to_x, to_y)
        if is_closing:
            points.append(begin)
    return points


def _color(function: "ctypes._FuncPointer", item: Pointer) -> tuple[Color | None, int]:
    """Red, green, blue, None for a colour that can not be seen at all; and how opaque it is, up to `OPAQUE`."""
    is_told = function(item, *_COUNTS)
    red, green, blue, alpha = _counts
    return ((red, green, blue), alpha) if is_told and alpha else (None, 0)


def find_rules(paths: list[Path]) -> tuple[list[Rule], list[Fill]]:
    """The straight level and upright lines among `paths`, and the filled rectangles.

    A stroked line and a thin filled box are rules of their own; the sides of a framed box are rules too, marked so.
    """
    rules: list[Rule] = []
    fills: list[Fill] = []
    for path in paths:
        if not path.points:
            continue
        if path.fill is not None and not any(point[0] == "c" for point in path.points):
            _take_boxes(path, path.fill, rules, fills)
        if path.stroke is not None:
            rules.extend(_find_lines(path, path.stroke))
    return rules, fills


def _take_boxes(path: Path, color: Color, rules: list[Rule], fills: list[Fill]) -> None:
    for box in _find_boxes(path):
        thin, long = sorted((box.width, box.height))
        if thin <= MAX_RULE_WIDTH:
            if long >= MIN_RULE_LENGTH and path.stroke is None:
                rules.append(_thin_rule(box, color))
        else:
            fills.append(Fill(box, color, path.depth, path.is_clear))


def _find_boxes(path: Path) -> Iterator[Box]:
    """The rectangles of a path: each of its figures that has only level and upright sides and fills its own box."""
    for figure in _split_figures(path):
        if len(figure) < 4:
            continue
        corners = {(round(x, 1), round(top, 1)) for _, x, top in figure}
        xs, tops = {x for x, _ in corners}, {top for _, top in corners}
        if len(corners) == 4 and _spread(xs) and _spread(tops):
            lefts, heights = [x for _, x, _ in figure], [top for *_, top in figure]
            yield Box(min(lefts), min(heights), max(lefts), max(heights))


def _spread(values: set[float]) -> bool:
    """Whether the values are two places, but for rounding."""
    low, high = min(values), max(values)
    return all(min(value - low, high - value) <= MAX_SLANT for value in values)


def _split_figures(path: Path) -> Iterator[list[tuple[str, float, float]]]:
    figure: list[tuple[str, float, float]] = []
    for point in path.points:
        if point[0] == "m" and figure:
            yield figure
            figure = []
        figure.append(point)
    if figure:
        yield figure


def _thin_rule(box: Box, color: Color) -> Rule:
    """The middle line of a thin box."""
    x, y = box.middle
    if box.width >= box.height:
        return Rule(box.x0, y, box.x1, y, color, box.height, False)
    return Rule(x, box.top, x, box.bottom, color, box.width, False)


def _find_lines(path: Path, color: Color) -> Iterator[Rule]:
    is_box = any(True for _ in _find_boxes(path))
    for figure in _split_figures(path):
        for (_, ax, at), (name, bx, bt) in pairwise(figure):
            if name == "c":
                continue
            if abs(at - bt) <= MAX_SLANT and abs(ax - bx) >= MIN_RULE_LENGTH:
                yield Rule(min(ax, bx), (at + bt) / 2, max(ax, bx), (at + bt) / 2, color, path.width, is_box)
            elif abs(ax - bx) <= MAX_SLANT and abs(at - bt) >= MIN_RULE_LENGTH:
                yield Rule((ax + bx) / 2, min(at, bt), (ax + bx) / 2, max(at, bt), color, path.width, is_box)
