"""Where sentences begin and end, by punctuation and the word that follows; linear in the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_END = re.compile(r"[.!?•\n](?:(?<=[.!?])[”\"')\]]+)?\s+(?=[“\"'‘(\[]?[A-Z0-9£•])")
_MAX_LENGTH = 1500  # characters: three times the longest sentence of the sample reports
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|St|No|Qtr|Op|Sgt|Supt|Insp|vs|e\.g|i\.e"
    r"|approx|c|p|pp|para|[A-Z])\.\s+$"
)
# What has a letter for its name, which is no initial: "for Band D. It".
_LETTERED = re.compile(r"\b(?:[Bb]and|[Cc]lass|[Cc]ategory|[Gg]rade|[Gg]roup|[Aa]nnex|[Aa]ppendix|[Ss]chedule|[Pp]art|[Pp]lan)\s[A-Z]\.\s+$")


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Spans (start, end) that cover the text.

    >>> find_sentences("Crime fell. Qtr. 3 was calm.")
    [(0, 12), (12, 28)]
    """
    ends = [match.end() for match in _END.finditer(text)]
    starts = [0, *[end for end in ends if not _is_abbreviated(text, end)]]
    spans = zip(starts, [*starts[1:], len(text)], strict=True)
    return [piece for start, end in spans for piece in ([(start, end)] if end - start <= _MAX_LENGTH else _cut(text, start, end))]


def _is_abbreviated(text: str, end: int) -> bool:
    """Whether the stop in front of a place is that of a word cut short, and ends no sentence."""
    near = max(0, end - 20)
    return _ABBREVIATION.search(text, near, end) is not None and _LETTERED.search(text, near, end) is None


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What has no full stop for long, cut between words, so that reading it stays linear in the text."""
    while end - start > _MAX_LENGTH:
        blank = text.rfind(" ", start + 1, start + _MAX_LENGTH)
        stop = blank + 1 if blank > 0 else start + _MAX_LENGTH
        yield start, stop
        start = stop
    yield start, end


def sentence_at(sentences: list[tuple[int, int]], position: int) -> tuple[int, int]:
    """The sentence that holds the position."""
    return sentences[max(0, bisect_right(sentences, (position, len(sentences) and sentences[-1][1] + 1)) - 1)]
