"""What one report told and the next one corrects, where its words tell which number it was.

It quotes the number ("Readers will find 61,204 in last year's report"), or says by how much it has changed: "The figure
is restated at £21.7m, as £0.7m of licences is day-to-day spending".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.comparison.lines.restated import MAX_UNDATED_REVISION
from reportparse.comparison.statements.quoting import says_revised
from reportparse.comparison.terms.numbers import digits, grain
from reportparse.comparison.terms.profiles import fold_roots, little_words, root_of
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import end_of
from reportparse.comparison.terms.words import is_who
from reportparse.registry.measures import find_measure

# Fewer digits agree by chance.
MIN_DIGITS = 3


def find_corrected(pool: Sequence[Statement], told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """What earlier reports told, with what a report says it is now: of one number each, and of one time."""
    records: dict[str, list[Statement]] = defaultdict(list)
    heads = {each.figure.id: each for each in told}
    for each in told:
        if not each.is_cell:
            records[each.figure.source.id].append(each)
        if each.is_quoted and each.hangs_on in heads:  # in a note
            yield from _find_quoted(pool, (heads[each.hangs_on], each))
    for beside in records.values():
        yield from _find_quoted(pool, beside)
        for now in beside:
            if not now.is_quoted and says_revised(now.figure, now.context):
                others = [each for each in beside if _is_of_its_sentence(each, now)]
                befores = [before for each in others for before in _differ_by(pool, now, each)]
                yield from _only(befores, now)


def _find_quoted(pool: Sequence[Statement], beside: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    for now, quoted in pairwise(beside):
        is_pair = quoted.is_quoted and not now.is_quoted and quoted.figure.kind == now.figure.kind
        if is_pair and digits(quoted.figure.text) >= MIN_DIGITS:
            yield from _only([each for each in _may_be(pool, now) if each.figure.value == quoted.figure.value], now)


def _differ_by(pool: Sequence[Statement], now: Statement, change: Statement) -> Iterator[Statement]:
    """What differs from a number by just as much as another one says."""
    by, value = float(change.figure.value or 0), float(now.figure.value or 0)
    step = grain(now.figure.text, value)
    if digits(now.figure.text) >= MIN_DIGITS and by >= step:
        yield from (
            each for each in _may_be(pool, now)
            if abs(abs(float(each.figure.value or 0) - value) - by) < step / 2
        )  # fmt: skip


def _may_be(pool: Sequence[Statement], now: Statement) -> Iterator[Statement]:
    """What is of the kind, area, place and time of a number, and near it."""
    value = float(now.figure.value or 0)
    if now.is_assumed or now.key.role != "actual":
        return
    for each in pool:
        is_exact = each.figure.qualifier == now.figure.qualifier == "exact" and digits(each.figure.text) >= MIN_DIGITS
        is_alike = (each.key.kind, each.key.unit, each.key.place, each.key.role, each.source.area) == (
            now.key.kind, now.key.unit, now.key.place, "actual", now.source.area
        )  # fmt: skip
        is_near = abs(float(each.figure.value or 0) - value) <= MAX_UNDATED_REVISION * value
        if is_exact and is_alike and is_near and not each.is_quoted and end_of(each.period) == end_of(now.period):
            yield each


def _only(befores: Sequence[Statement], now: Statement) -> Iterator[tuple[Statement, Statement]]:
    """The pair, if all that it may be is one number of one measure, which goes by another name now."""
    is_one = len({(each.key, each.figure.value) for each in befores}) == 1
    if is_one and befores[0].key.measure != now.key.measure and not _counts_another(now, befores[0]):
        yield befores[0], now


def _counts_another(now: Statement, before: Statement) -> bool:
    """Whether a number counts what the other's words do not have: "891 visits; the 874 of last year"."""
    if now.profile is None or before.profile is None or is_who(now.figure.unit or ""):
        return False
    counted = (fold_roots(now.figure.unit or "") & now.profile.near) - little_words()
    names = find_measure(before.key.measure).names if before.key.is_common else ()
    known = before.profile.own | before.profile.near | before.profile.around
    return bool(counted) and counted.isdisjoint(known | frozenset(map(root_of, frozenset().union(*names))))


def _is_of_its_sentence(each: Statement, now: Statement) -> bool:
    one, other = each.profile, now.profile
    is_one = one is not None and other is not None and one.sentence == other.sentence
    return is_one and each.figure.id != now.figure.id and each.figure.kind == now.figure.kind
