"""Text out: to standard output, or to a file that appears whole or not at all; warnings and progress beside it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportparse.atomic import write_bytes
from reportparse.cli.command import is_quiet, verbosity, wants_progress, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportparse.models import Report

output_option = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True), metavar="FILE",
    help="A file instead of standard output (-).",
)  # fmt: skip


def page_option(default: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option -o of commands that write a web page, where it has a name by default."""
    return click.option(
        "-o", "--output", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True), metavar="FILE",
        help=f"By default {default}; - for standard output.",
    )  # fmt: skip


def _folder(context: click.Context, option: click.Parameter, value: str) -> str:
    if value == "-":
        raise click.BadParameter("what is written is many files: give a folder", context, option)
    return value


folder_option = click.option(
    "-o", "--output", required=True, type=click.Path(file_okay=False), metavar="DIR", callback=_folder,
    help="A folder; it is made.",
)  # fmt: skip


def is_stdout(path: Path | None) -> bool:
    """Whether a path is none, or "-"."""
    return path is None or str(path) == "-"


def write(text: str | bytes, path: Path | None) -> None:
    """Write to the file at `path`, or to standard output where it is none, or "-".

    The file is written beside its place and renamed, so that no reader and no fault ever leaves half of it.
    What goes to standard output is there at once: what is told of it on standard error stands behind it.
    """
    data = text.encode() if isinstance(text, str) else text
    if path is None or is_stdout(path):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_bytes(data, path)


@contextmanager
def show_progress() -> Iterator[Callable[[int, int], None] | None]:
    """A line that counts pages and is gone at the end; None where standard error is no terminal, or nobody wants it."""
    if not wants_progress() or not sys.stderr.isatty():
        yield None
        return
    try:
        yield lambda page, count: click.echo(f"\rpage {page} of {count}", nl=False, err=True)
    finally:
        click.echo("\r" + " " * 30 + "\r", nl=False, err=True)


def tell_warnings(report: Report) -> None:
    """Each code once with its number and its first page, on standard error; with -v each warning in a line."""
    if is_quiet():
        return
    pages_of: dict[str, list[int | None]] = {}
    for warning in report.warnings:
        pages_of.setdefault(warning.code, []).append(warning.page)
        if verbosity() or len(pages_of[warning.code]) == 1:
            place = f"page {warning.page}: " if warning.page is not None else ""
            warn(f"{place}{warning.message} [{warning.code}]", code=warning.code, page=warning.page)
    more = {code: len(pages) - 1 for code, pages in pages_of.items() if len(pages) > 1}
    if more and not verbosity():
        listed = ", ".join(f"{count} more [{code}]" for code, count in more.items())
        warn(f"{listed}; -v tells all")
