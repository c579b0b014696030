"""Makes report.pdf and truth.json: a company's annual review, printed by Chromium from pages of fixed size.

pip install pillow pyphen font-caladea && python make.py    (Chromium and the font Open Sans must be there)
"""

import re
import tomllib
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

import pyphen
from parts import YEARS, draw_card, draw_icon, draw_steps, paint
from record import Truth
from typesetters import print_pages, write_truth

HERE = Path(__file__).parent
_HYPHENS = pyphen.Pyphen(lang="en_GB", left=3, right=3)
_PAGES = {"Chair’s statement": 2, "Our strategy": 3, "Key performance indicators": 4,
          "Principal risks and uncertainties": 5, "Directors’ remuneration": 6, "Five-year summary": 6,
          "Consolidated income statement": 7, "Consolidated balance sheet": 7, "Notes to the accounts": 8}  # fmt: skip


def set_words(text: str, *, hyphens: bool = False) -> str:
    """Text as HTML."""
    if hyphens:
        text = re.sub(r"[a-z]{6,}", lambda word: _HYPHENS.inserted(word[0], "\u00ad"), text)
    text = re.sub(r"\[([^\]^]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', escape(text, quote=False))
    return re.sub(r"\[\^(\d)\]", r"<sup>\1</sup>", text)


class Review:
    """The pages, one method each."""

    def __init__(self) -> None:
        self.text: dict[str, Any] = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8").replace("'", "’"))
        tabs, company, report = self.text["tabs"], self.text["company"], self.text["report"]
        self.truth = Truth([r"^\d+$", f"^{company}$", f"^{report}$", rf"^({'|'.join(tabs)})$", rf"^{' '.join(tabs)}$",
                            rf"^{company} {report}( \d+)?$", rf"^({'|'.join(_PAGES)}) \d$",
                            f"^{self.text['cover']['contents']}$"])  # fmt: skip
        self.pages: list[str] = []

    def end(self, body: str, tab: int) -> None:
        """A page with its tabs and its foot."""
        tabs = "".join(
            f"<span{' class=on' if n == tab else ''}>{name}</span>" for n, name in enumerate(self.text["tabs"])
        )
        running = f"{self.text['company']}&emsp;{self.text['report']}"
        foot = f"<footer><span>{running}</span><b>{len(self.pages) + 1}</b></footer>"
        self.pages.append(f'<div class="page"><nav>{tabs}</nav>{body}{foot}</div>')
        self.truth.page = len(self.pages) + 1

    def heading(self, title: str, rank: int) -> str:
        """A heading."""
        self.truth.add_heading(title, rank)
        return f"<h{rank}>{escape(title, quote=False)}</h{rank}>"

    def paragraph(self, text: str, name: str = "", *, hyphens: bool = False) -> str:
        """A paragraph."""
        self.truth.add_paragraph(text)
        return f"<p{f' class={name}' if name else ''}>{set_words(text, hyphens=hyphens)}</p>"

    def story(self, text: str, *, hyphens: bool = False) -> str:
        """Running text with all that stands in it."""
        out = []
        for block in text.strip().split("\n\n"):
            start, _, rest = block.partition(" ")
            if start in {"##", "###"}:
                out.append(self.heading(rest, len(start)))
            elif start == "!":
                out.append(self.photo(rest, 640, 330))
            elif start == "@":
                out.append(self.table(self.text["table"][rest]))
            elif start == ">":
                out.append('<div class="quote">' + "".join(self.paragraph(line.removeprefix("> ").removeprefix("-- "))
                                                          for line in block.splitlines()) + "</div>")  # fmt: skip
            else:
                words, *items = block.split("\n- ")
                out.append(self.paragraph(words, hyphens=hyphens))
                for item in items:
                    self.truth.add_item(item)
                out.append(f"<ul>{''.join(f'<li>{set_words(item)}</li>' for item in items)}</ul>" if items else "")
        return "".join(out)

    def box(self, name: str, kind: str = "", columns: str = "") -> str:
        """A callout."""
        box = self.text[name]
        self.truth.open_callout(box["title"])
        body = self.story(box["text"])
        self.truth.close_callout()
        return f'<div class="box {kind}"><h4>{box["title"]}</h4><div class="{columns}">{body}</div></div>'

    def photo(self, name: str, width: int, height: int) -> str:
        """A photograph with its caption."""
        words = self.text["photo"][name]
        self.truth.add_picture("photo", words)
        return f'<figure><img src="{paint(name, width, height)}"><figcaption>{words}</figcaption></figure>'

    def foot(self, mark: str) -> str:
        """A note at the foot of the page."""
        self.truth.add_footnote(mark, self.text["notes"][mark])
        return f'<div class="foot"><sup>{mark}</sup> {self.text["notes"][mark]}</div>'

    def table(self, table: dict[str, Any], kind: str = "", words: int = 1, now: int = -1) -> str:
        """A table: `words` columns of text, then numbers; the column `now` on a tint."""
        caption, notes = table.get("caption"), table.get("notes", [])
        wide = len(table["head"])
        groups = [cell.rpartition("||") for cell in table.get("groups", [])]
        over = [(text, int(span)) for text, _, span in groups]
        rows = [
            [(cell, 1) for cell in table["head"]],
            *([(c, 1) for c in self.cells(row, wide)] for row in table["rows"]),
        ]
        self.truth.add_cells([over, *rows] if over else rows, 2 if over else 1, caption, notes)
        out = [f'<p class="caption">{caption}</p>' if caption else "", f'<table class="{kind}">']
        if over:
            cells = (f"<th colspan={span}{' class=over' if text else ''}>{text}</th>" for text, span in over)
            out.append(f"<tr>{''.join(cells)}</tr>")
        for r, row in enumerate([table["head"], *table["rows"]]):
            out.append(self.row(row, wide, r, words, now))
        for note in notes:
            if note[0].isalpha():  # only signs tie a note to its table alone
                self.truth.add_paragraph(note)
        out.append("</table>" + "".join(f'<p class="note">{note}</p>' for note in notes))
        return "".join(out)

    @staticmethod
    def cells(row: str, wide: int) -> list[str]:
        """The cells of a row, empty ones included."""
        cells = row.lstrip("=+").split("|")
        return cells + [""] * (wide - len(cells))

    def row(self, row: list[str] | str, wide: int, index: int, words: int, now: int) -> str:
        """A row of a table."""
        tag = "td" if index else "th"
        cells = self.cells(row, wide) if isinstance(row, str) else row
        name = "" if not isinstance(row, str) else "total" if row[0] == "=" else "sum" if row[0] == "+" else ""
        name = "group" if isinstance(row, str) and not any(cells[1:]) else name
        out = [f'<tr class="{name}">']
        for c, cell in enumerate(cells):
            kinds = ["num"] * (c >= words) + ["now"] * (c == now)
            kinds += ["r", cell.lower()] * (cell in {"Low", "Medium", "High", "Severe"})
            out.append(f'<{tag} class="{" ".join(kinds)}">{escape(cell).replace(" £m", "<br>£m")}</{tag}>')
        return "".join(out) + "</tr>"

    def cover(self) -> None:
        """A picture, the title and what is inside."""
        cover = self.text["cover"]
        title, who, when, line = cover["lines"]
        self.truth.add_picture("photo", None)
        for text in (line, title, who, when):
            self.truth.add_paragraph(text)
        groups = []
        for group in cover["groups"]:
            name, *titles = group.split("|")
            rows = "".join(f"<div><span>{one}</span><span>{_PAGES[one]}</span></div>" for one in titles)
            groups.append(f"<div><b>{name}</b>{rows}</div>")
        self.pages.append(
            f'<div class="page cover"><img src="{paint("cover", 900, 640)}"><div class="line">{line}</div>'
            f'<div class="title">{title}</div><div class="who">{who}</div><div class="when">{when}</div>'
            f'<div class="inside"><b>{cover["contents"]}</b><div class="cols">{"".join(groups)}</div></div></div>'
        )
        self.truth.page = 2

    def chair(self) -> None:
        """A letter in two columns, a strip below it."""
        part = self.text["chair"]
        body = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "lead")
        letter = self.story(part["text"]) + "".join(self.paragraph(text, "sign") for text in part["sign_off"])
        body += f'<div class="two">{letter}</div>'
        cells = []
        for cell in part["strip"]:
            self.truth.add_picture("other", None, labels=[cell["number"], cell["label"]])
            cells.append(f"<div><b>{cell['number']}</b><span>{cell['label']}</span></div>")
        self.end(f'{body}<div class="strip">{"".join(cells)}</div>{self.foot("1")}', 0)

    def strategy(self) -> None:
        """Aims with their icons, a box among them, a diagram."""
        part = self.text["strategy"]
        body = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "lead") + self.box("purpose", "dark")
        body += self.heading(part["heading_aims"], 2) + self.story(part["text_aims"]) + '<div class="grid">'
        for aim in self.text["aim"]:
            head = self.heading(aim["title"], 3)
            body += f'<div class="aim">{draw_icon(aim["icon"])}<div>{head}{self.story(aim["text"])}</div></div>'
        body += self.box("review") + "</div>" + self.heading(part["heading_value"], 2)
        body += f'<div class="two">{self.story(part["text_value"])}</div>'
        self.truth.add_picture("diagram", part["caption"], labels=" ".join(part["steps"]).replace("|", " ").split(" "))
        self.end(f"{body}{draw_steps(part['steps'])}<figcaption>{part['caption']}</figcaption>", 1)

    def kpi(self) -> None:
        """Nine cards in three rows."""
        part = self.text["kpi"]
        body = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "lead")
        for group in part["group"]:
            body += self.heading(group["heading"], 2) + '<div class="cards">'
            for card in group["cards"]:
                html, labels = draw_card(card)
                points = [{"x": x, "y": y} for x, y in zip(YEARS, card["values"], strict=True)]
                series = [{"name": None, "points": points}]
                self.truth.add_picture("chart", card["title"], labels=labels, series=series)
                body += html
            body += "</div>"
        body += self.heading(part["heading_method"], 2) + f'<div class="two">{self.story(part["text_method"])}</div>'
        self.end(body + self.foot("2"), 1)

    def risk(self) -> None:
        """The table of risks."""
        part = self.text["risk"]
        body = self.heading(part["heading"], 1) + f'<div class="two">{self.story(part["text"])}</div>'
        body += self.table(part, "risks", words=9) + '<div style="height:6mm"></div>'
        self.end(body + self.box("emerging", columns="two"), 1)

    def pay(self) -> None:
        """Two tables."""
        part, five = self.text["pay"], self.text["five"]
        body = self.heading(part["heading"], 1) + f'<div class="two">{self.story(part["text"])}</div>'
        body += self.table(part, "pay", now=6) + '<div style="height:2mm"></div>' + self.story(part["text_after"])
        body += '<div style="height:2mm"></div>' + self.heading(five["heading"], 1)
        self.end(body + self.table(five, "five", now=1), 2)

    def statements(self) -> None:
        """The two statements."""
        body = ""
        for part in (self.text["income"], self.text["balance"]):
            body += self.heading(part["heading"], 1) + self.paragraph(part["sub"], "sub")
            body += self.table(part, "state", now=2)
        self.end(body + self.story(self.text["balance"]["text"]), 3)

    def accounts(self) -> None:
        """The notes, justified."""
        part = self.text["accounts"]
        head = self.heading(part["heading"], 1)
        self.end(f'{head}<div class="notes">{self.story(part["text"], hyphens=True)}</div>', 3)


def main() -> None:
    """Writes the page, prints it."""
    review = Review()
    for page in (review.cover, review.chair, review.strategy, review.kpi, review.risk, review.pay, review.statements,
                 review.accounts):  # fmt: skip
        page()
    fonts = (Path(str(resources.files("font_caladea"))) / "files").glob("*.ttf")
    print_pages(HERE, review.text["report"], review.pages, fonts)
    write_truth(HERE, review.truth.records)


if __name__ == "__main__":
    main()
