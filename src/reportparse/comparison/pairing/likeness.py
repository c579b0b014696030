"""How alike two statements are by their words: how much of what each says the other says, too."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from reportparse.comparison.terms.profiles import POLICE_NUMBERS, Profile, fold_roots, little_words, root_of
from reportparse.comparison.terms.stated import Statement
from reportparse.registry.measures import find_measure, measures, vocabulary

# Swept, with what stands in `pairing`, over twelve pairs of reports with 368 measures: each may be half or twice as
# large, and as many are lined up, within 2 of 100.
# What words weigh: those that change no measure, those of the part of the sentence, those that the other never uses.
NEUTRAL_WEIGHT, NEAR_WEIGHT, STYLE_WEIGHT = 0.15, 0.5, 0.4
# What a word is worth that stands only in the other's sentence, section or caption.
AROUND_CREDIT = 0.7
# Least that the words tell which they share: one word of four statements, or two of thirty.
MIN_SHARED = 3.2
# What is left of a pair where but one has a word that parts measures: those of its report, "women", "victim grants" and
# "youth grants"; or the common ones from others, where the other is one of them: "ASB" and "youth ASB".
PARTED = 0.5


class Words(NamedTuple):
    """What words tell in the reports of a comparison."""

    weights: dict[str, float]
    parting: frozenset[str]
    """Those that part measures of one report from each other."""


def read_words(first: Iterable[Statement], second: Iterable[Statement]) -> Words:
    """What the words of two sides tell."""
    sides = list(first), list(second)
    return Words(_weigh([*sides[0], *sides[1]]), frozenset().union(*map(_find_parting, sides)))


def score_words(first: Statement, second: Statement, words: Words, *, is_sure: bool) -> float:
    """How far the words of two statements cover each other, 0 to 1; where a value makes them sure, one the other's."""
    a, b = first.profile, second.profile
    if a is None or b is None or _is_ringing_another(a, b) or _is_excluded(first, b) or _is_excluded(second, a):
        return 0.0
    is_share = first.key.kind == "percent"
    shared = ((a.own | a.near | a.around) & (b.own | b.near | b.around)) - little_words()
    if not is_sure and sum(words.weights.get(word, 0.0) for word in shared) < MIN_SHARED:
        return 0.0
    one, other = a.own | a.near, b.own | b.near
    apart = (_modifiers(first, a) - other - b.around) | (_modifiers(second, b) - one - a.around)
    parting = words.parting | (_parts_common() if first.key.is_common != second.key.is_common else frozenset())
    share = PARTED if apart & parting and not is_sure else 1.0
    covers = _cover(a, b, words.weights, is_share=is_share), _cover(b, a, words.weights, is_share=is_share)
    return max(covers) if is_sure else share * min(covers)


def _modifiers(each: Statement, profile: Profile) -> frozenset[str]:
    """The words of its name; in running text without what is counted, which another report may call otherwise."""
    return profile.own - fold_roots(each.figure.unit or "") if profile.near else profile.own


def _is_excluded(each: Statement, other: Profile) -> bool:
    """Whether the words of one say that it is not the common measure that the other is."""
    if not each.key.is_common:
        return False
    return bool(_excluded(each.key.measure) & (other.own | other.near))


@cache
def _excluded(measure: str) -> frozenset[str]:
    """The words that say of another measure that it is not this common one."""
    return frozenset(map(root_of, find_measure(measure).excludes))


def _cover(a: Profile, b: Profile, weights: dict[str, float], *, is_share: bool) -> float:
    """The share of the words of `a` that `b` has, by what they tell.

    Of a share in running text its own words are whom it is a share of: "84% of residents are confident".
    """
    own_weight = NEAR_WEIGHT if is_share and a.near else 1.0
    known = _names() | b.own | b.near
    label = dict.fromkeys(a.own, own_weight) | dict.fromkeys((a.near & known) - a.own, NEAR_WEIGHT)
    total = sum(weights.get(word, 1.0) * share for word, share in label.items())
    told = 0.0
    for word, share in label.items():
        credit = 1.0 if word in b.own or word in b.near else AROUND_CREDIT if word in b.around else 0.0
        told += weights.get(word, 1.0) * share * credit
    return told / total if total else 0.0


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


def _find_parting(told: Iterable[Statement]) -> set[str]:
    """The words in which names of one kind differ that share half of the shorter one's."""
    kinds: dict[str, set[frozenset[str]]] = defaultdict(set)
    for each in told:
        if each.profile and (name := each.profile.own - little_words()):
            kinds[each.key.kind].add(name)
    return {
        word
        for names in kinds.values()
        for first, second in combinations(names, 2)
        if 2 * len(first & second) >= min(len(first), len(second))
        for word in first ^ second
    }


def _share(word: str, users: Collection[str]) -> float:
    if word in little_words():
        return NEUTRAL_WEIGHT
    return 1.0 if word in _names() or len(users) > 1 else STYLE_WEIGHT


def _is_ringing_another(a: Profile, b: Profile) -> bool:
    """Whether one is of calls to another number than the other."""
    return (a.own | a.near) & POLICE_NUMBERS != (b.own | b.near) & POLICE_NUMBERS


@cache
def _names() -> frozenset[str]:
    """The words that common measures are told by."""
    return frozenset(map(root_of, vocabulary()))


@cache
def _parts_common() -> frozenset[str]:
    """The words that make another measure of a common one."""
    return frozenset(root_of(word) for measure in measures() for word in measure.excludes) - little_words()
