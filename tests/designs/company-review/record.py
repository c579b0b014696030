"""The truth of the review: its aims are themes, its notes to the accounts are numbered."""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Recorder

_NUMBER = re.compile(r"(Aim \d|\d+\.) ?")


class Truth(Recorder):
    """What the review holds."""

    def add_heading(self, title: str, rank: int) -> None:
        """A heading, with the number that opens it."""
        number = _NUMBER.match(title)
        kind = "theme" if title.startswith("Aim ") else "section"
        self.add_section(title, rank, number[1].rstrip(".") if number else None, kind)
