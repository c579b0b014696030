"""How long the pictures of a page take, against PDFium's plain text of the same file in the same run.

    python benchmarks/pictures.py report.pdf other.pdf

CPU time of this process, the best of several rounds; the pages are read before, and nothing is kept between rounds.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from reader import measure, read_plain_text

from reportparse.pdf import Document, Page
from reportparse.pictures import take_pictures
from reportparse.pictures.labels import read_amount

ROUNDS = 9


def measure_pictures(pages: Sequence[Page]) -> float:
    """CPU milliseconds a page; numbers among labels are read anew."""
    read_amount.cache_clear()
    begin = time.process_time()
    take_pictures(pages)
    return 1000 * (time.process_time() - begin) / max(1, len(pages))


def main(paths: list[str]) -> None:
    """Print one line for each file: its pages with a chart that is drawn, and all others."""
    print(f"{'file':40} {'text':>8} {'charts':>8} {'others':>8}   (CPU ms a page)  pages with a chart")
    for path in map(Path, paths):
        with Document(path) as document:
            pages = list(document.read_pages())
        found = {picture.page for picture in take_pictures(pages)[0] if picture.kind == "chart" and picture.words}
        parts = [[page for page in pages if (page.number in found) == is_chart] for is_chart in (True, False)]
        rounds = [(measure(read_plain_text, path), *map(measure_pictures, parts)) for _ in range(ROUNDS)]
        text, charts, others = (min(times) for times in zip(*rounds, strict=True))
        print(f"{path.name:40} {text:8.2f} {charts:8.2f} {others:8.2f} {len(found):>36}")


if __name__ == "__main__":
    main(sys.argv[1:])
