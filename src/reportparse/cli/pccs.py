"""`reportparse pccs`: the registry of police areas, and which of them a name means."""

import click

from reportparse.cli.output import write


@click.command(short_help="List the police areas, or find the one that a name means.")
@click.argument("name", required=False)
def pccs(name: str | None) -> None:
    """\b
        reportparse pccs "PCC for Hampshire & IOW"

    List the 43 police areas (id, name, force, who holds the commissioner's functions), or the one that NAME means.

    Exit status 1 where NAME means none of them, or several.
    """
    from reportparse.registry import Area, areas, match_area

    def line(area: Area) -> str:
        return f"{area.id}\t{area.name}\t{area.force()}\t{area.body()}\n"

    if name is None:
        write("".join(line(area) for area in areas()), None)
        return
    match = match_area(name)
    if match is None:
        raise click.ClickException(f"no police area, or more than one, is called {name!r}; see reportparse pccs")
    write(line(match.area), None)
