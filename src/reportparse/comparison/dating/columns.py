"""Columns of numbers whose heads say no time: they are of the year that another report tells their numbers of.

The column beside one that is found to be of the report's own year is of the year before, as tables set these side by
side; that stays an assumption.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from reportparse.comparison.terms.numbers import digits
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import year_before

# So many numbers of so many digits, and half of the column, are told again by no chance.
MIN_WITNESSES, MIN_DIGITS, MIN_SHARE = 3, 3, 0.5

Column = tuple[str, str, int | None]


def date_columns(told: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
    """The statements of reports; cells in columns that say no time have that which `others` tell of them."""
    periods = _periods_of(others)
    columns: dict[Column, list[Statement]] = defaultdict(list)
    for each in told:
        if _is_open(each):
            columns[_column_of(each)].append(each)
    found = {column: period for column, cells in columns.items() if (period := _find_period(cells, periods))}
    beside = {_column_beside(column, columns): period for column, period in found.items()}
    return [_with_period(each, found, beside) if _is_open(each) else each for each in told]


def _column_beside(column: Column, columns: Container[Column]) -> Column:
    """The column in front of one, or behind it where there is none that says no time."""
    report, table, at = column
    front = report, table, (at or 0) - 1
    return front if front in columns else (report, table, (at or 0) + 1)


def _is_open(each: Statement) -> bool:
    return each.is_cell and each.is_assumed and each.figure.period is None and each.key.role == "actual"


def _column_of(each: Statement) -> Column:
    return each.source.id, each.figure.source.id, each.figure.source.column


def _value_of(each: Statement) -> tuple[object, ...]:
    return each.source.area, each.key.kind, round(float(each.figure.value or 0), 6)


def _periods_of(others: Iterable[Statement]) -> dict[tuple[object, ...], set[str]]:
    """The times that numbers are told of, but where that is assumed of a cell."""
    found: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for each in others:
        is_known = not (each.is_cell and each.is_assumed) and each.key.role == "actual" and not each.is_quoted
        if is_known and digits(each.figure.text) >= MIN_DIGITS:
            found[_value_of(each)].add(each.period)
    return found


def _find_period(cells: Sequence[Statement], periods: Mapping[tuple[object, ...], set[str]]) -> str | None:
    long = [periods.get(_value_of(each), set()) for each in cells if digits(each.figure.text) >= MIN_DIGITS]
    counts = Counter(min(told) for told in long if len(told) == 1)
    period, count = max(counts.items(), key=lambda entry: entry[1], default=("", 0))
    return period if count >= MIN_WITNESSES and count >= MIN_SHARE * len(long) else None


def _with_period(each: Statement, found: Mapping[Column, str], beside: Mapping[Column, str]) -> Statement:
    column = _column_of(each)
    if column in found:
        return each._replace(period=found[column], is_assumed=False, is_plain=False)
    before = year_before(each.period) if beside.get(column) == each.period else None
    return each._replace(period=before, is_plain=False) if before else each
