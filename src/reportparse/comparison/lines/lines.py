"""Statements become lines: one measure, counted in one way, with its values by area and period."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportparse.comparison.lines.days import join_calendar, join_days, kind_of_period
from reportparse.comparison.lines.titles import tell_name
from reportparse.comparison.records import Line, PeriodType, Value
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.numbers import grain
from reportparse.comparison.terms.stated import Statement, agree, figure_of, signed_value
from reportparse.comparison.terms.times import end_of
from reportparse.registry.measures import find_measure

# What is less than this part of another count of the same thing is a part of it.
MAX_PARTS = 5


def make_lines(statements: Iterable[Statement]) -> list[Line]:
    """A line for each way of counting a measure; of a measure in own words only where two reports state it."""
    groups: dict[tuple[Key, PeriodType], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.key.role != "change":
            groups[statement.key, kind_of_period(statement)].append(statement)
    join_days(groups)
    join_calendar(groups)
    lines: list[Line] = []
    for (key, kind), group in groups.items():
        if not key.is_common and len({each.source.id for each in group}) < 2:
            continue
        lines.append(_make_line(f"l{len(lines) + 1}", key, kind, group))
    return lines


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
        "good": measure.good if measure else "", "values": _values(group, kind),
    })  # fmt: skip


def _values(group: Sequence[Statement], kind: PeriodType) -> list[Value]:
    """One value for each report and period: of several that agree the most exact; those that do not are disputed.

    A year that is but assumed is its last day among days: "164 officers belong to a ward" beside 4,068 on 31 March.
    """
    places: dict[tuple[str, str | None, str], list[Statement]] = defaultdict(list)
    for each in group:
        is_day = kind == "date" and each.is_assumed
        places[each.source.id, each.source.area, end_of(each.period) if is_day else each.period].append(each)
    values = []
    for stated in places.values():
        kept = settle(stated)
        values += [make_value(each, is_disputed=len(kept) > 1) for each in kept]
    return sorted(values, key=lambda value: (value.area or "", end_of(value.period), value.report))


def settle(stated: Sequence[Statement]) -> list[Statement]:
    """Those that differ.  What says its period outweighs what does not, a cell prose, exact about.

    Of one that is told again more exactly that is taken: of 1.4 in a table of millions "£1.42m".
    """
    stated = _without_small(stated)
    best = max(_weight(each) for each in stated)
    heaviest = _without_parts([each for each in stated if _weight(each) == best])
    ranked = sorted(heaviest, key=lambda each: -len(each.figure.text))
    kept: list[Statement] = []
    for each in ranked:
        if not any(agree(each, other) for other in kept):
            kept.append(each)
    return [_most_exact(each, stated) for each in kept]


def _most_exact(each: Statement, stated: Sequence[Statement]) -> Statement:
    """Of those that agree with a value the one that is printed to the smallest step."""
    agreeing = [one for one in stated if one.figure.qualifier == "exact" and agree(one, each)]
    return min((each, *agreeing), key=lambda one: grain(one.figure.text, _size(one)))


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
        is_series = each.is_assumed and each.figure.source.kind == "picture"  # of two years, and no sum and its part
        records[each.figure.id if each.is_cell or is_series else each.figure.source.id].append(each)
    return [
        each
        for group in records.values()
        for each in (group[:1] if all(_size(one) < _size(group[0]) for one in group[1:]) else group)
    ]


def _size(each: Statement) -> float:
    return float(each.figure.value or 0)


def _weight(each: Statement) -> tuple[bool, bool, bool]:
    return not each.is_assumed, each.is_cell, each.figure.qualifier == "exact"


def make_value(each: Statement, *, is_disputed: bool) -> Value:
    """The value that a statement tells."""
    figure = each.figure
    return Value(
        report=each.source.id, area=each.source.area, period=each.period, is_assumed=each.is_assumed,
        value=signed_value(each), text=figure.text, qualifier=figure.qualifier, role=figure.role,
        figure=figure_of(each), page=figure.page, is_disputed=is_disputed,
    )  # fmt: skip
