"""Names that are known before a text is read: bodies, forces and areas by the registry, towns, and the words names have."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reportparse.language.lexicon import vocabulary
from reportparse.language.words import load
from reportparse.registry import areas

_WORD = re.compile(r"[\w'’&-]+")
_FORCE = re.compile(r"\b(?:Police|Constabulary|Police Service)$")


# Endings of words that are made from others, which names hardly have.
_ENDINGS = ("ing", "tion", "tions", "ment", "ments", "ness", "ity", "ance", "ence", "ed", "ly")


class Known(NamedTuple):
    """What a name is of, and the name in full."""

    kind: str
    name: str


@cache
def known_names() -> dict[tuple[str, ...], Known]:
    """The words of each known name, in its full and its short forms.

    >>> known_names()["APCC",].name
    'Association of Police and Crime Commissioners'
    """
    names: dict[tuple[str, ...], Known] = {}
    for place in (*load("places")["wide"], *load("places")["towns"], *load("entities")["words"]["places"]):
        if place[0].isupper():
            names[split_name(place)] = Known("place", place)
    for area in areas():
        for name in area.names:
            if _FORCE.search(name):
                names[split_name(name)] = Known("force", name)
            elif not name.isupper():
                names[split_name(name)] = Known("place", area.name if area.name in name else name)
    for kind, bodies in load("entities")["bodies"].items():
        for name, others in bodies.items():
            for form in (name, *others):
                names[split_name(form)] = Known(kind, name)
    for words, known in list(names.items()):
        if "and" in words:  # "Avon & Somerset Police"
            names.setdefault(tuple("&" if word == "and" else word for word in words), known)
    return names


def split_name(name: str) -> tuple[str, ...]:
    """The words of a name, apostrophes straight.

    >>> split_name("Motor Insurers’ Bureau")
    ('Motor', "Insurers'", 'Bureau')
    """
    return tuple(_WORD.findall(name.replace("’", "'")))


@cache
def longest_by_first() -> dict[str, int]:
    """First word of known names to the number of words of the longest."""
    longest: dict[str, int] = {}
    for name in known_names():
        for first in (name[0], name[0] + "'s"):
            longest[first] = max(longest.get(first, 0), len(name))
    return longest


@cache
def name_words(key: str) -> frozenset[str]:
    """A list of words that names have or have not: "openers", "titles", "given" ..."""
    return frozenset(load("entities")["words"][key])


@cache
def heads() -> dict[str, str]:
    """Last word of a name to the kind of what it names; "nothing" for events, writings and offices.

    >>> heads()["Council"], heads()["Summit"]
    ('organisation', 'nothing')
    """
    return {word: kind for kind, words in load("entities")["heads"].items() for word in words}


@cache
def area_ids() -> dict[str, str]:
    """Name of a police area or force to the id of the area."""
    return {name: area.id for area in areas() for name in area.names}


@lru_cache(maxsize=8192)
def is_ordinary(word: str) -> bool:
    """Whether a word with a capital may be any word: of the field's own vocabulary, or one that reports write so.

    >>> is_ordinary("Officers"), is_ordinary("Zurich")
    (True, False)
    """
    plain = word.removesuffix("'s").removesuffix("’s").rstrip("'’").split("-")[0]
    single = plain.removesuffix("s")
    if plain.endswith(_ENDINGS):
        return True
    ordinary = name_words("ordinary")
    return plain in ordinary or single in ordinary or not vocabulary().isdisjoint((plain.lower(), single.lower()))
