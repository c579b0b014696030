"""Rows as people and programs want them: a table on a terminal, CSV, JSON lines, Markdown, Excel."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from reportparse.cli.output import is_stdout, output_option, write
from reportparse.safe import guard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Form = Literal["table", "csv", "nl"]
FileForm = Literal["table", "csv", "nl", "md", "xlsx"]
Row = dict[str, Any]

# What the name of a file says; any other name would promise what is not in it.
SUFFIXES: dict[str, FileForm] = {
    ".csv": "csv", ".jsonl": "nl", ".ndjson": "nl", ".json": "nl", "": "nl", ".md": "md", ".txt": "table",
    ".xlsx": "xlsx",
}  # fmt: skip

GAP = "  "
# A column gets at least this many letters, however narrow the terminal.
MIN_WIDTH = 8


def form_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options --table, --csv, --nl and -o of commands that write rows."""
    for option in (
        output_option,
        click.option("--nl", "--jsonl", "form", flag_value="nl", help="JSON lines; what a pipe gets."),
        click.option("--csv", "form", flag_value="csv", help="CSV with a header."),
        click.option("-t", "--table", "form", flag_value="table", default=None, help="A table; what a terminal gets."),
    ):
        command = option(command)
    return command


def write_rows(rows: Sequence[Row], form: Form | None, output: Path | None) -> None:
    """Write rows in the form asked for, else in the form that the file's name or the terminal calls for."""
    chosen = choose_form(form, output)
    if chosen == "xlsx":
        from reportparse.cli.workbook import as_workbook

        write(as_workbook([("rows", as_grid(rows), 1)]), output)
        return
    write({"table": as_table, "csv": as_csv, "nl": as_lines, "md": as_markdown}[chosen](rows), output)


def is_table(form: Form | None, output: Path | None) -> bool:
    """Whether the rows will be a table, for which there is less room."""
    return choose_form(form, output) == "table"


def choose_form(form: Form | None, output: Path | None) -> FileForm:
    """The form asked for, else what the file's name says, else a table on a terminal and JSON lines in a pipe.

    Raises:
        click.BadParameter: The name says another form.
    """
    if form is not None:
        return form
    if output is None or is_stdout(output):
        return "table" if sys.stdout.isatty() else "nl"
    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(filter(None, SUFFIXES))
        raise click.BadParameter(f"no form has the name {suffix}: {known}; or say --csv, --nl or -t", param_hint="-o")
    return SUFFIXES[suffix]


def as_grid(rows: Sequence[Row]) -> list[list[Any]]:
    """A header and the values below it; lists in words."""
    return [list(rows[0]), *([_join(value) for value in row.values()] for row in rows)] if rows else []


def as_markdown(rows: Sequence[Row]) -> str:
    """A table of pipes, as GitHub has it."""
    return pipe_table([[_show_plain(value) for value in row] for row in as_grid(rows)])


def pipe_table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of text as Markdown, the first as header; "" for none."""
    lines = ["| " + " | ".join(text.replace("|", "\\|").replace("\n", " ") for text in row) + " |" for row in rows]
    return "\n".join([*lines[:1], "|" + " --- |" * len(rows[0]), *lines[1:]]) + "\n" if rows else ""


def _show_plain(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) and value.is_integer() and abs(value) < 1e6 else str(value)


def _join(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def as_lines(rows: Sequence[Row]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Sequence[Row]) -> str:
    """CSV with a header; text from a PDF can not become a formula."""
    if not rows:
        return ""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    return file.getvalue()


def _plain(value: Any) -> Any:
    """Lists in words, and nothing that a spreadsheet would run."""
    return guard(_join(value))


def as_table(rows: Sequence[Row]) -> str:
    """Columns under a header; the widest give way where the terminal is too narrow."""
    if not rows:
        return ""
    names = list(rows[0])
    cells = [[_show(row[name]) for name in names] for row in rows]
    widths = [max(len(name), *(len(row[at]) for row in cells)) for at, name in enumerate(names)]
    widths = _fit(widths, shutil.get_terminal_size((160, 24)).columns - len(GAP) * (len(names) - 1))
    numbers = [all(isinstance(row[name], int | float | None) for row in rows) for name in names]
    lines = [_line(names, widths, numbers), *(_line(row, widths, numbers) for row in cells)]
    return "".join(line.rstrip() + "\n" for line in lines)


def _show(value: Any) -> str:
    """A value as people read it.

    >>> [_show(value) for value in (None, 48428, 2019.5, "a\\nb", [1, 2])]
    ['', '48,428', '2,019.5', 'a b', '1, 2']
    """
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, int | float):
        return f"{value:,}"
    if isinstance(value, list):
        return ", ".join(map(_show, value))
    return "" if value is None else " ".join(str(value).split())


def _fit(widths: list[int], room: int) -> list[int]:
    """Widths that fit, taken from the widest.

    >>> _fit([5, 60, 40], 70)
    [5, 32, 33]
    """
    widths = list(widths)
    while sum(widths) > room and max(widths) > MIN_WIDTH:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> str:
    shown = []
    for text, width, is_number in zip(cells, widths, numbers, strict=True):
        cut = text if len(text) <= width else text[: width - 1] + "…"
        shown.append(cut.rjust(width) if is_number else cut.ljust(width))
    return GAP.join(shown)
