"""Arguments that several commands share: page ranges, passwords, and a file or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import reportparse

if TYPE_CHECKING:
    from reportparse.models import Report


class PageRanges(click.ParamType[list[int]]):
    """Pages as people write them: "1-5,8"."""

    name = "pages"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> list[int]:
        """Numbers in the order given, each once."""
        if isinstance(value, list):
            return value
        try:
            return read_pages(value)
        except ValueError:
            self.fail(f"{value!r} is not a list of pages such as 1-5,8", param, ctx)


# More pages than any report has: what is above is a slip of the finger, not a range to count through.
MAX_PAGE = 100_000


def read_pages(text: str) -> list[int]:
    """Page numbers, from 1, in the order given.

    >>> read_pages("1-3,8")
    [1, 2, 3, 8]

    Raises:
        ValueError: It is no list of numbers and ranges, or one runs backwards.
    """
    pages: list[int] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        start = int(first)
        end = int(last) if dash else start
        if not 1 <= start <= end <= MAX_PAGE:
            raise ValueError(part)
        pages.extend(range(start, end + 1))
    return list(dict.fromkeys(pages))


pdf_argument = click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
pages_option = click.option("-p", "--pages", type=PageRanges(), metavar="1-5,8", help="Only these pages, from 1.")
password_option = click.option(
    "--password",
    envvar="REPORTPARSE_PASSWORD",
    help="For an encrypted file; or set REPORTPARSE_PASSWORD.",
)
ocr_option = click.option(
    "--ocr",
    type=click.Choice(("auto", "never", "force")),
    default="never",
    show_default=True,
    help="Recognise the text of pages that have none (auto), or of all.",
)


def read_source(file: Path) -> Path | bytes:
    """The file's path, or all of standard input for "-"."""
    return sys.stdin.buffer.read() if str(file) == "-" else file


def is_record(source: Path | bytes) -> bool:
    """Whether it is a record's JSON, by its first byte; else it should be a PDF."""
    if isinstance(source, bytes):
        return source.lstrip()[:1] == b"{"
    with source.open("rb") as file:
        return file.read(1) == b"{"


def read_report(file: Path, *, pages: list[int] | None = None, password: str | None = None) -> Report:
    """The report in a file or on standard input ("-"): its record, or its PDF, which is parsed.

    Raises:
        ReportError: As `reportparse.load` and `reportparse.parse`.
        click.BadParameter: `pages` names a page that the file does not have.
    """
    source = read_source(file)
    if is_record(source):
        return reportparse.load(source)
    try:
        return reportparse.parse(source, pages=pages, password=password)
    except ValueError as error:
        if pages is None:
            raise
        raise click.BadParameter(str(error), param_hint="--pages") from error


def find_pdf(path: str | None, record: Path) -> Path:
    """The PDF of a record: where it was read from, or beside the record."""
    places = [Path(path), record.parent / Path(path).name] if path else []
    for place in places:
        if place.is_file():
            return place
    told = f"the PDF of this record is not at {path}" if path else "this record does not say where its PDF is"
    raise click.UsageError(f"{told}; pass --pdf FILE")
