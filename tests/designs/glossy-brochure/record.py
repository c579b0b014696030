"""The truth of the brochure: what has a number is a theme."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Record, Recorder


class Truth(Recorder):
    """What the brochure holds."""

    def add_heading(self, title: str, rank: int, number: str | None = None) -> None:
        """A heading behind its number, if it has one."""
        self.add_section(f"{number} {title}" if number else title, rank, number, "theme" if number else "section")

    def add_table(self, table: Record) -> None:
        """A table; a row of one cell runs over all columns.  Notes that no sign opens are paragraphs, too."""
        wide, rows = len(table["head"]), [table["head"], *table["rows"]]
        self.add_cells([[(text, wide if len(row) == 1 else 1) for text in row] for row in rows], 1, table["title"],
                       table["notes"])  # fmt: skip
        for note in table["notes"]:
            if note[0].isalpha():
                self.add_paragraph(note)
