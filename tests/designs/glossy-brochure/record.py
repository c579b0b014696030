"""The truth, kept while the pages are written: every record is told when its HTML is."""

import re
from typing import Any

Record = dict[str, Any]
_LINK = re.compile(r"\[([^\]^]+)\]\(([^)]+)\)")
_NOTE = re.compile(r"\[\^(\d)\]")


def read_plain(text: str) -> str:
    """Words without their markup."""
    return _NOTE.sub("", _LINK.sub(r"\1", text))


class Truth:
    """Records with the contract's names, in reading order."""

    def __init__(self) -> None:
        names = ("sections", "paragraphs", "tables", "callouts", "pictures", "footnotes", "order", "furniture")
        self.records: Record = {name: [] for name in names}
        self.path: list[Record] = []
        self.callout: Record | None = None
        self.page = 0

    @property
    def section(self) -> str | None:
        """Where what comes next belongs."""
        return self.path[-1]["id"] if self.path else None

    def _add(self, kind: str, letter: str, fields: Record) -> Record:
        record = {"id": f"{letter}{len(self.records[kind]) + 1}", **fields}
        self.records[kind].append(record)
        self.records["order"].append(record["id"])
        return record

    def add_section(self, title: str, rank: int, number: str | None = None) -> None:
        """A heading; its level is its depth in the tree, whatever its rank in type."""
        self.path = [entry for entry in self.path if entry["rank"] < rank]
        fields = {
            "title": f"{number} {title}" if number else title, "level": len(self.path) + 1, "number": number,
            "kind": "theme" if number else "section", "parent": self.section, "page": self.page,
        }  # fmt: skip
        self.path.append({**self._add("sections", "s", fields), "rank": rank})

    def add_paragraph(self, text: str) -> None:
        """A paragraph, in the callout that is open if there is one."""
        fields = {
            "number": None, "text": read_plain(text), "section": self.section, "items": [],
            "callout": self.callout["id"] if self.callout else None,
            "links": [{"text": words, "uri": uri} for words, uri in _LINK.findall(text)],
            "footnotes": [f"n{mark}" for mark in _NOTE.findall(text)],
        }  # fmt: skip
        record = self._add("paragraphs", "p", fields)
        if self.callout:
            self.callout["paragraphs"].append(record["id"])

    def add_item(self, marker: str, text: str) -> None:
        """An item of the list that belongs to the last paragraph."""
        item = {"marker": marker, "text": read_plain(text), "level": 1, "items": []}
        self.records["paragraphs"][-1]["items"].append(item)

    def add_callout(self, title: str | None, texts: list[str]) -> None:
        """A box, or words on a tint."""
        self.callout = self._add(
            "callouts", "k", {"title": title, "section": self.section, "paragraphs": [], "page": self.page}
        )
        for text in texts:
            self.add_paragraph(text)
        self.callout = None

    def add_picture(self, kind: str, caption: str | None, **fields: Any) -> None:
        """A photograph, a chart, or a big number with its label."""
        place = {"section": self.section, "page": self.page}
        self._add("pictures", "g", {"kind": kind, "caption": caption, **place, **fields})

    def add_table(self, table: Record) -> None:
        """A table; a row of one cell runs over all columns.  Notes that no sign opens are paragraphs, too."""
        wide = len(table["head"])
        rows = [
            [
                {"text": text, "row": r, "column": c, "row_span": 1, "column_span": wide if len(row) == 1 else 1}
                for c, text in enumerate(row)
            ]
            for r, row in enumerate([table["head"], *table["rows"]])
        ]
        fields = {"caption": table["title"], "header_rows": 1, "header_columns": 1, "rows": rows}
        self._add("tables", "t", {**fields, "section": self.section, "page": self.page, "notes": table["notes"]})
        for note in table["notes"]:
            if note[0].isalpha():
                self.add_paragraph(note)

    def add_footnote(self, marker: str, text: str) -> None:
        """A note at the foot of a page."""
        self.records["footnotes"].append({"id": f"n{marker}", "marker": marker, "text": text, "page": self.page})
