"""What a report holds: sections, paragraphs, tables, callouts, pictures, footnotes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from reportparse.models.base import BBox, Number, PageNumber, Record, Reviewed, Span
from reportparse.models.frame import to_dataframe
from reportparse.models.shown import escape
from reportparse.models.tidy import TidyRow, tidy

if TYPE_CHECKING:
    import pandas as pd


class ThemeScore(Record):
    """One of the common themes, and how much a record is about it."""

    id: str
    score: float


class Section(Reviewed):
    """A heading and what stands below it."""

    id: str
    title: str
    """As printed, with its number."""
    level: int = Field(ge=1)
    """1 is the top."""
    number: str | None = None
    """"Theme 1", "Indicator 6 & 7", "Appendix 1", "2.1"."""
    kind: Literal["theme", "indicator", "appendix", "section"]
    parent: str | None = None
    """Id of the section that this one is a part of."""
    page: PageNumber
    spans: list[Span] = []
    themes: list[ThemeScore] = []


class ContentsEntry(Record):
    """An entry of a contents page: a witness for the headings, no content of its own."""

    id: str
    title: str
    """As printed there."""
    label: str
    """The page that it leads to, as printed there: "7", "iv"."""
    page: PageNumber
    """Where the entry itself stands."""
    bbox: BBox


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


class Paragraph(Reviewed):
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
    row: int = Field(ge=0)
    """From 0, header rows counted."""
    column: int = Field(ge=0)
    """From 0, header columns counted."""
    row_span: int = Field(default=1, ge=1)
    column_span: int = Field(default=1, ge=1)
    value: Number | None = None
    """The number in it, with the unit's scale multiplied out; null where it holds none."""
    unit: str | None = None
    footnotes: list[str] = []
    """Ids of the footnotes that the cell has marks of; "t3.n1" is the first of the notes of table t3."""
    page: PageNumber | None = None
    bbox: BBox | None = None


class HeaderPath(NamedTuple):
    """Texts that head one cell, from the outermost to the nearest."""

    row: tuple[str, ...]
    column: tuple[str, ...]


class Confidence(Record):
    """How a table was found, and how sure that is."""

    score: float = Field(ge=0, le=1)
    """Between 0 and 1."""
    method: str
    reasons: list[str] = []


class Table(Reviewed):
    """A table, joined over its pages."""

    id: str
    number: str | None = None
    caption: str | None = None
    section: str | None = None
    spans: list[Span]
    header_rows: int = Field(ge=0)
    header_columns: int = Field(ge=0)
    rows: list[list[Cell]]
    """For each row the cells that begin in it, from left to right."""
    notes: list[str] = []
    confidence: Confidence | None = None
    themes: list[ThemeScore] = []

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        return (cell for row in self.rows for cell in row)

    def _repr_html_(self) -> str:
        """What a notebook shows: the table as printed."""
        rows = "".join(f"<tr>{''.join(map(self._html_cell, row))}</tr>" for row in self.rows)
        caption = f"<caption>{escape(self.caption)}</caption>" if self.caption else ""
        return f"<table>{caption}<tbody>{rows}</tbody></table>"

    def _html_cell(self, cell: Cell) -> str:
        name = "th" if cell.row < self.header_rows or cell.column < self.header_columns else "td"
        return f'<{name} rowspan="{cell.row_span}" colspan="{cell.column_span}">{escape(cell.text)}</{name}>'

    def tidy(self) -> list[TidyRow]:
        """One row for each number, with its row path, column path, period, unit and place; see `TidyRow`."""
        return tidy(self)

    def to_dataframe(self, *, is_tidy: bool = False) -> "pd.DataFrame":
        """The table as pandas has it: header rows as columns, texts as cells, merged cells repeated; or tidy rows.

        Raises:
            MissingExtra: pandas is not installed.
        """
        return to_dataframe(self, is_tidy=is_tidy)

    def header_path(self, cell: Cell) -> HeaderPath:
        """Texts that head `cell`, from row labels and from column heads; empty ones and repeats left out."""
        row = [
            label
            for label in self.cells
            if label.column < self.header_columns
            and label.column < cell.column
            and _meet(label.row, label.row_span, cell.row, cell.row_span)
        ]
        column = [
            head
            for head in self.cells
            if head.row < self.header_rows
            and head.row < cell.row
            and _meet(head.column, head.column_span, cell.column, cell.column_span)
        ]
        return HeaderPath(_texts(row), _texts(column))

    @model_validator(mode="after")
    def _has_each_place_once(self) -> Self:
        taken: set[tuple[int, int]] = set()
        for index, row in enumerate(self.rows):
            for cell in row:
                if cell.row != index:
                    raise ValueError(f"table {self.id}: a cell of row {cell.row} stands in row {index}")
                for place in _places(cell):
                    if place in taken:
                        raise ValueError(f"table {self.id}: two cells at row {place[0]}, column {place[1]}")
                    taken.add(place)
        if self.header_rows > len(self.rows):
            raise ValueError(f"table {self.id}: {self.header_rows} header rows of {len(self.rows)} rows")
        return self


class Callout(Record):
    """A case study or boxed text."""

    id: str
    title: str | None = None
    section: str | None = None
    page: PageNumber
    bbox: BBox
    paragraphs: list[str] = []


class Point(Record):
    """One value of a chart."""

    x: str
    """Its label on the category axis."""
    y: Number
    method: Literal["label", "geometry"] = "label"
    error: float | None = None
    """How far off the value may be, where it was measured in the drawing."""


class Series(Record):
    """The values of one colour of a chart."""

    name: str | None = None
    points: list[Point]
    unit: str | None = None
    """"%" or a currency, as the axis or the printed values have it."""


class Picture(Reviewed):
    """An image or a drawing."""

    id: str
    kind: Literal["chart", "map", "photo", "logo", "diagram", "other"]
    page: PageNumber
    bbox: BBox
    caption: str | None = None
    alt_text: str | None = None
    section: str | None = None
    labels: list[str] = []
    series: list[Series] | None = None
    """Null where the values can not be known."""
    themes: list[ThemeScore] = []


class Footnote(Record):
    """A note at the foot of a page or section."""

    id: str
    marker: str
    text: str
    page: PageNumber


def _meet(start: int, length: int, other_start: int, other_length: int) -> bool:
    return start < other_start + other_length and other_start < start + length


def _texts(cells: list[Cell]) -> tuple[str, ...]:
    """Texts in order, each once: a banner that is printed over each of its columns says it once."""
    return tuple(dict.fromkeys(cell.text for cell in cells if cell.text))


def _places(cell: Cell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.row_span):
        for column in range(cell.column, cell.column + cell.column_span):
            yield row, column
