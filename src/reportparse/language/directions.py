"""Which way words of growth point."""

from functools import lru_cache

from reportparse.language.tokens import base_of
from reportparse.language.words import words

_GROWTH_UP, _GROWTH_DOWN = words("clues", "growth_up"), words("clues", "growth_down")


@lru_cache(4096)
def direction_of(word: str) -> str | None:
    """Which way a word of growth points: "up", "down" or None.

    >>> direction_of("rose"), direction_of("reductions"), direction_of("officers")
    ('up', 'down', None)
    """
    base = base_of(word)
    if base in _GROWTH_UP or word in _GROWTH_UP:
        return "up"
    return "down" if base in _GROWTH_DOWN or word in _GROWTH_DOWN else None
