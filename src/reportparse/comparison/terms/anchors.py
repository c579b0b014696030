"""What values say of whether two measures are one: the same one is told of one time, or they are too far apart."""

from collections.abc import Sequence
from math import log

from reportparse.comparison.terms.numbers import digits, is_same
from reportparse.comparison.terms.stated import Statement, period_type
from reportparse.models.facts import Figure

# So much may a measure change from year to year, and so much more may it differ from area to area.
MAX_RATIO, MAX_DURATION_RATIO = 3.0, 6.0
MAX_POINTS = 30.0
OTHER_AREA = 5.0
# Small counts differ by this many whatever their ratio.
MAX_SMALL = 10
# From here on a value is no nearer than that of any other measure.
FAR_RATIO, FAR_POINTS = 1.5, 12.0
# Two values of one measure and time differ by no more than what is revised.
MAX_REVISION, MAX_REVISED_POINTS = 0.1, 2.0


def find_anchor(first: Sequence[Statement], second: Sequence[Statement]) -> int | None:
    """Of how many digits a value is that both tell of one time; None where their values speak against one measure."""
    values = {(each.source.area, each.period): each for each in first}
    most = 0
    for each in second:
        other = values.get((each.source.area, each.period))
        if other is None:
            continue
        a, b = float(each.figure.value or 0), float(other.figure.value or 0)
        if is_same(a, each.figure.text, b, other.figure.text):
            most = max(most, min(digits(each.figure.text), digits(other.figure.text)))
        elif not (each.is_assumed or other.is_assumed) and not _may_be_revised(each.key.kind, a, b):
            return None
    if most:
        return most
    return 0 if any(_is_near(a, b) and _is_alike(a, b) for a in first for b in second) else None


def is_told_again(one: Statement, other: Statement) -> bool:
    """Whether two values of one report are one, or so far apart that the one is but a part of the other."""
    a, b = float(one.figure.value or 0), float(other.figure.value or 0)
    return is_same(a, one.figure.text, b, other.figure.text) or not _is_near(one, other)


def nearness(first: Sequence[Statement], second: Sequence[Statement]) -> float:
    """How near the nearest two values are, from 1 for equal ones to 0: most measures change little in a year.

    Counts told in words ("three things") are small, and near one another by chance.
    """
    return max(_nearness(a, b) for a in first for b in second)


def _nearness(a: Statement, b: Statement) -> float:
    one, other = float(a.figure.value or 0), float(b.figure.value or 0)
    if a.key.kind == "count" and not (digits(a.figure.text) and digits(b.figure.text)):
        return 0.0
    if a.key.kind in ("percent", "points"):
        return max(0.0, 1 - abs(one - other) / FAR_POINTS)
    if not one or not other:
        return float(one == other)
    return max(0.0, 1 - abs(log(one / other)) / log(FAR_RATIO))


def _is_alike(a: Statement, b: Statement) -> bool:
    """Whether the periods of two values are of one type; a day may be the last of a year."""
    kinds = {period_type(a), period_type(b)}
    return len(kinds) == 1 or kinds == {"date", "financial year"}


def _may_be_revised(kind: str, one: float, other: float) -> bool:
    """Whether two values of one time may be one that was revised."""
    return abs(one - other) <= (MAX_REVISED_POINTS if kind == "percent" else MAX_REVISION * max(one, other))


def _is_near(a: Statement, b: Statement) -> bool:
    return may_be_one(a.figure, b.figure, 1.0 if a.source.area == b.source.area else OTHER_AREA)


def may_be_one(first: Figure, second: Figure, more: float = 1.0) -> bool:
    """Whether two values may be of one measure, a year apart; of two areas they may differ `more` times as much."""
    one, other, kind = float(first.value or 0), float(second.value or 0), first.kind
    if kind == "duration" and first.unit != second.unit:
        return True
    if kind in ("percent", "points"):
        return abs(one - other) <= MAX_POINTS * min(more, 2.0)
    low, high = sorted((one, other))
    ratio = MAX_DURATION_RATIO if kind == "duration" else MAX_RATIO
    return high <= low * ratio * more + (MAX_SMALL if kind == "count" else 0)
