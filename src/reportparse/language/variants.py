"""Spellings of one name, joined: "Outreach Solution" and "Outreach Solutions"."""

from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from reportparse.language.gazetteer import Known, known_names

# Two names that are at least this much alike, of 100, are one: a letter more or less in ten, an apostrophe, "&" for "and".
MIN_ALIKE = 92.0
_SHORTEST = 8  # letters; short names differ by one letter and are not the same


def join_variants(names: Sequence[Known]) -> dict[Known, Known]:
    """Each name to the one that stands for it: a known spelling, or the earliest.  Two spellings may differ in kind.

    >>> names = [Known("organisation", "St John's Centre"), Known("organisation", "St Johns Centre")]
    >>> [name.name for name in join_variants(names).values()]
    ["St John's Centre", "St John's Centre"]
    """
    if len(names) < 2:
        return {name: name for name in names}
    joined: dict[Known, Known] = {}
    full = _full_names()
    by_start: dict[str, list[tuple[str, Known]]] = {}  # only names that begin alike are compared
    for name in sorted(names, key=lambda name: name not in full):
        folded = _fold(name.name)
        likely = by_start.setdefault(folded[:3], [])
        for other, whole in likely:
            if folded == other or (len(folded) >= _SHORTEST and fuzz.ratio(folded, other, score_cutoff=MIN_ALIKE)):
                joined[name] = whole
                break
        else:
            joined[name] = name
            if len(likely) < 200:
                likely.append((folded, name))
    return {name: joined[name] for name in names}


@cache
def _full_names() -> frozenset[Known]:
    return frozenset(known_names().values())


def _fold(name: str) -> str:
    return name.casefold().replace("&", "and").replace("'", "").replace("-", " ").removeprefix("the ")
