"""The period that is an amount's own: behind it, in its bracket, in front of its clause or in its subject."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.language.clauses import Sentence, clause_end, clause_start, verb_before
from reportparse.language.phrases import is_dated_aside
from reportparse.language.tokens import base_of
from reportparse.language.words import words
from reportparse.years import YEAR_EARLIER

_EVENT_VERBS = words("clues", "event_verbs")
COMPARING = frozenset({"than", "compared", "compares", "comparison", "against", "unlike", "versus", "vs", "v"})
# Over word classes.
_VERB, _ASIDE = re.compile(r"[BWV]"), re.compile(r"[AN]*\([CR]?")
DATED, _RELATIVE, _VERB_FORM = re.compile(r"[DANP]*\(P?T\)"), re.compile(r"[AN]*SB*[VE]"), re.compile(r"[BWVE]")
_DATED_AT_END = re.compile(r"\([DP]*(?P<time>T)\)(?=[.;]|$)")
_THINKING = frozenset(("think", "say", "feel", "agree", "believe", "report", "state"))
_DATED_NOUN = re.compile(r"(?:[AN]+|PD?[AN]+)*P")  # "34.1% of officers on"
_ONE_VERB = re.compile(r"[^BWVE]*[BWVERI]+[^BWVE]*")
_YEAR_BEFORE = re.compile(rf"(?:in |for )?(?:{YEAR_EARLIER}|the year before that)\b")
_GOES_ON = re.compile(r"(?:Q|^)C[BWVER]")  # "peaked in 2022/23 at 4,512 and has since come down to 3,980"
_FRONT = re.compile(r"[DANPRGCTM,]*")  # "In the year to ...", "Between ... and ..."
_AFTER = {"after", "following", "before"}
OVER_BEFORE = frozenset(("after", "following"))
_OF_OWN_YEAR = re.compile(
    r"\b(?:in|for|during|over)\s(?:the\s)?(?:reporting\syear|year\s(?:under\s(?:report|review)|as\sa\swhole|in\squestion|reported|(?:of|covered\sby|in)\sthis\sreport))\b"
    r"|\bthis\s(?:\w+\s)?year\b"
)
_IN_YEAR = re.compile(r"\byear as a whole\b|\b(?:in|over) the course of the year\b|\b(?:during|over|throughout|in) the year(?= (?:[.;]|and\b)|$)")
_CONJUNCT_BEGINS = re.compile(r"T,?[VBW][RDP]*")
_OPENED_ASIDE = re.compile(r",(?:P|S)[^,]*$")
_NEAR = {"this", "last", "next", "whole", "full", "entire"}
_NOW = {"now", "today", "currently", "present"}
_SAID_ASIDE = re.compile(r",[^,Q]+,")
_LEAD, _CLAUSE = re.compile(r"[C,;]R?[DM]?P?[DA]*$"), re.compile(r",?[DANRM]*[BWVE]")


_WAS = frozenset(("was", "were", "would", "had", "used"))
_BEGINNING = frozenset(("begin", "found", "establish", "launch", "open", "start", "create", "introduce", "form", "set"))


class Told(NamedTuple):
    """What is known of one amount of a sentence: its token, its role, and whether it is another area's."""

    token: int
    role: str
    elsewhere: bool

    @property
    def is_apart(self) -> bool:
        """Whether it lies in a time of its own."""
        return self.role == "baseline" and not self.elsewhere


def own_period(sentence: Sentence, amounts: Sequence[Told], place: int, times: Sequence[int]) -> int | None:
    """The period behind the amount in its own clause, or in its own bracket."""
    token = amounts[place].token
    times = [time for time in times if not (_names_next(sentence, time, token) or _is_of_brackets(sentence, time, token))]
    stop = _stop(sentence, amounts, place)
    bracket = _bracketed_behind(sentence, token, stop, times)
    if bracket is not None:
        return bracket
    if sentence.tags[max(0, token - 2) : token + 2] == "T(Q)" and token - 2 in times and amounts[place].role == "baseline":
        return None if _is_dated_in_front(sentence, amounts, place) else token - 2  # "14% above 2020/21 (9,860)"
    if sentence.tags[max(0, token - 2) : token] == "T:" and token - 2 in times:  # "(2022/23: 1,904; 2021/22: 1,770)"
        return token - 2
    if (behind := _bracketed_at_end(sentence, token, stop, times)) is not None:
        return behind
    end = clause_end(sentence, token)
    if amounts[place].is_apart and sentence.tag(end) == "S" and sentence.tag(end - 1) in "NQ":
        end = clause_end(sentence, end + 1)  # "fewer than the 5,112 who took part in 2024"
    end = min(stop, end)
    for time in times:
        if token < time < end and _OF_OWN_YEAR.search(" ".join(sentence.said[token:time])):
            return None
        if token < time < end and not _leads_on(sentence, token, time, stop) and not _is_aside(sentence, amounts[place], time) and "(" not in sentence.tags[token:time].rpartition(")")[2]:
            is_later_verb = _VERB.search(sentence.tags[token + 1 : time]) is not None
            is_later_verb = is_later_verb and amounts[place].role != "forecast"  # "and £11.3m are planned for 2025/26"
            return None if is_later_verb and period_in_front(sentence, token, times) is not None else time
    return _in_front(sentence, amounts, place, times)


def _is_dated_in_front(sentence: Sentence, amounts: Sequence[Told], place: int) -> bool:
    """Whether the period before a bracket is of the value before that: "£12.3m on 31 March 2023 (£11.9m)"."""
    first, time = amounts[place - 1].token, amounts[place].token - 2
    is_behind = place > 0 and amounts[place - 1].role == "actual" and _DATED_NOUN.fullmatch(sentence.tags, first + 1, time)
    return bool(is_behind) and not _is_others(sentence, first, time) and sentence.word(time - 1) != "of"


def _is_of_brackets(sentence: Sentence, time: int, token: int) -> bool:
    """Whether a period is of what stands in brackets, and the number does not: "6,398 (6,581), brackets having those of 2022/23"."""
    near = sentence.said[token + 1 : time] + sentence.said[time + 1 : time + 4]
    return "brackets" in near and sentence.tag(token - 1) != "("


def _names_next(sentence: Sentence, time: int, token: int) -> bool:
    """Whether a period names the number behind its colon, which is another: "5,988 crimes, 2021/22: 6,412"."""
    return sentence.tags[time + 1 : time + 3] == ":Q" and time + 2 != token


def _leads_on(sentence: Sentence, token: int, time: int, stop: int) -> bool:
    """Whether the period opens what is said next: "in 2020 it was 41 and in 2021 47", ", and by March there will be 4,300"."""
    if stop >= len(sentence.tags) or not _LEAD.search(sentence.tags, token + 1, time):
        return False
    opened = _SAID_ASIDE.match(sentence.tags, time + 1, stop)  # "and in 2024/25, as I have said, 31"
    first = opened.end() if opened else time + 1
    return sentence.tags[first:stop] in ("", "P", "I") or _CLAUSE.match(sentence.tags, first, stop) is not None


def _stop(sentence: Sentence, amounts: Sequence[Told], place: int) -> int:
    """The token of the next amount; one in brackets behind the number does not keep it from its period."""
    following = [amount.token for amount in amounts[place + 1 : place + 3]]
    if not following:
        return len(sentence.tags)
    is_aside = _ASIDE.fullmatch(sentence.tags[amounts[place].token + 1 : following[0]])
    if not is_aside:
        return following[0]
    return following[1] if len(following) > 1 else len(sentence.tags)


def _in_front(sentence: Sentence, amounts: Sequence[Told], place: int, times: Sequence[int]) -> int | None:
    token = amounts[place].token
    start = clause_start(sentence, token)
    floor = amounts[place - 1].token if place else -1
    if amounts[place].role == "baseline" and _YEAR_BEFORE.match(" ".join(sentence.said[token + 1 : token + 6])):
        return None  # "311 open at 31 March 2024 (407 a year earlier)"
    if amounts[place].role == "baseline":
        opening = clause_start(sentence, start - 1) if sentence.tag(start - 1) in ("(", ":") else start
        before = [time for time in times if max(floor, opening - 1) < time < token and not _is_others(sentence, time, token)]
        before = [time for time in before if floor < 0 or "," in sentence.tags[floor:time] or sentence.tag(time + 1) != ","]
        if before:
            return before[-1]
    if sentence.tag(start - 1) != "(":
        return None
    inside = [time for time in times if max(start - 1, floor) < time < token]
    return inside[-1] if inside else None


def _is_others(sentence: Sentence, time: int, token: int) -> bool:
    """Whether a word of comparison parts the period from the amount: "5.8 in 2021, compared with 6.9"."""
    return not (COMPARING | {"below", "above"}).isdisjoint(sentence.said[time + 1 : token])


def _bracketed_behind(sentence: Sentence, token: int, stop: int, times: Sequence[int]) -> int | None:
    """The period in brackets behind a number and its noun: "3.9 (2020/21)"."""
    match = DATED.match(sentence.tags[token + 1 : stop + 1])
    time = token + match.end() - 1 if match else None
    return time if time in times else None


def _bracketed_at_end(sentence: Sentence, token: int, stop: int, times: Sequence[int]) -> int | None:
    """The period in brackets at the end: "61.2% thought that the police do a good job (12 months to December 2016)"."""
    match = _DATED_AT_END.search(sentence.tags, token, stop)
    time = match.start("time") if match else None
    return time if time in times else None


def _is_aside(sentence: Sentence, amount: Told, time: int) -> bool:
    """Whether the period tells of something that hangs on the number's words: "a pilot, starting in July 2019"."""
    token = amount.token
    between = sentence.tags[token + 1 : time]
    if amount.role == "baseline" and "before" in sentence.said[token + 1 : time]:  # "5,812 before the pandemic in 2019/20"
        return False
    if not _AFTER.isdisjoint(sentence.said[token + 1 : time - 2]):
        return True  # ", with a marked rise after the referendum in June 2016"
    if "and from" in " ".join(sentence.said[token + 1 : time]):  # "to 1,988 and from inadequate in 2015 to outstanding"
        return True
    if "S" in between and not (_RELATIVE.match(between) or _tells_thought(sentence, token + 1 + between.index("S"))):
        return True
    start = max(between.rfind("G"), between.rfind("SE") + 1)
    is_quality = start == 0 and between[:1] == "A"  # "25 established posts at 31 March"
    return start >= 0 and not is_quality and base_of(sentence.word(token + 1 + start)) in _EVENT_VERBS


def _tells_thought(sentence: Sentence, at: int) -> bool:
    """Whether "that" leads to what people think: "62.9% of people thought that the police do a good job in the year to ..."."""
    return sentence.word(at) == "that" and base_of(sentence.word(at - 1)) in _THINKING


def period_in_front(sentence: Sentence, token: int, times: Sequence[int]) -> int | None:
    """The period that opens the clause or sentence, or stands in the subject or the same verb phrase."""
    start = clause_start(sentence, token)
    for time in reversed([time for time in times if time < token]):
        opening = clause_start(sentence, time)
        if sentence.tag(opening - 1) == "(":
            continue
        if sentence.word(time - 1) == "from" and sentence.word(start - 1) in ("which", "who") and sentence.word(start) in ("has", "have"):
            continue  # "From 2020 this will be done by my office, which has 19 posts"
        if time >= start and (_is_event(sentence, time, token, start) or _is_left(sentence, time, token)):
            continue
        if _OF_OWN_YEAR.search(" ".join(sentence.said[time + 1 : token])):
            continue  # "In 2014/15 it was 134 and in the year under review 57"
        if sentence.word(opening) in OVER_BEFORE and "," in sentence.tags[time:token]:
            continue  # "After a rise of 15% in 2024/25, shoplifting went down to 18,871"
        if is_aside_over(sentence, opening, token) or any(is_dated_aside(sentence, at) for at in range(opening, time)):
            continue
        is_front = _FRONT.fullmatch(sentence.tags, opening, time) or (opening == 0 and sentence.word(0) == "since")
        if is_front and (opening == start or not is_now(sentence, token)):
            return time
        between = sentence.tags[time:token]
        if _CONJUNCT_BEGINS.fullmatch(between) and sentence.tags[: time - 1].rstrip(",").endswith("C"):
            return time  # "paid £243.15 in 2023/24 and, from April 2024, pays £256.15"
        if "compared" in sentence.said[time:token]:  # "saw a reduction in 2020 when compared to 2019, down from 48,428 to 39,507"
            compared = sentence.said.index("compared", time) - time
            between = between[:compared] + between[compared + 1 :]
        if time >= start and (not _VERB_FORM.search(between) or _in_subject(sentence, time, token, start)):
            return time
    return None


def is_aside_over(sentence: Sentence, opening: int, token: int) -> bool:
    """Whether a number goes on from before a clause: "118 orders, where in 2024/25 they granted 96, and 341 notices"."""
    return sentence.said[max(0, opening - 1) : opening] in (["where"], ["when"]) and sentence.tags[token - 2 : token] == ",C"


def _is_left(sentence: Sentence, time: int, token: int) -> bool:
    """Whether the period is of what the number came from: "fell from the high of 2021/22 to 1,202"."""
    is_led_to = time == token - 2 and sentence.word(token - 1) == "to"
    return is_led_to and "from" in sentence.said[max(0, time - 6) : time]


def _is_event(sentence: Sentence, time: int, token: int, start: int) -> bool:
    """Whether the period is of what happened, and the number of what came of it: "introduced in June 2023, with 180 officers"."""
    verbs = [base_of(sentence.word(at)) for at in range(start, time) if sentence.tags[at] in "WVE"]
    return bool(verbs) and verbs[-1] in _EVENT_VERBS and ",P" in sentence.tags[time + 1 : token]


def period_of_when(sentence: Sentence, token: int, times: Sequence[int]) -> int | None:
    """The period that the clause of the number tells of: "in 2021/22, when there were 911", "2022/23, for which it is 31,377"."""
    start = clause_start(sentence, token)
    between = {"when": ",", "which": ",P"}.get(sentence.word(start - 1))
    is_back = sentence.said[token - 2 : token] == [",", "to"] and "from" in sentence.said[:start]
    if between is None or is_back:  # "fell from 56,702 in 2020/21, when breaches were counted, to 32,993"
        return None
    return next((time for time in times if start - 4 <= time < start and not sentence.tags[time + 1 : start - 1].strip(between)), None)


def _in_subject(sentence: Sentence, time: int, token: int, start: int) -> bool:
    """Whether the period stands in the subject of the number's verb: "complaints recorded in 2014/15 were 1,016"."""
    between = sentence.tags[time + 1 : token]
    is_aside = sentence.tag(time + 1) == "," and _OPENED_ASIDE.search(sentence.tags, start, time) is not None
    if is_aside or not _ONE_VERB.fullmatch(between) or _GOES_ON.search(between):
        return False  # "the Constabulary, with 262 officers in March 2016, gave 81,912 hours"
    verbs = [base_of(sentence.word(at)) for at in range(start, time) if sentence.tags[at] in "BWVEG"]
    return len(verbs) < 2 and not any(verb in _EVENT_VERBS for verb in verbs)


def is_as_it_was(sentence: Sentence, token: int) -> bool:
    """Whether a period only tells how a thing was then, or when it began: "cells, which in 2015 were used", "it began in 2015"."""
    start = clause_start(sentence, token)
    is_then = sentence.word(start - 1) in ("which", "who") and not _WAS.isdisjoint(sentence.said[start : token + 3])
    verb = verb_before(sentence, token, start)
    begun = token - 2 - (sentence.word(token - 2) == "up")
    is_begun = verb is not None and verb[1] == begun + 1 and sentence.word(token - 1) == "in" and base_of(sentence.word(begun)) in _BEGINNING
    return is_then or is_begun


def is_then(sentence: Sentence, token: int) -> bool:
    """As in "it had been 73.5% then", "there were then 41": of a time that was told before."""
    is_behind = sentence.word(token + 1) == "then" and sentence.tag(token + 2) in ".,;:)"
    return is_behind or (sentence.word(token - 1) == "then" and sentence.word(token - 2) in ("was", "were", "had", "been"))


def is_now(sentence: Sentence, token: int) -> bool:
    """Whether the clause of the number speaks of the present."""
    clause = sentence.said[clause_start(sentence, token) : clause_end(sentence, token)]
    first = clause_start(sentence, token)
    if "since" in clause and sentence.tags[first + clause.index("since")] == "R":  # "has since come down to 3,980"
        return True
    if not _NOW.isdisjoint(clause) or _IN_YEAR.search(told := " ".join(clause)) or _OF_OWN_YEAR.search(told):
        return True
    if _NEAR.isdisjoint(clause):
        return False
    return any(first in _NEAR and second in ("year", "month", "quarter") for first, second in pairwise(clause))
