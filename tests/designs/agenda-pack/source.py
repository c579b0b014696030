"""Reads `report.txt`: the blocks of the paper, with the numbers that their place gives them."""

import re
from pathlib import Path
from typing import Any

Block = dict[str, Any]
HEADINGS = {"=": ("section", 1), "==": ("theme", 2), "===": ("section", 3), "=!": ("front", 1), "=A": ("appendix", 1)}


def read_blocks(path: Path) -> tuple[list[Block], dict[str, str]]:
    """The blocks in order, and the notes by their marks."""
    text, notes = path.read_text(encoding="utf-8").split("!notes\n")
    blocks: list[Block] = []
    chapter = paragraph = 0
    for line in text.splitlines():
        first, _, rest = line.partition(" ")
        if first == "#" or not line.strip():
            continue
        if first in HEADINGS:
            kind, level = HEADINGS[first]
            number = None
            if first == "=":
                chapter, paragraph = chapter + 1, 0
                number = str(chapter)
            blocks.append({"kind": "heading", "of": kind, "level": level, "number": number, "lines": rest.split(" | ")})
        elif first == "+":
            paragraph += 1
            blocks.append({"kind": "text", "number": f"{chapter}.{paragraph}", "text": rest, "items": []})
        elif re.fullmatch(r"\+\w+", first):
            blocks.append({"kind": "text", "number": first[1:], "text": rest, "items": []})
        elif re.fullmatch(r"\([a-z]\)", first):
            item = {"marker": first, "text": rest, "items": []}
            (blocks[-1]["items"][-1] if first == "(i)" else blocks[-1])["items"].append(item)
        elif re.fullmatch(r"\(i+\)", first):
            blocks[-1]["items"][-1]["items"].append({"marker": first, "text": rest, "items": []})
        elif first == "!continued":
            table = blocks[-1]
            head = table["rows"][: table["head"]]
            blocks.append({**table, "rows": list(head), "caption": rest, "continued": True})
        elif line.startswith("!"):
            blocks.append(read_mark(line))
        elif blocks and blocks[-1]["kind"] == "table":
            blocks[-1]["rows"].append([cell.strip() for cell in re.split(r" \|(?= |$)", line)])
        else:
            blocks.append({"kind": "text", "number": None, "text": line, "items": []})
    return blocks, dict(line.split(". ", 1) for line in notes.splitlines() if line)


def read_mark(line: str) -> Block:
    """A line that begins with "!"."""
    kind, _, rest = line[1:].partition(" ")
    if kind == "table":
        look, widths, head, caption = rest.split(" ", 3)
        sizes = [float(width) for width in widths.removeprefix("widths=").split(",")]
        fields = {"look": look, "widths": sizes, "head": int(head[-1]), "caption": caption}
        return {"kind": "table", "rows": [], "continued": False, **fields}
    if kind == "field":
        label, value = rest.split(" | ")
        return {"kind": "field", "label": label, "value": value}
    return {"kind": kind, "text": rest}

