"""Values whose year is not said: where it is told again with a year, or others of its record are, that is theirs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportparse.comparison.numbers import digits, is_same
from reportparse.comparison.records import Line, Value
from reportparse.comparison.stated import Statement

# So many values of a record that are told again, of so many digits, are no chance.
MIN_WITNESSES, MIN_DIGITS = 3, 2


def date_echoes(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a report; a number that says no time is of the one time that the report tells it again with.

    A strip shows 40,873 crimes, and the table below has them in the year to September.
    """
    dated: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for each in statements:
        if not each.is_assumed and not each.is_quoted:
            dated[_value_of(each)].add(each.period)
    return [_with_period_of(each, dated[_value_of(each)]) if each.is_assumed else each for each in statements]


def _value_of(each: Statement) -> tuple[object, ...]:
    return each.key, each.figure.value


def _with_period_of(each: Statement, periods: set[str]) -> Statement:
    is_one = len(periods) == 1 and digits(each.figure.text) >= MIN_DIGITS
    return each._replace(period=min(periods), is_assumed=False, is_plain=False) if is_one else each


def date_records(lines: Sequence[Line]) -> list[Line]:
    """The lines; values of tables and paragraphs that others vouch for are of the year that was assumed."""
    found = Counter(record for line in lines for record in _find_told_again(line.values))
    dated = {record for record, count in found.items() if count >= MIN_WITNESSES}
    return [_with_dates(line, dated) for line in lines] if dated else list(lines)


def _find_told_again(values: Iterable[Value]) -> Iterator[tuple[str, str]]:
    listed = list(values)
    for value in listed:
        is_long = value.is_assumed and digits(value.text) >= MIN_DIGITS
        if is_long and any(_vouches(other, value) for other in listed):
            yield _record_of(value)


def _record_of(value: Value) -> tuple[str, str]:
    return value.report, value.figure.partition(".")[0]


def _vouches(other: Value, value: Value) -> bool:
    """Whether another report tells the same of the same time, and says of which."""
    is_of_it = (other.area, other.period) == (value.area, value.period) and other.report != value.report
    return is_of_it and not other.is_assumed and is_same(
        float(other.value), other.text, float(value.value), value.text
    )  # fmt: skip


def _with_dates(line: Line, dated: set[tuple[str, str]]) -> Line:
    values = [
        value.model_copy(update={"is_assumed": False}) if value.is_assumed and _record_of(value) in dated else value
        for value in line.values
    ]
    return line.model_copy(update={"values": values})
