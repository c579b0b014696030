"""Make figures.json and themes.json from the marked texts in source/, and those of the texts that came later.

Of some texts only the themes are annotated.

python tests/language/truth/write_truth.py
"""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
# What was written first, and what was written when the stage had been made to read that.
SETS = {"": ["crime", "money", "services"], "later-": ["bullets", "plain"], "single-": ["sentences"],
        "makes-": ["odd", "long", "mixed", "passing", "purposes", "pairs", "papers"],
        "times-": ["times", "plainly"], "years-": ["county-years"]}  # fmt: skip
# Texts whose figures are not marked, only their themes.
THEMES = {"others-": ["others", "forms"], "whole-": ["whole"], "lines-": ["lines"],
          "manners-": ["office", "county", "middle", "asides", "brief"], "ends-": ["ends"]}  # fmt: skip
UNITS = {"money": "GBP", "percent": "%", "points": "percentage points"}
QUALIFIERS = {"about", "over", "under", "up_to", "at_least", "almost"}
ROLES = {"actual", "target", "baseline", "forecast", "change"}
KINDS = {"count", "money", "percent", "points", "rate", "ratio", "duration", "other"}
DIRECTIONS = {"up", "down"}
_MARK = re.compile(r"[⟦⟧⟨⟩]")


def read_text(marked: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The text on one line, and the spans of its figures and of its optional figures.

    >>> read_text("a grant of ⟦£2.7m⟧")
    ('a grant of £2.7m', [(11, 16)], [])
    """
    marked = " ".join(marked.split())
    text, spans, start = "", {"⟧": [], "⟩": []}, 0
    for piece in re.split(f"({_MARK.pattern})", marked):
        if piece in {"⟦", "⟨"}:
            start = len(text)
        elif piece in spans:
            spans[piece].append((start, len(text)))
        else:
            text += piece
    return text, spans["⟧"], spans["⟩"]


def read_number(said: str) -> float | int:
    return float(said) if "." in said else int(said)


def read_figure(line: str) -> dict[str, object]:
    """The fields of a line `value kind unit | qualifier role direction | measure | period | place`.

    A unit that the kind settles, an exact qualifier and what is not stated are left out.
    """
    what, how, measure, *where = (part.strip() for part in line.split("|"))
    number, kind, *unit = what.split(" ", 2)
    *qualifier, role = how.removesuffix(" up").removesuffix(" down").split()
    low, _, high = number.partition("..")
    period, place = [*where, "", ""][:2]
    return {
        "value": None if high else read_number(low),
        "low": read_number(low) if high else None,
        "high": read_number(high) if high else None,
        "kind": kind,
        "unit": unit[0].replace("-", "", unit == ["-"]) or None if unit else UNITS.get(kind),
        "qualifier": qualifier[0] if qualifier else "exact",
        "role": role,
        "direction": how.split()[-1] if how.split()[-1] in DIRECTIONS else None,
        "measure": measure,
        "period": period or None,
        "place": place or None,
    }


def read_paragraph(row: dict) -> dict[str, object]:
    text, figures, optional = read_text(row["text"])
    lines = row["figures"].strip().splitlines()
    return {
        "key": row["key"],
        "text": text,
        "figures": [
            {"text": text[start:end], "start": start, "end": end} | read_figure(line)
            for (start, end), line in zip(figures, lines, strict=True)
        ],
        "optional": [
            {"text": text[start:end], "start": start, "end": end, "why": why}
            for (start, end), why in zip(optional, row.get("optional", []), strict=True)
        ],
    }


def read_source(names: list[str]) -> Iterator[dict]:
    """The paragraphs of some files in source/, as they stand there."""
    for name in names:
        for row in load(name):
            try:
                yield row | {"truth": read_paragraph(row)}
            except ValueError as error:
                raise ValueError(f"{name}, {row['key']}: {error}") from error


def load(name: str) -> list[dict]:
    return tomllib.loads((FOLDER / "source" / f"{name}.toml").read_text(encoding="utf-8"))["paragraph"]


def build() -> dict[str, str]:
    """The files by name, as they should stand beside this script."""
    files = {}
    for prefix, names in SETS.items():
        rows = list(read_source(names))
        files[f"{prefix}figures.json"] = [row["truth"] for row in rows]
        told = [row for row in rows if "themes" in row]  # a single sentence is too short for them
        themes = [{"key": row["key"], "text": row["truth"]["text"], "themes": row["themes"]} for row in told]
        if themes:
            files[f"{prefix}themes.json"] = themes
    for prefix, names in THEMES.items():
        rows = [row for name in names for row in load(name)]
        files[f"{prefix}themes.json"] = [
            {"key": row["key"], "text": " ".join(row["text"].split()), "themes": row["themes"]} for row in rows
        ]
    return {name: json.dumps(data, ensure_ascii=False, indent=1) + "\n" for name, data in files.items()}


if __name__ == "__main__":
    for name, content in build().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
