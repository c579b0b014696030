"""Statements of different reports that mean one measure in other words: lined up by what witnesses say.

Witnesses are the words (nearly the same, or the longer name told by the sentences round the shorter) and the numbers:
a later report tells last year's value again, so that a value of several digits for the same period is no chance.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from reportparse.comparison.terms.keys import SPENT, Key
from reportparse.comparison.terms.numbers import digits
from reportparse.comparison.terms.stated import Statement, agree
from reportparse.comparison.terms.times import end_of
from reportparse.comparison.terms.words import is_name, own_words
from reportparse.registry.measures import find_measure

# Words of two names are the same where they are so alike, of 100: one slip or ending in eight letters.
MIN_ALIKE = 92
# Of the words that a longer name has more, this share must stand round the shorter one.
MIN_TOLD = 0.66
# A number of so many digits that are not zeros at its end is not met twice by chance.
MIN_DIGITS = 3
# Names of one word are one where the sentences round them share so many words of so many letters.
MIN_SHARED, MIN_LETTERS = 2, 4
# How measures are counted where nothing is said: fraud is recorded by the City of London's bureau since 2013 (ONS, user
# guide to crime statistics), so that a force's crimes are without it.
USUAL = {"recorded-crime": "excludes fraud"}
# Two ways of counting one thing differ by no more: a tenth more heads than full-time equivalents, a sixth more crime
# with fraud than without.
OTHER_WAY = 1.3
# A measure in a report's own words is lined up where it says something: of one word, "people", it may be anything.
MIN_OWN_WORDS = 2


def join_kin(statements: Iterable[Statement]) -> list[Statement]:
    """The statements, those that mean one measure under one key; short names that none vouches for are left out."""
    listed = [*statements]
    told = _find_told(listed)
    listed = [each._replace(key=told.get((each.source.id, each.key), each.key)) for each in listed]
    listed = _rename(listed, _find_alike({each.key for each in listed}))
    vouched = _find_vouched(listed)
    listed, known = _rename(listed, vouched), set(vouched.values())
    listed = _count_alike(listed)
    usual = _find_usual(listed)
    listed = [each._replace(is_told_how=False) if each.key in usual else each for each in listed]
    listed = _rename(listed, usual)
    known |= _find_told_alike(listed)
    return [
        each
        for each in listed
        if each.key.is_common or each.key in known or is_name(each.key.measure)
    ]


def _count_alike(told: Sequence[Statement]) -> list[Statement]:
    """The statements; a value that its report tells again with how it is counted is counted so, wherever it stands."""
    places: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for each in told:
        if each.key.is_common and each.key.counted and digits(each.figure.text) >= MIN_DIGITS:
            places[_count_place(each)].add(each.key.counted)
    alike = [places.get(_count_place(each), set()) if each.key.counted is None else set() for each in told]
    return [
        each._replace(key=each.key._replace(counted=min(ways))) if len(ways) == 1 else each
        for each, ways in zip(told, alike, strict=True)
    ]


def _count_place(each: Statement) -> tuple[object, ...]:
    return each.source.id, each.key._replace(counted=None), end_of(each.period), round(float(each.figure.value or 0), 6)


def _find_usual(told: Sequence[Statement]) -> dict[Key, Key]:
    """Ways of counting that go without saying: the one that is told nowhere beside a value that does not say.

    Officers are full-time equivalents where all who say how they are counted say so, and heads where a report has
    full-time equivalents beside; all crime is without fraud.
    """
    groups: dict[Key, dict[str | None, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for each in told:
        if each.key.is_common:
            groups[each.key._replace(counted=None)][each.key.counted].append(each)
    found = {}
    for key, ways in groups.items():
        if not (plain := ways.pop(None, [])):
            continue
        left = [way for way in ways if way != SPENT and not _are_both_told(plain, ways[way])]
        usual = USUAL.get(key.measure, left[0] if len(left) == 1 else None)
        if usual in left:
            found[key] = key._replace(counted=usual)
    return found


def _are_both_told(plain: Sequence[Statement], counted: Sequence[Statement]) -> bool:
    """Whether a report has a value that it says how it counts, and another near it without saying.

    What happens in a year may be near what happened in another.
    """
    is_stock = find_measure(plain[0].key.measure).is_stock
    exact = [each for each in plain if each.figure.qualifier == "exact"]
    pairs = ((one, other) for one in exact for other in counted if one.source.id == other.source.id)
    return any(
        _is_near(one, other) and not agree(one, other) and (is_stock or end_of(one.period) == end_of(other.period))
        for one, other in pairs
    )


def _is_near(one: Statement, other: Statement) -> bool:
    low, high = sorted(float(each.figure.value or 0) for each in (one, other))
    return high <= low * OTHER_WAY


def _rename(told: Sequence[Statement], names: dict[Key, Key]) -> list[Statement]:
    return [each._replace(key=names.get(each.key, each.key)) for each in told]


def _sort_of(key: Key) -> tuple[str, str, str, str]:
    return key.kind, key.unit, key.place, key.role


def _find_told(told: Sequence[Statement]) -> dict[tuple[str, Key], Key]:
    """Short names whose sentences say the rest of another report's longer name."""
    names: dict[tuple[str, str, str, str], dict[frozenset[str], set[tuple[str, Key]]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for each in told:
        words = frozenset(own_words(each.figure.measure or "").split())
        names[_sort_of(each.key)][words].add((each.source.id, each.key))
    found = {}
    own = {(each.source.id, each.key) for each in told}
    for each in told:
        words = frozenset(each.key.measure.split())
        if each.key.is_common or each.is_cell or len(words) > 1 or not words:
            continue
        near = set(own_words(each.context).split())
        scored = [
            (len(name & near) / len(name), len(name), key)
            for name, owners in names[_sort_of(each.key)].items()
            if words < name and len((name - words) & near) >= MIN_TOLD * len(name - words)
            for owner, key in owners
            if owner != each.source.id and (each.source.id, key) not in own
        ]
        if scored:
            found[each.source.id, each.key] = max(scored)[2]
    return found


def _find_alike(keys: Iterable[Key]) -> dict[Key, Key]:
    """Names in own words that differ by no more than spelling, the second to the first."""
    groups: dict[tuple[str, str, str, str], list[Key]] = defaultdict(list)
    for key in sorted(key for key in keys if not key.is_common and len(key.measure.split()) >= MIN_OWN_WORDS):
        groups[_sort_of(key)].append(key)
    found: dict[Key, Key] = {}
    for group in groups.values():
        for first, second in combinations(group, 2):
            if second not in found and first not in found and _is_alike(first.measure, second.measure):
                found[second] = first
    return found


def _is_alike(first: str, second: str) -> bool:
    """Whether each word has one like it: "project grant" and "projekt grant", not "adult grant" and "youth grant"."""
    one, other = first.split(), second.split()
    return len(one) == len(other) and all(fuzz.ratio(a, b) >= MIN_ALIKE for a, b in zip(one, other, strict=True))


def _find_vouched(told: Sequence[Statement]) -> dict[Key, Key]:
    """Names that a number vouches for: two reports state it for one period, in words that share one."""
    places: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in told:
        if each.key.role != "change" and digits(each.figure.text) >= MIN_DIGITS:
            value = round(float(each.figure.value or 0), 6)
            places[each.source.area, each.period, value, each.key.kind, each.key.place].append(each)
    found: dict[Key, Key] = {}
    for group in places.values():
        for first, second in combinations(group, 2):
            if first.source.id != second.source.id and _may_be_one(first, second):
                _vouch(first, second, found)
    return found


def _find_told_alike(told: Sequence[Statement]) -> set[Key]:
    """Names of one word that two reports use once a year, each time in a sentence with words of one of the other's."""
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for each in told:
        if not each.key.is_common and len(each.key.measure.split()) == 1 and not each.is_assumed:
            groups[each.key].append(each)
    return {
        key
        for key, group in groups.items()
        if len({(each.source.id, each.period) for each in group}) == len(group)
        and all(any(_are_told_alike(each, other) for other in group) for each in group)
    }


def _are_told_alike(each: Statement, other: Statement) -> bool:
    return each.source.id != other.source.id and len(_content(each) & _content(other)) >= MIN_SHARED


def _content(each: Statement) -> set[str]:
    """The words of its context that say something, but for its own name."""
    words = own_words(each.context).split()
    return {word for word in words if word.isalpha() and len(word) >= MIN_LETTERS} - {each.key.measure}


def _may_be_one(first: Statement, second: Statement) -> bool:
    one, other = first.key, second.key
    if one.is_common and other.is_common:
        return one.measure == other.measure and one.role == other.role and None in (one.counted, other.counted)
    words = [set(own_words(each.figure.measure or "").split()) for each in (first, second)]
    return one.role == other.role and bool(words[0] & words[1])


def _vouch(first: Statement, second: Statement, found: dict[Key, Key]) -> None:
    """The key that says less becomes the one that says more."""
    less, more = sorted((first.key, second.key), key=lambda key: (key.is_common, key.counted is not None, key.measure))
    more = found.get(more, more)
    found.setdefault(less, more)
    found.setdefault(more, more)
