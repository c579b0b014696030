"""How long reading takes, against PDFium's plain text of the same file in the same run.

    python benchmarks/reader.py report.pdf other.pdf

CPU time of this process, the best of several rounds that take turns, start-up not counted.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from reportparse.pdf import Document

ROUNDS = 5


def read_plain_text(path: Path) -> int:
    """Ask pypdfium2 for the text of every page; tells how many there are."""
    document = pypdfium2.PdfDocument(path)
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    count = len(document)
    document.close()
    return count


def read_pages(path: Path) -> int:
    """Read words, drawings, images, links and tags of every page; tells how many there are."""
    with Document(path) as document:
        return sum(1 for _ in document.read_pages())


def measure(read: Callable[[Path], int], path: Path) -> float:
    """CPU milliseconds a page."""
    begin = time.process_time()
    count = read(path)
    return 1000 * (time.process_time() - begin) / count


def main(paths: list[str]) -> None:
    """Print one line for each file."""
    print(f"{'file':40} {'text':>8} {'reader':>8} {'ratio':>6}   (CPU ms a page)")
    for path in map(Path, paths):
        rounds = [(measure(read_plain_text, path), measure(read_pages, path)) for _ in range(ROUNDS)]
        text, reader = (min(times) for times in zip(*rounds, strict=True))
        print(f"{path.name:40} {text:8.2f} {reader:8.2f} {reader / text:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
