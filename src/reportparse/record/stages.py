"""`parse`: the stages in their order."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from reportparse.checks import check_report
from reportparse.collector import paused_collector
from reportparse.errors import DamagedPdf
from reportparse.language import Names
from reportparse.layout import Anchor, join_initials, mark_folds, order_pages, take_furniture
from reportparse.models import Report
from reportparse.pdf import Document, Page, Source
from reportparse.pictures import Picture, name_by_tables, take_pictures
from reportparse.record.build import build_record
from reportparse.record.facts import read_facts
from reportparse.record.parts import Parts
from reportparse.record.stopwatch import Stopwatch
from reportparse.record.textless import is_unread
from reportparse.record.title import read_title
from reportparse.structure import read_structure
from reportparse.tables import Table, shield_tables, take_tables, unshield_tables

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int, int], None]
"""Called with the pages read so far and their whole number."""


@paused_collector()  # what was read of the pages is gone before the collector walks through what is left
def parse(
    source: Source,
    *,
    pages: Sequence[int] | None = None,
    password: str | None = None,
    profile: bool = False,
    nlp: "Language | str | None" = None,
    progress: Progress | None = None,
) -> Report:
    """Read a report.

    Args:
        source: A path, the bytes of a PDF, or a binary file object.
        pages: Numbers of the pages to read, from 1; all by default.
        password: For a file that asks for one.
        nlp: A trained pipeline of spaCy, or the name of one that is installed: the names it finds become entities where
            nothing else told them.
        profile: Whether `source.timings` tells the seconds of each stage.
        progress: Called after each page.

    Raises:
        MissingPipeline: No pipeline of that name is installed.
        NotAPdf, EncryptedPdf, DamagedPdf: The file can not be read.
        ValueError: `pages` names a page that the file does not have.
    """
    names = _names(nlp)
    with Document(source, password) as document:
        watch = Stopwatch(document.name)
        read = _read_pages(document, pages, progress)
        watch.lap("pdf")
        report = _read_report(document, read, names, watch)
    watch.stop(f"{len(read)} pages, {len(report.figures)} figures, {len(report.warnings)} warnings")
    if not profile:
        return report
    return report.model_copy(update={"source": report.source.model_copy(update={"timings": watch.timings})})


def _names(nlp: "Language | str | None") -> Names | None:
    if nlp is None:
        return None
    from reportparse.language.nlp import trained_names  # noqa: PLC0415  # spaCy takes a second to import

    return trained_names(nlp)


def _read_report(document: Document, read: list[Page], names: Names | None, watch: Stopwatch) -> Report:
    bookmarks = document.read_bookmarks()
    if all(map(is_unread, read)):
        raise DamagedPdf(document.name, "none of its pages can be read")
    read = mark_folds([join_initials(page, read) for page in read])
    furniture, rest = take_furniture(read)
    watch.lap("layout")
    rest, shielded = shield_tables(rest)
    watch.lap("tables")
    pictures, rest = take_pictures(rest)
    watch.lap("pictures")
    tables, rest = take_tables(unshield_tables(rest, shielded), shielded, bookmarks)
    watch.lap("tables")
    pictures, rest = name_by_tables(rest, pictures, (table.caption_style for table in tables if table.caption_style))
    watch.lap("pictures")
    flow = order_pages(rest, [*_picture_anchors(pictures), *_table_anchors(tables)])
    watch.lap("layout")
    marks = {(cell.page, mark) for table in tables for row in table.rows for cell in row for mark in cell.marks}
    structure = read_structure(flow, rest, bookmarks, marks)
    watch.lap("structure")
    parts = Parts(read, furniture, pictures, tables, flow, structure)
    metadata = read_title(document, parts)
    facts = read_facts(parts, metadata, names)
    watch.lap("language")
    report = Report.model_validate(build_record(document, parts, metadata, facts))
    watch.lap("record")
    checks = check_report(report)
    watch.lap("checks")
    return report.model_copy(update={"checks": checks})


def _read_pages(document: Document, pages: Sequence[int] | None, progress: Progress | None) -> list[Page]:
    numbers = list(dict.fromkeys(pages)) if pages is not None else list(range(1, document.page_count + 1))
    wrong = [number for number in numbers if not 1 <= number <= document.page_count]
    if wrong or not numbers:
        raise ValueError(f"{document.name} has pages 1 to {document.page_count}, not {wrong[0] if wrong else 'none'}")
    read: list[Page] = []
    for page in document.read_pages(numbers):
        read.append(page)
        if progress is not None:
            progress(len(read), len(numbers))
    return read


def _picture_anchors(pictures: Iterable[Picture]) -> list[Anchor]:
    return [Anchor(picture.id, picture.page, picture.bbox, picture.caption is not None) for picture in pictures]


def _table_anchors(tables: Iterable[Table]) -> list[Anchor]:
    named = {table.id: table.caption is not None for table in tables}
    return [Anchor(table.id, span.page, span.bbox, named[table.id]) for table in tables for span in table.spans]
