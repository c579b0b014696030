"""A number in its text, with what stands round it: what `not_figures` judges by."""

import re
from typing import NamedTuple

from reportparse.language.model import Amount
from reportparse.language.words import BLANKS, load

_IN_WORD = re.compile(r"[\w-]")


class Ending:
    """Whether a text ends in one of a list of clues; blanks and hyphens behind it are left aside."""

    def __init__(self, key: str) -> None:
        """With the list's name in clues.toml."""
        self._clues = tuple(clue.lower() for clue in load("clues")[key])

    def search(self, text: str) -> bool:
        """Whether it does."""
        said = " ".join(text.rstrip(BLANKS).lower().split())
        if not said.endswith(self._clues):
            return False
        fronts = (said[: -len(clue)] for clue in self._clues if said.endswith(clue))
        return any(not _IN_WORD.match(front[-1:]) for front in fronts)


class Spot(NamedTuple):
    """A number in its text, with what stands just before and behind it."""

    text: str
    amount: Amount
    before: str
    after: str
    words: str
    """The number as it is written."""
    value: float
    """0 for a range."""
