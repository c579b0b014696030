"""Budgets that one report heads as such and another does not: the numbers that both tell show that they are the same.

"Budget 2023/24" heads a column of a table; a year later the same lines stand below "Where the money came from".
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.numbers import digits
from reportparse.comparison.terms.stated import Statement

# So many sums of so many digits are told again by no chance.
MIN_WITNESSES, MIN_DIGITS = 3, 2

_Sum = tuple[str | None, str, float]


def tell_plans(told: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
    """The statements; the planned sums of a table of which others tell so many as what was are what was, too."""
    known = {_sum_of(each) for each in others if each.key.kind == "money" and each.key.role == "actual"}
    tables: dict[tuple[str, str], set[_Sum]] = defaultdict(set)
    for each in told:
        if _is_planned(each) and digits(each.figure.text) >= MIN_DIGITS and _sum_of(each) in known:
            tables[_table_of(each)].add(_sum_of(each))
    same = {table for table, sums in tables.items() if len(sums) >= MIN_WITNESSES}
    return [
        each._replace(key=each.key._replace(role="actual")) if _is_planned(each) and _table_of(each) in same else each
        for each in told
    ]


def tell_same(told: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
    """The statements; a cell's planned sum that others tell as what was, under the same measure, is what was, too.

    "Estimated surplus" stands a year later in a column of what was, as "Surplus".
    """
    known = {(each.key, _sum_of(each)) for each in others if each.is_cell and each.key.role == "actual"}
    planned = [each for each in told if each.is_cell and each.key.is_common and each.key.role in ("forecast", "target")]
    same = {_row_of(each) for each in planned if (each.key._replace(role="actual"), _sum_of(each)) in known}
    return [each._replace(key=each.key._replace(role="actual")) if _row_of(each) in same else each for each in told]


def _is_planned(each: Statement) -> bool:
    return each.is_cell and each.key.kind == "money" and each.key.role == "target"


def _row_of(each: Statement) -> tuple[str, str, Key]:
    return *_table_of(each), each.key


def _table_of(each: Statement) -> tuple[str, str]:
    return each.source.id, each.figure.source.id


def _sum_of(each: Statement) -> _Sum:
    return each.source.area, each.period, float(each.figure.value or 0)
