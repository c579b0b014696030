"""Numbers without a noun that their report tells again with one: "We ended March with 3,787. The 3,787 officers".

An outturn is such a number, too: it says that a sum is what has come of a plan, and not of which.  So is one of mere
incidents or offences.
"""

from collections import defaultdict
from collections.abc import Sequence

from reportparse.comparison.terms.numbers import digits
from reportparse.comparison.terms.profiles import little_words
from reportparse.comparison.terms.stated import Statement, with_name_of
from reportparse.comparison.terms.times import end_of
from reportparse.comparison.terms.words import is_generic

# So many digits that are not zeros at an end are told twice in one report of one thing.
MIN_DIGITS = 4
# So many words beside it that tell something name another thing, where it shares none of them.
MIN_WORDS = 3
# "The revenue outturn of £465.9m", beside a table whose total that is.
_OUTTURN = frozenset(("outturn", "final", "provisional", "actual", "revenue", "year", "end", "total", "full"))


def name_echoes(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a report; a nameless one is of the measure that alone has its value, for its time or none."""
    named: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in statements:
        if not (each.is_nameless or each.is_quoted or _has_little_name(each)):
            named[_value_of(each)].append(each)
    return [_with_name(each, named[_value_of(each)]) if _is_open(each) else each for each in statements]


def _is_open(each: Statement) -> bool:
    is_bare = (each.is_nameless and each.figure.measure is None) or _has_little_name(each)
    return is_bare and not each.is_quoted and digits(each.figure.text) >= MIN_DIGITS


def _has_little_name(each: Statement) -> bool:
    return _is_outturn(each) or _is_mere_noun(each)


def _is_mere_noun(each: Statement) -> bool:
    """Whether nothing but what any number may count names it: "Across the county 22,870 incidents were reported"."""
    measure = (each.figure.measure or "").casefold()
    is_noun = bool(measure) and measure == (each.figure.unit or "").casefold()
    return is_noun and not each.key.is_common and is_generic(measure)


def _is_outturn(each: Statement) -> bool:
    words = each.key.measure.split()
    return each.figure.kind == "money" and not each.key.is_common and "outturn" in words and _OUTTURN.issuperset(words)


def _value_of(each: Statement) -> tuple[object, ...]:
    return each.key.kind, each.key.unit, each.key.place, each.key.role, each.figure.value


def _with_name(each: Statement, others: Sequence[Statement]) -> Statement:
    fitting = [other for other in others if _may_be_one(each, other)]
    is_one = len({other.key for other in fitting}) == 1
    return each._replace(key=with_name_of(each.key, fitting[0].key)) if is_one else each


def _may_be_one(one: Statement, other: Statement) -> bool:
    """Whether the times of two are one, where both are known."""
    is_open = one.is_assumed or other.is_assumed
    return (is_open or end_of(one.period) == end_of(other.period)) and not _tells_other(one, other)


def _tells_other(one: Statement, other: Statement) -> bool:
    """Whether the words behind and before a number speak of another thing: "2,846 cases before risk conferences"."""
    if one.profile is None or other.profile is None or not _is_mere_noun(one):
        return False
    words = one.profile.near - little_words()
    return len(words) >= MIN_WORDS and words.isdisjoint(other.profile.own | other.profile.near | other.profile.around)
