"""Reports as a workbook: a sheet each for figures, tables, paragraphs and checks."""

import io
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import Any

from reportparse.extras import need
from reportparse.flat import SHEETS, Row, report_row
from reportparse.models import Report

MAX_WIDTH = 60  # characters of a column: what is longer wraps
MAX_CELL = 32_767  # characters: more than that Excel does not hold
MAX_LINKS = 65_000  # of a sheet: Excel holds 65,530
_WIDE = ("text", "message", "caption", "measure", "section", "row_header", "column_header", "title")

# No words of a PDF become a formula, a link or a number of their own: text stays text, years too.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def as_workbook(reports: Sequence[Report]) -> bytes:
    """The bytes of an .xlsx file; the first sheet lists the reports.

    Raises:
        MissingExtra: xlsxwriter is not installed.
    """
    target = io.BytesIO()
    with need("xlsxwriter", "xlsx").Workbook(target, _PLAIN) as book:
        write_sheet(book, "reports", map(report_row, reports))
        for name, rows in SHEETS.items():
            paths = chain.from_iterable((report.source.path for _ in rows(report)) for report in reports)
            write_sheet(book, name, chain.from_iterable(map(rows, reports)), paths)
    return target.getvalue()


def link_to(path: str, page: int) -> str:
    """The address of a page of a PDF, which browsers and readers open there; a path is one beside the workbook.

    >>> link_to("reports/kent.pdf", 3), link_to("https://example.org/kent.pdf", 3)
    ('external:reports/kent.pdf#page=3', 'https://example.org/kent.pdf#page=3')
    """
    is_address = path.startswith(("https://", "http://"))
    return f"{path if is_address else f'external:{path}'}#page={page}"


def _is_near(path: str) -> bool:
    """Whether a path is of this machine or of the web: no click on a number shall reach for a share of the network."""
    return not path.startswith(("\\\\", "//")) and ("://" not in path or path.startswith(("https://", "http://")))


def write_sheet(book: Any, name: str, rows: Iterable[Row], paths: Iterable[str | None] = ()) -> None:
    """Add a sheet with a frozen header, filters, numbers as numbers and text as text; empty for no rows.

    `paths` are the files that the rows were read from: each page number leads to its page there.
    """
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    names: list[str] = []
    last = 0
    for last, (row, path) in enumerate(zip(rows, chain(paths, repeat(None))), 1):  # noqa: B905  # there may be no paths
        if not names:
            names = list(row)
            sheet.write_row(0, 0, names, head)
        for column, value in enumerate(row.values()):
            if names[column] == "page" and path and _is_near(path) and value is not None and last <= MAX_LINKS:
                sheet.write_url(last, column, link_to(path, int(value)), top)
            if isinstance(value, bool):
                sheet.write_boolean(last, column, value, top)
            elif isinstance(value, int | float):
                sheet.write_number(last, column, value, top)
            elif value is not None:
                sheet.write_string(last, column, value[:MAX_CELL], wrap if names[column] in _WIDE else top)
    if names:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(names) - 1)
        for column, title in enumerate(names):
            sheet.set_column(column, column, MAX_WIDTH if title in _WIDE else max(10, len(title) + 2))
