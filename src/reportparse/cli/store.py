"""`reportparse store`: many reports in one DuckDB file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportparse.cli.arguments import Reading, read_reports, reading_options
from reportparse.cli.command import Command, tell
from reportparse.cli.compare import draw, write_comparison
from reportparse.cli.output import folder_option
from reportparse.cli.rows import Form, form_options, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

_store = click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="STORE")
_wait = click.option("--wait", default=30.0, show_default=True, help="Seconds to wait for another process.")
STORED = ("values", "wide", "changes", "restatements", "apart", "all")
_LISTED = ("area", "year", "title", "pages", "figures", "failed_checks", "coverage", "file")


class StoreCommands(click.Group):
    """Commands on one file."""

    command_class = Command


@click.group(cls=StoreCommands)
def store() -> None:
    """\b
        reportparse store add reports.duckdb parsed/*.json
        reportparse store query reports.duckdb "select area, period, value from stated where measure_id = 'robbery'"

    Keep reports in one DuckDB file, STORE, and ask questions of it.
    """


@store.command(short_help="Add reports, or replace them.")
@_store
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="REPORT...")
@_wait
@reading_options
def add(file: Path, reports: tuple[Path, ...], wait: float, reading: Reading) -> None:
    """\b
        reportparse store add reports.duckdb kent-2022-23.json kent-2023-24.pdf

    Add each REPORT, a record or a PDF, to STORE, all or none.  One of the same file, or of the same area and
    period, is replaced.
    """
    from reportparse.store import Store

    parsed = read_reports(reports, reading)
    with Store(file, timeout=wait) as opened:
        replaced = opened.add(parsed)
    tell(f"{file}: {len(parsed)} added, {replaced} replaced")


@store.command(name="list", short_help="List the reports.")
@_store
@form_options
def list_reports(file: Path, form: Form | None, output: Path | None) -> None:
    """\b
        reportparse store list reports.duckdb

    List the reports in STORE by area and year.
    """
    from reportparse.store import Store

    with Store(file, read_only=True) as opened:
        rows = opened.reports()
    write_rows([{name: row[name] for name in _LISTED} for row in rows], form, output)


@store.command(short_help="Take a report out.")
@_store
@click.argument("area")
@click.argument("year")
@_wait
def remove(file: Path, area: str, year: str, wait: float) -> None:
    """\b
        reportparse store remove reports.duckdb kent 2022/23

    Take the report of AREA (its id: see `reportparse pccs`) and YEAR out of STORE.
    """
    from reportparse.store import Store

    with Store(file, timeout=wait) as opened:
        count = opened.remove(area, year)
        known = [f"{row['area']} {row['year']}" for row in opened.reports()]
    if not count:
        raise click.UsageError(f"{file} has no report of {area} {year}; it has {', '.join(known[:8]) or 'none'}")
    tell(f"{file}: {count} removed")


@store.command(short_help="Ask a question in SQL.")
@_store
@click.argument("sql")
@form_options
def query(file: Path, sql: str, form: Form | None, output: Path | None) -> None:
    """\b
        reportparse store query reports.duckdb "select area, count(*) as figures from stated group by area"

    Write the rows that SQL gives.  Its tables are reports, figures, tables, paragraphs, checks, and stated:
    figures with the area and year of their report.  Nothing can be changed.
    """
    from reportparse.store import Store

    with Store(file, read_only=True) as opened:
        rows = opened.query(sql)
    write_rows(_plain(rows), form, output)


@store.command(name="compare", short_help="Set one measure of all reports side by side.")
@_store
@click.argument("measure", metavar="WORDS")
@click.option("--show", type=click.Choice(STORED), default="wide", show_default=True, help="What; all: as one JSON.")
@click.option("--by", type=click.Choice(("year", "pcc")), default="year", show_default=True, help="What leads in wide.")
@click.option("--plot", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Draw them over time.")
@form_options
def compare_reports(
    file: Path, measure: str, show: str, by: str, plot: Path | None, form: Form | None, output: Path | None
) -> None:
    """\b
        reportparse store compare reports.duckdb robbery
        reportparse store compare reports.duckdb "band d" --show restatements

    Set the measures of STORE whose name or id has WORDS side by side, as `reportparse compare` does with records.
    """
    from reportparse.store import Store

    with Store(file, read_only=True) as opened:
        comparison = opened.compare(measure)
    if plot is not None:
        draw(comparison, plot)
    else:
        write_comparison(comparison, show, by, form, output)


@store.command(short_help="Write all tables as Parquet or CSV.")
@_store
@folder_option
@click.option(
    "--to", "form", type=click.Choice(("parquet", "csv")), default="parquet", show_default=True, help="The form."
)
def export(file: Path, output: str, form: str) -> None:
    """\b
        reportparse store export reports.duckdb -o parquet/

    Write each table of STORE as a file in a folder.
    """
    from reportparse.store import Store

    with Store(file, read_only=True) as opened:
        paths = opened.write_out(Path(output), form)
    tell(f"{output}: {', '.join(path.name for path in paths)}")


def _plain(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Dates and what else JSON does not know, in words."""
    kept = (int, float, str, bool, list, type(None))
    return [{name: value if isinstance(value, kept) else str(value) for name, value in row.items()} for row in rows]
