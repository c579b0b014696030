"""The truth of the brochure in three columns: threads run side by side, so that each record tells its page."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Record, Recorder

_NUMBER = re.compile(r"(Priority|Annex) \w+")


class Truth(Recorder):
    """What the brochure holds."""

    def add_heading(self, title: str, rank: int, page: int) -> None:
        """A heading with its number, of a priority or an annex."""
        self.page = page
        number = _NUMBER.match(title)
        kind = "theme" if number and number[1] == "Priority" else "section"
        self.add_section(title, rank, number[0] if number else None, kind)

    def add_block(self, block: Record, page: int) -> None:
        """A block of a story."""
        if block["kind"] == "heading":
            self.add_heading(block["text"], 2, page)
        elif block.get("marker"):
            self.add_item(block["text"], block["marker"])
        else:
            self.add_paragraph(block["text"])

    def add_box(self, title: str | None, texts: Sequence[str], page: int) -> None:
        """A box or a quotation."""
        self.page = page
        self.add_callout(title, texts)

    def add_drawn(self, kind: str, caption: str | None, page: int, **fields: Any) -> None:
        """A photo or a chart."""
        self.page = page
        self.add_picture(kind, caption, **fields)

    def add_table(self, table: Record, page: int) -> None:
        """A table with its own note, which is none of the page."""
        self.page = page
        rows = [[(text, 1) for text in row] for row in (table["head"], *table["rows"])]
        self.add_cells(rows, 1, table["title"], [f"* {table['note']}"] if "note" in table else [])

    def add_note(self, marker: str, text: str, page: int) -> None:
        """A note at the foot of a column."""
        self.page = page
        self.add_footnote(marker, text)
