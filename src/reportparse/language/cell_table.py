"""A table whose cells are read, with what holds for all of them."""

from typing import Any, NamedTuple

from reportparse.language.context import Setting


class KnownTable(NamedTuple):
    """A table with what holds for all its cells."""

    table: Any
    setting: Setting
    name: str
    """Its caption without "Table 2 –"."""
    period: tuple[str | None, str | None]
    """The time that the caption or the title says of all, and which of them does."""
    measure: str
    """What they say is measured."""
    labels: frozenset[int]
    """Columns of numbers that only name the rows."""
    names: dict[int, str]
    """What names a row, where its cells have no header of their own to tell."""
    sides: dict[tuple[int, int], str]
    """What names a cell of the second of two tables side by side."""
    is_strip: bool
    """Whether each of its cells is a number and what it counts."""
    names_measures: bool
    """Whether its rows are measures, so that one called "Budget" is one and no plan of another."""
    has_areas: bool
    """Whether the rows are areas."""
    has_parts: bool
    """Whether they are parts of the report's own area."""
