"""Lines of days: what is counted on a day is there in its month and in the year that it ends, too."""

from collections.abc import Iterable

from reportparse.comparison.records import PeriodType
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.numbers import digits
from reportparse.comparison.terms.stated import Statement, agree, period_type
from reportparse.comparison.terms.times import end_of
from reportparse.comparison.terms.wording import record_of
from reportparse.registry.measures import find_measure

# So many digits are told again by no chance of one measure.
MIN_DIGITS = 2


def join_days(groups: dict[tuple[Key, PeriodType], list[Statement]]) -> None:
    """Put values of years and of March to those of its last day: what is counted on a day is there in its month, too.

    Those of a year only where a report tells no other for the day: "26 county lines on 31 March 2024", and "31 in
    2022/23" in the report before.  A year that was but assumed is that day.
    """
    for key in [key for key, kind in groups if kind == "date"]:
        days, years = groups[key, "date"], groups.get((key, "financial year"), [])
        months, calendar = groups.get((key, "month"), []), groups.get((key, "calendar year"), [])
        is_last = all(each.period.endswith("-03-31") for each in days)
        if is_last and months and all(each.period.endswith("-03") for each in months):
            groups[key, "date"] = days = days + groups.pop((key, "month"))
        is_stock = key.is_common and find_measure(key.measure).is_stock
        is_march = bool(days) and all(end_of(each.period).endswith("-03-31") for each in days)
        is_there = is_stock or all(_is_of_day(each, days) for each in calendar)
        if calendar and is_there and is_march and all(_may_be_march(each, days) for each in calendar):
            del groups[key, "calendar year"]
            told = [each._replace(period=f"{each.period}-03-31", is_assumed=True) for each in calendar]
            groups[key, "date"] = days = days + told
        if years and is_last and all(_may_be_of_day(each, days) for each in years):
            del groups[key, "financial year"]
            groups[key, "date"] = days + [_as_day(each) for each in years]


def join_calendar(groups: dict[tuple[Key, PeriodType], list[Statement]]) -> None:
    """Put values whose year from April is but assumed to those of the calendar, where another report tells one again.

    Road casualties, surveys: "57% are confident" in the report of 2023/24, and "59%, 57% in 2023" a year later.  So are
    the others of their paragraphs, where the other report tells what they count by the calendar.
    """
    open_keys = [key for key, kind in groups if kind == "calendar year" and _may_be_of_calendar(groups, key)]
    again = [key for key in open_keys if _is_told_again(groups, key)]
    records = {_record_of(each) for key in again for each in groups[key, "financial year"]}
    for key in open_keys:
        if any(_record_of(each) in records for each in groups[key, "financial year"]):
            groups[key, "calendar year"] = groups[key, "calendar year"] + _by_calendar(groups, key)
            del groups[key, "financial year"]


def _by_calendar(groups: dict[tuple[Key, PeriodType], list[Statement]], key: Key) -> list[Statement]:
    """Values of years from April as of those that these begin in."""
    return [each._replace(period=each.period[:4]) for each in groups.get((key, "financial year"), [])]


def _may_be_of_calendar(groups: dict[tuple[Key, PeriodType], list[Statement]], key: Key) -> bool:
    """Whether the years from April are but assumed, and another report tells nothing else of the calendar's."""
    moved, calendar = _by_calendar(groups, key), groups[key, "calendar year"]
    is_denied = any(_is_told_for(each, other) and not agree(each, other) for each in moved for other in calendar)
    return bool(moved) and all(each.is_assumed for each in moved) and not is_denied


def _is_told_again(groups: dict[tuple[Key, PeriodType], list[Statement]], key: Key) -> bool:
    return any(
        _is_told_for(each, other) and digits(each.figure.text) >= MIN_DIGITS
        for each in _by_calendar(groups, key) for other in groups[key, "calendar year"]
    )  # fmt: skip


def _record_of(each: Statement) -> tuple[str, str]:
    return each.source.id, record_of(each.figure)


def _is_told_for(each: Statement, other: Statement) -> bool:
    """Whether another report tells of the same year."""
    return other.source.id != each.source.id and other.period == each.period


def _may_be_of_day(each: Statement, days: Iterable[Statement]) -> bool:
    """Whether its report tells no day, or another one than that which its assumed year ends with."""
    own = {day.period for day in days if day.source.id == each.source.id}
    return not own or (each.is_assumed and end_of(each.period) not in own)


def _may_be_march(each: Statement, days: Iterable[Statement]) -> bool:
    """Whether a year is that in which its report's own ends or begins, and it tells nothing else of that March."""
    ends = (each.source.end or "")[:4]
    is_near = ends.isdigit() and each.period in (ends, str(int(ends) - 1))
    return is_near and not any(
        day.source.id == each.source.id and end_of(day.period) == f"{each.period}-03-31" and not agree(day, each)
        for day in days
    )


def _is_of_day(each: Statement, days: Iterable[Statement]) -> bool:
    """Whether the value of a year is told of the end of March in it: "£7.8m remained (£11.2m in 2018)"."""
    return any(end_of(day.period) == f"{each.period}-03-31" and agree(day, each) for day in days)


def _as_day(each: Statement) -> Statement:
    """A value of a year that was but assumed as one of its last day."""
    return each._replace(period=end_of(each.period)) if each.is_assumed else each


def kind_of_period(statement: Statement) -> PeriodType:
    """Of what type its period is; what is there on a day is told by the year that it ends, too."""
    kind, key = period_type(statement), statement.key
    is_march = kind == "month" and statement.period.endswith("-03")
    is_stock = (kind == "financial year" or is_march) and key.is_common and find_measure(key.measure).is_stock
    return "date" if is_stock else kind
