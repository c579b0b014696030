"""Captions that stand left of their tables, beside the first rows."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.geometry import Box
from reportparse.layout.lines import Line
from reportparse.pdf import Style
from reportparse.tables.named import NOTE, NUMBERED, is_set_apart, look_of

# Widest space between a caption and its table, and how far above or below the table's head it begins, in points.
MAX_GAP_PT, MAX_OFF_PT = 40.0, 14.0
# Most lines of one, and how near they follow each other, in parts of the type size.
MAX_LINES, MAX_LEADING_EM = 7, 1.6
# Larger type than this many times the text's is that of a heading, in the next column.
MAX_SIZE = 1.3
# Lines begin or end this near to each other, in points.
SAME_EDGE_PT = 2.0


def find_left(box: Box, lines: Sequence[Line], body: Style | None) -> list[Line]:
    """The lines left of a table that name it: set apart from the text, one below the other, and nothing else there."""
    found = sorted(
        (line for line in lines if line.box.x1 <= box.x0 and box.top - MAX_OFF_PT <= line.box.middle[1] <= box.bottom),
        key=lambda line: line.baseline,
    )
    if not found or body is None or len(found) > MAX_LINES or any(line.words[0].angle for line in found):
        return []
    first = found[0]
    is_near = box.x0 - max(line.box.x1 for line in found) <= MAX_GAP_PT and abs(first.box.top - box.top) <= MAX_OFF_PT
    is_plain = all(is_set_apart(line.style, body) and line.style.size <= MAX_SIZE * body.size for line in found)
    is_named = bool(NUMBERED.match(first.text)) or is_plain
    return found if is_near and is_named and _are_one(found) and not NOTE.match(first.text) else []


def _are_one(lines: Sequence[Line]) -> bool:
    """Whether lines of one type follow each other at one edge."""
    edges = zip(*[(line.box.x0, line.box.x1) for line in lines], strict=True)
    return any(max(edge) - min(edge) <= SAME_EDGE_PT for edge in edges) and all(
        look_of(a.style) == look_of(b.style) and b.baseline - a.baseline <= MAX_LEADING_EM * a.style.size
        for a, b in pairwise(lines)
    )
