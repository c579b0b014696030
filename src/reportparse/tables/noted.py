"""Raised signs in cells that the table's notes or footnotes of the page answer: no part of what the cell says."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from reportparse.layout.lines import Line, find_lines, is_raised
from reportparse.pdf import Word
from reportparse.tables.grid import Grid, GridCell, read_text
from reportparse.tables.values import MARKS

# A number whose decimals may follow.
_OPEN = re.compile(r"\d[.,]$")
# A mark is a number of so many digits, a letter, or signs.
_MARK = re.compile(rf"\(?(?:(?P<number>\d{{1,2}})|[a-z]|[{MARKS}]{{1,3}})\)?")


def leave_marks(grid: Grid, lines: Sequence[Line]) -> Grid:
    """The table, its cells read without the marks that its notes begin with, or a line among `lines` of its page."""
    own = {note[0].text for note in grid.notes}
    answers = {line.words[0].text for line in lines if len(line.words) > 1 and _is_number(line.words[0], line)} - own
    if not answers and not own:
        return grid
    return grid._replace(cells=tuple([_leave(cell, answers, own) for cell in grid.cells]))


def _leave(cell: GridCell, answers: AbstractSet[str], own: AbstractSet[str]) -> GridCell:
    found = [word for word in _find_marks(cell.words) if word.text in answers or word.text in own]
    if not found:
        return cell
    gone = {word.order for word in found}
    signs = tuple(dict.fromkeys(word.text for word in found))
    return cell._replace(
        text=read_text([word for word in cell.words if word.order not in gone]),
        marks=tuple(sign for sign in signs if sign not in own),
        signs=tuple(sign for sign in signs if sign in own),
    )


def _find_marks(words: Sequence[Word]) -> Iterator[Word]:
    """The raised signs behind other words, which are no decimals; a cell in one type has none."""
    if len({word.style for word in words}) > 1:
        for line in find_lines(0, words):
            pairs = pairwise(line.words)
            yield from (word for before, word in pairs if _is_mark(word, line) and not _OPEN.search(before.text))


def _is_mark(word: Word, line: Line) -> bool:
    return bool(_MARK.fullmatch(word.text)) and is_raised(word, line)


def _is_number(word: Word, line: Line) -> bool:
    match = _MARK.fullmatch(word.text)
    return match is not None and match["number"] is not None and is_raised(word, line)
