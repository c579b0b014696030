"""The truth of the ports' report: its notes are numbered, bold words may open a paragraph."""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Recorder

_NUMBER = re.compile(r"\d+(?= )")


class Truth(Recorder):
    """What the report holds."""

    def plain(self, text: str) -> str:
        """The words alone, without bold."""
        return super().plain(text).replace("**", "")

    def add_heading(self, title: str, rank: int) -> None:
        """A heading, with the number that opens it."""
        number = _NUMBER.match(title)
        self.add_section(title, rank, number[0] if number else None)
