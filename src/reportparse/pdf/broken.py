"""Words that PDFium breaks letter by letter: where each letter is drawn alone it may take each for a line.

It does so behind a turned title, whose way it takes for that of single letters, too, until it meets with longer text.
"""

import re
from collections.abc import Sequence

from reportparse.pdf.page import Word

# Three letters in a row that are lines of their own in PDFium's text.
_BROKEN = re.compile(r"\r\n\S\r\n\S\r\n\S\r\n")
# Letters of a word touch within this, in parts of the type size: kerning takes up to 0.08, a space is 0.2 wide.
MAX_APART_EM = 0.1
SAME_LEVEL_PT = 0.1


def is_broken(text: str) -> bool:
    r"""Whether PDFium's text of a page has letters for lines.

    >>> is_broken("far: 1\r\n2\r\nT\r\nh\r\ne"), is_broken("a line\r\nand another")
    (True, False)
    """
    return _BROKEN.search(text) is not None


def mend(words: Sequence[Word]) -> dict[int, Word]:
    """The whole words of a page by the order of their first pieces; no other piece of them is in it."""
    whole: dict[int, Word] = {}
    first: Word | None = None
    for word in words:
        if first is not None and _goes_on(first, word):
            first = _join(first, word)
        else:
            first = word
            begin = word.order
        whole[begin] = first
    return whole


def _goes_on(before: Word, word: Word) -> bool:
    is_level = before.angle == word.angle == 0 and abs(before.baseline - word.baseline) <= SAME_LEVEL_PT
    return is_level and before.style == word.style and abs(word.x0 - before.x1) <= MAX_APART_EM * word.style.size


def _join(before: Word, word: Word) -> Word:
    top, bottom = min(before.top, word.top), max(before.bottom, word.bottom)
    return before._replace(text=before.text + word.text, x1=word.x1, top=top, bottom=bottom, order=word.order)
