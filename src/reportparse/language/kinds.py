"""What sort of number it is, and in which unit."""

import re
from typing import NamedTuple

from reportparse.language.model import Amount
from reportparse.language.nouns import phrase_after
from reportparse.language.words import alternatives, load

_TIMES = {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "working days"}
_OTHER = {"kg", "tonnes", "kilometres", "miles", "metres", "MWh", "kWh", "litres", "rank"}
_BASE = re.compile(
    r"^\s(?:\w+\s){0,3}?(?P<base>(?:per|for\severy|in\severy)\s(?:one\s)?(?:\d[\d,]*|hundred|thousand|million"
    r"|head|capita)(?:\s?(?:of\s)?(?:the\s)?"
    r"(?:population|people|residents|households|officers|children|calls|crimes|inhabitants))?)",
    re.IGNORECASE,
)
_TIME_BASE = re.compile(
    rf"^\s(?P<noun>(?:(?!(?:in|for|over|during|at|to|and|by|from|with|each|every|per|a|an|of|were"
    rf"|was)\b)[\w’'/&-]+\s){{0,4}}?)(?:were\s\w+\s|are\s\w+\s|on\saverage\s|answered\s)?"
    rf"(?P<per>a|an|per|each|every)\s(?P<time>{alternatives(load('nouns')['time_bases'])})\b"
    rf"|^\s(?P<noun2>(?:[\w’'/&-]+\s){{1,4}}?)(?P<adverb>daily|monthly|weekly|annually)\b",
    re.IGNORECASE,
)
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year"}
_RATIO_BEFORE = re.compile(r"\b(?:ratio|disproportionality)\b[^.;]{0,25}$", re.IGNORECASE)
_RATE_BEFORE = re.compile(r"\b(?:crime|offence|homicide|incident)?\s?rates?\b(?:\s\w+){0,8}\s$", re.IGNORECASE)


class Kind(NamedTuple):
    """A kind and a unit in the contract's words."""

    name: str
    unit: str | None


def read_kind(text: str, amount: Amount, stop: int) -> Kind:
    """Kind and unit of an amount; `stop` is where its clause or the next amount begins."""
    unit, end = amount.unit, amount.span.end
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
    base = _BASE.match(text[end : end + 80])
    if base:
        return Kind("rate", re.sub(r"\s+", " ", base["base"]))
    return _read_count(text, amount, stop)


def _read_count(text: str, amount: Amount, stop: int) -> Kind:
    end = amount.span.end
    before = text[max(0, amount.span.start - 70) : amount.span.start]
    noun = phrase_after(text, end, stop)
    timed = _TIME_BASE.match(text[end : end + 70])
    if timed and not re.match(r"^\s?(?:year|week|day)", text[end : end + 1]):
        word = timed["noun"] or timed["noun2"] or ""
        time = (timed["time"] or _ADVERBS[timed["adverb"].lower()]).lower()
        return Kind("rate", f"{word.strip()} per {time}".strip())
    if _RATIO_BEFORE.search(before):
        return Kind("ratio", None)
    is_decimal = amount.value is not None and amount.value != amount.value.to_integral_value()
    if _RATE_BEFORE.search(before) and is_decimal and not noun:
        return Kind("rate", None)
    return Kind("count", noun)
