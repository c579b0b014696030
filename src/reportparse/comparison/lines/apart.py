"""Lines that look alike and are not comparable, and why."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from reportparse.comparison.records import Apart, Line
from reportparse.comparison.terms.times import end_of, type_of
from reportparse.registry.measures import find_measure


def find_apart(lines: Sequence[Line]) -> list[Apart]:
    """Lines of one common measure and role that can not be set side by side, and why; and breaks within a line."""
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.is_common:
            groups[line.measure, line.role].append(line)
    apart = []
    for (measure, _), group in groups.items():
        for first, second in combinations(group, 2):
            apart.append(Apart(measure=measure, first=first.id, second=second.id, reason=_reason(first, second)))
        for line in group:
            apart += _breaks(line)
            if line.is_counted_assumed:
                reason = f"counted otherwise, it may be: not said how beside {line.counted}"
                apart.append(Apart(measure=measure, first=line.id, second=line.id, reason=reason))
    return apart


def _reason(first: Line, second: Line) -> str:
    """The first thing in which two lines differ."""
    if first.kind != second.kind:
        return f"a {first.kind} beside a {second.kind}"
    if first.counted != second.counted:
        return f"counted otherwise: {first.counted or 'not said how'} beside {second.counted or 'not said how'}"
    if first.place != second.place:
        return f"another place: {first.place or 'the own area'} beside {second.place or 'the own area'}"
    if first.period_type != second.period_type:
        return f"another kind of period: {first.period_type} beside {second.period_type}"
    return f"another unit: {first.unit or 'none'} beside {second.unit or 'none'}"


def _breaks(line: Line) -> list[Apart]:
    """Definition breaks that fall between values of a line."""
    ends = sorted({end_of(value.period) for value in line.values if type_of(value.period) != "unknown"})
    if not ends:
        return []
    return [
        Apart(measure=line.measure, first=line.id, second=line.id, reason=f"definition break on {one.since}: {one.why}")
        for one in find_measure(line.measure).breaks
        if ends[0] < one.since.isoformat() <= ends[-1]
    ]
