"""The text of the report, read from `report.txt` into blocks."""

import re
from pathlib import Path
from typing import Any

Block = dict[str, Any]

INLINE = re.compile(r"\{note:[^{}]*\}|\*\*.+?\*\*|\[[^\]]+\]\([^)]+\)")


def read_blocks(path: Path) -> list[Block]:
    """The blocks of the report, in order."""
    return [read_block(part.strip().split("\n")) for part in re.split(r"\n\s*\n", path.read_text("utf-8").strip())]


def read_block(lines: list[str]) -> Block:
    """One block: a heading, words with their list, a table with its notes, a box or a command."""
    head = lines[0]
    if head.startswith("#"):
        marks, _, words = head.partition(" ")
        return {"kind": "heading", "level": len(marks), "text": words}
    if head.startswith("!table "):
        return read_table(lines)
    if head.startswith("!box "):
        _, look, title = head.split(" ", 2)
        return {"kind": "box", "look": look, "title": title, "texts": read_words(lines[1:])}
    if head.startswith("!"):
        kind, _, rest = head[1:].partition(" ")
        return {"kind": kind, "text": rest}
    block = read_words(lines)[0]
    numbered = block["text"].startswith("+ ")
    return {**block, "kind": "text", "numbered": numbered, "text": block["text"].removeprefix("+ ")}


def read_words(lines: list[str]) -> list[Block]:
    """Paragraphs, each with the items below it; `-` is an item, `--` an item of the item before."""
    out: list[Block] = []
    for line in lines:
        if line.startswith("-- "):
            out[-1]["items"][-1]["items"].append({"text": line[3:], "level": 2, "items": []})
        elif line.startswith("- "):
            out[-1]["items"].append({"text": line[2:], "level": 1, "items": []})
        else:
            out.append({"text": line, "items": []})
    return out


def read_table(lines: list[str]) -> Block:
    """A table; in its rows `>` continues the cell at its left, `^` the one above."""
    head, _, caption = lines[0].partition(" caption=")
    options = dict(part.split("=") for part in head.split() if "=" in part)
    notes = [line.removeprefix("!note ") for line in lines[1:] if line.startswith("!note ")]
    rows = [line for line in lines[1:] if not line.startswith("!note ")]
    grid = [[cell.strip() for cell in f"{line} ".split(" |")] for line in rows]
    assert len({len(row) for row in grid}) == 1, caption
    return {
        "kind": "table", "caption": caption, "header": int(options["header"]), "last": " last" in head, "notes": notes,
        "widths": [float(width) for width in options["widths"].split(",")],
        "rows": [
            [
                {
                    "text": text, "row": r, "column": c, "row_span": span(grid, (r, c), (1, 0), "^"),
                    "column_span": span(grid, (r, c), (0, 1), ">"),
                }
                for c, text in enumerate(row) if text not in {">", "^"}
            ]
            for r, row in enumerate(grid)
        ],
    }  # fmt: skip


def span(grid: list[list[str]], at: tuple[int, int], way: tuple[int, int], mark: str) -> int:
    """How many places the cell covers in one direction."""
    n = 1
    while at[0] + n * way[0] < len(grid) and at[1] + n * way[1] < len(grid[0]):
        if grid[at[0] + n * way[0]][at[1] + n * way[1]] != mark:
            break
        n += 1
    return n


def split_inline(text: str) -> list[tuple[str, str, str]]:
    """Running text as (kind, words, address): plain, bold, link and note."""
    out, at = [], 0
    for match in INLINE.finditer(text):
        if match.start() > at:
            out.append(("plain", text[at : match.start()], ""))
        words = match[0]
        if words.startswith("{"):
            out.append(("note", words[6:-1], ""))
        elif words.startswith("["):
            label, _, address = words[1:-1].partition("](")
            out.append(("link", label, address))
        else:
            out.append(("bold", words[2:-2], ""))
        at = match.end()
    return [*out, ("plain", text[at:], "")] if at < len(text) else out


def plain(text: str) -> str:
    """The words alone, without notes and marks."""
    return "".join(words for kind, words, _ in split_inline(text) if kind != "note")
