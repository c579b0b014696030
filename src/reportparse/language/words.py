"""The word lists, read once from data/*.toml."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from reportparse.registry import areas

# All that may stand between two words and is neither letter nor other mark.
BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "-"


@cache
def load(name: str) -> dict[str, Any]:
    """The data file `name`.toml as plain data."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


_BODIES = ("Police", "Constabulary", "Commissioner", "Service")


@cache
def joined_areas() -> dict[str, str]:
    """The names of police areas that join several places, and the area's own.

    >>> joined_areas()["Kent and Medway"]
    'Kent'
    """
    names = ((name, area.name) for area in areas() for name in area.names if " and " in name and name != area.name)
    return {name: area for name, area in names if not name.endswith(_BODIES)}


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of words of a data file."""
    return frozenset(load(name)[key])


def alternatives(items: list[str] | frozenset[str]) -> str:
    """A regular expression for any of the items, the longest first.

    >>> alternatives(["up", "upward"])
    'upward|up'
    """
    return "|".join(item.replace(" ", r"\s+") for item in sorted(items, key=lambda item: (-len(item), item)))


def last_words(items: Iterable[str]) -> tuple[str, ...]:
    """The last word of each item, for `ends_in`.

    >>> last_words(["each of", "up to"])
    ('of', 'to')
    """
    return tuple(sorted({re.split(r"[\s-]", item.lower())[-1] for item in items}))


def ends_in(text: str, endings: tuple[str, ...]) -> bool:
    """Whether a text, blanks and hyphens at its end left aside, may end in one of the words: fast, to be looked at closely.

    >>> ends_in("all but each of ", ("of",)), ends_in("a few ", ("of",))
    (True, False)
    """
    return text.rstrip(BLANKS).lower().endswith(endings)
