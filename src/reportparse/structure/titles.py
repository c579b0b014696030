"""What the words of a heading tell of its section: its number and its kind."""

import re
from typing import NamedTuple

NUMBERED = re.compile(
    r"(?P<word>theme|priority|outcome|aim|goal|pledge|ambition|objective|commitment|indicators?|measures?|kpis?|appendix|annex|"
    r"annexe|schedule|chapter|part|section|thema|blaenoriaeth|dangosydd|atodiad|pennod|rhan|"
    r"adran)\s+(?P<number>(?:\d+|[A-Z]|[IVX]+)\b(?:\s*(?:&|and|,|to|-|–)\s*\d+)*)",
    re.IGNORECASE,
)
_PLAIN_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3}(?:\([a-z]\))?|[A-Z])[.)]?\s+(?=\S)")
_KINDS = {
    "theme": "theme", "priority": "theme", "outcome": "theme", "aim": "theme", "goal": "theme", "pledge": "theme",
    "ambition": "theme", "objective": "theme", "commitment": "theme",
    "indicator": "indicator", "measure": "indicator", "kpi": "indicator",
    "appendix": "appendix", "annex": "appendix", "annexe": "appendix", "schedule": "appendix",
    "thema": "theme", "blaenoriaeth": "theme", "dangosydd": "indicator", "atodiad": "appendix",
}  # fmt: skip


class Title(NamedTuple):
    """What a heading's words tell of its section."""

    number: str | None
    kind: str


def read_title(text: str) -> Title:
    """Number and kind of the section under a heading.

    >>> read_title("Indicators 6 & 7: Confidence")
    Title(number='Indicator 6 & 7', kind='indicator')
    >>> read_title("2.1 Our resources"), read_title("4.3 Indicator 3: Burglary")
    (Title(number='2.1', kind='section'), Title(number='4.3', kind='indicator'))
    >>> read_title("2(a) Results by segment")
    Title(number='2(a)', kind='section')
    """
    if match := NUMBERED.match(text):
        single = _singular(match["word"])
        name = single.upper() if single == "kpi" else single.capitalize()
        return Title(f"{name} {match['number']}", _KINDS.get(single, "section"))
    if match := _PLAIN_NUMBER.match(text):
        named = NUMBERED.match(text, match.end())
        kind = _KINDS.get(_singular(named["word"]), "section") if named else "section"
        return Title(match[1], kind) if match[1][0].isdigit() else Title(None, kind)
    return Title(None, "section")


def is_number_alone(text: str) -> bool:
    """Whether a line only numbers the title that it stands over.

    >>> is_number_alone("Theme 1:"), is_number_alone("Theme 1: Harm"), is_number_alone("CHAPTER 2")
    (True, False, True)
    """
    match = NUMBERED.match(text)
    return match is not None and not text[match.end() :].strip(" :.–—-|")


def _singular(word: str) -> str:
    word = word.lower()
    return word[:-1] if word in ("indicators", "measures", "kpis") else word
