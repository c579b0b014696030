"""The calendar year of a survey: what people were asked in some months of a year is of that year."""

import re
from calendar import month_name

from reportparse.comparison.terms.times import type_of
from reportparse.comparison.terms.wording import find_sentence

_MONTH = rf"(?:{'|'.join(month_name[1:])})(?:\sof)?"
# "The 2023 Annual Policing Survey", "the survey of November 2023", "the survey in 2023", "in November 2024 the survey".
_OF_YEAR = re.compile(
    r"\b(?P<name>20\d\d)(?![/–-]\d)\s(?:[A-Z][\w’'-]*\s){0,4}[Ss]urvey\b"
    rf"|\b[Ss]urvey\b(?:[^.;()]{{0,60}}?\b{_MONTH}|\s(?:of|in|for))\s(?P<behind>20\d\d)\b(?![/–-]\d)"
    rf"|\b{_MONTH}\s(?P<front>20\d\d)\b[^.;()]{{0,40}}?\b[Ss]urvey\b"
)
# What people say who were asked, right behind their share, whoever they are.
_SAY = re.compile(
    r"\s(?:of\s(?:them|you|people|residents|respondents|those[^,.;:]*)\s)?"
    r"(?:said|say|agreed?|think|thought|believed?|feel|felt|told|know|knew|trust(?:ed)?|rated?|want(?:ed)?)\b"
)
# "3,012 replies to the annual survey of 2020": right behind those who answered.
_ANSWERS_TO = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?:to|in)\s(?:the|my|our|this|its)\s(?:[\w’'-]+\s){0,3}[Ss]urvey\s(?:of|in|for)\s(20\d\d)\b(?![/–-]\d)"
)
_WITHIN = re.compile(r"(20\d\d)-\d\d(?:-\d\d)?/\1-\d\d(?:-\d\d)?")


def find_survey_year(text: str, at: int) -> str | None:
    """The calendar year that the sentence up to a place in a text says a survey is of; None where it says none or two.

    >>> find_survey_year("The survey ran from September to November 2022 and had 2,964 responses.", 58)
    '2022'
    >>> find_survey_year("In November 2024 the survey was answered by 3,604 residents.", 50)
    '2024'
    """
    start, _ = find_sentence(text, at)
    years = {match["name"] or match["behind"] or match["front"] for match in _OF_YEAR.finditer(text, start, at)}
    return years.pop() if len(years) == 1 else None


def find_year_asked(text: str, at: int, end: int) -> str | None:
    """The calendar year of the survey that a share of people at a place in a text is of.

    Its sentence says it, or where it says nothing but what they said, the one before.

    >>> find_year_asked("In the survey of 2021, 68% feel safe. 59% agreed that the police do a good job.", 38, 41)
    '2021'
    >>> find_year_asked("71% of those who answered my survey in 2020 feel safe.", 0, 3)
    '2020'
    >>> find_year_asked("In the survey of 2021, 68% feel safe. 95% of calls were answered.", 38, 41)
    """
    if not _SAY.match(text, end):
        return None
    start, stop = find_sentence(text, at)
    return find_survey_year(text, stop) or find_survey_year(text, max(0, start - 2))


def find_year_answered(text: str, end: int) -> str | None:
    """The calendar year of the survey to which so many answers are said, right behind their number, to be.

    >>> find_year_answered("In 2020/21 there were 3,012 replies to the annual survey of 2020.", 27)
    '2020'
    """
    match = _ANSWERS_TO.match(text, end)
    return match[1] if match else None


def year_within(period: str | None) -> str | None:
    """The calendar year that a span of months lies in.

    >>> year_within("2022-09/2022-11"), year_within("2022-11/2023-01"), year_within(None)
    ('2022', None, None)
    """
    match = _WITHIN.fullmatch(period or "")
    return match[1] if match and type_of(period or "") == "span" else None
