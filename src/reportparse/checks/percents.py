"""Percentages, rates and changes of a table against the columns that they are computed from.

Which columns these are is not asked of the headers, but of the numbers: where most rows fit, the others should.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import permutations
from math import fsum
from typing import NamedTuple

from reportparse.checks.grid import Grid, Line, name_of
from reportparse.checks.material import Material
from reportparse.checks.rounding import compare, plain, show
from reportparse.models import Check, Table

# A column is computed from two others where at least this share of its rows fit, and this many of them.
MIN_FITS, MIN_SHARE = 2, 0.6
# Tables with more columns of numbers hold no such sums, but lists.
MAX_LINES = 16
# A number off by more than this factor is not the same sum gone wrong.
MAX_OFF = 0.25

Compute = Callable[[float, float], float | None]


class _Source(NamedTuple):
    """How a line may be computed: from which lines, by what."""

    kind: str
    words: str
    computed: dict[int, float]
    """By place."""


def check_percents(material: Material) -> Iterator[Check]:
    """Each percentage, rate, difference and change whose source is clear, row by row."""
    for table, *grids in material.grids:
        for grid in grids:
            if len(grid.lines) <= MAX_LINES:
                for line in grid.lines:
                    yield from _check_line(table, grid, line)


def _check_line(table: Table, grid: Grid, line: Line) -> Iterator[Check]:
    sources = list(_find_sources(grid, line))
    best = max(sources, key=lambda source: _count_fits(line, source), default=None)
    if best is None:
        return
    fits, known = _count_fits(line, best), len(best.computed)
    values = {line.numbers[place].value for place in best.computed}
    if fits < MIN_FITS or fits < MIN_SHARE * known or len(values) < 2:
        return
    for place, expected in best.computed.items():
        stated = line.numbers[place]
        if abs(expected - abs(stated.value)) <= MAX_OFF * max(abs(expected), 1.0):
            yield _tell(table, grid, line, place, best)


def _count_fits(line: Line, source: _Source) -> int:
    return sum(
        compare(expected, line.numbers[place].without_sign()) is not None for place, expected in source.computed.items()
    )


def _find_sources(grid: Grid, line: Line) -> Iterator[_Source]:
    is_change = "change" in {head.role for head in line.heads}
    amounts = [other for other in grid.lines if other is not line and other.base is None]
    if line.base is None and not is_change:
        return
    for a, b in permutations(amounts, 2):
        names = f"“{a.name}” and “{b.name}”"
        if is_change and line.is_percent:
            yield _combine("table_change", f"change from {names}", line, a, b, _percent_change)
        elif is_change:
            yield _combine("table_change", f"difference of {names}", line, a, b, lambda x, y: abs(y - x))
        elif line.base is not None:
            yield _combine("table_percent", f"“{a.name}” / “{b.name}”", line, a, b, partial(_ratio, line.base))
    if line.is_percent and not is_change:
        yield from _find_shares(grid, line, amounts)


def _ratio(base: float, part: float, whole: float) -> float | None:
    return base * part / whole if whole else None


def _percent_change(old: float, new: float) -> float | None:
    return abs(new - old) / old * 100 if old else None


def _combine(kind: str, words: str, line: Line, a: Line, b: Line, compute: Compute) -> _Source:
    computed = {
        place: value
        for place in line.numbers
        if place in a.numbers and place in b.numbers
        if (value := compute(a.numbers[place].value, b.numbers[place].value)) is not None
    }
    return _Source(kind, words, computed)


def _find_shares(grid: Grid, line: Line, amounts: list[Line]) -> Iterator[_Source]:
    """Shares of a column's total, which stands in its last line or is the sum of all."""
    for a in amounts:
        totals = [place for place in grid.places if any(head.is_total for head in grid.labels.get(place, ()))]
        last = totals[-1] if totals else grid.places[-1]
        parts = [number.value for place, number in a.numbers.items() if place != last]
        wholes = {fsum(parts) + (a.numbers[last].value if last in a.numbers else 0.0)}
        if last in a.numbers:
            wholes.add(a.numbers[last].value)
        for whole in wholes:
            if whole > 0:
                computed = {p: 100 * a.numbers[p].value / whole for p in line.numbers if p in a.numbers}
                yield _Source("table_percent", f"share of “{a.name}” in {show(whole)}", computed)


def _tell(table: Table, grid: Grid, line: Line, place: int, source: _Source) -> Check:
    expected, stated = source.computed[place], line.numbers[place]
    fit = compare(expected, stated.without_sign())
    verdict = {"exact": "is", "rounded": "is, rounded,", "truncated": "is, cut off,", None: "should be"}[fit]
    name = name_of(table)
    return Check(
        kind=source.kind,
        passed=fit is not None,
        severity="rounding" if fit == "truncated" else "none" if fit else "warning",
        message=f"{name}, {grid.label(place)}: “{line.name}” {show(stated.value)} {verdict} {source.words} = "
        f"{show(expected)}",
        where=[table.id],
        expected=plain(round(expected, 3)),
        found=plain(stated.value),
    )
