"""The words of a figure by how near they stand: its own, those of its part of the sentence, those round it."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reportparse.comparison.terms.keys import OFTEN, Place
from reportparse.comparison.terms.wording import find_first, find_nearest, find_sentence
from reportparse.models.facts import Figure
from reportparse.registry.measures import fold_words, neutral_words

# Where the words of one number end and those of the next begin: "86% with the service, 95% with staff".
_BREAK = re.compile(r"[,;:]\s|\s(?:and|while|with)\s")
# Endings that make a word of the same root: "satisfied" and "satisfaction", "abandoned" and "abandonment".
_ENDINGS = (
    "action", "ation", "ated", "ment", "ence", "ance", "ency", "ancy", "ness", "ent", "ant", "ure", "ied", "ing", "ion",
    "ed", "ee", "ly", "al", "e",
)  # fmt: skip
# Pasts of which no letter tells that they are of a verb with a noun in "-ing": "met five times", "five meetings".
_PASTS = {
    "met": "meet", "heard": "hear", "found": "find", "spent": "spend", "built": "build", "taught": "teach",
    "shot": "shoot",
}  # fmt: skip
# They say when, how much or how words hang together, and not what is counted.
_GRAMMAR = (
    "end year month day during last start close time there over under within with from how them when as about headcount"
    " those them they who whom which among of came being own also up down previou before january february march april"
    " may june july august september october november december call fte"
    " resident respondent public survey surveyed asked said think thought accord joint"  # who was asked, not what
)
_ASIDE = re.compile(r"\([^()]*\)")
# Whom a share is of, behind the first number of a sentence; the next numbers are of them, too.
OF_WHOM = re.compile(r"\s?of\s(?:(?:all|the|our|these|those)\s){0,2}[\w-]+(?:\s[\w-]+)?")
# A root has so many letters at least.
MIN_ROOT = 4
# Telephone numbers of the police, which are words: what is told of one is not told of the other.
POLICE_NUMBERS = frozenset(("999", "101"))


@lru_cache(maxsize=8192)
def root_of(word: str) -> str:
    """A word without the ending that makes it a noun or verb.

    >>> root_of("satisfied") == root_of("satisfaction"), root_of("dismissed"), root_of("dismissal"), root_of("officer")
    (True, 'dismiss', 'dismiss', 'officer')
    >>> root_of("met") == root_of("meeting")
    True
    """
    word = _PASTS.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_ROOT:
            return word[: -len(ending)]
    return word


@cache
def little_words() -> frozenset[str]:
    """Words that tell little: of grammar, and those that change no measure."""
    return frozenset(map(root_of, (*_GRAMMAR.split(), *neutral_words())))


@lru_cache(maxsize=8192)
def fold_roots(text: str) -> frozenset[str]:
    """The roots of the words of a text, without numbers but those of telephones."""
    return frozenset(root_of(word) for word in fold_words(text) if not word[0].isdigit() or word in POLICE_NUMBERS)


class Profile(NamedTuple):
    """Folded words, without numbers; those of an outer ring may stand in an inner one, too."""

    own: frozenset[str]
    """Of its measure, which are headers where it stands in a cell; none that stand but beside another number."""
    near: frozenset[str]
    """Of its part of the sentence, between the numbers beside it; none of a cell."""
    around: frozenset[str]
    """Of the beginning of its sentence and the title of its section, or the caption of its table."""
    is_own: bool = True
    """Whether its measure is in its own part of the sentence as a whole, where other numbers stand before it."""
    sentence: int = 0
    """Where its sentence begins in its record."""


def read_profile(figure: Figure, place: Place) -> Profile:
    """The words of a figure that stands there."""
    own = frozenset() if figure.unit in OFTEN and figure.kind == "count" else fold_roots(figure.measure or "")
    if not place.text:
        return Profile(own, frozenset(), fold_roots(f"{place.caption} {place.title}"))
    near, first = fold_roots(find_part(figure, place)), find_first(figure, place.text, place.beside)
    start, _ = find_sentence(place.text, figure.source.start)
    if first is None:
        around = own | fold_roots(f"{place.text[start : figure.source.start]} {place.title}")
        if not near <= little_words() and is_taken_over(figure, place.text):  # "Advisers supported 402."
            return Profile(frozenset(), near, around, is_own=False, sentence=start)
        return Profile(own, near, around, sentence=start)
    base = OF_WHOM.match(place.text, first.source.end)
    lead = f"{place.text[start : first.source.start]} {base[0] if base else ''} {place.title}"
    return Profile(own & near, near, own | fold_roots(lead), own <= near, start)


def is_taken_over(figure: Figure, text: str) -> bool:
    """Whether a figure's measure is in words of a sentence before, and none of its own."""
    own, (start, end) = fold_roots(figure.measure or ""), find_sentence(text, figure.source.start)
    return bool(own & fold_roots(text[:start])) and own.isdisjoint(fold_roots(text[start:end]))


def find_part(figure: Figure, place: Place) -> str:
    """What stands between the numbers beside a figure, without what begins the next one's part."""
    behind, before = find_nearest(figure, place.text, place.beside)
    last = [match.start() for match in _BREAK.finditer(behind)]
    is_followed = any(each.source.start == figure.source.end + len(behind) for each in place.beside)
    return _ASIDE.sub(" ", f"{before} {behind[: last[-1]] if last and is_followed else behind}")
