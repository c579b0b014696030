"""`reportparse index`: what a folder of records holds, as a table or as a landing page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import reportparse
from reportparse.cli.output import write

if TYPE_CHECKING:
    from reportparse.review import Entry

_SHOWN = ("area", "period", "pages", "figures", "failed checks", "coverage")


@click.command(short_help="List a folder of records, or write its landing page.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option("--html", "is_html", is_flag=True, help="Write a page instead of a table.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="By default DIR/index.html.")
def index(folder: Path, is_html: bool, output: Path | None) -> None:
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
            click.echo(f"skipped: {error}", err=True)
    if not entries and not failed:
        raise click.UsageError(f"{folder} holds no records; make one: reportparse parse report.pdf -o report.json")
    if not is_html:
        write(_table(entries), output)
        return
    target = output or folder / "index.html"
    write(index_page(entries, target.resolve().parent, failed), target)
    click.echo(f"{target}: {len(entries)} reports", err=True)


def _table(entries: list[Entry]) -> str:
    """Columns as wide as what stands in them."""
    rows: list[tuple[str, ...]] = [("file", *_SHOWN)]
    rows += [(entry.path.name, *(str(entry.facts[name] or "-") for name in _SHOWN)) for entry in entries]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{text:{width}}" for text, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines) + "\n"
