"""Raised signs in cells that the table's notes or footnotes of the page answer: no part of what the cell says."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from reportparse.layout.lines import Line, find_lines, is_raised
from reportparse.layout.marks import is_note_mark
from reportparse.pdf import Page, Rule, Style, Word
from reportparse.tables.grid import Grid, GridCell, read_text
from reportparse.tables.values import MARKS

# A number whose decimals may follow.
_OPEN = re.compile(r"\d[.,]$")
# A mark is a number of so many digits, a letter, or signs.
_MARK = re.compile(rf"\(?(?:(?P<number>\d{{1,2}})|[a-z]|[{MARKS}]{{1,3}})\)?")
# The line over the footnotes is a quarter or a third of the text's width, where word processors draw it; it stands so
# near over the first of them, in sizes of its type, and begins as far left, to so many points.  It may be a thin box.
MAX_LINE, LINE_EM, SAME_LEFT_PT, THIN_PT = 0.4, 1.6, 3.0, 1.0
# Footnotes are smaller than the text by this factor.
SMALLER = 0.93


def find_foot(page: Page, lines: Sequence[Line], body: Style | None) -> float:
    """How far down the footnotes of a page begin: below a short line that stands alone; its end if there is none.

    They may stand right below a table, whose notes they are not.
    """
    for line in lines:
        left, top, size = line.box.x0, line.box.top, line.style.size
        if body is None or size > SMALLER * body.size or not is_note_mark(line.words[0].text):
            continue
        for rule in page.rules:
            is_over = 0 <= top - rule.bottom <= LINE_EM * size and abs(left - rule.x0) <= SAME_LEFT_PT
            if is_over and _is_short_line(rule, page):
                return rule.bottom
    return page.box.bottom


def _is_short_line(rule: Rule, page: Page) -> bool:
    """Whether a rule is short and no part of a longer one: nothing stands beside it but the side of its thin box."""
    if not rule.is_horizontal or rule.x1 - rule.x0 > MAX_LINE * page.width:
        return False
    others = [other for other in page.rules if other is not rule and abs(other.bottom - rule.bottom) <= THIN_PT]
    return bool(others) == rule.is_side and all((other.x0, other.x1) == (rule.x0, rule.x1) for other in others)


def leave_marks(grid: Grid, lines: Sequence[Line], foot: float = float("inf")) -> Grid:
    """The table, its cells read without the marks that its notes begin with, or a line among `lines` of its page.

    The number of a footnote is raised, or stands below the `foot` of the page, where word processors may set it plain.
    """
    own = {note[0].text for note in grid.notes}
    told = [line for line in lines if len(line.words) > 1]
    answers = {line.words[0].text for line in told if line.box.top >= foot or _is_number(line.words[0], line)} - own
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
