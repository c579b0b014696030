"""Measures that two reports name otherwise, under one key where a value told again or a proper name says they are one.

With the value goes what its own report tells of that measure for another time, in one row or as what it is set beside.
"""

from collections.abc import Iterable, Sequence

from reportparse.comparison.lines.restated import MAX_REVISION
from reportparse.comparison.pairing.corrections import find_corrected
from reportparse.comparison.pairing.echoes import find_echoes, is_long
from reportparse.comparison.pairing.keyed import Keyed
from reportparse.comparison.pairing.namesakes import find_namesakes
from reportparse.comparison.terms.anchors import may_be_one
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.profiles import little_words
from reportparse.comparison.terms.stated import Statement, agree, is_of_one_figure
from reportparse.comparison.terms.times import end_of
from reportparse.comparison.terms.words import is_generic, is_name, is_who


def join_renamed(pool: Sequence[Statement], told: Sequence[Statement]) -> tuple[list[Statement], list[Statement]]:
    """The statements of the reports before and of this one; what it tells again has one key with what it repeats."""
    keyed, count = Keyed((*pool, *told)), len(pool)
    for find in (find_echoes, find_corrected, find_namesakes):
        for before, again in list(find(keyed.told[:count], keyed.told[count:])):
            if not is_long(again) and _is_contested((before, again), keyed):
                continue
            one, other = _node_of(before, keyed), _node_of(again, keyed)
            key = _choose(one[0], other[0], keyed)
            if find is find_corrected and _is_one_of_two(one[0], keyed):
                key = key._replace(measure=_words_of(one[0], other[0]), is_common=False, counted=None)
            key = key._replace(place=min(one[0].key.place, other[0].key.place))  # empty where one leaves it out
            if {(each[0].key.measure, each[0].key.place) for each in (one, other)} != {(key.measure, key.place)}:
                planned = [each for found in (one[0], other[0]) for each in _planned_beside(found, keyed)]
                keyed.rename((*one, *other, *planned), key)
    return keyed.told[:count], keyed.told[count:]


def _node_of(value: Statement, keyed: Keyed) -> list[Statement]:
    """The value, first, with those that tell its measure for other times; alone where these are of several things."""
    found = keyed.now(value)
    own = [each for each in keyed.of(found.key) if each.source is found.source and not each.is_quoted]
    is_series = len({each.period for each in own}) == len(own) and not is_who(found.key.measure)  # "people" are any
    beside = own if is_series else [each for each in own if _is_beside(each, found)]
    first = next(each for each in beside if each.period == found.period)
    others = [
        each for each in beside
        if each.period != found.period
        and (not agree(each, found) or _are_cells(each, found) or is_of_one_figure(each, found))
        and (each.is_cell or may_be_one(each.figure, found.figure))
    ]  # fmt: skip
    is_whole = agree(first, found) and len({each.period for each in others}) == len(others)
    return [found, *others] if is_whole else [found]


def _planned_beside(value: Statement, keyed: Keyed) -> list[Statement]:
    """What its row tells under the same name as planned: "Officers' pay and pensions", below "Budget" and "Actual"."""
    planned = [keyed.of(value.key._replace(role=role)) for role in ("target", "forecast") if role != value.key.role]
    return [
        each for of_role in planned for each in of_role
        if value.is_cell and each.source is value.source and _are_cells(each, value)
        and each.figure.source.row == value.figure.source.row and each.figure.measure == value.figure.measure
    ]  # fmt: skip


def _are_cells(each: Statement, value: Statement) -> bool:
    """Whether both stand in one table: the same of two years in its row stayed as it was, and is not told again."""
    return each.is_cell and value.is_cell and each.figure.source.id == value.figure.source.id


def _is_beside(each: Statement, value: Statement) -> bool:
    """Whether one hangs on the other, or both on one, or they stand in one row."""
    heads = {one.hangs_on or one.figure.id for one in (each, value)}
    one, other = each.figure.source, value.figure.source
    is_along = one.row == other.row or one.column == other.column
    is_row = each.is_cell and value.is_cell and one.id == other.id and is_along and each.period != value.period
    return len(heads) == 1 or (is_row and each.figure.measure == value.figure.measure)


def _choose(one: Statement, other: Statement, keyed: Keyed) -> Key:
    """The key of the two: a common one of which no report tells more for the time, or a name that both use."""
    known = [each.key for each in (one, other) if each.key.is_common]
    whole = [key for key in known if not _is_torn(one._replace(key=key), keyed)]
    if whole or len({key.measure for key in known}) > 1:
        return (whole or known)[0]
    if one.key == other.key and not known:
        return one.key
    used = [each.key for each in (one, other) if not each.key.is_common and _is_used(each, keyed)]
    return used[0] if used else one.key._replace(measure=_words_of(one, other), is_common=False, counted=None)


def _is_torn(value: Statement, keyed: Keyed) -> bool:
    """Whether a report tells more of its measure and time, and no revised value: it is but a part of that."""
    own = float(value.figure.value or 0)
    return any(
        end_of(each.period) == end_of(value.period) and own < float(each.figure.value or 0) * (1 - MAX_REVISION)
        for each in keyed.of(value.key)
        if each.source.area == value.source.area
    )


def _is_contested(values: Iterable[Statement], keyed: Keyed) -> bool:
    """Whether a report tells another value of a common measure that one of the two is of, for its time."""
    return any(
        end_of(each.period) == end_of(value.period) and not agree(each, value)
        for value in values
        if value.key.is_common
        for each in keyed.of(value.key)
        if each.source.area == value.source.area
    )


def _is_one_of_two(value: Statement, keyed: Keyed) -> bool:
    """Whether its own report tells another value of its measure and time: "74,506 people", of whom 61,204 had help."""
    return any(
        each.source is value.source and end_of(each.period) == end_of(value.period) and not agree(each, value)
        for each in keyed.of(value.key)
    )


def _is_used(value: Statement, keyed: Keyed) -> bool:
    """Whether another report has a value of its name, be it but what is counted, for another time."""
    measure = value.key.measure
    tells = is_name(measure) or not (value.is_nameless or is_generic(measure) or is_who(measure))
    return tells and any(
        each.source.id != value.source.id and each.period != value.period for each in keyed.of(value.key)
    )


def _words_of(one: Statement, other: Statement) -> str:
    """A name of what the reports call otherwise: all words of their parts of the sentence, and of what stands round."""
    profiles = [each.profile for each in (one, other) if each.profile]
    near = frozenset().union(*(profile.own | profile.near for profile in profiles))
    around = frozenset().union(*(profile.around for profile in profiles))
    return " ".join(sorted(near if len(near - little_words()) > 1 else near | around))
