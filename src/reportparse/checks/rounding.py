"""How a stated number stands to a computed one: exact, rounded, cut off, or another number."""

import re
from typing import Literal, NamedTuple

Fit = Literal["exact", "rounded", "truncated"]

_DIGITS = re.compile(r"\d[\d,\s\u2009\u202f]*(?:\.(\d+))?|\.(\d+)")
_NO_DIGITS = re.compile(r"[^\d.]")
_EPSILON = 1e-9
# Less than this is shown by its digits: two decimals say nothing of pence in pounds.
SMALL = 0.1


class Stated(NamedTuple):
    """A number as it is written."""

    value: float
    step: float
    """The smallest difference that its writing can tell: 0.1 for "47.1", 100000 for "£2.7m"."""

    def without_sign(self) -> "Stated":
        """As a text tells a fall: by a number that is never negative."""
        return Stated(abs(self.value), self.step) if self.value < 0 else self


def read_stated(text: str, value: float) -> Stated:
    """The number in `text`, whose value with its scale is known.

    >>> read_stated("£2.7m", 2700000)
    Stated(value=2700000, step=100000.0)
    >>> read_stated("half", 50).step
    1.0
    """
    match = _DIGITS.search(text)
    if match is None:
        return Stated(value, 1.0)
    decimals = len(match[1] or match[2] or "")
    digits = _NO_DIGITS.sub("", match[0])
    written = float(digits) if digits.strip(".") else 0.0
    scale = abs(value) / written if written else 1.0
    return Stated(value, scale * 10.0**-decimals)


def compare(expected: float, stated: Stated) -> Fit | None:
    """How the stated number tells the expected one; None where it does not.

    >>> compare(47.87, Stated(48, 1)), compare(47.87, Stated(47, 1)), compare(47.87, Stated(46, 1))
    ('rounded', 'truncated', None)
    """
    difference = abs(expected - stated.value)
    slack = _EPSILON * max(1.0, abs(expected))
    if difference <= slack:
        return "exact"
    if difference <= 0.5 * stated.step + slack:
        return "rounded"
    is_cut = abs(stated.value) < abs(expected) and difference < stated.step - slack
    return "truncated" if is_cut else None


def show(number: float) -> str:
    """A number as people read it.

    >>> show(183851.0), show(47.8701), show(0.0047)
    ('183,851', '47.87', '0.0047')
    """
    if 0 < abs(number) < SMALL:
        return f"{number:.3g}"
    return f"{number:,.0f}" if number == round(number) else f"{number:,.2f}"


def plain(number: float) -> float:
    """A number without the noise of its computation.

    >>> plain(100.09999999999998)
    100.1
    """
    return round(number, 6)
