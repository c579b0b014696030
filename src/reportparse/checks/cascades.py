"""Budgets that count on: gross less income is net, net and grants are the total, the rest is to be raised.

Which rows are such steps is said by their names and proved by the numbers: where most steps of a table fit, all should.
"""

import re
from collections.abc import Iterator, Sequence
from math import fsum
from typing import NamedTuple

from reportparse.checks.grid import Grid, Line, name_of
from reportparse.checks.material import Material
from reportparse.checks.rounding import Stated, plain, show
from reportparse.models import Check, Table

_STEP = re.compile(
    r"\b(?:sub-?total|total|gross|net|requirement|financing|balance|surplus|deficit|outturn|remaining|carried\sforward)\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"^(?:less|minus|deduct)\b", re.IGNORECASE)
# A step further off than this is no sum of the rows before it.
MAX_OFF = 0.05
# So many steps must fit before one that does not is told: more than do not, or all of one column.
MIN_FITS = 2


class _Step(NamedTuple):
    """A row that may be what the rows before it come to, in one column."""

    line: Line
    place: int
    expected: float
    stated: Stated
    slack: float
    rows: int
    is_told: bool
    """Whether `totals` tells of it: a plain total of the rows above."""

    @property
    def off(self) -> float:
        return abs(self.expected - self.stated.value)

    @property
    def is_exact(self) -> bool:
        return self.off <= 1e-9 * max(1.0, abs(self.expected))

    @property
    def fits(self) -> bool:
        return self.is_exact or self.off <= self.slack


def check_cascades(material: Material) -> Iterator[Check]:
    """Each step of a budget that counts on from step to step."""
    for table, grid, _ in material.grids:
        steps = [step for line in grid.lines if line.can_be_added for step in _find_steps(grid, line)]
        if not _is_proved(steps):
            continue
        for step in steps:
            if step.is_told:
                continue
            if step.fits or step.off <= MAX_OFF * abs(step.stated.value):
                yield _tell(table, grid, step)


def _is_proved(steps: Sequence[_Step]) -> bool:
    """Whether most steps fit, or all of one column."""
    fits = sum(step.fits for step in steps)
    lines = {id(step.line): [other.fits for other in steps if other.line is step.line] for step in steps}
    is_one_whole = any(all(fit) and len(fit) >= MIN_FITS for fit in lines.values())
    return fits >= MIN_FITS and (fits > len(steps) - fits or is_one_whole)


def _find_steps(grid: Grid, line: Line) -> Iterator[_Step]:
    """The steps of one column: the last step and what stands between, or that alone."""
    last: int | None = None
    between: list[int] = []
    for place in grid.places:
        if place not in line.numbers:
            continue
        is_step = _is_step(grid.label(place))
        if is_step and (last is not None or between):
            ways = [between] if last is None else [[last, *between], between]
            steps = [_add(grid, line, places, place) for places in ways if len(places) > 1]
            if steps:
                yield min(steps, key=lambda step: step.off)
            last, between = place, []
        elif is_step:
            last = place
        else:
            between.append(place)


def _add(grid: Grid, line: Line, places: Sequence[int], at: int) -> _Step:
    numbers = [line.numbers[place] for place in places]
    total = fsum(
        -abs(number.value) if _LESS.match(grid.label(place)) else number.value
        for place, number in zip(places, numbers, strict=True)
    )
    stated = line.numbers[at]
    is_whole = {number.step for number in (*numbers, stated)} == {1.0}
    slack = 0.0 if is_whole else 0.5 * fsum(number.step for number in (*numbers, stated))
    is_plain = grid.label(at).lower().startswith("total") and not any(map(_is_step, map(grid.label, places)))
    is_told = is_plain or any(head.is_total for head in grid.labels.get(at, ()))
    return _Step(line, at, total, stated, slack, len(places), is_told)


def _is_step(label: str) -> bool:
    return bool(_STEP.search(label)) and not _LESS.match(label)


def _tell(table: Table, grid: Grid, step: _Step) -> Check:
    verdict = "is" if step.is_exact else "is, but for rounding," if step.fits else "is not"
    return Check(
        kind="table_total",
        passed=step.fits,
        severity="none" if step.is_exact else "rounding" if step.fits else "warning",
        message=f"{name_of(table)}, {step.line.name or '-'}: “{grid.label(step.place)}” {show(step.stated.value)} "
        f"{verdict} what the {step.rows} rows before come to, {show(step.expected)}",
        where=[table.id],
        expected=plain(step.expected),
        found=plain(step.stated.value),
    )
