"""The record of one report, and what must hold in it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal, Self, TypeVar

from pydantic import model_validator

from reportparse.models.base import BBox, Record
from reportparse.models.content import Callout, Footnote, Item, Paragraph, Picture, Section, Table
from reportparse.models.facts import Check, Entity, Figure

SCHEMA_VERSION = "1.0"


class Source(Record):
    """The file that the record was read from."""

    path: str
    sha256: str
    page_count: int
    producer: str | None = None
    tagged: bool
    scanned_pages: list[int] = []
    """Pages that show something, but hold no text."""


class Pcc(Record):
    """The police area, from the registry."""

    id: str
    name: str
    force: str
    score: float
    """How well the report's words fit, 0 to 100."""


class Period(Record):
    """The time that the report is about."""

    label: str
    start: date
    end: date


class Metadata(Record):
    """What the report says about itself; null where it does not."""

    title: str | None = None
    kind: Literal["annual_report", "end_of_term_report", "board_paper", "other"] = "other"
    pcc: Pcc | None = None
    period: Period | None = None
    meeting_date: date | None = None
    presented_by: str | None = None
    published: date | None = None


class Coverage(Record):
    """Where the characters of the pages went: each is counted once."""

    characters: int
    recorded: int
    furniture: int
    residue: int

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.recorded + self.furniture + self.residue != self.characters:
            raise ValueError("recorded, furniture and residue do not add up to characters")
        return self


class Residue(Record):
    """Text that no record holds."""

    page: int
    bbox: BBox
    text: str
    reason: str | None = None
    """"invisible", "off-page", "covered" ... for text that can not be seen."""


class ReportWarning(Record):
    """What makes the record poorer than it should be."""

    code: str
    message: str
    page: int | None = None


class Report(Record):
    """One annual report."""

    schema_version: str = SCHEMA_VERSION
    source: Source
    metadata: Metadata
    sections: list[Section]
    paragraphs: list[Paragraph]
    tables: list[Table]
    callouts: list[Callout]
    pictures: list[Picture]
    footnotes: list[Footnote]
    order: list[str]
    """Ids of sections, paragraphs, tables, callouts and pictures as they are read."""
    figures: list[Figure] = []
    entities: list[Entity] = []
    checks: list[Check] = []
    coverage: Coverage
    residue: list[Residue]
    warnings: list[ReportWarning]

    @model_validator(mode="after")
    def _ids_hold(self) -> Self:
        """Ids are unique, and what points at a record finds it."""
        content = [*self.sections, *self.paragraphs, *self.tables, *self.callouts, *self.pictures]
        names = Counter(record.id for record in (*content, *self.footnotes, *self.figures, *self.entities))
        twice = [name for name, count in names.items() if count > 1]
        if twice:
            raise ValueError(f"the id {twice[0]} stands for two records")
        lost = [name for name in self._pointers() if name not in names]
        if lost:
            raise ValueError(f"no record has the id {lost[0]}")
        if Counter(self.order) != Counter(record.id for record in content):
            raise ValueError("order does not name each section, paragraph, table, callout and picture once")
        return self

    def _pointers(self) -> Iterator[str]:
        for record in (*self.paragraphs, *self.tables, *self.callouts, *self.pictures):
            if record.section is not None:
                yield record.section
        yield from (section.parent for section in self.sections if section.parent is not None)
        for paragraph in self.paragraphs:
            yield from paragraph.footnotes
            if paragraph.callout is not None:
                yield paragraph.callout
        for callout in self.callouts:
            yield from callout.paragraphs

    def paragraph(self, number: str) -> Paragraph:
        """The first paragraph with that number or id.

        Raises:
            KeyError: There is none.
        """
        return _find(number, ((p.number, p.id, p) for p in self.paragraphs))

    def section(self, name: str) -> Section:
        """The first section with that number ("Theme 2"), title or id.

        Raises:
            KeyError: There is none.
        """
        by_title = ((section.title, section.id, section) for section in self.sections)
        by_number = ((section.number, section.id, section) for section in self.sections)
        return _find(name, (*by_number, *by_title))


def walk_items(items: list[Item]) -> Iterator[Item]:
    """All items of a list, nested ones after their own."""
    for item in items:
        yield item
        yield from walk_items(item.items)


_T = TypeVar("_T")


def _find(name: str, entries: Iterator[tuple[str | None, str, _T]] | tuple[tuple[str | None, str, _T], ...]) -> _T:
    for first, second, record in entries:
        if name in (first, second):
            return record
    raise KeyError(name)
