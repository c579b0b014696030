"""The truth of the report: its aims are themes, its notes to the accounts are numbered."""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Recorder

_NUMBER = re.compile(r"(Aim \d|\d+)(?:: |\. )")
_MARK = re.compile(r"\[\^\w\]")


class Truth(Recorder):
    """What the report holds."""

    def add_heading(self, title: str, rank: int) -> None:
        """A heading, with the number that opens it."""
        number = _NUMBER.match(title)
        self.add_section(title, rank, number and number[1], "theme" if title.startswith("Aim ") else "section")

    def add_rows(self, rows: list[list[tuple[str, int]]], heads: int, caption: str | None, notes: list[str]) -> None:
        """A table, the marks of its notes left out."""
        self.add_cells([[(_MARK.sub("", text), span) for text, span in row] for row in rows], heads, caption, notes)
