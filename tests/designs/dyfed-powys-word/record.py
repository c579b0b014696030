"""What a faultless parser finds in the report, from its blocks and the pages of its PDF."""

import re
from typing import Any

import pypdfium2
from drawing import QUARTERS, YEARS
from source import Block, plain, split_inline

Record = dict[str, Any]

KINDS = {"Priority": "theme", "Appendix": "appendix"}
FURNITURE = [
    "^Adroddiad Blynyddol 2022-23 Annual Report 2022-23$", r"^Tudalen \d+ \| Page \d+$", "^Cynnwys \\| Contents$",
    "^Comisiynydd Heddlu a Throseddu Dyfed-Powys Police and Crime Commissioner$", r"^.*\.{4,} ?\d+$",
]  # fmt: skip


class Truth:
    """Records with the contract's names, in reading order."""

    def __init__(self) -> None:
        names = ("sections", "paragraphs", "tables", "callouts", "pictures", "footnotes", "order")
        self.records: Record = {name: [] for name in names}
        self.path: list[Record] = []
        self.front = 0

    @property
    def section(self) -> str | None:
        """Where what comes next belongs."""
        return self.path[-1]["id"] if self.path else None

    def take(self, block: Block) -> None:
        """Keep what one block says; columns leave nothing but their paragraphs."""
        if take := getattr(self, f"take_{block['kind']}", None):
            take(block)

    def add(self, kind: str, letter: str, fields: Record) -> Record:
        record = {"id": f"{letter}{len(self.records[kind]) + 1}", **fields}
        self.records[kind].append(record)
        self.records["order"].append(record["id"])
        return record

    def add_paragraph(self, text: str, items: Any = (), number: str | None = None, callout: str | None = None) -> str:
        """A paragraph with its list, links and notes."""
        parts = split_inline(text)
        links = [{"text": words, "uri": uri} for kind, words, uri in parts if kind == "link"]
        notes = []
        for kind, words, _ in parts:
            if kind == "note":
                mark = str(len(self.records["footnotes"]) + 1)
                self.records["footnotes"].append({"id": f"n{mark}", "marker": mark, "text": words})
                notes.append(f"n{mark}")
        record = self.add("paragraphs", "p", {
            "number": number, "text": plain(text), "section": self.section, "items": nest(items), "callout": callout,
            "links": links, "footnotes": notes,
        })  # fmt: skip
        return record["id"]

    def take_cover(self, block: Block) -> None:
        for text in block["words"]:
            self.add_paragraph(text)

    def take_contents(self, _: Block) -> None:
        self.front = len(self.records["order"])

    def take_heading(self, block: Block) -> None:
        self.path = self.path[: block["level"] - 1]
        title = " ".join(block["words"])
        named = re.match(r"(Appendix|Priority) \w+|\d+(?=\. )", title)
        self.path.append(self.add("sections", "s", {
            "title": title, "level": block["level"], "number": named[0] if named else None,
            "kind": KINDS.get(named[1], "section") if named else "section", "parent": self.section,
        }))  # fmt: skip

    def take_text(self, block: Block) -> None:
        self.add_paragraph(block["text"], block["items"], block["number"])

    def take_strip(self, block: Block) -> None:
        for cell in block["words"]:
            self.add("pictures", "g", {"kind": "other", "caption": None, "section": self.section,
                                       "labels": cell.split("; ")})  # fmt: skip

    def take_box(self, block: Block) -> None:
        box = self.add("callouts", "k", {"title": " ".join(block["words"]), "section": self.section})
        box["paragraphs"] = [self.add_paragraph(text, callout=box["id"]) for text in block["texts"]]

    def take_quote(self, block: Block) -> None:
        self.add_paragraph(f"“{block['words'][0]}”")
        self.add_paragraph(block["words"][1])

    def take_chart(self, block: Block) -> None:
        series = [
            {"name": year, "points": [{"x": x, "y": y} for x, y in zip(QUARTERS, values, strict=True)]}
            for year, values in YEARS.items()
        ]
        self.add("pictures", "g", {"kind": "chart", "caption": " ".join(block["words"]), "section": self.section,
                                   "series": series})  # fmt: skip

    def take_table(self, block: Block) -> None:
        rows: list[list[Record]] = []
        for r, row in enumerate(block["rows"]):
            cells: list[Record] = []
            for c, text in enumerate(row):
                if text == "<":
                    cells[-1]["column_span"] += 1
                else:
                    cells.append({"text": text.replace(" // ", " "), "row": r, "column": c, "row_span": 1,
                                  "column_span": 1})  # fmt: skip
            rows.append(cells)
        self.add("tables", "t", {
            "caption": " ".join(block["words"]), "section": self.section, "header_rows": block["head"],
            "header_columns": 1, "rows": rows, "notes": block["notes"],
        })  # fmt: skip
        for note in block["notes"]:
            self.add_paragraph(note)

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


def nest(items: list[Block]) -> list[Record]:
    """Items of the second level within the item before them."""
    out: list[Record] = []
    for item in items:
        (out if item["level"] == 1 else out[-1]["items"]).append({**item, "text": plain(item["text"]), "items": []})
    return out


def make_truth(blocks: list[Block], pdf: bytes) -> Record:
    """The whole truth."""
    truth = Truth()
    for block in blocks:
        truth.take(block)
    truth.find_pages(pdf)
    return {**truth.records, "furniture": FURNITURE, "metadata": {
        "title": "Adroddiad Blynyddol 2022-23", "kind": "annual_report", "pcc": "dyfed-powys", "period": "2022/23",
    }}  # fmt: skip


def squeeze(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text).casefold()
