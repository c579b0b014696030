"""Makes report.pdf and truth.json: a housing association's annual report on square pages, printed by Chromium.

pip install pillow && python make.py    (Chromium, Open Sans and Debian's fonts-urw-base35 must be there)
"""

import base64
import random
import re
import tomllib
from collections.abc import Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from ledger import read_heads, read_rows, set_table
from PIL import Image, ImageDraw, ImageFilter
from record import Truth
from typesetters import print_pages, write_truth

HERE = Path(__file__).parent


def set_words(text: str) -> str:
    """Text as HTML."""
    return re.sub(r"\[([^\]^]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', escape(text, quote=False))


def paint(seed: str, width: int, height: int) -> str:
    """A picture of roofs in a row that shows no place."""
    dice = random.Random(seed)  # noqa: S311
    image = Image.new("RGB", (width, height), (214, 222, 220))
    pen = ImageDraw.Draw(image)
    for row in range(5):
        for x in range(-40, width, 60):
            y, shade = height * (25 + 15 * row) // 100 + dice.randrange(-12, 12), dice.randrange(70, 190)
            pen.polygon([(x, y + 30), (x + 30, y), (x + 60, y + 30)], fill=(shade, shade // 2, shade // 3))
            pen.rectangle((x + 4, y + 30, x + 56, height + 60), fill=(shade, shade * 9 // 10, shade * 8 // 10))
    out = BytesIO()
    image.filter(ImageFilter.GaussianBlur(3)).save(out, "JPEG", quality=60)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()


class Report:
    """The pages, one method each."""

    def __init__(self) -> None:
        self.text: dict[str, Any] = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8"))
        company, report, parts = self.text["company"], self.text["report"], "|".join(self.text["parts"])
        inside = self.text["contents"]
        titles = "|".join(re.escape(title) for _, rows in inside["groups"] for title, _ in rows)
        self.truth = Truth([r"^\d+$", f"^{company}$", f"^({parts})$", f"^{report}$", rf"^({report} )?\d+$",
                            rf"^\d+ {report}$", f"^{inside['heading']}$", rf"^({titles})( \d+)?$",
                            r"^Business review continued$", r"^8\. Housing properties \(continued\)$",
                            r"^Notes to the financial statements \(continued\)$"])  # fmt: skip
        self.pages: list[str] = []

    def end(self, body: str, part: int) -> None:
        """A page with its head and its foot, the folio at the outer edge."""
        page = len(self.pages) + 1
        side = "odd" if page % 2 else "even"
        head = f"<nav><span>{self.text['parts'][part]}</span><span>{self.text['company']}</span></nav>"
        foot = f"<footer><b>{page}</b><span>{self.text['report']}</span></footer>"
        self.pages.append(f'<div class="page {side}">{head}{body}{foot}</div>')
        self.truth.page = page + 1

    def heading(self, title: str, rank: int) -> str:
        """A heading."""
        self.truth.add_heading(title, rank)
        return f"<h{rank}>{escape(title, quote=False)}</h{rank}>"

    def paragraph(self, text: str, name: str = "") -> str:
        """A paragraph."""
        self.truth.add_paragraph(text)
        return f'<p class="{name}">{set_words(text)}</p>'

    def lines(self, texts: Sequence[str]) -> str:
        """Lines at one leading, which are one paragraph."""
        self.truth.add_paragraph(" ".join(texts))
        return f'<p class="lines">{"<br>".join(texts)}</p>'

    def story(self, text: str) -> str:
        """Running text with all that stands in it."""
        out = []
        for block in text.strip().split("\n\n"):
            start, _, rest = block.partition(" ")
            if start in {"##", "###"}:
                out.append(self.heading(rest, len(start)))
            elif start == "@":
                out.append(self.table(rest, "small"))
            elif block.startswith("- "):
                items = block.removeprefix("- ").split("\n- ")
                for item in items:
                    self.truth.add_item(item)
                out.append(f"<ul>{''.join(f'<li>{set_words(item)}</li>' for item in items)}</ul>")
            else:
                out.append(self.paragraph(block))
        return "".join(out)

    def beside(self, title: str, body: str) -> str:
        """A heading in the margin, what stands under it at its right."""
        return f'<div class="beside"><div>{title}</div><div>{body}</div></div>'

    def table(self, name: str, kind: str) -> str:
        """A table with its caption and its notes; of one that a page ends in, what stands before."""
        table = self.text["tables"][name]
        caption, notes = table.get("caption"), table.get("notes", [])
        heads = read_heads(table)
        self.truth.add_rows([*heads, *(row.cells for row in read_rows(table))], len(heads), caption, notes)
        above = f'<p class="caption">{caption}</p>' if caption else ""
        raised = (re.sub(r"^([a-z0-9]) ", r"<sup>\1</sup> ", note) for note in notes)
        below = "".join(f'<p class="note">{note}</p>' for note in raised)
        return above + set_table(table, kind) + below

    def strip(self, pairs: Sequence[Sequence[str]], kind: str) -> str:
        """Big numbers with their labels."""
        out = []
        for number, label in pairs:
            self.truth.add_picture("other", None, labels=[number, label])
            out.append(f"<div><b>{number}</b><span>{label}</span></div>")
        return f'<div class="strip {kind}">{"".join(out)}</div>'

    def box(self, name: str) -> str:
        """A callout."""
        box = self.text[name]
        self.truth.open_callout(box["title"])
        body = self.story(box["text"])
        self.truth.close_callout()
        return f'<div class="box"><h4>{box["title"]}</h4>{body}</div>'

    def bars(self) -> str:
        """Bars with their values above and their years below."""
        chart = self.text["chart"]
        points = chart["points"]
        series = [{"name": None, "points": [{"x": year, "y": value} for year, value in points]}]
        labels = [str(word) for year, value in points for word in (value, year)]
        self.truth.add_picture("chart", chart["caption"], labels=labels, series=series)
        out = []
        for n, (year, value) in enumerate(points):
            tall, shade = value * 0.5, "#b5482e" if year == "2016" else "#c9cfc4"
            out.append(f'<rect x="{n * 48 + 6}" y="{124 - tall}" width="36" height="{tall}" fill="{shade}"/>')
            out.append(f'<text x="{n * 48 + 24}" y="{120 - tall}">{value}</text>')
            out.append(f'<text x="{n * 48 + 24}" y="136">{year}</text>')
        out.append('<path d="M0 124.3h240" stroke="#2d3a38" stroke-width="0.6"/>')
        return (f'<p class="caption">{chart["caption"]}</p><svg viewBox="0 0 240 140" font-size="8"'
                f' text-anchor="middle">{"".join(out)}</svg>')  # fmt: skip

    def cover(self) -> None:
        """A picture over all the page with a panel at its foot."""
        part = self.text["cover"]
        self.truth.add_picture("photo", None)
        for text in (part["title"], " ".join(part["lines"]), self.text["company"]):
            self.truth.add_paragraph(text)
        lines = "".join(f"<span>{line}</span>" for line in part["lines"])
        self.pages.append(
            f'<div class="page cover"><img src="{paint("cover", 680, 680)}"><div class="panel"><b>{part["title"]}</b>'
            f'{lines}<i>{self.text["company"]}</i></div></div>'
        )
        self.truth.page = 2

    def glance(self) -> None:
        """Two facing pages: who we are, and where; what is inside at the foot of the second."""
        part, where = self.text["glance"], self.text["where"]
        body = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "lead")
        body += f'<div class="two">{self.story(part["text"])}</div>' + self.strip(part["strip"], "wide")
        body += self.heading(part["work"], 2) + '<div class="three">'
        for card in self.text["cards"]:
            body += f"<div>{self.heading(card['title'], 3)}{self.paragraph(card['text'])}</div>"
        self.truth.add_picture("photo", None)
        self.end(f'{body}</div><img class="low" src="{paint("glance", 680, 210)}">', 0)
        head = self.heading(where["heading"], 2)
        left = head + self.story(where["text"]) + self.table("districts", "small")
        inside = self.text["contents"]
        groups = "".join(
            f"<div><b>{name}</b>" + "".join(f"<p><span>{one}</span><span>{n}</span></p>" for one, n in rows) + "</div>"
            for name, rows in inside["groups"]
        )
        inside = f'<div class="inside"><h4>{inside["heading"]}</h4><div class="three">{groups}</div></div>'
        self.end(f'<div class="split"><div>{left}</div><div>{self.bars()}</div></div>{inside}', 0)

    def chair(self) -> None:
        """What matters in large type at the left, the statement in two columns."""
        part = self.text["chair"]
        body = self.heading(part["heading"], 1)
        left = self.paragraph(part["lead"], "lead")
        left += f'<figure><img src="{paint("lark", 400, 300)}"><figcaption>{part["photo"]}</figcaption></figure>'
        self.truth.add_picture("photo", part["photo"])
        left += f'<div class="quote">{self.paragraph(part["quote"])}</div>'
        right = self.story(part["text"]) + "".join(self.paragraph(text, "sign") for text in part["sign"])
        self.end(f'{body}<div class="aside"><div>{left}</div><div class="two">{right}</div></div>', 0)

    def strategy(self) -> None:
        """Three aims side by side."""
        part = self.text["strategy"]
        body = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "lead") + '<div class="three aims">'
        for aim in self.text["aims"]:
            body += f"<div>{self.heading(aim['title'], 2)}{self.story(aim['text'])}</div>"
        body += f'</div><div class="two">{self.story(part["closing"])}</div>'
        photo = f'<figure><img src="{paint("mill", 680, 210)}"><figcaption>{part["photo"]}</figcaption></figure>'
        self.truth.add_picture("photo", part["photo"])
        self.end(body + photo, 0)

    def kpi(self) -> None:
        """Panels, and a table of further measures."""
        part = self.text["kpi"]
        body = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "lead") + '<div class="panels">'
        for panel in self.text["panels"]:
            self.truth.open_callout(panel["title"])
            self.truth.add_picture("other", None, labels=[panel["big"], *panel["small"]])
            small = "".join(f"<span>{text}</span>" for text in panel["small"])
            text = self.paragraph(panel["text"])
            self.truth.close_callout()
            body += f'<div class="box"><h4>{panel["title"]}</h4><b>{panel["big"]}</b><div>{small}</div>{text}</div>'
        body += "</div>" + self.table("measures", "measures")
        body += self.paragraph(part["after"], "after")
        self.end(f'{body}<div class="two">{self.story(part["more"])}</div>', 0)

    def review(self) -> None:
        """Two columns with a sidebar, on two pages."""
        part = self.text["review"]
        head = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "lead")
        text = self.story(part["first"])
        side = self.box("case") + self.strip(self.text["side"]["strip"], "tall")
        self.end(f'{head}<div class="sidebar"><div class="two">{text}</div><div>{side}</div></div>', 0)
        head = '<div class="again">Business review <span>continued</span></div>'
        text = self.story(part["second"])
        side = self.table("homes", "small") + self.box("lark")
        self.end(f'{head}<div class="sidebar"><div class="two">{text}</div><div>{side}</div></div>', 0)

    def governance(self) -> None:
        """Headings stand in the margin."""
        part = self.text["governance"]
        body = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "lead")
        for block in part["text"].strip().removeprefix("## ").split("\n\n## "):
            title, _, rest = block.partition("\n\n")
            head = self.heading(title, 2)
            body += self.beside(head, self.story(rest))
        self.end(body + self.beside("", self.lines(part["signed"])), 1)

    def remuneration(self) -> None:
        """One wide table, two narrow ones."""
        part = self.text["remuneration"]
        body = self.heading(part["heading"], 1) + self.story(part["first"]) + self.table("executive", "state")
        body += f'<div class="two">{self.story(part["middle"])}</div>'
        tables = f"<div>{self.table('fees', 'small')}</div>", f"<div>{self.table('bands', 'small')}</div>"
        self.end(f'{body}<div class="halves">{"".join(tables)}</div>{self.story(part["last"])}', 1)

    def auditor(self) -> None:
        """Two dense columns."""
        part = self.text["auditor"]
        body = self.heading(part["heading"], 1) + self.paragraph(part["lead"], "sub")
        text = self.story(part["text"]) + self.lines(part["sign"])
        self.end(f'{body}<div class="two dense">{text}</div>', 1)

    def statement(self, name: str, kind: str = "state") -> str:
        """A statement under its heading."""
        part = self.text[name]
        body = self.heading(part["heading"], 1) + self.paragraph(part["caption"], "sub")
        return body + self.table(name, kind) + (self.paragraph(part["after"], "after") if "after" in part else "")

    def statements(self) -> None:
        """Three statements, each on its page."""
        self.end(self.statement("income"), 2)
        self.end(self.statement("position", "state tight"), 2)
        body = self.statement("cash", "state tight")
        self.end(body + self.heading(self.text["debt"]["heading"], 2) + self.table("debt", "state tight"), 2)

    def notes(self) -> None:
        """Numbers and titles of the notes stand in the margin; one table runs over a page."""
        body = self.heading(self.text["notes"]["heading"], 1)
        turns = {"4. Employees", "12. Creditors: due after more than one year"}
        for note in self.text["note"]:
            if note["title"] in turns:
                body = self.turn(body)
            head = self.heading(note["title"], 2)
            body += self.beside(head, self.story(note["text"]))
            if "rest" in note:
                body = self.turn(body)
                table = set_table(self.text["tables"]["properties"], "small", turned=True)
                again = f"<h2>{note['title']} (continued)</h2>"
                body += self.beside(again, table + self.story(note["rest"]))
        self.end(f'<div class="fine">{body}</div>', 2)

    def turn(self, body: str) -> str:
        """Ends a page of notes; returns the head of the next."""
        self.end(f'<div class="fine">{body}</div>', 2)
        return f'<div class="again">{self.text["notes"]["heading"]} <span>(continued)</span></div>'

    def five(self) -> None:
        """Five years, and what members need to know."""
        part = self.text["calendar"]
        body = self.heading(self.text["five"]["heading"], 1) + self.table("five", "state tight")
        body += self.heading(part["heading"], 1)
        left, right = self.story(part["text"]), self.table("dates", "small") + self.box("office")
        self.end(f'{body}<div class="halves"><div>{left}</div><div>{right}</div></div>', 2)


def main() -> None:
    """Writes the page, prints it."""
    report = Report()
    for page in (report.cover, report.glance, report.chair, report.strategy, report.kpi, report.review,
                 report.governance, report.remuneration, report.auditor, report.statements, report.notes,
                 report.five):  # fmt: skip
        page()
    print_pages(HERE, report.text["report"], report.pages)
    write_truth(HERE, report.truth.records)


if __name__ == "__main__":
    main()
