"""Rows as an Excel workbook: numbers as numbers, all else as text that can not become a formula."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from reportparse.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Sequence

# Excel's own limits on the name of a sheet.
MAX_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
MAX_WIDTH = 60

Sheet = tuple[str, list[list[Any]], int]
"""Name, rows, and how many of them are headers."""


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a workbook with these sheets.

    Raises:
        MissingExtra: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise MissingExtra("xlsxwriter", "xlsx") from error
    file = io.BytesIO()
    names: set[str] = set()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format()
        for title, rows, header_rows in sheets or [("empty", [], 0)]:
            sheet = book.add_worksheet(_name(title, names))
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    _put(sheet, number, column, value, bold if number < header_rows else plain)
            sheet.freeze_panes(header_rows, 0)
            for column in range(max(map(len, rows), default=0)):
                longest = max(len(str(row[column])) for row in rows if column < len(row))
                sheet.set_column(column, column, min(MAX_WIDTH, longest + 2))
    return file.getvalue()


def _put(sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
    """A number where the value is one, or prints as a plain one; else a string, whatever it begins with."""
    from reportparse.tables.values import read_amount

    if value is None or value == "":
        return
    if isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
        return
    amount = read_amount(str(value))
    if amount is not None and amount.unit is None and not amount.marks:
        sheet.write_number(row, column, float(amount.value), style)
    else:
        sheet.write_string(row, column, str(value), style)


def _name(title: str, taken: set[str]) -> str:
    """A name that Excel takes, and that no other sheet has."""
    name = _FORBIDDEN.sub(" ", title)[:MAX_NAME].strip() or "table"
    number = 2
    while name.casefold() in taken:
        name = f"{name[: MAX_NAME - 4].strip()} {number}"
        number += 1
    taken.add(name.casefold())
    return name
