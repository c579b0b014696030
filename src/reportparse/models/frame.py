"""A table as a data frame, where pandas is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportparse.extras import need
from reportparse.models.tidy import TidyRow, tidy

if TYPE_CHECKING:
    import pandas as pd

    from reportparse.models.content import Table


def to_dataframe(table: Table, *, is_tidy: bool) -> pd.DataFrame:
    """Header rows as columns (of several levels where there are several) and texts as cells; or tidy rows.

    Raises:
        MissingExtra: pandas is not installed.
    """
    pd = need("pandas", "pandas")
    if is_tidy:
        return pd.DataFrame(tidy(table), columns=list(TidyRow._fields))
    rows = fill_places(table)
    count = table.header_rows
    columns: Any = None
    if count == 1:
        columns = rows[0]
    elif count > 1:
        columns = pd.MultiIndex.from_arrays(rows[:count])
    return pd.DataFrame(rows[count:], columns=columns)


def fill_places(table: Table) -> list[list[str]]:
    """The text at each place, row by row; a merged cell's stands at all of its places."""
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    rows = [[""] * width for _ in table.rows]
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.row_span, len(rows))):
            for column in range(cell.column, cell.column + cell.column_span):
                rows[row][column] = cell.text
    return rows
