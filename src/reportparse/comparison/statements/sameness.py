"""Whether a figure is of what the one before it in its record is: in brackets behind it, as "it", in the same words."""

import re

from reportparse.comparison.naming.hanging import find_other, is_in_brackets, is_part, is_said_again, is_sum
from reportparse.comparison.naming.parts import find_behind
from reportparse.comparison.terms.anchors import may_be_one
from reportparse.comparison.terms.keys import OFTEN, Key
from reportparse.comparison.terms.profiles import Profile, little_words
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.wording import find_sentence
from reportparse.comparison.terms.words import is_generic, is_name, own_words
from reportparse.models.facts import Figure

# "The total for 2024/25 has gone up since": of what the sentence before tells, counted as that.
THE_NUMBER_OF_YEAR = re.compile(
    r"\s*(?:The|This|That|Last\syear(?:’s|'s))\s(?:\w+\s)?(?:total|figure|number|count|rate|level)"
    r"\s(?:(?:for|in|of)\s(?:20\d\d|the\s(?:year|previous|last|12|twelve))|last\syear|the\syear)"
)
_FROM_ONLY = re.compile(r"[\s\w]{0,24}?(?:,\s)?(?:from|against|compared\s(?:with|to))\s(?:the\s)?")
_BECAME = re.compile(r"\s?(?:(?!and\b)[\w-]+\s){0,3}to\s")
_ENDED_WITH = re.compile(
    r"[^.;\d]*\b(?:ended|finished|closed|left)\s(?:it|the\s(?:\w+\s)?year)\s(?:with|at|on)\s(?:\w+\s)?"
)
# "2,965 were victims, 318 more than in 2022/23 (2,647)".
_THAN_IN = re.compile(r"\b(?:more|fewer|less|higher|lower)\sthan\s(?:in\s)?[^,.;()]{0,20}\($")
_UP_FROM = re.compile(
    r"(?:\s[a-z-]+){0,6},\s(?:up|down)\s(?:\w+\s)?(?:by\s\d[\d,.]*%?\s(?:(?:percentage\s)?points?\s)?)?from\s(?:the\s)?"
)
_THAT_IS = re.compile(r"\s*(?:That|This|It)\s(?:is|was)\b")
_UP_FROM_END = re.compile(r"\b(?:up|down)\sfrom\s(?:the\s)?$")
_THERE = re.compile(r"[;,:]\s(?:and\s|but\s)?there\s(?:had\sbeen|were|was)\s(?:about\s|over\s|only\s|just\s)?$")
_TIME_WORDS = frozenset(
    [
        "year",
        "month",
        "during",
        "last",
        "previous",
        "period",
        "time",
        "total",
        "recorded",
        "reported",
        "calendar",
        "financial",
        "week",
        "over",
    ]
)
_YEARS_BEFORE = frozenset(
    ("previous year", "year before", "last year", "prior year")
)  # "the 38,215 of the previous year"
_PRONOUNS = frozenset(("it", "this", "that", "they", "these", "them"))


def means_the_same(figure: Figure, key: Key, before: Statement, text: str, profile: Profile) -> bool:
    """Whether a figure is of what the one before it is: in brackets behind it, as "it", or in the same words."""
    words = (figure.measure or "").casefold()
    if figure.role == "actual" and figure.unit in OFTEN and before.figure.unit not in OFTEN:
        return False  # "44 visitors called 291 times"
    is_own = (
        find_other(figure, text) or is_part(figure, text) or is_sum(figure, text) or _says_more(figure, words, text)
    )
    is_same = not key.is_common and words == (before.figure.measure or "").casefold()
    is_near = before.profile is None or before.profile.sentence == profile.sentence or is_name(before.key.measure)
    is_short = (
        is_same
        and not is_own
        and (figure.role == "baseline" or (is_near and profile.is_own) or profile.near <= little_words())
    )
    return (
        is_in_brackets(figure, text)
        or words in _PRONOUNS
        or (words in _YEARS_BEFORE and figure.role == "baseline")
        or is_short
        or (is_same and _is_number_of_year(figure, text))
        or is_said_again(figure, text)
        or _is_beside(figure, before, text)
        or _is_than_in(figure, before, text)
        or _is_up_from(figure, before, text)
        or _is_beyond_plan(figure, before, text)
        or _is_there_then(figure, before, text, profile)
        or (_is_from_to(figure, before, text) and (before.key.is_common or not key.is_common))
    )


def _is_number_of_year(figure: Figure, text: str) -> bool:
    """Whether its sentence counts another year as the one before: "The figure for 2018/19 has been recalculated at"."""
    return THE_NUMBER_OF_YEAR.match(text, find_sentence(text, figure.source.start)[0]) is not None


def _says_more(figure: Figure, words: str, text: str) -> bool:
    """Whether what stands behind a number tells another thing than its measure: "19 were killed and 178 injured"."""
    behind = find_behind(figure, text)
    more = {word for word in own_words(behind).split() if word.isalpha() and len(word) > 3} - set(
        own_words(words).split()
    )
    return figure.role == "actual" and bool(more - _TIME_WORDS)


def _is_beside(figure: Figure, before: Statement, text: str) -> bool:
    """Whether a baseline follows the value that it is compared with: "vehicle crime to 1,932 from 2,114"."""
    gap = text[before.figure.source.end : figure.source.start]
    is_same = figure.measure == before.figure.measure or (
        is_generic(figure.measure or "") and _FROM_ONLY.fullmatch(gap) is not None
    )  # "violence rose to 16,255 offences from 13,120"
    return figure.role == "baseline" and before.figure.role == "actual" and is_same and not re.search(r"[.;]\s", gap)


def _is_from_to(figure: Figure, before: Statement, text: str) -> bool:
    """Whether it is what the one before has become: "from 33,117 incidents to 28,017", "and ended it with 59"."""
    gap = text[before.figure.source.end : figure.source.start]
    is_pair = before.figure.role == "baseline" and figure.role == "actual"
    return is_pair and (_BECAME.fullmatch(gap) is not None or _ENDED_WITH.fullmatch(gap) is not None)


def _is_than_in(figure: Figure, before: Statement, text: str) -> bool:
    """Whether the growth between the two tells it: "2,965 were victims, 318 more than in 2022/23 (2,647)"."""
    gap = _THAN_IN.search(text, before.figure.source.end, figure.source.start)
    return figure.role == "baseline" and gap is not None


def _is_up_from(figure: Figure, before: Statement, text: str) -> bool:
    """Whether it is what the one before has come up or down from: "followed in 29.0% of them, up from 27.4%"."""
    is_pair = before.figure.role == "actual" and figure.role == "baseline" and may_be_one(figure, before.figure)
    return is_pair and _UP_FROM.fullmatch(text, before.figure.source.end, figure.source.start) is not None


def _is_beyond_plan(figure: Figure, before: Statement, text: str) -> bool:
    """Whether what has been set beside a plan is set beside it, too: "That is more than planned, up from £15.1m"."""
    start, _ = find_sentence(text, figure.source.start)
    is_next = find_sentence(text, max(0, start - 2))[0] <= before.figure.source.start < start
    is_set_beside = figure.role == "baseline" and _UP_FROM_END.search(text, start, figure.source.start) is not None
    return is_next and is_set_beside and _THAT_IS.match(text, start) is not None and may_be_one(figure, before.figure)


def _is_there_then(figure: Figure, before: Statement, text: str, profile: Profile) -> bool:
    """Whether it is of another time in words of the one before: "discharged 47 times; there had been 66 discharges"."""
    other = before.profile
    if other is None or other.sentence != profile.sentence or before.figure.period == figure.period:
        return False
    is_there = _THERE.search(text, before.figure.source.end, figure.source.start) is not None
    return is_there and bool(profile.own - little_words()) and profile.own <= other.own | other.near
