"""Captions that are told twice, each time in another language: "Table 1: Crime" over "Tabl 1: Troseddau"."""

import re

_NUMBERED = re.compile(r"([^\W\d_]+)\.?\s+((?:[A-Z]\.?)?\d+(?:\.\d+)*[a-z]?)\b")


def are_twins(text: str, other: str) -> bool:
    """Whether two lines begin with one number, and each with a word of its own for what is numbered.

    >>> are_twins("Table 1: Crime", "Tabl 1: Troseddau"), are_twins("Table 1: Crime", "Table 1: continued")
    (True, False)
    >>> are_twins("Chart 2: Calls", "Siart 3: Galwadau")
    False
    """
    one, two = _NUMBERED.match(text), _NUMBERED.match(other)
    return one is not None and two is not None and one[2] == two[2] and one[1].casefold() != two[1].casefold()
