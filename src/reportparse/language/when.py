"""Which of a sentence's periods each of its figures is for.

A period behind a number is its own; one in front of the clause, or in the subject, holds for all that follow. What
is left without one shares its neighbour's, but a baseline never does: it lies in another time. A period that a
change is measured against ("up 12% on 2019/20") is nobody's but the baseline's.
"""

import re
from collections.abc import Sequence

from reportparse.language.clauses import Sentence, clause_end, clause_start
from reportparse.language.model import Period
from reportparse.language.roles import direction_of
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_FRONT = re.compile(r"[DANPRGCT,]*")  # "In the year to ...", "Between ... and ..."
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]")
_BINDING = {"in", "during", "for", "since", "between", "from", "by", "of", "at", "on", "until", "to", "over", "throughout", "within", "end", "early", "late", "(", "mid"}
_COMPARING = {"than", "compared", "compares", "comparison", "against", "versus", "vs", "double"}
_WHOLE_YEARS = re.compile(r"\d{4}(?:/\d\d)?(?: YE|-\d\d-\d\d YE)?$")


def read_periods(sentence: Sentence, at: Sequence[int], roles: Sequence[str], periods: Sequence[Period], carried: str | None) -> list[str | None]:
    """The period of each amount, whose tokens are `at`, with its role; `carried` comes from the sentence before."""
    times = [token for token, tag in enumerate(sentence.tags) if tag == "T" and _is_time(sentence, token, periods)]
    labels = {token: periods[sentence.tokens[token].mark].label for token in times}
    paired = _paired(sentence, at, times)
    if paired:
        return [labels[token] for token in paired]
    spoken = [token for token in times if not _is_compared(sentence, token)]
    own = [
        _own(sentence, at, place, times, is_baseline=True) if role == "baseline" else _own(sentence, at, place, spoken)
        for place, role in enumerate(roles)
    ]
    told = [labels[token] if token is not None else None for token in own]
    for place, token in enumerate(at):
        if told[place] is None and roles[place] != "baseline":
            front = _front(sentence, token, spoken)
            told[place] = labels[front] if front is not None else None
    _share(sentence, at, roles, told)
    if carried and not times:
        return [carried if role != "baseline" else None for role in roles]
    return told


def _is_time(sentence: Sentence, token: int, periods: Sequence[Period]) -> bool:
    """Not a year inside a name: "2019 Youth Summit", "the Police Reform Act 2011"."""
    if not periods[sentence.tokens[token].mark].label:
        return False
    before = sentence.word(token - 1)
    is_bound = before in _BINDING or sentence.word(token - 2) in _BINDING
    if before in ("act", "summit", "bill", "strategy", "plan", "programme", "regulations", "operation"):
        return False
    return is_bound or not _NAME_BEHIND.match(sentence.text, sentence.tokens[token].end)


def _is_compared(sentence: Sentence, token: int) -> bool:
    """Whether the period only names what is compared with: "than in 2018", "on the same quarter of 2012/13"."""
    for left in range(token - 1, max(-1, token - 9), -1):
        word, tag = sentence.word(left), sentence.tags[left]
        if word in _COMPARING or (tag == "Q" and "double" in word):
            return True
        if word in ("on", "from", "over") and _behind_growth(sentence, left) and _WHOLE_YEARS.search(sentence.tokens[token].word):
            return True
        if tag not in "DANPR":
            return False
    return False


def _behind_growth(sentence: Sentence, at: int) -> bool:
    before = sentence.word(at - 1)
    if direction_of(before) or before in ("up", "down", "improvement"):
        return True
    return sentence.tag(at - 1) == "Q" and any(
        direction_of(sentence.word(left)) or sentence.word(left) in ("up", "down") for left in range(max(0, at - 8), at - 1)
    )


def _paired(sentence: Sentence, at: Sequence[int], times: Sequence[int]) -> list[int] | None:
    """Periods in a row for as many amounts in a row: "2019-20 and 2020/21 budgets are £569.8m and £610.6m"."""
    if len(at) < 2 or len(at) != len(times):
        return None
    apart = times[-1] < at[0] or times[0] > at[-1]
    in_row = all(re.fullmatch(r",?C?P?", sentence.tags[a + 1 : b]) for a, b in zip(times, times[1:], strict=False))
    return list(times) if apart and in_row else None


def _own(sentence: Sentence, at: Sequence[int], place: int, times: Sequence[int], *, is_baseline: bool = False) -> int | None:
    token = at[place]
    stop = at[place + 1] if place + 1 < len(at) else len(sentence.tags)
    end = min(stop, clause_end(sentence, token))
    bracket = _bracketed_behind(sentence, token, stop, times)
    if bracket is not None:
        return bracket
    for time in times:
        if token < time < end and not _is_aside(sentence, token, time):
            later_verb = re.search(r"[BWV]", sentence.tags[token + 1 : time]) is not None
            return None if later_verb and _front(sentence, token, times) is not None else time
    start = clause_start(sentence, token)
    floor = max(start, at[place - 1] + 1 if place else 0)
    if is_baseline:
        before = [time for time in times if (at[place - 1] if place else -1) < time < token]
        if before:
            return before[-1]
    if sentence.tag(start - 1) == "(":
        inside = [time for time in times if floor <= time < token]
        if inside:
            return inside[-1]
        if start == token and start - 2 in times:
            return start - 2
    return None


def _bracketed_behind(sentence: Sentence, token: int, stop: int, times: Sequence[int]) -> int | None:
    """The period in brackets behind a number and its noun: "3.9 (2020/21)"."""
    match = re.match(r"[DANP]*\(P?T\)", sentence.tags[token + 1 : stop + 1])
    time = token + match.end() - 1 if match else None
    return time if time in times else None


def _is_aside(sentence: Sentence, token: int, time: int) -> bool:
    """Whether the period tells of something that hangs on the number's words: "a pilot, starting in July 2019"."""
    between = sentence.tags[token + 1 : time]
    if "S" in between:
        return True
    start = between.rfind("G")
    return start >= 0 and base_of(sentence.word(token + 1 + start)) in words("clues", "event_verbs")


def _front(sentence: Sentence, token: int, times: Sequence[int]) -> int | None:
    """The period that opens the clause or sentence, or stands in the subject or the same verb phrase."""
    start = clause_start(sentence, token)
    for time in reversed([time for time in times if time < token]):
        opening = clause_start(sentence, time)
        is_front = _FRONT.fullmatch(sentence.tags, opening, time) is not None and ";" not in sentence.tags[time:token]
        if sentence.tag(opening - 1) == "(":
            continue
        if is_front and (sentence.word(time - 1) != "from" or "V" not in sentence.tags[opening:token]):
            return time
        if time >= start and not re.search(r"[BWVE]", sentence.tags[time:token]):
            return time
    return None


def _share(sentence: Sentence, at: Sequence[int], roles: Sequence[str], told: list[str | None]) -> None:
    """Fill `told` from neighbours: first from in front, then from behind."""
    for place in range(1, len(at)):
        if told[place] is None and roles[place] != "baseline":
            told[place] = _neighbour(sentence, at, roles, told, (place - 1, place))
    for place in range(len(at) - 2, -1, -1):
        if told[place] is None and roles[place] != "baseline" and roles[place + 1] != "baseline":
            gap = sentence.tags[at[place] : at[place + 1]]
            if ";" not in gap and "S" not in gap:
                told[place] = told[place + 1]


def _neighbour(sentence: Sentence, at: Sequence[int], roles: Sequence[str], told: Sequence[str | None], pair: tuple[int, int]) -> str | None:
    before, place = pair
    while before > 0 and roles[before] == "baseline":
        before -= 1
    if roles[before] == "baseline" or ";" in sentence.tags[at[before] : at[place]]:
        return None
    return told[before]


def carried_period(sentence: Sentence, periods: Sequence[Period], following: str) -> str | None:
    """What the next sentence, which begins with the words `following`, takes over if it points back: "This", "The same"."""
    times = [token for token, tag in enumerate(sentence.tags) if tag == "T" and _is_time(sentence, token, periods)]
    if len(times) != 1 or not re.match(r"(?:This|That|These|Those|It|They|Of these|Of those|The same)\b", following):
        return None
    return periods[sentence.tokens[times[0]].mark].label
