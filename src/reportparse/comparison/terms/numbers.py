"""How exactly a number is printed, and whether two printed numbers can be the same."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# The lesser of two units is the step: "2 minutes and 41 seconds".
_OF_TWO_UNITS = re.compile(r"\d\s?(?:years?|months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?|m),?\s(?:and\s)?\d")
# A share in words is round: "eight in ten" is said of 81%.
_WORDED_SHARE = re.compile(
    r"\b(?:in|out\sof)\s(?:ten|five|four|three|two)\b|\b(?:half|thirds?|quarters?|fifths?|tenths?)\b", re.IGNORECASE
)
WORDED_GRAIN = 5.0


def grain(text: str, value: float) -> float:
    """The step between numbers printed like this one, in the value's own unit: 100,000 for "£2.7m".

    >>> grain("£2.7m", 2_700_000), grain("48,428", 48428), grain("47%", 47), grain("two thirds", 66.67)
    (100000.0, 1.0, 1.0, 5.0)
    >>> grain("2 minutes 41 seconds", 161), grain("2 minutes", 120)
    (1.0, 60.0)
    """
    match = None if _OF_TWO_UNITS.search(text) else _NUMBER.search(text)
    if match is None and _WORDED_SHARE.search(text):
        return WORDED_GRAIN
    if match is None or not value:
        return 0.01 if value % 1 else 1.0
    printed = Decimal(match[0].replace(",", ""))
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    scale = Decimal(repr(value)) / printed if printed else Decimal(1)
    return float(step * scale)


def is_same(first: float, first_text: str, second: float, second_text: str) -> bool:
    """Whether two numbers are one, the coarser of them rounded or cut off.

    >>> is_same(17803129, "£17,803,129", 17800000, "£17.8m"), is_same(18059, "18,059", 18100, "18,100")
    (True, False)
    """
    coarse = max(grain(first_text, abs(first)), grain(second_text, abs(second)))
    return abs(first - second) < coarse * 0.999


def digits(text: str) -> int:
    """How many digits a printed number has, zeros at either end left out.

    >>> digits("98,501"), digits("£2.7m"), digits("5,000")
    (5, 2, 1)
    """
    match = _NUMBER.search(text)
    return len(match[0].replace(",", "").replace(".", "").strip("0")) if match else 0
