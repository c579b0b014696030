"""The record of one report, and what must hold in it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, model_validator

from reportparse.models.base import BBox, PageNumber, Record
from reportparse.models.content import Callout, ContentsEntry, Footnote, Item, Paragraph, Picture, Section, Table
from reportparse.models.facts import Check, Entity, Figure
from reportparse.models.figures import Figures
from reportparse.models.select import (
    Home,
    ThemeCount,
    count_themes,
    find_homes,
    home_of,
    is_in_section,
    is_same_period,
    names_measure,
)
from reportparse.models.shown import html_table

SCHEMA_VERSION = "1.2"


class Source(Record):
    """The file that the record was read from."""

    path: str | None
    """As the caller gave it; null for bytes and streams."""
    sha256: str
    page_count: int = Field(ge=1)
    producer: str | None = None
    tagged: bool
    scanned_pages: list[int] = []
    """Pages that show something, but hold no text."""
    nlp: str | None = None
    """The trained pipeline that helped to find names; null for none."""
    timings: dict[str, float] | None = None
    """Seconds of each stage; null unless asked for, so that equal input gives equal output."""


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
    published: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$")] | None = None
    """ISO 8601, as exact as stated: "2021", "2021-09" or "2021-09-26"."""


class Coverage(Record):
    """Where the characters of the pages went: each is counted once."""

    characters: int = Field(ge=0)
    recorded: int = Field(ge=0)
    furniture: int = Field(ge=0)
    residue: int = Field(ge=0)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.recorded + self.furniture + self.residue != self.characters:
            parts = f"{self.recorded} recorded + {self.furniture} furniture + {self.residue} residue"
            raise ValueError(f"coverage does not add up: {parts} is not {self.characters} characters")
        return self


class Residue(Record):
    """Text that no record holds."""

    page: PageNumber
    bbox: BBox
    text: str
    reason: str | None = None
    """"invisible", "off-page", "covered" ... for text that can not be seen."""


class ReportWarning(Record):
    """What makes the record poorer than it should be."""

    code: str
    message: str
    page: PageNumber | None = None


class Report(Record):
    """One annual report."""

    schema_version: Annotated[str, Field(pattern=r"^1\.\d+$")] = SCHEMA_VERSION
    source: Source
    metadata: Metadata
    sections: list[Section]
    paragraphs: list[Paragraph]
    tables: list[Table]
    callouts: list[Callout]
    pictures: list[Picture]
    footnotes: list[Footnote]
    contents: list[ContentsEntry] = []
    """What the contents pages list, in their order."""
    order: list[str]
    """Ids of sections, paragraphs, tables, callouts and pictures as they are read."""
    figures: Figures = Figures()
    entities: list[Entity] = []
    checks: list[Check] = []
    coverage: Coverage
    residue: list[Residue]
    warnings: list[ReportWarning]

    @model_validator(mode="after")
    def _ids_hold(self) -> Self:
        """Ids are unique, and what points at a record finds it."""
        content: list[Section | Paragraph | Table | Callout | Picture]
        content = [*self.sections, *self.paragraphs, *self.tables, *self.callouts, *self.pictures]
        items = (item for paragraph in self.paragraphs for item in walk_items(paragraph.items))
        others = (*self.footnotes, *self.contents, *self.figures, *self.entities)
        names = Counter(record.id for record in (*content, *items, *others))
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
        for records in (self.paragraphs, self.tables, self.callouts, self.pictures):
            yield from (record.section for record in records if record.section is not None)
        yield from (section.parent for section in self.sections if section.parent is not None)
        for paragraph in self.paragraphs:
            yield from (*paragraph.footnotes, *paragraph.refs)
            if paragraph.callout is not None:
                yield paragraph.callout
        for callout in self.callouts:
            yield from callout.paragraphs
        yield from (figure.source.id for figure in self.figures)
        for check in self.checks:
            yield from check.where

    @model_validator(mode="after")
    def _figures_know_their_file(self) -> Self:
        """So that each can show its place."""
        for figure in self.figures:
            figure._pdf = self.source.path
        return self

    def _repr_html_(self) -> str:
        """What a notebook shows: what the report is, how much was read, and its sections."""
        metadata, coverage = self.metadata, self.coverage
        share = 100 * (coverage.characters - coverage.residue) / max(1, coverage.characters)
        facts: list[list[object]] = [
            ["area", metadata.pcc.name if metadata.pcc else None],
            ["period", metadata.period.label if metadata.period else None],
            ["pages", self.source.page_count],
            ["paragraphs", len(self.paragraphs)],
            ["tables", len(self.tables)],
            ["figures", len(self.figures)],
            ["failed checks", sum(not check.passed for check in self.checks)],
            ["characters accounted for", f"{share:.2f}%"],
        ]
        sections: list[list[object]] = [[section.number, section.title, section.page] for section in self.sections]
        summary = html_table(["report", metadata.title or ""], facts)
        return summary + html_table(["number", "section", "page"], sections)

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

    def table(self, number: str) -> Table:
        """The first table with that number ("Table 1") or id.

        Raises:
            KeyError: There is none.
        """
        return _find(number, ((table.number, table.id, table) for table in self.tables))

    def figure(self, name: str) -> Figure:
        """The figure with that id.

        Raises:
            KeyError: There is none.
        """
        return _find(name, ((None, figure.id, figure) for figure in self.figures))

    def where(
        self,
        *,
        measure: str | None = None,
        role: str | None = None,
        period: str | None = None,
        section: str | None = None,
        theme: str | None = None,
    ) -> Figures:
        """The figures for which all that is given holds, in reading order.

        Args:
            measure: Words that are all in its measure or unit; plurals do not matter.
            role: "actual", "target", "baseline", "forecast" or "change".
            period: As the contract writes it, "2020/21"; "2020-21" is the same.
            section: Id, number or title of a section; those below it count.
            theme: Id of a common theme that its paragraph or table is about.
        """
        homes = self._homes()
        return Figures(
            figure
            for figure in self.figures
            if (measure is None or names_measure(figure, measure))
            and (role is None or figure.role == role)
            and (period is None or is_same_period(figure.period, period))
            and (section is None or is_in_section(home_of(figure, homes), section))
            and (theme is None or theme in (score.id for score in home_of(figure, homes).themes))
        )

    def count_themes(self) -> list[ThemeCount]:
        """Each common theme with its share of the text, the largest first."""
        return count_themes(self.paragraphs, self.tables, self.figures, self._homes())

    def sections_of(self, figure: Figure) -> tuple[Section, ...]:
        """The section that a figure stands in and those that this is a part of, from the innermost."""
        return home_of(figure, self._homes()).sections

    def _homes(self) -> dict[str, Home]:
        return find_homes(self.sections, (*self.paragraphs, *self.tables, *self.callouts, *self.pictures))

    def text_of(self, figure: Figure) -> str:
        """The text that a figure's offsets point into: of a paragraph, item, cell, callout, strip or footnote.

        Raises:
            KeyError: The figure is not of this report.
        """
        source = figure.source
        if source.kind == "cell":
            cells = _find(source.id, ((None, table.id, table) for table in self.tables)).cells
            return next(cell.text for cell in cells if (cell.row, cell.column) == (source.row, source.column))
        texts = {paragraph.id: paragraph.text for paragraph in self.paragraphs}
        texts |= {item.id: item.text for paragraph in self.paragraphs for item in walk_items(paragraph.items)}
        texts |= {callout.id: callout.title or "" for callout in self.callouts}
        texts |= {picture.id: " ".join(picture.labels) for picture in self.pictures}
        texts |= {note.id: note.text for note in self.footnotes}
        return texts[source.id]


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


# Built here once, and all that a report holds with it; each of the others when one is first made by itself.
for _model in (Report, Check, ReportWarning):
    _model.model_rebuild()
