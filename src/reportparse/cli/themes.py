"""`reportparse themes`: what a report is about, in the common themes."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from reportparse.cli.arguments import Reading, pdf_argument, read_report, reading_options
from reportparse.cli.command import command
from reportparse.cli.rows import Form, form_options, write_rows


@command()
@pdf_argument
@click.option("--by-section", is_flag=True, help="Each section with its themes instead.")
@form_options
@reading_options
def themes(file: Path, by_section: bool, form: Form | None, output: Path | None, reading: Reading) -> None:
    """\b
        reportparse themes report.pdf
        reportparse themes report.json --by-section

    List the common themes of FILE, a PDF or a record (- for standard input), with their share of the text.

    A paragraph counts for the theme that it is most about; paragraphs, tables and figures for all of theirs.
    """
    report = read_report(file, reading)
    if not by_section:
        write_rows([asdict(count) for count in report.count_themes()], form, output)
        return
    rows = [
        {"section": s.id, "page": s.page, "title": s.title, "themes": [theme.id for theme in s.themes]}
        for s in report.sections
    ]
    write_rows(rows, form, output)
