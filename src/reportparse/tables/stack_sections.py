"""What between two rules of a stack is no row of values and parts no table: names of sections, and blank rows."""

from collections.abc import Iterator, Sequence

from reportparse.tables.named import find_number
from reportparse.tables.rulings import Edge
from reportparse.tables.runs import has_values
from reportparse.tables.segments import Row, Segment, is_value

# Edges nearer than this are flush, in points.
FLUSH_PT = 2.0
# A blank row takes up no more than this, from baseline to baseline, in parts of the type size.
MAX_BLANK_EM = 4.0
# Brackets of negative values hang out of their column by this, in points.
BRACKET_PT = 4.0
# Values of one row that tell its columns.
MIN_VALUES = 2
# Types that differ by less than this, in points, are one.
SAME_SIZE_PT = 0.6


def find_end_above(group: Sequence[Edge], bands: Sequence[list[Row]], first: int) -> float:
    """Where the room above a first rule ends: at the rule before, or beyond it where but a label stands between.

    That names the first section, and the rule is the one below the header.
    """
    if first and is_lone(bands[first - 1]):
        first -= 1
    return group[first - 1].at + 1 if first else 0.0


def is_lone(band: Sequence[Row]) -> bool:
    """Whether nothing but one text that names no table stands between two rules."""
    return len(band) == 1 and len(band[0]) == 1 and not find_number(band[0][0].text)


def names_section(before: Sequence[Sequence[Row]], label: Segment, after: Sequence[Row]) -> bool:
    """Whether a text alone stands over a row that begins where it does and whose values are aligned to those before.

    They end where these do, begin there or are centred so.  A table of its own would have heads.
    """
    known = [_sides(segment) for rows in before for row in rows if has_values(row) for segment in row[1:]]
    return any(
        has_values(row)
        and abs(label.x0 - row[0].x0) < FLUSH_PT
        and any(_are_among(own, others) for own, others in zip(_values(row), zip(*known, strict=True), strict=False))
        for row in after
    )


def _values(row: Row) -> Iterator[tuple[float, ...]]:
    return zip(*(_sides(segment) for segment in row[1:] if is_value(segment.text)), strict=True)


def _sides(segment: Segment) -> tuple[float, float, float]:
    """Where a text ends, begins and has its middle."""
    return segment.x1, segment.x0, (segment.x0 + segment.x1) / 2


def is_blank_row(before: Sequence[Sequence[Row]], after: Sequence[Sequence[Row]]) -> bool:
    """Whether the rows below an empty band are near, of one type with those above, and end where their values do.

    A row may have a value more, in a column of few: the number of a note.
    """
    above, below = ([row for band in bands for row in band] for bands in (before, after))
    if not above or not below:
        return False
    last, here = above[-1][0], below[0][0]
    if here.baseline - last.baseline > MAX_BLANK_EM * last.size or abs(here.size - last.size) > SAME_SIZE_PT:
        return False
    row = next((row for row in below if len(row) > 1), None)
    if row is None or not has_values(row):
        return False
    own = [segment.x1 for segment in row[1:]]
    rows = [[segment.x1 for segment in other[1:]] for other in above]
    is_whole = any(len(ends) >= MIN_VALUES and _are_among(ends, own) for ends in rows)
    return is_whole or _are_among(own, [end for ends in rows for end in ends])


def _are_among(ends: Sequence[float], others: Sequence[float]) -> bool:
    return all(any(abs(end - other) <= BRACKET_PT for other in others) for end in ends)
