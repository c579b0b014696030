"""Initials that hang into the lines beside them: the large first letter of a chapter goes back to its word."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.pdf import Page, Word

# An initial is larger than its text by this factor at least: over two lines it is 1.8 times as large, or more.
MIN_RATIO = 1.7
# Its text begins this near to it, in sizes of the initial.
MAX_GAP_EM = 0.35
# An initial that stands on the baseline of its word is no lower than this, in sizes of the text.
LEVEL_EM = 0.3
# Lines beside an initial begin at one edge to so many points; so many lines do where it stands on none of them, and
# the next line below begins at its edge: within the space left of its ink, in its sizes, and at most two lines on.
SAME_EDGE_PT, MIN_LINES, MAX_BEARING_EM, MAX_STEPS = 1.0, 2, 0.08, 2
# Width of the space behind an initial that is a word, in sizes of the text.
SPACE_EM = 0.25
# An initial with the quotation mark in front of it.
MAX_LETTERS = 2
# Letters that are words by themselves.
_WORDS = frozenset("AIO")
_OPENING = "“‘\"'"


def join_initials(page: Page, pages: Sequence[Page] = ()) -> Page:
    """The page, each of its initials made one word with the letters that follow it; `pages` are all of the report.

    Their words tell whether a letter is a word itself.
    """
    large = [
        word
        for word, following in pairwise(page.words)
        if len(word.text) <= MAX_LETTERS
        and _may_be_initial(word.text)
        and (word.style is not following.style or following.baseline - word.baseline > word.style.size)
        and word.angle == 0
    ]
    if not large:
        return page
    changed: dict[int, Word | None] = {}
    for initial in large:
        first = _find_first(initial, page.words, pages or (page,))
        if first is None or first.order in changed:
            continue
        if _stands_alone(initial, first, pages or (page,)):
            x1 = first.x0 - SPACE_EM * first.style.size
            changed[initial.order] = first._replace(text=initial.text, x0=initial.x0, x1=x1, order=initial.order)
        else:
            changed[initial.order] = None
            changed[first.order] = first._replace(text=initial.text + first.text, x0=initial.x0)
    words = (changed.get(word.order, word) for word in page.words) if changed else page.words
    return page._replace(words=tuple(word for word in words if word is not None)) if changed else page


def _may_be_initial(text: str) -> bool:
    """A capital letter, perhaps with the quotation mark that opens its text."""
    return text.isupper() and len(text.lstrip(_OPENING)) == 1


def _find_first(initial: Word, words: Sequence[Word], pages: Sequence[Page]) -> Word | None:
    """The word right of the initial on the first of the lines that it hangs into, all in one smaller type."""
    beside = [
        word
        for word in words
        if word.style.size * MIN_RATIO <= initial.style.size
        and -0.1 * initial.style.size <= word.x0 - initial.x1 <= MAX_GAP_EM * initial.style.size
        and initial.top - word.style.size <= word.top
        and word.baseline <= initial.baseline + LEVEL_EM * word.style.size
        and word.angle == 0
    ]
    first = min(beside, key=lambda word: word.baseline, default=None)
    if first is None or not first.text[0].isalpha():
        return None
    is_level = any(abs(w.baseline - initial.baseline) <= LEVEL_EM * w.style.size for w in beside)
    is_known = first.text[0].islower() and _is_known(initial.text.lstrip(_OPENING) + first.text, first, pages)
    return first if is_level or is_known or _is_wrapped(initial, first, beside, words) else None


def _is_wrapped(initial: Word, first: Word, beside: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether two lines or more begin at one edge beside the initial, and the next one below begins where it does."""
    lines = sorted({word.baseline for word in beside if abs(word.x0 - first.x0) <= SAME_EDGE_PT})
    if len(lines) < MIN_LINES or any(word.x0 < first.x0 - SAME_EDGE_PT for word in beside):
        return False
    step = lines[1] - lines[0]
    return any(
        lines[-1] < word.baseline <= lines[-1] + MAX_STEPS * step + SAME_EDGE_PT
        and abs(word.x0 - initial.x0) <= MAX_BEARING_EM * initial.style.size
        and word.style == first.style
        for word in words
    )


def _stands_alone(initial: Word, first: Word, pages: Sequence[Page]) -> bool:
    """Whether the initial is a word itself: "A community" rather than "Across"."""
    if initial.text not in _WORDS:
        return False
    return _is_known(first.text, first, pages) and not _is_known(initial.text + first.text, first, pages)


def _is_known(text: str, first: Word, pages: Sequence[Page]) -> bool:
    """Whether a word of the report other than `first` says a text."""
    folded, length = text.casefold(), len(text)
    return any(
        word.text.casefold() == folded
        for page in pages
        for word in page.words
        if len(word.text) == length and word is not first
    )


__all__ = ["join_initials"]
