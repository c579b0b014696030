"""Measures of two reports paired by all that is known of them: their words, how near these stand, and their values.

Each report states a measure once, so that pairs are chosen together: the best pair first, and none that has a rival.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from reportparse.comparison.naming import Key
from reportparse.comparison.numbers import digits, is_same
from reportparse.comparison.profiles import LITTLE, Profile, root_of
from reportparse.comparison.stated import Statement
from reportparse.registry.measures import find_measure, vocabulary

# A pair is sure where its words cover each other so far and no other comes near, or less far and none is in sight.
MIN_SCORES = ((0.72, 0.08), (0.5, 0.25))
# Less is asked where the later report tells the earlier one's value again: so many digits meet by no chance.
MIN_ANCHORED, MIN_DIGITS = 0.4, 3
LONG_DIGITS = 4
# What words weigh: those that change no measure, those of the part of the sentence, those that the other never uses.
NEUTRAL_WEIGHT, NEAR_WEIGHT, STYLE_WEIGHT = 0.15, 0.5, 0.4
# What a word is worth that stands only in the other's sentence, section or caption.
AROUND_CREDIT = 0.5
# So much may a measure change from year to year, and so much more from area to area.
MAX_RATIO = {"count": 3.0, "money": 3.0, "duration": 6.0, "rate": 3.0}
MAX_POINTS = 30.0
OTHER_AREA = 12.0
# Two values of one measure and time differ by no more than what is revised.
MAX_REVISION, MAX_REVISED_POINTS = 0.1, 2.0
# Least that the words tell which they share: one word of four statements, or two of thirty.
MIN_SHARED = 3.2
_ROOTS = frozenset(map(root_of, vocabulary()))


class Node(NamedTuple):
    """What one report, or those before it, state under one key."""

    key: Key
    told: tuple[Statement, ...]


class Pair(NamedTuple):
    """Two nodes that may be one measure."""

    score: float
    first: Node
    second: Node


def pair_measures(statements: Iterable[Statement]) -> list[Statement]:
    """The statements, those of different reports that are of one measure under one key.

    Reports are taken in the order that they come in; what has no pair keeps its key.
    """
    pool: list[Statement] = []
    for _, group in groupby(statements, key=attrgetter("source.id")):
        told = list(group)
        firsts, seconds = _find_names(pool, told)
        pool = [each._replace(key=firsts.get(each.key, each.key)) for each in pool]
        pool += [each._replace(key=seconds.get(each.key, each.key)) for each in told]
    return pool


def _find_names(pool: Sequence[Statement], told: Sequence[Statement]) -> tuple[dict[Key, Key], dict[Key, Key]]:
    """What the keys of both sides become; most stay."""
    both = {each.key.measure for each in pool if _is_sure(each.key)} & {each.key.measure for each in told}
    firsts, seconds = _nodes(pool, both), _nodes(told, both)
    weights = _weigh([*pool, *told])
    of_first: dict[Key, Key] = {}
    of_second: dict[Key, Key] = {}
    for pair in _choose(_find_pairs(firsts, seconds, weights)):
        kept = min(pair.first, pair.second, key=_says_less)
        key = kept.key if _is_sure(kept.key) else kept.key._replace(measure=_name(kept))
        of_first[pair.first.key] = of_second[pair.second.key] = key
    return of_first, of_second


def _is_sure(key: Key) -> bool:
    """Whether equal names mean one measure: of one word, "people", they may be anything."""
    return key.is_common or " " in key.measure


def _name(node: Node) -> str:
    """A name of what has none, or but one word: its own words and those near it."""
    profile = node.told[0].profile
    return " ".join(sorted((profile.own | profile.near) if profile else ())) or node.key.measure


def _says_less(node: Node) -> tuple[bool, bool, int]:
    return not node.key.is_common, _is_nameless(node), -len(node.key.measure.split())


def _is_nameless(node: Node) -> bool:
    return node.told[0].is_nameless


def _nodes(told: Iterable[Statement], both: set[str]) -> list[Node]:
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for each in told:
        if each.key.role != "change" and not each.is_quoted and each.key.measure not in both and each.profile:
            groups[each.key].append(each)
    return [Node(key, tuple(group)) for key, group in groups.items()]


def _weigh(told: Sequence[Statement]) -> dict[str, float]:
    """What each word tells: the more the fewer statements have it, little where but one report uses it."""
    found: dict[str, int] = defaultdict(int)
    users: dict[str, set[str]] = defaultdict(set)
    for each in told:
        if each.profile:
            for word in each.profile.own | each.profile.near:
                found[word] += 1
                users[word].add(each.source.id)
            for word in each.profile.around:
                users[word].add(each.source.id)
    return {word: math.log(1 + len(told) / count) * _share(word, users[word]) for word, count in found.items()}


def _share(word: str, users: Collection[str]) -> float:
    if word in LITTLE:
        return NEUTRAL_WEIGHT
    return 1.0 if word in _ROOTS or len(users) > 1 else STYLE_WEIGHT


def _choose(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The best pairs, each node in one; a pair that another one of its nodes comes near is none."""
    left = sorted(pairs, key=lambda pair: -pair.score)
    while left:
        best = left.pop(0)
        rival = max((each.score for each in left if each.first is best.first or each.second is best.second), default=0)
        if any(best.score >= least and best.score - rival >= lead for least, lead in MIN_SCORES):
            yield best
        left = [each for each in left if each.first is not best.first and each.second is not best.second]


def _find_pairs(firsts: Sequence[Node], seconds: Sequence[Node], weights: dict[str, float]) -> Iterator[Pair]:
    for first in firsts:
        for second in seconds:
            anchor = _find_anchor(first, second) if _may_be_one(first.key, second.key) else None
            if anchor is None:
                continue
            score = max(_score(a, b, weights, is_sure=anchor >= LONG_DIGITS) for a in first.told for b in second.told)
            if score < MIN_SCORES[0][0] and first.key.is_common and second.key.is_common:
                continue
            yield Pair(score + (anchor >= MIN_DIGITS and score >= MIN_ANCHORED), first, second)


def _may_be_one(first: Key, second: Key) -> bool:
    if (first.kind, first.unit, first.place, first.role) != (second.kind, second.unit, second.place, second.role):
        return False
    return None in (first.counted, second.counted)


def _find_anchor(first: Node, second: Node) -> int | None:
    """Of how many digits a value is that both tell of one time; None where their values speak against one measure."""
    values = {(each.source.area, each.period): each for each in first.told}
    most = 0
    for each in second.told:
        other = values.get((each.source.area, each.period))
        if other is None:
            continue
        a, b = float(each.figure.value or 0), float(other.figure.value or 0)
        if is_same(a, each.figure.text, b, other.figure.text):
            most = max(most, min(digits(each.figure.text), digits(other.figure.text)))
        elif not (each.is_assumed or other.is_assumed) and not _may_be_revised(each.key.kind, a, b):
            return None
    return most if most or any(_is_near(a, b) for a in first.told for b in second.told) else None


def _may_be_revised(kind: str, one: float, other: float) -> bool:
    """Whether two values of one time may be one that was revised."""
    return abs(one - other) <= (MAX_REVISED_POINTS if kind == "percent" else MAX_REVISION * max(one, other))


def _is_near(a: Statement, b: Statement) -> bool:
    one, other = float(a.figure.value or 0), float(b.figure.value or 0)
    more = 1.0 if a.source.area == b.source.area else OTHER_AREA
    if a.key.kind not in MAX_RATIO:
        return abs(one - other) <= MAX_POINTS * min(more, 2.0)
    low, high = sorted((one, other))
    return high <= low * MAX_RATIO[a.key.kind] * more + (10 if a.key.kind == "count" else 0)


def _score(first: Statement, second: Statement, weights: dict[str, float], *, is_sure: bool) -> float:
    a, b = first.profile, second.profile
    if a is None or b is None or _is_excluded(first, b) or _is_excluded(second, a):
        return 0.0
    is_share = first.key.kind == "percent"
    shared = ((a.own | a.near | a.around) & (b.own | b.near | b.around)) - LITTLE
    if not is_sure and sum(weights.get(word, 0.0) for word in shared) < MIN_SHARED:
        return 0.0
    covers = _cover(a, b, weights, is_share=is_share), _cover(b, a, weights, is_share=is_share)
    return max(covers) if is_sure else min(covers)


def _is_excluded(each: Statement, other: Profile) -> bool:
    """Whether the words of one say that it is not the common measure that the other is."""
    if not each.key.is_common:
        return False
    return bool({root_of(word) for word in find_measure(each.key.measure).excludes} & (other.own | other.near))


def _cover(a: Profile, b: Profile, weights: dict[str, float], *, is_share: bool) -> float:
    """The share of the words of `a` that `b` has, by what they tell.

    Of a share in running text its own words are whom it is a share of: "84% of residents are confident".
    """
    own_weight = NEAR_WEIGHT if is_share and a.near else 1.0
    known = _ROOTS | b.own | b.near
    label = dict.fromkeys(a.own, own_weight) | dict.fromkeys((a.near & known) - a.own, NEAR_WEIGHT)
    total = sum(weights.get(word, 1.0) * share for word, share in label.items())
    told = 0.0
    for word, share in label.items():
        credit = 1.0 if word in b.own or word in b.near else AROUND_CREDIT if word in b.around else 0.0
        told += weights.get(word, 1.0) * share * credit
    return told / total if total else 0.0
