"""What the flow of a report is made of: lines, tables and pictures at their place in reading order."""

from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.layout.bullets import Bullet
from reportparse.layout.frames import Frame
from reportparse.layout.lines import Line


class Anchor(NamedTuple):
    """A table or picture (by id) that the text flows round."""

    id: str
    page: int
    box: Box
    is_named: bool = False
    """Has a caption, so that no other line names it."""


class Region(NamedTuple):
    """A column, a band between columns, or the inside of a box: where lines follow each other downwards."""

    number: int
    page: int
    box: Box
    """Round the lines that stand in it; round its tables and pictures where there are none."""
    frame: Frame | None


class FlowLine(NamedTuple):
    """A line at its place in the flow."""

    line: Line
    region: Region
    bullet: Bullet | None = None
    """Drawn before it."""
    reach: float = float("inf")
    """How far right the text may go, where it runs round something."""


class FlowAnchor(NamedTuple):
    """A table or picture at its place in the flow."""

    anchor: Anchor
    region: Region


Flow = list[FlowLine | FlowAnchor]
