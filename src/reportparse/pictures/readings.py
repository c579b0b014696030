"""From marks to series: the scale that fits, the points, and what print and drawing do not agree on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportparse.pictures.records import Point, Series
from reportparse.pictures.scales import Axis, Scale
from reportparse.pictures.values import Mark, read_mark

# Two axes are one scale if they differ by less than this part over the chart.
SAME_SCALE = 0.005
# Printed values of which less than this share agree with the axis are about something else.
MIN_AGREEING = 0.5
# The foot of bars and the nought of their axis may lie this far apart, in points, with ticks and without.
MAX_SHIFT_PT = {True: 0.8, False: 2.5}


@dataclass(slots=True)
class Reading:
    """What was read from one chart."""

    series: list[Series]
    problems: list[tuple[str, str]] = field(default_factory=list)


def choose_scale(axes: Sequence[Axis], marks: Sequence[Mark], foot: float | None) -> Scale | None:
    """The scale of a chart: of its axis, or of the one of two that its printed values agree with.

    Two axes of different scales, and nothing that tells which one a mark belongs to, leave it unknown.
    """
    scales = [_on_foot(axis, foot) for axis in axes]
    if not scales:
        return None
    if len(scales) == 1 or _are_one(scales[0], scales[1], marks):
        return scales[0]
    fits = [
        scale
        for scale in scales
        if (offs := [read_mark(mark, scale)[1] for mark in marks if mark.label]) and not any(offs)
    ]
    return fits[0] if len(fits) == 1 else None


def _on_foot(axis: Axis, foot: float | None) -> Scale:
    """An axis has its nought at the foot of the bars, where that is near."""
    scale = axis.scale
    if foot is None or scale.is_log or not scale.slope:
        return scale
    shift = scale.read(foot) / scale.slope
    return scale.shifted(foot, 0.0) if abs(shift) <= MAX_SHIFT_PT[axis.is_snapped] else scale


def _are_one(a: Scale, b: Scale, marks: Sequence[Mark]) -> bool:
    values = [(a.read(mark.place), b.read(mark.place)) for mark in marks]
    largest = max((abs(value) for pair in values for value in pair), default=0.0)
    return all(abs(first - second) <= SAME_SCALE * largest for first, second in values)


def read_marks(
    series: Sequence[tuple[str | None, list[Mark]]], scales: Sequence[Scale | None], *, has_axis: bool
) -> Reading:
    """The points of each series, which has a scale each; those whose value can not be known are left out."""
    problems: list[tuple[str, str]] = []
    every = [(mark, scale) for (_, marks), scale in zip(series, scales, strict=True) for mark in marks if mark.label]
    if has_axis:
        offs = [read_mark(mark, scale)[1] for mark, scale in every if scale is not None]
        if offs and offs.count(0) < MIN_AGREEING * len(offs):
            for mark, _ in every:
                mark.label = None
            problems.append(("chart-labels", "numbers printed at the marks are not the values that the axis gives"))
    found: list[Series] = []
    for (name, marks), scale in zip(series, scales, strict=True):
        points: list[Point] = []
        for mark in marks:
            point, off = read_mark(mark, scale)
            if point is not None:
                points.append(point)
            if off:
                problems.append(("chart-disagrees", _tell(mark, scale)))
        if points:
            found.append(Series(name, points, _unit(marks, scale)))
    return Reading(found, problems)


def _tell(mark: Mark, scale: Scale | None) -> str:
    measured, _ = read_mark(Mark(mark.x, mark.place, mark.base), scale)
    printed = mark.label.text if mark.label else ""
    return f"{mark.x}: {printed} is printed, {measured.y if measured else '?'} is drawn"


def _unit(marks: Sequence[Mark], scale: Scale | None) -> str | None:
    units = [mark.label.amount.unit for mark in marks if mark.label and mark.label.amount and mark.label.amount.unit]
    return units[0] if units else scale.unit if scale else None
