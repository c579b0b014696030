"""The caption above a table and the notes below it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from reportparse.geometry import Box
from reportparse.layout.lines import Line
from reportparse.pdf import Style, Word
from reportparse.tables.grid import Grid, GridCell, box_of

# Widest space between a caption and its table, in parts of the caption's type.
MAX_GAP_EM, NUMBERED_GAP_EM = 1.6, 3.0
# Where cells are padded a caption may stand as far off as rows do, and a little more.
MAX_GAP_ROWS = 1.25
# Type larger than this many times the text's is a heading.
MAX_SIZE = 1.16
MAX_CAPTION_LINES = 3

_NUMBERED = re.compile(r"(?:Table|Tabelle|Tabl)\s+((?:[A-Z]\.?)?\d+(?:\.\d+)*[a-z]?)\b", re.IGNORECASE)
# What a table counts in, on a line of its own: (in percent), [In millions of dollars].
_UNIT = re.compile(r"[\[(][^\[\]()]{2,80}[\])]\.?|[£$€](?:000s?|m|k|million)")
# No sentence ends with the unit of the numbers below it.
_UNIT_LAST = re.compile(
    r".*(?:\((?:in\s)?(?:[£€$]\s?(?:000s?|m|k|millions?|thousands?)?|%|per\s?cent)\)|,\s[£€$]\s?(?:000s?|m|k|millions?)?)"
)
NOTE = re.compile(r"(?:[*†‡§¹²³⁴]+\s?\S|\(?[a-e1-9*]\)\s|[1-9a-e]\s[A-Z]|(?i:Sources?|Notes?|N\.?B)\b\s?[:.]?)")


def find_number(caption: str | None) -> str | None:
    """Find "Table 1" at the head of a caption.

    >>> find_number("Table 2 – Expenditure")
    'Table 2'
    """
    match = _NUMBERED.match(caption or "")
    return match[0] if match else None


def find_body_style(words: Iterable[Word]) -> Style | None:
    """The style of most letters."""
    letters: Counter[Style] = Counter()
    for word in words:
        letters[word.style] += len(word.text)
    return letters.most_common(1)[0][0] if letters else None


def take_captions(grid: Grid, lines: Sequence[Line], body: Style | None) -> Grid:
    """The table with its caption and notes; `lines` are those of its page that no table holds."""
    grid = _take_full_rows(grid)
    box = box_of([word for cell in grid.cells for word in cell.words])
    if not grid.caption:
        caption = _find_caption(box, lines, body, _row_gap(grid))
        grid = replace(grid, caption=tuple(word for line in caption for word in line.words))
    notes = _find_notes(box, lines, body)
    return replace(grid, notes=(*grid.notes, *(line.words for line in notes)))


def _row_gap(grid: Grid) -> float:
    """The usual space between the words of two rows, in points: cells may be padded."""
    spans: dict[int, list[float]] = {}
    for cell in grid.cells:
        for word in cell.words if cell.row_span == 1 else ():
            top, bottom = spans.get(cell.row, (word.top, word.bottom))
            spans[cell.row] = [min(top, word.top), max(bottom, word.bottom)]
    rows = [spans[row] for row in sorted(spans)]
    return median([0.0, 0.0] if len(rows) < 2 else [b[0] - a[1] for a, b in pairwise(rows)])


def _take_full_rows(grid: Grid) -> Grid:
    """A first row of one cell over all columns is the caption; a last one that reads as a note is a note."""
    caption, notes = grid.caption, grid.notes
    cells = list(grid.cells)
    first = [cell for cell in cells if cell.row == 0]
    if len(first) == 1 and first[0].column_span == grid.column_count and first[0].row_span == 1 and grid.row_count > 2:
        caption = first[0].words
        cells = [replace(cell, row=cell.row - 1) for cell in cells if cell.row > 0]
    last_row = max(cell.row for cell in cells)
    last = [cell for cell in cells if cell.row == last_row]
    if len(last) == 1 and last[0].column_span == grid.column_count and NOTE.match(last[0].text) and last_row > 1:
        notes = (last[0].words, *notes)
        cells = [cell for cell in cells if cell.row < last_row]
    return replace(grid, cells=tuple(cells), caption=caption, notes=notes)


def _find_caption(box: Box, lines: Sequence[Line], body: Style | None, row_gap: float) -> list[Line]:
    """The lines right above that are set apart from the text, or name a table; no further off than padding makes it."""
    found: list[Line] = []
    edge = box.top
    for line in sorted(lines, key=lambda line: -line.box.bottom):
        if line.box.bottom > edge + 3 or min(line.box.x1, box.x1) <= max(line.box.x0, box.x0):
            continue
        limit = (NUMBERED_GAP_EM if _NUMBERED.match(line.text) else MAX_GAP_EM) if not found else 0.8
        reach = max(limit * line.style.size, MAX_GAP_ROWS * row_gap)
        if edge - line.box.bottom > reach or len(found) == MAX_CAPTION_LINES:
            break
        if not found and not _is_caption(line, body):
            break
        is_apart = bool(found) and _key(line.style) != _key(found[0].style)
        goes_up = bool(found) and bool(_NUMBERED.match(line.text) or _UNIT.fullmatch(found[0].text))
        if found and (_NUMBERED.match(found[0].text) or (is_apart and not goes_up)):
            break
        found.insert(0, line)
        edge = line.box.top
    return found


def _key(style: Style) -> tuple[float, bool, bool]:
    return round(style.size), style.is_bold, style.is_italic


def _is_caption(line: Line, body: Style | None) -> bool:
    if _NUMBERED.match(line.text):
        return len(line.text) < 200
    if _UNIT.fullmatch(line.text) or (len(line.text) < 120 and _UNIT_LAST.fullmatch(line.text)):
        return True
    if body is None or line.style.size > MAX_SIZE * body.size or not any(char.isalpha() for char in line.text):
        return False
    if line.text.endswith((".", "”", '"')):
        return False
    words = [word for word in line.words if len(word.text) > 1]
    apart = [word for word in words if _is_apart(word.style, body)]
    return len(apart) == len(words) > 1


def _is_apart(style: Style, body: Style) -> bool:
    return (
        (style.is_bold and not body.is_bold)
        or (style.is_italic and not body.is_italic)
        or style.size < 0.97 * body.size
    )


def _find_notes(box: Box, lines: Sequence[Line], body: Style | None) -> list[Line]:
    """Lines right below in smaller type that begin as notes do."""
    found: list[Line] = []
    edge = box.bottom
    for line in sorted(lines, key=lambda line: line.box.top):
        if line.box.top < edge - 3 or min(line.box.x1, box.x1) <= max(line.box.x0, box.x0):
            continue
        limit = 2.4 if not found else 0.8
        is_small = body is None or line.style.size < 0.95 * body.size or line.style.is_italic
        if line.box.top - edge > limit * line.style.size or not is_small:
            break
        if not NOTE.match(line.text) and not (found and _key(line.style) == _key(found[-1].style)):
            break
        found.append(line)
        edge = line.box.bottom
        if len(found) > 8:
            break
    return found


__all__ = ["GridCell", "find_body_style", "find_number", "take_captions"]
