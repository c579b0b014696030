"""Words and units folded, so that what says the same is equal."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
_GENERIC = frozenset(
    (
        "offence",
        "crime",
        "incident",
        "case",
        "report",
        "time",
        "occasion",
        "recorded",
        "reported",
        "logged",
        "year",
        "month",
        "period",
        "during",
        "last",
        "over",
    )
)
_GRAMMAR = "the of in on to by for and a an at or about against their its my our is was were are been this that"
_SUMS = "total overall number amount value sum funding money"
_EMPTY = frozenset(f"{_GRAMMAR} {_SUMS}".split(" "))


# Whom a report may count in many ways: "168 young people".
_WHO = frozenset((
    "young", "people", "youth", "person", "adult", "child", "children", "men", "women", "man", "woman", "boy", "girl",
    "individual", "new", "more", "other",
))  # fmt: skip


def is_name(measure: str) -> bool:
    """Whether a measure in own words says something: of one word, "people", or of "young people", it may be anything.

    >>> is_name("prolific offender"), is_name("people young"), is_name("people")
    (True, False, False)
    """
    words = measure.split()
    return len(words) > 1 and not set(words) <= _WHO


def is_who(words: str) -> bool:
    """Whether words say that people are counted, and not which.

    >>> is_who("young people"), is_who("victims"), is_who("")
    (True, False, False)
    """
    return bool(words) and set(own_words(words).split()) <= _WHO


@lru_cache(maxsize=65536)
def own_words(text: str) -> str:
    """Words without grammar and plurals, in order of the alphabet: equal for what says the same.

    >>> own_words("Grants for the victims of crime") == own_words("victims of crime grants")
    True
    """
    words = {word.casefold() for word in WORD.findall(text)} - _EMPTY
    return " ".join(sorted({word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words}))


def fold_unit(unit: str | None) -> str:
    """A unit without what does not matter: "per 1,000 population" and "per 1000 people" are one.

    >>> fold_unit("per 1,000 population") == fold_unit("Per 1000 people")
    True
    """
    text = (unit or "").casefold().replace(",", "").replace("for every", "per")
    return re.sub(r"\b(?:population|people|residents|pop)\b", "", text).strip()


def is_generic(words: str) -> bool:
    """Whether words say that something is counted, and not what.

    >>> is_generic("offences were recorded"), is_generic("knife offences"), is_generic("")
    (True, False, True)
    """
    return set(own_words(words).split()) <= _GENERIC
