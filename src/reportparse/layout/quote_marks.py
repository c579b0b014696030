"""Marks of quotation that are drawn as ornaments: alone, and far larger than the words that they stand beside."""

from collections.abc import Iterator
from operator import attrgetter

from reportparse.layout.lines import Line, make_line
from reportparse.pdf import Page

# Words are of smaller type than an ornament beside them by this factor, or more.
MIN_LARGER = 1.4
_TEXT = attrgetter("text")
_MARKS = frozenset("“”„‟‘’‚«»‹›\"'❝❞❛❜")


def find_quote_marks(page: Page) -> Iterator[Line]:
    """Each ornament of a page, as a line."""
    words = page.words
    if _MARKS.isdisjoint(map(_TEXT, words)):  # as on most pages
        return
    for place, word in enumerate(words):
        if word.text in _MARKS:
            near = [*words[max(0, place - 1) : place], *words[place + 1 : place + 2]]
            if any(other.style.size * MIN_LARGER <= word.style.size for other in near):
                yield make_line(page.number, [word])
