"""Captions that a break parts from their tables: the last words of the page or column before name the first table."""

from collections.abc import Collection, Sequence

from reportparse.layout.lines import Line
from reportparse.pdf import Style
from reportparse.tables.join import NOTE_SIZE
from reportparse.tables.named import NUMBERED, is_set_apart, look_of

MAX_CAPTION_LINES = 3
# Lines of one caption stand no further apart than this, in parts of the type size.
MAX_LEADING_EM = 0.5
_SIGNS = ":.–—-|"


def find_before(lines: Sequence[Line], body: Style | None, looks: Collection[object] = ()) -> list[Line]:
    """The caption that the text of a page or column ends with, footnotes aside; none if it is a sentence.

    It is numbered, or one line in the type of other captions, whose `looks` are told by `look_of_caption`.
    """
    if body is None:
        return []
    ordered = sorted(lines, key=lambda line: line.baseline)
    while ordered and ordered[-1].style.size < NOTE_SIZE * body.size and not _names(ordered[-1], looks):
        ordered.pop()
    if ordered and look_of_caption(ordered[-1].style) in looks and _is_name(ordered[-2:]):
        return ordered[-1:]
    found: list[Line] = []
    for line in reversed(ordered[-MAX_CAPTION_LINES:]):
        if found and not _goes_on(line, found[0]):
            return []
        found.insert(0, line)
        if match := NUMBERED.match(line.text):
            return found if _is_caption(found, match.end(), body) else []
    return []


def _names(line: Line, looks: Collection[object]) -> bool:
    return bool(NUMBERED.match(line.text)) or look_of_caption(line.style) in looks


def look_of_caption(style: Style) -> object:
    """What tells the type of captions from that of headings and of text."""
    return look_of(style), style.color


def _is_name(lines: Sequence[Line]) -> bool:
    """Whether the last of one or two lines is no sentence, and no line of a text with the one above it."""
    *above, last = lines
    is_alone = not above or look_of(above[0].style) != look_of(last.style) or not _goes_on(above[0], last)
    return is_alone and last.text[:1].isupper() and last.text[-1] not in ".;,:" and " " in last.text


def _goes_on(line: Line, below: Line) -> bool:
    """Whether two lines may be of one caption: set alike, at the leading of one text."""
    gap = below.box.top - line.box.bottom
    return look_of(line.style) == look_of(below.style) and gap <= MAX_LEADING_EM * line.style.size


def _is_caption(found: Sequence[Line], end: int, body: Style) -> bool:
    """Whether what begins with "Table 2", up to `end`, goes on as a name does and not as a sentence."""
    is_named = found[0].text[end : end + 2].strip()[:1] in _SIGNS
    is_apart = all(is_set_apart(word.style, body) for line in found for word in line.words)
    return (is_named or is_apart) and found[-1].text[-1] not in ".;,"
