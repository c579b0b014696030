"""A value of a chart: printed beside its mark, or measured in the drawing, each with how far off it may be."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportparse.pictures.labels import Label
from reportparse.pictures.records import Point
from reportparse.pictures.scales import DRAWN_PT, Scale

# A printed value and its mark may differ by this much, in points, beside the rounding of the print.
AGREE_PT = 1.5
# Lengths and printed values keep one ratio, to this part, where a scale is made of them.
SAME_RATIO = 0.03


@dataclass(slots=True)
class Mark:
    """The end of a bar, or a point of a line, that stands for a value."""

    x: str
    place: float
    """Height of its end."""
    base: float | None = None
    """Height of its beginning, where its value is the length from there; None where it is counted from the foot."""
    label: Label | None = None
    loose_pt: float = 0.0
    """How far off its place may be, in points, beside what the axis leaves open."""


def read_mark(mark: Mark, scale: Scale | None) -> tuple[Point | None, float]:
    """(the value of a mark, how far print and drawing differ beyond what may be); no value where none can be known."""
    measured = error = None
    if scale is not None:
        base = scale.read(mark.base) if mark.base is not None else 0.0
        measured, error = scale.read(mark.place) - base, scale.error(mark.place, mark.loose_pt)
    amount = mark.label.amount if mark.label is not None else None
    if amount is None:
        if measured is None or error is None:
            return None, 0.0
        return Point(mark.x, round_to(measured, error), "geometry", float(f"{error:.2g}")), 0.0
    printed, rounding = float(amount.value), float(amount.rounding)
    if measured is None or error is None:
        return Point(mark.x, amount.value, "label", rounding), 0.0
    off = abs(abs(measured) - abs(printed)) - rounding - error * AGREE_PT / DRAWN_PT
    return Point(mark.x, amount.value, "label", rounding if off <= 0 else abs(measured - printed)), max(0.0, off)


def round_to(value: float, error: float) -> Decimal:
    """A measured value with no more places than its error leaves: to a tenth of it.

    >>> round_to(1209.8734, 18.2)
    Decimal('1210')
    """
    places = -math.floor(math.log10(error)) + 1 if error > 0 else 6
    return Decimal(repr(round(value, places))).normalize() + Decimal(0)


def scale_from_marks(marks: Iterable[Mark], foot: float | None) -> Scale | None:
    """The scale that printed values give, where at least two different ones agree with the drawing.

    Bars begin at nought, so that one ratio tells; lines need three points.
    """
    known = [(mark.place, float(mark.label.amount.value)) for mark in marks if mark.label and mark.label.amount]
    if foot is not None:
        ratios = [(foot - place) / value for place, value in known if value]
        heights = {round(foot - place) for place, value in known if value}
        if len(heights) < 2 or min(ratios) <= 0 or max(ratios) - min(ratios) > SAME_RATIO * max(ratios):
            return None
        ratio = sum(foot - place for place, value in known if value) / sum(value for _, value in known if value)
        return Scale(-1 / ratio, foot / ratio, False, DRAWN_PT, 0.0, None)
    return None


def agreeing(points: Sequence[tuple[Point | None, float]], when: Callable[[Point], bool]) -> float:
    """The share of points of a kind that print and drawing agree on; 1 for none."""
    kept = [off for point, off in points if point is not None and when(point)]
    return sum(off == 0 for off in kept) / len(kept) if kept else 1.0
