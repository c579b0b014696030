"""Heads that are set otherwise than their columns: to the left over numbers at the right, or in uneven lines."""

from collections.abc import Sequence

from reportparse.tables.columns import Strip
from reportparse.tables.runs import has_values
from reportparse.tables.segments import Row, Segment
from reportparse.tables.table_lines import TableLine

# Lines of one head follow each other this near, in parts of the type size.
MAX_LEADING_EM = 1.5
# Edges and middles nearer than this are flush, in points.
FLUSH_PT = 1.0


def drop_head_strips(lines: Sequence[TableLine], strips: Sequence[Strip]) -> list[Strip]:
    """The strips less those that part a head from its own column: left of it stand heads alone, right of it none."""
    end = _count_head(lines)
    head = {column for line in lines[:end] for column in line.columns}
    body = {column for line in lines[end:] for column in line.columns}
    return [
        strip
        for number, strip in enumerate(strips)
        if not (_part_one_column(number, head, body) or (number and _part_one_column(number, body, head)))
    ]


def add_head_strips(rows: Sequence[Row], strips: Sequence[Strip]) -> list[Strip]:
    """The strips, those parted in which the head of an empty column stands: its line has one for each other column.

    That of the labels aside: where there is one, too, heads may stand left of their numbers, and no column is empty.
    The last column is empty where no text is told by it: signs or colours alone stand there.
    """
    parted = list(strips)
    for row in rows[: next((at for at, row in enumerate(rows) if has_values(row)), 0)]:
        if len(row) <= len(parted):
            continue
        inside = [(at, one) for one in row for at, strip in enumerate(parted) if _stands_in(one, strip)]
        if len(inside) == 1 and sum(one.x0 >= parted[0].x0 for one in row) == len(parted) + 1:
            (at, head), = inside
            strip = parted[at]
            parted[at : at + 1] = [Strip(strip.x0, head.x0), Strip(head.x1, strip.x1)]
        end = max(one.x1 for other in rows for one in (other[:-1] if other is row else other))
        if len(row) == len(parted) + 2 and row[-1].x0 - end >= row[-1].size:
            parted.append(Strip(end, row[-1].x0))
    return parted


def _stands_in(head: Segment, strip: Strip) -> bool:
    """Whether a head stands inside a strip, clear of both sides, and nearer to the numbers than to the labels."""
    is_clear = head.x0 - strip.x0 >= head.size and strip.x1 - head.x1 >= head.size
    return is_clear and head.x0 > strip.middle


def _part_one_column(left: int, only: set[int], others: set[int]) -> bool:
    """Whether what `only` holds stands left of a strip, and what `others` hold right of it."""
    return left in only and left not in others and left + 1 in others and left + 1 not in only


def _count_head(lines: Sequence[TableLine]) -> int:
    """Lines before the first with values; the first alone in a table of words."""
    return next((place for place, line in enumerate(lines) if line.value_count), 0) or 1


def align_heads(lines: Sequence[TableLine]) -> list[TableLine]:
    """The lines, each text of a head that is flush with the one right above it put into the same column."""
    aligned = list(lines)
    for place in range(1, next((at for at, line in enumerate(lines) if line.value_count), 0)):
        aligned[place] = _align(aligned[place], aligned[place - 1])
    return aligned


def _align(line: TableLine, above: TableLine) -> TableLine:
    if line.baseline - above.baseline > MAX_LEADING_EM * line.size:
        return line
    cells = list(line.cells)
    for place, (first, last, segment) in enumerate(cells):
        flush = [(a, b) for a, b, head in above.cells if a == b and _are_flush(segment, head)]
        taken = {column for at, (a, b, _) in enumerate(cells) if at != place for column in range(a, b + 1)}
        if len(flush) == 1 and flush[0] != (first, last) and flush[0][0] not in taken:
            cells[place] = (*flush[0], segment)
    return line._replace(cells=tuple(cells))


def _are_flush(segment: Segment, head: Segment) -> bool:
    sides = segment.x0 - head.x0, segment.x1 - head.x1
    return min(map(abs, (*sides, sum(sides) / 2))) < FLUSH_PT
