"""Rows that only colour draws: each other row of a table with few rules has a ground as wide as the table."""

from collections import defaultdict
from collections.abc import Sequence

from reportparse.geometry import Box
from reportparse.pdf import Page
from reportparse.tables.rulings import MAX_FILLS, MIN_CELL_PT, MIN_ROW_PT, WHITE_FROM, Edge, Rulings

# Edges of a box and of the table that differ by less than this, in points, are one: half a thick line.
SAME_PT = 2.5
# A row of more lines than this, in points, is a ground of something else.
MAX_STRIPE_PT = 160.0
# One row of colour may be a heading in the table; stripes are more.
MIN_STRIPES = 2


def add_stripes(page: Page, rulings: Rulings) -> Rulings:
    """The rulings with the edges of stripes between them, and those of the filled cells that these are made of."""
    table = rulings.box
    rows = [row for row in _find_rows(page, table) if _is_whole(row, table)] if page.fills else []
    if len(rows) < MIN_STRIPES:
        return rulings
    level = list(rulings.level)
    upright = list(rulings.upright)
    for row in rows:
        for at in (row[0].top, row[0].bottom):
            if not any(abs(edge.at - at) <= SAME_PT and edge.end - edge.start > table.width / 2 for edge in level):
                level.append(Edge(at, table.x0, table.x1))
        upright += [Edge(box.x0, box.top, box.bottom) for box in row[1:]]
    return Rulings(sorted(level), sorted(upright)) if len(level) > len(rulings.level) else rulings


def _find_rows(page: Page, table: Box) -> list[list[Box]]:
    """Filled boxes in the table that stand side by side, from left to right, by rows."""
    rows: defaultdict[tuple[int, int], set[Box]] = defaultdict(set)
    for fill in page.fills[:MAX_FILLS]:
        box = fill.box
        if (
            table.top - SAME_PT <= box.top
            and box.bottom <= table.bottom + SAME_PT
            and MIN_ROW_PT <= box.height <= MAX_STRIPE_PT
            and box.width >= MIN_CELL_PT
            and table.x0 - SAME_PT <= box.x0
            and box.x1 <= table.x1 + SAME_PT
            and min(fill.color) < WHITE_FROM
        ):
            rows[round(box.top), round(box.bottom)].add(box)
    return [sorted(row, key=lambda box: box.x0) for row in rows.values()]


def _is_whole(row: Sequence[Box], table: Box) -> bool:
    """Whether boxes side by side are as wide as the table, with no white between them."""
    is_wide = abs(row[0].x0 - table.x0) <= SAME_PT and abs(row[-1].x1 - table.x1) <= SAME_PT
    return is_wide and all(abs(a.x1 - b.x0) <= SAME_PT for a, b in zip(row, row[1:], strict=False))


__all__ = ["add_stripes"]
