"""Raised numbers in cells that footnotes of the page answer: marks, and no part of what the cell says."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from reportparse.layout.lines import Line, find_lines, is_raised
from reportparse.pdf import Word
from reportparse.tables.grid import Grid, GridCell, read_text

# A number whose decimals may follow.
_OPEN = re.compile(r"\d[.,]$")
# Longest number of a footnote, in digits.
MAX_DIGITS = 2


def leave_marks(grid: Grid, lines: Sequence[Line]) -> Grid:
    """The table, its cells read without the marks that a line among `lines`, those of its page, begins with."""
    answers = {line.words[0].text for line in lines if len(line.words) > 1 and _is_mark(line.words[0], line)}
    answers -= {note[0].text for note in grid.notes}
    return grid._replace(cells=tuple([_leave(cell, answers) for cell in grid.cells])) if answers else grid


def _leave(cell: GridCell, answers: AbstractSet[str]) -> GridCell:
    marks = {word.order: word.text for word in _find_marks(cell.words) if word.text in answers}
    if not marks:
        return cell
    text = read_text([word for word in cell.words if word.order not in marks])
    return cell._replace(text=text, marks=tuple(dict.fromkeys(marks.values())))


def _find_marks(words: Sequence[Word]) -> Iterator[Word]:
    """The raised numbers behind other words, which are no decimals; a cell in one type has none."""
    if len({word.style for word in words}) > 1:
        for line in find_lines(0, words):
            pairs = pairwise(line.words)
            yield from (word for before, word in pairs if _is_mark(word, line) and not _OPEN.search(before.text))


def _is_mark(word: Word, line: Line) -> bool:
    return word.text.isdigit() and len(word.text) <= MAX_DIGITS and is_raised(word, line)
