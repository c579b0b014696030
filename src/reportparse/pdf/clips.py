"""What a clip leaves: of bars drawn from nought below the foot of their axis, of what is larger than its frame."""

from ctypes import byref, c_float

from reportparse.geometry import Box
from reportparse.pdf import native
from reportparse.pdf.native import Pointer

Affine = tuple[float, float, float, float, float, float]
Points = tuple[tuple[str, float, float], ...]

# More segments than this in a clip are a shape that no box stands for.
MAX_SEGMENTS = 6
# The frame of an image may have round corners, or be a circle: it lies in the box round its segments.
MAX_FRAME_SEGMENTS = 60
# What PDFium writes to.
_BOUNDS = tuple(c_float() for _ in range(4))
# Sides of boxes are level and upright to this many points.
MAX_SLANT = 0.1


def clip_box(
    item: Pointer, box: Box, points: Points, to_page: Affine
) -> tuple[Box, Points]:
    """The box of a path and its points inside the boxes that clip it; as they are where the path or a clip is no box.

    Args:
        item: The path.
        box: On the page.
        points: Of the path, on the page.
        to_page: From the space of the page or form that holds the path.
    """
    if not all(_is_side(x, box.x0, box.x1) and _is_side(top, box.top, box.bottom) for _, x, top in points):
        return box, points
    return _move_into(_cut(item, box, to_page, MAX_SEGMENTS), box, points)


def clip_shape(
    item: Pointer, box: Box, points: Points, to_page: Affine
) -> tuple[Box, Points]:
    """As `clip_box`, of any shape, in frames as images have them: what is outside is moved to the edge of its frame."""
    return _move_into(clip_image(item, box, to_page), box, points)


def is_clipped_away(item: Pointer) -> bool:
    """Whether an object lies outside what one of its clips goes round, as the rest of a larger drawing does in a frame.

    Both are told in the space of the page or form that holds the object; no clip shows more than the box round it.
    """
    clip = native.object_clip(item)
    places = native.clip_count(clip) if clip else 0
    if places <= 0 or not native.object_bounds(item, *(byref(number) for number in _BOUNDS)):
        return False
    left, low, right, high = (number.value for number in _BOUNDS)
    for place in range(places):
        points = _read_points(clip, place, MAX_FRAME_SEGMENTS)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if points and (right <= min(xs) or max(xs) <= left or high <= min(ys) or max(ys) <= low):
            return True
    return False


def _move_into(inside: Box, box: Box, points: Points) -> tuple[Box, Points]:
    if inside == box:
        return box, points
    left, upper, right, lower = inside
    return inside, tuple([(name, min(max(x, left), right), min(max(top, upper), lower)) for name, x, top in points])


def clip_image(item: Pointer, box: Box, to_page: Affine) -> Box:
    """What the boxes round its clips leave of the box of an image, larger than the frame that shows it."""
    return _cut(item, box, to_page, MAX_FRAME_SEGMENTS)


def _cut(item: Pointer, box: Box, to_page: Affine, most: int) -> Box:
    """A box inside those round the clips of an object; as it is where nothing would be left of it."""
    clip = native.object_clip(item)
    left, upper, right, lower = box
    for place in range(max(0, native.clip_count(clip)) if clip else 0):
        inside = _read_clip(clip, place, to_page, most)
        if inside is not None:
            left, right = max(left, inside.x0), min(right, inside.x1)
            upper, lower = max(upper, inside.top), min(lower, inside.bottom)
    return Box(left, upper, right, lower) if left < right and upper < lower else box


def _read_clip(clip: int, place: int, to_page: Affine, most: int) -> Box | None:
    """The box round one path of a clip; None where it has more segments, or of few is no box itself."""
    points = _read_points(clip, place, most)
    if not points:
        return None
    a, b, c, d, e, f = to_page
    places = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
    xs, tops = [x for x, _ in places], [top for _, top in places]
    box = Box(min(xs), min(tops), max(xs), max(tops))
    is_box = all(_is_side(x, box.x0, box.x1) and _is_side(top, box.top, box.bottom) for x, top in places)
    return box if is_box or most > MAX_SEGMENTS else None


def _read_points(clip: int, place: int, most: int) -> list[tuple[float, float]]:
    """The points of one path of a clip, in its own space; none where it is no shape or has more segments."""
    count = native.clip_segments(clip, place)
    if not 4 <= count <= most:
        return []
    x, y = _BOUNDS[:2]
    points: list[tuple[float, float]] = []
    for index in range(count):
        native.segment_point(native.pointer(native.clip_segment(clip, place, index)), byref(x), byref(y))
        points.append((x.value, y.value))
    return points


def _is_side(place: float, low: float, high: float) -> bool:
    return min(place - low, high - place) <= MAX_SLANT
