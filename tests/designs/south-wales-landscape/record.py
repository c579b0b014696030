"""The truth of the landscape report: Welsh stands above the English of a chapter, and beside it elsewhere."""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Recorder

_THEME = re.compile(r"Blaenoriaeth \d")


class Truth(Recorder):
    """What the report holds."""

    def add_heading(self, title: str, rank: int) -> None:
        """A heading; a priority is a theme with its number."""
        theme = _THEME.match(title)
        self.add_section(title, rank, theme[0] if theme else None, "theme" if theme else "section")
