"""Captions that stand below a chart: a line or a few in small or slanted type, right under it."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from reportparse.geometry import Box, shared_width
from reportparse.layout import Line
from reportparse.pictures.running import SAME_ROW_PT
from reportparse.pictures.texts import LABEL_SIZE, Texts

# A caption begins this near below its chart, in sizes of its type, and has at most so many lines at this leading.
MAX_GAP_EM, MAX_LINES, MAX_LEADING_EM = 2.2, 3, 1.6
# It begins with the chart, or stands centred under it, to so many points, and has at least so many words.
EDGE_PT, MIN_WORDS = 8.0, 3
# The axis of a chart stands so far right of the edge of its column, in points.
MAX_INDENT_PT = 24.0
# A picture reaches into the gap between columns, and so over less than this part of a line of the next one.
MIN_OVER = 0.1
# What begins a note rather than a caption.
_NOTES = ("source", "note", "*", "†")


def find_foot(box: Box, lines: Sequence[Line], texts: Texts) -> list[Line]:
    """The lines of the caption below a chart, downwards; none where a text stands there."""
    below = sorted(
        (line for line in lines if line.box.top >= box.bottom - SAME_ROW_PT and _is_over(box, line.box)),
        key=lambda line: line.baseline,
    )
    if not below or not (_may_be_caption(below[0], box, texts) or _is_bold_name(below, box, texts)):
        return []
    found = [below[0]]
    for above, line in pairwise(below):
        step = line.baseline - above.baseline
        if line.style != above.words[-1].style or not 0 < step <= MAX_LEADING_EM * line.style.size:
            break
        found.append(line)
    is_caption = len(found) <= MAX_LINES and sum(len(line.words) for line in found) >= MIN_WORDS
    rest = below[len(found) :]
    if (rest and _runs_on(found[-1], rest[0])) or _heads_text(found, rest, box, texts):
        return []
    return found if is_caption and not found[0].text.casefold().startswith(_NOTES) else []


def _runs_on(line: Line, below: Line) -> bool:
    """Whether a sentence goes on in the line right below, in another colour or weight: no caption does."""
    last, first = line.words[-1].style, below.words[0].style
    is_near = 0 < below.baseline - line.baseline <= MAX_LEADING_EM * last.size
    return is_near and first.size == last.size and below.text[0].islower() and line.text[-1] not in ".:;!?"


def _heads_text(found: Sequence[Line], below: Sequence[Line], box: Box, texts: Texts) -> bool:
    """Whether bold lines stand nearer to text of the report's size, which they begin with, than to the picture."""
    if not below or not all(word.style.is_bold for line in found for word in line.words):
        return False
    text, last = below[0], found[-1]
    is_text = text.style.size > LABEL_SIZE * texts.body_size and abs(text.box.x0 - last.box.x0) <= SAME_ROW_PT
    return is_text and text.box.top - last.box.bottom < found[0].box.top - box.bottom


def _is_over(box: Box, line: Box) -> bool:
    """Whether a picture stands over a line, and not over the edge of the next column alone."""
    return shared_width(line, box) > MIN_OVER * min(line.width, box.width)


def find_slanted_foot(drawing: Box, lines: Sequence[Line], texts: Texts) -> list[Line]:
    """The lines of a caption in slanted type right below a drawing, where labels that hold numbers are upright."""
    foot = find_foot(drawing, lines, texts)
    return foot if all(line.style.is_italic for line in foot) else []


def _may_be_caption(line: Line, box: Box, texts: Texts) -> bool:
    """Whether a line is the first of a caption: near, set apart from the text by its type, and flush or centred.

    Below a photograph that reaches over the page's left edge it stands where the text does.
    """
    if line.words[0].angle or line.box.top - box.bottom > MAX_GAP_EM * line.style.size or not line.text[0].isupper():
        return False
    offs = line.box.x0 - box.x0, line.box.x1 - box.x1, line.box.middle[0] - box.middle[0]
    is_flush = min(map(abs, offs)) <= EDGE_PT or box.x0 <= EDGE_PT
    is_apart = line.style.size <= LABEL_SIZE * texts.body_size or line.style.is_italic
    return is_flush and is_apart


def _is_bold_name(below: Sequence[Line], box: Box, texts: Texts) -> bool:
    """Whether the first line is in bold type no larger than the text's, and nearer to the chart than to what follows.

    A heading is larger, or nearer to the text that it stands over.
    """
    line, gap = below[0], below[0].box.top - box.bottom
    is_bold = all(word.style.is_bold for word in line.words) and line.style.size <= texts.body_size
    if not is_bold or not line.text[0].isupper():
        return False
    name = list(takewhile(lambda other: other.style == line.style, below))
    rest = below[len(name)].box.top if len(name) < len(below) else float("inf")
    is_near = gap <= MAX_GAP_EM * line.style.size and gap < rest - name[-1].box.bottom
    return is_near and -EDGE_PT <= box.x0 - line.box.x0 <= MAX_INDENT_PT and line.text[-1] not in ".:;,"


__all__ = ["find_foot", "find_slanted_foot"]
