"""Titles of several lines over a chart: what stands right above the line that is told by its place begins it."""

from collections.abc import Sequence

from reportparse.layout import Line
from reportparse.pictures.running import SAME_ROW_PT

# Lines of one title follow each other this near, in sizes of their type; no title has more of them.
MAX_LEADING_EM, MAX_LINES = 1.6, 3


def find_begin(title: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines that a title begins with, downwards, from the free `lines` above it: set alike, flush or centred.

    Bold or slanted type alone tells them from text; more of them than titles have are none.
    """
    if not (title.style.is_bold or title.style.is_italic) or title.words[0].angle:
        return []
    found: list[Line] = []
    last = title
    for line in sorted(lines, key=lambda line: -line.baseline):
        step = last.baseline - line.baseline
        if step > MAX_LEADING_EM * title.style.size:
            break
        if step > 0 and line.style == title.style and _are_in_line(line, title):
            found.insert(0, line)
            last = line
    return found if len(found) < MAX_LINES else []


def _are_in_line(line: Line, title: Line) -> bool:
    offs = line.box.x0 - title.box.x0, line.box.middle[0] - title.box.middle[0]
    return min(map(abs, offs)) <= SAME_ROW_PT


__all__ = ["find_begin"]
