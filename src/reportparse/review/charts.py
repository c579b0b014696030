"""Small line charts as plain data: where points and labels go, for a template to draw as SVG."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportparse.comparison import Line, Value
from reportparse.comparison.terms.times import end_of

WIDTH, HEIGHT = 320, 150
"""Of a chart, in units of its own."""

# Left of the first point stand the largest and smallest value, of up to eight letters.
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 8, 12, 20
_SCALES = ((1e9, "bn"), (1e6, "m"))
SPARK_WIDTH, SPARK_HEIGHT = 72, 18


class Mark(NamedTuple):
    """One value in a chart."""

    x: float
    y: float
    title: str
    """What is told where the pointer rests."""
    is_open: bool
    """Drawn as a ring: the period is assumed, or the value disputed."""


def draw_chart(line: Line) -> dict[str, Any] | None:
    """A line for each area over the periods; None for fewer than two periods.  The axis begins at 0 where near.

    `ends` are the largest and smallest value and how high they stand.
    """
    periods = sorted({value.period for value in line.values}, key=lambda period: (end_of(period), period))
    if len(periods) < 2:
        return None
    numbers = [float(value.value) for value in line.values]
    low, high = _bounds(numbers)
    areas = sorted({value.area or "" for value in line.values})
    step = (WIDTH - _LEFT - _RIGHT) / max(1, len(periods) - 1)
    places = {period: _LEFT + step * at for at, period in enumerate(periods)}

    def height(value: float) -> float:
        return round(HEIGHT - _BOTTOM - (value - low) / (high - low) * (HEIGHT - _TOP - _BOTTOM), 1)

    series = []
    for number, area in enumerate(areas):
        values = [value for value in line.values if (value.area or "") == area]
        marks = [
            Mark(round(places[value.period], 1), height(float(value.value)), _title(line, value), _is_open(value))
            for value in values
        ]
        path = " ".join(f"{mark.x},{mark.y}" for mark in _one_each(marks))
        series.append({"area": area or "not known", "number": number % 8, "marks": marks, "path": path})
    labels = [(round(places[period], 1), period) for period in _thin(periods)]
    outermost = sorted({max(numbers), min(numbers)}, reverse=True)
    ends = [(height(number), shorten(number, line.unit)) for number in outermost]
    return {"series": series, "labels": labels, "ends": ends, "base": HEIGHT - _BOTTOM}


def shorten(number: float, unit: str | None = None) -> str:
    """A number as short as it may be read beside an axis.

    >>> shorten(2_412_345, "GBP"), shorten(25746.2), shorten(92.5, "%"), shorten(243.15, "GBP")
    ('£2.41m', '25,746', '92.5%', '£243.15')
    """
    size = abs(number)
    scale, name = next(((scale, name) for scale, name in _SCALES if size >= scale), (1.0, ""))
    is_exact = scale > 1 or size < 10 or (unit == "GBP" and size < 1000)
    text = f"{size / scale:,.{2 if is_exact else 1 if size < 1000 else 0}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{'−' * (number < 0)}{'£' * (unit == 'GBP')}{text}{name}{'%' * (unit == '%')}"


def draw_spark(values: Sequence[Value]) -> str | None:
    """The points of a small line without axes, in order of the periods; None for fewer than two."""
    ordered = sorted(values, key=lambda value: end_of(value.period))
    numbers = list({value.period: float(value.value) for value in ordered}.values())
    if len(numbers) < 2:
        return None
    low, high = min(numbers), max(numbers)
    span = high - low or 1
    step = (SPARK_WIDTH - 4) / (len(numbers) - 1)
    return " ".join(
        f"{2 + step * at:.1f},{SPARK_HEIGHT - 3 - (number - low) / span * (SPARK_HEIGHT - 6):.1f}"
        for at, number in enumerate(numbers)
    )


def _bounds(numbers: Sequence[float]) -> tuple[float, float]:
    """The ends of the axis.  It begins at 0 unless the values lie in the upper half: then a change would not be seen.

    >>> _bounds([10, 80]), _bounds([90, 100])
    ((0, 80), (89.0, 101.0))
    """
    low, high = min(numbers), max(numbers)
    if low >= 0 and low < high / 2:
        return 0, high
    room = (high - low) / 10 or abs(high) / 10 or 1
    return low - room, high + room


def _one_each(marks: Sequence[Mark]) -> list[Mark]:
    """The last mark of each place: the path does not go up and down between rivals."""
    return sorted({mark.x: mark for mark in marks}.values())


def _thin(periods: Sequence[str]) -> Sequence[str]:
    """As many labels as have room: the first, the last, and every so many between."""
    return periods if len(periods) <= 5 else [periods[0], periods[len(periods) // 2], periods[-1]]


def _title(line: Line, value: Value) -> str:
    notes = ["period assumed"] * value.is_assumed + ["disputed"] * value.is_disputed
    unit = f" {line.unit}" if line.unit and line.unit != "GBP" else ""
    return f"{value.area or 'not known'} {value.period}: {value.text}{unit} ({', '.join([value.report, *notes])})"


def _is_open(value: Value) -> bool:
    return value.is_assumed or value.is_disputed
