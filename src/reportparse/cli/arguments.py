"""Arguments that several commands share: a report's file or standard input, and how its PDF is read."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

import click

import reportparse
from reportparse.cli.command import progress_option
from reportparse.cli.output import show_progress, tell_warnings
from reportparse.collector import paused_collector, skip_last_collection
from reportparse.errors import NoText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportparse.models import Report
    from reportparse.recognition import Ocr


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


_FILE = click.Path(path_type=Path, allow_dash=True)
pdf_argument = click.argument("file", type=_FILE, metavar="FILE")
files_argument = click.argument("files", type=_FILE, nargs=-1, required=True, metavar="FILE...")
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
nlp_option = click.option(
    "--nlp", metavar="NAME", help="A trained pipeline of spaCy that is installed, for more names of people and places."
)
profile_option = click.option(
    "--profile", is_flag=True, help="Tell in the record, under source.timings, how long each stage took."
)
moved_option = click.option("--pdf", type=_FILE, metavar="FILE", help="The PDF of a record, where it has moved.")


class Reading(TypedDict):
    """How a command reads a PDF; a record is as it is."""

    password: str | None
    ocr: Ocr
    nlp: str | None


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options --password, --ocr, --nlp and --no-progress of commands that read PDFs, as one argument `reading`."""

    @functools.wraps(command)
    def with_reading(*arguments: Any, password: str | None, ocr: Ocr, nlp: str | None, **others: Any) -> None:
        command(*arguments, reading=Reading(password=password, ocr=ocr, nlp=nlp), **others)

    return password_option(ocr_option(nlp_option(progress_option(with_reading))))


def read_source(file: Path) -> Path | bytes:
    """The file's path, or all of standard input for "-"."""
    return sys.stdin.buffer.read() if str(file) == "-" else file


def is_record(source: Path | bytes) -> bool:
    """Whether it is a record's JSON, by its first byte; else it should be a PDF."""
    if isinstance(source, bytes):
        return source.lstrip()[:1] == b"{"
    with source.open("rb") as file:
        return file.read(1) == b"{"


def read_report(source: Path | bytes, reading: Reading, *, pages: list[int] | None = None) -> Report:
    """The report in a file, in bytes or on standard input ("-"): its record, or its PDF, which is parsed.

    Raises:
        ReportError: As `reportparse.load` and `reportparse.parse`.
        NoText: No page of the PDF holds text.
        click.BadParameter: `pages` names a page that the file does not have.
    """
    if isinstance(source, Path):
        source = read_source(source)
    if is_record(source):
        return reportparse.load(source)
    report = parse_pdf(source, reading, pages=pages)
    tell_warnings(report)
    fail_if_textless(report, source if isinstance(source, Path) else "<stdin>")
    return report


def fail_if_textless(report: Report, name: str | Path) -> None:
    """Tell by the exit status that there is nothing to tell of a PDF.

    Raises:
        NoText: No page of it holds text.
    """
    if any(warning.code == "no-text" for warning in report.warnings):
        raise NoText(name, report.source.page_count)


def read_reports(files: Sequence[Path], reading: Reading) -> list[Report]:
    """Each file's report, records and PDFs mixed."""
    return [read_report(file, reading) for file in files]


def parse_pdf(
    source: Path | bytes, reading: Reading, *, pages: list[int] | None = None, profile: bool = False
) -> Report:
    """The report in a PDF, with progress on a terminal.

    Raises:
        ReportError: As `reportparse.parse`.
        click.BadParameter: `pages` names a page that the file does not have.
    """
    _hold_collector()
    with show_progress() as progress:
        from reportparse.recognition import parse_recognised

        try:
            return parse_recognised(source, pages=pages, progress=progress, profile=profile, **reading)
        except ValueError as error:
            if pages is None:
                raise
            raise click.BadParameter(str(error), param_hint="--pages") from error


def _hold_collector() -> None:
    """Pause it to the command's end: importing takes a tenth longer with it, and writing has it walk all objects."""
    click.get_current_context().with_resource(paused_collector())
    skip_last_collection()


def find_pdf(path: str | None, record: Path) -> Path:
    """The PDF of a record: where it was read from, or beside the record."""
    places = [Path(path), record.parent / Path(path).name] if path else []
    for place in places:
        if place.is_file():
            return place
    told = f"the PDF of this record is not at {path}" if path else "this record does not say where its PDF is"
    raise click.UsageError(f"{told}; pass --pdf FILE")
