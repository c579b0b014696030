"""Conjuncts whose verb is left out: "burglary fell by 2% from 421 to 412, and robbery by 8% from 191 to 176"."""

import re

from reportparse.language.clauses import Sentence

# Over word classes: the joint, the new subject, and prepositions with their numbers up to the one that is asked about.
_CONJUNCT = re.compile(r"(?:[,;]C?|C)R*(?:PM,?)?(?P<of>P)?(?P<noun>[DAN]*N(?:P[DAN]*N){0,2}(?:C[DAN]*N)?(?(of)E?))(?P<adverb>R?)P[DR]*Q(?:(?:[,C]|P?T|\([^()]*\))*P[DR]*Q)*$")
_LEVELS = frozenset(("by", "from", "to"))
_REACH = 24  # tokens: a subject of some words with three numbers
_VERB_WITH_NUMBER = re.compile(r"[VE][^VBWS;]*?P[DR]*Q[^VBWS;]*$")


def find_conjunct(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The subject (first, behind the last) of a number at token `at` whose conjunct has no verb; None where it has one."""
    if sentence.word(at - 1) not in _LEVELS and sentence.tag(at - 1) not in "DR":
        return None
    start = max(0, at - _REACH)
    match = _CONJUNCT.search(sentence.tags, start, at + 1)
    if match is None:
        return None
    first, last = match.span("noun")
    if match["of"] and sentence.word(first - 1) != "of":  # "referrals rose by 4%, and of victims supported by 2%"
        return None
    if sentence.word(match.end("adverb")) not in _LEVELS or _VERB_WITH_NUMBER.search(sentence.tags, 0, match.start()) is None:
        return None
    before = sentence.tags.rfind("Q", 0, match.start())
    return (first, last) if sentence.word(_preposition(sentence, before)) in _LEVELS else None


def _preposition(sentence: Sentence, at: int) -> int:
    """The token in front of a number, articles and adverbs between."""
    return len(sentence.tags[:at].rstrip("DR")) - 1
