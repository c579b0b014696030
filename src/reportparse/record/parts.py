"""What the stages took from the pages, in their order."""

from collections.abc import Sequence
from typing import NamedTuple

from reportparse.layout import Flow, Furniture
from reportparse.pdf import Page
from reportparse.pictures import Picture
from reportparse.structure import Structure
from reportparse.tables import Table


class Parts(NamedTuple):
    """The pages, and where all that stands on them went."""

    pages: Sequence[Page]
    furniture: list[Furniture]
    pictures: list[Picture]
    tables: list[Table]
    flow: Flow
    """What the stages before the structure left, in reading order."""
    structure: Structure
