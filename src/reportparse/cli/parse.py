"""`reportparse parse`: a PDF in, its record in JSON out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportparse.cli.arguments import ocr_option, pages_option, password_option, pdf_argument, read_source
from reportparse.cli.output import show_progress, write

if TYPE_CHECKING:
    from reportparse.models import Report
    from reportparse.recognition import Ocr


@click.command(short_help="Write the record of a PDF as JSON.")
@pdf_argument
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of stdout.")
@pages_option
@password_option
@ocr_option
@click.option("--corrections", type=click.Path(dir_okay=False, path_type=Path), help="A log to apply, from `review`.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no warnings.")
@click.option("-v", "--verbose", is_flag=True, help="Every warning instead of a summary.")
@click.option("--no-progress", is_flag=True, help="No progress, though on a terminal.")
def parse(  # noqa: PLR0913  # each is an option that every reader has
    file: Path,
    output: Path | None,
    pages: list[int] | None,
    password: str | None,
    ocr: Ocr,
    corrections: Path | None,
    quiet: bool,
    verbose: bool,
    no_progress: bool,
) -> None:
    """\b
        reportparse parse report.pdf -o report.json
        reportparse parse - < report.pdf | jq '.paragraphs[0]'

    Write the record of FILE (- for standard input) as JSON.
    """
    from reportparse.recognition import parse_recognised

    with show_progress(not quiet and not no_progress) as tell:
        try:
            report = parse_recognised(read_source(file), ocr=ocr, pages=pages, password=password, progress=tell)
        except ValueError as error:  # a page that the file does not have
            if pages is None:
                raise
            raise click.BadParameter(str(error), param_hint="--pages") from error
    if corrections is not None:
        report = _correct(report, corrections)
    write(report.model_dump_json(indent=2) + "\n", None if str(output) == "-" else output)
    if not quiet:
        _tell_warnings(report, verbose)


def _correct(report: Report, log: Path) -> Report:
    """The report with a log of corrections applied; what does not fit is told."""
    from reportparse.cli.apply import tell_outcomes
    from reportparse.review import apply_corrections, load_corrections

    corrected, outcomes = apply_corrections(report, load_corrections(log))
    tell_outcomes(outcomes)
    return corrected


def _tell_warnings(report: Report, verbose: bool) -> None:
    """Each warning in a line, or each code once with its number and its first pages."""
    pages_of: dict[str, list[int | None]] = {}
    for warning in report.warnings:
        pages_of.setdefault(warning.code, []).append(warning.page)
        if verbose or len(pages_of[warning.code]) == 1:
            place = f"page {warning.page}: " if warning.page is not None else ""
            click.echo(f"{_word('warning', 'yellow')}: {place}{warning.message} [{warning.code}]", err=True)
    more = {code: len(pages) - 1 for code, pages in pages_of.items() if len(pages) > 1}
    if more and not verbose:
        listed = ", ".join(f"{count} more [{code}]" for code, count in more.items())
        click.echo(f"{_word('warning', 'yellow')}: {listed}; -v tells all", err=True)


def _word(text: str, color: str) -> str:
    """In colour on a terminal only; NO_COLOR is kept to (click strips colour where standard error is a file)."""
    return text if "NO_COLOR" in os.environ else click.style(text, fg=color)
