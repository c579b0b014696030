"""What a cell's text is worth: its number and unit; "-", "nil", "n/a", "*" and "<5" are no numbers."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reportparse.text import MAX_VALUE

SCALES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
MONEY = {
    "£": "GBP", "GBP": "GBP", "€": "EUR", "EUR": "EUR", "$": "USD", "US$": "USD", "USD": "USD",
    "pounds": "GBP", "euros": "EUR", "dollars": "USD",
}  # fmt: skip
# Signs of notes that may stand right behind a number.
MARKS = "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰"

# Headings of a table are read once for all its cells.
MAX_HEADINGS = 2000
_NEGATIVE = frozenset("-−–▼▽↓")
_SPACES = re.compile(r"[\s\u2009\u202f\u00a0'’]")
_SIGN = "|".join(re.escape(sign) for sign in ("US$", "£", "€", "$", "GBP", "EUR", "USD"))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_CELL = re.compile(
    rf"""(?P<open>[(\[]?)\s?(?P<minus>[-−–+▲△↑▼▽↓]?)\s?(?P<money>{_SIGN})?\s?(?P<inner_open>\(?)(?P<inner>[-−–+]?)\s?
        (?P<number>\d{{1,3}}(?:[,\s\u2009\u202f\u00a0'’]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
        (?:\s?(?P<scale>(?a:{_SCALE}))s?\b)?\s?(?P<inner_close>\)?)\s?(?:(?P<outer_scale>(?a:{_SCALE}))s?\b)?\s?
        (?P<unit>percentage\s?points?|%\s?-?\s?pts?|ppts?|pp|%|per\s?cent|p(?=\W*$))?
        \s?(?P<close>[)\]]?)(?P<trail>[-−–]?)\s?(?P<marks>[{MARKS}]*)""",
    re.VERBOSE | re.IGNORECASE,
)
_NEAREST = re.compile(r"(?:round\w*\s)?(?:to\s)?(?:the\s)?nearest\s(?P<sign>[£€$]?)\s?[\d,]*\s?\w*", re.IGNORECASE)
_POINTS = re.compile(r"(?:percentage|%)\s?-?(?:points?|pts?)\b|\bppts?\b|\bpp\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bper\s?cent(?:age)?s?\b", re.IGNORECASE)
_RATE = re.compile(
    r"\bper\s(?:[\d,]+|head|capita|million|thousand|hundred)"
    r"(?:\s(?:of\s)?(?:the\s)?(?:population|people|residents|households|persons))?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\b(?:number|no\.|count|volume|headcount|fte)\b", re.IGNORECASE)
_CURRENCY = re.compile(r"US\$|[£€$]|\b(?:GBP|EUR|USD)\b|\b(?i:dollars|pounds|euros)\b")
_SCALED = re.compile(
    r"""(?:[£€$]\s?['‘’]?|\bin\s|\(\s?|\[\s?|^)(?:of\s)?
        (?P<scale>000s?\b|thousands?\b|k\b|m\b|mn\b|millions?\b|bn\b|billions?\b)|['‘’]000s?\b|\b000s\b""",
    re.VERBOSE | re.IGNORECASE,
)


class Amount(NamedTuple):
    """A number and what it counts."""

    value: Decimal
    unit: str | None
    marks: str = ""
    """Signs of notes that stood behind the number."""


class _Unit(NamedTuple):
    """What a heading says of the numbers under it."""

    name: str | None
    """None for a count."""
    scale: int | None


def read_amount(text: str, *contexts: str) -> Amount | None:
    """The amount in a cell; `contexts` name it, the nearest first: column head, row label, caption, notes.

    >>> read_amount("(1,234)", "Variance £000")
    Amount(value=Decimal('-1234000'), unit='GBP', marks='')
    >>> read_amount("▼ 12%")
    Amount(value=Decimal('-12'), unit='%', marks='')
    >>> read_amount("47.1%")
    Amount(value=Decimal('47.1'), unit='%', marks='')
    >>> read_amount("3.5*", "", "Change (percentage points)")
    Amount(value=Decimal('3.5'), unit='percentage points', marks='*')
    >>> read_amount("5,300", "Cost rounded to nearest £100")
    Amount(value=Decimal('5300'), unit='GBP', marks='')
    >>> [read_amount(text) for text in ("n/a", "-", "nil", "*", "<5", "2019/20")]
    [None, None, None, None, None, None]
    """
    match = _CELL.fullmatch(text.strip())
    if match is None:
        return None
    if bool(match["open"] + match["inner_open"]) != bool(match["inner_close"] + match["close"]):
        return None
    value = _read_value(match)
    if abs(value) >= MAX_VALUE:
        return None
    own = (match["unit"] or "").lower()
    if own == "p":
        return Amount(value / 100, "GBP", match["marks"])
    if own:
        unit = "%" if own == "%" or ("cent" in own and "point" not in own) else "percentage points"
        return Amount(value, unit, match["marks"])
    own_scale = match["scale"] or match["outer_scale"]
    scale = SCALES[own_scale.lower()] if own_scale else None
    if match["money"]:
        name: str | None = MONEY[match["money"].upper()]
        told = _Unit(name, None)
    else:
        told = _find_unit(contexts)
    if scale is None and (told.name is None or told.name in MONEY.values()):
        scale = told.scale or _find_scale(contexts, told.name)
    return Amount(value * (scale or 1), told.name, match["marks"])


def _read_value(match: re.Match[str]) -> Decimal:
    value = Decimal(_SPACES.sub("", match["number"]).replace(",", ""))
    signs = match["minus"] + match["inner"] + match["trail"]
    is_bracketed = match["open"] == "(" or match["inner_open"]
    return -value if any(sign in _NEGATIVE for sign in signs) or (is_bracketed and "+" not in signs) else value


def _find_unit(contexts: Sequence[str]) -> _Unit:
    """The unit that the nearest heading tells; a count where that is what it says, or nothing does."""
    return next((unit for unit in map(_unit_in, contexts) if unit is not None), _Unit(None, None))


@lru_cache(MAX_HEADINGS)
def _unit_in(heading: str) -> _Unit | None:
    """The unit that one heading tells; None where it tells none."""
    plain = _NEAREST.sub(lambda match: match["sign"], heading)
    if _POINTS.search(plain):
        return _Unit("percentage points", None)
    if _PERCENT.search(plain):
        return _Unit("%", None)
    rate, sign = _RATE.search(plain), _CURRENCY.search(plain)
    money = (MONEY.get(sign[0]) or MONEY[sign[0].lower()]) if sign else ""
    if rate:
        return _Unit(f"{money} {rate[0].lower()}".strip(), None)
    if money:
        return _Unit(money, _scale_of(plain))
    return _Unit(None, _scale_of(plain) or 1) if _COUNT.search(plain) else None


def _find_scale(contexts: Sequence[str], unit: str | None) -> int | None:
    """The scale that the nearest heading tells; for a count only where it speaks of no money."""
    for speaks_of_money, scale in map(_scale_in, contexts):
        if unit is None and speaks_of_money:
            return None
        if scale is not None:
            return scale
    return None


@lru_cache(MAX_HEADINGS)
def _scale_in(heading: str) -> tuple[bool, int | None]:
    """Whether a heading speaks of money, and the scale that it tells."""
    plain = _NEAREST.sub("", heading)
    return bool(_CURRENCY.search(plain)), _scale_of(plain)


def _scale_of(text: str) -> int | None:
    """The factor that a heading tells.

    >>> [_scale_of(text) for text in ("£000", "£m", "In millions of dollars", "£", "per 1,000 people", "(thousands)")]
    [1000, 1000000, 1000000, None, None, 1000]
    """
    match = _SCALED.search(_RATE.sub("", text))
    if match is None:
        return None
    word = (match["scale"] or "000").lower().rstrip("s")
    return 10**3 if word == "000" else SCALES[word]
