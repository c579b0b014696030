"""Segments that cross a strip are cut where a gap of theirs lies in it and what follows stands as its column does."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from reportparse.tables.columns import Strip, place
from reportparse.tables.runs import MAX_LEADING_EM, step
from reportparse.tables.segments import MAX_GAP_EM, Row, Segment, is_number, is_value, make_segment

# A gap in a strip cuts a text if it is this many times as wide as the others in the text,
MIN_RATIO = 1.3
# or if there is no other, this part of the type size.
MIN_GAP_EM = 0.42
# A gap in a strip this wide needs no comparison: spaces of typewriter text are 0.6 em.
WIDE_GAP_EM = 0.66
# Edges nearer than this are aligned, in points.
ALIGNED_PT = 1.6

_YEAR = re.compile(r"(?:19|20)\d\d")


def recut(rows: Sequence[Row], strips: Sequence[Strip]) -> list[Row]:
    """Rows with their segments cut at the strips where that is right; texts that span columns stay whole."""
    edges = _find_edges(rows, strips)
    return [
        [piece for segment in row for piece in _cut(segment, strips, edges, len(rows))]
        if _crosses(row, strips)
        else row
        for row in rows
    ]


def drop_stretched(rows: Sequence[Row], strips: Sequence[Strip]) -> list[Strip]:
    """The strips without the first one where that only parts the words of justified labels.

    Right of it stand words alone, none of them above it a head, and each of their lines goes on in the next.
    """
    if len(strips) < 2:
        return list(strips)
    beside = [at for at, row in enumerate(rows) if any(place(segment, strips) == (1, 1) for segment in row)]
    is_stretched = bool(beside) and all(_is_begun(rows[at], rows[at + 1 : at + 2], strips) for at in beside)
    return list(strips[1:] if is_stretched else strips)


def _is_begun(row: Row, after: Sequence[Row], strips: Sequence[Strip]) -> bool:
    """Whether a label begins in a line, its words stretched, and goes on in the next one, beside no values."""
    words = [segment for segment in row if place(segment, strips)[1] <= 1]
    if len(words) < 2 or any(is_value(segment.text) for segment in words) or not after:
        return False
    below = after[0]
    is_near = abs(below[0].x0 - row[0].x0) < ALIGNED_PT and step(row, below) <= MAX_LEADING_EM
    return is_near and all(place(segment, strips)[1] <= 1 for segment in below)


def rejoin_headings(rows: Sequence[Row], strips: Sequence[Strip]) -> list[Row]:
    """Rows, those of words alone made one text that begin in the first column and have but stretched spaces.

    What their column holds elsewhere stands at none of the edges of the pieces.  Words in the first column are one
    label, however stretched.
    """
    edges = _find_edges(rows, strips)
    return [[_join(row)] if _is_stretched(row, strips, edges) else _join_label(row, strips) for row in rows]


def _join_label(row: Row, strips: Sequence[Strip]) -> Row:
    count = sum(place(segment, strips) == (0, 0) for segment in row)
    return [_join(row[:count]), *row[count:]] if count > 1 and not any(is_value(s.text) for s in row[:count]) else row


def _join(row: Row) -> Segment:
    return make_segment([word for segment in row for word in segment.words])


def _is_stretched(row: Row, strips: Sequence[Strip], edges: Sequence[Sequence[tuple[float, float]]]) -> bool:
    if len(row) < 2 or place(row[0], strips) != (0, 0) or any(is_value(segment.text) for segment in row):
        return False
    if any(b.x0 - a.x1 >= MAX_GAP_EM * a.size for a, b in pairwise(row)):
        return False
    for segment in row[1:]:
        column = edges[place(segment, strips)[0]]
        others = [(x0, x1) for x0, x1 in column if (x0, x1) != (segment.x0, segment.x1)]
        if any(min(abs(segment.x0 - x0), abs(segment.x1 - x1)) <= ALIGNED_PT for x0, x1 in others):
            return False
    return True


def _crosses(row: Row, strips: Sequence[Strip]) -> bool:
    return any(_reaches(segment, strip) for segment in row for strip in strips)


def _reaches(segment: Segment, strip: Strip) -> bool:
    """Whether a text reaches from the column before a strip well into it."""
    return segment.x0 < strip.x0 + 1 and segment.x1 > strip.x0 + MIN_GAP_EM * segment.size


def _find_edges(rows: Sequence[Row], strips: Sequence[Strip]) -> list[list[tuple[float, float]]]:
    """Left and right edges of what stands in each column alone."""
    edges: list[list[tuple[float, float]]] = [[] for _ in range(len(strips) + 1)]
    for row in rows:
        for segment in row:
            first, last = place(segment, strips)
            if first == last:
                edges[first].append((segment.x0, segment.x1))
    return edges


def _cut(
    segment: Segment, strips: Sequence[Strip], edges: list[list[tuple[float, float]]], count: int
) -> list[Segment]:
    words = list(segment.words)
    gaps = [b.x0 - a.x1 for a, b in zip(words, words[1:], strict=False)]
    for number, strip in enumerate(strips):
        if not _reaches(segment, strip):
            continue
        is_across = segment.x1 > strip.x1 - 1
        for index, gap in enumerate(gaps):
            left, right = words[index].x1, words[index + 1].x0
            if gap <= 0 or min(right, strip.x1) - max(left, strip.x0) < min(0.5 * gap, 1.0):
                continue
            others = gaps[:index] + gaps[index + 1 :]
            is_wide = gap >= WIDE_GAP_EM * segment.size or (
                gap >= MIN_GAP_EM * segment.size and (not others or gap >= MIN_RATIO * median(others))
            )
            pieces = [make_segment(words[: index + 1]), make_segment(words[index + 1 :])]
            is_flush = gap >= (MIN_GAP_EM if is_across else WIDE_GAP_EM) * segment.size
            is_cut = is_flush and _ends_column(pieces[0], edges[number])
            if is_across and not is_cut:
                is_cut = is_wide or _is_aligned(pieces, number, edges, strips)
            if is_cut:
                return [pieces[0], *_cut(pieces[1], strips[number + 1 :], edges[number + 1 :], count)]
    return [segment]


def _ends_column(piece: Segment, column: Sequence[tuple[float, float]]) -> bool:
    """Whether a text ends as most of a column does, so that the words behind it are the head of the next one."""
    ends = sum(abs(piece.x1 - x1) <= ALIGNED_PT for _, x1 in column)
    return len(column) > 1 and ends * 2 >= len(column)


def _is_aligned(
    pieces: Sequence[Segment], number: int, edges: list[list[tuple[float, float]]], strips: Sequence[Strip]
) -> bool:
    """Whether the right piece stands in the next column and is aligned with most of it."""
    right = pieces[1]
    limit = strips[number + 1].x1 if number + 1 < len(strips) else float("inf")
    column = edges[number + 1] if number + 1 < len(edges) else []
    if right.x1 > limit or len(column) < 2:
        return False
    if not is_number(right.text) or _YEAR.fullmatch(right.text):
        return False
    ends = sum(abs(right.x1 - x1) <= ALIGNED_PT for _, x1 in column)
    begins = sum(abs(right.x0 - x0) <= ALIGNED_PT for x0, _ in column)
    return max(ends, begins) * 2 >= len(column)
