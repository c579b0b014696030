"""Values of two reports that stand beside one proper name: the Safer Streets money of one year and that of the next.

A name with capitals in the part of the sentence that a number stands in tells more than any other word, where but one
number of its kind stands beside it in each report, and the two are near each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reportparse.comparison.pairing.echoes import may_be_there
from reportparse.comparison.terms.anchors import nearness
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import end_of
from reportparse.comparison.terms.wording import NEAR

_WORD = r"[A-Z][a-z’'-]+"
_NAME = re.compile(rf"\b{_WORD}(?:\s(?:of\s|and\s|for\s|the\s|against\s)?{_WORD})+")
# Where the part ends that a number stands in.
_ENDS_IN_FRONT = re.compile(r"[.;:(),]\s?|\d[\d,.]*%?|\sand\s(?![A-Z])")
_ENDS_BEHIND = re.compile(r"[.;:(),£\d]|\sand\s(?![A-Z])")
# What opens a sentence is no name: "My Policing Fund", "The Safer Streets Fund".
_OPENING = re.compile(
    r"^(?:(?:the|my|our|its|their|this|that|in|on|of|at|by|to|for|with|from|through|and|but|under)\s)+"
)
# Of a name so many words tell it: "Safer Streets", "Safer Streets Fund".
WORDS = 2
# Whose report it is stands beside any number.
_OWN = frozenset(("police", "constabulary", "commissioner", "heddlu", "crime and"))


def find_namesakes(pool: Sequence[Statement], told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Values of a report's own year, of the one before and of this one, that alone stand beside a name."""
    firsts, seconds = _by_name(pool), _by_name(told)
    for name, group in seconds.items():
        others = firsts.get(name, [])
        is_one = len(group) == len(others) == 1 and nearness(others, group)
        if is_one and may_be_there(others[0], group[0]) and _differ(others[0], group[0]):
            yield others[0], group[0]


def _differ(one: Statement, other: Statement) -> bool:
    return (one.key.measure, one.key.place) != (other.key.measure, other.key.place)


def _by_name(statements: Iterable[Statement]) -> dict[tuple[object, ...], list[Statement]]:
    found: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in statements:
        is_own = each.key.role == "actual" and not each.is_quoted and end_of(each.period) == each.source.end
        for name in sorted(_names_of(each)) if is_own and not each.is_cell else ():
            found[name, each.source.area, each.key.kind, each.key.unit].append(each)
    return found


def _names_of(each: Statement) -> set[str]:
    """The beginnings of names beside a number, but for that of the force."""
    at = min(each.figure.source.start, NEAR)
    names = _find_names(each.context.partition("\n")[0], at, at + len(each.figure.text))
    area = set((each.source.area or "").split("-"))
    return {name for name in names if not (_OWN | area) & set(name.split())}


@lru_cache(maxsize=65536)
def _find_names(text: str, start: int, end: int) -> frozenset[str]:
    """The beginnings of names in the part of a text that what stands there is in."""
    near = (_ENDS_IN_FRONT.split(text[:start])[-1], _ENDS_BEHIND.split(text[end:])[0])
    told = (_OPENING.sub("", match[0].casefold()).split() for part in near for match in _NAME.finditer(part))
    return frozenset(" ".join(words[:WORDS]) for words in told if len(words) >= WORDS)
