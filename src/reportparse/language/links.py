"""How a number hangs on the one before it in its sentence, and the word that governs it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportparse.language.clauses import Sentence, clause_end, verb_after
from reportparse.language.model import Amount
from reportparse.language.words import words

_LEVEL_NOUNS = words("clues", "level_nouns")
# Over word classes.
GAP = re.compile(r"^[^BWVESG]*(?:[C;,](?:DP)?[DAN]*|CE[DAN]*)N(?:E?P[DAN]*N){0,2}(?:P[DR]*)?$")  # "... and robbery for just 1.2%", "and that of robberies 27"
_OUTER_LIST, _NEW_CLAUSE = re.compile(r"[,;]?C?P?[RD]*"), re.compile(r"[;:BW]")
_LIST = re.compile(r"R?(?:P?[DAN]{0,6}){0,2},?C?[RD]*")


# Words between a preposition and its number that say nothing of what is counted.
_MARKING = frozenset(("additional", "further", "another", '"', "revised", "restated", "corrected", "amended", "reported"))
_BEFORE_WHOLE = ("of", "the", "our", "its", "their", "these", "those", "all")  # "116 of our 140"


class Link(NamedTuple):
    """The amount in front: its token, and how the second hangs on it.

    kind: "list" (by "and", "or" or a comma alone), "row" (the same with their nouns), "bracket" (the second in
    brackets behind the first), "of" ("44 out of 50"), "far" (anything else). same_unit: whether both could be told in the same unit.
    """

    token: int
    kind: str
    same_unit: bool
    floor: int  # where what belongs to the amount in front ends


_SCOPE = re.compile(r"(?:[AN]+|P[NDM])P[RD]*")  # "visits to", "of them in", over word classes
_BESIDE = re.compile(r"[AN]+(?:P?T)?,[RVWEAP]{0,3}P[RD]*")  # "suites, compared with"
_IN_ROW = re.compile(r"(?:\([^)]*\))?(?:P?T)?[RDP]*,?C?[RDPT]*")
_BARE_LIST = re.compile(r",?C?[RD]*")
_BEHIND = re.compile(r"[DANR]*(?:B[GR]?)?E?(?:P[DANPTMX]*E?)?\(")  # nothing but the number's own words before the bracket


def read_links(sentence: Sentence, at: Sequence[int], amounts: Sequence[Amount]) -> list[Link | None]:
    """The link of each amount of a sentence to one before it: behind a bracket to the one in front of that."""
    links: list[Link | None] = []
    for n, second in enumerate(at):
        first, floor = n - 1, at[n - 1] + 1
        gap = sentence.tags[at[n - 1] + 1 : second] if n else ""
        if gap.count(")") > gap.count("("):
            floor = sentence.tags.index(")", at[n - 1]) + 1
            opening = sentence.tags.rfind("(", 0, at[n - 1])
            first = next((other for other in range(n - 1, -1, -1) if at[other] < opening), n - 1)
        if n:
            link = read_link(sentence, at[first], second, (amounts[first], amounts[n])) if floor == at[first] + 1 else None
            links.append(link or _read_outer(sentence, (at[first], floor, second), (amounts[first], amounts[n])))
        else:
            links.append(None)
    return links


def _read_outer(sentence: Sentence, tokens: tuple[int, int, int], amounts: tuple[Amount, Amount]) -> Link:
    """Past a bracket: "by 5% (249) and 4%" goes on with its list."""
    first, floor, second = tokens
    same = amounts[0].unit == amounts[1].unit
    gap = sentence.tags[floor:second]
    goes_on = gap and _OUTER_LIST.fullmatch(gap) and same and sentence.word(floor) != "to"  # "up by £10 (4%) to £260"
    return Link(first, "list" if goes_on else "far", same, floor)


def read_link(sentence: Sentence, first: int, second: int, amounts: tuple[Amount, Amount]) -> Link:
    """How the amount at token `second` hangs on the one at token `first`."""
    gap = sentence.tags[first + 1 : second]
    same = amounts[0].unit == amounts[1].unit or (amounts[1].unit is None and amounts[0].unit not in ("GBP", "%"))
    if gap.count("(") > gap.count(")"):
        return Link(first, "bracket" if _BEHIND.match(gap) else "far", same, first + 1)
    between = sentence.said[first + 1 : second]
    if between and between[-1] in _BEFORE_WHOLE and between[:1] in (["of"], ["out"]) and len(between) <= 3:
        return Link(first, "of", same, first + 1)
    if {"equivalent", "equating", "equates", "equal", "equivalently"} & set(between) and not _NEW_CLAUSE.search(gap):
        return Link(first, "list", same, first + 1)
    if gap and _LIST.fullmatch(gap) and ("C" in gap or "," in gap) and not verb_after(sentence, second, clause_end(sentence, second)):
        return Link(first, "list" if _BARE_LIST.fullmatch(gap) else "row", same, first + 1)
    return Link(first, "far", same, first + 1)


def find_compared(tags: str, at: Sequence[int], n: int) -> int:
    """The number, by place in `at`, that the bare `n`-th is set beside: the one before, or what that says the scope of.

    As in "1,204 visits to six suites, compared with 1,118", "236 of them in nine districts, up from 152".
    """
    is_scope = n > 1 and _SCOPE.fullmatch(tags, at[n - 2] + 1, at[n - 1]) and _BESIDE.fullmatch(tags, at[n - 1] + 1, at[n])
    return n - 2 if is_scope else n - 1


def find_row(tags: str, at: Sequence[int], last: int) -> range:
    """The numbers, by place in `at`, that stand in a row up to the `last`, without words of their own: "4,203, 2,391 and 221"."""
    first = last
    while first and _IN_ROW.fullmatch(tags, at[first - 1] + 1, at[first]):
        first -= 1
    return range(first, last + 1)


def find_gapped(sentence: Sentence, at: int, link: Link) -> tuple[int, int] | None:
    """The noun phrase since the number before, where its verb is left out: "burglary fell by 6% and robbery by 11%"."""
    first, last = link.floor, governor(sentence, at)
    last = last if sentence.tag(last) == "P" else last + 1
    while first < last and sentence.tags[first] not in "C,;":
        first += 1
    while first < last and sentence.tags[first] in "C,;":
        first += 1
    return (first, last) if first < last else None


def governor(sentence: Sentence, at: int) -> int:
    """The token of the preposition or verb that the amount at token `at` depends on.

    Articles, "just" and nouns of level go between: "to just", "compared to an average of".
    """
    left = at - 1
    while left >= 0:
        tag, word = sentence.tags[left], sentence.word(left)
        is_level = word == "of" and sentence.word(left - 1) in _LEVEL_NOUNS
        if is_level:
            left -= 2
        elif tag in "DRA" or word in _MARKING:
            left -= 1
        else:
            return left
    return -1
