"""Typeset the reports of this folder from their sources, and write the truth of each beside its PDF.

    python corpora/build.py [FOLDER...]

A source is `report.toml` with `report.md`; `report.pdf` and `truth.json` are made from it.  Needs the development
extra, and LibreOffice and Chromium for the reports that they typeset (on Debian: apt install libreoffice-writer-nogui
chromium fonts-lato fonts-open-sans fonts-crosextra-carlito fonts-liberation).
"""

import json
import shutil
import sys
from pathlib import Path

from typesetting import browser, office, scanner, typesetter
from typesetting.clock import settle
from typesetting.source import read_report
from typesetting.truth import make_truth, read_pages

HERE = Path(__file__).parent
PRODUCERS = {"typst": typesetter.typeset, "browser": browser.typeset, "office": office.typeset}
PROGRAMS = {"browser": "chromium", "office": "soffice"}


def build(folder: Path) -> None:
    """Make the PDF and truth of one report."""
    report = read_report(folder)
    data = settle(PRODUCERS[report.get("producer", "typst")](report))
    truth = make_truth(report, read_pages(data))
    (folder / "report.pdf").write_bytes(settle(scanner.scan(data)) if report.get("scanned") else data)
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main(names: list[str]) -> None:
    """Build the reports in the folders named, or all of them."""
    for folder in [Path(name) for name in names] or sorted(path.parent for path in HERE.glob("*/*/report.toml")):
        program = PROGRAMS.get(read_report(folder).get("producer", "typst"))
        if program and not shutil.which(program):
            sys.exit(f"{folder}: {program} is not installed; see the head of {Path(__file__).name}")
        build(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
