"""`reportparse schema`: what the JSON looks like, and whether a file is so."""

from __future__ import annotations

from pathlib import Path

import click

from reportparse.cli.arguments import read_source
from reportparse.cli.command import command, say, tell
from reportparse.cli.output import output_option, write


@command()
@output_option
@click.option(
    "--validate", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True), metavar="FILE",
    help="Check this record instead.",
)  # fmt: skip
def schema(output: Path | None, validate: Path | None) -> None:
    """\b
        reportparse schema -o report.schema.json
        reportparse schema --validate report.json

    Write the JSON Schema of a record, or tell whether a file is a valid one (exit status 1 if not).
    """
    from reportparse.errors import BadRecord
    from reportparse.models import load, write_schema

    if validate is None:
        write(write_schema(), output)
        return
    try:
        report = load(read_source(validate))
    except BadRecord as error:
        say("error", str(error), f"error: {error}")
        raise click.exceptions.Exit(1) from error
    tell(f"{validate} is a valid record of schema version {report.schema_version}")
