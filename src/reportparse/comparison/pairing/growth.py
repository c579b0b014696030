"""Changes that a report tells beside a value: what it was a year before follows, and the report before says it or not.

"Shoplifting rose by 25.9% to 15,872": whatever the year before told of 12,604 is shoplifting by other words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from reportparse.comparison.terms.anchors import MAX_REVISION
from reportparse.comparison.terms.numbers import digits, grain
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import end_of, year_before
from reportparse.comparison.terms.wording import record_of
from reportparse.models.facts import Figure

# A change agrees with two values to this part of the step that it is printed in: it was reckoned from values that may
# be rounded themselves.  Of 109 measures of 115 pairs of reports that agreed so none was of two things, but for a whole
# number of percent 2 of 46.
EXACT = 0.75
# What a change in whole percent tells of one that has a decimal, or two digits of what it counts.
ROUGH = 0.5
# Fewer digits of a count agree by chance.
MIN_DIGITS = 2

Changes = Mapping[tuple[str, str], Sequence[Figure]]
"""By report and figure the changes that are told beside it."""


def find_changes(told: Iterable[Statement]) -> Changes:
    """The changes beside each value: of its row, or next to it in its sentence."""
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for each in told:
        if each.key.role in ("actual", "change") and each.figure.value is not None:
            groups[_place_of(each)].append(each)
    found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for group in groups.values():
        for value, change in _find_beside(group):
            found[value.source.id, value.figure.id].append(change.figure)
    return found


def tell_growth(first: Sequence[Statement], second: Sequence[Statement], changes: Changes) -> float:
    """How well what a later report tells of a change agrees with two values: from 1 to 0 where it tells none; or -1."""
    return max(_compare(first, second, changes), default=0.0)


def _place_of(each: Statement) -> tuple[str, ...]:
    source = each.figure.source
    if each.is_cell:
        return each.source.id, source.id, str(source.row)
    return each.source.id, record_of(each.figure), str(each.profile.sentence if each.profile else 0)


def _find_beside(group: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Values with changes: all of a row, neighbours in a sentence."""
    if group[0].is_cell:
        values = [each for each in group if each.key.role == "actual"]
        yield from ((value, each) for each in group if each.key.role == "change" for value in values)
        return
    for one, other in pairwise(sorted(group, key=lambda each: each.figure.source.start)):
        if one.key.role != other.key.role:
            yield (one, other) if other.key.role == "change" else (other, one)


def _compare(first: Sequence[Statement], second: Sequence[Statement], changes: Changes) -> Iterator[float]:
    for after in second:
        told = changes.get((after.source.id, after.figure.id), ())
        then = end_of(year_before(after.period) or "") if told else ""
        for before in first if then else ():
            if before.key.role == "actual" and before.figure.value and end_of(before.period) == then:
                yield from (worth for change in told if (worth := _weigh(change, before.figure, after.figure)))


def _weigh(change: Figure, before: Figure, after: Figure) -> float:
    """What a change tells of two values being one: 1 or ROUGH where it agrees, -1 where not, 0 if it can not tell.

    Where the value before is all but what the change says, it may have been revised since.
    """
    one, other, by = (float(each.value or 0) for each in (before, after, change))
    signed = -by if change.direction == "down" else by
    if change.kind == "percent" and after.kind != "percent":
        grown, step, then = 100 * (other - one) / one, grain(change.text, by), other / (1 + max(signed, -99) / 100)
        is_exact = step < 1
    elif change.kind == after.kind or (change.kind == "points" and after.kind == "percent"):
        grown, step, then = other - one, max(grain(change.text, by), grain(after.text, other)), other - signed
        is_exact = digits(change.text) >= MIN_DIGITS
    else:
        return 0.0
    off = abs(grown - signed) if change.direction else abs(abs(grown) - by)
    if off <= EXACT * step:
        return 1.0 if is_exact else ROUGH
    return 0.0 if change.direction is None or abs(then - one) <= MAX_REVISION * one else -1.0
