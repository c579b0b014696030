"""How long a whole parse takes and how much memory it needs, against PDFium's plain text of the same file.

    python benchmarks/parse.py report.pdf other.pdf

CPU time of this process, the best of several rounds that take turns, start-up not counted.  Peak memory is that of a
process of its own that parses the file once.
"""

import subprocess
import sys
from pathlib import Path

from reader import ROUNDS, measure, read_plain_text

import reportparse

PEAK = """
import resource, sys, reportparse
reportparse.parse(sys.argv[1])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def parse(path: Path) -> int:
    """Parse the file; tells how many pages it has."""
    return reportparse.parse(path).source.page_count


def measure_peak(path: Path) -> float:
    """Most memory resident at a time while the file is parsed, in MB."""
    command = [sys.executable, "-c", PEAK, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own script
    return int(done.stdout) / 1000


def main(paths: list[str]) -> None:
    """Print one line for each file."""
    print(f"{'file':40} {'text':>8} {'parse':>8} {'ratio':>6} {'peak MB':>8}   (CPU ms a page)")
    for path in map(Path, paths):
        parse(path)  # loads what is loaded once
        rounds = [(measure(read_plain_text, path), measure(parse, path)) for _ in range(ROUNDS)]
        text, whole = (min(times) for times in zip(*rounds, strict=True))
        print(f"{path.name:40} {text:8.2f} {whole:8.2f} {whole / text:6.2f} {measure_peak(path):8.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
