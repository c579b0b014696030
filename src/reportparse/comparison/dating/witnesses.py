"""Values whose year is not said: where it is told again with a year, or others of its record are, that is theirs."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from reportparse.comparison.records import Line, Value
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.numbers import digits, is_same
from reportparse.comparison.terms.stated import Statement, is_repeat
from reportparse.comparison.terms.times import end_of, move_year, type_of

# So many values of a record that are told again, of so many digits, are no chance; fewer where nothing in it speaks
# against the year and fewer still are told otherwise.
MIN_WITNESSES, MIN_PLAIN_WITNESSES, MIN_DIGITS = 3, 2, 2


def date_last_years(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a report; "Last year" at a start is the year before where another value is of its own."""
    own = {(each.key, each.period): each for each in statements if not _is_open(each)}
    return [_as_before(each) if _is_open(each) and _has_rival(each, own) else each for each in statements]


def _is_open(each: Statement) -> bool:
    """Whether its words say the year before, at the start of its sentence, where they may mean the one reported on."""
    said, year = each.figure.period, each.source.year
    return each.is_assumed and each.period == year and said == move_year(year or "", -1)


def _has_rival(each: Statement, own: Mapping[tuple[Key, str], Statement]) -> bool:
    other = own.get((each.key, each.period))
    return other is not None and each.key.is_common and other.figure.value != each.figure.value


def _as_before(each: Statement) -> Statement:
    return each._replace(period=each.figure.period or each.period, is_assumed=False)


def date_echoes(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a report; a number that says no time is of the one time that the report tells it again with.

    A strip shows 40,873 crimes, and the table below has them in the year to September.
    """
    dated: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for each in statements:
        if not each.is_assumed and not each.is_quoted:
            dated[_value_of(each)].add(each.period)
    return [
        _with_period_of(each, dated[_value_of(each)]) if each.is_assumed and not is_repeat(each) else each
        for each in statements
    ]


def _value_of(each: Statement) -> tuple[object, ...]:
    return each.key, each.figure.value


def _with_period_of(each: Statement, periods: set[str]) -> Statement:
    is_one = len(periods) == 1 and digits(each.figure.text) >= MIN_DIGITS
    return each._replace(period=min(periods), is_assumed=False, is_plain=False) if is_one else each


def date_records(lines: Sequence[Line], plain: AbstractSet[tuple[str, str]] = frozenset()) -> list[Line]:
    """The lines; values of tables and paragraphs that others vouch for are of the year that was assumed.

    `plain` are report and figure of values whose record names no other time.
    """
    listed = [(value, _is_told_again(value, line.values)) for line in lines for value in line.values]
    again = Counter(_record_of(value) for value, is_again in listed if is_again)
    otherwise = Counter(_record_of(value) for value, is_again in listed if is_again is False)
    dated = {record for record, count in again.items() if count >= MIN_WITNESSES}
    likely = {record for record, count in again.items() if count >= MIN_PLAIN_WITNESSES and count > otherwise[record]}
    return [_with_dates(line, dated, likely, plain) for line in lines] if dated | likely else list(lines)


def _is_told_again(value: Value, others: Sequence[Value]) -> bool | None:
    """Whether another report tells the same of the time that is assumed; None where none tells of it."""
    if not value.is_assumed or digits(value.text) < MIN_DIGITS:
        return None
    told = [each for each in others if _is_of_its_time(each, value)]
    return any(_is_one(each, value) for each in told) if told else None


def _record_of(value: Value) -> tuple[str, str]:
    return value.report, value.figure.partition(".")[0]


def _is_of_its_time(other: Value, value: Value) -> bool:
    """Whether another report tells of the same time, and says of which; what is there on a day is that of its year."""
    is_of_it = other.period == value.period or (
        type_of(other.period) == "date" and end_of(other.period) == end_of(value.period)
    )
    return is_of_it and other.area == value.area and other.report != value.report and not other.is_assumed


def _is_one(other: Value, value: Value) -> bool:
    return is_same(float(other.value), other.text, float(value.value), value.text)


def _with_dates(
    line: Line, dated: set[tuple[str, str]], likely: set[tuple[str, str]], plain: AbstractSet[tuple[str, str]]
) -> Line:
    def is_dated(value: Value) -> bool:
        is_plain = (value.report, value.figure) in plain
        return _record_of(value) in dated or (is_plain and _record_of(value) in likely)

    values = [
        value.model_copy(update={"is_assumed": False}) if value.is_assumed and is_dated(value) else value
        for value in line.values
    ]
    return line.model_copy(update={"values": values})
