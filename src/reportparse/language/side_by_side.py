"""Two tables set side by side as one: a second column of labels, which name the numbers to their right."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

# A column of labels has other words in at least this share of the rows; groups and remarks come again or seldom.
MIN_NAMED = 0.75
# A length of time is a value, and names nothing: "6 minutes 48 seconds".
_LENGTH = re.compile(r"(?:\d+\s?(?:hours?|hrs?|minutes?|mins?|seconds?|secs?|days?|weeks?|months?|[hms])[\s,]*(?:and\s)?)+")


def find_side_labels(table: Any) -> dict[tuple[int, int], str]:
    """By row and column of a cell, the label that stands nearer to it than the row's first one; none in most tables.

    Args:
        table: Offers rows and header_rows; its cells text, row, column and value.
    """
    body = [cell for row in table.rows[table.header_rows :] for cell in row if cell.text]
    columns: dict[int, list[Any]] = {}
    for cell in body:
        columns.setdefault(cell.column, []).append(cell)
    rows = len(table.rows) - table.header_rows
    numbers = [column for column, cells in columns.items() if sum(c.value is not None for c in cells) * 2 > len(cells)]
    sides = [column for column, cells in sorted(columns.items()) if _names_rows(cells, rows)]
    sides = [side for side in sides if min(numbers, default=side) < side < max(numbers, default=side)]
    return {(cell.row, cell.column): label for cell in body if (label := _label_of(cell, sides, columns))}


def _names_rows(cells: Iterable[Any], rows: int) -> bool:
    """Whether a column holds a name for each row: words, other ones each time."""
    texts = [cell.text for cell in cells if cell.value is None and any(map(str.isalpha, cell.text))]
    texts = [text for text in texts if not _LENGTH.fullmatch(text)]
    return rows > 1 and len(set(texts)) == len(texts) >= MIN_NAMED * rows


def _label_of(cell: Any, sides: Iterable[int], columns: Mapping[int, list[Any]]) -> str | None:
    side = max((side for side in sides if side < cell.column), default=None)
    if side is None:
        return None
    return next((label.text for label in columns[side] if label.row == cell.row), None)
