"""Other readers on the same files, in one run: what they cost, and how much of the truth they give back.

    nice -n 19 python benchmarks/peers.py            # makes build/peers, measures, writes docs/peers.md and .svg
    nice -n 19 python benchmarks/peers.py --show     # prints the table and writes nothing

The peers are no part of the package: they live in an environment of their own, as pinned in peers-constraints.txt.  Two
need Java, and are left out where there is none.  The files are the reports of corpora/ that have a text layer.
"""

import datetime as dt
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from peers_plot import draw

ROOT = Path(__file__).parents[1]
ENVIRONMENT = ROOT / "build" / "peers"
CONSTRAINTS = Path(__file__).with_name("peers-constraints.txt")
PAGE = ROOT / "docs" / "peers.md"
PLOT = ROOT / "docs" / "peers.svg"
TRUTH_OF_FIGURES = ROOT / "tests" / "language" / "truth" / "later-figures.json"
# Letters and digits of a paragraph that is looked for: a shorter one may stand anywhere.
MIN_LETTERS = 20
NEEDS_JAVA = {"tabula", "opendataloader"}
ROUNDS = 2  # the better one counts: other work disturbs


class Peer(NamedTuple):
    """A reader: as `peer.py` calls it, as people do, and its package."""

    key: str
    name: str
    package: str


PEERS = (
    Peer("plain_pdfium", "plain PDFium text", "pypdfium2"),
    Peer("liteparse", "liteparse", "liteparse"),
    Peer("reportparse", "reportparse", ""),
    Peer("pdfplumber", "pdfplumber", "pdfplumber"),
    Peer("markitdown", "MarkItDown", "markitdown"),
    Peer("pymupdf4llm", "PyMuPDF4LLM", "pymupdf4llm"),
    Peer("opendataloader", "OpenDataLoader", "opendataloader-pdf"),
    Peer("camelot", "Camelot (lattice)", "camelot-py"),
    Peer("tabula", "tabula-py", "tabula-py"),
)
QUANTULUM = Peer("quantulum3", "quantulum3", "quantulum3")


class Row(NamedTuple):
    """What a peer costs and gives back; shares are between 0 and 1, None where it has no notion of it."""

    peer: Peer
    start: float
    """CPU seconds until it can read."""
    page: float
    """CPU milliseconds a page."""
    memory: float
    """Megabytes, at its peak."""
    order: float | None
    tables: float | None
    headings: float | None


def fold(text: str) -> str:
    """Letters and digits alone, in lower case.

    >>> fold("Crime fell - by 4.3%")
    'crimefellby43'
    """
    return re.sub(r"[\W_]+", "", text.casefold())


def share(wanted: Iterable[object], found: Iterable[object]) -> float:
    """The share of both that is in both (F1)."""
    wanted, found = Counter(wanted), Counter(found)
    total = wanted.total() + found.total()
    return 2 * (wanted & found).total() / total if total else 1.0


def kept_order(paragraphs: Iterable[str], text: str) -> float:
    """The share of the paragraphs that stand in the text whole, and behind one another.

    >>> kept_order(["The first paragraph is this.", "And the second one is that."], "The first paragraph is this. 7")
    0.5
    """
    wanted = [fold(each) for each in paragraphs if len(fold(each)) >= MIN_LETTERS]
    folded = fold(text)
    places = [place for place in (folded.find(each) for each in wanted) if place >= 0]
    ends: list[int] = []  # of the longest rising runs, by their length
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends) / max(1, len(wanted))


def cells_of(table: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Cells as they are compared."""
    return [(row, column, fold(text)) for row, column, text in table if fold(text)]


def score(read: dict[str, dict[str, Any]]) -> tuple[float | None, float | None, float | None]:
    """Reading order, tables and headings over all files, each file counting the same."""
    shares: tuple[list[float], list[float], list[float]] = ([], [], [])
    for path, found in read.items():
        truth = json.loads(Path(path).with_name("truth.json").read_text("utf-8"))
        if found["text"] is not None:
            shares[0].append(kept_order((row["text"] for row in truth["paragraphs"]), found["text"]))
        if found["tables"] is not None:
            wanted = [
                cell
                for table in truth["tables"]
                for cell in cells_of((c["row"], c["column"], c["text"]) for row in table["rows"] for c in row)
            ]
            shares[1].append(share(wanted, (cell for table in found["tables"] for cell in cells_of(table))))
        if found["headings"] is not None:
            titles = (fold(section["title"]) for section in truth["sections"])
            shares[2].append(share(titles, map(fold, found["headings"])))
    order, tables, headings = (sum(each) / len(each) if each else None for each in shares)
    return order, tables, headings


def score_figures(found: list[list[tuple[int, int, float]]]) -> tuple[float, float]:
    """F1 of the numbers found, by place; and of those found with the right value."""
    truth = json.loads(TRUTH_OF_FIGURES.read_text("utf-8"))
    wanted = given = placed = right = 0
    for row, figures in zip(truth, found, strict=True):
        left = list(figures)
        wanted, given = wanted + len(row["figures"]), given + len(left)
        for figure in row["figures"]:
            hit = next((each for each in left if each[0] < figure["end"] and figure["start"] < each[1]), None)
            if hit is not None:
                left.remove(hit)
                value = figure["value"] if figure["value"] is not None else figure["low"]
                placed, right = placed + 1, right + (abs(hit[2] - value) <= abs(value) * 1e-3)
    return 2 * placed / (wanted + given), 2 * right / (wanted + given)


def make_environment() -> Path:
    """The Python of the peers' environment, made where it is not there or its pins have changed."""
    python, mark = ENVIRONMENT / "bin" / "python", ENVIRONMENT / "pins.txt"
    pins = CONSTRAINTS.read_text("utf-8")
    if not mark.exists() or mark.read_text("utf-8") != pins:
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
        packages = ["markitdown[pdf]" if peer.package == "markitdown" else peer.package for peer in (*PEERS, QUANTULUM)]
        install = [python, "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS, *filter(None, packages)]
        subprocess.run(install, check=True)
        mark.write_text(pins, "utf-8")
    return python


def run(peer: Peer, python: Path, *arguments: str) -> tuple[dict[str, Any], float]:
    """What `peer.py` wrote, and the peak memory of it and of what it started, in megabytes.

    Raises:
        RuntimeError: It failed.
    """
    command = [sys.executable if peer.key == "reportparse" else str(python), str(ROOT / "benchmarks" / "peer.py")]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "out.json")
        with (Path(folder, "said")).open("w+b") as said:
            paths = {**os.environ, "PYTHONPATH": str(ROOT / "src") if peer.key == "reportparse" else ""}
            started = subprocess.Popen(
                [*command, peer.key, str(target), *arguments], stderr=said, stdout=said, env=paths
            )
            _, status, usage = os.wait4(started.pid, 0)
            started.returncode = os.waitstatus_to_exitcode(status)
            if started.returncode:
                said.seek(0)
                raise RuntimeError(f"{peer.name}: {said.read().decode('utf-8', 'replace')[-2000:]}")
        return json.loads(target.read_text("utf-8")), usage.ru_maxrss / 1024


def measure(peer: Peer, python: Path, files: list[str], pages: int) -> Row:
    """The better of the rounds, and the scores of the last."""
    sys.stderr.write(f"{peer.name} ...\n")
    rounds = [run(peer, python, *files) for _ in range(ROUNDS)]
    cost = min(sum(file["cpu"] for file in done["files"].values()) for done, _ in rounds)
    start = min(done["start"] for done, _ in rounds)
    memory = min(memory for _, memory in rounds)
    return Row(peer, start, 1000 * cost / pages, memory, *score(rounds[-1][0]["files"]))


def versions(python: Path) -> dict[str, str]:
    """What is installed there."""
    done = subprocess.run(
        [python, "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"],
        capture_output=True,
        check=True,
    )
    return {each["name"].casefold(): each["version"] for each in json.loads(done.stdout)}


def _show(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def as_table(rows: Iterable[Row], installed: dict[str, str]) -> str:
    """The rows as Markdown."""
    lines = ["| reader | version | start, s | CPU a page, ms | memory, MB | reading order | tables | headings |"]
    lines += ["|---|---|---|---|---|---|---|---|"]
    for row in rows:
        version = installed.get(row.peer.package, "this one")
        shares = " | ".join(map(_show, (row.order, row.tables, row.headings)))
        lines.append(
            f"| {row.peer.name} | {version} | {row.start:.2f} | {row.page:.1f} | {row.memory:.0f} | {shares} |"
        )
    return "\n".join(lines)


def as_figures(found: dict[str, tuple[float, float, float]]) -> str:
    """The readers of numbers as Markdown."""
    lines = ["| reader of numbers | CPU for all, s | found (F1) | with the right value (F1) |", "|---|---|---|---|"]
    lines += [f"| {name} | {cost:.2f} | {place:.2f} | {right:.2f} |" for name, (cost, place, right) in found.items()]
    return "\n".join(lines)


def put(page: Path, block: str) -> None:
    """Replace what stands between the page's two marks."""
    before, _, rest = page.read_text("utf-8").partition("<!-- measured -->\n")
    after = rest.partition("<!-- /measured -->")[2]
    page.write_text(f"{before}<!-- measured -->\n{block}\n<!-- /measured -->{after}", "utf-8")


def main(arguments: list[str]) -> None:
    """Measure, and write the page."""
    python = make_environment()
    has_java = shutil.which("java") is not None
    peers = [peer for peer in PEERS if has_java or peer.key not in NEEDS_JAVA]
    files = sorted(str(path) for path in (ROOT / "corpora").glob("*/*/report.pdf") if "northumbria" not in str(path))
    count = "import pypdfium2, sys; print(sum(len(pypdfium2.PdfDocument(path)) for path in sys.argv[1:]))"
    pages = int(subprocess.run([python, "-c", count, *files], capture_output=True, check=True).stdout)
    rows = [measure(peer, python, files, pages) for peer in peers]
    installed = versions(python)
    figures = {}
    for peer in (PEERS[2], QUANTULUM):
        done, _ = run(peer, python, "--figures", str(TRUTH_OF_FIGURES))
        figures[f"{peer.name} {installed.get(peer.package, '')}".strip()] = (
            done["cpu"],
            *score_figures(done["figures"]),
        )
    today = dt.datetime.now(tz=dt.UTC).date()
    told = f"{today}, Python {platform.python_version()}, {len(files)} reports of {pages} pages in all."
    told += "" if has_java else " Without Java: tabula-py and OpenDataLoader are left out."
    block = "\n\n".join([told, as_table(rows, installed), as_figures(figures)])
    sys.stdout.write(block + "\n")
    if "--show" not in arguments:
        put(PAGE, block)
        PLOT.write_text(draw(rows), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
