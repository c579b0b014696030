"""From places on the page to values: the scale of an axis, from its tick labels, ticks and gridlines."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.pictures.labels import Label

# Labels of one axis end, begin or are centred at one place, to this many points.
SAME_EDGE_PT = 1.6
# A tick or gridline stands this near to the middle of its label, in type sizes.
NEAR_TICK_EM = 0.45
# How exactly producers place shapes and ticks, in points: LibreOffice 0.03, Excel 0.4; libraries for screens move
# ticks to whole pixels and half a pixel aside.
DRAWN_PT = 0.6
MAX_OFF_PT = 0.8
# The same for the middle of a label that has no tick: from the shapes of digits and rounding to whole pixels.
LABEL_PT = 1.2
# An axis has at least this many labels where some are left out or none has a tick.
MIN_LABELS = 3
# A tick label may reach this far into the span of the marks, in points.
OVERLAP_PT = 3.0


_Stroke = tuple[float, float, float]
"""(left end, height, right end) of a level line."""


class Scale(NamedTuple):
    """Value by height: `slope` times top plus `start`, or ten to that power."""

    slope: float
    start: float
    is_log: bool
    slack_pt: float
    """How far off a place may be, in points."""
    slack: float
    """How far off a value may be because tick labels are rounded."""
    unit: str | None

    def read(self, top: float) -> float:
        """The value at this height."""
        value = self.slope * top + self.start
        return 10.0 ** min(value, 300.0) if self.is_log else value

    def error(self, top: float, loose_pt: float = 0.0) -> float:
        """How far off the value at this height may be, where the height itself may be off by `loose_pt`."""
        off = self.slack_pt + loose_pt
        if self.is_log:
            return abs(self.read(top - off) - self.read(top))
        return abs(self.slope) * off + self.slack

    def shifted(self, top: float, value: float) -> "Scale":
        """The same scale moved so that `top` stands for `value`."""
        return self._replace(start=self.start + value - self.read(top), slack_pt=DRAWN_PT)


class Axis(NamedTuple):
    """A scale and the labels that it was read from."""

    scale: Scale
    labels: tuple[Label, ...]
    is_snapped: bool
    """Each label has a tick or gridline."""


def find_axes(labels: Sequence[Label], levels: Sequence[Box], left: float, right: float) -> list[Axis]:
    """The value axes to the left and right of marks that reach from `left` to `right`.

    Args:
        labels: All labels of the chart.
        levels: Level strokes: ticks and gridlines.
        left: Where the first mark begins.
        right: Where the last mark ends.
    """
    numbers = [label for label in labels if label.amount is not None]
    sides = (
        [label for label in numbers if label.box.x1 <= left + OVERLAP_PT],
        [label for label in numbers if label.box.x0 >= right - OVERLAP_PT],
    )
    strokes = [(level.x0, (level.top + level.bottom) / 2, level.x1) for level in levels]
    found = (_find_axis(side, strokes) for side in sides if len(side) > 1)
    return [axis for axis in found if axis is not None]


def _find_axis(labels: Sequence[Label], strokes: Sequence[_Stroke]) -> Axis | None:
    """The largest set of aligned labels that make a scale; no two of a larger set that makes none: a broken axis."""
    best: Axis | None = None
    columns = _find_columns(labels)
    ticks = [_snap(label, strokes) for label in labels] if columns else []
    for column in columns:
        if best is not None and len(column) <= len(best.labels):
            continue
        if len(column) < MIN_LABELS and any(set(column) < set(other) for other in columns):
            continue
        axis = _fit_most([labels[place] for place in column], [ticks[place] for place in column])
        if axis is not None and (best is None or len(axis.labels) > len(best.labels)):
            best = axis
    return best


def _find_columns(labels: Sequence[Label]) -> list[tuple[int, ...]]:
    """Labels (their places in `labels`) that share an edge or their middle, from top to bottom."""
    downwards = sorted(range(len(labels)), key=lambda place: labels[place].top)
    columns: dict[tuple[int, ...], None] = {}
    places = [(label.box.x1, label.box.x0, label.x) for label in labels]
    for edges in zip(*places, strict=True):
        for first in dict.fromkeys(edges):
            column = tuple([place for place in downwards if abs(edges[place] - first) <= SAME_EDGE_PT])
            if len(column) > 1:
                columns[column] = None
    return list(columns)


def _fit_most(column: Sequence[Label], ticks: Sequence[float | None]) -> Axis | None:
    """The axis of a column of labels, or of all but those at its ends: some libraries move these inwards."""
    for part in (slice(None), slice(None, -1), slice(1, None), slice(1, -1)):
        labels = column[part]
        axis = _fit(labels, ticks[part]) if len(labels) >= min(len(column), MIN_LABELS) else None
        if axis is not None:
            return axis
    return None


def _fit(column: Sequence[Label], ticks: Sequence[float | None]) -> Axis | None:
    """The axis of labels, at the heights of their ticks where all have one."""
    is_snapped = all(tick is not None for tick in ticks)
    if len(column) < MIN_LABELS and not is_snapped:
        return None
    tops = [tick if is_snapped and tick is not None else label.top for tick, label in zip(ticks, column, strict=True)]
    amounts = [label.amount for label in column if label.amount is not None]
    values = [float(amount.value) for amount in amounts]
    rounding = max(float(amount.rounding) for amount in amounts)
    floor = DRAWN_PT if is_snapped else LABEL_PT
    room = MAX_OFF_PT if is_snapped else LABEL_PT
    if len(set(values)) < 2 or len({amount.unit for amount in amounts}) > 2:
        return None
    unit = next((amount.unit for amount in amounts if amount.unit), None)
    slope, start = _fit_line(tops, values)
    off = max(abs(slope * top + start - value) for top, value in zip(tops, values, strict=True))
    if slope < 0 and off <= abs(slope) * room:
        return Axis(Scale(slope, start, False, max(floor, off / abs(slope)), 0.0, unit), tuple(column), is_snapped)
    if len(column) >= 3 and min(values) > 0:
        logs = [math.log10(value) for value in values]
        log_slope, log_start = _fit_line(tops, logs)
        log_off = max(abs(log_slope * top + log_start - log) for top, log in zip(tops, logs, strict=True))
        if log_slope < 0 and log_off <= abs(log_slope) * room:
            return Axis(Scale(log_slope, log_start, True, floor, 0.0, unit), tuple(column), is_snapped)
    if len(column) >= 4 and slope < 0 and off <= 1.2 * rounding and _is_even(tops):
        return Axis(Scale(slope, start, False, floor, rounding, unit), tuple(column), is_snapped)
    return None


def _is_even(tops: Sequence[float]) -> bool:
    steps = [b - a for a, b in zip(tops, tops[1:], strict=False)]
    return max(steps) - min(steps) <= 2 * LABEL_PT


def _snap(label: Label, strokes: Iterable[_Stroke]) -> float | None:
    """The height of the tick or gridline at a label."""
    middle, near, aside = label.top, NEAR_TICK_EM * label.size, 3 * label.size
    left, right = label.box.x0 - aside, label.box.x1 + aside
    tops = [top for x0, top, x1 in strokes if abs(top - middle) <= near and x0 < right and x1 > left]
    return min(tops, key=lambda top: abs(top - middle)) if tops else None


def _fit_line(places: Sequence[float], values: Sequence[float]) -> tuple[float, float]:
    """Slope and start by least squares."""
    mean_place, mean_value = sum(places) / len(places), sum(values) / len(values)
    spread = sum((place - mean_place) ** 2 for place in places)
    if spread < 1:
        return 0.0, mean_value
    slope = sum((p - mean_place) * (v - mean_value) for p, v in zip(places, values, strict=True)) / spread
    return slope, mean_value - slope * mean_place
