"""`reportparse parse`: a PDF in, its record in JSON out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportparse.cli.arguments import (
    Reading,
    fail_if_textless,
    pages_option,
    parse_pdf,
    pdf_argument,
    profile_option,
    read_source,
    reading_options,
)
from reportparse.cli.command import command
from reportparse.cli.output import output_option, tell_warnings, write

if TYPE_CHECKING:
    from reportparse.models import Report


@command()
@pdf_argument
@pages_option
@click.option(
    "--corrections", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="A log to apply, from the review page.",
)  # fmt: skip
@profile_option
@output_option
@reading_options
def parse(  # an argument for each option
    file: Path, pages: list[int] | None, corrections: Path | None, profile: bool, output: Path | None, reading: Reading
) -> None:
    """\b
        reportparse parse report.pdf -o report.json
        reportparse parse - < report.pdf | jq '.paragraphs[0]'

    Write the record of FILE (- for standard input) as JSON. Exit status 5 if no page holds text, as in a scan.
    """
    report = parse_pdf(read_source(file), reading, pages=pages, profile=profile)
    if corrections is not None:
        report = _correct(report, corrections)
    write(report.model_dump_json(indent=2) + "\n", output)
    tell_warnings(report)
    fail_if_textless(report, file)


def _correct(report: Report, log: Path) -> Report:
    """The report with a log of corrections applied; what does not fit is told."""
    from reportparse.cli.apply import tell_outcomes
    from reportparse.review import apply_corrections, load_corrections

    corrected, outcomes = apply_corrections(report, load_corrections(log))
    tell_outcomes(outcomes)
    return corrected
