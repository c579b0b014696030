"""Whether two lines are set alike, so that they may be one paragraph or heading."""

from reportparse.layout import Line
from reportparse.layout.lines import SMALL_CAPS
from reportparse.structure.typography import SAME_SIZE_PT


def has_other_type(a: Line, b: Line, marker_words: int) -> bool:
    """Whether two lines are set so differently that they are no one paragraph; a bold lead-in does not count.

    The number at the head of `b`, its first `marker_words`, may be set in a type of its own.
    """
    if abs(a.style.size - b.style.size) >= SAME_SIZE_PT:
        return a.words[-1].style != b.words[0].style  # who said it goes on in small type behind the end of a quotation
    if a.style.is_bold != b.style.is_bold:
        return _is_all(a, a.style.is_bold) and _is_all(b, b.style.is_bold, marker_words)
    return a.style.color != b.style.color and is_one_color(a) and is_one_color(b) and not _share_color(a, b)


def are_small_caps(a: Line, b: Line) -> bool:
    """Whether one of two lines has initials before its small capitals, and the other one small capitals alone."""
    large, small = (a, b) if a.style.size > b.style.size else (b, a)
    if large.style is small.style or not SMALL_CAPS[0] <= small.style.size / (large.style.size or 1) <= SMALL_CAPS[1]:
        return False
    return small.style in {word.style for word in large.words} and _is_one_type(small)


def _is_one_type(line: Line) -> bool:
    return all(word.style == line.style for word in line.words)


def _is_all(line: Line, is_bold: bool, skip: int = 0) -> bool:
    return all(word.style.is_bold == is_bold for word in line.words[skip:] if word.text.isalnum())


def is_one_color(line: Line) -> bool:
    """Whether all words of a line are of one colour."""
    return len({word.style.color for word in line.words}) == 1


def _share_color(a: Line, b: Line) -> bool:
    """Links inside a paragraph are coloured, and may fill a line."""
    return a.style.font == b.style.font and a.style.is_bold == b.style.is_bold and a.style.size == b.style.size
