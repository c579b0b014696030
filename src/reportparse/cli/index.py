"""`reportparse index`: what a folder of records holds, as a table or as a landing page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import reportparse
from reportparse.cli.command import command, tell
from reportparse.cli.output import is_stdout, write
from reportparse.cli.rows import Form, Row, form_options, write_rows

if TYPE_CHECKING:
    from reportparse.review import Entry

_SHOWN = ("area", "period", "pages", "figures", "failed checks", "coverage")


@command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option("--html", "is_html", is_flag=True, help="A landing page instead; by default DIR/index.html.")
@form_options
def index(folder: Path, is_html: bool, form: Form | None, output: Path | None) -> None:
    """\b
        reportparse index parsed/ --html

    List the records (*.json) in DIR and below it: area, period, pages, counts, coverage, failed checks.
    """
    from reportparse.review import index_page, read_entry

    entries: list[Entry] = []
    failed: list[tuple[Path, str]] = []
    for path in sorted(folder.rglob("*.json")):
        try:
            entries.append(read_entry(path, reportparse.load(path)))
        except reportparse.BadRecord as error:
            failed.append((path, error.reason))
            tell(f"skipped: {error}")
    if not entries and not failed:
        raise click.UsageError(f"{folder} holds no records; make one: reportparse parse report.pdf -o report.json")
    if not is_html:
        write_rows([_row(entry) for entry in entries], form, output)
        return
    target = output or folder / "index.html"
    write(index_page(entries, target.resolve().parent, failed), target)
    if not is_stdout(target):
        tell(f"{target}: {len(entries)} reports")


def _row(entry: Entry) -> Row:
    return {"file": entry.path.name} | {name: entry.facts[name] for name in _SHOWN}
