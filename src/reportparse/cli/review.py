"""`reportparse review`: a record beside its pages, as one HTML file."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from reportparse.cli.arguments import (
    Reading,
    find_pdf,
    is_record,
    moved_option,
    pdf_argument,
    read_report,
    read_source,
    reading_options,
)
from reportparse.cli.command import command, tell
from reportparse.cli.output import is_stdout, page_option, show_progress, write


@command()
@pdf_argument
@page_option("FILE.review.html")
@moved_option
@click.option("--open", "is_opened", is_flag=True, help="Open the page in the browser.")
@reading_options
def review(file: Path, output: Path | None, pdf: Path | None, is_opened: bool, reading: Reading) -> None:
    """\b
        reportparse review report.json --open
        reportparse review report.pdf -o review.html

    Write one self-contained page: the pages of FILE (a PDF, or its record) beside what was read from them.
    """
    from reportparse.review import review_page

    source = read_source(file)
    report = read_report(source, reading)
    pages = (pdf or find_pdf(report.source.path, file)) if is_record(source) else source
    with show_progress() as progress:
        try:
            html = review_page(report, pages, password=reading["password"], progress=progress)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--pdf") from error
    target = output or Path(f"{'report' if str(file) == '-' else file.name}.review.html")
    write(html, target)
    if not is_stdout(target):
        tell(f"{target}: open it in a browser; it needs no network")
        if is_opened:
            webbrowser.open(target.resolve().as_uri())
