"""Panels of text side by side, which are no table though their titles, figures and lines stand in rows."""

from reportparse.geometry import Box, has_middle_in
from reportparse.layout.lines import find_lines
from reportparse.pdf import Page
from reportparse.tables.grid import Grid

# So many panels, and in this part of them the lines of a text that goes on: those of a table's columns are cells.
MIN_PANELS, MIN_TEXTS = 2, 0.5
# A line of so many words that begins in a small letter goes on with the one above.
MIN_WORDS = 3


def are_panels(grid: Grid, page: Page) -> bool:
    """Whether all words of a grid without rules stand on filled boxes, each as high as the grid, that hold texts."""
    if grid.method != "unruled":
        return False
    boxes = [fill.box for fill in page.fills if fill.box.top <= grid.box.top and fill.box.bottom >= grid.box.bottom]
    boxes = [box for box in boxes if box.x0 > grid.box.x0 or box.x1 < grid.box.x1]
    if len(boxes) < MIN_PANELS or not all(any(has_middle_in(word.box, box) for box in boxes) for word in grid.words):
        return False
    goes_on = [_holds_text(page, box) for box in boxes]
    return sum(goes_on) >= MIN_TEXTS * len(goes_on)


def _holds_text(page: Page, box: Box) -> bool:
    lines = find_lines(page.number, [word for word in page.words if has_middle_in(word.box, box)])
    return any(len(line.words) >= MIN_WORDS and line.text[0].islower() for line in lines)
