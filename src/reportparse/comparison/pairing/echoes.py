"""Values that a later report tells again of a time that the one before told of: what they count is one thing.

Measures of two reports that share no word are one where a long number of one time stands in both, once in each: "2,210
people applied under the scheme", and a year later "2,744 of you asked, up from 2,210".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportparse.comparison.terms.numbers import digits
from reportparse.comparison.terms.profiles import fold_roots, little_words
from reportparse.comparison.terms.stated import Statement, agree
from reportparse.comparison.terms.times import end_of

# So many digits that are not zeros at an end meet by no chance: of 310 such values that 80 pairs of reports told again
# under other keys none was of two things.  With two digits 2 of 110 were, each under a common measure of which a report
# told another value for the time.
MIN_DIGITS, MIN_SHORT = 3, 2


def find_echoes(pool: Sequence[Statement], told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """What a report tells again, after what those before it told: pairs with nothing but these under their value."""
    firsts, seconds = _by_value(pool), _by_value(told)
    for value, found in seconds.items():
        group, others = _named(found), _named(firsts.get(value, []))
        is_pair = others and _is_one(group) and _is_one(others) and may_be_there(others[0], group[0])
        if is_pair and (is_long(group[0]) or not _is_rounded(group[0], others[0], pool)):
            yield others[0], group[0]


def _is_rounded(again: Statement, before: Statement, pool: Iterable[Statement]) -> bool:
    """Whether a value of few digits is another one, told more exactly by its own words: "Cash seized £1,904,000"."""
    own = again.profile.own if again.profile else frozenset()
    words = (own | fold_roots(again.key.measure)) - little_words()
    return any(
        each.profile is not None and words & each.profile.own and agree(each, again)
        and _value_of(each)[:-1] == _value_of(again)[:-1]
        for each in pool
        if each.key.measure != before.key.measure and each.key.role == "actual"
    )  # fmt: skip


def may_be_there(one: Statement, other: Statement) -> bool:
    """Whether both are of one place; a report may leave it out of what it tells exactly as the other does."""
    is_left_out = "" in (one.key.place, other.key.place) and (is_long(other) or one.key.measure == other.key.measure)
    return one.key.place == other.key.place or is_left_out


def is_long(each: Statement) -> bool:
    """Whether a value has so many digits that it is told again by no chance."""
    return digits(each.figure.text) >= MIN_DIGITS


def _by_value(statements: Iterable[Statement]) -> dict[tuple[object, ...], list[Statement]]:
    found: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in statements:
        is_told = each.key.role == "actual" and each.figure.qualifier == "exact" and not each.is_quoted
        if is_told and digits(each.figure.text) >= MIN_SHORT:
            found[_value_of(each)].append(each)
    return found


def _value_of(each: Statement) -> tuple[object, ...]:
    value = round(float(each.figure.value or 0), 6)
    return each.source.area, end_of(each.period), each.key.kind, each.key.unit, value


def _named(group: Sequence[Statement]) -> Sequence[Statement]:
    """Those that say what they are of, where some do: the others say but the same again."""
    return [each for each in group if not each.is_nameless] or group


def _is_one(group: Sequence[Statement]) -> bool:
    """Whether one report tells it, and of one measure and place."""
    return len({(each.source.id, each.key.measure, each.key.place) for each in group}) == 1
