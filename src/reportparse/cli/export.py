"""`reportparse export`: reports as files that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from reportparse.cli.arguments import password_option, read_report

FORMS = ("csv", "jsonl", "md", "xlsx", "parquet")
SHEETS = ("figures", "tables", "paragraphs", "checks")


@click.command(short_help="Write reports as CSV, Excel, Parquet ...")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE...")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@click.option("--to", "form", type=click.Choice(FORMS), help="By default what the file's name ends with.")
@click.option("--sheet", type=click.Choice(SHEETS), default="figures", show_default=True, help="Excel gets them all.")
@password_option
def export(files: tuple[Path, ...], output: Path, form: str | None, sheet: str, password: str | None) -> None:
    """\b
        reportparse export kent-2022-23.json kent-2023-24.json -o kent.xlsx
        reportparse export parsed/*.json -o figures.parquet

    Write the figures, tables, paragraphs or checks of each FILE, a record or a PDF, into one file.
    """
    from reportparse.exports import export as write_export

    try:
        write_export([read_report(file, password=password) for file in files], output, form=form, sheet=sheet)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--output") from error
    click.echo(f"{output}: {len(files)} {'report' if len(files) == 1 else 'reports'}", err=True)
