"""The record as plain data, for the models to validate."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from reportparse.metadata import Metadata
from reportparse.models import SCHEMA_VERSION
from reportparse.pdf import Document, Page
from reportparse.pictures import Picture
from reportparse.record.coverage import count_characters
from reportparse.record.facts import Facts
from reportparse.record.parts import Parts
from reportparse.record.textless import may_show_text
from reportparse.structure import Paragraph, Section, Strip
from reportparse.tables import MIN_SURE, Cell, Table

_Notes = Mapping[tuple[int, str], str]
"""Page and mark of each footnote to its id."""


def build_record(document: Document, parts: Parts, metadata: Metadata, facts: Facts) -> dict[str, Any]:
    """All that was read, with the contract's names."""
    structure = parts.structure
    sections = structure.anchor_sections
    pictures = [_picture(picture, sections.get(picture.id)) for picture in parts.pictures]
    coverage, residue = count_characters(parts)
    notes = {(note.page, note.marker): note.id for note in structure.footnotes}
    return {
        "schema_version": SCHEMA_VERSION,
        "source": _source(document, parts.pages) | {"nlp": facts.nlp},
        "metadata": metadata,
        "sections": [_plain(section) | facts.about(section.id) for section in structure.sections],
        "paragraphs": [
            _plain(paragraph) | facts.about(paragraph.id) | facts.pointing(paragraph.id)
            for paragraph in structure.paragraphs
        ],
        "tables": [_table(table, sections.get(table.id), notes) | facts.about(table.id) for table in parts.tables],
        "callouts": structure.callouts,
        "pictures": [picture | facts.about(picture["id"]) for picture in [*pictures, *map(_strip, structure.strips)]],
        "footnotes": structure.footnotes,
        "contents": structure.entries,
        "order": structure.order,
        "figures": facts.figures,
        "entities": facts.entities,
        "coverage": coverage,
        "residue": residue,
        "warnings": [*_warnings(parts.pages, parts.pictures), *_table_warnings(parts.tables)],
    }


def _plain(record: Section | Paragraph) -> dict[str, Any]:
    """The fields of a record; what they hold is validated as it is."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _source(document: Document, pages: Sequence[Page]) -> dict[str, Any]:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "page_count": document.page_count,
        "producer": document.metadata.get("Producer"),
        "tagged": document.is_tagged,
        "scanned_pages": [page.number for page in pages if may_show_text(page)],
    }


def _table(table: Table, section: str | None, notes: _Notes) -> dict[str, Any]:
    return {
        "id": table.id,
        "number": table.number,
        "caption": table.caption,
        "section": section,
        "spans": [{"page": span.page, "bbox": span.bbox} for span in table.spans],
        "header_rows": table.header_rows,
        "header_columns": table.header_columns,
        "rows": [[_cell(cell, notes) for cell in row] for row in table.rows],
        "notes": list(table.notes),
        "confidence": {
            "score": table.confidence.score,
            "method": table.confidence.method,
            "reasons": [*table.confidence.pro, *table.confidence.con],
        },
    }


def _cell(cell: Cell, notes: _Notes) -> dict[str, Any]:
    found = (notes.get((cell.page, mark)) for mark in cell.marks)
    return {
        "text": cell.text, "row": cell.row, "column": cell.column, "row_span": cell.row_span,
        "column_span": cell.column_span, "value": None if cell.value is None else float(cell.value), "unit": cell.unit,
        "footnotes": [*cell.footnotes, *filter(None, found)], "page": cell.page or None, "bbox": cell.box,
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


def _warnings(pages: Sequence[Page], pictures: Sequence[Picture]) -> Iterable[dict[str, Any]]:
    for picture in pictures:
        for code, message in picture.problems:
            yield {"code": code, "message": f"{picture.id}: {message}", "page": picture.page}
    if not any(page.words for page in pages):
        yield {"code": "no-text", "message": f"none of its {len(pages)} pages holds text that can be read"}
    for page in pages:
        for code, message in page.problems:
            yield {"code": code, "message": message, "page": page.number}
        if page.hidden:
            reasons = sorted({item.reason for item in page.hidden})
            count = sum(len(item.word.text) for item in page.hidden)
            message = f"{count} characters can not be seen ({', '.join(reasons)}); they are kept as residue"
            yield {"code": "hidden-text", "message": message, "page": page.number}
        if may_show_text(page):
            message = "the page shows text, it seems, and holds none that can be read; run OCR first: pass --ocr auto"
            yield {"code": "scanned-page", "message": message, "page": page.number}


def _table_warnings(tables: Iterable[Table]) -> Iterable[dict[str, Any]]:
    for table in tables:
        confidence = table.confidence
        if confidence.score < MIN_SURE:
            against = f" ({', '.join(confidence.con)})" if confidence.con else ""
            message = f"table {table.id} may be none, or wrongly cut: {confidence.score:.2f}{against}"
            yield {"code": "low-confidence-table", "message": message, "page": table.spans[0].page}
