"""Small raised or lowered words, as the marks of footnotes are, and the words beside them that they belong to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from operator import attrgetter, is_not

from reportparse.pdf import Word

# A mark above the line is smaller than its neighbour and raised by this much of the neighbour's size.
MAX_MARK_SIZE = 0.85
MARK_RISE = (0.08, 0.75)
# The figures of formulas, as in CO₂, are as small and hang below the line by up to so much of it.
MAX_FALL = 0.5
# A mark stands this near behind its neighbour, or this near before it, in sizes of the neighbour; it may overlap it by
# so many points.
MAX_BEHIND_EM, MAX_BEFORE_EM, MAX_OVER_PT = 0.4, 1.0, 1.0
# Letters of marks that stand together, as in "(a), (b)" or "note 2".
MAX_MARK_LETTERS = 4
# What a mark is that the content tells far from its neighbour.
_NOTE_MARK = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}|[a-h]|[ivx]{1,5}")
_LONE = re.compile(r"\d{1,2}|[*†‡§¶]{1,3}")
_STYLE, _LEFT, _RIGHT = attrgetter("style"), attrgetter("x0"), attrgetter("x1")


def is_note_mark(text: str) -> bool:
    """Whether a word has the form of a footnote's mark.

    >>> [is_note_mark(text) for text in ("3", "**", "iv", "2022")]
    [True, True, True, False]
    """
    return bool(_NOTE_MARK.fullmatch(text))


def find_marks(words: Sequence[Word]) -> dict[int, int]:
    """Small raised or lowered words (by order) and the word beside them that they belong to: the "1" of "2020¹".

    Of words of one style neither is a mark of the other, so that only changes of style are looked at.
    """
    marks: dict[int, int] = {}
    lone: list[Word] = []
    styles = list(map(_STYLE, words))
    for place in compress(range(1, len(words)), map(is_not, styles[1:], styles)):
        before, word = words[place - 1], words[place]
        if before.style == word.style:
            continue
        if (_is_mark(word, before) and _is_behind(word, before)) or _is_lowered(word, before):
            host = marks.get(before.order, before.order)
            orders = [*_find_all(words, place)]
            marks.update(dict.fromkeys(orders if _are_short(words[place : place + len(orders)]) else (), host))
        elif _is_mark(before, word) and _is_before(before, word) and before.order not in marks:
            marks[before.order] = word.order
        elif _LONE.fullmatch(word.text):
            lone.append(word)
    marks.update(_find_hosts([word for word in lone if word.order not in marks], words))
    return {mark: host for mark, host in marks.items() if host not in marks}


def _find_hosts(lone: Sequence[Word], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Words that look like marks, each with the word that it stands raised behind or before, wherever that is told."""
    if not lone:
        return
    largest = max(word.style.size for word in words)
    by_end, by_begin = sorted(words, key=_RIGHT), sorted(words, key=_LEFT)
    ends, begins = list(map(_RIGHT, by_end)), list(map(_LEFT, by_begin))
    for word in lone:
        left = word.x0 - MAX_BEHIND_EM * largest
        behind = by_end[bisect_left(ends, left) : bisect_right(ends, word.x0 + MAX_OVER_PT)]
        right = word.x1 + MAX_BEFORE_EM * largest
        before = by_begin[bisect_left(begins, word.x1 - MAX_OVER_PT) : bisect_right(begins, right)]
        host = _pick(word, behind, _is_behind) or _pick(word, before, _is_before)
        if host is not None:
            yield word.order, host.order


def _pick(mark: Word, near: Sequence[Word], fits: Callable[[Word, Word], bool]) -> Word | None:
    hosts = [word for word in near if _is_mark(mark, word) and fits(mark, word)]
    return min(hosts, key=lambda word: min(abs(mark.x0 - word.x1), abs(word.x0 - mark.x1)), default=None)


def _is_behind(mark: Word, host: Word) -> bool:
    return -MAX_OVER_PT <= mark.x0 - host.x1 <= MAX_BEHIND_EM * host.style.size


def _is_before(mark: Word, host: Word) -> bool:
    return -MAX_OVER_PT <= host.x0 - mark.x1 <= MAX_BEFORE_EM * host.style.size


def _are_short(words: Sequence[Word]) -> bool:
    """Whether words have as few letters as marks have: a label beside a large number is raised too."""
    return sum(sum(map(str.isalpha, word.text)) for word in words) <= MAX_MARK_LETTERS


def _find_all(words: Sequence[Word], place: int) -> Iterator[int]:
    """The order of the word at `place` and of those that go on from it."""
    yield words[place].order
    while place + 1 < len(words) and _goes_on(words[place], words[place + 1]):
        place += 1
        yield words[place].order


def _goes_on(before: Word, word: Word) -> bool:
    """Whether two words of one style stand beside each other on one baseline."""
    is_alike = word.style == before.style and abs(word.baseline - before.baseline) < 0.5
    return is_alike and 0 <= word.x0 - before.x1 <= before.style.size


def _is_mark(word: Word, host: Word) -> bool:
    rise = (host.baseline - word.baseline) / (host.style.size or 1)
    return word.style.size < MAX_MARK_SIZE * host.style.size and MARK_RISE[0] <= rise <= MARK_RISE[1]


def _is_lowered(word: Word, before: Word) -> bool:
    """Whether a small word hangs lower than the one that it is glued to."""
    fall = (word.baseline - before.baseline) / (before.style.size or 1)
    is_small = word.style.size < MAX_MARK_SIZE * before.style.size
    return word.is_glued and is_small and MARK_RISE[0] <= fall <= MAX_FALL


__all__ = ["MARK_RISE", "MAX_MARK_SIZE", "find_marks"]
