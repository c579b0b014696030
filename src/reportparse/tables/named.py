"""What captions and notes of tables say of themselves by their words and their type."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from reportparse.layout.lines import Line
from reportparse.pdf import Style, Word

# Type smaller than this many times the text's is set apart by it.
SMALL = 0.97

NUMBERED = re.compile(r"(?:Table|Tabelle|Tabl)\s+((?:[A-Z]\.?)?\d+(?:\.\d+)*[a-z]?)\b", re.IGNORECASE)
_CALLED = r"(?:Sources?|Notes?|N\.?B|Ffynhonnell|Ffynonellau|Nodyn|Nodiadau)\b"
WORDED_NOTE = re.compile(_CALLED, re.IGNORECASE)
NOTE = re.compile(rf"(?:[*†‡§¹²³⁴]+\s?\S|\(?[a-e1-9*]\)\s|[1-9a-e]\s[A-Z]|(?i:{_CALLED})\s?[:.]?)")

_COUNTED = re.compile(r"(\d{1,2})\.?\s+[A-Z]")
LONE_SIGN = re.compile(r"[*†‡§¹²³⁴]+|\(?[a-e1-9*]\)?")
_STYLE, _TEXT = attrgetter("style"), attrgetter("text")


def find_number(caption: str | None) -> str | None:
    """Find "Table 1" at the head of a caption.

    >>> find_number("Table 2 – Expenditure")
    'Table 2'
    """
    match = NUMBERED.match(caption or "")
    return match[0] if match else None


def is_counted(line: Line, lines: Iterable[Line]) -> bool:
    """Whether a line is one of several in its type that are counted: "2. Turnover" before "3. Operating costs"."""
    own = _COUNTED.match(line.text)
    others = [other.text for other in lines if own and other.style == line.style and other is not line]
    numbers = {int(match[1]) for text in others if (match := _COUNTED.match(text))}
    return own is not None and not numbers.isdisjoint({int(own[1]) - 1, int(own[1]) + 1})


def find_body_style(words: Iterable[Word]) -> Style | None:
    """The style of most letters."""
    letters: Counter[Style] = Counter()
    for style, run in groupby(words, key=_STYLE):
        letters[style] += sum(map(len, map(_TEXT, run)))
    return letters.most_common(1)[0][0] if letters else None


def look_of(style: Style) -> tuple[float, bool, bool]:
    """What tells one type from another: size, weight and slant."""
    return round(style.size), style.is_bold, style.is_italic


def is_set_apart(style: Style, body: Style) -> bool:
    """Whether type is heavier or smaller than the text's, or slanted."""
    return (
        (style.is_bold and not body.is_bold)
        or (style.is_italic and not body.is_italic)
        or style.size < SMALL * body.size
    )
