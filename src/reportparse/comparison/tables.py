"""A comparison as rows: long, one for each value, and wide, a column for each area and period."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportparse.comparison.records import Line, Value
from reportparse.comparison.terms.times import end_of

Row = dict[str, Any]


def long_rows(lines: Iterable[Line]) -> list[Row]:
    """A row for each value, with its line and where it stands."""
    return [
        {
            "measure": line.measure, "name": line.name, "counted": line.counted, "role": line.role, "area": value.area,
            "place": line.place, "period": value.period, "value": value.value, "unit": line.unit, "kind": line.kind,
            "text": value.text, "qualifier": value.qualifier, "is_assumed": value.is_assumed,
            "is_disputed": value.is_disputed, "report": value.report, "figure": value.figure, "page": value.page,
            "line": line.id,
        }
        for line in lines
        for value in line.values
    ]  # fmt: skip


def wide_rows(lines: Sequence[Line], by: str = "year") -> list[Row]:
    """A row for each line and a column for each area and period, by year ("2022/23 kent") or by PCC ("kent 2022/23").

    Of a period that several reports tell, the latest has the word; a disputed value has its rivals beside it.
    """
    places = {(value.area or "", value.period) for line in lines for value in line.values}
    if by == "year":
        ordered = sorted(places, key=lambda place: (end_of(place[1]), place[1], place[0]))
    else:
        ordered = sorted(places, key=lambda place: (place[0], end_of(place[1]), place[1]))
    names = {place: " ".join(filter(None, place if by == "pcc" else place[::-1])) for place in ordered}
    return [
        {"measure": _name(line), "unit": line.unit, "role": line.role}
        | {names[place]: _cell(line.values, place) for place in ordered}
        for line in lines
    ]


def _name(line: Line) -> str:
    """The measure with what sets its line apart from others of it."""
    apart = ", ".join(filter(None, (line.counted, line.place)))
    return f"{line.name} ({apart})" if apart else line.name


def _cell(values: Sequence[Value], place: tuple[str, str]) -> Any:
    here = [value for value in values if (value.area or "", value.period) == place]
    last = [value for value in here if here and value.report == here[-1].report]
    if not last:
        return None
    return last[0].value if len(last) == 1 else [value.value for value in last]
