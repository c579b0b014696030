"""Captions that stand left or right of their tables, beside the first rows: a margin may be made for them."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.geometry import Box
from reportparse.layout.lines import Line
from reportparse.pdf import Style
from reportparse.tables.named import NOTE, NUMBERED, is_set_apart, look_of

# Widest space between a caption and its table, and how far above or below the table's head it begins, in points.
MAX_GAP_PT, MAX_OFF_PT = 40.0, 14.0
# One on the right is level with the first row, to so many points: what begins further up may name another table there.
LEVEL_PT = 6.0
# Most lines of one, and how near they follow each other, in parts of the type size.
MAX_LINES, MAX_LEADING_EM = 7, 1.6
# Larger type than this many times the text's is that of a heading, in the next column: on the right, any larger type.
MAX_SIZE = 1.3
# Lines begin or end this near to each other, in points.
SAME_EDGE_PT = 2.0


def find_beside(box: Box, lines: Sequence[Line], body: Style | None) -> list[Line]:
    """The lines left or else right of a table that name it: one below the other, and nothing else there."""
    if body is None:
        return []
    level = sorted(
        (line for line in lines if box.top - MAX_OFF_PT <= line.box.middle[1] <= box.bottom),
        key=lambda line: line.baseline,
    )
    left = [line for line in level if line.box.x1 <= box.x0]
    return _find_left(box, left, body) or _find_right(box, [line for line in level if line.box.x0 >= box.x1], body)


def _find_left(box: Box, found: list[Line], body: Style) -> list[Line]:
    if not _are_few(found) or abs(found[0].box.top - box.top) > MAX_OFF_PT:
        return []
    is_near = box.x0 - max(line.box.x1 for line in found) <= MAX_GAP_PT
    is_named = bool(NUMBERED.match(found[0].text)) or _are_apart(found, body, MAX_SIZE)
    return found if is_near and is_named else []


def _find_right(box: Box, found: list[Line], body: Style) -> list[Line]:
    """The lines that begin at the edge of a margin beside the first row."""
    if not _are_few(found) or abs(found[0].box.top - box.top) > LEVEL_PT:
        return []
    is_near = found[0].box.x0 - box.x1 <= MAX_GAP_PT
    return found if is_near and _are_apart(found, body, 1.0) else []


def _are_apart(lines: Sequence[Line], body: Style, most: float) -> bool:
    """Whether lines are set apart from the text, and at most so many times as large."""
    return all(is_set_apart(line.style, body) and line.style.size <= most * body.size for line in lines)


def _are_few(lines: Sequence[Line]) -> bool:
    """Whether lines may be a caption: few, upright, one text, no note, and no sentence unless a number opens it."""
    if not 0 < len(lines) <= MAX_LINES or any(line.words[0].angle for line in lines) or NOTE.match(lines[0].text):
        return False
    is_sentence = lines[-1].text.endswith(".") and not NUMBERED.match(lines[0].text)
    return not is_sentence and _are_one(lines)


def _are_one(lines: Sequence[Line]) -> bool:
    """Whether lines of one type follow each other at one edge."""
    edges = zip(*[(line.box.x0, line.box.x1) for line in lines], strict=True)
    return any(max(edge) - min(edge) <= SAME_EDGE_PT for edge in edges) and all(
        look_of(a.style) == look_of(b.style) and b.baseline - a.baseline <= MAX_LEADING_EM * a.style.size
        for a, b in pairwise(lines)
    )
