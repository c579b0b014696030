"""`parse`: a PDF in, a validated record out; the one room that knows all the stages, and counts the characters."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from reportparse.errors import DamagedPdf, NoText
from reportparse.geometry import Box
from reportparse.layout import Anchor, Flow, FlowLine, Furniture, order_pages, take_furniture
from reportparse.metadata import Metadata, read_metadata
from reportparse.models import SCHEMA_VERSION, Report
from reportparse.pdf import Document, Page, Source, Word
from reportparse.pictures import Picture, take_pictures
from reportparse.structure import Strip, Structure, read_structure
from reportparse.tables import Cell, Table, take_tables

Progress = Callable[[int, int], None]
"""Called with the pages read so far and their whole number."""

# A page without words whose images cover at least this part of it is a scan.
MIN_SCAN_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the stages took, in their order."""

    furniture: list[Furniture]
    pictures: list[Picture]
    tables: list[Table]
    structure: Structure


def parse(
    source: Source, *, pages: Sequence[int] | None = None, password: str | None = None, progress: Progress | None = None
) -> Report:
    """Read a report.

    Args:
        source: A path, the bytes of a PDF, or a binary file object.
        pages: Numbers of the pages to read, from 1; all by default.
        password: For a file that asks for one.
        progress: Called after each page.

    Raises:
        NotAPdf, EncryptedPdf, DamagedPdf: The file can not be read.
        NoText: None of the pages holds text.
        ValueError: `pages` names a page that the file does not have.
    """
    with Document(source, password) as document:
        read = _read_pages(document, pages, progress)
        bookmarks = document.read_bookmarks()
    if not any(page.words for page in read):
        raise NoText(document.name, [page.number for page in read])
    furniture, rest = take_furniture(read)
    pictures, rest = take_pictures(rest)
    tables, rest = take_tables(rest)
    flow = order_pages(rest, [*_picture_anchors(pictures), *_table_anchors(tables)])
    structure = read_structure(flow, rest, bookmarks)
    parts = _Parts(furniture, pictures, tables, structure)
    return Report.model_validate(_build(document, read, flow, parts))


def _read_pages(document: Document, pages: Sequence[int] | None, progress: Progress | None) -> list[Page]:
    numbers = list(dict.fromkeys(pages)) if pages is not None else list(range(1, document.page_count + 1))
    wrong = [number for number in numbers if not 1 <= number <= document.page_count]
    if wrong or not numbers:
        raise ValueError(f"{document.name} has pages 1 to {document.page_count}, not {wrong[0] if wrong else 'none'}")
    read: list[Page] = []
    for number in numbers:
        read.append(_read_page(document, number))
        if progress is not None:
            progress(len(read), len(numbers))
    return read


def _read_page(document: Document, number: int) -> Page:
    """A page, or an empty one that says why it is empty: one bad page does not lose the others."""
    try:
        return document.read_page(number)
    except DamagedPdf as error:
        problem = ("unreadable-page", str(error))
        return Page(number, str(number), Box(0, 0, 0, 0), 0, (), (), (), (), (), (), (), (), (problem,))


def _picture_anchors(pictures: Iterable[Picture]) -> list[Anchor]:
    return [Anchor(picture.id, picture.page, picture.bbox) for picture in pictures]


def _table_anchors(tables: Iterable[Table]) -> list[Anchor]:
    return [Anchor(table.id, span.page, span.bbox) for table in tables for span in table.spans]


def _build(document: Document, pages: Sequence[Page], flow: Flow, parts: _Parts) -> dict[str, Any]:
    """The record as plain data, for the models to validate."""
    structure = parts.structure
    sections = structure.anchor_sections
    strips = [_strip(strip) for strip in structure.strips]
    coverage, residue = _count(pages, flow, parts)
    return {
        "schema_version": SCHEMA_VERSION,
        "source": _source(document, pages),
        "metadata": _metadata(document, pages, flow, parts),
        "sections": structure.sections,
        "paragraphs": structure.paragraphs,
        "tables": [_table(table, sections.get(table.id)) for table in parts.tables],
        "callouts": structure.callouts,
        "pictures": [*(_picture(picture, sections.get(picture.id)) for picture in parts.pictures), *strips],
        "footnotes": structure.footnotes,
        "order": structure.order,
        "coverage": coverage,
        "residue": residue,
        "warnings": list(_warnings(pages)),
    }


def _source(document: Document, pages: Sequence[Page]) -> dict[str, Any]:
    scanned = [page.number for page in pages if _is_scan(page)]
    return {
        "path": document.name,
        "sha256": document.sha256,
        "page_count": document.page_count,
        "producer": document.metadata.get("Producer"),
        "tagged": document.is_tagged,
        "scanned_pages": scanned,
    }


def _metadata(document: Document, pages: Sequence[Page], flow: Flow, parts: _Parts) -> Metadata:
    """What the report says about itself, from the lines of its first two pages with text."""
    lines = [item.line for item in flow if isinstance(item, FlowLine)]
    first = list(dict.fromkeys(line.page for line in lines))[:2]
    uris = (link.uri for page in pages for link in page.links if link.uri)
    return read_metadata(
        _opening(parts.structure, first) or [line.text for line in lines if line.page in first],
        furniture=list(dict.fromkeys(item.line.text for item in parts.furniture if not item.is_page_number)),
        document=document.metadata,
        hosts=[host for host in (urlsplit(uri).hostname for uri in uris) if host],
        body=" ".join(line.text for line in lines),
    )


def _opening(structure: Structure, pages: Sequence[int]) -> list[str]:
    """Paragraphs and headings of the opening pages, in order: whole where a title runs over two lines."""
    sections = {section.id: section.title for section in structure.sections if section.page in pages}
    texts = {p.id: p.text for p in structure.paragraphs if p.spans and p.spans[0].page in pages} | sections
    return [texts[name] for name in structure.order if name in texts]


def _is_scan(page: Page) -> bool:
    return not page.words and sum(image.box.area for image in page.images) >= MIN_SCAN_SHARE * page.box.area


def _count(pages: Sequence[Page], flow: Flow, parts: _Parts) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Characters of all words and where they went, each word counted once; and the words that no stage took."""
    furniture = {(item.line.page, word.order) for item in parts.furniture for word in item.line.words}
    furniture |= {(line.page, word.order) for line in parts.structure.contents for word in line.words}
    recorded = {(i.line.page, word.order) for i in flow if isinstance(i, FlowLine) for word in i.line.words}
    recorded |= {(picture.page, word.order) for picture in parts.pictures for word in picture.words}
    recorded |= {(page, word.order) for table in parts.tables for page, words in table.words.items() for word in words}
    counts = Counter(recorded=0, furniture=0, residue=0)
    left: list[dict[str, Any]] = []
    for page in pages:
        for word in page.words:
            place = (page.number, word.order)
            where = "furniture" if place in furniture else "recorded" if place in recorded else "residue"
            counts[where] += len(word.text)
            if where == "residue":
                left.append(_residue(page.number, word, None))
        for hidden in page.hidden:
            counts["residue"] += len(hidden.word.text)
            left.append(_residue(page.number, hidden.word, hidden.reason))
    return {"characters": sum(counts.values()), **counts}, left


def _table(table: Table, section: str | None) -> dict[str, Any]:
    return {
        "id": table.id,
        "number": table.number,
        "caption": table.caption,
        "section": section,
        "spans": [{"page": span.page, "bbox": span.bbox} for span in table.spans],
        "header_rows": table.header_rows,
        "header_columns": table.header_columns,
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
        "notes": list(table.notes),
        "confidence": {
            "score": table.confidence.score,
            "method": table.confidence.method,
            "reasons": [*table.confidence.pro, *table.confidence.con],
        },
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "text": cell.text, "row": cell.row, "column": cell.column, "row_span": cell.row_span,
        "column_span": cell.column_span, "value": None if cell.value is None else float(cell.value), "unit": cell.unit,
    }  # fmt: skip


def _picture(picture: Picture, section: str | None) -> dict[str, Any]:
    return {
        "id": picture.id, "kind": picture.kind, "page": picture.page, "bbox": picture.bbox, "caption": picture.caption,
        "alt_text": picture.alt_text, "section": section, "labels": picture.labels, "series": picture.series,
    }  # fmt: skip


def _strip(strip: Strip) -> dict[str, Any]:
    """A number strip is a picture made of words: its number and label stand in `labels`."""
    return {
        "id": strip.id, "kind": "other", "page": strip.page, "bbox": strip.bbox, "labels": strip.labels,
        "section": strip.section,
    }  # fmt: skip


def _residue(page: int, word: Word, reason: str | None) -> dict[str, Any]:
    return {"page": page, "bbox": word.box, "text": word.text, "reason": reason}


def _warnings(pages: Sequence[Page]) -> Iterable[dict[str, Any]]:
    for page in pages:
        for code, message in page.problems:
            yield {"code": code, "message": message, "page": page.number}
        if page.hidden:
            reasons = sorted({item.reason for item in page.hidden})
            count = sum(len(item.word.text) for item in page.hidden)
            message = f"{count} characters can not be seen ({', '.join(reasons)}); they are kept as residue"
            yield {"code": "hidden-text", "message": message, "page": page.number}
        if _is_scan(page):
            yield {
                "code": "scanned-page",
                "message": "the page is an image without text; run OCR first",
                "page": page.number,
            }
