"""How sure it is that what two reports tell is one measure: what words, neighbours and values witness, weighed.

Records of two files are linked so since Fellegi and Sunter (A Theory for Record Linkage, 1969): each witness adds its
weight of evidence, which is learned from pairs that are known.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from reportparse.comparison.pairing.growth import Changes, find_changes, tell_growth
from reportparse.comparison.terms.anchors import nearness
from reportparse.comparison.terms.profiles import POLICE_NUMBERS, Profile, little_words, root_of
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.wording import record_of
from reportparse.registry.measures import find_measure, vocabulary

# What words weigh that change no measure, and those that the other report never uses.  Swept over twelve pairs of
# reports with 368 measures: each may be half or twice as large, and as many are lined up, within 2 of 100.
NEUTRAL_WEIGHT, STYLE_WEIGHT = 0.15, 0.4
# Words that both have tell all they can where they weigh so much: three words of four statements each in sixty.
MAX_TOLD = 12.0
# Measures told beside both, in one record at most so many statements away, tell all they can where they are so many.
REACH, MAX_NEIGHBOURS = 6, 3


class Likeness(NamedTuple):
    """What speaks for or against two being one measure, each from 0 to 1."""

    values: float
    """How near the nearest two values are: most measures change little in a year."""
    words: float
    """How alike the words of their parts of the sentence, or of their headers, are (cosine)."""
    all_words: float
    """How alike these are with those of the sentence, the section and the caption (cosine)."""
    told: float
    """How much the words tell that both have."""
    names: float
    """How alike their measures are, letter by letter."""
    neighbours: float
    """How many measures stand beside both."""
    is_short_again: float
    """Whether a value of two digits is told again for its time."""
    is_again: float
    """Whether one of more digits is."""
    is_common_twice: float
    """Whether the words of each mean a common measure, another one."""
    is_excluded: float
    """Whether words of the one say that it is not what the other is."""
    growth: float
    """How well a change that the later report tells agrees with the values."""
    is_other_growth: float
    """Whether such a change speaks against them."""


# Log odds that each adds, learned by `benchmarks/pairing.py` over 115 pairs of reports.
WEIGHTS = Likeness(3.86, 3.05, 2.36, 2.08, 1.76, 1.96, 2.19, 3.22, -2.05, -0.40, 6.82, -2.30)
BIAS = -5.94


class Words(NamedTuple):
    """What words tell in the reports of a comparison."""

    weights: dict[str, float]
    beside: Mapping[tuple[str, str], frozenset[str]]
    """By report and figure the measures of statements near it in its record that the other side has, too."""
    changes: Changes
    """By report and figure of the later side the changes told beside it."""


def read_words(first: Sequence[Statement], second: Sequence[Statement]) -> Words:
    """What the words of two sides tell."""
    both = {each.key.measure for each in first} & {each.key.measure for each in second}
    beside = _find_beside(first, both) | _find_beside(second, both)
    return Words(_weigh([*first, *second]), beside, find_changes(second))


def weigh(likeness: Likeness) -> float:
    """How sure it is, from 0 to 1, that two are one measure."""
    odds = BIAS + sum(weight * each for weight, each in zip(WEIGHTS, likeness, strict=True))
    return 1 / (1 + math.exp(-odds))


def compare_told(first: Sequence[Statement], second: Sequence[Statement], words: Words, digits: int) -> Likeness:
    """What speaks for or against two being one; `digits` are those of a value that both tell of one time."""
    (label, all_words), (other, all_others) = (_rings(told) for told in (first, second))
    names = fuzz.token_sort_ratio(first[0].figure.measure or "", second[0].figure.measure or "")
    beside = _beside(first, words) & _beside(second, words)
    told = sum(words.weights.get(word, 0.0) for word in label & other)
    one, two = first[0].key, second[0].key
    is_far = first[0].source.area != second[0].source.area
    growth = 0.0 if is_far else tell_growth(first, second, words.changes)
    return Likeness(
        values=0.0 if is_far else nearness(first, second),
        words=_cosine(label, other, words.weights),
        all_words=_cosine(all_words, all_others, words.weights),
        told=min(told, MAX_TOLD) / MAX_TOLD,
        names=names / 100,
        neighbours=min(len(beside), MAX_NEIGHBOURS) / MAX_NEIGHBOURS,
        is_short_again=float(digits == 2),
        is_again=float(digits > 2),
        is_common_twice=float(one.is_common and two.is_common),
        is_excluded=float(all(_are_others(a, b) for a in first for b in second)),
        growth=max(growth, 0.0),
        is_other_growth=float(growth < 0),
    )


def cover(first: Statement, second: Statement, words: Words) -> float:
    """How alike the words of two statements of one report are, those round them, too."""
    return _cosine(_rings([first])[1], _rings([second])[1], words.weights)


def _rings(told: Sequence[Statement]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a measure and those of its part of the sentence; and these with those round them."""
    profiles = [each.profile for each in told if each.profile]
    label = frozenset[str]().union(*(profile.own | profile.near for profile in profiles)) - little_words()
    return label, label.union(*(profile.around for profile in profiles)) - little_words()


def _cosine(first: frozenset[str], second: frozenset[str], weights: Mapping[str, float]) -> float:
    one, other, both = (
        sum(weights.get(word, 1.0) ** 2 for word in each) for each in (first, second, first & second)
    )
    return both / math.sqrt(one * other) if one and other else 0.0


def _beside(told: Sequence[Statement], words: Words) -> frozenset[str]:
    return frozenset[str]().union(*(words.beside.get((each.source.id, each.figure.id), ()) for each in told))


def _find_beside(told: Sequence[Statement], both: AbstractSet[str]) -> dict[tuple[str, str], frozenset[str]]:
    records: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in told:
        records[each.source.id, record_of(each.figure).partition(".")[0]].append(each)
    found = {}
    for record in records.values():
        for at, each in enumerate(record):
            near = (other.key.measure for other in record[max(0, at - REACH) : at + REACH + 1])
            found[each.source.id, each.figure.id] = frozenset(near) & both - {each.key.measure}
    return found


def _are_others(first: Statement, second: Statement) -> bool:
    """Whether the words of one say that it is not what the other is."""
    a, b = first.profile, second.profile
    if a is None or b is None:
        return False
    return _is_ringing_another(a, b) or _is_excluded(first, b) or _is_excluded(second, a)


def _is_ringing_another(a: Profile, b: Profile) -> bool:
    """Whether one is of calls to another number than the other."""
    return (a.own | a.near) & POLICE_NUMBERS != (b.own | b.near) & POLICE_NUMBERS


def _is_excluded(each: Statement, other: Profile) -> bool:
    """Whether the words of one say that it is not the common measure that the other is."""
    return each.key.is_common and bool(_excluded(each.key.measure) & (other.own | other.near))


@cache
def _excluded(measure: str) -> frozenset[str]:
    """The words that say of another measure that it is not this common one."""
    return frozenset(map(root_of, find_measure(measure).excludes))


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
    if word in little_words():
        return NEUTRAL_WEIGHT
    return 1.0 if word in _names() or len(users) > 1 else STYLE_WEIGHT


@cache
def _names() -> frozenset[str]:
    """The words that common measures are told by."""
    return frozenset(map(root_of, vocabulary()))
