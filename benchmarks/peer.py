"""Read files with one other reader, in a process of its own: `peers.py` runs it in the peers' environment.

    python benchmarks/peer.py NAME OUT.json FILE.pdf ...           text, tables and headings, and the CPU that each took
    python benchmarks/peer.py NAME OUT.json --figures TRUTH.json   the numbers that it finds in texts

A table is a list of (row, column, text) from 0; what a reader has no notion of is null.
"""

import contextlib
import html
import json
import re
import resource
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Table = list[tuple[int, int, str]]
Read = dict[str, Any]

_MARKUP = re.compile(r"\*\*|__|~~|<br>|</?u>|`|^#+ |^> ", re.MULTILINE)


def cpu() -> float:
    """Seconds of this process and of those that it has started and that have ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def grid(rows: Iterable[Iterable[Any]]) -> Table:
    """Rows of text as cells; what is empty is no cell."""
    cells = (
        (row, column, str(text or "").strip()) for row, line in enumerate(rows) for column, text in enumerate(line)
    )
    return [cell for cell in cells if cell[2]]


def of_markdown(text: str) -> Read:
    """What Markdown says: its text, its tables of pipes, its headings."""
    headings = [_MARKUP.sub("", line).strip() for line in re.findall(r"^#+ .+$", text, re.MULTILINE)]
    blocks = re.findall(r"(?:^\|.*\|[ \t]*\n)+", text + "\n", re.MULTILINE)
    tables = []
    for block in blocks:
        lines = [line.strip().strip("|").split("|") for line in block.splitlines()]
        kept = [line for line in lines if not all(re.fullmatch(r"\s*:?-+:?\s*", cell) for cell in line)]
        tables.append(grid([[html.unescape(_MARKUP.sub(" ", cell)) for cell in line] for line in kept]))
    return {"text": _MARKUP.sub("", html.unescape(text)), "tables": tables, "headings": headings}


def plain_pdfium() -> Callable[[str], Read]:
    import pypdfium2

    def read(path: str) -> Read:
        document = pypdfium2.PdfDocument(path)
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        return {"text": text, "tables": None, "headings": None}

    return read


def pdfplumber() -> Callable[[str], Read]:
    import pdfplumber as library

    def read(path: str) -> Read:
        with library.open(path) as document:
            texts = [page.extract_text() for page in document.pages]
            tables = [grid(table) for page in document.pages for table in page.extract_tables()]
        return {"text": "\n".join(texts), "tables": tables, "headings": None}

    return read


def pymupdf4llm() -> Callable[[str], Read]:
    import pymupdf4llm as library

    return lambda path: of_markdown(library.to_markdown(path))


def markitdown() -> Callable[[str], Read]:
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda path: of_markdown(converter.convert(path).text_content)


def liteparse() -> Callable[[str], Read]:
    from liteparse import LiteParse

    parser = LiteParse(ocr_enabled=False)
    return lambda path: {"text": parser.parse(path).text, "tables": None, "headings": None}


def camelot() -> Callable[[str], Read]:
    import camelot as library

    def read(path: str) -> Read:
        tables = [grid(table.df.to_numpy().tolist()) for table in library.read_pdf(path, pages="all")]
        return {"text": None, "tables": tables, "headings": None}

    return read


def tabula() -> Callable[[str], Read]:
    import tabula as library

    def read(path: str) -> Read:
        found = library.read_pdf(path, pages="all", silent=True, output_format="json")
        tables = [grid([cell["text"] for cell in row] for row in table["data"]) for table in found]
        return {"text": None, "tables": tables, "headings": None}

    return read


def opendataloader() -> Callable[[str], Read]:
    import opendataloader_pdf as library

    def read(path: str) -> Read:
        with tempfile.TemporaryDirectory() as folder:
            library.convert(input_path=[path], output_dir=folder, format="json,markdown", quiet=True)
            (written,) = Path(folder).glob("*.json")
            parts = list(_parts(json.loads(written.read_text("utf-8"))))
            text = of_markdown(written.with_suffix(".md").read_text("utf-8"))["text"]
        tables = [
            [
                (cell["row number"] - 1, cell["column number"] - 1, _content(cell))
                for row in part["rows"]
                for cell in row["cells"]
                if _content(cell)
            ]
            for part in parts
            if part.get("type") == "table"
        ]
        headings = [_content(part) for part in parts if part.get("type") == "heading"]
        return {"text": text, "tables": tables, "headings": headings}

    return read


def _parts(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _parts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _parts(value)


def _content(node: Any) -> str:
    return " ".join(part["content"] for part in _parts(node) if "content" in part)


def reportparse() -> Callable[[str], Read]:
    import reportparse as library

    parse = library.parse  # what it needs is imported here, and counts as its start

    def read(path: str) -> Read:
        report = parse(path)
        texts = {section.id: section.title for section in report.sections}
        for paragraph in report.paragraphs:
            texts[paragraph.id] = " ".join([paragraph.text, *(item.text for item in paragraph.items)])
        tables = [
            [(cell.row, cell.column, cell.text) for row in table.rows for cell in row if cell.text]
            for table in report.tables
        ]
        text = "\n".join(texts.get(name, "") for name in report.order)
        return {"text": text, "tables": tables, "headings": [section.title for section in report.sections]}

    return read


READERS = (
    plain_pdfium, pdfplumber, pymupdf4llm, markitdown, liteparse, camelot, tabula, opendataloader, reportparse,
)  # fmt: skip
NAMED: dict[str, Callable[[], Callable[[str], Read]]] = {reader.__name__: reader for reader in READERS}


def quantulum3_figures() -> Callable[[str], list[tuple[int, int, float]]]:
    from quantulum3 import parser

    return lambda text: [(*found.span, found.value) for found in parser.parse(text)]


def reportparse_figures() -> Callable[[str], list[tuple[int, int, float]]]:
    from reportparse.language import tag_lines

    def find(text: str) -> list[tuple[int, int, float]]:
        (row,) = tag_lines([json.dumps({"id": "a", "text": text})])
        return [(each["start"], each["end"], each["value"] or each["low"]) for each in row["figures"]]

    return find


FIGURES = {"quantulum3": quantulum3_figures, "reportparse": reportparse_figures}


def main(name: str, target: str, *arguments: str) -> None:
    """Write what was read, and the CPU seconds of starting and of each file."""
    done: dict[str, Any] = {"files": {}}
    with contextlib.redirect_stdout(sys.stderr):
        if arguments[0] == "--figures":
            texts = [row["text"] for row in json.loads(Path(arguments[1]).read_text("utf-8"))]
            find = FIGURES[name]()
            done["start"] = cpu()
            done["figures"] = [find(text) for text in texts]
            done["cpu"] = cpu() - done["start"]
        else:
            read = NAMED[name]()
            done["start"] = cpu()
            for path in arguments:
                before = cpu()
                done["files"][path] = read(path)
                done["files"][path]["cpu"] = cpu() - before
    Path(target).write_text(json.dumps(done), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
