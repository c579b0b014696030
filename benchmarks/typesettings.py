"""Typeset the reports of corpora/ in every design there is and print what the parser finds in each.

    python benchmarks/typesettings.py OUT [REPORT...]

OUT takes the PDFs and truths; a REPORT is "kent/2022-23".  Needs LibreOffice and Chromium: see corpora/README.md.
A report that was written for one design shows in another what the parser only learned by heart.
"""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "corpora"), str(ROOT / "tests" / "corpora")]

from score import score  # noqa: E402
from typesetting import browser, office, typesetter  # noqa: E402
from typesetting.source import read_report  # noqa: E402
from typesetting.truth import make_truth, read_pages  # noqa: E402

import reportparse  # noqa: E402

PRODUCERS = {"typst": typesetter, "browser": browser, "office": office}
# What a word processor's paper has no drawing for.
DRAWN = {"strip", "chart"}


def main(out: Path, names: list[str]) -> None:
    """Typeset, parse and score."""
    folders = sorted(path.parent for path in (ROOT / "corpora").glob("*/*/report.md"))
    for folder in folders:
        name = str(folder.relative_to(ROOT / "corpora"))
        if names and name not in names:
            continue
        for producer, module in PRODUCERS.items():
            for design in module.DESIGNS:
                report = {
                    "tagged": False,
                    "contents": True,
                    **read_report(folder),
                    "producer": producer,
                    "design": design,
                }
                if producer == "office":
                    report["block"] = [block for block in report["block"] if block["kind"] not in DRAWN]
                scores = measure(report, module.typeset(report), out / f"{name.replace('/', '-')}-{producer}-{design}")
                print(f"{name:24} {producer:8} {design:9}", *(f"{key} {value:.2f}" for key, value in scores.items()))


def measure(report: dict[str, Any], data: bytes, path: Path) -> dict[str, float]:
    """The scores of a PDF, which stays at `path`, and their mean."""
    truth = make_truth(report, read_pages(data))
    path.with_suffix(".pdf").write_bytes(data)
    path.with_suffix(".truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
    scores = score(truth, reportparse.parse(data))
    return {"mean": sum(scores.values()) / len(scores), **scores}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    main(folder, sys.argv[2:])
