"""Statements become lines: one measure, counted in one way, with its values by area and period."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, pairwise

from reportparse.comparison.keys import Key
from reportparse.comparison.numbers import digits, is_same
from reportparse.comparison.records import Apart, Line, PeriodType, Restatement, Value
from reportparse.comparison.stated import Statement, period_type, signed_value
from reportparse.comparison.times import end_of, type_of
from reportparse.comparison.titles import tell_name
from reportparse.registry.measures import find_measure

# A value is revised by at most this part of it; what differs by more is another thing under the same words.
MAX_REVISION = 0.25
# By this where words say that the later one is revised: the outturn of a provisional underspend.
MAX_TOLD_REVISION = 0.5
# Where a period is assumed the two must be nearer, and have so many digits: small numbers come so near by chance.
# Judged, not swept: the pairs of reports in the tests hold at this value.
MAX_UNDATED_REVISION = 0.05
MIN_DIGITS = 2
# Shares lie near each other, whatever they are of.
MIN_DIGITS_OF_SHARE = 3

# What is less than this part of another count of the same thing is a part of it.
MAX_PARTS = 5

Place = tuple[str | None, str]  # area and period


def make_lines(statements: Iterable[Statement]) -> list[Line]:
    """A line for each way of counting a measure; of a measure in own words only where two reports state it."""
    groups: dict[tuple[Key, PeriodType], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.key.role != "change":
            groups[statement.key, _kind_of_period(statement)].append(statement)
    _join_days(groups)
    lines: list[Line] = []
    for (key, kind), group in groups.items():
        if not key.is_common and len({each.source.id for each in group}) < 2:
            continue
        lines.append(_make_line(f"l{len(lines) + 1}", key, kind, group))
    return lines


def _join_days(groups: dict[tuple[Key, PeriodType], list[Statement]]) -> None:
    """Put values of years and of March to those of its last day: what is counted on a day is there in its month, too.

    Those of a year only where a report tells no other for the day: "26 county lines on 31 March 2024", and "31 in
    2022/23" in the report before.  A year that was but assumed is that day.
    """
    for key in [key for key, kind in groups if kind == "date"]:
        days, years = groups[key, "date"], groups.get((key, "financial year"), [])
        months, calendar = groups.get((key, "month"), []), groups.get((key, "calendar year"), [])
        is_last = all(each.period.endswith("-03-31") for each in days)
        if is_last and months and all(each.period.endswith("-03") for each in months):
            groups[key, "date"] = days = days + groups.pop((key, "month"))
        is_stock = key.is_common and find_measure(key.measure).is_stock
        is_march = bool(days) and all(end_of(each.period).endswith("-03-31") for each in days)
        if calendar and is_stock and is_march and all(_may_be_march(each, days) for each in calendar):
            del groups[key, "calendar year"]
            told = [each._replace(period=f"{each.period}-03-31", is_assumed=True) for each in calendar]
            groups[key, "date"] = days = days + told
        if years and is_last and all(_may_be_of_day(each, days) for each in years):
            del groups[key, "financial year"]
            groups[key, "date"] = days + [_as_day(each) for each in years]


def _may_be_of_day(each: Statement, days: Iterable[Statement]) -> bool:
    """Whether its report tells no day, or another one than that which its assumed year ends with."""
    own = {day.period for day in days if day.source.id == each.source.id}
    return not own or (each.is_assumed and end_of(each.period) not in own)


def _may_be_march(each: Statement, days: Iterable[Statement]) -> bool:
    """Whether a year is that in which its report's own ends or begins, and it tells nothing else of that March."""
    ends = (each.source.end or "")[:4]
    is_near = ends.isdigit() and each.period in (ends, str(int(ends) - 1))
    return is_near and not any(
        day.source.id == each.source.id and end_of(day.period) == f"{each.period}-03-31" and not agree(day, each)
        for day in days
    )


def _as_day(each: Statement) -> Statement:
    """A value of a year that was but assumed as one of its last day."""
    return each._replace(period=end_of(each.period)) if each.is_assumed else each


def _kind_of_period(statement: Statement) -> PeriodType:
    """Of what type its period is; what is there on a day is told by the year that it ends, too."""
    kind, key = period_type(statement), statement.key
    is_march = kind == "month" and statement.period.endswith("-03")
    is_stock = (kind == "financial year" or is_march) and key.is_common and find_measure(key.measure).is_stock
    return "date" if is_stock else kind


def _make_line(name: str, key: Key, kind: PeriodType, group: Sequence[Statement]) -> Line:
    measure = find_measure(key.measure) if key.is_common else None
    units = [each.figure.unit for each in group if each.figure.unit]
    places = [each.figure.place for each in group if each.figure.place]
    return Line.model_validate({
        "id": name, "measure": key.measure, "is_common": key.is_common,
        "name": measure.name if measure else tell_name(key.measure, group),
        "unit": max(units, key=units.count) if units else None, "kind": key.kind, "counted": key.counted,
        "is_counted_assumed": not all(each.is_told_how for each in group),
        "place": places[0] if places else None, "role": key.role, "period_type": kind,
        "good": measure.good if measure else "", "values": _values(group),
    })  # fmt: skip


def _values(group: Sequence[Statement]) -> list[Value]:
    """One value for each report and period: of several that agree the most exact; those that do not are disputed."""
    places: dict[tuple[str, str | None, str], list[Statement]] = defaultdict(list)
    for each in group:
        places[each.source.id, each.source.area, each.period].append(each)
    values = []
    for stated in places.values():
        kept = settle(stated)
        values += [_make_value(each, is_disputed=len(kept) > 1) for each in kept]
    return sorted(values, key=lambda value: (value.area or "", end_of(value.period), value.report))


def settle(stated: Sequence[Statement]) -> list[Statement]:
    """Those that differ.  What says its period outweighs what does not, a cell prose, exact about."""
    stated = _without_small(stated)
    best = max(_weight(each) for each in stated)
    heaviest = _without_parts([each for each in stated if _weight(each) == best])
    ranked = sorted(heaviest, key=lambda each: -len(each.figure.text))
    kept: list[Statement] = []
    for each in ranked:
        if not any(agree(each, other) for other in kept):
            kept.append(each)
    return kept


def _without_small(stated: Sequence[Statement]) -> list[Statement]:
    """Of counts, those that are no part of another: "12 complaints were recorded late" beside 2,618 complaints."""
    exact = [each for each in stated if each.figure.qualifier == "exact"]  # "almost 5.0 million" may be the country's
    largest = max(_size(each) for each in exact or stated)
    is_count = stated[0].key.kind == "count"
    return [each for each in stated if not is_count or _size(each) >= largest / MAX_PARTS]


def _without_parts(stated: Sequence[Statement]) -> list[Statement]:
    """Of one record's several numbers of one thing, the first where none is larger: the others are its parts."""
    records: dict[str, list[Statement]] = defaultdict(list)
    for each in stated:
        records[each.figure.source.id if not each.is_cell else each.figure.id].append(each)
    return [
        each
        for group in records.values()
        for each in (group[:1] if all(_size(one) < _size(group[0]) for one in group[1:]) else group)
    ]


def _size(each: Statement) -> float:
    return float(each.figure.value or 0)


def _weight(each: Statement) -> tuple[bool, bool, bool]:
    return not each.is_assumed, each.is_cell, each.figure.qualifier == "exact"


def agree(first: Statement, second: Statement) -> bool:
    """Whether two values are one, printed more or less exactly."""
    a, b = first.figure, second.figure
    return is_same(float(a.value or 0), a.text, float(b.value or 0), b.text)


def _make_value(each: Statement, *, is_disputed: bool) -> Value:
    """The value that a statement tells."""
    figure = each.figure
    return Value(
        report=each.source.id, area=each.source.area, period=each.period, is_assumed=each.is_assumed,
        value=signed_value(each), text=figure.text, qualifier=figure.qualifier, role=figure.role, figure=figure.id,
        page=figure.page, is_disputed=is_disputed,
    )  # fmt: skip


def find_restatements(
    lines: Iterable[Line],
    ends: dict[str, str],
    plain: AbstractSet[tuple[str, str]] = frozenset(),
    doubtful: AbstractSet[tuple[str, str]] = frozenset(),
    anew: AbstractSet[tuple[str, str]] = frozenset(),
) -> list[Restatement]:
    """Values of one area and period that two reports state and that differ, the earlier report's first.

    Args:
        lines: Only what is exact and undisputed counts, and was no plan when it was told.
        ends: By report, the last day of its period.
        plain: Report and figure of values that say no period where nothing speaks against the assumed one; they count
            where they are near the other.
        doubtful: Report and figure of values that were lined up because they are near.
        anew: Report and figure of values whose words say that they are revised.
    """
    found = []
    for line in (line for line in lines if line.role == "actual"):
        places: dict[Place, list[Value]] = defaultdict(list)
        for value in line.values:
            is_dated = not value.is_assumed or (value.report, value.figure) in plain
            is_sure = is_dated and (value.report, value.figure) not in doubtful
            if is_sure and not value.is_disputed and value.qualifier == "exact":
                is_day = line.period_type == "date"
                places[value.area, end_of(value.period) if is_day else value.period].append(value)
        for (area, _), values in places.items():
            ordered = sorted(values, key=lambda value: (ends.get(value.report, ""), value.report))
            found += [
                Restatement(line=line.id, area=area, period=before.period, before=before, after=after)
                for before, after in pairwise(ordered)
                if _is_restated(before, after, line.kind, is_sure=_is_sure(line, after, anew))
                and not _is_plan(before, ends.get(before.report, ""))
            ]
    return found


def _is_sure(line: Line, after: Value, anew: AbstractSet[tuple[str, str]]) -> bool | None:
    """Whether the two are counted in one way; None where a word says that the later one is revised."""
    return None if (after.report, after.figure) in anew else not line.is_counted_assumed


def _is_restated(before: Value, after: Value, kind: str, *, is_sure: bool | None) -> bool:
    """Whether two values for one thing differ, but not so much that they are of two things.

    Less may lie between them where their period or, not `is_sure`, their way of counting is assumed; not where that is
    None, as words say that the later one is revised.
    """
    is_assumed = is_sure is not None and (before.is_assumed or after.is_assumed or not is_sure)
    most = MAX_TOLD_REVISION if is_sure is None else MAX_UNDATED_REVISION if is_assumed else MAX_REVISION
    is_near = abs(float(after.value) - float(before.value)) <= most * abs(float(before.value))
    least = MIN_DIGITS_OF_SHARE if kind == "percent" else MIN_DIGITS
    is_long = not (before.is_assumed or after.is_assumed) or min(digits(before.text), digits(after.text)) >= least
    return is_near and is_long and not is_same(float(before.value), before.text, float(after.value), after.text)


_ENDING = ("financial year", "calendar year", "month", "date")


def _is_plan(value: Value, end: str) -> bool:
    """Whether a time had not come when its value was told: next year's budget is no account of it."""
    return bool(end) and type_of(value.period) in _ENDING and end_of(value.period) > end


def find_own_restatements(
    lines: Iterable[Line], told: Sequence[Statement], known: Iterable[Restatement]
) -> list[Restatement]:
    """Those that a report tells itself: "1,274, previously reported as 1,261"; what two reports tell is known.

    No earlier report has told what is of the report's own year.
    """
    places = {(value.report, value.figure): (line, value) for line in lines for value in line.values}
    seen = {(each.after.report, each.after.figure, float(each.before.value)) for each in known}
    found = []
    for before, each in pairwise(told):
        line, value = places.get((before.source.id, before.figure.id), (None, None))
        is_prose = each.is_quoted and not each.is_cell
        is_pair = is_prose and before.source == each.source and before.figure.source.id == each.figure.source.id
        is_of_now = value is not None and end_of(value.period) >= (each.source.end or "9999")
        if not is_pair or line is None or value is None or is_of_now or before.figure.kind != each.figure.kind:
            continue
        quoted = _make_value(each, is_disputed=False).model_copy(update={"period": value.period, "area": value.area})
        is_known = (value.report, value.figure, float(quoted.value)) in seen
        if not is_known and _is_restated(quoted, value, line.kind, is_sure=True):
            found.append(Restatement(line=line.id, area=value.area, period=value.period, before=quoted, after=value))
    seen |= {(each.after.report, each.after.figure, float(each.before.value)) for each in found}
    return [*found, *_find_noted(lines, told, seen)]


def _find_noted(
    lines: Iterable[Line], told: Sequence[Statement], seen: AbstractSet[tuple[str, str, float]]
) -> Iterator[Restatement]:
    """Those that a footnote tells of the value that it is on: "74 in last year's report"."""
    for each in told:
        is_noted = each.is_quoted and each.figure.source.kind == "footnote"
        if not is_noted or end_of(each.period) >= (each.source.end or ""):
            continue
        quoted = _make_value(each, is_disputed=False)
        for line in lines:
            is_line = (line.measure, line.kind, line.role) == (each.key.measure, each.key.kind, each.key.role)
            values = [value for value in line.values if value.report == each.source.id] if is_line else []
            for value in values:
                is_other = end_of(value.period) == end_of(each.period) and value.figure != each.figure.id
                is_known = (value.report, value.figure, float(quoted.value)) in seen
                if is_other and not is_known and _is_restated(quoted, value, line.kind, is_sure=True):
                    yield Restatement(line=line.id, area=value.area, period=value.period, before=quoted, after=value)


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
