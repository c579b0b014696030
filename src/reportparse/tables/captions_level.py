"""Captions of one word over tables that stand side by side: one alone might head a part of the text."""

from collections.abc import Sequence

from reportparse.layout.lines import Line
from reportparse.pdf import Style
from reportparse.tables.grid import Grid
from reportparse.tables.named import is_set_apart

# Widest space between a caption and its table, in parts of the type; larger type than the text's by this factor is that
# of headings.
MAX_GAP_EM, MAX_SIZE = 2.2, 1.16
# A caption begins this near to the edge of its table, and captions are level that differ by less, in points.
BESIDE_PT, LEVEL_PT = 10.0, 1.0


def name_level(grids: Sequence[Grid], lines: Sequence[Line], body: Style | None) -> list[Grid]:
    """The tables of a page, those named whose words right above them stand on one line in one type.

    `lines` are those that stand in no table, `body` is the type of the report's text.
    """
    found = {place: _find_over(grid, lines, body) for place, grid in enumerate(grids) if not grid.caption}
    names = {place: line for place, line in found.items() if line is not None}
    named = list(grids)
    for place, line in names.items():
        if any(_are_level(line, other) for other in names.values()):
            named[place] = grids[place]._replace(caption=line.words)
    return named


def _find_over(grid: Grid, lines: Sequence[Line], body: Style | None) -> Line | None:
    """The word that is set apart from the text at the left edge of a table, and right above it."""
    over = (line for line in lines if abs(line.box.x0 - grid.box.x0) <= BESIDE_PT and line.box.x1 <= grid.box.x1)
    line = max((line for line in over if line.box.bottom <= grid.box.top + 3), key=_bottom, default=None)
    if line is None or body is None or not line.text.isalpha() or not is_set_apart(line.style, body):
        return None
    is_near = grid.box.top - line.box.bottom <= MAX_GAP_EM * line.style.size
    return line if is_near and line.style.size <= MAX_SIZE * body.size else None


def _are_level(line: Line, other: Line) -> bool:
    is_level = abs(line.baseline - other.baseline) < LEVEL_PT and line.style == other.style
    return is_level and (line.box.x1 < other.box.x0 or other.box.x1 < line.box.x0)


def _bottom(line: Line) -> float:
    return line.box.bottom
