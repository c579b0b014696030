"""`reportparse export`: reports as files that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from reportparse.cli.arguments import Reading, files_argument, read_reports, reading_options
from reportparse.cli.command import command, tell
from reportparse.cli.output import is_stdout, output_option, write

FORMS = ("csv", "jsonl", "md", "xlsx", "parquet")
SHEETS = ("figures", "tables", "paragraphs", "checks")


@command()
@files_argument
@output_option
@click.option("--to", "form", type=click.Choice(FORMS), help="The form; by default what the file's name ends with.")
@click.option("--sheet", type=click.Choice(SHEETS), default="figures", show_default=True, help="Excel gets them all.")
@reading_options
def export(files: tuple[Path, ...], output: Path | None, form: str | None, sheet: str, reading: Reading) -> None:
    """\b
        reportparse export kent-2022-23.json kent-2023-24.json -o kent.xlsx
        reportparse export parsed/*.json -o figures.parquet

    Write the figures, tables, paragraphs or checks of each FILE, a record or a PDF, into one file.
    """
    from reportparse.exports import FORMATS

    if form is None:
        form = output.suffix.lstrip(".").lower() if output is not None else ""
        if form not in FORMS:
            raise click.UsageError(f"the form is not in the file's name: give -o NAME.csv, or --to {'|'.join(FORMS)}")
    reports = read_reports(files, reading)
    write(FORMATS[form](reports, sheet), output)
    if not is_stdout(output):
        tell(f"{output}: {len(files)} {'report' if len(files) == 1 else 'reports'}")
