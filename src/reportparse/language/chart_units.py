"""What the title of a chart or the name of an axis says of all its values: "(%)", "per 1,000 population", "£m", "000s"."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

_PERCENT = re.compile(r"\(\s*%\s*\)|\bper\s?cent(?:age)?\b|%\s*$|^\s*%", re.IGNORECASE)
_RATE = re.compile(r"\bper\s(?:1,000|1000|10,000|100,000)(?:\s(?:population|people|residents|households))?", re.IGNORECASE)
_TIME = re.compile(r"\b(?:number\sof|in|time\s\()\s?(seconds|minutes|hours|days|weeks|months)\b", re.IGNORECASE)
_FACTORS = {
    "m": 10**6, "mn": 10**6, "million": 10**6, "millions": 10**6, "k": 10**3, "000": 10**3, "000s": 10**3, "'000": 10**3,
    "'000s": 10**3, "thousand": 10**3, "thousands": 10**3, "bn": 10**9, "billion": 10**9, "billions": 10**9,
}  # fmt: skip
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_FACTOR = "|".join(sorted(_FACTORS, key=len, reverse=True)).replace("'", "['’‘]")
# "£m", "(£ millions)", "£'000"; without a currency in brackets, after "in", or as a whole: "m" alone is a word's letter.
_MONEY = re.compile(rf"(?P<currency>[£€$])\s?(?P<factor>{_FACTOR})?(?![\w.,'])", re.IGNORECASE)
_SCALE = re.compile(
    rf"\(\s*(?:in\s)?(?P<a>{_FACTOR})\s*\)|\bin\s(?P<b>thousands|millions|billions)\b|^(?P<c>['’‘]?000s?|thousands|millions)$",
    re.IGNORECASE,
)
_MONEY_NAME = re.compile(rf"\(\s*[£€$]\s?(?:{_FACTOR})?\s*\)|[£€$]\s?(?:{_FACTOR})?\s*$", re.IGNORECASE)
# A number with its own scale: its value is multiplied out already.
_SCALED = re.compile(rf"[£€$]?[\d.,]*\d\s?(?:{_FACTOR})", re.IGNORECASE)


class ChartUnit(NamedTuple):
    """What is said of all values."""

    kind: str | None = None
    unit: str | None = None
    factor: Decimal = Decimal(1)


def read_chart_unit(caption: str | None, labels: Iterable[str]) -> ChartUnit:
    """The unit that the title tells, or else the first label that tells one.

    >>> read_chart_unit("Response rate (%)", [])
    ChartUnit(kind='percent', unit='%', factor=Decimal('1'))
    >>> read_chart_unit("Revenue budget, £m", ["261.7", "2021/22"])
    ChartUnit(kind='money', unit='GBP', factor=Decimal('1000000'))
    >>> read_chart_unit("Revenue budget, £m", ["£300m", "2021/22"]).factor
    Decimal('1')
    """
    labels = list(labels)
    is_scaled = any(_SCALED.fullmatch(label) for label in labels)
    for text in (caption or "", *labels):
        found = _read(text)
        if found is not None:
            return ChartUnit(found.kind, found.unit) if is_scaled else found
    return ChartUnit()


def without_unit(title: str) -> str:
    """A title without what it says of its values.

    >>> without_unit("Revenue budget, £m"), without_unit("Calls (000s)"), without_unit("Response rate (%)")
    ('Revenue budget', 'Calls', 'Response rate')
    """
    plain = _SCALE.sub("", _MONEY_NAME.sub("", _PERCENT.sub("", title)))
    return " ".join(plain.split()).strip(" ,:;–-")


def _read(text: str) -> ChartUnit | None:
    if _PERCENT.search(text):
        return ChartUnit("percent", "%")
    if rate := _RATE.search(text):
        return ChartUnit("rate", " ".join(rate[0].split()))
    if time := _TIME.search(text):
        return ChartUnit("duration", time[1].lower())
    if money := _MONEY.search(text):
        return ChartUnit("money", _CURRENCIES[money["currency"]], _factor(money["factor"]))
    if scale := _SCALE.search(text):
        return ChartUnit(factor=_factor(next(group for group in scale.groups() if group)))
    return None


def _factor(name: str | None) -> Decimal:
    return Decimal(_FACTORS[name.lower().replace("’", "'").replace("‘", "'")] if name else 1)
