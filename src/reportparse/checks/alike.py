"""Whether two figures tell the same: by their values as written, and by the words of their measures."""

import re
from functools import lru_cache

from reportparse.checks.rounding import Stated, compare, read_stated
from reportparse.models import Figure

_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset({
    "the", "and", "for", "from", "with", "that", "this", "were", "was", "are", "have", "has", "been", "who", "which",
    "their", "our", "its", "number", "total", "people", "more", "than", "into", "over", "under", "per", "all", "other",
    "those", "these", "them", "rate", "year", "years", "cases", "gbp", "eur", "usd",
})  # fmt: skip
# How far "about" and "over" reach, as factors of the number.
_REACH = {"about": (0.95, 1.05), "almost": (0.9, 1.0), "over": (1.0, 1.1), "under": (0.9, 1.0), "at_least": (1.0, 1.1)}
_TIMES = frozenset(("seconds", "minutes", "hours", "days", "weeks", "months", "years"))


@lru_cache(maxsize=1024)  # a table's measures are held against those of each text
def words_of(text: str) -> frozenset[str]:
    """The words that say something, without the endings of plurals.

    >>> sorted(words_of("The total number of custody visits"))
    ['custody', 'visit']
    """
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(
        re.sub(r"ies$", "y", word) if word.endswith("ies") else word.rstrip("s") for word in words if word not in _EMPTY
    )


def words_of_measure(figure: Figure) -> frozenset[str]:
    """Those of its measure and its unit."""
    return words_of(f"{figure.measure or ''} {figure.unit or ''}")


def number_of(figure: Figure) -> Stated:
    """The number as it is written; for figures that are no range."""
    return read_stated(figure.text, float(figure.value or 0))


def count_digits(figure: Figure) -> int:
    """Digits that tell: three in "1,750" and in "47.1", one in "2,000"."""
    return len(re.sub(r"\D", "", figure.text).strip("0"))


def have_one_unit(a: Figure, b: Figure) -> bool:
    """Whether both are money of one currency, both shares, both times, or both none of these."""
    return _family(a) == _family(b)


def _family(figure: Figure) -> str:
    if figure.kind in ("percent", "points", "ratio"):
        return figure.kind
    if figure.unit in _TIMES or figure.kind == "duration":
        return figure.unit or "duration"
    return figure.unit or "money" if figure.kind == "money" else "count"


def tells(figure: Figure, value: float) -> bool:
    """Whether the words of a figure can mean a value: rounded or cut off, or in the reach of "about" and "over"."""
    number = float(figure.value or 0)
    if number >= 1 and not number / 2 <= value <= number * 2:
        return False  # no number is rounded so far, as most that are compared differ
    if figure.qualifier in _REACH:
        low, high = _REACH[figure.qualifier]
        return low * number <= value <= high * number
    return compare(value, number_of(figure)) is not None
