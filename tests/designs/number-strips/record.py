"""The truth of the brochure with strips of numbers."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Recorder, read_plain


class Truth(Recorder):
    """What the brochure holds."""

    def plain(self, text: str) -> str:
        """Without the stars of bold type, too."""
        return read_plain(text).replace("**", "")

    def add_title(self, kicker: str, title: str) -> None:
        """The title on a band, with the priority above it."""
        self.add_section(f"{kicker} {title}".strip(), 1, kicker or None, "theme" if kicker else "section")

    def add_number(self, *labels: str) -> None:
        """A big number and what it tells."""
        self.add_picture("other", None, labels=list(labels))

    def add_chart(self, title: str, names: list[str], points: list[list[object]]) -> None:
        """A chart with a value for each of its names at each of its points."""
        series = [{"name": name, "points": [{"x": point[0], "y": point[1 + n]} for point in points]}
                  for n, name in enumerate(names or [None])]  # fmt: skip
        self.add_picture("chart", title, series=series)
