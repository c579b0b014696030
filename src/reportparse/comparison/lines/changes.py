"""From one period to the next: what the values say, and what the reports say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportparse.comparison.records import Line, StatedChange, Value
from reportparse.comparison.terms.numbers import grain
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import end_of


def find_changes(lines: Iterable[Line], statements: Iterable[Statement]) -> list[StatedChange]:
    """Changes between neighbouring periods of each line and area, where each has one value that is not disputed."""
    told: dict[tuple[str, str | None, str], list[Statement]] = defaultdict(list)
    for each in statements:
        if each.key.role == "change":
            told[each.key.measure, each.source.area, each.period].append(each)
    return [
        _with_told(line, area, first, second, told)
        for line in lines
        if line.role == "actual" and not line.place
        for area, first, second in _neighbours(line)
    ]


def _neighbours(line: Line) -> Iterator[tuple[str | None, Value, Value]]:
    """Values of neighbouring periods; of a period told by several reports the latest."""
    areas: dict[str | None, dict[str, Value]] = defaultdict(dict)
    for value in line.values:
        if not value.is_disputed:
            areas[value.area][value.period] = value
    for area, periods in areas.items():
        ordered = sorted(periods.values(), key=lambda value: end_of(value.period))
        yield from ((area, first, second) for first, second in pairwise(ordered))


def _with_told(
    line: Line,
    area: str | None,
    first: Value,
    second: Value,
    told: dict[tuple[str, str | None, str], list[Statement]],
) -> StatedChange:
    difference = float(second.value) - float(first.value)
    percent = 100 * difference / float(first.value) if first.value > 0 else None
    stated = next((each for each in told[line.measure, area, second.period] if _is_of(line, each)), None)
    change = StatedChange(
        line=line.id, area=area, start=first.period, end=second.period, difference=round(difference, 6),
        percent=None if percent is None else round(percent, 2),
    )  # fmt: skip
    if stated is None or (stated.figure.kind == "percent" and line.kind != "percent" and percent is None):
        return change
    figure = stated.figure
    signed = float(figure.value or 0) * (-1 if figure.direction == "down" else 1)
    computed = percent if figure.kind == "percent" and line.kind != "percent" else difference
    agrees = abs(signed - (computed or 0)) < grain(figure.text, float(figure.value or 0)) * 0.999
    return change.model_copy(update={"told": signed, "told_by": f"{stated.source.id} {figure.id}", "agrees": agrees})


def _is_of(line: Line, stated: Statement) -> bool:
    """Whether a change is one of this line: in percent, in points for percentages, or in what it counts."""
    kind = stated.figure.kind
    return kind in (line.kind, "percent") or (kind == "points" and line.kind in ("percent", "rate"))
