"""What is told of a word or of a piece of text, worked out once: reports say the same few thousand words."""

from collections.abc import Callable
from typing import TypeVar

Told = TypeVar("Told")

# Entries kept, so that a stream of texts does not fill the memory.  A report of 60 pages has some 5,000 words that
# differ.
MOST = 20_000


class Memo(dict[str, Told]):
    """What `tell` says of each key that was asked for; begun anew when it is full.

    >>> lengths = Memo(len)
    >>> lengths["officers"], dict(lengths)
    (8, {'officers': 8})
    """

    def __init__(self, tell: Callable[[str], Told]) -> None:
        """An empty memo; `tell` looks at nothing but its key."""
        super().__init__()
        self._tell = tell

    def __missing__(self, key: str) -> Told:
        if len(self) >= MOST:
            self.clear()
        told = self[key] = self._tell(key)
        return told
