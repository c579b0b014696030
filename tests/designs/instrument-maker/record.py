"""The truth of the instrument maker's report."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Recorder


class Truth(Recorder):
    """What the report holds: figures on its cards are pictures, notes to the accounts are numbered."""

    def add_card(self, *labels: str) -> None:
        """A big figure, what it tells and the figure of the year before."""
        self.add_picture("other", None, labels=list(labels))

    def add_bars(self, title: str, names: list[str], points: list[list[str]]) -> None:
        """Bars in groups, one for each year."""
        series = [{"name": name, "points": [{"x": point[0], "y": float(point[1 + n])} for point in points]}
                  for n, name in enumerate(names)]  # fmt: skip
        labels = [word for point in points for word in (*point[1:], point[0])] + names
        self.add_picture("chart", title, labels=labels, series=series)

    def add_table(self, rows: list[list[tuple[str, int]]], heads: int, caption: str | None, notes: list[str]) -> None:
        """A table, and its notes as text, too, where they are sentences."""
        self.add_cells(rows, heads, caption, notes)
        for note in notes:
            self.add_paragraph(note)
