"""Borders that are filled between two rectangles, one inside the other: what is drawn is their band, not the inside.

Typesetters of web pages draw the borders of boxes so, and a line under a heading as a border with one side.
"""

from collections.abc import Sequence

from reportparse.geometry import Box
from reportparse.pdf.page import Path

Points = Sequence[tuple[str, float, float]]

# Segments of two rectangles, each closed with a line or without.
MIN_SEGMENTS, MAX_SEGMENTS = 8, 12
# Sides nearer than this, in points, are one, and sides of a box are level and upright to this many points.
SAME_PT = 0.1
# Bands that differ by less than this, in points, are as thick as each other: those of a frame with four sides.
EVEN_PT = 0.3


def split_ring(path: Path) -> list[Path]:
    """The bands of a ring of two boxes as filled boxes, or as one framed box where they go all round; else the path."""
    if path.fill is None or path.stroke is not None or not MIN_SEGMENTS <= len(path.points) <= MAX_SEGMENTS:
        return [path]
    second = next((place for place, point in enumerate(path.points[1:], 1) if point[0] == "m"), 0)
    outer, inner = _read_box(path.points[:second]), _read_box(path.points[second:])
    if outer is None or inner is None:
        return [path]
    if inner.area > outer.area:
        outer, inner = inner, outer
    left, top, right, bottom = (
        inner.x0 - outer.x0, inner.top - outer.top, outer.x1 - inner.x1, outer.bottom - inner.bottom
    )  # fmt: skip
    thickness = left, top, right, bottom
    if min(thickness) < -SAME_PT or max(thickness) <= SAME_PT:
        return [path]
    if min(thickness) > SAME_PT and max(thickness) - min(thickness) <= EVEN_PT:
        middle = Box(outer.x0 + left / 2, outer.top + top / 2, outer.x1 - right / 2, outer.bottom - bottom / 2)
        return [path._replace(box=middle, fill=None, stroke=path.fill, width=max(thickness), points=_corners(middle))]
    bands = (
        Box(outer.x0, outer.top, inner.x0, outer.bottom), Box(outer.x0, outer.top, outer.x1, inner.top),
        Box(inner.x1, outer.top, outer.x1, outer.bottom), Box(outer.x0, inner.bottom, outer.x1, outer.bottom),
    )  # fmt: skip
    drawn = [band for band, thick in zip(bands, thickness, strict=True) if thick > SAME_PT]
    return [path._replace(box=band, points=_corners(band)) for band in drawn]


def _read_box(points: Points) -> Box | None:
    """The box that a figure draws; None where it draws something else."""
    if len(points) < MIN_SEGMENTS // 2 or any(name == "c" for name, _, _ in points):
        return None
    xs, tops = [x for _, x, _ in points], [top for *_, top in points]
    box = Box(min(xs), min(tops), max(xs), max(tops))
    if not all(_is_side(x, box.x0, box.x1) and _is_side(top, box.top, box.bottom) for _, x, top in points):
        return None
    return box if box.area > 0 and len({(round(x), round(top)) for _, x, top in points}) == 4 else None


def _is_side(place: float, low: float, high: float) -> bool:
    return min(place - low, high - place) <= SAME_PT


def _corners(box: Box) -> tuple[tuple[str, float, float], ...]:
    x0, top, x1, bottom = box
    return ("m", x0, top), ("l", x1, top), ("l", x1, bottom), ("l", x0, bottom), ("z", x0, top)


__all__ = ["split_ring"]
