"""Rows and columns become the cells of a grid, with spans."""

from collections.abc import Sequence

from reportparse.tables.grid import GridCell
from reportparse.tables.table_lines import TableLine


def build_cells(groups: Sequence[Sequence[TableLine]], first_row: int = 0, first_column: int = 0) -> list[GridCell]:
    """The cells of rows of lines: what stands in the same columns of a row is one cell, what overlaps is too."""
    cells: list[GridCell] = []
    for number, group in enumerate(groups):
        for first, last, segments in _stack(group):
            words = tuple(word for segment in segments for word in segment.words)
            text = ""
            cells.append(GridCell(first_row + number, first_column + first, 1, last - first + 1, words, text))
    return cells


def _stack(group: Sequence[TableLine]) -> list[tuple[int, int, list]]:  # type: ignore[type-arg]
    """Columns with their segments, joined where they overlap."""
    stacks: list[tuple[int, int, list]] = []  # type: ignore[type-arg]
    for first, last, segment in sorted(
        (cell for line in group for cell in line.cells), key=lambda cell: (cell[0], cell[2].baseline)
    ):
        if stacks and first <= stacks[-1][1]:
            low, high, segments = stacks[-1]
            stacks[-1] = (low, max(high, last), [*segments, segment])
        else:
            stacks.append((first, last, [segment]))
    return stacks
