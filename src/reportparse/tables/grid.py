"""A table on one page before it is read: places, cells and their words."""

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.layout.lines import find_lines
from reportparse.pdf import Word
from reportparse.tables.named import LONE_SIGN
from reportparse.text import Vocabulary, join_lines

_LEADER = re.compile(r"[.…·_‥]{3,}")
_TRAIL = re.compile(r"\s*(?:[.…·_‥]\s?){4,}$")


class GridCell(NamedTuple):
    """Words at a place of the grid; spans are counted in places."""

    row: int
    column: int
    row_span: int
    column_span: int
    words: tuple[Word, ...]
    text: str = ""
    marks: tuple[str, ...] = ()
    """Raised numbers of footnotes of the page, which the text leaves out."""
    signs: tuple[str, ...] = ()
    """Raised signs of the table's own notes, which the text leaves out."""


class Grid(NamedTuple):
    """Cells of one table on one page, by row and column."""

    page: int
    box: Box
    cells: tuple[GridCell, ...]
    columns: tuple[float, ...]
    """Left edge of each column and the right edge of the last, in points."""
    method: str
    caption: tuple[Word, ...] = ()
    notes: tuple[tuple[Word, ...], ...] = ()
    ruled_header: int = 0
    """Rows above the first rule that the body does not repeat, or with a ground of their own; 0 where nothing tells."""
    agreement: float | None = None
    """Part of the cells that are cells by the tags of the PDF too; None where no tags speak of this table."""
    tagged_header: tuple[int, int] = (0, 0)
    """Rows and columns that hold headers alone by tags that agree with the cells."""

    @property
    def row_count(self) -> int:
        """Places from top to bottom."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def column_count(self) -> int:
        """Places from left to right."""
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    @property
    def words(self) -> list[Word]:
        """Of all cells, the caption and the notes that a lone sign opens, as it does items of lists.

        Other notes are paragraphs below the table: sources, explanations, signs that stand close before their words.
        """
        taken = [word for cell in self.cells for word in cell.words]
        signed = (word for note in self.notes if LONE_SIGN.fullmatch(note[0].text) for word in note)
        return [*taken, *self.caption, *signed]


def read_text(words: Sequence[Word], vocabulary: Vocabulary | None = None) -> str:
    """The words of a cell, caption or note as text, line after line; a `vocabulary` mends what is broken over lines."""
    if not words:
        return ""
    if len(words) == 1:
        return _TRAIL.sub("", words[0].text) or words[0].text
    words = [word for word in words if not _LEADER.fullmatch(word.text)] or words
    lines = find_lines(0, words)
    if vocabulary is not None:
        return _TRAIL.sub("", join_lines([line.text for line in lines], vocabulary))
    parts = [lines[0].text]
    for line in lines[1:]:
        if parts[-1].endswith("\u00ad"):
            parts[-1] = parts[-1][:-1] + line.text
        elif parts[-1][-1:] in "-–/" and parts[-1][-2:-1].isalnum() and line.text[:1].isalnum():
            parts[-1] += line.text
        else:
            parts.append(line.text)
    return _TRAIL.sub("", " ".join(parts))


def compact(grid: Grid) -> Grid:
    """Leave out rows and columns that hold nothing, and close up the places.

    A merged cell that reaches only over such places loses them from its span.
    """
    filled = [cell for cell in grid.cells if cell.words]
    rows = sorted({cell.row for cell in filled})
    columns = sorted({cell.column for cell in filled})
    row_at = {row: i for i, row in enumerate(rows)}
    column_at = {column: i for i, column in enumerate(columns)}
    cells = []
    for cell in grid.cells:
        inside_rows = [row_at[r] for r in range(cell.row, cell.row + cell.row_span) if r in row_at]
        inside_columns = [column_at[c] for c in range(cell.column, cell.column + cell.column_span) if c in column_at]
        if inside_rows and inside_columns:
            place = (inside_rows[0], inside_columns[0], len(inside_rows), len(inside_columns))
            cells.append(GridCell(*place, cell.words, cell.text))
    edges = [grid.columns[c] for c in columns] + [grid.columns[-1]]
    return grid._replace(cells=tuple(sorted(cells, key=attrgetter("row", "column"))), columns=tuple(edges))


def box_of(words: Sequence[Word]) -> Box:
    """Round the words, of which there is at least one."""
    _, x0s, tops, x1s, bottoms, *_ = zip(*words, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))
