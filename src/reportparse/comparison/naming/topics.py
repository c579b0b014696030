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
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months?|quarter|period|March|day|time|average|target)\b", re.IGNORECASE
)


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


__all__ = ["find_topics"]
