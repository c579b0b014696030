"""What is read out of the content: figures, entities and checks."""

from typing import Literal

from reportparse.models.base import Record


class FigureSource(Record):
    """The record that a figure was read from, and where in its text."""

    kind: Literal["paragraph", "item", "cell", "callout", "picture"]
    id: str
    start: int
    end: int


class Figure(Record):
    """A number that the report states about the world."""

    id: str
    text: str
    source: FigureSource
    value: float | None = None
    low: float | None = None
    high: float | None = None
    kind: Literal["count", "money", "percent", "points", "rate", "ratio", "duration", "other"]
    unit: str | None = None
    qualifier: Literal["exact", "about", "over", "under", "up_to", "at_least", "almost"] = "exact"
    role: Literal["actual", "target", "baseline", "forecast", "change"] = "actual"
    direction: Literal["up", "down"] | None = None
    measure: str | None = None
    period: str | None = None
    period_source: str | None = None
    place: str | None = None


class Mention(Record):
    """Where an entity is named."""

    id: str
    start: int
    end: int


class Entity(Record):
    """A body, person, place or named undertaking."""

    id: str
    kind: Literal["force", "organisation", "person", "place", "operation", "programme", "law"]
    name: str
    mentions: list[Mention] = []


class Check(Record):
    """Something computed from the record, beside what the report says."""

    kind: str
    passed: bool
    message: str
    where: list[str] = []
    expected: float | str | None = None
    found: float | str | None = None
