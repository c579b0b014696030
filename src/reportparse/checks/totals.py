"""Do the rows and columns of a table add up to what it calls their total?"""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import NamedTuple

from reportparse.checks.grid import Grid, Line, name_of
from reportparse.checks.material import Material
from reportparse.checks.rounding import Stated, plain, show
from reportparse.language.headers import Head
from reportparse.models import Check, Table

# A "total" further than this from the sum of its rows is none of them: rows of another kind stand between.
MAX_OFF = 0.2
_WHOLES = ("total", "grand total", "sub-total", "subtotal", "all ", "whole", "overall", "force", "sum of")


class _Sum(NamedTuple):
    """The parts of a total that fit it best."""

    total: Stated
    parts: tuple[Stated, ...]

    @property
    def expected(self) -> float:
        return fsum(part.value for part in self.parts)

    @property
    def slack(self) -> float:
        """What rounding each part can make of the sum."""
        return 0.5 * fsum(part.step for part in self.parts) + 0.5 * self.total.step

    @property
    def off(self) -> float:
        return abs(self.expected - self.total.value)

    @property
    def is_exact(self) -> bool:
        return self.off <= 1e-9 * max(1.0, abs(self.expected))

    @property
    def is_rounded(self) -> bool:
        """Whether the difference can come from rounding: only where numbers are rounded to tenths or thousands."""
        is_whole = {part.step for part in self.parts} == {1.0} and self.total.step == 1.0
        return not is_whole and self.off <= self.slack


def check_totals(material: Material) -> Iterator[Check]:
    """Each total of each table against the sum of its parts, shares against 100."""
    metadata = material.report.metadata
    own = metadata.pcc.id if metadata.pcc else None
    for table, *grids in material.grids:
        for grid in grids:
            yield from _check_grid(table, grid, own)


def _check_grid(table: Table, grid: Grid, own: str | None) -> Iterator[Check]:
    totals = [place for place in grid.places if _is_total(grid.labels.get(place, ()), own)]
    for at in totals:
        found = [(line, best) for line in grid.lines if (best := _find_sum(line, grid, totals, at)) is not None]
        holds = sum(best.is_exact or best.is_rounded for _, best in found)
        is_named = any(head.is_total or head.text.lower().startswith("total") for head in grid.labels[at])
        for line, best in found:
            if (
                best.is_exact
                or best.is_rounded
                or ((holds > 0 or is_named) and best.off <= MAX_OFF * abs(best.total.value))
            ):
                yield _tell(table, grid, at, line, best)


def _is_total(heads: Sequence[Head], own: str | None) -> bool:
    return any(
        head.is_total or head.text.lower().startswith(_WHOLES) or (head.area is not None and head.area == own)
        for head in heads
    )


def _find_sum(line: Line, grid: Grid, totals: Sequence[int], at: int) -> _Sum | None:
    """The parts of the total at a place: those since the last total, the subtotals before, or all of them."""
    total = line.numbers.get(at)
    is_share = line.is_percent and total is not None and abs(total.value - 100) < 1e-9
    if total is None or not (line.can_be_added or is_share):
        return None
    sums = []
    for places in _find_parts(grid, totals, at):
        stated = [place for place in places if place in line.numbers]
        if len(stated) > 1 and all(place in line.numbers or place in line.blanks for place in places):
            sums.append(_Sum(total, tuple(line.numbers[place] for place in stated)))
    return min(sums, key=lambda one: one.off, default=None)


def _find_parts(grid: Grid, totals: Sequence[int], at: int) -> Iterator[list[int]]:
    before = [place for place in grid.places if place < at]
    since = [place for place in before if not any(place <= total < at for total in totals)]
    yield since
    yield [place for place in before if place in totals]
    yield [place for place in before if place not in totals]
    if not before:
        yield [place for place in grid.places if place > at and place not in totals]


def _tell(table: Table, grid: Grid, at: int, line: Line, best: _Sum) -> Check:
    passed = best.is_exact or best.is_rounded
    what = "row" if grid.is_turned else "column"
    name = name_of(table)
    verdict = "adds up to" if best.is_exact else "adds up, but for rounding, to" if passed else "does not add up to"
    return Check(
        kind="table_total",
        passed=passed,
        severity="none" if best.is_exact else "rounding" if passed else "warning",
        message=f"{name}: {what} “{line.name or '-'}” {verdict} “{grid.label(at)}”: "
        f"{show(best.expected)}, stated {show(best.total.value)}",
        where=[table.id],
        expected=plain(best.expected),
        found=plain(best.total.value),
    )
