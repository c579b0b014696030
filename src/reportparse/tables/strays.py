"""Rows and heads of unruled tables that stand alone, at the head of the next page or column, or at the last foot."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import unite
from reportparse.layout.lines import join_words
from reportparse.pdf import Page, Word
from reportparse.tables.flush import FLUSH_PT
from reportparse.tables.grid import Grid, GridCell
from reportparse.tables.headers import count_header_rows, is_year
from reportparse.tables.join import BESIDE_PT, stands_first, stands_last
from reportparse.tables.runs import MAX_STEP_EM
from reportparse.tables.segments import Row, cut_rows, is_value

# So many rows at most: more are a table by themselves.
MAX_ROWS = 3
# Their labels may run over lines: so many in all, at no more than this leading, in sizes of the type.
MAX_LINES, MAX_LEADING_EM = 12, 1.45
# Fewest lines as long as each other that part the rows of a table.
MIN_LEVEL = 4
# Fewest columns that cells drawn without a head have, so that words over each are one.
MIN_DRAWN = 3
# Types that differ by less than this, in points, are one.
SAME_SIZE_PT = 0.5


class _Columns(NamedTuple):
    """The columns of a table."""

    edges: tuple[float, ...]
    """As `Grid.columns`."""
    sides: list[list[tuple[float, float]]]
    """For each column, where the texts of its cells begin and end."""


class Laid(NamedTuple):
    """A page, the tables found on it, and its words that stand in none."""

    page: Page
    grids: Sequence[Grid]
    free: Sequence[Word]


def find_strays(pages: Sequence[Laid]) -> Iterator[Grid]:
    """The rows and heads of tables that stand alone in the column or on the page before or after the table."""
    for here, following in zip(pages, [*pages[1:], None], strict=True):
        foot = max(here.grids, key=lambda grid: grid.box.bottom, default=None)
        is_last = foot is not None and _is_set(foot) and stands_last(foot, here.free)
        if foot is not None and is_last:
            beside = [word for word in here.free if word.x0 > foot.box.x1 + BESIDE_PT]
            yield from _find_rows(foot, beside, here.page.number)
        for grid in here.grids:
            yield from _find_foot(grid, here, here, [word for word in here.free if word.x1 < grid.box.x0])
        if following is None or following.page.number != here.page.number + 1:
            continue
        head = min(following.grids, key=lambda grid: grid.box.top, default=None)
        if foot is not None and is_last:
            cut = [head] if head is not None and _says_some_heads(head, foot) else []
            below = min((grid.box.top for grid in following.grids if grid not in cut), default=float("inf"))
            words = [*following.free, *(word for grid in cut for word in grid.words)]
            above = [word for word in words if word.bottom < below]
            drawn = _find_drawn_rows(foot, here.page, following.page, above)
            yield from [drawn] if drawn else _find_rows(foot, above, following.page.number)
        if head is not None:
            bottom = [word for word in here.free if foot is None or word.top > foot.box.bottom]
            yield from _find_foot(head, following, here, bottom)


def _says_some_heads(grid: Grid, foot: Grid) -> bool:
    """Whether a table says some heads of another again, and not all: it is a part of that, cut where columns begin."""
    own, heads = ([_texts([cell for cell in one.cells if cell.row == 0]) for one in (grid, foot)])
    return 1 < len(own) < len(heads) and set(own) <= set(heads)


def add_below(grid: Grid, free: Sequence[Word]) -> Grid:
    """The table with the rows right below it that end its column: where a column breaks, no rule closes the last.

    `free` are the words of the page that stand in no table.
    """
    if grid.method == "ruled" or not _is_set(grid):
        return grid
    box, size = grid.box, grid.cells[0].words[0].style.size
    under = [word for word in free if word.top >= box.bottom - FLUSH_PT and word.x1 > box.x0 and word.x0 < box.x1]
    lines = cut_rows([word for word in under if word.style.size > size - SAME_SIZE_PT])  # footnotes stand below
    levels = [box.bottom, *(row[0].baseline for row in lines)]
    is_near = all(b - a <= MAX_STEP_EM * size for a, b in pairwise(levels))
    if not 0 < len(lines) <= MAX_ROWS or not is_near:
        return grid
    if len(lines) == 1 and _is_next_heading(lines[0], grid):
        return _with_rows(grid, [GridCell(grid.row_count, 0, 1, grid.column_count, lines[0][0].words)])
    columns = _read_columns(grid)
    rows = [_read_row(row, grid.row_count + at, columns, 0.0) for at, row in enumerate(lines)]
    if not all(cells and cells[0].column == 0 and _has_values(cells[1:]) for cells in rows):
        return grid
    return _with_rows(grid, [cell for row in rows for cell in row])


def _with_rows(grid: Grid, cells: Sequence[GridCell]) -> Grid:
    bottom = max(word.bottom for cell in cells for word in cell.words)
    return grid._replace(cells=(*grid.cells, *cells), box=grid.box._replace(bottom=bottom))


def _is_next_heading(row: Row, grid: Grid) -> bool:
    """Whether a line is one text set as the headings of sections in the table are: the page tore it off its rows."""
    counts = Counter(cell.row for cell in grid.cells if cell.words)
    headings = [cell.words for cell in grid.cells if cell.column == 0 and counts[cell.row] == 1 and cell.row]
    first = row[0].words[0]
    return len(row) == 1 and any(
        words[0].style == first.style and abs(words[0].x0 - first.x0) <= FLUSH_PT for words in headings
    )


def add_head(grid: Grid, free: Sequence[Word]) -> Grid:
    """The table with the bold line right above it, where its words stand flush over all columns: close as words are.

    `grid` has no header; `free` are the words of the page that stand in no table.  A line over two drawn columns may
    be a caption.
    """
    is_narrow = grid.method == "ruled" and grid.column_count < MIN_DRAWN
    if is_narrow or not _is_set(grid) or any(word.style.is_bold for word in grid.cells[0].words):
        return grid
    box, size = grid.box, grid.cells[0].words[0].style.size
    above = [word for word in free if word.bottom <= box.top + FLUSH_PT and word.x1 > box.x0 and word.x0 < box.x1]
    lines = cut_rows(above)
    texts = lines[-1] if lines else []
    words = [word for segment in texts for word in segment.words]
    is_named = all(is_year(one.text) or not any(map(str.isdigit, one.text)) for one in texts)
    is_near = bool(words) and grid.cells[0].words[0].baseline - words[0].baseline <= MAX_STEP_EM * size
    if not (is_near and is_named) or not all(word.style.is_bold for word in words):
        return grid
    columns: dict[int, list[Word]] = {}
    for word in words:
        columns.setdefault(bisect_right(grid.columns, (word.x0 + word.x1) / 2) - 1, []).append(word)
    sides = _read_columns(grid).sides
    is_over_all = sorted(columns) == list(range(len(sides)))
    if not is_over_all or not all(_is_flush(columns[at], some, 0.0) for at, some in enumerate(sides)):
        return grid
    head = [GridCell(0, column, 1, 1, tuple(some)) for column, some in sorted(columns.items())]
    body = [cell._replace(row=cell.row + 1) for cell in grid.cells]
    return grid._replace(cells=(*head, *body), box=box._replace(top=min(word.top for word in words)))


def _is_set(grid: Grid) -> bool:
    return bool(grid.cells[0].words)


def _find_rows(foot: Grid, words: Sequence[Word], page: int) -> Iterator[Grid]:
    """The rows at the head of a column that go on with `foot`, at the foot of the one before.

    A row goes on where each of its texts begins, ends or is centred as those of its column, where the first column and
    a value are among them; the table's head may be said again above it.
    """
    size = foot.cells[0].words[0].style.size
    rows: list[list[GridCell]] = []
    lines = cut_rows(words)[: MAX_LINES + 1] if words else []
    columns = _read_columns(foot)
    shift = _find_shift(columns, lines[0], is_beside=page == foot.page) if lines else 0.0
    for at, row in enumerate(lines):
        is_near = not at or row[0].baseline - lines[at - 1][0].baseline <= MAX_STEP_EM * size
        is_alike = is_near and abs(row[0].size - size) < SAME_SIZE_PT
        cells = _read_row(row, len(rows), columns, shift)
        if rows and is_alike and _goes_on_with(rows[-1], cells, row[0].baseline - lines[at - 1][0].baseline):
            label = rows[-1][0]
            rows[-1][0] = label._replace(words=(*label.words, *cells[0].words))
            continue
        is_head = not at and _texts(cells) == _texts([cell for cell in foot.cells if cell.row == 0])  # said again
        if not cells or not is_alike or cells[0].column > 0 or not (is_head or _has_values(cells[1:])):
            break
        rows.append(cells)
    if len(rows) <= MAX_ROWS and any(_has_values(cells[1:]) for cells in rows):
        yield _make_grid(page, foot, [cell for cells in rows for cell in cells], shift)


def _find_drawn_rows(foot: Grid, page: Page, following: Page, words: Sequence[Word]) -> Grid | None:
    """The rows at the head of a page between lines as long as those between the rows of `foot`; the first may be torn.

    Nothing stands above them but the head said again, and each text between them is flush with its column.
    """
    bottom = foot.box.bottom + foot.cells[0].words[0].style.size
    counts = Counter((x0, x1) for x0, y, x1 in _read_level(page) if foot.box.top <= y <= bottom)
    sides, count = counts.most_common(1)[0] if counts else ((0.0, 0.0), 0)
    levels = [y for x0, y, x1 in _read_level(following) if (x0, x1) == sides]
    if count < MIN_LEVEL or len(levels) < 2:
        return None
    columns = _read_columns(foot)
    over = [word for word in words if word.top < levels[0]]
    rows = _read_row(cut_rows(over)[-1], 0, columns, 0.0) if over else []
    if over and _texts(rows) != _texts([cell for cell in foot.cells if cell.row == 0]):
        return None
    inside = [word for word in words if levels[0] <= word.top and word.bottom < levels[-1]]
    for number, (top, bottom) in enumerate(pairwise(levels), len(rows) and 1):
        cells: dict[int, GridCell] = {}
        own = [word for word in inside if top < word.top < bottom]
        for row in cut_rows(own) if own else ():
            read = _read_row(row, number, columns, 0.0)
            if not read:
                return None
            for cell in read:
                before = cells.get(cell.column)
                cells[cell.column] = cell._replace(words=(*before.words, *cell.words)) if before else cell
        if not cells:
            return None
        rows += cells.values()
    return _make_grid(following.number, foot, rows, 0.0)


def _read_level(page: Page) -> list[tuple[int, float, int]]:
    """The level lines of a page from the top: from where to where, to a point, and how far down."""
    rules = [rule for rule in page.rules if rule.is_horizontal and not rule.is_side]
    return sorted({(round(rule.x0), rule.top, round(rule.x1)) for rule in rules}, key=lambda line: line[1])


def _goes_on_with(above: Sequence[GridCell], cells: Sequence[GridCell], step: float) -> bool:
    """Whether a line is the next of the label of the row above: alone in its column, at the leading of a text."""
    is_label = len(cells) == 1 and cells[0].column == above[0].column == 0
    return is_label and step <= MAX_LEADING_EM * cells[0].words[0].style.size


def _find_foot(body: Grid, of: Laid, before: Laid, words: Sequence[Word]) -> Iterator[Grid]:
    """The lines at the foot of a column, of which `words` are, that `body`, at the head of the next one, goes on with.

    Its texts are flush with their columns; the first line is a head of two texts or more, and the body's own one, where
    it has one.
    """
    if not words or not _is_set(body) or not stands_first(body, of.free):
        return
    least = body.cells[0].words[0].style.size - SAME_SIZE_PT  # footnotes stand below
    lines = [row for row in cut_rows(words) if row[0].size > least][-MAX_ROWS - 1 :]
    columns = _read_columns(body)
    shift = _find_shift(columns, lines[-1], is_beside=of is before) if lines else 0.0
    heads = _texts([cell for cell in body.cells if cell.row < count_header_rows(body, of.page.fills)])
    for at in range(len(lines) - 1, -1, -1):
        cells = _read_row(lines[at], 0, columns, shift)
        if cells and _has_values(cells):
            continue
        if len(cells) > 1 and (not heads or heads == _texts(cells)):
            rows = [_read_row(row, number, columns, shift) for number, row in enumerate(lines[at:])]
            yield _make_grid(before.page.number, body, [cell for row in rows for cell in row], shift)
        return


def _make_grid(page: int, other: Grid, cells: Sequence[GridCell], shift: float) -> Grid:
    box = unite(word.box for cell in cells for word in cell.words)
    return Grid(page, box, tuple(cells), tuple(edge + shift for edge in other.columns), other.method)


def _find_shift(columns: _Columns, row: Row, *, is_beside: bool) -> float:
    """How far right of a table a line stands that may be one of its rows: in the next column, or with other margins.

    The first text begins or has its middle where those of the first column do.
    """
    sides = columns.sides[0]
    shifts = [] if is_beside else [0.0]
    if sides:
        shifts.append(row[0].x0 - min(x0 for x0, _ in sides))
        shifts.append((row[0].x0 + row[0].x1) / 2 - (sides[0][0] + sides[0][1]) / 2)
    return next((shift for shift in shifts if _read_row(row, 0, columns, shift)), shifts[0] if shifts else 0.0)


def _read_row(row: Row, number: int, columns: _Columns, shift: float) -> list[GridCell]:
    """The cells of a line, one for each column that has words in it; none where it is no row of the table."""
    edges, sides = columns
    inside: dict[int, list[Word]] = {}
    for segment in row:
        flush = [column for column, some in enumerate(sides) if _is_flush(segment.words, some, shift)]
        for word in segment.words:
            middle = bisect_right(edges, (word.x0 + word.x1) / 2 - shift) - 1
            inside.setdefault(flush[0] if len(flush) == 1 else middle, []).append(word)
    if not inside.keys() <= set(range(len(sides))):
        return []
    cells = [GridCell(number, column, 1, 1, tuple(words)) for column, words in sorted(inside.items())]
    return cells if all(_is_flush(cell.words, sides[cell.column], shift) for cell in cells) else []


def _texts(cells: Sequence[GridCell]) -> list[str]:
    return [join_words(cell.words) for cell in cells if cell.words]


def _has_values(cells: Sequence[GridCell]) -> bool:
    return any(is_value(text) and not is_year(text) for text in _texts(cells))


def _is_flush(words: Sequence[Word], sides: Sequence[tuple[float, float]], shift: float) -> bool:
    """Whether words begin, end or have their middle where those of a cell of the column do."""
    left, right = min(word.x0 for word in words) - shift, max(word.x1 for word in words) - shift
    return any(min(abs(x0 - left), abs(x1 - right), abs(x0 + x1 - left - right) / 2) <= FLUSH_PT for x0, x1 in sides)


def _read_columns(grid: Grid) -> _Columns:
    sides: list[list[tuple[float, float]]] = [[] for _ in range(grid.column_count)]
    for cell in grid.cells:
        if cell.words and cell.column_span == 1:
            box = unite(word.box for word in cell.words)
            sides[cell.column].append((box.x0, box.x1))
    return _Columns(grid.columns, sides)
