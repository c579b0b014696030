"""Tables without rules that a page break tears: rows under a head that is said again, or a head alone at the foot."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reportparse.geometry import shared_width
from reportparse.pdf import Page, Word
from reportparse.tables.grid import Grid, GridCell, box_of, read_text
from reportparse.tables.join import NOTE_SIZE
from reportparse.tables.segments import Row, cut_rows
from reportparse.tables.torn import go_on

# Next to the edge of the text on a page stand the head and few rows, in points: more of them are found as a table.
EDGE_PT = 120.0
# Rows stand no further apart than this, in parts of the type size.
MAX_STEP_EM = 3.6


class Leaf(NamedTuple):
    """The tables of a page and the words that stand in none."""

    page: Page
    grids: list[Grid]
    free: Sequence[Word]


def find_carried(leaves: Sequence[Leaf]) -> Iterator[tuple[int, Grid]]:
    """The torn pieces of tables that go on over a page break, each with the place of its page among `leaves`."""
    for place, (above, below) in enumerate(pairwise(leaves)):
        foot = max(above.grids, key=lambda grid: grid.box.bottom, default=None)
        piece = _find_said_again(foot, below) if foot and below.free else None
        if foot and piece and go_on(above.page, foot, below.page, piece):
            yield place + 1, piece
        top = min(below.grids, key=lambda grid: grid.box.top, default=None)
        is_first = top is not None and top.box.top <= min([word.bottom for word in below.free], default=top.box.bottom)
        head = _find_head(top, above) if top and is_first and above.free else None
        if top and head and go_on(above.page, head, below.page, top):
            yield place, head


def _find_said_again(table: Grid, leaf: Leaf) -> Grid | None:
    """The first lines of a page, where they are the head of a table and rows of it."""
    head = [cell for cell in table.cells if cell.row == 0]
    first = head[0].words[0].text if head[0].words else ""
    if len(head) < table.column_count or not any(word.text == first for word in leaf.free):
        return None
    edge = min(word.top for word in leaf.free) + EDGE_PT
    rows = cut_rows([word for word in leaf.free if word.top < edge])
    if not rows or [segment.text for segment in rows[0]] != [read_text(cell.words) for cell in head]:
        return None
    kept = [rows[0]]
    for row in rows[1:]:
        if row[0].baseline - kept[-1][0].baseline > MAX_STEP_EM * row[0].size or not _find_columns(rows[0], row):
            break
        kept.append(row)
    return _make_grid(leaf.page, kept) if len(kept) > 1 else None


def _find_head(table: Grid, leaf: Leaf) -> Grid | None:
    """The last line of a page but for its footnotes, where it has bold words over each column of a table."""
    edge = max(word.bottom for word in leaf.free) - EDGE_PT
    near = [word for word in leaf.free if word.bottom > edge]
    if not any(word.style.is_bold for word in near):
        return None
    rows = cut_rows(near)
    least = NOTE_SIZE * median([word.style.size for word in leaf.free])
    while rows and len(rows[-1]) < table.column_count and rows[-1][0].size < least:
        rows.pop()
    row = rows[-1] if rows else []
    is_bold = all(word.style.is_bold for segment in row for word in segment.words)
    return _make_grid(leaf.page, [row]) if row and is_bold and len(row) == table.column_count else None


def _find_columns(head: Row, row: Row) -> list[int]:
    """The column of each text of a row by the head above it; none where one has no head, or another text has it."""
    columns = [next((c for c, name in enumerate(head) if shared_width(name.box, text.box) > 0), -1) for text in row]
    return columns if columns[0] == 0 and len(row) > 1 and columns == sorted(set(columns)) else []


def _make_grid(page: Page, rows: Sequence[Row]) -> Grid:
    """A grid of a head and the rows below it."""
    cells = [
        GridCell(r, c, 1, 1, text.words, text.text)
        for r, row in enumerate(rows)
        for c, text in zip(_find_columns(rows[0], row), row, strict=True)
    ]
    box = box_of([word for cell in cells for word in cell.words])
    return Grid(page.number, box, tuple(cells), (*(name.x0 for name in rows[0]), box.x1), "unruled")
