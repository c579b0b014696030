"""`reportparse figures`: the numbers of a report, each with what it counts, its period and its page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportparse.cli.arguments import Reading, pages_option, pdf_argument, read_report, reading_options
from reportparse.cli.command import command, tell
from reportparse.cli.rows import Form, form_options, is_table, write_rows

if TYPE_CHECKING:
    from reportparse.models import Figure, Report

ROLES = ("actual", "target", "baseline", "forecast", "change")


@command()
@pdf_argument
@click.option("--measure", metavar="WORDS", help="Only figures whose measure has these words.")
@click.option("--role", type=click.Choice(ROLES), help="Only figures of this role.")
@click.option("--period", metavar="2020/21", help="Only figures of this period.")
@click.option("--section", metavar="NAME", help="Only this section, by number, title or id.")
@click.option("--theme", metavar="ID", help="Only what is about this theme; see reportparse themes.")
@pages_option
@form_options
@reading_options
def figures(
    file: Path,
    pages: list[int] | None,
    form: Form | None,
    output: Path | None,
    reading: Reading,
    **wanted: str | None,
) -> None:
    """\b
        reportparse figures report.pdf --measure robbery --role target
        reportparse figures report.json --section "Theme 2" --csv -o figures.csv

    List the figures of FILE, a PDF or a record (- for standard input), with measure, period, place and page.
    """
    report = read_report(file, reading, pages=pages)
    if wanted["section"] is not None:
        _check_section(report, wanted["section"])
    found = [figure for figure in report.where(**wanted) if pages is None or figure.page in pages]
    write_rows([_row(report, figure, is_short=is_table(form, output)) for figure in found], form, output)
    if not found:
        tell(f"none of the {len(report.figures)} figures is so")


def _check_section(report: Report, name: str) -> None:
    folded = name.casefold()
    known = {text.casefold() for s in report.sections for text in (s.id, s.number, s.title) if text}
    if folded not in known:
        titles = ", ".join(repr(section.number or section.title) for section in report.sections[:6])
        raise click.BadParameter(f"no section is called {name!r}; there are {titles} ...", param_hint="--section")


def _row(report: Report, figure: Figure, *, is_short: bool) -> dict[str, Any]:
    value = figure.value if figure.value is not None else f"{figure.low:g}-{figure.high:g}"
    row = {
        "id": figure.id, "page": figure.page, "text": figure.text, "value": value, "unit": figure.unit,
        "role": figure.role, "direction": figure.direction, "measure": figure.measure, "period": figure.period,
        "place": figure.place,
    }  # fmt: skip
    if is_short:
        role = " ".join(word for word in (figure.role, figure.direction) if word)
        return {name: value for name, value in row.items() if name not in {"value", "direction"}} | {"role": role}
    sections = report.sections_of(figure)
    return row | {
        "low": figure.low, "high": figure.high, "kind": figure.kind, "qualifier": figure.qualifier,
        "period_source": figure.period_source, "is_total": figure.is_total,
        "section": sections[0].title if sections else None, "source": figure.source.kind, "record": figure.source.id,
    }  # fmt: skip
