"""Makes report.pdf and truth.json: a Welsh office's brochure, printed by Chromium from pages of fixed size.

pip install pillow && python make.py    (Chromium and the font Open Sans must be there)
"""

import re
import tomllib
from html import escape
from pathlib import Path
from typing import Any

from drawing import draw_chart, paint
from record import Truth
from typesetters import print_pages, write_truth

HERE = Path(__file__).parent
_ITEM = re.compile(r"(-|\d\.) ")


def set_words(text: str) -> str:
    """Text as HTML."""
    text = re.sub(r"\[([^\]^]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', escape(text, quote=False))
    return re.sub(r"\[\^(\d)\]", r"<sup>\1</sup>", text)


def set_both(words: str, join: str = " ") -> str:
    """English, then Welsh in its own colour; a bar parts them."""
    english, _, welsh = (part.strip() for part in words.partition("|"))
    return set_words(english) + (f'{join}<span class="cy">{set_words(welsh)}</span>' if welsh else "")


class Brochure:
    """The pages, made block by block."""

    def __init__(self) -> None:
        self.text: dict[str, Any] = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8").replace("'", "’"))
        welsh, english = self.text["owner"]
        lines = [line.split("|") for line in self.text["contents"][1:]]
        self.truth = Truth([r"^\d+$", rf"^{welsh}$", rf"^{english}$", f"^{self.text['contents'][0]}$",
                            "^Adroddiad Blynyddol \\| Annual Report 2023/24$",
                            *(f"^({page} )?{re.escape(title)}$" for page, title in lines)])  # fmt: skip
        self.pages: list[str] = []
        self.wide = False

    def heading(self, words: str, rank: int) -> str:
        """A heading in both languages."""
        self.truth.add_heading(words, rank)
        return f"<h{rank}>{set_both(words, ' / ' if rank == 2 else '<br>')}</h{rank}>"

    def paragraph(self, text: str, name: str = "") -> str:
        """A paragraph."""
        self.truth.add_paragraph(text)
        return f"<p{f' class={name}' if name else ''}>{set_words(text)}</p>"

    def block(self, block: str) -> str:
        """One block of a page."""
        start, _, rest = block.partition(" ")
        makers = {"!": self.photo, "@": self.table, "%": self.chart, "=": self.strip, "[box]": self.box, "^": self.foot}
        if start in makers:
            return makers[start](rest)
        if start == "{":
            self.wide = rest == "wide"
            return f'<div class="cols {rest}"><div>'
        if start in ",}":
            return "</div><div>" if start == "," else "</div></div>"
        if start in {"##", "*"}:
            return self.heading(rest, 2) if start == "##" else self.paragraph(rest, "lead")
        lines = block.splitlines()
        if start == ">":
            parts = (self.paragraph(line.removeprefix("> ").removeprefix("-- ")) for line in lines)
            return f'<div class="quote">{"".join(parts)}</div>'
        return self.list(lines)

    def list(self, lines: list[str]) -> str:
        """A paragraph and the items after it, or lines that are a paragraph each."""
        out, items = [], [line for line in lines if _ITEM.match(line)]
        name = "sign" if len(lines) > 1 and not items else ""
        out += [self.paragraph(line, name) for line in lines if line not in items]
        for line in items:
            marker, _, words = line.partition(" ")
            self.truth.add_item(words, "•" if marker == "-" else marker)
        rows = (line.partition(" ") for line in items)
        return "".join(out) + "".join(
            f'<div class="item"><i>{"•" if marker == "-" else marker}</i><span>{set_words(words)}</span></div>'
            for marker, _, words in rows
        )

    def story(self, text: str) -> str:
        """All blocks of a text."""
        return "".join(self.block(block) for block in text.strip().split("\n\n"))

    def photo(self, name: str) -> str:
        """A photograph with its caption."""
        words = self.text["photo"][name]
        self.truth.add_picture("photo", words)
        return f'<div class="photo"><img src="{paint(name, 640, 380)}"><div>{words}</div></div>'

    def chart(self, name: str) -> str:
        """A chart under its caption."""
        chart = self.text["chart"][name]
        html, labels = draw_chart(chart, 236 if chart["kind"] == "line" else 500)
        many = len(chart["names"]) > 1
        series = [
            {"name": title if many else None,
             "points": [{"x": x, "y": y} for x, y in zip(chart["labels"], values, strict=True)]}
            for title, values in zip(chart["names"], chart["values"], strict=True)
        ]  # fmt: skip
        self.truth.add_picture("chart", chart["caption"], labels=labels, series=series)
        return f'<p class="caption">{chart["caption"]}</p>{html}'

    def strip(self, name: str) -> str:
        """Big numbers with their labels."""
        cells = []
        for cell in self.text["strip"][name]:
            first, second = cell["label"].split("|")
            self.truth.add_picture("other", None, labels=[cell["number"], first, second])
            cells.append(f'<div><b>{cell["number"]}</b><span>{first}</span><span class="en">{second}</span></div>')
        return f'<div class="strip">{"".join(cells)}</div>'

    def box(self, name: str) -> str:
        """A callout."""
        box = self.text["box"][name]
        self.truth.open_callout(box["title"].replace(" | ", " "))
        parts = [self.block(block) for block in box["text"].strip().split("\n\n")]
        self.truth.close_callout()
        body = "".join(parts)
        if box["columns"] == 2:
            half = len(parts) // 2
            body = f'<div class="cols"><div>{"".join(parts[:half])}</div><div>{"".join(parts[half:])}</div></div>'
        return f'<div class="box"><h4>{set_both(box["title"], "<br>")}</h4>{body}</div>'

    def foot(self, mark: str) -> str:
        """A note at the foot of the page."""
        self.truth.add_footnote(mark, self.text["notes"][mark])
        return f'<div class="foot"><sup>{mark}</sup> {set_words(self.text["notes"][mark])}</div>'

    def table(self, name: str) -> str:
        """A table: columns of words, then of numbers on the right; no rules."""
        table = self.text["table"][name]
        self.truth.add_table(table)
        words = table.get("words", 1)
        out = [f'<p class="caption">{table["caption"]}</p><table class="{name}">']
        if "groups" in table:
            cells = (cell.partition(">") for cell in table["groups"])
            out.append("".join(f'<th class="over" colspan="{span or 1}">{text}</th>' for text, _, span in cells))
        for r, row in enumerate([";".join(table["head"]), *table["rows"]]):
            tag = "td" if r else "th"
            cells = (
                f'<{tag} class="{"num" if c >= words else "words"}">{set_both(cell, "<br>")}</{tag}>'
                for c, cell in enumerate(row.lstrip("=").split(";"))
            )
            out.append(f'<tr class="{"total" if row[0] == "=" else "row"}">{"".join(cells)}</tr>')
        return "".join(out) + "</table>" + "".join(f'<p class="note">{note}</p>' for note in table["notes"])

    def cover(self) -> None:
        """A picture, the titles, the owner."""
        self.truth.add_picture("photo", None)
        out = [f'<img src="{paint("cover", 900, 700)}">']
        names = ["cy title", "title", "year", "cy motto", "motto", "cy who", "who"]
        for name, words in zip(names, [*self.text["cover"], *self.text["owner"]], strict=True):
            self.truth.add_paragraph(words)
            out.append(f'<div class="{name}">{words}</div>')
        self.pages.append(f'<div class="page cover">{"".join(out)}</div>')

    def inside(self, page: dict[str, Any]) -> None:
        """A page with its coloured head and its foot."""
        self.truth.page = number = len(self.pages) + 1
        body = f'<div class="head">{self.heading(page["head"], 1)}</div>' if "head" in page else self.contents()
        body += self.story(page["text"])
        welsh, english = self.text["owner"]
        running = f"<span>{welsh if number % 2 else english}</span>"
        foot = f"<footer><b>{number}</b>{running}<span>Adroddiad Blynyddol | Annual Report 2023/24</span></footer>"
        self.pages.append(f'<div class="page {page["colour"]}">{body}{foot}</div>')

    def contents(self) -> str:
        """What is inside, with the page before each title."""
        title, *lines = self.text["contents"]
        rows = (line.split("|") for line in lines)
        body = "".join(f"<div><b>{page}</b><span>{words}</span></div>" for page, words in rows)
        return f'<div class="head"><h1>{title}</h1></div><div class="inside">{body}</div>'


def main() -> None:
    """Writes the page, prints it."""
    brochure = Brochure()
    brochure.cover()
    for page in brochure.text["page"]:
        brochure.inside(page)
    print_pages(HERE, "Annual Report 2023/24", brochure.pages)
    write_truth(HERE, brochure.truth.records)


if __name__ == "__main__":
    main()
