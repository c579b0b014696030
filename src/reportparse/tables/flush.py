"""Whether two parts of one table, on two pages or in two columns, have the same columns."""

from collections import defaultdict

from reportparse.pdf import Word
from reportparse.tables.grid import Grid, box_of

# Column edges of two parts may differ by this part of the table's width.
SAME_EDGE = 0.06
# Edges nearer than this are flush, in points.
FLUSH_PT = 2.0


def part_alike(a: Grid, b: Grid) -> bool:
    """Whether all columns are as wide in both."""
    shift = b.columns[0] - a.columns[0]
    return all(abs(y - x - shift) <= FLUSH_PT for x, y in zip(a.columns, b.columns, strict=True))


def have_same_width(a: Grid, b: Grid) -> bool:
    """Whether both are about as wide."""
    width, other = a.columns[-1] - a.columns[0], b.columns[-1] - b.columns[0]
    return abs(width - other) <= 2 * SAME_EDGE * width


def have_same_edges(a: Grid, b: Grid) -> bool:
    """Whether the columns part at the same places, for parts whose texts leave white strips of other widths."""
    if not have_same_width(a, b):
        return False
    width = a.columns[-1] - a.columns[0]
    return all(
        abs((x - a.columns[0]) - (y - b.columns[0])) <= SAME_EDGE * width + 3
        for x, y in zip(a.columns, b.columns, strict=False)
    )


def are_flush(a: Grid, b: Grid) -> bool:
    """Whether the texts of every column begin, end or have their middle at the same place in both parts."""
    sides, others = _find_sides(a), _find_sides(b)
    if len(sides) != len(others):
        return False
    (x0, x1), (y0, y1) = sides[0], others[0]
    return any(
        all(_is_flush(one, other, shift) for one, other in zip(sides, others, strict=True))
        for shift in (y0 - x0, (y0 + y1 - x0 - x1) / 2, y1 - x1)
    )


def _is_flush(one: tuple[float, float], other: tuple[float, float], shift: float) -> bool:
    (x0, x1), (y0, y1) = one, other
    return min(abs(x0 + shift - y0), abs(x1 + shift - y1), abs((x0 + x1 - y0 - y1) / 2 + shift)) <= FLUSH_PT


def _find_sides(grid: Grid) -> list[tuple[float, float]]:
    """Left and right edge of the texts of each column that has some."""
    columns: dict[int, list[Word]] = defaultdict(list)
    for cell in grid.cells:
        if cell.column_span == 1:
            columns[cell.column] += cell.words
    return [(box.x0, box.x1) for _, words in sorted(columns.items()) if words for box in [box_of(words)]]
