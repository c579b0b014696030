"""The truth of the report, written down while its pages are."""

import re
from typing import Any

Record = dict[str, Any]
_NUMBER = re.compile(r"(\d+\(\w\)|\d+\.) ")


class Truth:
    """Records with the contract's names, in reading order."""

    def __init__(self, furniture: list[str]) -> None:
        names = ("sections", "paragraphs", "tables", "callouts", "pictures", "footnotes", "order")
        self.records: Record = {name: [] for name in names}
        self.records["furniture"] = furniture
        self.path: list[Record] = []
        self.page = 1

    @property
    def section(self) -> str | None:
        """Where what comes next belongs."""
        return self.path[-1]["id"] if self.path else None

    def _add(self, kind: str, letter: str, fields: Record) -> Record:
        record = {"id": f"{letter}{len(self.records[kind]) + 1}", **fields}
        self.records[kind].append(record)
        self.records["order"].append(record["id"])
        return record

    def add_section(self, title: str, rank: int) -> None:
        """A heading; its level is its depth in the tree, whatever its rank in type."""
        self.path = [entry for entry in self.path if entry["rank"] < rank]
        number = _NUMBER.match(title)
        fields = {"title": title, "level": len(self.path) + 1, "kind": "section", "parent": self.section, "page": self.page,
                  "number": number[1].rstrip(".") if number else None}  # fmt: skip
        self.path.append({**self._add("sections", "s", fields), "rank": rank})

    def leave(self) -> None:
        """What comes next stands under no heading."""
        self.path = []

    def add_paragraph(self, text: str) -> None:
        """A paragraph."""
        self._add("paragraphs", "p", {"number": None, "text": text.replace("*", ""), "section": self.section,
                                      "items": [], "links": [], "footnotes": []})  # fmt: skip

    def add_item(self, text: str) -> None:
        """An item of the list that belongs to the last paragraph."""
        item = {"marker": "•", "text": text, "level": 1, "items": []}
        self.records["paragraphs"][-1]["items"].append(item)

    def add_picture(self, kind: str, caption: str | None, **fields: Any) -> None:
        """A photo, a chart or a strip."""
        self._add("pictures", "g", {"kind": kind, "caption": caption, "section": self.section, "page": self.page,
                                    **fields})  # fmt: skip

    def add_table(self, rows: list[list[tuple[str, int]]], header_rows: int, caption: str | None,
                  notes: list[str] | None) -> None:  # fmt: skip
        """A table; each cell is its text and the columns that it covers.  Its notes may be left untold."""
        record: list[list[Record]] = []
        for r, row in enumerate(rows):
            record.append([])
            column = 0
            for text, span in row:
                record[-1].append({"text": text, "row": r, "column": column, "row_span": 1, "column_span": span})
                column += span
        self._add("tables", "t", {"caption": caption, "section": self.section, "header_rows": header_rows,
                                  "header_columns": 1, "rows": record, "page": self.page,
                                  **({} if notes is None else {"notes": notes})})  # fmt: skip
