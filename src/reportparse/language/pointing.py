"""Numbers whose sentence does not say what they are of: "There were 431", "it comes to 4,096 as full-time equivalents"."""

import re
from collections.abc import Sequence

from reportparse.language.clauses import Sentence, clause_start, read_sentence, verb_after, verb_before
from reportparse.language.measure_words import clean
from reportparse.language.model import Span
from reportparse.language.nouns import is_plural
from reportparse.language.periods import find_periods
from reportparse.language.phrases import noun_before, subject_of
from reportparse.language.tokens import Mark, base_of

_AGENTS = frozenset(("force", "police", "commissioner", "office", "panel", "board", "council", "unit", "team"))
_IT_WAS = re.compile(r"P[DA]*T,?M[BVE]")  # "In 2023/24 it was down by 4.0%"
_LEAD = re.compile(r"P[DANPT]*,(?=[DA]*N)")  # "For the first time in years, the number ..."
_HAVING = frozenset(("receive", "have", "get", "run", "publish", "set", "hold", "keep", "employ", "fund", "commission"))
_OBJECT = re.compile(r"[DA]*N+(?:P[DA]*N+)?")
_PRONOUNS = ("they", "it")
_POINTING = ("there", "it")
# Ways of counting, which are no things.
_WAY = r"(?:full[- ]time[- ]equivalents?|FTEs?|headcount)(?:\s\(FTEs?\))?(?:\s(?:figure|number|count|total))?"
_WAYS, _WAY_BEHIND = re.compile(_WAY, re.IGNORECASE), re.compile(rf"\s\({_WAY}\)$", re.IGNORECASE)
# Its own way in front, and another in brackets: "2,186 full-time equivalent police officers (2,242 by headcount)".
_WAY_IN_FRONT = re.compile(rf"{_WAY}\s(?=[a-z])", re.IGNORECASE)
# "A year earlier there had been 4,091 by headcount": its own way stands behind the number.
_OWN_WAY = re.compile(rf"\s(?:by|in|as)\s(?:an?\s)?({_WAY})\b", re.IGNORECASE)
NUMBER_OF = re.compile(r"^(?:total\s)?numbers?\sof\s", re.IGNORECASE)  # "the number of police staff fell to 1,488 FTE"


def find_told_before(text: str, sentence: Sentence, before: tuple[int, int] | None, *, points_back: bool) -> str | None:
    """The subject of the sentence before, where this one begins with "there" or "it", or points back in another way."""
    if before is None or not (sentence.word(0) in _POINTING or points_back or (_IT_WAS.match(sentence.tags) and "it" in sentence.said[:6])):
        return None
    start, end = before
    periods = (period.span for period in find_periods(text[start:end]))
    marks = [Mark(Span(start + span.start, start + span.end), "T", at) for at, span in enumerate(periods)]
    told = read_sentence(text, start, end, marks)
    is_of_them = sentence.tags.find("Q") >= 0 and sentence.said[sentence.tags.find("Q") + 1 :][:2] == ["of", "them"]
    return find_first_subject(told) or (_find_any_object(told) if is_of_them else None)


def is_of_pronoun(sentence: Sentence, at: int) -> bool:
    """Whether a number is of what "they" or "it" is: "As furlough ended, they gave 71,280 hours"."""
    start = clause_start(sentence, at)
    verb = verb_before(sentence, at, start)
    return verb is not None and verb[0] - 1 >= start and sentence.word(verb[0] - 1) in _PRONOUNS


def find_pointed(sentence: Sentence, at: Sequence[int], is_open: Sequence[bool]) -> dict[int, str]:
    """As in "that for theft from vehicles has: it is now 3,527 where we had published 3,506": what "it" is, by the number.

    Args:
        sentence: Whose amounts have the tokens `at`.
        at: In order.
        is_open: Whether each has no words of its own; one that has ends the row of those that are of "it".
    """
    found: dict[int, str] = {}
    for n, token in enumerate(at):
        start = clause_start(sentence, token)
        is_it = sentence.word(start) in _POINTING and sentence.tag(start - 1) in ":;-C" and sentence.tag(start + 1) == "B"
        pointed = _find_subject(sentence, clause_start(sentence, start - 1)) if is_it else found.get(n - 1)
        if pointed and is_open[n]:
            found[n] = pointed
    return found


def find_first_subject(sentence: Sentence) -> str | None:
    """The subject of a sentence's first verb as a measure, if it is more than a pronoun."""
    return _find_subject(sentence, 0)


def _find_subject(sentence: Sentence, first: int) -> str | None:
    lead = _LEAD.match(sentence.tags, first)
    first = lead.end() if lead else first
    is_that = sentence.word(first) in ("that", "those") and sentence.word(first + 1) in ("for", "of")  # "that for robbery has"
    opening = first + 1 if is_that else first - (sentence.tag(first) != "M")
    verb = verb_after(sentence, opening, len(sentence.tags))
    subject = (first + 2, verb[0]) if verb and is_that else subject_of(sentence, verb[0], first) if verb else None
    if verb and subject and (sentence.tags[subject[0] : subject[1]] == "M" or sentence.word(subject[1] - 1) in _AGENTS):
        return _find_object(sentence, verb)
    if subject is None or "N" not in sentence.tags[subject[0] : subject[1]]:
        return None
    return clean(sentence.phrase(*subject))


def _find_object(sentence: Sentence, verb: tuple[int, int]) -> str | None:
    """As in "I receive a core grant from the Ministry for services which help": what is got or done, with whom it is from."""
    if base_of(sentence.word(verb[1] - 1)) not in _HAVING:
        return None
    match = _OBJECT.match(sentence.tags, verb[1])
    return clean(sentence.phrase(*match.span())) if match else None


def _find_any_object(sentence: Sentence) -> str | None:
    """As in "I thank my custody visitors": the things that something is done to or with, where they are several."""
    verb = verb_after(sentence, -(sentence.tag(0) != "M"), len(sentence.tags))
    at = verb[1] + (sentence.tag(verb[1]) == "P") if verb else 0
    match = _OBJECT.match(sentence.tags, at) if verb else None
    things = clean(sentence.phrase(*match.span())) if match else None
    return things if things and is_plural(things.split()[-1]) else None


def name_ways(
    sentence: Sentence, at: Sequence[int], measures: Sequence[str | None], earlier: Sequence[str | None]
) -> list[str | None]:
    """The measures, ways of counting with what is counted so, which was told before: "officers (headcount)"."""
    named = list(measures)
    for n, measure in enumerate(named):
        if not measure:
            continue
        own = _OWN_WAY.match(sentence.text, sentence.spans[at[n]][1])
        way = measure if _WAYS.fullmatch(measure) else None
        if own and not way and (front := _WAY_IN_FRONT.match(measure)):
            named[n] = f"{measure[front.end() :]} ({own[1]})"
            continue
        way = own[1] if own else way
        if way:
            before = noun_before(sentence, at[n], clause_start(sentence, at[n])) if sentence.tag(at[n] - 1) == "N" else None
            label = clean(sentence.phrase(*before)) if before else None  # "Officers 4,183 FTE; staff 2,402 FTE"
            subject = find_first_subject(sentence)
            own_number = NUMBER_OF.sub("", subject) if subject and NUMBER_OF.match(subject) else None
            told = [label, measure, *reversed(named[:n]), own_number, earlier[n], subject]
            thing = next((each for each in told if each and not _WAYS.fullmatch(each)), None)
            named[n] = f"{_WAY_BEHIND.sub('', thing)} ({way})" if thing else measure
    return named


def is_told_another_way(measures: Sequence[str | None], n: int) -> bool:
    """Whether a number is that before it, counted in another way, so that what follows goes on from that one.

    As in "4,261 police officers, or 4,170.2 full-time equivalents. That is 58 more than the 4,203 of a year before".
    """
    own, other = measures[n] or "", (measures[n - 1] or "") if n else ""
    return own != other and _WAY_BEHIND.sub("", own) == _WAY_BEHIND.sub("", other) != own
