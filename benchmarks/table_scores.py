"""All figures for tables: the European half of the ICDAR 2013 competition, the sample reports, CPU a page.

    python benchmarks/table_scores.py ../shared
    python benchmarks/table_scores.py ../shared --json

The scorers beside the project need poppler for detection; where it is absent, PDFium's words take its place.
"""

import argparse
import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from tables import export, leave_pictures

import reportparse
from reportparse.pdf import Document
from reportparse.tables import take_tables

REPORTS = ("a-word", "b-glossy")
FIGURES = ("tables", "header_rows", "captions")


def load(path: Path) -> ModuleType:
    """A scorer of the samples, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_words(pdf: Path) -> tuple[list[tuple[int, float, float, int]], dict[int, float]]:
    """(page, x, y, characters) of the middles of all words, and the height of each page, y downwards."""
    words, heights = [], {}
    with Document(pdf) as document:
        for page in document.read_pages(None):
            heights[page.number] = page.height
            words += [(page.number, *word.box.middle, len(word.text)) for word in page.words]
    return words, heights


def score_competition(shared: Path) -> dict[str, float]:
    """Complete process and detection, macro F1, and milliseconds of CPU a page for tables alone."""
    scorer = load(shared / "tools" / "score_tables.py")
    scorer.read_words = read_words
    truth, spent, count = shared / "icdar2013" / "eu", 0.0, 0
    documents = {}
    for pdf in sorted(truth.glob("*.pdf")):
        with Document(pdf) as document:
            pages = leave_pictures(list(document.read_pages(None)))
        begin = time.process_time()
        tables, _ = take_tables(pages)
        spent, count = spent + time.process_time() - begin, count + len(pages)
        parts = {"tables": [part for table in tables for part in export(table)]}
        documents[pdf.stem] = _score(scorer, pdf, parts)
    summary = scorer.summarise(documents)
    return {
        "complete": summary["complete"]["macro"]["f1"],
        "detection": summary["detection"]["macro"]["f1"],
        "ms_per_page": spent / max(count, 1) * 1000,
    }


def _score(scorer: ModuleType, pdf: Path, parts: dict[str, Any]) -> dict[str, Any]:
    class Prediction:
        @staticmethod
        def read_text() -> str:
            return json.dumps(parts)

    result: dict[str, Any] = scorer.score_document(pdf, Prediction())
    return result


def score_report(shared: Path, name: str) -> dict[str, float]:
    """The scorer's figures on tables for one typesetting of the sample report."""
    scorer = load(shared / "tools" / "score_structure.py")
    folder = shared / "reports" / "west-midlands-2020-21"
    found = json.loads(reportparse.parse(folder / f"{name}.pdf").model_dump_json())
    figures, _ = scorer.score(json.loads((folder / f"{name}.truth.json").read_text("utf-8")), found)
    return {figure: figures[figure] for figure in FIGURES}


def main() -> None:
    """Print a line for each set of tables, or all as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    scores = {"competition": score_competition(arguments.shared)}
    scores |= {name: score_report(arguments.shared, name) for name in REPORTS}
    if arguments.json:
        json.dump(scores, sys.stdout)
        return
    for name, figures in scores.items():
        print(f"{name:12}", "  ".join(f"{figure} {value:.3f}" for figure, value in figures.items()))


if __name__ == "__main__":
    main()
