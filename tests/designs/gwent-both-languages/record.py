"""The truth of the report in two languages: headings of both, priorities as themes."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Record, Recorder, read_plain


class Truth(Recorder):
    """What the report holds."""

    def __init__(self, furniture: Sequence[str]) -> None:
        super().__init__(furniture, page=0)
        self.marked: dict[str, int] = {}

    def plain(self, text: str) -> str:
        """Without the stars of emphasis, too."""
        return re.sub(r"\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*", lambda found: found[1] or found[2], read_plain(text))

    def add_heading(self, words: str, rank: int) -> None:
        """A heading told in both languages, "English | Welsh"; the bar is printed only at the third rank."""
        title = words if rank == 3 else words.replace(" | ", " ")
        number = re.match(r"Priority \d", title)
        self.add_section(title, rank, number[0] if number else None, "theme" if number else "section")

    def add_paragraph(self, text: str) -> None:
        """A paragraph, whose page is that of the notes that it marks."""
        self.marked |= dict.fromkeys(re.findall(r"\[\^(\d)\]", text), self.page)
        super().add_paragraph(text)

    def add_table(self, table: Record) -> None:
        """A table with its notes; "<" goes on with the cell on its left, a bar parts a cell's two languages."""
        rows: list[list[tuple[str, int]]] = []
        for row in [*table["head"], *table["rows"]]:
            cells: list[tuple[str, int]] = []
            for text in row:
                if text == "<":
                    words, span = cells.pop()
                    cells.append((words, span + 1))
                else:
                    cells.append((self.plain(text).replace("|", " "), 1))
            rows.append(cells)
        notes: list[str] = table.get("notes", [])
        self.add_cells(rows, len(table["head"]), table["caption"], notes)
        for note in notes:
            if note[0] != "*":  # sources and explanations are paragraphs below their table
                self.add_paragraph(note)

    def add_footnote(self, marker: str, text: str) -> None:
        """A note at the foot of the page that its mark stands on."""
        self.page = self.marked[marker]
        super().add_footnote(marker, text)
