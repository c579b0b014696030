"""What the tags of a tagged PDF say about a table: a witness beside the page, never against it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.geometry import Box, shared_width
from reportparse.pdf import Page, Tag, Word
from reportparse.tables.grid import Grid, GridCell, box_of

# A tagged table is the one found if this part of the words of each is in the other.
SAME_WORDS = 0.8
# Tags agree with a grid if this part of its cells holds just the words of a tagged cell: 1.0 for all 19 tables of a
# report from a word processor, 0.5 for one that was cut wrongly.
AGREES = 0.9
# The pieces that the page tells hold this part of the words of a tagged table at least: what else is tagged as a table
# may be the frame of a layout.
LEAST_WORDS = 0.5
# Part of a column's texts that may be too long for it.
MAX_OVERFLOW = 0.12
# Texts of two columns or rows may overlap by this, in points: boxes of letters are a little wider than their ink.
OVERLAP_PT = 1.0

TaggedTable = tuple[tuple[GridCell, bool], ...]
"""Cells with their words, and whether each is a header."""


def find_tagged(page: Page) -> list[TaggedTable]:
    """The tables that the tags of a page hold, in order; tables within tables are left out."""
    tables = [table for tag in page.tags for table in _walk(tag, "Table")]
    if not tables:
        return []
    words: dict[int, list[Word]] = defaultdict(list)
    for word in page.words:
        words[word.mark].append(word)
    return [tuple(_place(table, words)) for table in tables]


def follow(grids: Sequence[Grid], tables: Sequence[TaggedTable]) -> list[Grid]:
    """The grids, their cells taken from the tags where nothing is drawn that parts them and all stand as the tags say.

    What the page tells in pieces is one table where it is one by the tags.
    """
    followed = list(grids)
    for table in tables:
        pieces = [grid for grid in followed if _is_piece(grid, table)]
        if pieces and all(grid.method != "ruled" for grid in pieces) and (whole := _read_whole(pieces, table)):
            followed = [grid for grid in followed if grid not in pieces]
            followed.append(whole)
    return sorted(followed, key=lambda grid: (grid.box.top, grid.box.x0)) if followed != grids else followed


def _is_piece(grid: Grid, table: TaggedTable) -> bool:
    own, theirs = _orders(grid), _tagged_orders(table)
    return len(own & theirs) >= SAME_WORDS * len(own)


def _read_whole(pieces: Sequence[Grid], table: TaggedTable) -> Grid | None:
    """The tagged table that the pieces are parts of; None where they tell as much, or it does not stand as tagged."""
    first, theirs = pieces[0], _tagged_orders(table)
    if sum(len(_orders(grid) & theirs) for grid in pieces) < LEAST_WORDS * len(theirs):
        return None
    is_same = len(pieces) == 1 and _agreement(first, table) == 1 and not _tell_taller(first, table)
    if is_same or (len(pieces) == 1 and _repeats_head(first, table)):
        return None
    cells = _put_right(tuple(cell for cell, _ in table if cell.words))
    columns = _edges(cells)
    if columns is None or not _are_rows(cells):
        return None
    return first._replace(cells=cells, columns=columns, box=box_of([word for cell in cells for word in cell.words]))


def _orders(grid: Grid) -> set[int]:
    return {word.order for cell in grid.cells for word in cell.words}


def _tagged_orders(table: TaggedTable) -> set[int]:
    return {word.order for cell, _ in table for word in cell.words}


def hear(grid: Grid, tables: Sequence[TaggedTable]) -> Grid:
    """The grid with what the tags say of it; as it is where they hold no table of its words."""
    table = _find_same(grid, tables)
    if table is None:
        return grid
    agreement = _agreement(grid, table)
    if agreement < AGREES:
        return grid._replace(agreement=agreement)
    heads = frozenset(word.order for cell, is_header in table if is_header for word in cell.words)
    others = [cell for cell in grid.cells if any(word.order not in heads for word in cell.words)]
    rows = min((cell.row for cell in others), default=0)
    columns = min((cell.column for cell in others if cell.row >= rows), default=0)
    return grid._replace(agreement=agreement, tagged_header=(rows, columns))


def _find_same(grid: Grid, tables: Sequence[TaggedTable]) -> TaggedTable | None:
    own = _orders(grid) if tables else set()
    for table in tables:
        theirs = _tagged_orders(table)
        if theirs and len(own & theirs) >= SAME_WORDS * max(len(own), len(theirs)):
            return table
    return None


def _repeats_head(grid: Grid, table: TaggedTable) -> bool:
    """Whether the tags leave out the first row alone: a head that is printed again on the next page is no content."""
    theirs = _tagged_orders(table)
    left_out = [cell.row for cell in grid.cells for word in cell.words if word.order not in theirs]
    head = sum(len(cell.words) for cell in grid.cells if cell.row == 0)
    return not any(left_out) and len(left_out) == head


def _agreement(grid: Grid, table: TaggedTable) -> float:
    """Part of the cells of the grid that are cells by the tags."""
    known = {frozenset(word.order for word in cell.words) for cell, _ in table}
    filled = [frozenset(word.order for word in cell.words) for cell in grid.cells if cell.words]
    return sum(orders in known for orders in filled) / max(1, len(filled))


def _tell_taller(grid: Grid, table: TaggedTable) -> bool:
    """Whether the tags tell of a cell that it reaches over more rows than in the grid: so a head beside two levels."""
    spans = {frozenset(word.order for word in cell.words): cell.row_span for cell in grid.cells}
    tagged = ((frozenset(word.order for word in cell.words), cell.row_span) for cell, _ in table if cell.row_span > 1)
    return any(row_span > spans.get(orders, row_span) for orders, row_span in tagged)


def _place(table: Tag, words: dict[int, list[Word]]) -> Iterator[tuple[GridCell, bool]]:
    """Cells at the places that their order and spans give them."""
    held: dict[int, int] = {}  # column to the row that it is free from
    for row, tags in enumerate(_walk(table, "TR")):
        column = 0
        for tag in tags.kids:
            if tag.type not in ("TH", "TD"):
                continue
            while held.get(column, 0) > row:
                column += 1
            held.update(dict.fromkeys(range(column, column + tag.column_span), row + tag.row_span))
            inside = sorted((word for mark in _marks(tag) for word in words[mark]), key=lambda word: word.order)
            yield GridCell(row, column, tag.row_span, tag.column_span, tuple(inside)), tag.type == "TH"
            column += tag.column_span


def _edges(cells: Sequence[GridCell]) -> tuple[float, ...] | None:
    """Left edge of each column and right edge of the last; None where columns overlap or one is empty.

    A label that is too long for its column may reach over the next one, and begins before that.
    """
    spans: dict[int, list[Box]] = defaultdict(list)
    for cell in cells:
        if cell.column_span == 1:
            spans[cell.column].append(box_of(cell.words))
    count = max(cell.column + cell.column_span for cell in cells)
    if count < 2 or set(spans) != set(range(count)):
        return None
    sides = [(min(box.x0 for box in spans[i]), max(box.x1 for box in spans[i])) for i in range(count)]
    inner: list[float] = []
    for at, (left, right) in enumerate(pairwise(sides)):
        ends = sorted(box.x1 for box in spans[at])
        within = [end for end in ends if end <= right[0] + OVERLAP_PT]
        if len(ends) - len(within) > MAX_OVERFLOW * len(ends):
            return None
        inner.append((within[-1] + right[0]) / 2 if within else (left[1] + right[0]) / 2)
    beyond = [any(box.x0 > right[0] for box in spans[at]) for at, (_, right) in enumerate(pairwise(sides))]
    if beyond and all(beyond):  # a cell of each column stands in the next one: the tags lack an empty cell before them
        return None
    return (sides[0][0], *inner, sides[-1][1])


def _put_right(cells: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    """The cells, those of a row moved to the next column where the tags lack the empty one that it begins with."""
    lacking = {row for row in {cell.row for cell in cells} if _lacks_first(row, cells)}
    return tuple(cell._replace(column=cell.column + 1) if cell.row in lacking else cell for cell in cells)


def _lacks_first(row: int, cells: Sequence[GridCell]) -> bool:
    """Whether each text of a row, which has no cell in the last column, stands in the next one to its own."""
    own = [cell for cell in cells if cell.row == row]
    count = max(cell.column + cell.column_span for cell in cells)
    is_short = len(own) > 1 and max(cell.column + cell.column_span for cell in own) < count
    return is_short and all(cell.column_span == 1 and _is_of_next(cell, cells) for cell in own)


def _is_of_next(cell: GridCell, cells: Sequence[GridCell]) -> bool:
    """Whether a text shares no width with the others of its column, and some with those of the next one."""
    box = box_of(cell.words)
    others = [other for other in cells if other.row != cell.row and other.column_span == 1]
    here, beyond = (
        [shared_width(box, box_of(other.words)) > 0 for other in others if other.column == column]
        for column in (cell.column, cell.column + 1)
    )
    return bool(here) and not any(here) and any(beyond)


def _are_rows(cells: Sequence[GridCell]) -> bool:
    """Whether every row stands wholly below the one before it."""
    rows: dict[int, list[Box]] = defaultdict(list)
    for cell in cells:
        if cell.row_span == 1:
            rows[cell.row].append(box_of(cell.words))
    sides = [(min(b.top for b in rows[i]), max(b.bottom for b in rows[i])) for i in sorted(rows)]
    return len(sides) > 1 and all(above[1] <= below[0] + OVERLAP_PT for above, below in pairwise(sides))


def _walk(tag: Tag, kind: str) -> Iterator[Tag]:
    """The outermost elements of a kind, the tag itself among them."""
    if tag.type == kind:
        yield tag
        return
    for kid in tag.kids:
        yield from _walk(kid, kind)


def _marks(tag: Tag) -> Iterator[int]:
    yield from (mark for mark in tag.marks if mark >= 0)
    for kid in tag.kids:
        yield from _marks(kid)
