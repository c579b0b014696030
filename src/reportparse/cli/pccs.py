"""`reportparse pccs`: the registry of police areas, and which of them a name means."""

from __future__ import annotations

from pathlib import Path

import click

from reportparse.cli.command import command
from reportparse.cli.rows import Form, Row, form_options, write_rows


@command()
@click.argument("name", required=False)
@form_options
def pccs(name: str | None, form: Form | None, output: Path | None) -> None:
    """\b
        reportparse pccs "PCC for Hampshire & IOW"

    List the 43 police areas (id, name, force, who holds the commissioner's functions), or the one that NAME means.

    Exit status 1 where NAME means none of them, or several.
    """
    from reportparse.registry import Area, areas, match_area

    def row(area: Area) -> Row:
        return {"id": area.id, "name": area.name, "force": area.force(), "body": area.body()}

    if name is None:
        write_rows([row(area) for area in areas()], form, output)
        return
    match = match_area(name)
    if match is None:
        raise click.ClickException(f"no police area, or more than one, is called {name!r}; see reportparse pccs")
    write_rows([row(match.area)], form, output)
