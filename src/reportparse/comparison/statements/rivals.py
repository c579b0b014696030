"""Several numbers of a sentence under one measure: it is of the one whose own part names it, the others are of more."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from reportparse.comparison.lines.lines import settle
from reportparse.comparison.terms.keys import SPENT
from reportparse.comparison.terms.profiles import root_of
from reportparse.comparison.terms.stated import Statement, agree, without_name, without_words
from reportparse.comparison.terms.words import own_words
from reportparse.registry.measures import find_measure, match_measure


def part_rivals(statements: Iterable[Statement]) -> list[Statement]:
    """The statements of a report; values of one sentence and time lose a common measure that another's part names more.

    "86% were satisfied with the service, 95% with the staff": only the first is the victims' satisfaction.
    """
    listed = list(statements)
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in listed:
        is_prose = each.profile is not None and not each.is_cell
        if is_prose and each.key.is_common and each.key.role == "actual" and not each.is_quoted:
            groups[each.figure.source.id, each.profile and each.profile.sentence, each.key, each.period].append(each)
    lost = {id(each) for group in groups.values() for each in _find_losers(group)}
    return [without_name(each) if id(each) in lost else each for each in listed]


# Heads of columns of what there may be, beside what there is: "Establishment | In post".
_MAY_BE = re.compile(
    r",\s(?:(?:funded|budgeted|approved|authorised)\s)?(?:establishment|budgeted|funded|posts)$", re.IGNORECASE
)


def part_rows(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a report; of rows of one table under one measure those keep it whose words say it best.

    "Total net expenditure" is it, "Police force net expenditure" but a part: it goes by its own words.  So does the
    establishment beside the strength in post.  What was spent beside a budget is counted otherwise than that.
    """
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in statements:
        if each.is_cell and each.key.is_common and each.key.role != "change":
            groups[each.figure.source.id, each.key, each.period].append(each)
    lost = {id(each) for group in groups.values() for each in _find_worse_named(group)}
    named = [_with_own_words(each) if id(each) in lost else each for each in statements]
    spent = _find_spent(named)
    return [_as_spent(each) if each.is_cell and _row_of(each) in spent else each for each in named]


def _find_spent(statements: Iterable[Statement]) -> set[tuple[str, int | None, str]]:
    """The rows that tell what came of a sum that is set beside it: "Total | Budget 386.9 | Outturn 384.6"."""
    sums: dict[tuple[tuple[str, int | None, str], str], dict[str, float | None]] = defaultdict(dict)
    for each in statements:
        if each.is_cell and each.key.is_common and find_measure(each.key.measure).is_set_before:
            sums[_row_of(each), each.period][each.key.role] = each.figure.value
    both = {row: told for (row, _), told in sums.items() if {"actual", "target"} <= told.keys()}
    return {row for row, told in both.items() if told["actual"] != told["target"]}


def _as_spent(each: Statement) -> Statement:
    return each._replace(key=each.key._replace(counted=SPENT)) if each.key.role == "actual" else each


def _row_of(each: Statement) -> tuple[str, int | None, str]:
    return each.figure.source.id, each.figure.source.row, each.key.measure


def _find_worse_named(group: Sequence[Statement]) -> list[Statement]:
    if all(agree(group[0], each) for each in group):
        return []
    posts = [each for each in group if _MAY_BE.search(each.figure.measure or "")]
    filled = {each.figure.source.row for each in group if each not in posts}
    if posts and all(each.figure.source.row in filled for each in posts):
        return posts
    scores = [_score(each) for each in group]
    return [each for each, score in zip(group, scores, strict=True) if score < max(scores)]


def _score(each: Statement) -> float:
    """How well the words of a cell's headers alone say its measure."""
    found = match_measure(each.figure.measure or "", each.figure.kind, each.figure.unit)
    return found[1] if found and found[0] == each.key.measure else 0


def _with_own_words(each: Statement) -> Statement:
    key = each.key._replace(measure=own_words(each.figure.measure or ""), is_common=False, counted=None)
    return each._replace(key=key)


def free_left(told: Sequence[Statement], torn: Collection[str]) -> list[Statement]:
    """The statements; those of running text that none of their measure and time stands for lose it.

    They are of another thing: "36,877 victims were referred; 5,914 victims accepted support".  What is `torn` stays.
    """
    places: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in told:
        if each.key.is_common and each.key.role == "actual" and not each.is_quoted and each.key.measure not in torn:
            places[each.key, each.source.id, each.period].append(each)
    left = {_place(each) for group in places.values() if len(group) > 1 for each in _find_left(group)}
    heads = {_place(each): each for each in told if _place(each) in left}
    free = [without_name(each) if _place(each) in left else each for each in told]
    return [_as_head(each, heads.get((each.source.id, each.hangs_on))) for each in free]


def _as_head(each: Statement, head: Statement | None) -> Statement:
    """A statement that hangs on one that has lost its name, as that."""
    return each._replace(key=without_words(each.key, head.figure)) if head else each


def _place(each: Statement) -> tuple[str, str]:
    return each.source.id, each.figure.id


def _find_left(group: Sequence[Statement]) -> list[Statement]:
    kept = settle(group)
    return [each for each in group if not (each.is_cell or any(agree(each, other) for other in kept))]


def _find_losers(group: Sequence[Statement]) -> list[Statement]:
    if all(agree(group[0], each) for each in group):
        return []
    told = [_count_named(each) for each in group]
    return [each for each, words in zip(group, told, strict=True) if words < max(told)]


def _count_named(each: Statement) -> int:
    """How many words of one of the measure's names the figure's own words and those of its part have."""
    said = each.profile.own | each.profile.near if each.profile else frozenset()
    return max(len({root_of(word) for word in name} & said) for name in find_measure(each.key.measure).names)
