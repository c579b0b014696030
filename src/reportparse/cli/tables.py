"""`reportparse tables`: the tables of a report, as they are or one row a number, as text, CSV, Excel or pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportparse.cli.arguments import (
    Reading,
    is_record,
    pages_option,
    parse_pdf,
    pdf_argument,
    read_report,
    read_source,
    reading_options,
)
from reportparse.cli.command import command, tell
from reportparse.cli.output import write
from reportparse.cli.rows import FileForm, Form, as_csv, as_lines, choose_form, form_options, pipe_table, write_rows
from reportparse.cli.workbook import as_workbook

if TYPE_CHECKING:
    from reportparse.models import Report, Table

# Pixels a point of a drawn page: 144 dots an inch.
DRAWN_SCALE = 2.0
PATH = " > "


@command()
@pdf_argument
@click.option("--tidy", is_flag=True, help="One row for each number, with the headers that name it.")
@click.option(
    "--draw", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Pages as PNG instead."
)
@pages_option
@form_options
@reading_options
def tables(
    file: Path,
    tidy: bool,
    folder: Path | None,
    pages: list[int] | None,
    form: Form | None,
    output: Path | None,
    reading: Reading,
) -> None:
    """\b
        reportparse tables report.pdf --tidy -o numbers.csv
        reportparse tables report.pdf -o tables.xlsx
        reportparse tables report.pdf -p 12 --draw look/

    List the tables of FILE, a PDF or a record (- for standard input): -t in Markdown, --csv one under the other, --nl a
    record in each line; .xlsx has a sheet for each.
    """
    if folder is not None:
        _draw(file, folder, pages, reading)
        return
    report = read_report(file, reading, pages=pages)
    found = [table for table in report.tables if pages is None or any(span.page in pages for span in table.spans)]
    chosen = choose_form(form, output)
    if not tidy:
        write(_as_tables(found, chosen), output)
    elif chosen == "nl":
        write(as_lines([row._asdict() | {"caption": table.caption} for table in found for row in table.tidy()]), output)
    else:
        write_rows(tidy_rows(found), form, output)
    if not found:
        tell(f"no table on {_say_pages(pages, report)}")


def _say_pages(pages: list[int] | None, report: Report) -> str:
    return f"pages {', '.join(map(str, pages))}" if pages else f"{report.source.page_count} pages"


def tidy_rows(found: list[Table]) -> list[dict[str, Any]]:
    """Flat rows, paths joined by " > "."""
    return [
        {
            "table": row.table, "caption": table.caption, "page": row.page, "row": row.row, "column": row.column,
            "row_path": PATH.join(row.row_path), "column_path": PATH.join(row.column_path), "text": row.text,
            "value": row.value, "unit": row.unit, "period": row.period,
        }
        for table in found
        for row in table.tidy()
    ]  # fmt: skip


def _as_tables(found: list[Table], form: FileForm) -> str | bytes:
    if form == "xlsx":
        return as_workbook([(_sheet_name(table), texts(table), table.header_rows) for table in found])
    if form == "nl":
        return "".join(table.model_dump_json(exclude_defaults=True) + "\n" for table in found)
    if form == "csv":
        return as_csv(_stack(found))
    return "\n".join(map(_as_markdown, found))


def _stack(found: list[Table]) -> list[dict[str, Any]]:
    """The rows of all tables, one under the other, each with its table and page."""
    grids = [(table, texts(table)) for table in found]
    width = max((len(row) for _, rows in grids for row in rows), default=0)
    return [
        {"table": table.id, "caption": table.caption, "page": table.spans[0].page, "row": number}
        | {str(column + 1): row[column] if column < len(row) else "" for column in range(width)}
        for table, rows in grids
        for number, row in enumerate(rows)
    ]


def texts(table: Table) -> list[list[str]]:
    """The text at each place; a merged cell's at its first."""
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    rows = [[""] * width for _ in table.rows]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def _as_markdown(table: Table) -> str:
    title = table.caption or table.id
    where = ", ".join(str(span.page) for span in table.spans)
    notes = "".join(f"\n{note}\n" for note in table.notes)
    return f"### {title} (page {where})\n\n{pipe_table(_join_heads(table))}{notes}"


def _join_heads(table: Table) -> list[list[str]]:
    """Rows of text, the header as one row: Markdown knows no other."""
    from reportparse.models.tidy import find_paths

    rows = texts(table)
    if table.header_rows < 2:
        return rows if table.header_rows else [[""] * len(rows[0]), *rows] if rows else rows
    heads, _ = find_paths(table)
    return [[PATH.join(heads.get(column, [])) for column in range(len(rows[0]))], *rows[table.header_rows :]]


def _sheet_name(table: Table) -> str:
    return " ".join(word for word in (table.id, table.number or table.caption) if word)


def _draw(file: Path, folder: Path, pages: list[int] | None, reading: Reading) -> None:
    """Write page-001.png ... with rules, cells and headers drawn in."""
    from reportparse.pdf import Document
    from reportparse.tables.draw import draw_tables

    source = read_source(file)
    if is_record(source):
        raise click.UsageError("a record has no pages to draw: give the report's PDF")
    report = parse_pdf(source, reading, pages=pages)
    folder.mkdir(parents=True, exist_ok=True)
    with Document(source, reading["password"]) as document:
        for number in pages or range(1, document.page_count + 1):
            image, shown = document.draw_page(number, DRAWN_SCALE)
            drawn = draw_tables(image, shown, document.read_page(number), report.tables)
            drawn.save(folder / f"page-{number:03d}.png")
    tell(f"{len(report.tables)} tables drawn in {folder}")
