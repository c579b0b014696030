"""Whether columns of words stand under heads as those of a table do."""

from collections.abc import Mapping, Sequence
from itertools import dropwhile, groupby, pairwise
from operator import itemgetter

from reportparse.tables.segments import Segment, make_segment
from reportparse.tables.table_lines import TableLine

# Edges of one column differ by less than this, in points.
SAME_EDGE_PT = 3.0
# Columns of prose from which on heads tell a table, fewest rows under heads, and how many of their texts begin as such.
MIN_HEADS, MIN_UNDER, MIN_BEGUN = 3, 3, 0.9
# Rows of two columns of words stand further apart than this, in parts of the type size; prose is set 1.2 to 1.5 apart.
MIN_APART_EM = 1.55
# A step to the next row is larger than one between the lines of a cell by this factor: by the white round cells.
CLEARLY = 1.15


def stand_under_heads(lines: Sequence[TableLine], column_count: int) -> bool:
    """Whether all columns have a head, bold or of a colour, with which all their texts begin, end or share the middle.

    Each row begins in all of them.  Columns of prose under headings go on in small letters; the second lines of cells
    stand in some columns alone, and nearer to the first where terms of a glossary begin in small letters.  Two columns
    are a table where their texts are centred, or stand further apart than lines of prose.
    """
    head, *rest = map(_join_pieces, lines)
    look = _look(head.cells[0][2])
    if len(head.cells) < column_count or not _is_all(head, look):
        return False
    body = list(dropwhile(lambda line: _is_all(line, look), rest))  # heads may have several lines
    begun = [line for line in body if len(line.cells) == column_count]
    looks = {_look(line.cells[1][2]) for line in begun[:-1]}  # the last row may be set as the head is
    if len(begun) < MIN_UNDER or look in looks or not (look[0] or all(look[1] != other[1] for other in looks)):
        return False
    columns: dict[int, list[Segment]] = {first: [segment] for first, _, segment in head.cells}
    for line in body:
        for first, _, segment in line.cells:
            if first not in columns:
                return False
            columns[first].append(segment)
    if not all(map(_share_edge, columns.values())):
        return False
    spaced = _find_spaced([head, *body], column_count)
    is_told = _are_begun(begun) or _have_space_above(begun, body) or _are_begun(spaced)
    return is_told and (column_count >= MIN_HEADS or _are_apart(columns, body))


def _is_all(line: TableLine, look: tuple[bool, object]) -> bool:
    return all(_look(segment) == look for *_, segment in line.cells)


def _are_begun(rows: Sequence[TableLine]) -> bool:
    """Whether nearly all texts of rows, three or more, begin as texts do."""
    texts = [segment.text for line in rows for *_, segment in line.cells]
    return len(rows) >= MIN_UNDER and sum(not text[:1].islower() for text in texts) >= MIN_BEGUN * len(texts)


def _find_spaced(lines: Sequence[TableLine], column_count: int) -> Sequence[TableLine]:
    """The lines with white above them, if all of them begin in all columns; cells of any length go on without."""
    steps = [b.baseline - a.baseline for a, b in pairwise(lines)]
    spaced = [line for line, step in zip(lines[1:], steps, strict=True) if step > CLEARLY * min(steps)]
    return spaced if all(len(line.cells) == column_count for line in spaced) else []


def _have_space_above(begun: Sequence[TableLine], body: Sequence[TableLine]) -> bool:
    """Whether each line that begins a row stands further below the one above than each that goes on with cells."""
    steps = [(b.baseline - a.baseline, b in begun) for a, b in pairwise(body)]
    going = [step for step, begins in steps if not begins]
    return bool(going) and min(step for step, begins in steps if begins) > CLEARLY * max(going)


def _join_pieces(line: TableLine) -> TableLine:
    """The line, what a wide space cut in two inside one column put together: a day, and the month after it."""
    if len(line.cells) == len({(first, last) for first, last, _ in line.cells}):
        return line
    cells = groupby(line.cells, key=itemgetter(0, 1))
    joined = (
        (first, last, make_segment([word for *_, segment in pieces for word in segment.words]))
        for (first, last), pieces in cells
    )
    return line._replace(cells=tuple(joined))


def _look(segment: Segment) -> tuple[bool, object]:
    style = segment.words[0].style
    return style.is_bold, style.color


def _share_edge(column: Sequence[Segment]) -> bool:
    """Whether the texts of a column share their left edge, their middle or their right edge with its head."""
    head = column[0]
    return any(
        all(abs(edge(segment) - edge(head)) < SAME_EDGE_PT for segment in column) for edge in (_left, _middle, _right)
    )


def _left(segment: Segment) -> float:
    return segment.x0


def _middle(segment: Segment) -> float:
    return (segment.x0 + segment.x1) / 2


def _right(segment: Segment) -> float:
    return segment.x1


def _are_apart(columns: Mapping[int, Sequence[Segment]], body: Sequence[TableLine]) -> bool:
    """Whether the texts of a column are centred, or all lines stand further apart than those of prose."""
    is_centred = any(
        max(map(_left, column)) - min(map(_left, column)) > 2 * SAME_EDGE_PT
        and max(map(_right, column)) - min(map(_right, column)) > 2 * SAME_EDGE_PT
        for column in columns.values()
    )
    return is_centred or all(b.baseline - a.baseline > MIN_APART_EM * a.size for a, b in pairwise(body))
