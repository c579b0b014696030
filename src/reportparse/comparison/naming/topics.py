"""What a sentence or paragraph says at its start that it is about: "For robbery, the rate was", "Online crime. We"."""

import re
from collections.abc import Iterator

from reportparse.comparison.terms.wording import find_sentence
from reportparse.models.facts import Figure

# The opening of a sentence that names what it is about, up to a comma or what follows it.
_LEADING = re.compile(
    r"\s*(?:In\s(?:the\scategory\sof|respect\sof|relation\sto|terms\sof|the\scase\sof|the\sarea\sof)|With\sregard\sto|As\sfor"
    r"|As\sregards|Regarding|Concerning|Under|For|On|Of)\s(?:(?:the|our|my|all|these|those)\s)*"
    r"([^,.;:()£%]{2,60}?)(?:,|\s(?=(?:the|an?|there|it|we|they|some|about|over|nearly|almost)\b|\d[\d,.]*(?!\d)))"
)
# A heading that is run in: a few words that end in a stop, at the start of a paragraph; a colon makes a label of them.
_RUN_IN = re.compile(r"\s*([A-Z][a-z]+(?:[\s-](?:[A-Za-z’'-]+)){0,4})\.\s(?=[A-Z\d£])")
# Words that are in no such heading: it is a sentence, or says how things stand.
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|rose|fell|green|amber|red)\b", re.IGNORECASE)
_DAY = re.compile(r"(?:\d{1,2}\s)?[A-Z][a-z]+\s20\d\d\b|\b20\d\d(?:[/–-]\d\d)?\b")
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months?|quarter|period|March|day|time|average|target)\b", re.IGNORECASE
)

# "How many police officers are there?", as a title asks, and what leads to the number that answers it.
_ASKED = re.compile(
    r"(?:\d[\d.]*\s)?(?:How\smany\s)?(?P<what>[^?.:;,]{3,60}?)"
    r"(?:\s(?:are|is|were|was|do|does|did|have|has|will)\s[^?]*\?)?$"
)
_ANSWERING = re.compile(
    r"[^.;:\d]{0,60}?\b(?:there\s(?:are|were)|(?:the|that|this)\s(?:number|total|figure|count)\s"
    r"(?:is|was|stood\sat|came\sto))\s(?:\w+\s)?",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"\s?(?:[.,;]|$)|\s(?:in|on|at)\s(?:the\send|31|20\d\d)\b")


def find_asked(figure: Figure, text: str, title: str) -> str:
    """What a title asks for, where a count below it is told without a word of what it counts; else empty.

    A day may stand in front of it: "At the end of March 2023 the number was 4,149".
    """
    start, _ = find_sentence(text, figure.source.start)
    front = _DAY.sub("", text[start : figure.source.start])
    is_bare = _ANSWERING.fullmatch(front) is not None and _ANSWERED.match(text, figure.source.end) is not None
    asked = _ASKED.fullmatch(title) if is_bare and figure.kind == "count" and figure.role == "actual" else None
    return asked["what"] if asked else ""


def find_topics(figure: Figure, text: str) -> Iterator[str]:
    """What the sentence of a figure opens with, then the heading that its paragraph runs in; no times."""
    at = figure.source.start
    start, _ = find_sentence(text, at)
    leading = _LEADING.match(text, start)
    if leading and leading.end() <= at and not _TIME.search(leading[1]):
        yield leading[1]
    run_in = _RUN_IN.match(text)
    if run_in and run_in.end() <= at and not _SAYS.search(run_in[1]):
        yield run_in[1]


__all__ = ["find_asked", "find_topics"]
