"""What the tables room hands on, with the contract's names."""

from decimal import Decimal
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.pdf import Style, Word


class TableSpan(NamedTuple):
    """Where a table, or the part of it on one page, stands."""

    page: int
    bbox: Box


class Cell(NamedTuple):
    """A cell; a merged one stands once, at its top left place."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    value: Decimal | None = None
    unit: str | None = None
    page: int = 0
    box: Box | None = None
    """None where the cell is empty."""
    row_path: tuple[str, ...] = ()
    """The labels that name the row: section heading, then the header columns."""
    column_path: tuple[str, ...] = ()
    """The header cells above, outermost first."""
    footnotes: tuple[str, ...] = ()
    """Ids of the notes that the cell has marks of: "t3.n1" is the first note of table t3."""
    marks: tuple[str, ...] = ()
    """Numbers of footnotes of the page that stand raised in the cell; its text leaves them out."""


class Confidence(NamedTuple):
    """How a table was found and how sure that is."""

    score: float
    """0 to 1."""
    method: str
    """"ruled", "half-ruled", or "unruled"."""
    pro: tuple[str, ...] = ()
    con: tuple[str, ...] = ()


class Table(NamedTuple):
    """A table, joined over the pages it runs over."""

    id: str
    number: str | None
    caption: str | None
    spans: tuple[TableSpan, ...]
    header_rows: int
    header_columns: int
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]
    confidence: Confidence
    words: dict[int, tuple[Word, ...]]
    """By page: all words taken, those of the cells, the caption and the notes that lone signs open."""
    caption_style: Style | None = None
    """The one type of a caption that stands above its table."""
