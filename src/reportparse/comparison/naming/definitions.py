"""What a number counts that is told of a thing just named: "This is called stop and search. They did this 12 times"."""

import re

from reportparse.comparison.naming.matching import first_match
from reportparse.comparison.terms.keys import OFTEN, Place
from reportparse.comparison.terms.wording import find_sentence
from reportparse.models.facts import Figure

# The thing that is named, and how many sentences may stand between that and the number.
_CALLED = re.compile(
    r"(?:^|[.!?]\s)(?:This|It|That|They|These|Those)\s(?:is|are)\s(?:called|known\sas|named)\s(?:an?\s|the\s)?"
    r"([^.;:,\d]{3,50})[.;]"
)
# "How many PCSOs are there?", "I promised you more officers.": what a number without a noun is of.
_ASKED = re.compile(
    r"\bHow\smany\s([^?.;:,\d]{3,40}?)\s(?:are|is|were|was|do|does|did|have|has|can|will)\b[^?.\d]*\?\**(?=\s|$)"
    r"|\b(?:promised|wanted|asked\sfor|pledged)\s(?:you\s)?more\s([^?.;:,\d]{3,40})\.(?=\s|$)"
)
_THERE = re.compile(r"\b[Tt]here\s(?:are|were)\s(?:now\s|still\s)?$")
_NO_NOUN = re.compile(r"[.,;]|\s(?:on|at|in|and|of)\b|$")
MAX_BACK = 2
_DONE = re.compile(r"\b(?:did|do|done|used|use)\s(?:this|that|so|it)\s(?:about\s|over\s)?$")
_OF_THEM = re.compile(r"\sof\s(?:them|these|those)\b")
_HAD = re.compile(r"\b(?:had|have|has|were|are)\s(?:about\s|over\s)?$")
_ASKED_FOR_ONE = re.compile(r"\s(?:people|of\syou|residents)\sasked\s(?:\w+\s)?for\s(?:one|it|this)\b")


def find_named_thing(text: str, at: int, before: str) -> str:
    """What the sentences in front of a place say that something is called; `before` is the text before theirs.

    >>> find_named_thing("This is called stop and search. They did it twice.", 40, "")
    'stop and search'
    >>> find_named_thing("How many PCSOs are there? There were nine.", 37, "")
    'PCSOs'
    """
    start, _ = find_sentence(text, at)
    for _ in range(MAX_BACK):
        if start > 1:
            start = find_sentence(text, start - 2)[0]
    told = f"{before} {text[start:at]}" if start == 0 else text[start:at]
    names = _CALLED.findall(told.strip()) or [asked or more for asked, more in _ASKED.findall(told.strip())]
    return names[-1] if names else ""


def find_defined(figure: Figure, words: str, place: Place) -> tuple[str | None, str] | None:
    """The measure of a number that counts what has just been named, and the words; None where it names its own."""
    if not place.named or figure.role != "actual" or figure.kind != "count":
        return None
    before = place.text[: figure.source.start]
    if _THERE.search(before) and not figure.measure and _NO_NOUN.match(place.text, figure.source.end):
        return first_match(figure, (place.named,), place.named)
    if figure.unit in OFTEN and _DONE.search(before):
        return first_match(figure, (place.named,), place.named)
    if _OF_THEM.match(place.text, figure.source.end) and _HAD.search(before):
        return first_match(figure, (place.named,), place.named)
    if _ASKED_FOR_ONE.match(place.text, figure.source.end):
        return first_match(figure, (f"people asked for {place.named}",), f"{words} {place.named}")
    return None
