"""Who answered a survey: "3,410 residents filled in the survey", "71% of those who answered it feel safe"."""

import re

from reportparse.comparison.terms.wording import find_sentence, go_on, to_mark
from reportparse.comparison.terms.words import WORD
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure

SURVEY = "survey-responses"
_WHO = r"(?:people|residents|respondents|households|of\syou|members\sof\sthe\spublic)"
_DID = (
    r"(?:completed?|answer(?:ed)?|replied(?:\sto)?|reply\sto|respond(?:ed)?(?:\sto)?|took\s(?:it|part(?:\sin)?)"
    r"|fill(?:ed)?\s(?:it\s)?in|sent\s(?:it\s)?(?:in|back))\b"
)
_ANSWERED = re.compile(
    rf"\s(?:[a-z]+\s)?{_WHO}\s(?:who\s)?(?:(?:have|had|has)\s)?(?:took\sthe\s(?:time|trouble)\sto\s)?"
    rf"{_DID}(?P<behind>[^.;,:]{{0,40}})"
)
# Of whom a share is that is told of those who were asked: "of those who answered my survey in 2022".
_OF_THOSE = re.compile(
    rf"\sof\s(?:the\s)?(?:those|{_WHO})\swho\s{_DID}(?!\s(?:its|their)\b)(?:\s(?:it|(?:my|our|the|this|that)\s(?:[\w’'-]+\s){{0,3}}?survey))?"
    r"(?:\s(?:in|of)\s(?:[A-Z][a-z]+\s)?20\d\d)?\s(?=[a-z])"
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
    first, _ = find_sentence(text, max(0, start - 2))  # "In the survey 58% thought so. 1,204 people took part."
    named = _SURVEY_WORD.search(done["behind"]) or _last_named(front) or _last_named(text[first:start])
    return named is not None and not _has(named[0], excluded)


def find_answer(figure: Figure, text: str) -> tuple[str, ...]:
    """What so many of those say who answered, in short and in full: "71% of those who answered in 2022 feel safe"."""
    asked = _OF_THOSE.match(text, figure.source.end) if figure.kind == "percent" else None
    return (go_on(text, asked.end()), to_mark(text, asked.end())) if asked else ()


def _last_named(front: str) -> re.Match[str] | None:
    """The survey that the sentence has named: "The annual survey was open for weeks and 935 residents filled it in"."""
    return next(reversed([*_SURVEY_WORD.finditer(front)]), None)


def _has(words: str, excluded: frozenset[str]) -> bool:
    """Whether words name whom a survey was of: "the victim survey", "the staff survey"."""
    said = {word.casefold() for word in WORD.findall(words)}
    return not excluded.isdisjoint(said | {word.removesuffix("s") for word in said})
