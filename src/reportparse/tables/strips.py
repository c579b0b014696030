"""Number strips, which are no tables though their figures and labels stand in rows."""

from collections.abc import Sequence

from reportparse.geometry import grow, has_middle_in
from reportparse.layout.lines import find_lines
from reportparse.layout.strip_labels import part_labels
from reportparse.layout.strips import MIN_RATIO, find_strips
from reportparse.pdf import Word
from reportparse.tables.grid import Grid
from reportparse.tables.segments import Row, is_value

# A label may reach so far over the words that were taken for rows, to any side, in points.
OVER_PT = 30.0


def is_strip(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether all values of a grid without rules are large figures with labels; `words` are those of the page."""
    values = [cell for cell in grid.cells if is_value(_read_largest(cell.words))]
    if grid.method != "unruled" or len(values) < 2:
        return False
    room = grow(grid.box, OVER_PT)
    sizes = [word.style.size for word in words if has_middle_in(word.box, room)]
    if max(sizes) < MIN_RATIO * min(sizes):
        return False
    # All of the page, as a label between two figures is that of the nearer one alone.
    cells = find_strips(grid.page, part_labels(find_lines(grid.page, [word for word in words if word.angle == 0])))
    return all(any(has_middle_in(value.words[0].box, cell.box) for cell in cells) for value in values)


def find_strip_bands(bands: Sequence[Sequence[Row]]) -> set[int]:
    """Which of the bands between rules hold a strip on a ground, whose edges look like rules, or lie beside that."""
    strips = [at for at, band in enumerate(bands) if band and _are_figures(band)]
    return {near for at in strips for near in (at - 1, at, at + 1)}


def _are_figures(rows: Sequence[Row]) -> bool:
    """Whether a line holds nothing but figures, and those below it are their labels, in much smaller type."""
    first, *labels = rows
    largest = max((label[0].size for label in labels), default=first[0].size)
    return all(is_value(figure.text) and figure.size >= MIN_RATIO * largest for figure in first)


def _read_largest(words: Sequence[Word]) -> str:
    """The words in the largest type of a cell, which may hold a figure with its label."""
    largest = max((word.style.size for word in words), default=0.0)
    return " ".join(word.text for word in words if word.style.size == largest)
