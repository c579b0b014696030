"""What the pictures room hands on, with the contract's names."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.layout import Line
from reportparse.pdf import Word


class Point(NamedTuple):
    """One value of a chart."""

    x: str
    """Its label on the category axis."""
    y: Decimal
    method: str
    """"label" where the value is printed, "geometry" where it was measured in the drawing."""
    error: float | None
    """How far off the value may be."""


class Series(NamedTuple):
    """The values of one colour."""

    name: str | None
    points: list[Point]
    unit: str | None = None
    """"%" or a currency, as the axis or the printed values have it."""


class Picture(NamedTuple):
    """An image or a drawing, with the words that stand in it."""

    id: str
    kind: str
    """"chart", "map", "photo", "logo", "diagram" or "other"."""
    page: int
    bbox: Box
    caption: str | None = None
    alt_text: str | None = None
    section: str | None = None
    labels: Sequence[str] = ()
    series: list[Series] | None = None
    """None where the values can not be known."""
    lines: Sequence[Line] = ()
    """The text in it, from top to bottom; `labels` are its texts."""
    problems: tuple[tuple[str, str], ...] = ()
    """(code, message) for what is odd about it."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Of all its lines."""
        return tuple([word for line in self.lines for word in line.words])
