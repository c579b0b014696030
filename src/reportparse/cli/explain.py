"""`reportparse explain`: where a record comes from and how it was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportparse.cli.arguments import Reading, pdf_argument, read_report, reading_options
from reportparse.cli.command import command
from reportparse.cli.output import output_option, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportparse.models import Figure, Report

WIDTH = 12
# Letters of a text shown at most, and on either side of a figure's words where its sentence is longer.
MAX_TEXT = 400

Line = tuple[str, str]


@command()
@click.argument("name", metavar="ID")
@pdf_argument
@output_option
@reading_options
def explain(name: str, file: Path, output: Path | None, reading: Reading) -> None:
    """\b
        reportparse explain p42.f1 report.json
        reportparse explain t3.r2c1.f1 report.pdf

    Tell where the record ID of FILE, a PDF or a record (- for standard input), comes from.

    For a figure: its words in their sentence, its page and box, the rule that read it, the headers of its cell, and
    what else the sentence holds. Figures have the id of their paragraph, item, cell or strip with a number behind it.
    """
    report = read_report(file, reading)
    try:
        lines = list(_explain_figure(report, report.figure(name)))
    except KeyError:
        lines = _explain_record(report, name)
    write("".join(f"{label:{WIDTH}}{text}\n" for label, text in lines), output)


def _explain_figure(report: Report, figure: Figure) -> Iterator[Line]:
    yield "figure", figure.id
    text, source = report.text_of(figure), figure.source
    yield "words", _mark(text, source.start, source.end)
    yield from _tell_place(figure.page, figure.bbox)
    sections = report.sections_of(figure)
    if sections:
        yield "section", " > ".join(section.title for section in reversed(sections))
    yield "source", f"{source.kind} {source.id}" + (f", row {source.row}, column {source.column}" if source.row else "")
    yield from _tell_headers(report, figure)
    yield from _tell_fields(figure)
    yield "rule", figure.rule or "-"
    yield from _tell_considered(figure, text)


def _mark(text: str, start: int, end: int) -> str:
    """The sentence with the figure's words between brackets.

    >>> _mark("Crime fell. We met 53 victims.", 19, 21)
    'We met [53] victims.'
    """
    from reportparse.language.considered import sentence_of

    first, last = sentence_of(text, start)
    first, last = max(first, start - MAX_TEXT), min(max(last, end), end + MAX_TEXT)
    return f"{text[first:start]}[{text[start:end]}]{text[end:last]}".strip()


def _tell_place(page: int | None, bbox: tuple[float, ...] | None) -> Iterator[Line]:
    if page is not None:
        yield "page", str(page)
    if bbox is not None:
        yield "box", ", ".join(f"{side:g}" for side in bbox) + " (left, top, right, bottom in points)"


def _tell_headers(report: Report, figure: Figure) -> Iterator[Line]:
    if figure.source.kind != "cell":
        return
    table = report.table(figure.source.id)
    place = (figure.source.row, figure.source.column)
    path = table.header_path(next(cell for cell in table.cells if (cell.row, cell.column) == place))
    yield "row", " > ".join(path.row) or "-"
    yield "column", " > ".join(path.column) or "-"
    if table.caption:
        yield "caption", table.caption
    for note in table.notes:
        yield "note", note


def _tell_fields(figure: Figure) -> Iterator[Line]:
    value = f"{figure.value:,}" if figure.value is not None else f"{figure.low:,} to {figure.high:,}"
    yield "value", " ".join(word for word in (value, figure.unit) if word)
    yield "kind", figure.kind if figure.qualifier == "exact" else f"{figure.kind}, {figure.qualifier.replace('_', ' ')}"
    yield "role", " ".join(word for word in (figure.role, figure.direction) if word)
    yield "measure", figure.measure or "-"
    yield "period", f"{figure.period} (from: {figure.period_source})" if figure.period else "- (no word names one)"
    yield "place", figure.place or "- (the report's own)"
    if figure.is_total:
        yield "total", "yes: added to its parts it would count twice"


def _tell_considered(figure: Figure, text: str) -> Iterator[Line]:
    from reportparse.language.considered import find_passed, sentence_of

    for told in figure.considered:
        yield "considered", told
    for passed in find_passed(text, *sentence_of(text, figure.source.start)):
        yield "beside it", f"{passed.text}: {passed.reason}"


def _explain_record(report: Report, name: str) -> list[Line]:
    """What any other record is and where it stands."""
    found = _find_record(report, name)
    if found is None:
        raise click.BadParameter(f"no record has the id {name!r}", param_hint="ID")
    kind, record = found
    lines: list[Line] = [(kind, name)]
    spans = getattr(record, "spans", None) or [record]
    for span in spans:
        lines += _tell_place(getattr(span, "page", None), getattr(span, "bbox", None))
    for field in ("number", "title", "caption", "name", "section"):
        value = getattr(record, field, None)
        if value:
            lines.append((field, str(value)))
    text = getattr(record, "text", "")
    if text:
        lines.append(("text", text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"))
    themes = [f"{theme.id} {theme.score:g}" for theme in getattr(record, "themes", [])]
    if themes:
        lines.append(("themes", ", ".join(themes)))
    figures = [figure.id for figure in report.figures if figure.source.id == name]
    if figures:
        lines.append(("figures", ", ".join(figures)))
    return lines


def _find_record(report: Report, name: str) -> tuple[str, Any] | None:
    from reportparse.models import walk_items

    items = [item for paragraph in report.paragraphs for item in walk_items(paragraph.items)]
    rooms: dict[str, list[Any]] = {
        "section": [*report.sections], "paragraph": [*report.paragraphs], "item": [*items], "table": [*report.tables],
        "callout": [*report.callouts], "picture": [*report.pictures], "footnote": [*report.footnotes],
        "entity": [*report.entities],
    }  # fmt: skip
    return next(((kind, record) for kind, records in rooms.items() for record in records if record.id == name), None)
