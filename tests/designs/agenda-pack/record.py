"""What a faultless parser finds in the paper, from its blocks and the pages of its PDF."""

import re
from collections.abc import Sequence

import pypdfium2
from recorder import Record, Recorder, place_cells
from source import Block

FURNITURE = [
    r"^Page \d+$", r"^- \d+ -$", "^Contents$", r"^.*\.{4,} ?\d+$", "^This page is intentionally left blank$",
    "^Police and Crime Commissioner for Thames Valley: Annual Report 2019/20$", r"^Table A1 \(continued\)$",
]  # fmt: skip
NUMBERS = {"theme": r"Priority \d", "appendix": r"Appendix \w"}


class Truth(Recorder):
    """Records in reading order; the contents leave none."""

    def __init__(self, notes: dict[str, str]) -> None:
        super().__init__(FURNITURE)
        self.front = 0
        for mark, text in notes.items():
            self.add_footnote(mark, self.plain(text))

    def take(self, block: Block) -> None:
        """Keep what one block says."""
        if take := getattr(self, f"take_{block['kind']}", None):
            take(block)

    def take_title(self, block: Block) -> None:
        self.add_paragraph("Agenda Item 8")  # the stamp of the pack
        self.add_paragraph(block["text"])

    def take_field(self, block: Block) -> None:
        self.add_paragraph(f"{block['label']} {block['value']}")

    def take_contents(self, _: Block) -> None:
        self.front = len(self.records["order"])

    def take_heading(self, block: Block) -> None:
        title = " ".join(block["lines"])
        kind = block["of"]
        number = block["number"]
        if number:
            title = f"{number}. {title}"
        elif kind in NUMBERS:
            number = re.match(NUMBERS[kind], title)[0]
        self.add_section(title, block["level"], number, "section" if kind == "front" else kind)

    def take_text(self, block: Block) -> None:
        self.add_paragraph(block["text"])
        paragraph = self.records["paragraphs"][-1]
        paragraph["number"] = block["number"]
        paragraph["items"] = self.nest(block["items"])

    def nest(self, items: Sequence[Block], level: int = 1) -> list[Record]:
        return [
            {"marker": item["marker"], "text": self.plain(item["text"]), "level": level,
             "items": self.nest(item["items"], level + 1)}
            for item in items
        ]  # fmt: skip

    def take_box(self, block: Block) -> None:
        self.open_callout(block["text"])

    def take_end(self, _: Block) -> None:
        self.close_callout()

    def take_note(self, block: Block) -> None:
        self.records["tables"][-1]["notes"].append(block["text"])
        self.add_paragraph(block["text"])

    def take_table(self, block: Block) -> None:
        if block["continued"]:
            rows = self.records["tables"][-1]["rows"]
            rows += place_cells(block["rows"][block["head"] :], self.plain, len(rows))
            return
        self.add_cells([], block["head"], block["caption"], [])
        self.records["tables"][-1]["rows"] = place_cells(block["rows"], self.plain)

    def find_pages(self, pdf: bytes) -> None:
        """Set the pages of sections, numbered paragraphs and tables: the first, from the last one's on, with its words.

        What stands before the contents is on the first page.
        """
        pages = [squeeze(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]
        at = 2
        records = {one["id"]: one for kind in ("sections", "paragraphs", "tables") for one in self.records[kind]}
        for name in self.records["order"][self.front :]:
            if record := records.get(name):
                words = record.get("title") or (record.get("number") or "") + (record.get("text") or record["caption"])
                sought = squeeze(words)[:40]
                at = next(n for n in range(at, len(pages)) if sought in pages[n])
                if record.get("number") or not name.startswith("p"):
                    record["page"] = at + 1



def make_truth(blocks: list[Block], notes: dict[str, str], pdf: bytes) -> Record:
    """The whole truth."""
    truth = Truth(notes)
    for block in blocks:
        truth.take(block)
    truth.find_pages(pdf)
    return {**truth.records, "metadata": {
        "title": "Annual Report of the Police and Crime Commissioner for Thames Valley 2019/20", "kind": "board_paper",
        "pcc": "thames-valley", "period": "2019/20",
    }}  # fmt: skip


def squeeze(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text).casefold()
