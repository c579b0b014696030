"""What a cell's text is worth: its number and unit; "-", "n/a" and "*" are no numbers."""

import re
from decimal import Decimal
from typing import NamedTuple

SCALES = {"k": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}

_SPACES = re.compile(r"[\s\u2009\u202f]")
_NEGATIVE = frozenset("-−–(▼▽↓")
_CELL = re.compile(
    rf"""(?P<sign>[-−–(+▲△↑▼▽↓]?\s?)(?P<money>[£€$]?)\s?(?P<inner>[-−–]?)
        (?P<number>\d{{1,3}}(?:[,\s\u2009\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
        \s?(?P<scale>{"|".join(sorted(SCALES, key=len, reverse=True))})?\s?(?P<percent>%|per\ cent)?\s?\)?
        \s?[*†‡¹²³]?""",
    re.VERBOSE | re.IGNORECASE,
)
_THOUSANDS = re.compile(r"[£€$]\s?(?:000s?|k)\b|thousand", re.IGNORECASE)
_MILLIONS = re.compile(r"[£€$]\s?m(?:illions?)?\b|million", re.IGNORECASE)
_MONEY = {"£": "GBP", "€": "EUR", "$": "USD"}
_RATE = re.compile(r"\bper\s(?:[\d,]+|head|capita)(?:\s(?:population|people|residents|households))?", re.IGNORECASE)
_PERCENT_HEAD = re.compile(r"%|\bper\s?cent(?:age)?\b", re.IGNORECASE)
_POINTS_HEAD = re.compile(r"(?:percentage|%)\s?(?:points?|pts?)|\bpp\b", re.IGNORECASE)
_SIGN = re.compile(r"[£€$]")


class Amount(NamedTuple):
    """A number and what it counts."""

    value: Decimal
    unit: str | None


def read_amount(text: str, context: str = "") -> Amount | None:
    """The amount in a cell; `context` is what names its column, its row and the table, the nearest first.

    >>> read_amount("(1,234)", "Variance £000")
    Amount(value=Decimal('-1234000'), unit='GBP')
    >>> read_amount("+7.1"), read_amount("▼ 12%")
    (Amount(value=Decimal('7.1'), unit=None), Amount(value=Decimal('-12'), unit='%'))
    >>> read_amount("47.1%")
    Amount(value=Decimal('47.1'), unit='%')
    >>> read_amount("n/a") is None
    True
    """
    match = _CELL.fullmatch(text.strip())
    if match is None:
        return None
    value = Decimal(_SPACES.sub("", match["number"]).replace(",", ""))
    if match["sign"].strip() in _NEGATIVE or match["inner"]:
        value = -value
    if match["percent"]:
        return Amount(value, "%")
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1
    if match["money"]:
        return Amount(value * scale, _MONEY[match["money"]])
    unit = _find_unit(context)
    if unit in _MONEY.values() and scale == 1:
        scale = 10**3 if _THOUSANDS.search(context) else 10**6 if _MILLIONS.search(context) else 1
    return Amount(value * scale, unit)


def _find_unit(context: str) -> str | None:
    if _POINTS_HEAD.search(context):
        return "percentage points"
    if _PERCENT_HEAD.search(context):
        return "%"
    rate = _RATE.search(context)
    if rate:
        return rate[0].lower()
    sign = _SIGN.search(context)
    return _MONEY[sign[0]] if sign else None
