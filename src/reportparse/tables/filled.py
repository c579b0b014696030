"""Heads that only colour draws, on top of a table whose other cells have rules: filled boxes as wide as columns."""

from collections.abc import Sequence

from reportparse.geometry import Box
from reportparse.pdf import Fill, Page, Word
from reportparse.tables.rulings import MAX_ROW_PT, MIN_CELL_PT, MIN_ROW_PT, WHITE_FROM, Edge, Rulings

# Edges of a box and of the table that differ by less than this, in points, are one: half a thick line.
SAME_PT = 2.5
# A head has no more rows.
MAX_ROWS = 3


def add_filled_head(page: Page, rulings: Rulings) -> Rulings:
    """The rulings with those of the filled rows right above them, if these hold words and end where columns do.

    Filled cells with words in each tell columns that have no rules below: ratings alone may stand between these.
    """
    for _ in range(MAX_ROWS):
        row = _find_row(page.fills, rulings)
        words = [word for word in page.words if row and _holds(row, word)]
        if not words or not (_end_at_columns(row, rulings) or _are_heads(row, rulings, words)):
            return rulings
        rulings = _add_row(rulings, row, words)
    return rulings


def _find_row(fills: Sequence[Fill], rulings: Rulings) -> list[Box]:
    """Boxes beside each other that stand on the top edge and together are as wide as the table."""
    table = rulings.box
    row = sorted({
        fill.box
        for fill in fills
        if abs(fill.box.bottom - table.top) <= SAME_PT
        and min(fill.color) < WHITE_FROM
        and MIN_ROW_PT <= fill.box.height <= MAX_ROW_PT
        and fill.box.width >= MIN_CELL_PT
    })  # fmt: skip
    if not row or max(box.top for box in row) - min(box.top for box in row) > SAME_PT:
        return []
    is_whole = abs(row[0].x0 - table.x0) <= SAME_PT and abs(row[-1].x1 - table.x1) <= SAME_PT
    is_closed = all(abs(a.x1 - b.x0) <= SAME_PT for a, b in zip(row, row[1:], strict=False))
    return row if is_whole and is_closed else []


def _end_at_columns(row: Sequence[Box], rulings: Rulings) -> bool:
    ends = [rulings.box.x0, rulings.box.x1, *(edge.at for edge in rulings.upright)]
    return all(any(abs(x - end) <= SAME_PT for end in ends) for box in row for x in (box.x0, box.x1))


def _are_heads(row: Sequence[Box], rulings: Rulings, words: Sequence[Word]) -> bool:
    """Whether the boxes are the heads of all columns: words in each, on no border, and one on each upright rule."""
    borders = [box.x0 for box in row[1:]]
    if any(word.x0 < x < word.x1 for x in borders for word in words):
        return False
    has_all = all(any(box.x0 <= word.x0 < box.x1 for word in words) for box in row)
    inner = (edge.at for edge in rulings.upright if row[0].x0 + SAME_PT < edge.at < row[-1].x1 - SAME_PT)
    return has_all and all(any(abs(at - x) <= SAME_PT for x in borders) for at in inner)


def _holds(row: Sequence[Box], word: Word) -> bool:
    is_level = row[0].top <= (word.top + word.bottom) / 2 <= row[0].bottom
    return is_level and row[0].x0 <= word.x0 and word.x1 <= row[-1].x1


def _add_row(rulings: Rulings, row: Sequence[Box], words: Sequence[Word]) -> Rulings:
    """With the edges of a row: head, foot, and ends of its boxes, or in one box the columns that no word crosses."""
    top, bottom = row[0].top, rulings.box.top
    ends = {row[0].x0, row[-1].x1}
    if len(row) > 1:
        ends |= {box.x0 for box in row}
    else:
        columns = {edge.at for edge in rulings.upright if abs(edge.start - bottom) <= SAME_PT}
        ends |= {x for x in columns if not any(word.x0 < x < word.x1 for word in words)}
    upright = [Edge(x, top, bottom) for x in sorted(ends)]
    level = [Edge(at, row[0].x0, row[-1].x1) for at in (top, row[0].bottom)]
    return Rulings([*level, *rulings.level], sorted([*rulings.upright, *upright]))


__all__ = ["add_filled_head"]
