"""The truth, kept while the pages are made: every record is told when its first line is set."""

import re
from typing import Any

from setting import read_plain

Record = dict[str, Any]
_NUMBER = re.compile(r"(Priority|Annex) \w+")


class Truth:
    """Records with the contract's names, in reading order."""

    def __init__(self, furniture: list[str]) -> None:
        names = ("sections", "paragraphs", "tables", "callouts", "pictures", "footnotes", "order")
        self.records: Record = {name: [] for name in names}
        self.records["furniture"] = furniture
        self.path: list[Record] = []
        self.callout: Record | None = None

    @property
    def section(self) -> str | None:
        """Where what comes next belongs."""
        return self.path[-1]["id"] if self.path else None

    def _add(self, kind: str, letter: str, fields: Record) -> Record:
        record = {"id": f"{letter}{len(self.records[kind]) + 1}", **fields}
        self.records[kind].append(record)
        self.records["order"].append(record["id"])
        return record

    def add_section(self, title: str, rank: int, page: int) -> None:
        """A heading; its level is its depth in the tree, whatever its rank in type."""
        self.path = [entry for entry in self.path if entry["rank"] < rank]
        number = _NUMBER.match(title)
        kind = "theme" if number and number[1] == "Priority" else "section"
        fields = {"title": title, "level": len(self.path) + 1, "number": number[0] if number else None,
                  "kind": kind, "parent": self.section, "page": page}  # fmt: skip
        self.path.append({**self._add("sections", "s", fields), "rank": rank})

    def leave(self) -> None:
        """What comes next stands under no heading."""
        self.path = []

    def add_paragraph(self, text: str) -> None:
        """A paragraph, in the callout that is open if there is one."""
        found = re.findall(r"\[([^\]^]+)\]\(([^)]+)\)", text)
        marks = re.findall(r"\[\^(\d)\]", text)
        name = self.callout["id"] if self.callout else None
        record = self._add("paragraphs", "p", {
            "number": None, "text": read_plain(text), "section": self.section, "items": [], "callout": name,
            "links": [{"text": words, "uri": uri} for words, uri in found],
            "footnotes": [f"n{mark}" for mark in marks],
        })  # fmt: skip
        if self.callout:
            self.callout["paragraphs"].append(record["id"])

    def add_item(self, text: str, marker: str) -> None:
        """An item of the list that belongs to the last paragraph."""
        item = {"marker": marker, "text": read_plain(text), "level": 1, "items": []}
        self.records["paragraphs"][-1]["items"].append(item)

    def add_block(self, block: Record, page: int) -> None:
        """A block of a story."""
        if block["kind"] == "heading":
            self.add_section(block["text"], 2, page)
        elif block.get("marker"):
            self.add_item(block["text"], block["marker"])
        else:
            self.add_paragraph(block["text"])

    def add_callout(self, title: str | None, texts: list[str], page: int) -> None:
        """A box or a quotation."""
        self.callout = self._add("callouts", "k", {"title": title, "section": self.section, "paragraphs": [],
                                                   "page": page})  # fmt: skip
        for text in texts:
            self.add_paragraph(text)
        self.callout = None

    def add_picture(self, kind: str, caption: str | None, page: int, **fields: Any) -> None:
        """A photo or a chart."""
        self._add("pictures", "g", {"kind": kind, "caption": caption, "section": self.section, "page": page, **fields})

    def add_table(self, table: Record, page: int) -> None:
        """A table with its own note, which is none of the page."""
        rows = [[{"text": text, "row": r, "column": c, "row_span": 1, "column_span": 1} for c, text in enumerate(row)]
                for r, row in enumerate([table["head"], *table["rows"]])]  # fmt: skip
        self._add("tables", "t", {"caption": table["title"], "section": self.section, "header_rows": 1,
                                  "header_columns": 1, "rows": rows, "page": page,
                                  "notes": [f"* {table['note']}"] if "note" in table else []})  # fmt: skip

    def add_footnote(self, marker: str, text: str, page: int) -> None:
        """A note at the foot of a column."""
        self.records["footnotes"].append({"id": f"n{marker}", "marker": marker, "text": text, "page": page})
