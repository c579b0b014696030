"""Parts of one table on several pages or in several columns become one."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.layout.lines import Line, find_lines_upwards
from reportparse.layout.marks import is_note_mark
from reportparse.pdf import Word
from reportparse.tables.flush import FLUSH_PT, are_flush, have_same_edges, have_same_width, part_alike
from reportparse.tables.grid import Grid, GridCell, box_of, read_text
from reportparse.tables.named import find_number
from reportparse.text import cut_continued

# Words below a table in type smaller than this part of the text's are footnotes, over which it goes on.
NOTE_SIZE = 0.93
# Part of the heads that a part repeats which says that it goes on.
SAME_HEADS = 0.6
# What stands right of a table begins no further left than this before its right edge, in points.
BESIDE_PT = 5.0
# A column with the gutters on both sides is no narrower than this, in points: three on A4 are 160 wide.
MIN_BETWEEN_PT = 180.0

CONTINUED = re.compile(r"\bcont(?:inued|.d|d)?\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-z(,;&]")
# A title over several columns begins so far left of a table in one, in parts of its width.
MIN_LEFT = 0.5
# A space between words is no narrower than this, in sizes of the type.
MIN_SPACE_EM = 0.2
_ENDS = ".!?:;"
_BULLETS = "•●○◦▪■□‣·"


class Part(NamedTuple):
    """A grid with what is needed to tell whether another goes on with it."""

    grid: Grid
    header_rows: int
    is_first: bool
    """Nothing stands above it in its column."""
    is_last: bool
    """Nothing stands below it in its column."""


class Joined(NamedTuple):
    """All parts of one table, cells counted through."""

    parts: list[Part]
    cells: list[tuple[int, GridCell]]
    """With the page each stands on."""
    lead: tuple[Word, ...] = ()
    """The caption, where it stands at the foot of the page or column before."""
    lead_page: int = 0
    """Where that is."""


def join_parts(parts: Sequence[Part]) -> list[Joined]:
    """Tables in order, each of one or more parts; those of one page come from top to bottom."""
    groups: list[list[Part]] = []
    last: list[Part] = []  # the table of the page before that its last part belongs to
    for _, on_page in groupby(parts, key=lambda part: part.grid.page):
        touched: list[list[Part]] = []
        for part in _by_columns(list(on_page)):
            beside = [group for group in touched if _is_left_of(group[-1], part)]
            before = beside[::-1] or [last]  # what a page turned to goes on with stands in its first column
            group = next((group for group in before if group and goes_on(group, part)), None)
            if group is None:
                group = []
                groups.append(group)
            group.append(part)
            touched.append(group)
        last = _find_last(touched)
    return [Joined(group, _number_cells(group)) for group in groups]


def _find_last(touched: Sequence[list[Part]]) -> list[Part]:
    """The table of a page that the next one may go on with: the lowest in the column furthest to the right."""
    boxes = [(group[-1].grid.box, group) for group in touched]
    right = max(box.x0 for box, _ in boxes)
    return max(boxes, key=lambda pair: (pair[0].x1 > right, pair[0].bottom))[1]


def _by_columns(parts: list[Part]) -> list[Part]:
    """The parts of a page, those at the top of a column behind those at the foot of a column left of it.

    Where columns begin further down on the page, those without heads stand beside the others.
    """
    before = {
        id(part): sum(
            (part.is_first and other.is_last and _is_left_of(other, part)) or _stands_beside(other, other, part)
            for other in parts
        )
        for part in parts
    }
    return sorted(parts, key=lambda part: before[id(part)])


def _is_left_of(other: Part, part: Part) -> bool:
    return part.grid.box.x0 >= other.grid.box.x1 - BESIDE_PT


def goes_on(group: Sequence[Part], part: Part) -> bool:
    """Whether `part` is the next piece of the table that `group` holds so far."""
    last, first = group[-1], group[0]
    if _stands_beside(first, last, part):
        return True
    if not (last.is_last and part.is_first) or not _may_go_on(first.grid, part.grid) or last.grid.notes:
        return False
    if part.grid.page not in (last.grid.page, last.grid.page + 1):
        return False
    if part.grid.page == last.grid.page and (not _is_left_of(last, part) or _has_column_between(last, part)):
        return False
    if first.grid.column_count != part.grid.column_count:
        return False
    if count := _repeats(first, part):
        return have_same_width(first.grid, part.grid) or _same_heads(first, part, count)
    is_headed = 0 < part.header_rows < part.grid.row_count  # a head has rows under it
    if is_headed and not _is_set_as_rows(first, part):
        return False
    return have_same_edges(first.grid, part.grid) or are_flush(last.grid, part.grid)


def _has_column_between(last: Part, part: Part) -> bool:
    """Whether a column, as wide as the table at least, stands between two parts: a table goes on in the next one."""
    return part.grid.box.x0 - last.grid.box.x1 >= max(last.grid.box.width, MIN_BETWEEN_PT)


def _is_set_as_rows(first: Part, part: Part) -> bool:
    """Whether the first row of a part in drawn columns just as wide is set as the table's rows, and not as its head.

    By its words it might be a head: "Investigating crime" over "None".
    """
    a, b = first.grid, part.grid
    if not a.method == b.method == "ruled" or not part_alike(a, b):
        return False
    heads, rows = _faces(a, 0, first.header_rows), _faces(a, first.header_rows, a.row_count)
    own = _faces(b, 0, 1)
    return bool(own) and own <= rows and not own & heads and bool(heads)


def _faces(grid: Grid, begin: int, end: int) -> set[tuple[str, float]]:
    """The faces and sizes of what stands right of the labels, from one row up to another."""
    cells = [cell for cell in grid.cells if begin <= cell.row < end and cell.column > 0]
    return {(word.style.font, word.style.size) for cell in cells for word in cell.words}


def _stands_beside(first: Part, last: Part, part: Part) -> bool:
    """Whether rows without a head stand beside the part before, at whose height the columns of the page begin."""
    a, b = last.grid, part.grid
    if a.page != b.page or b.caption or part.header_rows or not first.header_rows or a.column_count != b.column_count:
        return False
    is_ruled = a.method == b.method == "ruled"
    return is_ruled and _is_left_of(last, part) and b.box.top < a.box.bottom and part_alike(a, b)


def _may_go_on(first: Grid, grid: Grid) -> bool:
    """Whether a caption does not name another table: there is none, or it tells that the one of `first` goes on.

    One set below the part names the whole table.
    """
    if not grid.caption or (not first.caption and grid.caption[0].top >= _foot(grid)):
        return True
    own, caption = find_number(read_text(first.caption)), read_text(grid.caption)
    number = find_number(caption)
    if number is not None and own is not None:
        return number.casefold() == own.casefold()
    return bool(CONTINUED.search(caption))


def _foot(grid: Grid) -> float:
    return max(word.bottom for cell in grid.cells for word in cell.words) - FLUSH_PT


def _repeats(first: Part, part: Part) -> int:
    """Rows of the header that `part` repeats; where the first part ends with its header, the next one tells them.

    Where a caption says that the table goes on, most of the heads are enough: a page may break them otherwise.
    """
    count = first.header_rows or part.header_rows
    if count and _header(first, count) == _header(part, count):
        return count
    if not part.grid.caption or not part.header_rows:
        return 0
    known = {text for *_, text in _header(first, first.header_rows)}
    texts = [text for *_, text in _header(part, part.header_rows)]
    return part.header_rows if sum(text in known for text in texts) >= SAME_HEADS * len(texts) else 0


def _header(part: Part, rows: int) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text) for cell in part.grid.cells if cell.row < rows and cell.words]


def _same_heads(first: Part, part: Part, rows: int) -> bool:
    """Whether the heads stand as far apart in both parts, whose centred texts may reach less far."""
    heads, others = (
        [cell.words[0].x0 for cell in one.grid.cells if cell.row < rows and cell.words] for one in (first, part)
    )
    shifts = [b - a for a, b in zip(heads, others, strict=False)]
    return len(heads) == len(others) and max(shifts) - min(shifts) <= FLUSH_PT


def _number_cells(group: Sequence[Part]) -> list[tuple[int, GridCell]]:
    """Cells of all parts, rows counted through, repeated headers dropped, a broken row mended."""
    first = group[0]
    cells = [(first.grid.page, cell) for cell in first.grid.cells]
    count = first.grid.row_count
    for above, part in pairwise(group):
        skip = _repeats(first, part)
        fresh = [cell for cell in part.grid.cells if cell.row >= skip]
        shift = count - skip
        rest = {cell.column: cell for cell in fresh if cell.row == skip and cell.words}
        last = {cell.column: cell for _, cell in cells if cell.row <= count - 1 < cell.row + cell.row_span}
        if _is_rest(rest, last) or _is_label_torn(rest, last, above.grid):
            cells = [(page, _mend(cell, rest.get(cell.column), count - 1)) for page, cell in cells]
            fresh = [cell for cell in fresh if cell.row > skip]
            shift -= 1
        cells += [(part.grid.page, cell._replace(row=cell.row + shift)) for cell in fresh]
        count = max(cell.row + cell.row_span for _, cell in cells)
    return cells


def _is_rest(rest: Mapping[int, GridCell], last: Mapping[int, GridCell]) -> bool:
    """Whether the first row of a part goes on with the last one before: a label alone, or texts without a label.

    These go on in small letters, where no sentence has ended, or with the next point of a list.
    """
    if list(rest) == [0]:
        return bool(_GOES_ON.match(rest[0].text))
    if not rest or 0 in rest or not rest.keys() <= last.keys() or not all(last[column].words for column in rest):
        return False
    return all(
        _GOES_ON.match(cell.text)
        or (" " in last[column].text and last[column].text[-1] not in _ENDS)
        or (cell.text[0] in _BULLETS and last[column].text[0] == cell.text[0])
        for column, cell in rest.items()
    )


def _is_label_torn(rest: Mapping[int, GridCell], last: Mapping[int, GridCell], grid: Grid) -> bool:
    """Whether a label alone goes on with the last one before in its type: no room was left behind that for its word."""
    if list(rest) != [0] or grid.method != "ruled" or 0 not in last or not last[0].words:
        return False
    above, word = last[0].words, rest[0].words[0]
    end = max(other.x1 for other in above if other.baseline == max(one.baseline for one in above))
    padding = min(other.x0 for other in above) - grid.columns[0]
    is_full = end + MIN_SPACE_EM * word.style.size + word.x1 - word.x0 > grid.columns[1] - padding
    has_values = any(cell.words for column, cell in last.items() if column)
    return is_full and has_values and word.style == above[-1].style


def _mend(cell: GridCell, rest: GridCell | None, last_row: int) -> GridCell:
    if rest is not None and cell.row <= last_row < cell.row + cell.row_span:
        return cell._replace(text=f"{cell.text} {rest.text}")
    return cell


def stands_first(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether nothing stands above the table in its column; `words` are those of no table.

    A title above that begins far left of the table is one over several columns; one that says that its part is
    continued parts nothing.
    """
    box = box_of(grid.words)
    above = [word for word in words if word.bottom <= box.top + 1]
    if not _find_in_column(above, box):
        return True
    return not any(_stands_over(line, box) for line in find_lines_upwards(0, above))


def stands_last(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether nothing but footnotes stands below the table in its column; `words` are those of no table."""
    box = box_of(grid.words)
    below = _find_in_column([word for word in words if word.top >= box.bottom - 1], box)
    notes = [word for word in below if not is_note_mark(word.text)] or below  # word processors set marks as text
    sizes = [word.style.size for word in words]
    return not notes or max([word.style.size for word in notes]) <= NOTE_SIZE * median(sizes)


def _find_in_column(words: Sequence[Word], box: Box) -> list[Word]:
    left, right = box.x0, box.x1
    return [word for word in words if left < word.x1 and word.x0 < right and word.x0 < word.x1]


def _stands_over(line: Line, box: Box) -> bool:
    """Whether a line stands in the column of a table, rather than over several, and begins something."""
    is_near = line.box.x0 < box.x1 and line.box.x1 > box.x0
    return is_near and line.box.x0 > box.x0 - MIN_LEFT * box.width and cut_continued(line.text) == line.text


__all__ = ["Joined", "Part", "join_parts", "read_text", "stands_first", "stands_last"]
