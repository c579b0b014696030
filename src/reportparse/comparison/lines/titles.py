"""What a line is called that has no common measure."""

import re
from collections.abc import Iterator, Sequence

from reportparse.comparison.terms.profiles import fold_roots
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.words import WORD, is_name, own_words

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n")


def tell_name(measure: str, group: Sequence[Statement]) -> str:
    """The fullest measure that is a figure's own; where that says too little, the words that the line was paired by.

    "clients" may be anything: in "The Counselling Centre had 812 clients" they are "Counselling Centre clients".
    """
    own = [each for each in group if each.profile is None or each.profile.is_own] or group
    told = max((each.figure.measure or "" for each in own), key=lambda words: len(own_words(words).split()))
    if is_name(own_words(told)):
        return told
    roots = frozenset(measure.split())
    shared = roots.intersection(*(fold_roots(" ".join(_words_of(each))) for each in group))
    fullest = max((list(_said(each, shared if len(shared) > 1 else roots)) for each in group), key=len)
    return " ".join(fullest) if len(fullest) > 1 else told or measure


def _said(each: Statement, roots: frozenset[str]) -> Iterator[str]:
    """The words of its sentence that are of those roots, in their order, each once."""
    seen: set[str] = set()
    for word in _words_of(each):
        new = fold_roots(word) & roots - seen
        seen |= new
        if new:
            yield word


def _words_of(each: Statement) -> Sequence[str]:
    """The words of its sentence."""
    sentences = _SENTENCE.split(each.context)
    return WORD.findall(next((said for said in sentences if each.figure.text in said), ""))
