"""What the language stage hands on: plain frozen records, with the contract's field names."""

from decimal import Decimal
from typing import NamedTuple


class Span(NamedTuple):
    """Offsets into a text; `end` is behind the last character."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a character.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


class Amount(NamedTuple):
    """A number in words or digits with its sign, currency, scale and unit of measure; not yet a fact.

    `unit` is a family: "GBP", "%", "points", a time or other unit in the plural, "ratio", "times", "rank" or None.
    `direction` is set where the number itself says so (a sign, an arrow, "halved").
    """

    span: Span
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    qualifier: str = "exact"
    direction: str | None = None
    in_words: bool = False
    rule: str = "number"


class Period(NamedTuple):
    """A stretch of time that a text names, in the contract's notation."""

    span: Span
    label: str


class Figure(NamedTuple):
    """A number that a text states about the world; `rule` and `considered` tell how it was read."""

    text: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    kind: str
    unit: str | None
    qualifier: str
    role: str
    direction: str | None
    measure: str | None
    period: str | None
    place: str | None
    rule: str = ""
    score: float | None = None
    considered: tuple[str, ...] = ()


class Entity(NamedTuple):
    """A body, person, place or undertaking that a text names, with the places where it does."""

    kind: str
    name: str
    mentions: tuple[Span, ...]


class Tagged(NamedTuple):
    """All that is read from one text. Themes are (id, score 0-1), the first is what the text is about."""

    figures: tuple[Figure, ...]
    themes: tuple[tuple[str, float], ...]
    entities: tuple[Entity, ...]
