"""What is read out of the content: figures, entities and checks."""

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from reportparse.models.base import BBox, Number, PageNumber, Record, Reviewed

if TYPE_CHECKING:
    from PIL.Image import Image

Magnitude = Annotated[Number, Field(ge=0)]
Stated = Number | str | None


class FigureSource(Record):
    """The record that a figure was read from, and where in its text."""

    kind: Literal["paragraph", "item", "cell", "callout", "picture", "footnote"]
    id: str
    """The record; for a cell its table."""
    start: int = Field(ge=0)
    """Offset into the text of the record, or of the cell."""
    end: int = Field(ge=0)
    """Offset behind the last character."""
    row: int | None = None
    """For a cell, its row in the table."""
    column: int | None = None
    """For a cell, its column in the table."""


class Figure(Reviewed):
    """A number that the report states about the world."""

    id: str
    text: str
    """The words that state it: "£2.7m", "over 1,500", "half"."""
    source: FigureSource
    page: PageNumber | None = None
    bbox: BBox | None = None
    """The record or cell that it was read from, on that page."""
    value: Magnitude | None = None
    """Never negative, multiplied out, percent as written; null for a range."""
    low: Magnitude | None = None
    high: Magnitude | None = None
    kind: Literal["count", "money", "percent", "points", "rate", "ratio", "duration", "other"]
    unit: str | None = None
    qualifier: Literal["exact", "about", "over", "under", "up_to", "at_least", "almost"] = "exact"
    role: Literal["actual", "target", "baseline", "forecast", "change"] = "actual"
    direction: Literal["up", "down"] | None = None
    measure: str | None = None
    period: str | None = None
    period_source: str | None = None
    """Where the period was read: the text itself, a header, the caption, the section, the report."""
    place: str | None = None
    is_total: bool = False
    """Whether it is the total of a table: added to its parts it would count twice."""
    score: float | None = Field(default=None, ge=0, le=1)
    """How sure the reading is."""
    rule: str | None = None
    """The rule that read it."""
    considered: list[str] = Field(default_factory=list, json_schema_extra={"default": []})  # as `was`
    """What else it could have been, and was not."""

    _pdf: str | None = PrivateAttr(default=None)
    """The file of its report, where that has a path."""

    def show(self, *, margin: float = 60.0, pdf: str | None = None) -> "Image":
        """The page round it as an image, a notebook shows it.

        Args:
            margin: Points above and below its box; the whole width of the page is shown.
            pdf: The report's file, where it has moved.

        Raises:
            ValueError: It is not known where it stands, or in which file.
            ReportError, OSError: The file can not be read.
        """
        path = pdf or self._pdf
        if path is None or self.page is None or self.bbox is None:
            raise ValueError(f"figure {self.id} does not know its file or its place: pass pdf=")
        # The models know nothing of PDFs; only who asks for a picture pays for the reader.
        Document = import_module("reportparse.pdf").Document  # noqa: N806
        with Document(path) as document:
            image, shown = document.draw_page(self.page, 2.0)
        scale = image.width / shown.width
        top, bottom = (round((side - shown.top) * scale) for side in (self.bbox[1] - margin, self.bbox[3] + margin))
        cropped: Image = image.crop((0, max(0, top), image.width, min(image.height, bottom)))
        return cropped

    @model_validator(mode="after")
    def _states_a_value_or_a_range(self) -> Self:
        if (self.low is None) != (self.high is None):
            raise ValueError(f"figure {self.id}: a range has both low and high")
        if (self.value is None) == (self.low is None):
            raise ValueError(f"figure {self.id}: either a value, or low and high")
        return self


class Mention(Record):
    """Where an entity is named."""

    id: str
    """The record whose text names it."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str | None = None
    """As written there, where that is not its name."""


class Entity(Record):
    """A body, person, place or named undertaking."""

    id: str
    kind: Literal["force", "organisation", "person", "place", "operation", "programme", "law"]
    name: str
    """The fullest form that the report or the registry has."""
    abbreviation: str | None = None
    """As the report introduces it: "the Strategic Policing and Crime Board (SPCB)"."""
    registry: str | None = None
    """Id of the PCC area, where it is one."""
    mentions: list[Mention] = []


class Check(Record):
    """Something computed from the record, beside what the report says."""

    kind: str
    """"table_total", "table_percent", "table_change", "derived", "text_vs_table", "text_vs_text" ..."""
    passed: bool
    severity: Literal["none", "rounding", "info", "warning"] = "none"
    """"rounding": as good as the digits tell; "info": may well be meant; "warning": a reader should look."""
    message: str
    where: list[str] = []
    """Ids of the records."""
    expected: Stated | list[Stated] = None
    found: Stated | list[Stated] = None
