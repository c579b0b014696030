"""The truth of the brochure: headings in both languages, priorities as themes, cells with a line for each language."""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Record, Recorder


class Truth(Recorder):
    """What the brochure holds."""

    def add_heading(self, words: str, rank: int) -> None:
        """A heading, "English | Welsh"; the languages stand one below the other, at the second rank beside a stroke."""
        title = words.replace(" | ", " / " if rank == 2 else " ")
        number = re.match(r"Priority \d", title)
        self.add_section(title, rank, number[0] if number else None, "theme" if number else "section")

    def add_table(self, table: Record) -> None:
        """A table with its notes; a bar parts the two languages of a cell, ">" tells over how many columns it goes."""
        rows = [[(cell.replace("|", " "), 1) for cell in row.lstrip("=").split(";")] for row in table["rows"]]
        head = [[(cell.replace("|", " "), 1) for cell in table["head"]]]
        if "groups" in table:
            cells = [cell.partition(">") for cell in table["groups"]]
            head.insert(0, [(text, int(span or 1)) for text, _, span in cells])
        self.add_cells([*head, *rows], len(head), table["caption"], table["notes"])
        for note in table["notes"]:
            if note[0] != "*":  # only a sign ties a note to its table alone
                self.add_paragraph(note)
