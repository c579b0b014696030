"""What a report holds: sections, paragraphs, tables, callouts, pictures, footnotes."""

from typing import Literal

from reportparse.models.base import BBox, Record, Span


class ThemeScore(Record):
    """One of the common themes, and how much a record is about it."""

    id: str
    score: float


class Section(Record):
    """A heading and what stands below it."""

    id: str
    title: str
    """As printed, with its number."""
    level: int
    """1 is the top."""
    number: str | None = None
    """"Theme 1", "Indicator 6 & 7", "Appendix 1", "2.1"."""
    kind: Literal["theme", "indicator", "appendix", "section"]
    parent: str | None = None
    """Id of the section that this one is a part of."""
    page: int
    spans: list[Span] = []
    themes: list[ThemeScore] = []


class Link(Record):
    """Words that lead to a web address."""

    text: str
    uri: str


class FootnoteRef(Record):
    """Where in a text the mark of a footnote stood."""

    id: str
    offset: int


class Item(Record):
    """An entry of a list."""

    id: str
    marker: str
    """The bullet or number as printed."""
    text: str
    level: int
    """1 for the outermost list of a paragraph."""
    items: list["Item"] = []
    links: list[Link] = []
    spans: list[Span] = []


class Paragraph(Record):
    """A paragraph with the list that belongs to it."""

    id: str
    number: str | None = None
    """"42", "i.", "4.3"; null for a paragraph without one."""
    text: str
    section: str | None = None
    items: list[Item] = []
    spans: list[Span]
    """One for each page or column that it runs over."""
    links: list[Link] = []
    footnotes: list[str] = []
    footnote_refs: list[FootnoteRef] = []
    refs: list[str] = []
    """Ids of the paragraphs, sections and tables that it points at."""
    themes: list[ThemeScore] = []
    callout: str | None = None


class Cell(Record):
    """A cell; a merged one stands once, at its top-left place."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    value: float | None = None
    """The number in it, with the unit's scale multiplied out; null where it holds none."""
    unit: str | None = None


class Confidence(Record):
    """How a table was found, and how sure that is."""

    score: float
    """Between 0 and 1."""
    method: str
    reasons: list[str] = []


class Table(Record):
    """A table, joined over its pages."""

    id: str
    number: str | None = None
    caption: str | None = None
    section: str | None = None
    spans: list[Span]
    header_rows: int
    header_columns: int
    rows: list[list[Cell]]
    notes: list[str] = []
    confidence: Confidence | None = None
    themes: list[ThemeScore] = []


class Callout(Record):
    """A case study or boxed text."""

    id: str
    title: str | None = None
    section: str | None = None
    page: int
    bbox: BBox
    paragraphs: list[str] = []


class Point(Record):
    """One value of a chart."""

    x: str
    """Its label on the category axis."""
    y: float
    method: Literal["label", "geometry"] = "label"
    error: float | None = None
    """How far off the value may be, where it was measured in the drawing."""


class Series(Record):
    """The values of one colour of a chart."""

    name: str | None = None
    points: list[Point]


class Picture(Record):
    """An image or a drawing."""

    id: str
    kind: Literal["chart", "map", "photo", "logo", "diagram", "other"]
    page: int
    bbox: BBox
    caption: str | None = None
    alt_text: str | None = None
    section: str | None = None
    labels: list[str] = []
    series: list[Series] | None = None
    """Null where the values can not be known."""


class Footnote(Record):
    """A note at the foot of a page or section."""

    id: str
    marker: str
    text: str
    page: int
