"""Lengths of time in one unit: one report says "6 minutes", the next "4 minutes and 5 seconds"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from reportparse.comparison.terms.keys import Key, Place
from reportparse.comparison.terms.stated import BOUNDS, Statement
from reportparse.models.facts import Figure

_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}
# What was meant to be or was given beside what has come of it.
_COMPARED_WITH = re.compile(
    r"\b(?:with|to|against|than|below|above|under|over)\s(?:an?|the|our|its|my)\s((?:\w+\s)?(?:budget|plan|allocation|establishment|estimate))\sof\s$"
)
# "The force finished the year £2.4m under its budget", "having been £2.1m under it the year before".
_UNDER_BUDGET = re.compile(
    r"\s(?:under|below|within)\s(?:(?P<it>it)|(?:(?:the|its|our|their)\s)?(?:(?:revenue|net)\s)?budget)\b"
)
# "At the end of the year we had spent £1.1m less than planned".
_WE_SPENT = re.compile(r"\b(?:[Ww]e|I|[Ii]t|[Ff]orce|[Pp]olice|[Cc]onstabulary)\s(?:(?:had|have|has)\s)?spent\s$")
_THAN_PLANNED = re.compile(
    r"\s(?:less|(?P<over>more))\sthan\s(?:(?:was|we|it|had|been)\s)*(?:planned|budgeted|(?:the|its|our|their)\s(?:\w+\s)?budget)\b"
)
_PER_THOUSAND = re.compile(r"(?:per|for\severy)\s1,?000\b", re.IGNORECASE)
_HOURS_OF = re.compile(r"\bhours(?:\sof\b|$)")
# "Hours given by the Specials": whatever a neighbour counts, these are hours.
_HOURS = re.compile(r"(?:(?:the|total|number\sof)\s)*hours\b", re.IGNORECASE)
MOST_IN_THOUSAND = 1000
_TIMES = frozenset((*_SECONDS, "days", "weeks", "months"))

# "999 calls answered in under 10 seconds": a length that something had to keep to.
_DONE_IN = re.compile(r"\b[a-z]{3,}ed\s(?:in\s)?$")
_ON_AVERAGE = re.compile(r"\s(?:days\s)?on\saverage\b")

def as_length_of_time(figure: Figure) -> Figure:
    """A figure that counts units of time as a length of time: "the number of days was 54", "41,905 duty hours"."""
    unit = (figure.unit or "").rpartition(" ")[2]
    is_of_hours = _HOURS_OF.search(figure.measure or "") is not None  # "hours of duty came to 69,450"
    is_of_hours = is_of_hours and unit in ("", "duty", "service", "time")
    unit = "hours" if is_of_hours or _HOURS.match(figure.measure or "") else unit
    if figure.kind != "count" or unit not in _TIMES:
        return figure
    return figure.model_copy(update={"kind": "duration", "unit": unit})


def as_count(figure: Figure) -> Figure:
    """A figure that is too large for a rate, whose base stands at the number before: "1,204 (0.9 per 1,000), 1,310"."""
    is_rate = figure.kind == "rate" and _PER_THOUSAND.match(figure.unit or "") is not None
    is_large = is_rate and float(figure.value or 0) > MOST_IN_THOUSAND
    return figure.model_copy(update={"kind": "count", "unit": None}) if is_large else figure


def as_own_level(figure: Figure, text: str) -> Figure:
    """A figure that is no value of the year before, though another is set beside it: "against a budget of £308m"."""
    under = _UNDER_BUDGET.match(text, figure.source.end) if (figure.kind, figure.role) == ("money", "change") else None
    if under and (not under["it"] or _UNDER_BUDGET.search(text, 0, figure.source.start)):
        return figure.model_copy(update={"role": "actual", "measure": "underspend", "direction": None})
    planned = _THAN_PLANNED.match(text, figure.source.end) if figure.kind == "money" else None
    if planned and _WE_SPENT.search(text[: figure.source.start]):
        measure = "overspend" if planned["over"] else "underspend"
        return figure.model_copy(update={"role": "actual", "measure": measure, "direction": None})
    before = text[: figure.source.start] if figure.role == "baseline" else ""
    if before.endswith("against which "):  # "a budget of £283m, against which £281m was spent"
        return figure.model_copy(update={"role": "actual", "measure": "spending", "period": None})
    match = _COMPARED_WITH.search(before)
    return figure.model_copy(update={"role": "actual", "measure": match[1], "period": None}) if match else figure


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


def is_mark(figure: Figure, place: Place) -> bool:
    """Whether it is a mark to keep to, and no time that something took: "85% were answered in under ten seconds"."""
    if figure.kind != "duration":
        return False
    if _ON_AVERAGE.match(place.text, figure.source.end):  # "closed within 46 days on average"
        return False
    is_bound = figure.qualifier in BOUNDS
    is_done = _DONE_IN.search(place.text[: figure.source.start]) is not None
    is_kept_to = is_done or any(each.kind == "percent" for each in place.beside)
    return (is_bound and is_kept_to) or figure.text.casefold().startswith("within ")
