"""What sort of number it is, and in which unit."""

import re
from typing import NamedTuple

from reportparse.language.clauses import Sentence, clause_start, outside
from reportparse.language.model import Amount
from reportparse.language.phrases import noun_after
from reportparse.language.words import alternatives, load

_TIMES = {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "working days"}
_OTHER = {"kg", "tonnes", "kilometres", "miles", "mph", "metres", "MWh", "kWh", "litres", "rank"}
_BASE = re.compile(
    r"\s(?:\w+\s){0,3}?(?P<base>(?:per|for\severy|in\severy|out\sof\severy)\s(?:one\s)?(?:\d[\d,]*(?:\.\d+)?|hundred|thousand|million"
    r"|head|capita)\b(?:\s?(?:of\s)?(?:the\s)?(?:population|people|residents|households|officers|children|calls|crimes|inhabitants"
    r"|offences|dwellings|employees|staff|victims|adults|persons))?)",
    re.IGNORECASE,
)
# "For every 1,000 residents there were 83.4 crimes": the base stands in front.
_BASE_IN_FRONT = re.compile(
    r"\b(?P<base>(?:for|in|per)\s(?:every\s)?1[0,]+\s(?:of\s)?(?:the\s)?(?:population|people|residents|households|inhabitants|dwellings))\b",
    re.IGNORECASE,
)
_TIME_BASE = re.compile(
    rf"\s(?:on\saverage\s)?(?:a|an|per|each|every)\s(?P<time>{alternatives(load('nouns')['time_bases'])})\b(?!\s(?:earlier|ago|before|later|on\b|old))"
    r"|\s(?P<adverb>daily|monthly|weekly|annually)\b",
    re.IGNORECASE,
)
_TIME_BEHIND_PHRASE = re.compile(
    rf"\s(?:on|of|for|to|from|in|by|with)\s(?:[a-z-]+\s){{1,3}}?(?:a|an|per|each|every)\s(?P<time>{alternatives(load('nouns')['time_bases'])})\b"
    r"(?!\s(?:earlier|ago|before|later|on\b|old))(?P<adverb>(?!))?"
)
_EVERY = re.compile(r"(?:each|every) (day|week|month|quarter|year)$")
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year"}
_RATIOS = ("ratio", "disproportionality", "ratios")
_RATES = ("rate", "rates")


class Kind(NamedTuple):
    """A kind and a unit in the contract's words."""

    name: str
    unit: str | None


BARE = Kind("count", None)


def read_kind(sentence: Sentence, at: int, amount: Amount, stop: int) -> Kind:
    """Kind and unit of the amount at token `at`; `stop` is the token of the next amount or the end of the sentence."""
    unit = amount.unit
    if unit in ("GBP", "EUR", "USD"):
        return Kind("money", unit)
    if unit == "%":
        return Kind("percent", "%")
    if unit in ("percentage points", "points"):
        return Kind("points", unit)
    if unit in ("ratio", "times"):
        return Kind("ratio", unit if unit == "times" else None)
    if unit in _TIMES:
        return Kind("duration", unit)
    if unit in _OTHER:
        return Kind("other", unit)
    base = _BASE.match(sentence.text[amount.span.end : amount.span.end + 90])
    is_of = sentence.word(at - 1) == "of" and sentence.tag(at - 2) == "Q"  # "4th of eight"
    base = base or (None if is_of else _find_base_in_front(sentence, at))
    if base:
        return Kind("rate", re.sub(r"\s+", " ", base["base"]))
    return _read_count(sentence, at, amount, stop)


def _find_base_in_front(sentence: Sentence, at: int) -> re.Match[str] | None:
    """What opens the clause as the base of its numbers; behind another number it would be that one's."""
    start = clause_start(sentence, at)
    base = _BASE_IN_FRONT.search(sentence.text, sentence.spans[start][0], sentence.spans[at][0])
    before = [token for token in range(start, at) if base and sentence.spans[token][0] < base.start()]
    return base if base and not any(sentence.tags[token] == "Q" for token in before) else None


def _read_count(sentence: Sentence, at: int, amount: Amount, stop: int) -> Kind:
    noun = noun_counted(sentence, at, stop)
    end = sentence.spans[noun[1] - 1][1] if noun else amount.span.end
    timed = _TIME_BASE.match(sentence.text[end : end + 40])
    if not timed and noun:
        timed = _TIME_BASE.match(sentence.text[_behind_verb(sentence, noun[1]) :][:40])
    if not timed and noun:
        timed = _TIME_BEHIND_PHRASE.match(sentence.text, end)
    if timed:
        time = (timed["time"] or _ADVERBS[timed["adverb"].lower()]).lower()
        return Kind("rate", f"{sentence.phrase(*noun) if noun else ''} per {time}".strip())
    if noun and (time := _EVERY.match(" ".join(sentence.said[clause_start(sentence, at) : clause_start(sentence, at) + 2]))):
        return Kind("rate", f"{sentence.phrase(*noun)} per {time[1]}")  # "Each month the team sees 240 victims"
    if noun:
        return Kind("count", sentence.phrase(*noun))
    return _read_bare(sentence, at, amount)


def noun_counted(sentence: Sentence, at: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase behind the number, also over a bracket: "932 (target 600) young people"."""
    noun = noun_after(sentence, at + 1, stop)
    if noun:
        return noun
    if sentence.tag(at + 1) == "(":
        close = sentence.tags.find(")", at)
        if 0 < close < at + 8 and sentence.tag(close + 1) in "AN":
            return noun_after(sentence, close + 1, len(sentence.tags))
    return None


def _behind_verb(sentence: Sentence, at: int) -> int:
    """Where a participle behind the noun ends: "calls were taken a day", "vehicles seized each month"."""
    right = at
    while sentence.tag(right) in "BWRE":
        right += 1
    return sentence.spans[right - 1][1]


def _read_bare(sentence: Sentence, at: int, amount: Amount) -> Kind:
    """A number with no noun behind it: a ratio or rate by its subject, else a count of what stands in front."""
    at, start = outside(sentence, at, clause_start(sentence, at))
    start = clause_start(sentence, start - 1) if sentence.tag(start - 1) == ":" else start  # "Officers per 1,000 residents: Kent 2.2"
    told = sentence.said[start:at]
    near = told[-8:]
    if sentence.tags[at - 2 : at] == "QP":
        return BARE
    if any(word in near for word in _RATIOS):
        return Kind("ratio", None)
    based = _BASE.search(sentence.text, sentence.spans[start][0], sentence.spans[at][0]) if "per" in told else None
    if based:
        return Kind("rate", re.sub(r"\s+", " ", based["base"]))
    is_decimal = amount.value is not None and amount.value != amount.value.to_integral_value()
    if is_decimal and any(word in told for word in _RATES):
        return Kind("rate", None)
    return BARE
