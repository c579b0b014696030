"""Whether two lines are set alike, so that they may be one paragraph or heading."""

from reportparse.layout import Line
from reportparse.layout.lines import SMALL_CAPS
from reportparse.pdf import Style
from reportparse.structure.typography import SAME_SIZE_PT

# What parts the two languages of a title: no line ends with it that does not go on.
LANGUAGES_PART = "|/"
# Parts of a grey differ by no more than this, of 255: a warm or a cool grey's do so a little.
MAX_GREY = 32


def has_other_type(a: Line, b: Line, marker_words: int) -> bool:
    """Whether two lines are set so differently that they are no one paragraph; a bold lead-in does not count.

    The number at the head of `b`, its first `marker_words`, may be set in a type of its own.
    """
    if abs(a.style.size - b.style.size) >= SAME_SIZE_PT:
        return a.words[-1].style != b.words[0].style  # who said it goes on in small type behind the end of a quotation
    if a.style.color != b.style.color and _is_title(a, b):
        return True
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


def parts_languages(line: Line) -> bool:
    """Whether a stroke stands between bold words and others of one lighter type: a title in two languages."""
    if not line.words[0].style.is_bold:
        return False
    stroke = next((place for place, word in enumerate(line.words) if word.text in LANGUAGES_PART), 0)
    before, after = line.words[:stroke], line.words[stroke + 1 :]
    is_parted = bool(before and after) and len({word.style for word in after}) == 1
    return is_parted and all(word.style.is_bold and word.style.font != after[0].style.font for word in before)


def _is_title(a: Line, b: Line) -> bool:
    """Whether a line over black or grey text is all of one other colour, though in two types: links are of one."""
    return is_one_color(a) and _is_colorful(a.style) and not _is_colorful(b.style) and not _is_one_type(a)


def _share_color(a: Line, b: Line) -> bool:
    """Links inside a paragraph are coloured, and may fill a line."""
    return a.style.font == b.style.font and a.style.is_bold == b.style.is_bold and a.style.size == b.style.size


def _is_colorful(style: Style) -> bool:
    """Whether type is of a colour, and neither black, grey nor white."""
    return style.color is not None and max(style.color) - min(style.color) > MAX_GREY
