"""The truth of a design, written down while its pages are made: what a faultless parser finds of them."""

import re
from collections.abc import Callable, Sequence
from typing import Any

Record = dict[str, Any]
_LINK = re.compile(r"\[([^\]^]+)\]\(([^)]+)\)")
_MARK = re.compile(r"\[\^(\d)\]")


def read_plain(text: str) -> str:
    """The words alone, without links and the marks of notes."""
    return _MARK.sub("", _LINK.sub(r"\1", text))


class Recorder:
    """Records with the contract's names, in reading order."""

    def __init__(self, furniture: Sequence[str] = (), page: int = 1) -> None:
        names = ("sections", "paragraphs", "tables", "callouts", "pictures", "footnotes", "order")
        self.records: Record = {name: [] for name in names} | {"furniture": list(furniture)}
        self.page = page
        self._path: list[Record] = []
        self._callout: Record | None = None

    def plain(self, text: str) -> str:
        """A text as it is read; designs with more markup strip that, too."""
        return read_plain(text)

    def leave(self) -> None:
        """What comes next stands under no heading."""
        self._path = []

    def add_section(self, title: str, rank: int, number: str | None = None, kind: str = "section") -> None:
        """A heading; its level is its depth in the tree, whatever its rank in type."""
        self._path = [entry for entry in self._path if entry["rank"] < rank]
        section = self._add("sections", "s", {
            "title": title, "level": len(self._path) + 1, "number": number, "kind": kind, "parent": self._section,
            "page": self.page,
        })  # fmt: skip
        self._path.append({**section, "rank": rank})

    def add_paragraph(self, text: str) -> None:
        """A paragraph, in the callout that is open if there is one."""
        paragraph = self._add("paragraphs", "p", {
            "number": None, "text": self.plain(text), "section": self._section, "items": [],
            "callout": self._callout["id"] if self._callout else None,
            "links": [{"text": words, "uri": uri} for words, uri in _LINK.findall(text)],
            "footnotes": [f"n{mark}" for mark in _MARK.findall(text)],
        })  # fmt: skip
        if self._callout:
            self._callout["paragraphs"].append(paragraph["id"])

    def add_item(self, text: str, marker: str = "•") -> None:
        """An item of the list that belongs to the last paragraph."""
        item = {"marker": marker, "text": self.plain(text), "level": 1, "items": []}
        self.records["paragraphs"][-1]["items"].append(item)

    def open_callout(self, title: str | None) -> None:
        """What comes next stands in a box."""
        fields = {"title": title, "section": self._section, "paragraphs": [], "page": self.page}
        self._callout = self._add("callouts", "k", fields)

    def close_callout(self) -> None:
        """The box ends."""
        self._callout = None

    def add_callout(self, title: str | None, texts: Sequence[str]) -> None:
        """A box, or words on a tint."""
        self.open_callout(title)
        for text in texts:
            self.add_paragraph(text)
        self.close_callout()

    def add_picture(self, kind: str, caption: str | None, **fields: Any) -> None:
        """A photograph, a chart, or a big number with its label."""
        place = {"section": self._section, "page": self.page}
        self._add("pictures", "g", {"kind": kind, "caption": caption, **place, **fields})

    def add_cells(
        self, rows: Sequence[Sequence[tuple[str, int]]], header_rows: int, caption: str | None, notes: Sequence[str]
    ) -> None:
        """A table; each cell is its text and the number of columns that it covers."""
        self._add("tables", "t", {
            "caption": caption, "section": self._section, "header_rows": header_rows, "header_columns": 1,
            "rows": [list(_place(row, r)) for r, row in enumerate(rows)], "page": self.page, "notes": list(notes),
        })  # fmt: skip

    def add_footnote(self, marker: str, text: str) -> None:
        """A note at the foot of a page."""
        note = {"id": f"n{marker}", "marker": marker, "text": text, "page": self.page}
        self.records["footnotes"].append(note)

    @property
    def _section(self) -> str | None:
        return self._path[-1]["id"] if self._path else None

    def _add(self, kind: str, letter: str, fields: Record) -> Record:
        record = {"id": f"{letter}{len(self.records[kind]) + 1}", **fields}
        self.records[kind].append(record)
        self.records["order"].append(record["id"])
        return record


def _place(row: Sequence[tuple[str, int]], r: int) -> Any:
    column = 0
    for text, span in row:
        yield {"text": text, "row": r, "column": column, "row_span": 1, "column_span": span}
        column += span


def place_cells(rows: Sequence[Sequence[str]], plain: Callable[[str], str], first: int = 0) -> list[list[Record]]:
    """Cells with their places from row `first` on; "<" and "^" go on with the one to the left and the one above."""
    at: dict[tuple[int, int], Record] = {}
    out: list[list[Record]] = []
    for r, row in enumerate(rows, first):
        cells: list[Record] = []
        for c, text in enumerate(row):
            if text == "<":
                cell = at[r, c - 1]
                cell["column_span"] += cell["row"] == r
            elif text == "^":
                cell = at[r - 1, c]
                cell["row_span"] += 1
            else:
                cell = {"text": plain(text), "row": r, "column": c, "row_span": 1, "column_span": 1}
                cells.append(cell)
            at[r, c] = cell
        out.append(cells)
    return out
