"""Print how well figures of annotated paragraphs are read, and the milliseconds of CPU for 400 words, a page's text.

    .venv/bin/python benchmarks/language.py tests/language/truth/figures.json [--wrong]
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scoring import Row, score

from reportparse.language import figure_as_plain, find_entities, find_figures, tag
from reportparse.language.themes import find_themes

ROUNDS = 10
STAGES: dict[str, Callable[[str], object]] = {
    "figures": find_figures, "themes": find_themes, "entities": find_entities, "tag": tag,
}  # fmt: skip


def read(text: str) -> list[Row]:
    """The figures of a text as plain data."""
    return [figure_as_plain(figure) for figure in find_figures(text)]


def measure_speed(texts: list[str]) -> dict[str, float]:
    """Milliseconds of CPU for 400 words: each stage alone, and all of them as `tag` reads; the best round counts."""
    words = sum(len(text.split()) for text in texts)
    best = {name: min(measure_round(stage, texts) for _ in range(ROUNDS)) for name, stage in STAGES.items()}
    return {name: seconds * 1000 / words * 400 for name, seconds in best.items()}


def measure_round(read_one: Callable[[str], object], texts: list[str]) -> float:
    """Seconds of CPU for all texts."""
    start = time.process_time()
    for text in texts:
        read_one(text)
    return time.process_time() - start


if __name__ == "__main__":
    rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    scores, wrong = score(rows, read)
    for name, value in scores.items():
        sys.stdout.write(f"{name:10} {value:.3f}\n")
    for name, value in measure_speed([row["text"] for row in rows]).items():
        sys.stdout.write(f"{name:10} {value:.2f} ms of CPU for 400 words\n")
    if "--wrong" in sys.argv:
        sys.stdout.write("\n".join(wrong) + "\n")
