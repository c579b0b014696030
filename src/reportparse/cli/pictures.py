"""`reportparse pictures`: the pictures of a report, the values of its charts, and their images."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import reportparse
from reportparse.cli.arguments import find_pdf, is_record, password_option, pdf_argument, read_source
from reportparse.cli.rows import Form, form_options, write_rows

if TYPE_CHECKING:
    from reportparse.models import Report


@click.command(short_help="List pictures, and the values of charts.")
@pdf_argument
@click.option("--values", "has_values", is_flag=True, help="The points of charts instead, one a row.")
@click.option("--crop", type=click.Path(file_okay=False, path_type=Path), help="Write each as a PNG into this folder.")
@click.option("--pdf", type=click.Path(path_type=Path), help="For --crop: the PDF of a record, where it has moved.")
@form_options
@password_option
def pictures(
    file: Path, has_values: bool, crop: Path | None, pdf: Path | None, form: Form | None, output: Path | None,
    password: str | None,
) -> None:  # fmt: skip
    """\b
        reportparse pictures report.pdf --values --csv -o charts.csv
        reportparse pictures report.json --crop pictures/

    List the pictures of FILE, a PDF or a record (- for standard input): kind, page, caption, and how many values a
    chart gave back.
    """
    source = read_source(file)
    report = reportparse.load(source) if is_record(source) else reportparse.parse(source, password=password)
    if crop is not None:
        pages = (pdf or find_pdf(report.source.path, file)) if is_record(source) else source
        _write_crops(report, pages, crop, password)
    write_rows(_points(report) if has_values else _pictures(report), form, output)


def _pictures(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "id": picture.id, "page": picture.page, "kind": picture.kind, "caption": picture.caption,
            "alt_text": picture.alt_text, "series": len(picture.series or []),
            "values": sum(len(series.points) for series in picture.series or []),
        }
        for picture in report.pictures
    ]  # fmt: skip


def _points(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "picture": picture.id, "page": picture.page, "caption": picture.caption, "series": series.name,
            "x": point.x, "y": point.y, "unit": series.unit, "method": point.method, "error": point.error,
        }
        for picture in report.pictures
        for series in picture.series or []
        for point in series.points
    ]  # fmt: skip


def _write_crops(report: Report, source: Path | bytes, folder: Path, password: str | None) -> None:
    """One PNG for each picture, named by page and id."""
    from reportparse.pdf import Document
    from reportparse.pictures import crop_pictures

    folder.mkdir(parents=True, exist_ok=True)
    names = {id(picture): picture.id for picture in report.pictures}
    with Document(source, password) as document:
        for picture, image in crop_pictures(document, report.pictures):
            image.save(folder / f"page-{picture.page:03}-{names[id(picture)]}.png")
    click.echo(f"{len(report.pictures)} pictures in {folder}", err=True)
