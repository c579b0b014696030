"""The text of the paper, read from `report.txt` into blocks."""

import re
from pathlib import Path
from typing import Any

Block = dict[str, Any]

NOTE = re.compile(r"\{note:((?:[^{}]|\{[^{}]*\})*)\}")
LINK = re.compile(r"\{link:([^{}]*)\}")
ITEM = re.compile(r"^(?:([ivx]+\.)|(\([a-z]\))) ")
NUMBER = re.compile(r"^((?:\d|[A-Z])+\.\d+) ")


def read_blocks(path: Path) -> list[Block]:
    """The blocks of the paper, in order."""
    text = path.read_text("utf-8")
    boxes: list[str] = re.findall(r"(?ms)^:::box .*?^:::$", text)
    for n, box in enumerate(boxes):
        text = text.replace(box, f"!box {n}")
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = part.strip().split("\n")
        if lines[0].startswith("!box "):
            title, *texts = boxes[int(lines[0][5:])].split("\n")[:-1]
            blocks.append({"kind": "box", "title": title.removeprefix(":::box "), "texts": texts})
        elif lines[0].startswith("!table "):
            blocks.append(read_table(lines))
        elif lines[0].startswith("!"):
            name, _, rest = lines[0][1:].partition(" ")
            blocks.append({"kind": name, "text": rest})
        elif lines[0].startswith("#"):
            marks, _, words = lines[0].partition(" ")
            blocks.append({"kind": "heading", "level": len(marks), "text": words})
        elif ITEM.match(lines[0]):
            blocks[-1]["items"] = read_items(lines)
        else:
            match = NUMBER.match(lines[0])
            number = match[1] if match else None
            blocks.append({"kind": "text", "number": number, "text": NUMBER.sub("", lines[0]), "items": []})
    return blocks


def read_items(lines: list[str]) -> list[Block]:
    """Sub-points i. with (a) below them, or (a) alone."""
    items: list[Block] = []
    for line in lines:
        match = ITEM.match(line)
        assert match, line
        deep = bool(match[2] and items and items[-1]["marker"].endswith("."))
        item = {"marker": match[1] or match[2], "text": line[match.end() :], "level": 1 + deep, "items": []}
        (items[-1]["items"] if deep else items).append(item)
    return items


def read_table(lines: list[str]) -> Block:
    """A table; in its rows `>` continues the cell at its left, `^` the one above."""
    head, _, caption = lines[0].partition(" caption=")
    _, look, *rest = head.split()
    options = dict(part.split("=") for part in rest)
    grid = [[cell.strip() for cell in re.split(r"\s\|\s?|^\|\s", " " + line + " ")] for line in lines[1:]]
    cells = [
        {
            "text": text, "row": r, "column": c, "row_span": span(grid, r, c, 1, 0, "^"),
            "column_span": span(grid, r, c, 0, 1, ">"),
        }
        for r, row in enumerate(grid) for c, text in enumerate(row) if text not in {">", "^"}
    ]  # fmt: skip
    return {
        "kind": "table", "look": look, "caption": caption or None, "header": int(options["header"]),
        "widths": [float(w) for w in options["widths"].split(",")],
        "rows": [[cell for cell in cells if cell["row"] == r] for r in range(len(grid))],
    }  # fmt: skip


def span(grid: list[list[str]], row: int, column: int, down: int, right: int, mark: str) -> int:
    """How many places the cell covers in one direction."""
    n = 1
    while row + n * down < len(grid) and column + n * right < len(grid[0]):
        if grid[row + n * down][column + n * right] != mark:
            break
        n += 1
    return n


def plain(text: str) -> str:
    """The words alone, without notes and marks."""
    return LINK.sub(r"\1", NOTE.sub("", text)).replace("**", "")
