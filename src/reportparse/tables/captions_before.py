"""Captions that a page break parts from their tables: the last words of the page before name the first table."""

from collections.abc import Sequence

from reportparse.layout.lines import Line
from reportparse.pdf import Style
from reportparse.tables.join import NOTE_SIZE
from reportparse.tables.named import NUMBERED, is_set_apart, look_of

MAX_CAPTION_LINES = 3
# Lines of one caption stand no further apart than this, in parts of the type size.
MAX_LEADING_EM = 0.5
_SIGNS = ":.–—-|"
# A caption without a number is in bold type no larger than the text's by more than this; a heading is larger.
MAX_SIZE = 1.05


def find_before(lines: Sequence[Line], body: Style | None) -> list[Line]:
    """The caption that the text of a page ends with, footnotes aside: numbered or a line in bold, and no sentence."""
    if body is None:
        return []
    ordered = sorted(lines, key=lambda line: line.baseline)
    while ordered and ordered[-1].style.size < NOTE_SIZE * body.size and not NUMBERED.match(ordered[-1].text):
        ordered.pop()
    if ordered and _is_bold_name(ordered[-1], ordered[-2:-1], body):
        return ordered[-1:]
    found: list[Line] = []
    for line in reversed(ordered[-MAX_CAPTION_LINES:]):
        if found and not _goes_on(line, found[0]):
            return []
        found.insert(0, line)
        if match := NUMBERED.match(line.text):
            return found if _is_caption(found, match.end(), body) else []
    return []


def _is_bold_name(line: Line, above: Sequence[Line], body: Style) -> bool:
    """Whether a line is in bold as a whole, of the text's size and no sentence, below text that is not."""
    is_bold = all(word.style.is_bold for word in line.words) and not body.is_bold
    is_alone = not any(_goes_on(line, other) or other.style.is_bold for other in above)
    return is_bold and is_alone and line.style.size <= MAX_SIZE * body.size and line.text[-1] not in ".;,:"


def _goes_on(line: Line, below: Line) -> bool:
    """Whether two lines may be of one caption: set alike, at the leading of one text."""
    gap = below.box.top - line.box.bottom
    return look_of(line.style) == look_of(below.style) and gap <= MAX_LEADING_EM * line.style.size


def _is_caption(found: Sequence[Line], end: int, body: Style) -> bool:
    """Whether what begins with "Table 2", up to `end`, goes on as a name does and not as a sentence."""
    is_named = found[0].text[end : end + 2].strip()[:1] in _SIGNS
    is_apart = all(is_set_apart(word.style, body) for line in found for word in line.words)
    return (is_named or is_apart) and found[-1].text[-1] not in ".;,"
