"""What a number is of by what it is set beside: "which the accounts put at £3.7m", "the surplus, £1.0m", "£2m to the team"."""

import re

from reportparse.language.clauses import clause_start, verb_before
from reportparse.language.measure_clauses import phrase_after
from reportparse.language.measure_place import Place
from reportparse.language.phrases import noun_before
from reportparse.language.tokens import base_of

_PUTTING = frozenset(("put", "give", "state", "estimate", "show", "assess", "value"))  # verbs that say how much something is
_GIFTS = frozenset(("contribution", "grant", "payment", "award", "donation", "sum", "investment", "allocation"))
_TO_WHOM = frozenset(("to", "towards", "for", "into"))
_VERB = re.compile(r"[BVW]")
_TIME_AT_END = re.compile(r",?(?:P?T)?,?$")  # over word classes


def find_put(place: Place) -> str | None:
    """As in "an underspend which the accounts put at £3.7m", "the accounts give the total of reserves as £62.9m"."""
    sentence, at, start = place.sentence, place.at, place.start
    verb = verb_before(sentence, at, start) if sentence.word(at - 1) in ("at", "as") else None
    if not verb or base_of(sentence.word(verb[1] - 1)) not in _PUTTING:
        return None
    if verb[1] < at - 1:
        return sentence.phrase(verb[1], at - 1)
    if sentence.word(start - 1) not in ("which", "that"):
        return None
    stop = len(_TIME_AT_END.sub("", sentence.tags[: start - 1]))
    noun = noun_before(sentence, stop, clause_start(sentence, stop))
    return sentence.phrase(*noun) if noun else None


def find_before_comma(place: Place) -> str | None:
    """As in "the share of the council tax surplus, £1.0m", where nothing follows and no verb stands before."""
    sentence, at, start = place.sentence, place.at, place.start
    is_end = sentence.tag(at + 1) in ".;" and sentence.tag(at - 1) == ","
    if not is_end or _VERB.search(sentence.tags, start, at) or "Q" in sentence.tags[start:at]:
        return None
    noun = noun_before(sentence, at - 1, start)
    return sentence.phrase(*noun) if noun else None


def find_gift(place: Place, noun: tuple[int, int]) -> str | None:
    """As in "my contribution of £200,000 to the team": what is given, and to whom."""
    sentence, at = place.sentence, place.at
    if sentence.word(noun[1] - 1) not in _GIFTS or sentence.word(at + 1) not in _TO_WHOM or sentence.tag(at + 2) not in "DAN":
        return None
    whom = phrase_after(place, at + 2)
    return f"{sentence.phrase(*noun)} {sentence.word(at + 1)} {whom}" if whom else None
