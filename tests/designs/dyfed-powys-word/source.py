"""The story of the report, read from `report.txt` into blocks."""

import re
from pathlib import Path
from typing import Any

Block = dict[str, Any]

INLINE = re.compile(r"\{[^{}]*\}|\*\*.+?\*\*|\*.+?\*|\[[^\]]+\]\([^)]+\)")
ITEM = re.compile(r"(--?|\([a-h]\)|\([ivx]+\)) (.+)")
MARKERS = {"-": "•", "--": "–"}


def read_blocks(path: Path) -> list[Block]:
    """The blocks of the report, in order."""
    return [read_block(part.strip().split("\n")) for part in re.split(r"\n\s*\n", path.read_text("utf-8").strip())]


def read_block(lines: list[str]) -> Block:
    """A heading in two languages, a part that stands beside the running text, or words with their list."""
    head = lines[0]
    if head.startswith("#"):
        marks, _, words = head.partition(" ")
        return {"kind": "heading", "level": len(marks), "words": words.split(" | ")}
    if head.startswith("!table"):
        return read_table(lines)
    if head.startswith("!"):
        kind, _, words = head[1:].partition(" ")
        return {"kind": kind, "words": words.split(" | "), "texts": lines[1:]}
    numbered = re.match(r"(\d\.\d+) (.+)", head)
    number, text = numbered.groups() if numbered else (None, head)
    return {"kind": "text", "number": number, "text": text, "items": [read_item(line) for line in lines[1:]]}


def read_item(line: str) -> Block:
    """An item; two dashes or a small Roman number are items of the item before."""
    marker, text = ITEM.fullmatch(line).groups()
    level = 2 if marker == "--" or re.fullmatch(r"\([ivx]+\)", marker) else 1
    return {"marker": MARKERS.get(marker, marker), "text": text, "level": level}


def read_table(lines: list[str]) -> Block:
    """A table with its notes; "<" goes on with the cell on its left, two strokes break a cell's line."""
    _, widths, head, *look = lines[0].split()
    rows = [[cell.strip() for cell in f"{line} ".split(" |")] for line in lines[2:] if not line.startswith("note: ")]
    return {
        "kind": "table", "widths": [float(width) for width in widths.split(",")], "head": int(head[-1]),
        "look": look, "words": lines[1].split(" | "), "rows": rows,
        "notes": [line[6:] for line in lines if line.startswith("note: ")],
    }  # fmt: skip


def split_inline(text: str) -> list[tuple[str, str, str]]:
    """Running text as (kind, words, address): plain, bold, italic, link and note."""
    out, at = [], 0
    for match in INLINE.finditer(text):
        words = match[0]
        out.append(("plain", text[at : match.start()], ""))
        if words[0] == "{":
            out.append(("note", words[1:-1], ""))
        elif words[0] == "[":
            out.append(("link", *words[1:-1].split("](")))
        else:
            out.append(("bold" if words[:2] == "**" else "italic", words.strip("*"), ""))
        at = match.end()
    return [*out, ("plain", text[at:], "")]


def plain(text: str) -> str:
    """The words alone, without notes and marks."""
    return "".join(words for kind, words, _ in split_inline(text) if kind != "note")
