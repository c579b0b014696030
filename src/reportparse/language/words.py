"""The word lists, read once from data/*.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The data file `name`.toml as plain data."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


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
