"""Which of a sentence's periods each of its figures is for.

A period behind a number is its own; one in front of the clause, or in the subject, holds for all that follow. What
is left without one shares its neighbour's, but a baseline does not: it lies in another time, unless it is another
place's. A period that a change is measured against ("up 12% on 2019/20") is nobody's but the baseline's. What is
told of now takes none from elsewhere.
"""

import re
from calendar import month_name
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.language.clauses import Sentence, clause_end, clause_start
from reportparse.language.directions import direction_of
from reportparse.language.links import find_row
from reportparse.language.model import Period
from reportparse.language.periods import financial_year, is_day
from reportparse.language.role_baselines import is_growth_of
from reportparse.language.when_own import (
    COMPARING,
    Told,
    is_as_it_was,
    is_now,
    is_then,
    own_period,
    period_in_front,
    period_of_when,
)
from reportparse.language.when_shared import WHOLE_YEAR, share_periods

# Over word classes.
_ROW = re.compile(r",?C?P?")
_MONTH = re.compile(r"\d{4}-\d{2}")
_MONTHS_LONG = re.compile(r"\d{4}-\d\d/\d{4}-\d\d")  # "from July to December 2024" is a time, and no start
_TWO_DAYS = re.compile(r"\d{4}-\d\d(?:-\d\d)?/\d{4}-\d\d(?:-\d\d)?")
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]")
_CONCEDING = {"although", "though", "despite"}
_BINDING = {
    "in", "during", "for", "since", "between", "from", "by", "of", "at", "on", "until", "to", "over", "throughout", "within", "end",
    "early", "late", "(", "mid", "ending", "ended",
}  # fmt: skip
_AS_IT_WAS = re.compile(r"\b(?:what|as|than|where) (?:it|they|this|that) (?:was|were|had been|stood at) in$")
_DID = ("did", "was", "were", "had")
_MULTIPLES = ("double", "twice", "times")
_MONTHS = {month.lower() for month in month_name[1:]}
_NAMES = {"act", "summit", "bill", "strategy", "plan", "programme", "regulations", "operation", "covid"}
_SUPERLATIVES = {"highest", "lowest", "first", "best", "worst", "largest", "biggest", "most", "fewest", "record"}
_POINTS_BACK = re.compile(
    r"\b(?<!within\s)(?:that|the\ssame|those|these|this(?!\s(?:\w+\s)?year\b)(?!\stime\sand\b))\s(?:[\w-]+\s){0,2}?(?:years?|period|quarter|months?|time|total|figures?)\b(?!\s(?:last|the\syear\sbefore))"
    r"|^(?:That|This|It)\s(?:is|was|represents|compares)\b|^(?:So\swas|So\swere|Nor\s|Of\s(?:these|those)\b)",
)
_OVER_SAME = re.compile(r"(?:Over|During|Within|Across)\sthe\ssame\s")
_THERE_IS = re.compile(r"There\s(?:are|is)\b")  # "Cadets began in 2017. There are almost 370 of them."
_OPENS_BACK = re.compile(r"(?:This(?!\s(?:\w+\s)?year\b)|These|That|Those|The\sproject|The\sscheme|The\sprogramme)\b")


class Carried(NamedTuple):
    """The one period of the sentence before, and whether that sentence had figures of its own."""

    label: str
    had_figures: bool


def read_periods(sentence: Sentence, amounts: Sequence[Told], periods: Sequence[Period], carried: Carried | None) -> list[str | None]:
    """The period of each amount in the contract's notation; `carried` comes from the sentence before."""
    if "T" not in sentence.tags:
        then = [is_then(sentence, amount.token) for amount in amounts] if carried and "then" in sentence.said else []
        if carried and any(then):
            return [carried.label if is_told else None for is_told in then]
        label = carried.label if carried and _takes_over(sentence, carried) else None
        return [None if amount.is_apart or is_now(sentence, amount.token) or _is_conceded(sentence, amount.token) else label for amount in amounts]
    times = [token for token in _times(sentence, periods) if not (_is_record(sentence, token) or _is_end(sentence, token))]
    days = _days(sentence, periods)
    labels = {token: periods[sentence.marks[token]].label for token in times}
    labels |= {token: f"{labels[token]}/.." for token in times if _begins_then(sentence, token) and _MONTH.fullmatch(labels[token])}
    paired = _paired(sentence, [amount.token for amount in amounts], times)
    if paired:
        return [labels[token] for token in paired]
    spoken = [token for token in times if _MONTHS_LONG.fullmatch(labels[token]) or not _is_compared(sentence, token)]
    if len(spoken) == 1 and all(sentence.tag(clause_start(sentence, amount.token) - 1) == "(" for amount in amounts):
        return [labels[spoken[0]]] * len(amounts)  # "burglary (-6%) and arson (+2%) in 2022/23"
    own = [own_period(sentence, amounts, place, times if amount.role == "baseline" else spoken) for place, amount in enumerate(amounts)]
    told = [labels[token] if token is not None else None for token in own]
    for place, amount in enumerate(amounts):
        if told[place] is None and not amount.is_apart:
            taken = {other for n, other in enumerate(own[:place]) if other is not None and (amounts[n].is_apart or amount.role == "target")}
            front = period_of_when(sentence, amount.token, times)
            front = period_in_front(sentence, amount.token, [time for time in spoken if time not in taken]) if front is None else front
            front = None if front is not None and _has_own_day(sentence, amount.token, front, days) else front
            told[place] = labels[front] if front is not None else None
    share_periods(sentence, amounts, told, days)
    _pair_in_clause(sentence, amounts, told, times, labels)
    _part_between(sentence, amounts, told, times, labels)
    _part_ends(sentence, amounts, told)
    told = _part_since(sentence, amounts, told, {token: labels[token] for token in times if sentence.word(token - 1) == "since"})
    if len(times) == 1:
        should = [sentence.said[amount.token - 3 : amount.token] == ["should", "have", "been"] for amount in amounts]
        told = [labels[times[0]] if is_meant else label for label, is_meant in zip(told, should, strict=True)]
    if carried and not spoken and _takes_over(sentence, carried):
        told = [carried.label if label is None and not amount.is_apart else label for label, amount in zip(told, amounts, strict=True)]
    return told


def _pair_in_clause(
    sentence: Sentence, amounts: Sequence[Told], told: list[str | None], times: Sequence[int], labels: Mapping[int, str]
) -> None:
    """As in "In 2021/22 and 2022/23 it overspent by £1.1m and £0.4m; in 2023/24 ...": to each of a row its own of as many times."""
    at = [amount.token for amount in amounts]
    for last in range(1, len(at) if len(times) > 1 else 0):
        row = find_row(sentence.tags, at, last)
        first = clause_start(sentence, at[row.start])
        before = [time for time in times if first <= time < at[row.start]]
        is_row = all(_ROW.fullmatch(sentence.tags, one + 1, two) for one, two in pairwise(before))
        is_row = is_row and len({amounts[n].role for n in row}) == 1 and sentence.word(before[0] - 1 if before else -1) not in ("between", "from")
        if len(before) == len(row) > 1 and is_row:
            told[row.start : row.stop] = [labels[time] for time in before]


def _part_between(
    sentence: Sentence, amounts: Sequence[Told], told: list[str | None], times: Sequence[int], labels: Mapping[int, str]
) -> None:
    """As in "between 2019/20 and 2023/24 robbery rose by 18%, from 1,402 to 1,655": what it rose from is of the first."""
    spans = (time for time in times if time + 2 in times and sentence.word(time - 1) in ("between", "from"))
    lead = next((time for time in spans if sentence.word(time + 1) in ("and", "to")), None)
    if lead is None:
        return
    for place, amount in enumerate(amounts):
        if told[place] is None and amount.role == "baseline" and sentence.word(amount.token - 1) == "from":
            told[place] = labels[lead]


def _part_ends(sentence: Sentence, amounts: Sequence[Told], told: list[str | None]) -> None:
    """As in "rose from £12.0m to £12.6m between March 2025 and March 2026": each of the two is of one end.

    Where that stands in front it holds for all that go on: "Between March 2025 and March 2026 one rose from 9 to 11, the other ...".
    """
    spans = {label for label in told if label and _TWO_DAYS.fullmatch(label)}
    for place in range(1, len(amounts)):
        first, second = amounts[place - 1], amounts[place]
        is_pair = (first.role, second.role) == ("baseline", "actual") and sentence.word(first.token - 1) == "from"
        is_pair = is_pair and sentence.word(second.token - 1) == "to" and {told[place - 1], told[place]} <= {None, *spans}
        if is_pair and len(spans) == 1:
            told[place - 1], _, told[place] = min(spans).partition("/")


def _part_since(sentence: Sentence, amounts: Sequence[Told], told: Sequence[str | None], since: dict[int, str]) -> list[str | None]:
    """As in "fell by 52% since 2010, from 7,120 to 3,402": what it was then is of that year, what it has come to is not."""
    if len(since) != 1:
        return list(told)
    [(time, label)] = since.items()
    is_year = "/" in sentence.word(time) or "-" in sentence.word(time)  # from April
    first = financial_year(sentence.word(time)) if is_year else label.partition("/..")[0]
    found = [None if is_year and amount.role == "change" and told[n] == label else told[n] for n, amount in enumerate(amounts)]
    for place, amount in enumerate(amounts):
        before = sentence.word(amount.token - 1)
        is_start = before == "from" or (before == "(" and time == amount.token - 2)  # "since 31 March 2021 (3,958)"
        is_when = sentence.word(clause_start(sentence, amount.token) - 1) == "when" and period_of_when(sentence, amount.token, [time]) == time
        if (is_when or (is_start and amount.role == "baseline")) and told[place] in (None, label):
            found[place] = first  # "have risen by 145 since 2021/22, when they stood at 2,131"
        is_level = before == "to" and place and amounts[place - 1].role in ("change", "baseline") and amount.role == "actual"
        if is_level and told[place] == label:
            found[place] = None
    return found


def carried_period(sentence: Sentence, periods: Sequence[Period], had_figures: bool, before: Carried | None) -> Carried | None:
    """What the next sentence may take over: this one's only period, or the one it has taken over itself."""
    if before is None and "T" not in sentence.tags:
        return None
    times = [
        token
        for token in _times(sentence, periods)
        if not (_is_compared(sentence, token) or _is_in_aside(sentence, token) or _is_of_compared(sentence, token) or is_as_it_was(sentence, token))
    ]
    labels = {periods[sentence.marks[token]].label for token in times}
    if len(labels) == 1 and sentence.word(times[0] - 1) in ("by", "until"):  # "We aim to be carbon neutral by 2035."
        return None
    if len(labels) == 1 and sentence.word(times[0] - 1) == "since" and not had_figures:
        return None  # "Since February 2020 my office has looked at complaints. There were 152."
    if len(labels) == 1:
        return Carried(labels.pop(), had_figures)
    return before if not labels and before and _takes_over(sentence, before) else None


def _is_of_compared(sentence: Sentence, token: int) -> bool:
    """Whether a period is of the number that is compared with: "133, compared with 94 in 2020/21", "up from 94 in 2020/21"."""
    at = len(sentence.tags[:token].rstrip("PDAN")) - 1
    if sentence.tag(at) == "Q" and sentence.word(at - 1) == "from" and sentence.word(at - 2) in ("up", "down"):
        return True
    return sentence.tag(at) == "Q" and not (COMPARING | {"when"}).isdisjoint(sentence.said[max(0, at - 3) : at])


def _is_in_aside(sentence: Sentence, token: int) -> bool:
    """Whether a period stands in a bracket with a number: "went up to 905 (792 in 2018/19)"."""
    opening = sentence.tags.rfind("(", 0, token)
    inside = sentence.tags[opening:].partition(")")[0] if opening >= 0 else ""
    return len(inside) > token - opening and "Q" in inside


def _takes_over(sentence: Sentence, carried: Carried) -> bool:
    text = sentence.text[sentence.spans[0][0] : sentence.spans[-1][1]]
    if is_day(carried.label) and _OVER_SAME.match(text):
        return False  # from one day to another
    if _POINTS_BACK.search(text):
        return True
    if _THERE_IS.match(text):
        return False
    return bool(WHOLE_YEAR.match(carried.label)) and (not carried.had_figures or _OPENS_BACK.match(text) is not None)


def _is_conceded(sentence: Sentence, token: int) -> bool:
    """Whether what a sentence says is set against what a clause with the number tells: "This was done although calls grew to"."""
    return not _CONCEDING.isdisjoint(sentence.said[:token])


def _times(sentence: Sentence, periods: Sequence[Period]) -> list[int]:
    return [token for token, tag in enumerate(sentence.tags) if tag == "T" and _is_time(sentence, token, periods)]


def _is_time(sentence: Sentence, token: int, periods: Sequence[Period]) -> bool:
    """Not a year inside a name: "2019 Youth Summit", "the Police Reform Act 2011"."""
    if not periods[sentence.marks[token]].label:
        return False
    before = sentence.word(token - 1)
    if before in _NAMES:
        return False
    is_bound = before in _BINDING or sentence.word(token - 2) in _BINDING
    return is_bound or not _NAME_BEHIND.match(sentence.text, sentence.spans[token][1])


def _is_record(sentence: Sentence, token: int) -> bool:
    """Whether the period only says how long none was so high: "for the first time since 2014", "since the survey began in 2014"."""
    near = sentence.said[max(0, token - 6) : token] if "since" in sentence.said else []
    if "since" not in near or "Q" in sentence.tags[token - len(near) + near.index("since") : token]:
        return False
    since = token - len(near) + near.index("since")
    return not _SUPERLATIVES.isdisjoint(sentence.said[max(0, since - 6) : since])


def _is_end(sentence: Sentence, token: int) -> bool:
    """Whether the period only says how long something goes on: "secured until March 2025", "moved into 2024/25"."""
    if sentence.word(token - 1) == "into":
        return True
    return sentence.word(token - 1) in ("until", "till") and sentence.tag(token - 2) != "T"


def _is_compared(sentence: Sentence, token: int) -> bool:
    """Whether the period only names what is compared with: "than in 2018", "on the same quarter of 2012/13"."""
    as_it_was = sentence.word(token - 1) == "in" and _AS_IT_WAS.search(" ".join(sentence.said[max(0, token - 5) : token]))  # "twice what it was in 2020/21"
    if as_it_was or _is_record(sentence, token):
        return True
    if sentence.word(token - 1) == "since":
        return False
    for left in range(token - 1, max(-1, token - 9), -1):
        word, tag = sentence.word(left), sentence.tags[left]
        is_than = word in COMPARING or (word == "on" and sentence.word(left - 1) in COMPARING)  # "more than on 31 March"
        if is_than or (tag == "Q" and (word.endswith(_MULTIPLES) or _is_grown_from(sentence, left))):
            return True
        if word in ("above", "below") and sentence.tag(left - 1) == "Q":
            return True
        is_as_then = word in _DID and sentence.tag(left - 1) == "M" and sentence.word(left - 2) == "as"  # "as they did in 2018/19"
        is_like = word == "as" and "as" in sentence.said[max(0, left - 3) : left]  # "twice as busy as 2018/19"
        if is_as_then or is_like or (word == "as" and sentence.word(left + 1) == "in"):
            return True
        if word == "from" and left == token - 1 and sentence.word(token + 1) not in ("to", "onwards", "until"):
            return not _begins_then(sentence, token)
        if word in ("on", "from", "over"):
            return _behind_growth(sentence, left) and "P" not in sentence.tags[left + 1 : token].replace("P", "", word != "from")
        if tag not in "DANPR":
            return False
    return False


def _is_grown_from(sentence: Sentence, at: int) -> bool:
    """As in "an increase of £15 (6.3%) over £236 in 2022/23"."""
    return sentence.word(at - 1) in ("on", "over") and is_growth_of(sentence, at - 1)


def _begins_then(sentence: Sentence, token: int) -> bool:
    """As in "From April 2023 a household pays £251", "it is £251 from April 2023": the month from which something holds."""
    if sentence.tags[max(0, token - 3) : token] == "BQP" and sentence.word(token - 1) == "from":
        return True
    if sentence.word(token - 1) == "from" and sentence.tags[: token - 1].rstrip(",").endswith("C") and sentence.tag(token + 1) in "V,":
        return True  # "paid £243.15 and from April 2024 pays £256.15"
    return token == 1 and sentence.word(0) == "from" and sentence.tag(token + 1) in "DMAN,"


def _behind_growth(sentence: Sentence, at: int) -> bool:
    before = sentence.word(at - 1)
    if direction_of(before) or before in ("up", "down"):
        return True
    return sentence.tag(at - 1) == "Q" and any(
        direction_of(sentence.word(left)) or sentence.word(left) in ("up", "down") for left in range(max(0, at - 8), at - 1)
    )


def _paired(sentence: Sentence, at: Sequence[int], times: Sequence[int]) -> list[int] | None:
    """Periods in a row for as many amounts in a row: "2019-20 and 2020/21 budgets are £569.8m and £610.6m"."""
    if len(at) < 2 or len(at) != len(times):
        return None
    apart = times[-1] < at[0] or times[0] > at[-1]
    in_row = all(_ROW.fullmatch(sentence.tags[a + 1 : b]) for a, b in zip(times, times[1:], strict=False))
    return list(times) if apart and in_row else None


def _days(sentence: Sentence, periods: Sequence[Period]) -> list[int]:
    """The days and months that are told without their year."""
    dated = [token for token, tag in enumerate(sentence.tags) if tag == "T" and not periods[sentence.marks[token]].label]
    if _MONTHS.isdisjoint(sentence.said):
        return dated
    months = (token for token, word in enumerate(sentence.said) if word in _MONTHS and sentence.tags[token] == "N")
    return dated + [token for token in months if sentence.tag(token - 1) == "P"]


def _has_own_day(sentence: Sentence, token: int, time: int, days: Sequence[int]) -> bool:
    """As in "22 minutes in August 2022; by March it was under four": a day or month without its year in a clause behind `time`."""
    start, end = clause_start(sentence, token), clause_end(sentence, token)
    return time < start and any(start <= day < end for day in days)
