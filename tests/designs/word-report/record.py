"""What a faultless parser finds in the report, from its blocks and the pages of its PDF."""

import re
from typing import Any

import pypdfium2
from source import Block, plain, split_inline

Record = dict[str, Any]

KINDS = {"Priority": "theme", "Appendix": "appendix"}
FURNITURE = [
    "^Police and Crime Commissioner for Lincolnshire( Annual Report 2022/23)?$", "^Annual Report 2022/23$",
    r"^OFFICIAL( Page \d+ of \d+)?$", r"^Page \d+ of \d+$", "^Contents$", r"^.*\.{4,} ?\d+$",
]  # fmt: skip


class Truth:
    """Records with the contract's names, in reading order."""

    def __init__(self) -> None:
        names = ("sections", "paragraphs", "tables", "callouts", "pictures", "footnotes", "order")
        self.records: Record = {name: [] for name in names}
        self.path: list[Record] = []
        self.count = self.front = 0

    @property
    def section(self) -> str | None:
        """Where what comes next belongs."""
        return self.path[-1]["id"] if self.path else None

    def take(self, block: Block) -> None:
        """Keep what one block says."""
        kind = block["kind"]
        if kind == "heading":
            self.add_section(block)
        elif kind == "cover":
            self.add_paragraph(block["text"].split(" ", 1)[1], [])
        elif kind in {"text", "quote", "speaker", "sign"}:
            self.count += block.get("numbered", False)
            number = str(self.count) if block.get("numbered") else None
            self.add_paragraph(block["text"], block.get("items", []), number)
        elif kind == "table":
            self.add("tables", "t", {
                "caption": block["caption"], "section": self.section, "header_rows": block["header"],
                "header_columns": 1, "rows": block["rows"], "notes": block["notes"],
            })  # fmt: skip
            for note in block["notes"]:
                if note[:2] not in {"* ", "† "}:  # what a sign opens is the table's alone, what words open is text too
                    self.add_paragraph(note, [])
        elif kind == "box":
            box = self.add("callouts", "k", {"title": block["title"], "section": self.section, "paragraphs": []})
            for text in block["texts"]:
                paragraph = self.add_paragraph(text["text"], text["items"], callout=box["id"])
                box["paragraphs"].append(paragraph["id"])
        elif kind in {"figure", "photo"}:
            caption = block["text"].split(" ", 1)[1]
            what = "chart" if kind == "figure" else "photo"
            self.add("pictures", "g", {"kind": what, "caption": caption, "section": self.section})
        elif kind == "contents":
            self.front = len(self.records["order"])

    def add(self, kind: str, letter: str, fields: Record) -> Record:
        record = {"id": f"{letter}{len(self.records[kind]) + 1}", **fields}
        self.records[kind].append(record)
        self.records["order"].append(record["id"])
        return record

    def add_section(self, block: Block) -> None:
        self.path = self.path[: block["level"] - 1]
        match = re.match(r"(Appendix|Priority) \w+", block["text"])
        self.path.append(self.add("sections", "s", {
            "title": block["text"], "level": block["level"], "number": match[0] if match else None,
            "kind": KINDS[match[1]] if match else "section", "parent": self.section,
        }))  # fmt: skip

    def add_paragraph(
        self, text: str, items: list[Block], number: str | None = None, callout: str | None = None
    ) -> Record:
        links = [{"text": words, "uri": uri} for kind, words, uri in split_inline(text) if kind == "link"]
        fields = {"number": number, "text": plain(text), "section": self.section, "items": read_items(items)}
        return self.add("paragraphs", "p", {
            **fields, "callout": callout, "links": links, "footnotes": self.add_notes(text, items),
        })  # fmt: skip

    def add_notes(self, text: str, items: list[Block]) -> list[str]:
        """The notes of a paragraph, by their ids."""
        out = []
        for kind, words, _ in split_inline(" ".join([text, *(item["text"] for item in items)])):
            if kind == "note":
                mark = str(len(self.records["footnotes"]) + 1)
                self.records["footnotes"].append({"id": f"n{mark}", "marker": mark, "text": words})
                out.append(f"n{mark}")
        return out

    def find_pages(self, pdf: bytes) -> None:
        """Set the pages of sections, numbered paragraphs and tables: the first, from the last one's on, with its words.

        What stands before the contents is on the first page, the contents on the second.
        """
        pages = [squeeze(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]
        records = {one["id"]: one for kind in ("sections", "paragraphs", "tables") for one in self.records[kind]}
        at = 2
        for name in self.records["order"][self.front :]:
            if name in records:
                record = records[name]
                sought = squeeze(record.get("title") or record.get("text") or record["caption"])[:40]
                at = next(place for place in range(at, len(pages)) if sought in pages[place])
                if record.get("number") or not name.startswith("p"):
                    record["page"] = at + 1


def read_items(items: list[Block]) -> list[Record]:
    """Items with the markers that Word gives to bullets of the two first levels."""
    return [
        {
            "marker": "•" if item["level"] == 1 else "o", "text": plain(item["text"]), "level": item["level"],
            "items": read_items(item["items"]),
        }
        for item in items
    ]  # fmt: skip


def make_truth(blocks: list[Block], pdf: bytes) -> Record:
    """The whole truth."""
    truth = Truth()
    for block in blocks:
        truth.take(block)
    truth.find_pages(pdf)
    return {**truth.records, "furniture": FURNITURE, "metadata": {
        "title": "Annual Report 2022/23", "kind": "annual_report", "pcc": "lincolnshire", "period": "2022/23",
    }}  # fmt: skip


def squeeze(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text).casefold()
