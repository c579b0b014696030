"""The truth of the report: its priorities are themes, its notes to the accounts are numbered."""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Record, Recorder

_NUMBER = re.compile(r"(Priority \d(?=: )|\d+(?= ))")
_NOTE = re.compile(r"[\d*] ")
_MARK = re.compile(r"\[\^\w\]")


class Truth(Recorder):
    """What the report holds."""

    def plain(self, text: str) -> str:
        """Words without links and bold."""
        return super().plain(text).replace("**", "")

    def add_heading(self, title: str, rank: int) -> None:
        """A heading, with the number that opens it."""
        number = _NUMBER.match(title)
        self.add_section(title, rank, number and number[1], "theme" if title.startswith("Priority ") else "section")

    def add_rows(self, rows: list[list[tuple[str, int]]], heads: int, table: Record) -> None:
        """A table, the marks of its notes left out."""
        cells = [[(_MARK.sub("", text), span) for text, span in row] for row in rows]
        self.add_cells(cells, heads, table.get("caption"), table.get("notes", []))
        for note in table.get("notes", []):
            if not _NOTE.match(note):  # what no mark calls for is told as text as well
                self.add_paragraph(note)
