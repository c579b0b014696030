"""Print precision, recall and F1 of the entities of annotated paragraphs.

PYTHONPATH=src python benchmarks/entities.py entities.json

A row of the truth is {"key", "text", "entities": [{"kind", "name"}]}.  A found entity is right where the truth has one
of its kind whose name is the same but for a letter or two; each answers one.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from reportparse.language.entities import find_entities

MIN_ALIKE = 90.0  # "Framework" against "Frameworks" in a long name; another word is another name


def score_entities(rows: Iterable[dict[str, Any]], misses: list[str] | None = None) -> dict[str, float]:
    """Precision, recall and F1 over (text, kind, name); what was missed or wrong is added to `misses`."""
    true = told = right = 0
    for row in rows:
        left = [(entity["kind"], _fold(entity["name"])) for entity in row["entities"]]
        found = [(entity.kind, _fold(entity.name)) for entity in find_entities(row["text"])]
        true, told = true + len(left), told + len(found)
        for kind, name in found:
            match = next((one for one in left if one[0] == kind and fuzz.ratio(one[1], name) >= MIN_ALIKE), None)
            if match:
                left.remove(match)
                right += 1
            elif misses is not None:
                misses.append(f"{row['key']}: wrong {kind} {name!r}")
        if misses is not None:
            misses += [f"{row['key']}: missed {kind} {name!r}" for kind, name in left]
    return {"precision": right / max(1, told), "recall": right / max(1, true), "f1": 2 * right / max(1, told + true)}


def _fold(name: str) -> str:
    return name.casefold().replace("’", "'")


if __name__ == "__main__":
    lines: list[str] = []
    scores = score_entities(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), lines)
    sys.stdout.write("".join(f"{name:10} {value:.3f}\n" for name, value in scores.items()))
    sys.stderr.write("".join(f"  - {line}\n" for line in lines))
