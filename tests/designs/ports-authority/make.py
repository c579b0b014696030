"""Makes report.pdf and truth.json: the report of an authority on pages that lie on their side, set by WeasyPrint.

pip install weasyprint pillow && python make.py    (Debian's fonts-urw-base35 must be there)
"""

import json
import re
import tomllib
from html import escape
from pathlib import Path
from typing import Any

from drawing import draw_bars, draw_map, paint
from record import Truth
from weasyprint import HTML

HERE = Path(__file__).parent
_PARTS = ["Overview", "Performance", "Governance", "Accounts"]


def set_words(text: str) -> str:
    """Text as HTML."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))


class Report:
    """The pages, one method each."""

    def __init__(self) -> None:
        self.text: dict[str, Any] = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8").replace("'", "’"))
        name = f"{self.text['company']} {self.text['report']}"
        self.truth = Truth([r"^\d+$", f"^{name}$", rf"^\d+ {name}$", rf"^{name} \d+$", rf"^({'|'.join(_PARTS)})$"])
        self.pages: list[str] = []

    def make(self) -> None:
        """All pages."""
        for page in (self.cover, self.highlights, self.glance, self.chair, self.review, self.governance, self.board,
                     self.pay, self.auditor, self.statements, self.notes, self.back):  # fmt: skip
            page()

    def end(self, body: str, part: int) -> None:
        """A page with its part at the head and its folio at the foot."""
        page = len(self.pages) + 1
        running = f"{self.text['company']} <i>{self.text['report']}</i>"
        foot = f'<div class="foot"><b>{page}</b>{running}</div>'
        self.pages.append(f'<div class="page"><div class="part">{_PARTS[part]}</div>{body}{foot}</div>')
        self.truth.page = page + 1

    def heading(self, title: str, rank: int = 1) -> str:
        """A heading."""
        self.truth.add_heading(title, rank)
        return f"<h{rank}>{escape(title, quote=False)}</h{rank}>"

    def paragraph(self, text: str, name: str = "") -> str:
        """A paragraph."""
        self.truth.add_paragraph(text)
        return f'<p class="{name}">{set_words(text)}</p>'

    def lines(self, lines: list[str], name: str = "") -> str:
        """Lines at one leading, which are one paragraph: who signs and when, or an address."""
        self.truth.add_paragraph(" ".join(lines))
        return f'<p class="{name}">{"<br>".join(lines)}</p>'

    def story(self, text: str, rank: int = 2) -> str:
        """Running text with all that stands in it."""
        out = []
        for block in text.strip().split("\n\n"):
            start, _, rest = block.partition(" ")
            if start == "##":
                out.append(self.heading(rest, rank))
            elif start == ">":
                out.append(self.paragraph(rest, "quote"))
            elif start == "-":
                out.append(self.bullets([line.removeprefix("- ") for line in block.splitlines()]))
            elif start == "!":
                words = self.text["review"][f"photo_{rest}"]
                self.truth.add_picture("photo", words)
                out.append(f'<div class="photo"><img src="{paint(rest, 500, 300)}"><p class="legend">{words}</p></div>')
            elif start == "@":
                out.append(self.table(self.text["table"][rest], "small"))
            elif start == "+":
                out.append(self.box(self.text["box"][rest]))
            else:
                out.append(self.paragraph(block))
        return "".join(out)

    def bullets(self, items: list[str]) -> str:
        """A list that belongs to the paragraph above it."""
        for item in items:
            self.truth.add_item(item, "■")
        return f"<ul>{''.join(f'<li>{set_words(item)}</li>' for item in items)}</ul>"

    def box(self, box: dict[str, Any]) -> str:
        """Key facts: a label in bold and what it is, line by line."""
        lines = [f"**{label}** {words}" for label, words in (item.split(": ", 1) for item in box["items"])]
        self.truth.add_callout(box["title"], lines)
        return f'<div class="box"><h4>{box["title"]}</h4>{"".join(f"<p>{set_words(line)}</p>" for line in lines)}</div>'

    def table(self, table: dict[str, Any], kind: str = "", words: int = 1) -> str:
        """A table with `words` columns of text, then numbers."""
        caption, notes, wide = table.get("caption"), table.get("notes", []), len(table["head"])
        over = table.get("groups", [])
        rows = [row.lstrip("=+").split("|") for row in table["rows"]]
        rows = [row + [""] * (wide - len(row)) for row in rows]
        cells = [[(text, 1) for text in row] for row in [table["head"], *rows]]
        self.truth.add_cells([over, *cells] if over else cells, 2 if over else 1, caption, notes)
        out = [f'<p class="caption">{caption}</p>' if caption else "", f'<table class="{kind}">']
        if over:
            out.append("<tr>" + "".join(f'<th colspan="{span}" class="{"over" * bool(text)}">{text}</th>'
                                        for text, span in over) + "</tr>")  # fmt: skip
        out.append(self.row(table["head"], "th", "", words))
        for row, text in zip(rows, table["rows"], strict=True):
            name = {"=": "total", "+": "sum"}.get(text[0], "" if any(row[1:]) else "group")
            out.append(self.row(row, "td", name, words))
        return "".join(out) + "</table>" + "".join(f'<p class="note">{note}</p>' for note in notes)

    @staticmethod
    def row(row: list[str], tag: str, name: str, words: int) -> str:
        """A row of a table."""
        cells = (f'<{tag} class="{"num" if c >= words else ""}">{escape(cell).replace(" £000", "<br>£000")}</{tag}>'
                 for c, cell in enumerate(row))  # fmt: skip
        return f'<tr class="{name}">{"".join(cells)}</tr>'

    def cover(self) -> None:
        """A photo on the left, the title on the right."""
        who, what, line = self.text["cover"]["lines"]
        self.truth.add_picture("photo", None)
        for text in (who, what, line):
            self.truth.add_paragraph(text)
        self.pages.append(f'<div class="page cover"><img src="{paint("cover", 700, 800)}"><div class="who">{who}</div>'
                          f'<div class="what">{what}</div><div class="line">{line}</div></div>')  # fmt: skip
        self.truth.page = 2

    def highlights(self) -> None:
        """Six big numbers, then what was done."""
        part = self.text["highlights"]
        body = self.heading(part["heading"]) + self.paragraph(part["text"], "lead") + '<div class="numbers">'
        for number, label in (cell.split("|") for cell in part["strip"]):
            self.truth.add_picture("other", None, labels=[number, label])
            body += f'<div class="number"><b>{number}</b><span>{label}</span></div>'
        body += '</div><div class="low">' + self.heading(part["heading_year"], 2) + self.paragraph(part["text_year"])
        self.end(body + self.bullets(part["list"]) + "</div>", 0)

    def glance(self) -> None:
        """A map, and a table beside it."""
        part = self.text["glance"]
        body = self.heading(part["heading"]) + self.paragraph(part["text"], "lead")
        drawing, words = draw_map()
        self.truth.add_picture("map", part["caption_map"], labels=words)
        body += f'<div class="third">{drawing}<p class="legend">{part["caption_map"]}</p></div>'
        table = self.text["table"]["glance"] | {"caption": part["caption"]}
        self.end(f'{body}<div class="rest">{self.table(table, "wide", 2)}</div>', 0)

    def chair(self) -> None:
        """Three columns, signed."""
        part = self.text["chair"]
        body = self.heading(part["heading"]) + self.paragraph(part["lead"], "lead")
        text = self.story(part["text"]) + self.lines(part["sign_off"], "sign")
        self.end(f'{body}<div class="three">{text}</div>', 0)

    def review(self) -> None:
        """Three columns on two pages, a chart at the end."""
        part = self.text["review"]
        first, second = part["text"].split("## Thornsea")
        body = self.heading(part["heading"]) + self.paragraph(part["lead"], "lead")
        self.end(f'{body}<div class="three">{self.story(first)}</div>', 1)
        text = self.story(f"## Thornsea{second}")
        chart = part["chart"]
        drawing, words = draw_bars(chart)
        points = [{"x": year, "y": value} for year, value in chart["points"]]
        self.truth.add_picture("chart", chart["caption"], labels=[chart["unit"], *words],
                               series=[{"name": None, "points": points}])  # fmt: skip
        text += (f'<div class="chart"><p class="caption">{chart["caption"]}</p><p class="unit">{chart["unit"]}</p>'
                 f"{drawing}</div>")  # fmt: skip
        self.end(f'<div class="three">{text}</div>', 1)

    def governance(self) -> None:
        """Paragraphs that bold words open."""
        part = self.text["governance"]
        body = self.heading(part["heading"]) + self.paragraph(part["lead"], "lead")
        self.end(f'{body}<div class="three">{self.story(part["text"])}</div>', 2)

    def board(self) -> None:
        """Portraits in two rows of four."""
        part = self.text["board"]
        body = self.heading(part["heading"])
        for role, text in part["members"]:
            self.truth.add_picture("photo", None)
            body += f'<div class="member"><img src="{paint(role, 220, 150)}">{self.heading(role, 3)}'
            body += self.paragraph(text) + "</div>"
        self.end(body, 2)

    def pay(self) -> None:
        """Text in a narrow column, tables in a wide one."""
        part = self.text["pay"]
        body = self.heading(part["heading"]) + f'<div class="third">{self.story(part["text"])}</div>'
        body += '<div class="rest">' + self.table(part) + self.paragraph(part["text_after"])
        self.end(f"{body}{self.table(self.text['pension'])}</div>", 2)

    def auditor(self) -> None:
        """The auditor on the left, income and the five years on the right."""
        part, income, five = (self.text[name] for name in ("auditor", "income", "five"))
        body = '<div class="half">' + self.heading(part["heading"]) + self.story(part["text"])
        body += self.lines(part["sign_off"], "sign") + '</div><div class="half">'
        body += self.heading(income["heading"]) + self.paragraph(income["sub"], "sub") + self.table(income, "state")
        body += self.paragraph(income["text"]) + self.heading(five["heading"]) + self.table(five)
        self.end(body + self.paragraph(five["text"], "small") + "</div>", 3)

    def statements(self) -> None:
        """Two statements beside each other."""
        body = ""
        for part in (self.text["balance"], self.text["cash"]):
            body += '<div class="half">' + self.heading(part["heading"]) + self.paragraph(part["sub"], "sub")
            body += self.table(part, "state") + "</div>"
        self.end(body, 3)

    def notes(self) -> None:
        """Small type in three columns."""
        part = self.text["notes"]
        self.end(self.heading(part["heading"]) + f'<div class="three tight">{self.story(part["text"])}</div>', 3)

    def back(self) -> None:
        """The address."""
        self.truth.leave()
        who, *lines = self.text["back"]["lines"]
        self.pages.append(f'<div class="page back">{self.paragraph(who, "who")}{self.lines(lines)}</div>')


def main() -> None:
    """One making."""
    report = Report()
    report.make()
    style = (HERE / "style.css").read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>{report.text["report"]}</title><style>{style}</style>'
    page = f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>{"".join(report.pages)}</body></html>'
    HTML(string=page).write_pdf(HERE / "report.pdf")
    truth = json.dumps(report.truth.records, indent=1, ensure_ascii=False)
    (HERE / "truth.json").write_text(truth + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
