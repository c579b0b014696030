"""Makes report.pdf and truth.json: the report of a Welsh area, headings in both languages, set with Typst.

pip install typst pillow && python make.py    (fonts: Open Sans)
"""

import json
import re
import tempfile
import tomllib
from pathlib import Path

import typst
from parts import Parts
from record import Truth

HERE = Path(__file__).parent
NAME = "Police and Crime Commissioner for Gwent | Comisiynydd yr Heddlu a Throseddu Gwent"
YEAR = "Annual Report | Adroddiad Blynyddol 2023/24"


def mark_up(text: str, notes: dict[str, str]) -> str:
    """Typst's markup for the few marks that stories have: bold, italic, links and notes."""
    text = re.sub(r"([\\#$_`<>@~/=])", r"\\\1", text).replace("- ", "\\- ")
    text = re.sub(r"\[\^(\d)\]", lambda found: f"#footnote[{notes[found[1]]}]", text)
    text = re.sub(r"\[([^\]^]+)\]\(([^)]+)\)", lambda found: link(found[2], found[1]), text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"#strong[\1]", text)
    text = re.sub(r"\*([^*\s][^*]*)\*", r"#emph[\1]", text)
    return text.replace("*", "\\*")


def link(uri: str, words: str) -> str:
    """A link that is told by colour and a line."""
    return f'#link("{uri.replace(chr(92), "")}")[#text(fill: teal)[#underline[{words}]]]'


class Book:
    """The story, page by page, into markup and truth at once."""

    def __init__(self, folder: Path) -> None:
        self.data = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8"))
        self.truth = Truth([
            r"^\d+$", f"^{re.escape(NAME)}$", rf"^\d+ {re.escape(NAME)}$", f"^{re.escape(YEAR)}$",
            rf"^{re.escape(YEAR)} \d+$",
        ])  # fmt: skip
        self.page = 0
        self.parts = Parts(self.data, self.truth, folder, self.mark)

    def mark(self, text: str) -> str:
        """Markup of a text."""
        return mark_up(text, self.data["notes"])

    def make(self) -> str:
        """Markup of all pages."""
        out = [(HERE / "design.typ").read_text(encoding="utf-8")]
        for page in re.split(r"^=== \w+\n", (HERE / "report.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            self.page += 1
            self.parts.page = self.truth.page = self.page
            out += ["#pagebreak()" if self.page > 1 else "", *self.read_page(page)]
        return "\n".join(out)

    def read_page(self, page: str) -> list[str]:
        """Markup of a page's blocks."""
        return [
            self.read_block(block.strip()) for block in re.split(r"\n\s*\n|\n(?=}}|>>|\|\|)", page) if block.strip()
        ]

    def read_block(self, block: str) -> str:
        """Markup of a heading, list, quotation, part or paragraph; the signs of columns are lines of their own."""
        out = ""
        for sign, words in (("{{", "#two(["), ("<<", "#two(cy: true, ["), ("||", "], ["), ("}}", "])"), (">>", "])")):
            if block.startswith(sign):
                rest = block[2:].strip()
                return words + ("\n" + self.read_block(rest) if rest else "")
        if block.startswith("!"):
            out = self.parts.draw(*block[1:].split())
        elif block.startswith("#"):
            signs, words = block.split(" ", 1)
            self.truth.add_heading(words, len(signs))
            english, welsh = map(self.mark, words.split(" | "))
            out = f"#{['chapter', 'part', 'run'][len(signs) - 1]}([{english}], [{welsh}])"
        elif block.startswith("> "):
            texts = [line[2:] for line in block.splitlines()]
            self.truth.add_paragraph(f"“{texts[0]}”")
            self.truth.add_paragraph(texts[1])
            out = f"#pull([{self.mark(texts[0])}], [{self.mark(texts[1])}])"
        elif re.match(r"- |\d\. ", block):
            items = [line.split(" ", 1) for line in block.splitlines()]
            for marker, text in items:
                self.truth.add_item(text, marker.replace("-", "\u2022"))
            kind = "list" if items[0][0] == "-" else "enum"
            out = f"#{kind}({', '.join(f'[{self.mark(text)}]' for _, text in items)})"
        else:
            self.truth.add_paragraph(block)
            out = f"#par[{self.mark(block)}]"
        return out


def main() -> None:
    """Everything, in a folder that is thrown away but for what is kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = Book(folder)
        (folder / "report.typ").write_text(book.make(), encoding="utf-8")
        typst.compile(folder / "report.typ", output=HERE / "report.pdf")
    for marker, text in book.data["notes"].items():
        book.truth.add_footnote(marker, text)
    truth = json.dumps(book.truth.records, indent=1, ensure_ascii=False)
    (HERE / "truth.json").write_text(truth + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
