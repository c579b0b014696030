"""Captions that a break parts from their tables: the last words of the page or column before name the first table."""

from collections.abc import Collection, Sequence

from reportparse.layout.lines import Line
from reportparse.pdf import Style
from reportparse.tables.join import NOTE_SIZE
from reportparse.tables.named import NUMBERED, is_counted, is_set_apart, look_of

MAX_CAPTION_LINES = 3
# Lines of one caption stand no further apart than this, in parts of the type size.
MAX_LEADING_EM = 0.5
_SIGNS = ":.–—-|"
# A caption without a number is in bold type no larger than the text's by more than this; a heading is larger.
MAX_SIZE = 1.05


def find_before(lines: Sequence[Line], body: Style | None, known: Collection[Style]) -> list[Line]:
    """The caption that the text of a page or column ends with, footnotes aside; none if it is a sentence.

    It is numbered, or in the type of other captions of the report: `known`; or one line in bold.
    """
    if body is None:
        return []
    ordered = sorted(lines, key=lambda line: line.baseline)
    while ordered and ordered[-1].style.size < NOTE_SIZE * body.size and not _may_name(ordered[-1], known):
        ordered.pop()
    found: list[Line] = []
    for line in reversed(ordered[-MAX_CAPTION_LINES:]):
        if found and not _goes_on(line, found[0]):
            break
        found.insert(0, line)
        if match := NUMBERED.match(line.text):
            return found if _is_caption(found, match.end(), body) else []
    if not ordered or is_counted(ordered[-1], lines):
        return []  # one of headings that are counted: "7 Borrowings"
    is_bold = _is_bold_name(ordered[-1], ordered[-2:-1], body)
    return _find_known(ordered, body, known) or (ordered[-1:] if is_bold else [])


def _may_name(line: Line, known: Collection[Style]) -> bool:
    return line.style in known or bool(NUMBERED.match(line.text))


def _find_known(ordered: Sequence[Line], body: Style, known: Collection[Style]) -> list[Line]:
    """The last lines in one type of the report's captions, which is not the text's, and end without a stop."""
    last = ordered[-1] if ordered else None
    if last is None or last.style not in known or not is_set_apart(last.style, body) or last.text[-1] in ".;,:":
        return []
    found = [last]
    for line in reversed(ordered[:-1]):
        if line.style != last.style or not _goes_on(line, found[0]):
            break
        found.insert(0, line)
    return found if len(found) <= MAX_CAPTION_LINES else []


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
