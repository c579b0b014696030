"""Bars of colour in a row that each hold the title of a column of bare text, no wider than they are."""

from collections.abc import Sequence
from itertools import chain

from reportparse.geometry import Box, has_middle_in, unite
from reportparse.layout.frames import Frame, frame_of
from reportparse.layout.lines import Line
from reportparse.layout.sides import Item
from reportparse.layout.title_bars import MAX_BAR_PT, SAME_SIDE_PT, is_text

# The text of a column begins below its bar, and goes on, in steps of at most so many heights of a line.
MAX_STEP = 3.0


def find_headed(frames: Sequence[Frame], lines: Sequence[Line]) -> list[list[Frame]]:
    """The columns of a page that bars head, those of each row from left to right: each bar, as high as bar and text.

    A table's cells in colour have less text below them.
    """
    bars = [frame for frame in frames if frame.fill is not None and frame.box.height <= MAX_BAR_PT]
    if len(bars) < 2:  # as on most pages
        return []
    bare = sorted((line for line in lines if frame_of(line.box, frames) is None), key=lambda line: line.box.top)
    rows: list[list[Frame]] = []
    for bar in sorted(bars, key=lambda bar: bar.box):
        row = next((row for row in rows if abs(row[0].box.top - bar.box.top) <= SAME_SIDE_PT), None)
        rows.append([bar]) if row is None else row.append(bar)
    texts = [[_find_text(bar.box, bare) for bar in row] for row in rows]
    return [
        [bar._replace(box=bar.box._replace(bottom=text[-1].box.bottom)) for bar, text in zip(row, below, strict=True)]
        for row, below in zip(rows, texts, strict=True)
        if len(row) > 1 and all(is_text(text, bar.box.x1) for bar, text in zip(row, below, strict=True))
    ]


def _find_text(bar: Box, lines: Sequence[Line]) -> list[Line]:
    """The lines below a bar that begin between its sides, from top to bottom."""
    text: list[Line] = []
    reached = bar.bottom
    for line in lines:
        if line.box.top >= bar.bottom - SAME_SIDE_PT and bar.x0 - SAME_SIDE_PT <= line.box.x0 < bar.x1:
            if line.box.top - reached > MAX_STEP * line.box.height:
                break
            text.append(line)
            reached = line.box.bottom
    return text


def leave_heads(frames: Sequence[Frame], rows: Sequence[Sequence[Frame]]) -> list[Frame]:
    """The boxes of a page without the bars that head its columns."""
    heads = [(column.fill, *column.box[:2]) for column in chain.from_iterable(rows)]
    return [frame for frame in frames if (frame.fill, *frame.box[:2]) not in heads]


def part_at_heads(items: list[Item], rows: Sequence[Sequence[Frame]]) -> list[list[Item]]:
    """What stands above the columns of each row, in each of them, and below; whole where something stands beside."""
    for row in rows:
        whole = unite(column.box for column in row)
        columns = [[item for item in items if has_middle_in(item.box, column.box)] for column in row]
        above = [item for item in items if item.box.middle[1] < whole.top]
        below = [item for item in items if item.box.middle[1] > whole.bottom]
        if all(columns) and sum(map(len, (*columns, above, below))) == len(items):
            return [part for part in (*part_at_heads(above, rows), *columns, *part_at_heads(below, rows)) if part]
    return [items]


__all__ = ["find_headed", "leave_heads", "part_at_heads"]
