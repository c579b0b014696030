"""How many answered a survey: "3,410 residents filled in the survey", "1,708 people replied" where one was held."""

import re

from reportparse.comparison.terms.wording import find_sentence
from reportparse.comparison.terms.words import WORD
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure

SURVEY = "survey-responses"
_WHO = r"(?:people|residents|respondents|households|of\syou|members\sof\sthe\spublic)"
_ANSWERED = re.compile(
    rf"\s(?:[a-z]+\s)?{_WHO}\s(?:who\s)?(?:(?:have|had|has)\s)?(?:took\sthe\s(?:time|trouble)\sto\s)?"
    r"(?:completed?|answer(?:ed)?|replied(?:\sto)?|reply\sto|respond(?:ed)?(?:\sto)?|took\s(?:it|part(?:\sin)?)|fill(?:ed)?\s(?:it\s)?in|sent\s(?:it\s)?(?:in|back))\b"
    r"(?P<behind>[^.;,:]{0,40})"
)
_ANSWERED_BY = re.compile(
    r"(?P<front>[^.;,:\d]{0,40})\bsurvey\s(?:was|were|has\sbeen|had\sbeen)\s(?:completed|answered|filled\sin)\s(?:online\s)?by\s$"
)
_SURVEY_WORD = re.compile(r"(?:(?:\S+\s){0,4}?)\bsurvey\b", re.IGNORECASE)


def find_answers(figure: Figure, text: str) -> bool:
    """Whether a figure counts those who answered the commissioner's survey; no survey of victims, staff or others."""
    if (figure.kind, figure.role == "change") != ("count", False) or not text:
        return False
    start, _ = find_sentence(text, figure.source.start)
    front, excluded = text[start : figure.source.start], find_measure(SURVEY).excludes
    if by := _ANSWERED_BY.search(front):
        return not _has(by["front"], excluded)
    done = _ANSWERED.match(text, figure.source.end)
    if done is None:
        return False
    named = _SURVEY_WORD.search(done["behind"]) or _last_named(front)
    return named is not None and not _has(named[0], excluded)


def _last_named(front: str) -> re.Match[str] | None:
    """The survey that the sentence has named: "The annual survey was open for weeks and 935 residents filled it in"."""
    return next(reversed([*_SURVEY_WORD.finditer(front)]), None)


def _has(words: str, excluded: frozenset[str]) -> bool:
    """Whether words name whom a survey was of: "the victim survey", "the staff survey"."""
    said = {word.casefold() for word in WORD.findall(words)}
    return not excluded.isdisjoint(said | {word.removesuffix("s") for word in said})
