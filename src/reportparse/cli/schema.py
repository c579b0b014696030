"""`reportparse schema`: what the JSON looks like."""

from pathlib import Path

import click

from reportparse.cli.output import write


@click.command(short_help="Write the JSON Schema of a record.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of stdout.")
def schema(output: Path | None) -> None:
    """\b
        reportparse schema -o report.schema.json

    Write the JSON Schema of a record.
    """
    from reportparse.models import write_schema

    write(write_schema(), output)
