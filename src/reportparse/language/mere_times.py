"""Lengths of time that say when, and not how long: "in the last six months", "the 18-month pilot" is none of them."""

import re

from reportparse.language.spots import Ending, Spot
from reportparse.language.words import alternatives, load

_TIMES = {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "working days"}
_LONG_TIMES = {"days", "weeks", "months", "years"}
_AGE_BEFORE, _WHEN_BEFORE = Ending("age_before"), Ending("when_before")
_WHEN_AFTER = re.compile(rf"[\s-](?:{alternatives(load('clues')['when_after'])})\b", re.IGNORECASE)
# "the 18-month pilot": a length, as the unit is in the singular before a noun.
_THE_BEFORE, _ATTRIBUTE = re.compile(r"\bthe\s$", re.IGNORECASE), re.compile(r"[\s-](?:day|week|month|year)$", re.IGNORECASE)
# "Shorter than the 62 days it took in 2019/20", "against the 62 days recorded": a length that is told, and not when.
_BESIDE_BEFORE = re.compile(r"\b(?:than|against|with|from|to|on|beats?|below|above|under|over)\s(?:(?:almost|about|around|over|nearly)\s)?the\s$", re.IGNORECASE)
_TOLD_BEHIND = re.compile(
    r"\s(?:that\s)?(?:it|they|we|this|cases|victims|callers)\s(?:had\s|has\s|have\s|once\s)?(?:took|take|takes|taken|needed|waited|lost|spent|lasted|was|were|been)\b"
    r"|\s(?:recorded|reported|seen|needed|taken|lost|averaged|achieved|measured)\b|\s(?:of|in|for)\s(?:the\s(?:previous|year)|a\syear|last\s|(?:19|20)\d\d)|\sa\syear\s(?:before|earlier|ago)"
)
_FURTHER = re.compile(r"\bfurther\s$|\b(?:a|an)\sinitial\s$", re.IGNORECASE)
_IN_BEFORE = re.compile(r"\b(?:over|during|in)\s(?:just\s|the\s(?:space|course)\sof\s)?$", re.IGNORECASE)
# "The highest for six years", "the first time in ten years".
_RECORD_BEFORE = re.compile(r"\b(?:\w{2,}est|first|most|best|worst|record|time)\s(?:\w+\s)?(?:for|in)\s(?:over\s|more\sthan\s|at\sleast\s)?$", re.IGNORECASE)
_CLAUSE_BEHIND = re.compile(r",|\s(?:the|our|its|their|this|these|we|I|it|they|there)\b")
_LASTING = re.compile(r"(?:\b(?:for|was|is|were|are|lasted|took|take|takes|taken|wait|waited|waiting|of|served|just|after)\s|^|[(])$", re.IGNORECASE)
# "188 twelve months before.", "where twelve months before there had been 78".
_BEFORE_AFTER = re.compile(r"\s(?:before|previously)(?=[.,;:)]|$|\s\(\d|\s(?:there|it|they|we|that|he|she|I)\s)")
_OLD_AFTER, _WORD_BEHIND = re.compile(r"[\s-](?:old|olds|of\sage)\b", re.IGNORECASE), re.compile(r"\s[a-zA-Z]")


def says_when(spot: Spot) -> bool:
    """Whether the number is a length of time by which something else is dated."""
    amount, before, after = spot.amount, spot.before, spot.after
    if amount.unit not in _TIMES:
        return False
    if _BEFORE_AFTER.match(after) or _OLD_AFTER.match(after) or _AGE_BEFORE.search(before) or _WHEN_AFTER.match(after):
        return True
    if amount.unit in ("months", "years") and spot.words.lower().startswith("over ") and not _LASTING.search(before):
        return True
    is_of_average = amount.unit in ("years", "months") and _ATTRIBUTE.search(spot.words) and after.startswith(" average")  # "the five-year average"
    if not before and spot.words.lower().startswith("over ") and _CLAUSE_BEHIND.match(after):
        return True  # "Over three years the number has halved"
    if amount.unit in _LONG_TIMES and (is_of_average or _RECORD_BEFORE.search(before)):
        return True
    if amount.unit in _LONG_TIMES and _WHEN_BEFORE.search(before) and not _FURTHER.search(before):
        if _THE_BEFORE.search(before) and _TOLD_BEHIND.match(after) and (_BESIDE_BEFORE.search(before) or "took" in after):
            return False
        return not (_THE_BEFORE.search(before) and _ATTRIBUTE.search(spot.words) and _WORD_BEHIND.match(after))
    return amount.unit in ("months", "years") and amount.qualifier == "exact" and bool(_IN_BEFORE.search(before))
