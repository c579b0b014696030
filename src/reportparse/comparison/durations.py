"""Lengths of time in one unit: one report says "6 minutes", the next "4 minutes and 5 seconds"."""

from collections import defaultdict
from collections.abc import Sequence

from reportparse.comparison.keys import Key
from reportparse.comparison.stated import Statement
from reportparse.models.facts import Figure

_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}
_TIMES = frozenset((*_SECONDS, "days", "weeks", "months"))


def as_length_of_time(figure: Figure) -> Figure:
    """A figure that counts units of time as a length of time: "the number of days was 54", "41,905 duty hours"."""
    unit = (figure.unit or "").rpartition(" ")[2]
    if figure.kind != "count" or unit not in _TIMES:
        return figure
    return figure.model_copy(update={"kind": "duration", "unit": unit})


def in_one_unit(told: Sequence[Statement]) -> list[Statement]:
    """The statements; times under one key that are told in several units are told in the smallest of them."""
    units: dict[Key, set[str]] = defaultdict(set)
    for each in told:
        if each.key.unit in _SECONDS and each.key.kind == "duration":
            units[each.key._replace(unit="")].add(each.key.unit)
    smallest = {key: min(said, key=_SECONDS.__getitem__) for key, said in units.items() if len(said) > 1}
    return [_convert(each, smallest.get(each.key._replace(unit=""), "")) for each in told]


def _convert(each: Statement, unit: str) -> Statement:
    if not unit or each.key.unit not in _SECONDS or each.figure.value is None:
        return each
    value = float(each.figure.value) * _SECONDS[each.key.unit] / _SECONDS[unit]
    figure = each.figure.model_copy(update={"value": value, "unit": unit})
    return each._replace(key=each.key._replace(unit=unit), figure=figure)
