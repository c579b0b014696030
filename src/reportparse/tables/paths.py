"""Each cell gets the headers that name it, and with them its value and unit."""

from collections.abc import Sequence
from dataclasses import replace

from reportparse.tables.headers import is_period
from reportparse.tables.records import Cell
from reportparse.tables.values import read_amount


def name_cells(
    rows: Sequence[Sequence[Cell]], header_rows: int, header_columns: int, caption: str
) -> tuple[tuple[Cell, ...], ...]:
    """The cells with their row path, column path, value and unit; headers themselves have none."""
    heads: dict[int, list[str]] = {}
    labels: dict[int, list[str]] = {}
    for cell in (cell for row in rows for cell in row if cell.text):
        if cell.row < header_rows:
            for column in range(cell.column, cell.column + cell.column_span):
                heads.setdefault(column, []).append(cell.text)
        elif cell.column < header_columns:
            for row in range(cell.row, cell.row + cell.row_span):
                labels.setdefault(row, []).append(cell.text)
    corner = " ".join(text for column in range(header_columns) for text in heads.get(column, []))
    return tuple(
        tuple(
            cell
            if cell.row < header_rows or cell.column < header_columns
            else _name(cell, labels.get(cell.row, []), heads.get(cell.column, []), f"{caption} {corner}")
            for cell in row
        )
        for row in rows
    )


def _name(cell: Cell, labels: list[str], heads: list[str], caption: str) -> Cell:
    amount = None
    for context in (" ".join(heads), " ".join(labels), caption):
        amount = read_amount(cell.text, context)
        if amount is None or amount.unit:
            break
    is_year = amount is not None and amount.unit is None and is_period(cell.text) and len(cell.text) > 4
    known = amount if amount is not None and not is_year else None
    return replace(
        cell,
        row_path=tuple(labels),
        column_path=tuple(heads),
        value=known.value if known else None,
        unit=known.unit if known else None,
    )
