"""A report's source: `report.toml` says what it is, `report.md` what stands in it, as blocks in reading order.

    # Heading, ## heading below it
    A paragraph with a note[^1], an address https://example.org and **lead words:** in bold. {1, 3}
    - an item of its list; (a) an item with a letter
    2.4 A numbered paragraph; 12. and iv. are numbers too
    > A paragraph set apart
    !box Title of a callout
    A paragraph inside it
    !end
    Table: a caption, or no such line
    | Header | 2022/23 |
    |---|---|
    | a cell joined to its left one holds | < |
    !strip 4,203 = police officers; 390 = Senior Cadets
    !chart Title; 2021, 2022; Crimes 10 20; Incidents 5 6
    !page 2
    [^1]: The words of the note.

`{1, 3}` at the end of a block names the published sources of its numbers, `{made up}` says that they have none, and
`{1, made up}` that some have none;
`!page 2` begins a page, of two columns where the design has columns.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Block = dict[str, Any]

NOTE = re.compile(r"\[\^(\d+)\]")
URL = re.compile(r"https?://[^\s;,)]+")
_RUN = re.compile(rf"\*\*(?P<bold>[^*]+)\*\*|{NOTE.pattern}|(?P<link>{URL.pattern})")
_NUMBER = re.compile(r"(\d+\.\d+\.?|\d+\.|[ivx]+\.) ")
_LETTER = re.compile(r"\(?([a-h])\) ")
_SOURCES = re.compile(r" ?\{((?:made up|\d+)(?:, (?:made up|\d+))*)\}$")
_NOTE_TEXT = re.compile(r"\[\^(\d+)\]: (.*)")
_CAPTION = re.compile(r"(?m)^(Table: .*)\n\s*\n")
_RULE = re.compile(r"\|[-|]+\|$")


class Run(NamedTuple):
    """A piece of running text: `kind` is "text", "bold", "note" (its mark) or "link" (its address)."""

    kind: str
    text: str


def read_runs(text: str) -> Iterator[Run]:
    """The pieces of running text.

    >>> list(read_runs("**New:** see[^1]"))
    [Run(kind='bold', text='New:'), Run(kind='text', text=' see'), Run(kind='note', text='1')]
    """
    last = 0
    for match in _RUN.finditer(text):
        if match.start() > last:
            yield Run("text", text[last : match.start()])
        kind = "bold" if match["bold"] else "link" if match["link"] else "note"
        yield Run(kind, match["bold"] or match["link"] or match[2])
        last = match.end()
    if last < len(text):
        yield Run("text", text[last:])


def plain(text: str) -> str:
    """The words as a reader reads them, without marks of notes."""
    return "".join(run.text for run in read_runs(text) if run.kind != "note")


def read_report(folder: Path) -> dict[str, Any]:
    """The fields of `report.toml`, with the blocks and notes of `report.md` where that stands beside it."""
    report = tomllib.loads((folder / "report.toml").read_text("utf-8"))
    body = folder / "report.md"
    if body.exists():
        text = body.read_text("utf-8")
        report["notes"] = dict(_NOTE_TEXT.findall(text))
        report["block"] = list(read_blocks(_NOTE_TEXT.sub("", text)))
    numbered = 0
    for block in report["block"]:
        if block["kind"] == "callout":
            block.setdefault("texts", [block.get("text")])
        if block["kind"] == "numbered":
            numbered += 1
            block.setdefault("number", str(numbered))
            block.setdefault("printed", f"{numbered}.")
    return report


def read_blocks(text: str) -> Iterator[Block]:
    """The blocks of a body, in order."""
    box: Block | None = None
    last: Block = {}
    for chunk in re.split(r"\n\s*\n", _CAPTION.sub(r"\1\n", text.strip())):
        block = read_chunk(chunk.strip().splitlines())
        if block["kind"] == "callout" and "texts" not in block:
            box = {**block, "texts": []}
        elif block["kind"] == "end" and box:
            yield last
            last, box = box, None
        elif box is not None:
            box["texts"].append(block["text"])
            box |= {name: block[name] for name in ("sources",) if name in block}
        elif block.get("text") == "" and last:
            if last["kind"] not in ("text", "numbered") or {"items", "letters"} & {*last}:
                message = f"a list needs a paragraph of its own before it: {chunk.strip()[:60]!r}"
                raise ValueError(message)
            last |= {name: block[name] for name in ("items", "letters", "sources") if name in block}
        else:
            if last:
                yield last
            last = block
    yield last


def read_chunk(lines: list[str]) -> Block:
    """The block that stands in some lines without an empty one between."""
    sources = _SOURCES.search(lines[-1])
    lines[-1] = _SOURCES.sub("", lines[-1])
    block = _read_lines(lines)
    if sources:
        block["sources"] = [int(name) if name.isdigit() else name for name in sources[1].split(", ")]
    return block


def _read_lines(lines: list[str]) -> Block:
    first = lines[0]
    if first.startswith("#"):
        level = len(first) - len(first.lstrip("#"))
        return {"kind": "heading", "level": level, "text": first.lstrip("# ")}
    if first.startswith("!"):
        return _read_command(*first[1:].partition(" ")[::2])
    if first.startswith(("|", "Table: ")):
        return _read_table(lines)
    if first.startswith("> "):
        return {"kind": "quote", "text": " ".join(line.removeprefix("> ") for line in lines)}
    return _read_paragraph(lines)


def _read_command(name: str, rest: str) -> Block:
    if name == "page":
        return {"kind": "page", "columns": int(rest or 1)}
    if name == "box":
        return {"kind": "callout", "title": rest}
    if name == "strip":
        return {"kind": "strip", "pairs": [tuple(pair.strip().split(" = ")) for pair in rest.split(";")]}
    if name == "chart":
        title, labels, *series = (part.strip() for part in rest.split(";"))
        return {
            "kind": "chart", "title": title, "labels": [label.strip() for label in labels.split(",")],
            "series": [_read_series(row) for row in series],
        }  # fmt: skip
    return {"kind": "end"}


def _read_series(row: str) -> dict[str, Any]:
    words = row.split()
    first = next(at for at, word in enumerate(words) if re.fullmatch(r"-?[\d.]+", word))
    return {
        "name": " ".join(words[:first]),
        "values": [float(word) if "." in word else int(word) for word in words[first:]],
    }


def _read_table(lines: list[str]) -> Block:
    block: Block = {"kind": "table", "spans": [], "rows": []}
    if lines[0].startswith("Table: "):
        block["caption"] = lines.pop(0).removeprefix("Table: ")
    for line in lines:
        if _RULE.match(line):
            block["header_rows"] = len(block["rows"])
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        for at, cell in enumerate(cells):
            if cell != "<" and at + 1 < len(cells) and cells[at + 1] == "<":
                width = next((k for k, other in enumerate(cells[at + 1 :], 1) if other != "<"), len(cells) - at)
                block["spans"].append([len(block["rows"]), at, width])
        block["rows"].append(["" if cell == "<" else cell for cell in cells])
    return block


def _read_paragraph(lines: list[str]) -> Block:
    block: Block = {"kind": "text", "text": ""}
    number = _NUMBER.match(lines[0])
    if number:
        block |= {"kind": "numbered", "number": number[1].removesuffix(".") if number[1][0].isdigit() else number[1]}
        block["printed"] = number[1]
        lines = [lines[0][number.end() :], *lines[1:]]
    for line in lines:
        if line.startswith("- "):
            block.setdefault("items", []).append(line[2:])
        elif _LETTER.match(line):
            block.setdefault("letters", []).append(_LETTER.sub("", line, count=1))
        elif "items" in block or "letters" in block:
            block["items" if "items" in block else "letters"][-1] += " " + line
        else:
            block["text"] = f"{block['text']} {line}".strip()
    return block


def read_cells(block: Block) -> list[list[tuple[int, str, int]]]:
    """The cells of a table by rows, each with its column, its text and how many columns it spans; a joined one once."""
    spans = {(row, column): width for row, column, width in block.get("spans", [])}
    covered = {(r, c + k) for (r, c), width in spans.items() for k in range(1, width)}
    return [
        [(c, text, spans.get((r, c), 1)) for c, text in enumerate(row) if (r, c) not in covered]
        for r, row in enumerate(block["rows"])
    ]
