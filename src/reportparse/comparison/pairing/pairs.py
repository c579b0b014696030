"""Measures of two reports paired by all that is known of them: their words, how near these stand, and their values.

Each report states a measure once, so that pairs are chosen together, the surest first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from operator import attrgetter
from typing import NamedTuple

from reportparse.comparison.dating.columns import date_columns
from reportparse.comparison.pairing.growth import tell_growth
from reportparse.comparison.pairing.levels import read_levels
from reportparse.comparison.pairing.likeness import Likeness, Words, compare_told, cover, read_words, weigh
from reportparse.comparison.pairing.plans import tell_budgets, tell_plans, tell_same
from reportparse.comparison.pairing.renamed import join_renamed
from reportparse.comparison.pairing.seasons import tell_seasons
from reportparse.comparison.statements.rivals import free_left
from reportparse.comparison.terms.anchors import find_anchor, is_told_again
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.profiles import fold_roots, little_words
from reportparse.comparison.terms.stated import BOUNDS, Statement, agree, with_name_of, without_name
from reportparse.comparison.terms.times import end_of
from reportparse.comparison.terms.wording import record_of
from reportparse.comparison.terms.words import is_name

# A pair is one where it is more likely than not; of one that is not without its values no value is told otherwise.
MIN_SURE = 0.5
# How near values are that witness nothing: as those of two measures of one size.  From 0.2 to 0.25 the pairs of the
# tests come out the same; at 0.3 one restatement is false, at 0.15 two are not told.
NEUTRAL = 0.2
# Words of one thing that a report tells twice are so alike at least: from 0.1 to 0.6 within 4 of 7,469 measures.
MAX_DOUBT = 0.3


class Node(NamedTuple):
    """What one report, or those before it, state under one key."""

    key: Key
    told: tuple[Statement, ...]


class Pair(NamedTuple):
    """Two nodes that may be one measure."""

    first: Node
    second: Node
    likeness: Likeness

    @property
    def sure(self) -> float:
        """How sure it is that they are one, from 0 to 1."""
        return weigh(self.likeness)

    @property
    def is_by_value(self) -> bool:
        """Whether it is sure but for how near the values are."""
        return weigh(self.likeness._replace(values=NEUTRAL)) < MIN_SURE


def pair_measures(statements: Iterable[Statement]) -> list[Statement]:
    """The statements, those of different reports that are of one measure under one key.

    Reports are taken in the order that they come in; what has no pair keeps its key.
    """
    pool: list[Statement] = []
    for _, group in groupby(statements, key=attrgetter("source.id")):
        told = read_levels(list(group), pool)
        pool = read_levels(pool, told)
        pool, told = date_columns(pool, told), date_columns(told, pool)
        pool, told = tell_seasons(pool, told), tell_seasons(told, pool)
        pool, told = tell_budgets(pool, told), tell_budgets(told, pool)
        pool, told = tell_plans(pool, told), tell_plans(told, pool)
        pool, told = tell_same(pool, told), tell_same(told, pool)
        pool, told = join_renamed(pool, told)
        names = _find_names(pool, told)
        pool = _follow_aims([names.get(_place(each), each) for each in [*pool, *told]])
    return pool


def _follow_aims(told: Sequence[Statement]) -> list[Statement]:
    """The statements; a target or forecast that has its measure from a value is of what that is called now."""
    heads = {each.hangs_on for each in told if _is_aim(each)}
    keys = {_place(each): each.key for each in told if each.figure.id in heads}
    of_what = [keys.get((each.source.id, each.hangs_on)) if _is_aim(each) else None for each in told]
    return [
        each._replace(key=with_name_of(each.key, key)) if key else each for each, key in zip(told, of_what, strict=True)
    ]


def _is_aim(each: Statement) -> bool:
    return bool(each.hangs_on) and _is_ahead(each)


def _is_ahead(each: Statement) -> bool:
    """Whether it is but aimed at or expected: that tells nothing of what there was, though it has its name."""
    return each.key.role in ("target", "forecast")


def _place(each: Statement) -> tuple[str, str]:
    return each.source.id, each.figure.id


def _find_names(pool: Sequence[Statement], told: Sequence[Statement]) -> dict[tuple[str, str], Statement]:
    """The statements with new keys, by report and figure; most stay."""
    words = read_words(pool, told)
    sure = {(each.key.measure, _is_ahead(each)) for each in pool if _is_sure(each.key)}
    both = {measure for measure, _ in sure & {(each.key.measure, _is_ahead(each)) for each in told}}
    torn = both & (_find_torn(pool, words) | _find_torn(told, words))
    firsts, seconds = _nodes(free_left(pool, torn), both, torn), _nodes(free_left(told, torn), both, torn)
    names: dict[tuple[str, str], Statement] = {}
    settled: set[str] = set()
    for pair in _choose(find_pairs(firsts, seconds, words)):
        kept = min(pair.first, pair.second, key=lambda node: (node.key.measure in torn, *_says_less(node)))
        is_taken = kept.key.measure in settled or not _is_sure(kept.key)
        key = kept.key._replace(measure=_name(kept), is_common=False, counted=None) if is_taken else kept.key
        settled |= {kept.key.measure} & torn
        of_both = (*pair.first.told, *pair.second.told)
        names |= {_place(each): each._replace(key=key, is_by_value=pair.is_by_value) for each in of_both}
    rows = {_row_of(each): each.key for each in names.values() if each.is_cell}
    again = {(each.source.id, each.period, each.key.measure): each for each in names.values()}
    left = [each for node in (*firsts, *seconds) for each in node.told if node.key.measure in settled]
    told_in = {_row_of(each) for each in left if each.figure.source.kind == "cell" and _is_told(each, again)}
    left = [each for each in left if _row_of(each) not in told_in]
    beside = {_place(each): each._replace(key=rows[_row_of(each)]) for each in left if _row_of(each) in rows}
    return {_place(each): without_name(each) for each in left} | beside | names


def _is_told(each: Statement, again: Mapping[tuple[str, str, str], Statement]) -> bool:
    """Whether its report tells the same value in other words, which have been paired."""
    other = again.get((each.source.id, each.period, each.key.measure))
    return other is not None and agree(each, other)


def _row_of(each: Statement) -> tuple[str, str, str | None]:
    """What the cells of one row or column have in common that name one measure."""
    return each.source.id, each.figure.source.id, each.figure.measure


def _find_torn(told: Iterable[Statement], words: Words) -> set[str]:
    """Common measures under which one report tells several things: other values of one time in other words.

    "221 requests for a review" and "198 reviews were completed".
    """
    places: dict[tuple[Key, str, str], list[Statement]] = defaultdict(list)
    for each in told:
        if each.key.is_common and each.key.role == "actual" and each.profile and not each.is_quoted:
            places[each.key, each.source.id, each.period].append(each)
    return {
        key.measure
        for (key, _, _), group in places.items()
        for one, other in combinations(group, 2)
        if not is_told_again(one, other) and cover(one, other, words) < MAX_DOUBT
    }


def _is_sure(key: Key) -> bool:
    """Whether equal names mean one measure."""
    return key.is_common or is_name(key.measure)


def _name(node: Node) -> str:
    """A name of what has none, or but one word: its own words and those near it."""
    profile = node.told[0].profile
    if profile is None:
        return node.key.measure
    words = profile.own | profile.near
    return " ".join(sorted(words if len(words) > 1 else words | profile.around)) or node.key.measure


def _says_less(node: Node) -> tuple[bool, bool, int]:
    return not node.key.is_common, _is_nameless(node), -len(node.key.measure.split())


def _is_nameless(node: Node) -> bool:
    return node.told[0].is_nameless


def _nodes(told: Iterable[Statement], both: Collection[str], torn: Collection[str]) -> list[Node]:
    """What may be paired, by key; of a short name that has several values of one time each is one of its own."""
    groups: dict[Key, list[Statement]] = defaultdict(list)
    known = {*both} - {*torn}
    for each in told:
        is_known = each.key.measure in known and _is_sure(each.key)  # one's own "budget" is no common one
        if each.key.role != "change" and not (_is_bound(each) or each.is_quoted or is_known) and each.profile:
            groups[each.key].append(each)
    return [
        Node(key, tuple(part))
        for key, group in groups.items()
        for part in ([group] if _is_whole(key, group, torn) else _split(group))
    ]


def _split(group: Sequence[Statement]) -> Iterator[list[Statement]]:
    """The statements one by one, but values with those of another time that hang on them, or stand in one sentence."""
    heads: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in group:
        heads[each.source.id, each.hangs_on or each.figure.id].append(each)
    yield from (told for told in heads.values() if len(told) > 1 and _is_series(told))
    places: dict[tuple[str, str, int], list[Statement]] = defaultdict(list)
    for each in (each for told in heads.values() if len(told) == 1 or not _is_series(told) for each in told):
        sentence = each.profile.sentence if each.profile else 0
        record = f"{each.figure.source.id} {each.figure.measure}" if each.is_cell else record_of(each.figure)
        places[each.source.id, record, sentence].append(each)
    for told in places.values():
        if _is_series(told) and any(each.figure.role == "baseline" or each.is_cell for each in told):
            yield told
        else:
            yield from ([each] for each in told)


def _is_bound(each: Statement) -> bool:
    """Whether it is a time that something must not take: "within 46 days", but not where that is the average."""
    is_average = each.profile is not None and "averag" in each.profile.near
    return each.key.kind == "duration" and each.figure.qualifier in BOUNDS and not is_average


def _is_whole(key: Key, group: Sequence[Statement], torn: Collection[str]) -> bool:
    return _is_series(group) or (_is_sure(key) and key.measure not in torn)


def _is_series(group: Sequence[Statement]) -> bool:
    return len({(each.source.id, end_of(each.period)) for each in group}) == len(group)


def _choose(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The surest pairs first, each node in one."""
    taken: set[tuple[int, str, str]] = set()
    for pair in sorted(pairs, key=lambda pair: -pair.sure):
        ends = {(side, *_place(node.told[0])) for side, node in enumerate((pair.first, pair.second))}
        if pair.sure >= MIN_SURE and taken.isdisjoint(ends):
            taken |= ends
            yield pair


def find_pairs(firsts: Sequence[Node], seconds: Sequence[Node], words: Words) -> Iterator[Pair]:
    """What may be one, each with what speaks for it: it shares a word, or a change that is told fits its values."""
    owners: dict[str, set[int]] = defaultdict(set)
    for at, second in enumerate(seconds):
        for word in _content(second):
            owners[word].add(at)
    grown = [(at, node) for at, node in enumerate(seconds) if any(_place(each) in words.changes for each in node.told)]
    for first in firsts:
        near: set[int] = set().union(*(owners[word] for word in _content(first) if word in owners))
        near |= {at for at, node in grown if tell_growth(first.told, node.told, words.changes) > 0}
        for second in (seconds[at] for at in sorted(near)):
            anchor = find_anchor(first.told, second.told) if _may_be_one(first, second) else None
            likeness = compare_told(first.told, second.told, words, anchor) if anchor is not None else None
            if likeness and not (likeness.is_common_twice and likeness.is_excluded):
                yield Pair(first, second, likeness)


def _content(node: Node) -> frozenset[str]:
    """The words of a node that tell something: what shares none of them is another measure."""
    profiles = [each.profile for each in node.told if each.profile]
    return frozenset().union(*(each.own | each.near | each.around for each in profiles)) - little_words()


def _may_be_one(first: Node, second: Node) -> bool:
    one, other = first.key, second.key
    if (one.place, one.role) != (other.place, other.role) or None not in (one.counted, other.counted):
        return False
    return (one.kind, one.unit) == (other.kind, other.unit) or _names_unit(first, second) or _names_unit(second, first)


def _names_unit(first: Node, second: Node) -> bool:
    """Whether a header of counts says the unit of the other: "Carbon emissions (tonnes)", "3,204 tonnes"."""
    profile = first.told[0].profile
    is_pair = first.key.kind == "count" and second.key.kind == "other" and profile is not None
    return is_pair and profile is not None and bool(fold_roots(second.key.unit) & profile.own)
