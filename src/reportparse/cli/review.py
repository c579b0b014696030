"""`reportparse review`: a record beside its pages, as one HTML file."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

import reportparse
from reportparse.cli.arguments import find_pdf, is_record, password_option, pdf_argument, read_source
from reportparse.cli.output import show_progress, write


@click.command(short_help="Write a page to check a report by.")
@pdf_argument
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="By default FILE.review.html.")
@click.option("--pdf", type=click.Path(path_type=Path), help="The PDF of a record, where it has moved.")
@click.option("--open", "is_opened", is_flag=True, help="Open the page in the browser.")
@password_option
def review(file: Path, output: Path | None, pdf: Path | None, is_opened: bool, password: str | None) -> None:
    """\b
        reportparse review report.json --open
        reportparse review report.pdf -o review.html

    Write one self-contained page: the pages of FILE (a PDF, or its record) beside what was read from them.
    """
    from reportparse.review import review_page

    source = read_source(file)
    if is_record(source):
        report = reportparse.load(source)
        pages: Path | bytes = pdf or find_pdf(report.source.path, file)
    else:
        report, pages = reportparse.parse(source, password=password), source
    with show_progress() as tell:
        try:
            html = review_page(report, pages, password=password, progress=tell)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--pdf") from error
    target = output or Path(f"{'report' if str(file) == '-' else file.name}.review.html")
    write(html, None if str(target) == "-" else target)
    if str(target) != "-":
        click.echo(f"{target}: open it in a browser; it needs no network", err=True)
        if is_opened:
            webbrowser.open(target.resolve().as_uri())
