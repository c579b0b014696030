"""`reportparse compare`: years and PCCs side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportparse.cli.arguments import Reading, files_argument, read_reports, reading_options
from reportparse.cli.command import command, tell
from reportparse.cli.output import is_stdout, write
from reportparse.cli.rows import Form, form_options, write_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportparse.comparison import Comparison

SHOWS = ("values", "wide", "changes", "restatements", "apart", "themes", "priorities", "covered", "all")


@command()
@files_argument
@click.option("--show", type=click.Choice(SHOWS), default="wide", show_default=True, help="What; all: as one JSON.")
@click.option("--measure", metavar="WORDS", help="Only measures whose name or id has these words.")
@click.option("--by", type=click.Choice(("year", "pcc")), default="year", show_default=True, help="What leads in wide.")
@click.option(
    "--html", "is_html", is_flag=True, help="One page with tables and charts instead; by default comparison.html."
)
@click.option("--plot", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Draw them over time.")
@form_options
@reading_options
def compare(  # noqa: PLR0913  # what is compared, what is shown of it, and where it goes
    files: tuple[Path, ...],
    show: str,
    measure: str | None,
    by: str,
    is_html: bool,
    plot: Path | None,
    form: Form | None,
    output: Path | None,
    reading: Reading,
) -> None:
    """\b
        reportparse compare kent-2022-23.json kent-2023-24.json
        reportparse compare parsed/*.json --measure robbery --show values --csv -o robbery.csv

    Set the reports in FILE..., records or PDFs, side by side: measures by area and period, changes,
    restatements, and what can not be compared, with the reason.
    """
    from reportparse.comparison import compare as compare_reports
    from reportparse.comparison import only

    comparison = compare_reports(read_reports(files, reading))
    if measure:
        comparison = only(comparison, measure)
    if plot is not None and show != "all":
        draw(comparison, plot)
    elif is_html and show != "all":
        _write_page(comparison, files, output)
    else:
        write_comparison(comparison, show, by, form, output)


def write_comparison(comparison: Comparison, show: str, by: str, form: Form | None, output: Path | None) -> None:
    """What is shown of it as rows, and what there is in all."""
    from reportparse.comparison import long_rows, wide_rows

    if show == "all":
        write(comparison.model_dump_json(indent=2) + "\n", output)
        return
    if show == "wide":
        rows = wide_rows(comparison.lines, by)
    else:
        rows = long_rows(comparison.lines) if show == "values" else _ROWS[show](comparison)
    write_rows(rows, form, output)
    told = f"{len(comparison.reports)} reports, {len(comparison.lines)} lines"
    told += f", {len(comparison.restatements)} restatements, {len(comparison.apart)} not comparable"
    tell(told)


def draw(comparison: Comparison, folder: Path) -> None:
    """Each measure as SVG and PNG."""
    from reportparse.comparison import plot

    paths = [path for form in ("svg", "png") for path in plot(comparison, folder, form)]
    tell(f"{folder}: {len(paths)} pictures" if paths else "no measure has two periods: nothing to draw")


def _write_page(comparison: Comparison, files: Sequence[Path], output: Path | None) -> None:
    """The page, with links to the review pages that stand beside the records."""
    from reportparse.review import comparison_page
    from reportparse.review.index import link, review_pages

    target = output or Path("comparison.html")
    folder = target.resolve().parent
    pairs = zip(comparison.reports, files, strict=True)
    found = {report.id: next(iter(review_pages(file)), None) for report, file in pairs}
    links = {name: link(page, folder) for name, page in found.items() if page is not None}
    write(comparison_page(comparison, links), target)
    if not is_stdout(target):
        tell(f"{target}: {len(comparison.lines)} measures of {len(files)} reports")


def _restatements(comparison: Comparison) -> list[dict[str, Any]]:
    lines = {line.id: line for line in comparison.lines}
    return [
        {
            "measure": lines[each.line].name, "area": each.area, "period": each.period, "before": each.before.value,
            "told by": each.before.report, "page": each.before.page, "after": each.after.value,
            "by": each.after.report, "on page": each.after.page, "unit": lines[each.line].unit,
        }
        for each in comparison.restatements
    ]  # fmt: skip


def _changes(comparison: Comparison) -> list[dict[str, Any]]:
    lines = {line.id: line for line in comparison.lines}
    return [{"measure": lines[each.line].name} | each.model_dump(exclude={"line"}) for each in comparison.changes]


def _plain(field: str) -> Callable[[Comparison], list[dict[str, Any]]]:
    def rows(comparison: Comparison) -> list[dict[str, Any]]:
        return [record.model_dump() for record in getattr(comparison, field)]

    return rows


def _spread(field: str, key: str, cells: str) -> Callable[[Comparison], list[dict[str, Any]]]:
    """A column for each report."""

    def rows(comparison: Comparison) -> list[dict[str, Any]]:
        names = [report.id for report in comparison.reports]
        records: Sequence[Any] = getattr(comparison, field)
        return [{key: getattr(one, key)} | {name: getattr(one, cells).get(name) for name in names} for one in records]

    return rows


def _covered(comparison: Comparison) -> list[dict[str, Any]]:
    names = [report.id for report in comparison.reports]
    return [
        {"measure": measure} | {name: "yes" if name in reports else "" for name in names}
        for measure, reports in comparison.covered.items()
    ]


_ROWS: dict[str, Callable[[Comparison], list[dict[str, Any]]]] = {
    "changes": _changes,
    "restatements": _restatements,
    "apart": _plain("apart"),
    "themes": _spread("themes", "theme", "shares"),
    "priorities": _spread("priorities", "theme", "titles"),
    "covered": _covered,
}
