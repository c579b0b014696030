"""The truth, kept while the markup is made, in the order in which a reader meets it."""

import re
from typing import Any

Record = dict[str, Any]


def read_plain(text: str) -> str:
    """A text as it is read, without the marks of the story."""
    text = re.sub(r"\[\^\d\]", "", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    return re.sub(r"\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*", lambda found: found[1] or found[2], text)


class Truth:
    """Records with the contract's names."""

    def __init__(self, furniture: list[str]) -> None:
        names = ("sections", "paragraphs", "tables", "callouts", "pictures", "footnotes", "order")
        self.records: Record = {name: [] for name in names}
        self.records["furniture"] = furniture
        self.page = 0
        self.path: list[Record] = []
        self.callout: Record | None = None
        self.notes: dict[str, int] = {}

    @property
    def section(self) -> str | None:
        """Where what comes next belongs."""
        return self.path[-1]["id"] if self.path else None

    def _add(self, kind: str, letter: str, fields: Record) -> Record:
        record = {"id": f"{letter}{len(self.records[kind]) + 1}", **fields}
        self.records[kind].append(record)
        self.records["order"].append(record["id"])
        return record

    def add_section(self, words: str, rank: int) -> None:
        """A heading told in both languages, "English | Welsh"; the bar is printed only at the third rank."""
        title = words if rank == 3 else words.replace(" | ", " ")
        self.path = [entry for entry in self.path if entry["rank"] < rank]
        number = re.match(r"Priority \d", title)
        fields = {"title": title, "level": len(self.path) + 1, "number": number[0] if number else None,
                  "kind": "theme" if number else "section", "parent": self.section, "page": self.page}  # fmt: skip
        self.path.append({**self._add("sections", "s", fields), "rank": rank})

    def add_paragraph(self, text: str) -> None:
        """A paragraph, in the callout that is open if there is one."""
        links = re.findall(r"\[([^\]^]+)\]\(([^)]+)\)", text)
        marks = re.findall(r"\[\^(\d)\]", text)
        self.notes |= dict.fromkeys(marks, self.page)
        record = self._add("paragraphs", "p", {
            "number": None, "text": read_plain(text), "section": self.section, "items": [],
            "callout": self.callout["id"] if self.callout else None,
            "links": [{"text": words, "uri": uri} for words, uri in links],
            "footnotes": [f"n{mark}" for mark in marks],
        })  # fmt: skip
        if self.callout:
            self.callout["paragraphs"].append(record["id"])

    def add_item(self, text: str, marker: str) -> None:
        """An item of the list that belongs to the last paragraph."""
        item = {"marker": marker, "text": read_plain(text), "level": 1, "items": []}
        self.records["paragraphs"][-1]["items"].append(item)

    def add_callout(self, title: str, texts: list[str]) -> None:
        """A box with its heading."""
        fields = {"title": title, "section": self.section, "paragraphs": [], "page": self.page}
        self.callout = self._add("callouts", "k", fields)
        for text in texts:
            self.add_paragraph(text)
        self.callout = None

    def add_picture(self, kind: str, caption: str | None, **fields: Any) -> None:
        """A photo, a chart or a number with what it counts."""
        about = {"kind": kind, "caption": caption, "section": self.section, "page": self.page}
        self._add("pictures", "g", about | fields)

    def add_table(self, table: Record) -> None:
        """A table with its notes; "<" goes on with the cell on its left, a bar parts a cell's two languages."""
        rows: list[list[Record]] = []
        notes: list[str] = table.get("notes", [])
        for r, row in enumerate([*table["head"], *table["rows"]]):
            cells: list[Record] = []
            for c, text in enumerate(row):
                if text == "<":
                    cells[-1]["column_span"] += 1
                    continue
                cells.append({"text": read_plain(text).replace("|", " "), "row": r, "column": c, "row_span": 1,
                              "column_span": 1})  # fmt: skip
            rows.append(cells)
        self._add("tables", "t", {"caption": table["caption"], "section": self.section,
                                  "header_rows": len(table["head"]), "header_columns": 1, "rows": rows,
                                  "page": self.page, "notes": notes})  # fmt: skip
        for note in notes:
            if note[0] != "*":  # sources and explanations are paragraphs below their table
                self.add_paragraph(note)

    def add_footnote(self, marker: str, text: str) -> None:
        """A note at the foot of the page that its mark stands on."""
        note = {"id": f"n{marker}", "marker": marker, "text": text, "page": self.notes[marker]}
        self.records["footnotes"].append(note)
