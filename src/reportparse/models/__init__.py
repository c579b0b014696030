"""The JSON contract in Pydantic: what a report is; knows nothing of PDF."""

from reportparse.models.base import BBox, Record, Span
from reportparse.models.content import (
    Callout,
    Cell,
    Confidence,
    ContentsEntry,
    Footnote,
    FootnoteRef,
    HeaderPath,
    Item,
    Link,
    Paragraph,
    Picture,
    Point,
    Section,
    Series,
    Table,
    ThemeScore,
)
from reportparse.models.facts import Check, Entity, Figure, FigureSource, Mention
from reportparse.models.load import load
from reportparse.models.report import (
    SCHEMA_VERSION,
    Coverage,
    Metadata,
    Pcc,
    Period,
    Report,
    ReportWarning,
    Residue,
    Source,
    walk_items,
)
from reportparse.models.schema import write_schema
from reportparse.models.select import ThemeCount
from reportparse.models.tidy import TidyRow

__all__ = [
    "SCHEMA_VERSION", "BBox", "Callout", "Cell", "Check", "Confidence", "ContentsEntry", "Coverage", "Entity",
    "Figure", "FigureSource", "Footnote", "FootnoteRef", "HeaderPath", "Item", "Link", "Mention", "Metadata",
    "Paragraph", "Pcc", "Period",
    "Picture", "Point", "Record", "Report", "ReportWarning", "Residue", "Section", "Series", "Source", "Span", "Table",
    "ThemeCount", "ThemeScore", "TidyRow", "load", "walk_items", "write_schema",
]  # fmt: skip
