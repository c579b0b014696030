"""What a clip leaves of a filled box: bars are drawn from nought where their axis begins further up, and cut there."""

from ctypes import byref, c_float

from reportparse.geometry import Box
from reportparse.pdf import native
from reportparse.pdf.native import Pointer

Points = tuple[tuple[str, float, float], ...]

# More segments than this in a clip are a shape that no box stands for.
MAX_SEGMENTS = 6
# Sides of boxes are level and upright to this many points.
MAX_SLANT = 0.1


def clip_box(
    item: Pointer, box: Box, points: Points, to_page: tuple[float, float, float, float, float, float]
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
    clip = native.object_clip(item)
    left, upper, right, lower = box
    for place in range(max(0, native.clip_count(clip)) if clip else 0):
        inside = _read_clip(clip, place, to_page)
        if inside is not None:
            left, right = max(left, inside.x0), min(right, inside.x1)
            upper, lower = max(upper, inside.top), min(lower, inside.bottom)
    if (left, upper, right, lower) == tuple(box) or left >= right or upper >= lower:
        return box, points
    return Box(left, upper, right, lower), tuple(
        [(name, min(max(x, left), right), min(max(top, upper), lower)) for name, x, top in points]
    )


def _read_clip(clip: int, place: int, to_page: tuple[float, float, float, float, float, float]) -> Box | None:
    """The box of one path of a clip; None where it is none."""
    count = native.clip_segments(clip, place)
    if not 4 <= count <= MAX_SEGMENTS:
        return None
    a, b, c, d, e, f = to_page
    x, y = c_float(), c_float()
    places: list[tuple[float, float]] = []
    for index in range(count):
        native.segment_point(native.pointer(native.clip_segment(clip, place, index)), byref(x), byref(y))
        places.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    xs, tops = [x for x, _ in places], [top for _, top in places]
    box = Box(min(xs), min(tops), max(xs), max(tops))
    is_box = all(_is_side(x, box.x0, box.x1) and _is_side(top, box.top, box.bottom) for x, top in places)
    return box if is_box else None


def _is_side(place: float, low: float, high: float) -> bool:
    return min(place - low, high - place) <= MAX_SLANT
