"""How well figures found in texts answer those of a truth: detection, and the share of true figures with a field right.

A found figure answers a true one where their spans overlap by half (intersection over union). One that lies on an
`optional` span counts neither way. A field is right or wrong over all true figures: a missed one is wrong in each.
"""

import math
import re
from collections.abc import Callable, Iterable
from typing import Any

from rapidfuzz import fuzz

Row = dict[str, Any]

# How alike two phrases have to be, as rapidfuzz's token_set_ratio: words may be left out, not be others.
ALIKE = {"unit": 80, "place": 85, "measure": 70}
EXACT = ("kind", "qualifier", "role", "direction", "period")
WHOLE = ("value", "kind", "role", "period")  # what makes a record right


def fold(value: object) -> str:
    """Small letters and digits alone.

    >>> fold("2019–08-31 YE")
    '2019 08 31 ye'
    """
    return re.sub(r"[^a-z0-9%]+", " ", str(value or "").lower()).strip()


def is_right(field: str, true: Row, found: Row) -> bool:
    """Whether a field of a found figure says what the truth says."""
    if field == "value":
        return all(_same_number(true.get(name), found.get(name)) for name in ("value", "low", "high"))
    first, second = fold(true.get(field)), fold(found.get(field))
    if field in ALIKE and first and second:
        return first == second or fuzz.token_set_ratio(first, second) >= ALIKE[field]
    return first == second


def _same_number(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return math.isclose(float(first), float(second), rel_tol=1e-6, abs_tol=1e-9)


def score(rows: Iterable[Row], read: Callable[[str], list[Row]]) -> tuple[dict[str, float], list[str]]:
    """Scores by name, and what was wrong, a line each.

    Args:
        rows: Paragraphs with `key`, `text`, `figures` and maybe `optional`, in the form of tests/language/truth.
        read: A text to its figures as plain data.

    """
    fields = ("value", *EXACT, *ALIKE)
    right = dict.fromkeys((*fields, "record"), 0)
    true = found = hits = 0
    wrong: list[str] = []
    for row in rows:
        yours = read(row["text"])
        true += len(row["figures"])
        for figure in row["figures"]:
            answer = max(yours, key=lambda other: _overlap(figure, other), default=None)
            if answer is None or _overlap(figure, answer) < 0.5:
                wrong.append(f"{row['key']}: missed {figure['text']!r}")
                continue
            yours.remove(answer)
            hits, found = hits + 1, found + 1
            good = [field for field in fields if is_right(field, figure, answer)]
            for field in good:
                right[field] += 1
            right["record"] += set(WHOLE) <= set(good)
            wrong += [f"{row['key']}: {figure['text']!r}: {field} {answer.get(field)!r} for {figure.get(field)!r}"
                      for field in fields if field not in good]  # fmt: skip
        spare = [other for other in yours if not any(_overlap(other, span) > 0 for span in row.get("optional") or [])]
        found += len(spare)
        wrong += [f"{row['key']}: no figure: {other['text']!r}" for other in spare]
    detected = {"precision": hits / max(1, found), "recall": hits / max(1, true), "f1": 2 * hits / max(1, found + true)}
    return detected | {name: count / max(1, true) for name, count in right.items()}, wrong


def _overlap(first: Row, second: Row) -> float:
    inner = min(first["end"], second["end"]) - max(first["start"], second["start"])
    outer = max(first["end"], second["end"]) - min(first["start"], second["start"])
    return max(0, inner) / outer if outer else 0.0
