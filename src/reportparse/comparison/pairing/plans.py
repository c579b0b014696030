"""Budgets that one report heads as such and another does not: the numbers that both tell show that they are the same.

"Budget 2023/24" heads a column of a table; a year later the same lines stand below "Where the money came from".
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.numbers import digits
from reportparse.comparison.terms.profiles import fold_roots
from reportparse.comparison.terms.stated import Statement

# So many sums of so many digits are told again by no chance.
MIN_WITNESSES, MIN_DIGITS = 3, 2

# Words of a title by which a table tells what was planned, if it has none by which it tells what came of it.
_PLAN, _RESULT = "budget", fold_roots("outturn spent spending actual result performance")

_Sum = tuple[str | None, str, float]


def tell_budgets(told: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
    """The statements; sums of a table titled as a budget are planned, where others have its rows as plan and outturn.

    "What the budget is for" stands a year later in one of two columns, and last year's outturn beside them.
    """
    both = _find_planned_and_done(others)
    rows: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for each in told:
        if each.is_cell and each.key._replace(role="") in both:
            rows[_table_of(each)].add(each.key)
    plans = {table for table, keys in rows.items() if len(keys) >= MIN_WITNESSES}
    plans -= {_table_of(each) for each in told if _is_planned(each)}
    return [
        each._replace(key=each.key._replace(role="target")) if _table_of(each) in plans and _is_titled(each) else each
        for each in told
    ]


def _find_planned_and_done(told: Iterable[Statement]) -> set[Key]:
    """What a table tells both as planned and as what was; the keys are without a role."""
    columns: dict[tuple[tuple[str, str], Key], set[str]] = defaultdict(set)
    for each in told:
        if each.is_cell and each.key.kind == "money":
            columns[_table_of(each), each.key._replace(role="")].add(each.key.role)
    return {key for (_, key), roles in columns.items() if {"actual", "target"} <= roles}


def _is_titled(each: Statement) -> bool:
    """Whether a sum's table is titled as a budget."""
    around = each.profile.around if each.profile else frozenset()
    return each.is_cell and each.key.kind == "money" and _PLAN in around and around.isdisjoint(_RESULT)


def tell_plans(told: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
    """The statements; the planned sums of a table of which others tell so many as what was are what was, too."""
    known = {_sum_of(each) for each in others if each.key.kind == "money" and each.key.role == "actual"}
    planned = [each for each in _without_result(told) if _is_planned(each)]
    tables: dict[tuple[str, str], set[_Sum]] = defaultdict(set)
    for each in planned:
        if digits(each.figure.text) >= MIN_DIGITS and _sum_of(each) in known:
            tables[_table_of(each)].add(_sum_of(each))
    same = {table for table, sums in tables.items() if len(sums) >= MIN_WITNESSES}
    done = {id(each) for each in planned if _table_of(each) in same}
    return [each._replace(key=each.key._replace(role="actual")) if id(each) in done else each for each in told]


def _without_result(told: Sequence[Statement]) -> list[Statement]:
    """The cells without those beside which their row tells what came of it: "Grants | Budget 4.2 | Actual 4.2"."""
    cells = [each for each in told if each.is_cell]
    done = {_time_of_row(each) for each in cells if each.key.role == "actual"}
    return [each for each in cells if each.key.role == "actual" or _time_of_row(each) not in done]


def _time_of_row(each: Statement) -> tuple[str, int | None, str]:
    return each.figure.source.id, each.figure.source.row, each.period


def tell_same(told: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
    """The statements; a cell's planned sum that others tell as what was, under the same measure, is what was, too.

    "Estimated surplus" stands a year later in a column of what was, as "Surplus".
    """
    known = {(each.key, _sum_of(each)) for each in others if each.is_cell and each.key.role == "actual"}
    planned = [
        each for each in _without_result(told) if each.key.is_common and each.key.role in ("forecast", "target")
    ]
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
