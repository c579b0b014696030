"""Print how well figures of annotated paragraphs are read, and the milliseconds of CPU for 400 words, a page's text.

    .venv/bin/python benchmarks/language.py tests/language/truth/figures.json [--wrong]
"""

import json
import sys
import time
from pathlib import Path

from scoring import Row, score

from reportparse.language import figure_as_plain, find_figures, tag

ROUNDS = 5


def read(text: str) -> list[Row]:
    """The figures of a text as plain data."""
    return [figure_as_plain(figure) for figure in find_figures(text)]


def measure_speed(texts: list[str]) -> dict[str, float]:
    """Milliseconds of CPU for 400 words: the figures alone, and all that `tag` reads."""
    words = sum(len(text.split()) for text in texts)
    spent = {}
    for name, function in (("figures", find_figures), ("tag", tag)):
        function(texts[0])
        start = time.process_time()
        for _ in range(ROUNDS):
            for text in texts:
                function(text)
        spent[name] = (time.process_time() - start) / ROUNDS * 1000 / words * 400
    return spent


if __name__ == "__main__":
    rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    scores, wrong = score(rows, read)
    for name, value in scores.items():
        sys.stdout.write(f"{name:10} {value:.3f}\n")
    for name, value in measure_speed([row["text"] for row in rows]).items():
        sys.stdout.write(f"{name:10} {value:.2f} ms of CPU for 400 words\n")
    if "--wrong" in sys.argv:
        sys.stdout.write("\n".join(wrong) + "\n")
