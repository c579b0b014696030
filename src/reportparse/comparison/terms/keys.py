"""What makes two values comparable, and where a figure stands that has it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportparse.comparison.terms.wording import find_sentence
from reportparse.comparison.terms.words import own_words
from reportparse.models.facts import Figure

# "Officers used force 44,120 times": what is counted is what was done, not who did it.
OFTEN = frozenset(("times", "occasions"))
# How what came of a budget is counted, which goes without saying nowhere.
SPENT = "spent"
# What is left out of a count, which is no part of its name.
EXCEPT = re.compile(r"\s?\((?:excl\w*\.?|exc\.?|not\s(?:including|counting)|without|less)\s[^)]*\)", re.IGNORECASE)


class Key(NamedTuple):
    """What makes two values comparable, but for the period."""

    measure: str
    is_common: bool
    counted: str | None
    kind: str
    unit: str
    """For rates, lengths of time and other kinds of which there are several; else empty."""
    place: str
    role: str


class Place(NamedTuple):
    """Where a figure stands."""

    text: str
    """Of its record; of a cell empty."""
    caption: str
    """Of its table; of running text empty."""
    title: str
    """Of its section."""
    beside: Sequence[Figure]
    """The figures of its record."""
    before: str | None = None
    """The common measure of the figure before it in its record."""
    notes: str = ""
    """Of its table, "Fraud is excluded", or the paragraph that its item is of: "The strength, by headcount, was:"."""
    named: str = ""
    """What the words in front say that something is called: "This is called stop and search."."""


def without_area(words: str, area: str | None) -> str:
    """Words without the name of the report's own area: "robberies in Kent" are robberies.

    >>> without_area("people injured on Sussex’s roads", "sussex")
    'people injured on roads'
    """
    if not area:
        return words
    name = area.replace("-and-", "-(?:and|&)-").replace("-", r"\s")
    return re.sub(rf"(?:\s(?:of|in|across))?\s{name}(?:’s|'s)?(?=\s|$)", "", words, flags=re.IGNORECASE)


def has_word(clause: str, words: str) -> bool:
    """Whether a clause has one of the words; if it has none, they are a neighbour's."""
    return bool(set(own_words(clause).split()) & set(own_words(words).split()))


def is_of_earlier(figure: Figure, words: str, text: str) -> bool:
    """Whether words stand in a sentence before that of the figure, and none of them in its own."""
    start, end = find_sentence(text, figure.source.start)
    return words.casefold() in text[:start].casefold() and bool(words) and not has_word(text[start:end], words)
