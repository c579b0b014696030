"""What the structure room hands on, with the contract's names; see `models` for what each field means."""

from dataclasses import dataclass, field
from typing import NamedTuple

from reportparse.geometry import Box


class Span(NamedTuple):
    """Where a record stands on one page or in one column."""

    page: int
    bbox: Box


class Link(NamedTuple):
    """Words that can be clicked."""

    text: str
    uri: str


class NoteMark(NamedTuple):
    """Where in a text the mark of a footnote stood."""

    id: str
    offset: int


@dataclass(slots=True)
class Section:
    """A heading and what stands below it."""

    id: str
    title: str
    level: int
    number: str | None
    kind: str
    parent: str | None
    page: int
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """An entry of a list."""

    id: str
    marker: str
    text: str
    level: int
    items: list["Item"] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the list that belongs to it."""

    id: str
    number: str | None
    text: str
    section: str | None
    items: list[Item] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    footnote_refs: list[NoteMark] = field(default_factory=list)
    callout: str | None = None


@dataclass(slots=True)
class Callout:
    """A case study or boxed text."""

    id: str
    title: str | None
    section: str | None
    page: int
    bbox: Box
    paragraphs: list[str] = field(default_factory=list)


class Footnote(NamedTuple):
    """A note at the foot of a page or section."""

    id: str
    marker: str
    text: str
    page: int
    spans: tuple[Span, ...] = ()


class ContentsEntry(NamedTuple):
    """A title on a contents page and the page that it leads to, as printed there."""

    id: str
    title: str
    label: str
    page: int
    bbox: Box


class Strip(NamedTuple):
    """A large number over a small label, set apart from the text."""

    id: str
    page: int
    bbox: Box
    labels: list[str]
    section: str | None = None
