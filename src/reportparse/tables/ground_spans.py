"""Headings of sections inside a table that are merged cells.

One ground behind them alone, as wide as the table, tells so, or a text that runs on into the next column.
"""

from collections.abc import Sequence

from reportparse.pdf import Color, Fill
from reportparse.tables.grid import Grid, GridCell

# A ground ends no further inside the texts of the table than this, in points.
INSIDE_PT = 2.0
# Colours from this brightness on are white paper.
WHITE_FROM = 250


def span_grounds(grid: Grid, fills: Sequence[Fill]) -> Grid:
    """The grid, lone labels reaching over all columns that stand on a ground of a colour of their own."""
    if grid.method == "ruled" or grid.column_count < 2:
        return grid
    near = [fill for fill in fills if min(fill.color) < WHITE_FROM and _is_as_wide(fill, grid)]
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells if near else ():
        if cell.words:
            rows.setdefault(cell.row, []).append(cell)
    grounds = {row: _find_ground(cells[0], near) for row, cells in rows.items()}
    others = {grounds[row] for row, cells in rows.items() if len(cells) > 1 and row}  # the header may share it
    lone = {row for row, cells in rows.items() if len(cells) == 1 and grounds[row] and grounds[row] not in others}
    if not lone:
        return grid
    count = grid.column_count
    cells = [
        cell._replace(column_span=count) if cell.row in lone and cell.column == 0 and cell.words else cell
        for cell in grid.cells
        if cell.row not in lone or cell.words
    ]
    return grid._replace(cells=tuple(cells))


def span_alike(grid: Grid) -> Grid:
    """The grid, lone labels in the type of one that runs on into the next column reaching over all columns as it does.

    The text of a cell of one column would have been broken there.
    """
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells if grid.method != "ruled" else ():
        if cell.words:
            rows.setdefault(cell.row, []).append(cell)
    lone = [cells[0] for row, cells in rows.items() if row and len(cells) == 1 and cells[0].column == 0]
    told = {cell.words[0].style for cell in lone if cell.column_span > 1}
    own = {cell.row for cell in lone if cell.words[0].style in told}
    if not own:
        return grid
    count = grid.column_count
    cells = (
        cell._replace(column_span=count) if cell.row in own else cell
        for cell in grid.cells
        if cell.row not in own or cell.words
    )
    return grid._replace(cells=tuple(cells))


def _is_as_wide(fill: Fill, grid: Grid) -> bool:
    return fill.box.x0 <= grid.box.x0 + INSIDE_PT and fill.box.x1 >= grid.box.x1 - INSIDE_PT


def _find_ground(cell: GridCell, fills: Sequence[Fill]) -> Color | None:
    """The colour of the last ground drawn behind a cell."""
    word = cell.words[0]
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    behind = [fill for fill in fills if fill.box.x0 <= x <= fill.box.x1 and fill.box.top <= y <= fill.box.bottom]
    return behind[-1].color if behind else None
