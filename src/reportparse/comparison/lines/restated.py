"""Restatements: values of one area and period that two reports tell differently, or one report itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from reportparse.comparison.lines.lines import make_value
from reportparse.comparison.records import Line, Restatement, Value
from reportparse.comparison.terms.numbers import digits, is_same
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import end_of, type_of

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

Place = tuple[str | None, str]  # area and period


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
        doubtful: Report and figure of values that were lined up because they are near; they count where words say that
            one of them is revised.
        anew: Report and figure of values whose words say that they are revised.
    """
    found = []
    for line in (line for line in lines if line.role == "actual"):
        places: dict[Place, list[Value]] = defaultdict(list)
        for value in line.values:
            is_dated = not value.is_assumed or (value.report, value.figure) in plain
            if is_dated and not value.is_disputed and value.qualifier == "exact":
                is_day = line.period_type == "date"
                places[value.area, end_of(value.period) if is_day else value.period].append(value)
        for (area, _), values in places.items():
            is_told = any((value.report, value.figure) in anew for value in values)
            sure = [value for value in values if is_told or (value.report, value.figure) not in doubtful]
            ordered = sorted(sure, key=lambda value: (ends.get(value.report, ""), value.report))
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
        if not each.is_assumed and type_of(each.period) == type_of(value.period) and each.period != value.period:
            continue  # "51 died in 2022. Last year I reported 48 deaths for 2021"
        quoted = make_value(each, is_disputed=False).model_copy(update={"period": value.period, "area": value.area})
        is_known = (value.report, value.figure, float(quoted.value)) in seen
        if not is_known and _is_restated(quoted, value, line.kind, is_sure=True):
            found.append(Restatement(line=line.id, area=value.area, period=value.period, before=quoted, after=value))
    seen |= {(each.after.report, each.after.figure, float(each.before.value)) for each in found}
    return [*found, *_find_in_notes(lines, told, seen)]


def _find_in_notes(
    lines: Iterable[Line], told: Sequence[Statement], seen: AbstractSet[tuple[str, str, float]]
) -> Iterator[Restatement]:
    """Those that a footnote tells of the value that it is on: "74 in last year's report"."""
    for each in told:
        is_noted = each.is_quoted and each.figure.source.kind == "footnote"
        if not is_noted or end_of(each.period) >= (each.source.end or ""):
            continue
        quoted = make_value(each, is_disputed=False)
        for line in lines:
            is_line = (line.measure, line.kind, line.role) == (each.key.measure, each.key.kind, each.key.role)
            values = [value for value in line.values if value.report == each.source.id] if is_line else []
            for value in values:
                is_other = end_of(value.period) == end_of(each.period) and value.figure != each.figure.id
                is_known = (value.report, value.figure, float(quoted.value)) in seen
                if is_other and not is_known and _is_restated(quoted, value, line.kind, is_sure=True):
                    yield Restatement(line=line.id, area=value.area, period=value.period, before=quoted, after=value)
