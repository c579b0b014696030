"""`reportparse pictures`: the pictures of a report, the values of its charts, and their images."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportparse.cli.arguments import (
    Reading,
    find_pdf,
    is_record,
    moved_option,
    pages_option,
    pdf_argument,
    read_report,
    read_source,
    reading_options,
)
from reportparse.cli.command import command, tell
from reportparse.cli.rows import Form, form_options, write_rows

if TYPE_CHECKING:
    from reportparse.models import Picture


@command()
@pdf_argument
@click.option("--values", "has_values", is_flag=True, help="The points of charts instead, one a row.")
@click.option(
    "--crop", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Each as PNG into a folder, too."
)
@moved_option
@pages_option
@form_options
@reading_options
def pictures(
    file: Path,
    has_values: bool,
    crop: Path | None,
    pdf: Path | None,
    pages: list[int] | None,
    form: Form | None,
    output: Path | None,
    reading: Reading,
) -> None:
    """\b
        reportparse pictures report.pdf --values --csv -o charts.csv
        reportparse pictures report.json --crop pictures/

    List the pictures of FILE, a PDF or a record (- for standard input): kind, page, caption, and how many values a
    chart gave back.
    """
    source = read_source(file)
    report = read_report(source, reading, pages=pages)
    found = [picture for picture in report.pictures if pages is None or picture.page in pages]
    if crop is not None:
        drawn = (pdf or find_pdf(report.source.path, file)) if is_record(source) else source
        _write_crops(found, drawn, crop, reading["password"])
    write_rows(_points(found) if has_values else _pictures(found), form, output)


def _pictures(found: list[Picture]) -> list[dict[str, Any]]:
    return [
        {
            "id": picture.id, "page": picture.page, "kind": picture.kind, "caption": picture.caption,
            "alt_text": picture.alt_text, "series": len(picture.series or []),
            "values": sum(len(series.points) for series in picture.series or []),
        }
        for picture in found
    ]  # fmt: skip


def _points(found: list[Picture]) -> list[dict[str, Any]]:
    return [
        {
            "picture": picture.id, "page": picture.page, "caption": picture.caption, "series": series.name,
            "x": point.x, "y": point.y, "unit": series.unit, "method": point.method, "error": point.error,
        }
        for picture in found
        for series in picture.series or []
        for point in series.points
    ]  # fmt: skip


def _write_crops(found: list[Picture], source: Path | bytes, folder: Path, password: str | None) -> None:
    """One PNG for each picture, named by page and id."""
    from reportparse.pdf import Document
    from reportparse.pictures import crop_pictures

    folder.mkdir(parents=True, exist_ok=True)
    names = {id(picture): picture.id for picture in found}
    with Document(source, password) as document:
        for picture, image in crop_pictures(document, found):
            image.save(folder / f"page-{picture.page:03}-{names[id(picture)]}.png")
    tell(f"{len(found)} pictures in {folder}")
