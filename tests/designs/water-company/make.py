"""Makes report.pdf and truth.json: a water company's report and accounts on a tall page, printed by Chromium.

pip install pillow && python make.py    (Chromium and Debian's fonts-urw-base35 must be there)
"""

import re
import tomllib
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from drawing import Drawn, draw_bars, draw_line, draw_lying, draw_ring, paint, sign
from record import Truth
from typesetters import print_pages, write_truth

HERE = Path(__file__).parent


def set_words(text: str) -> str:
    """Text as HTML."""
    text = re.sub(r"\[([^\]^]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', escape(text, quote=False))
    return re.sub(r"\[\^(\w)\]", r"<sup>\1</sup>", re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text))


def split(line: str) -> list[tuple[str, int]]:
    """The cells of a line, each with the number of columns that it covers."""
    cells = (re.fullmatch(r"(.*?)(?:\^(\d))?", cell.strip()) for cell in line.split("|"))
    return [(cell[1], int(cell[2] or 1)) for cell in cells if cell]


class Report:
    """The pages, one method each."""

    def __init__(self) -> None:
        self.text: dict[str, Any] = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8"))
        company, report, parts = self.text["company"], self.text["report"], "|".join(self.text["parts"])
        titles = "|".join(re.escape(title) for _, rows in self.text["inside"]["groups"] for title, _ in rows)
        self.truth = Truth([r"^\d+$", rf"^({parts})$", rf"^(\d+ )?{company}( {report})?( \d+)?$", rf"^{report}( \d+)?$",
                            f"^{self.text['inside']['heading']}$", rf"^({titles})( \d+)?$"])  # fmt: skip
        self.pages: list[str] = []

    def end(self, body: str, part: int, kind: str = "") -> None:
        """A page with its part in the margin and a foot."""
        page = len(self.pages) + 1
        side = "odd" if page % 2 else "even"
        tab = f'<div class="tab">{self.text["parts"][part]}</div>'
        foot = f"<footer><b>{page}</b><span>{self.text['company']}</span><span>{self.text['report']}</span></footer>"
        self.pages.append(f'<div class="page {side} {kind}">{tab}{body}{foot}</div>')
        self.truth.page = page + 1

    def heading(self, title: str, rank: int) -> str:
        """A heading; what numbers it stands in another colour."""
        self.truth.add_heading(title, rank)
        shown = re.sub(r"^(Priority \d:|\d+ )", r"<i>\1</i>", escape(title, quote=False))
        return f"<h{rank}>{shown}</h{rank}>"

    def paragraph(self, text: str, name: str = "") -> str:
        """A paragraph."""
        self.truth.add_paragraph(text)
        return f'<p class="{name}">{set_words(text)}</p>'

    def lines(self, texts: Sequence[str]) -> str:
        """Lines at one leading, which are one paragraph."""
        self.truth.add_paragraph(" ".join(texts))
        return f'<p class="lines">{"<br>".join(map(set_words, texts))}</p>'

    def opening(self, part: dict[str, Any]) -> str:
        """The heading of a page, and its lead."""
        return f'<header>{self.heading(part["heading"], 1)}{self.paragraph(part["lead"], "lead")}</header>'

    def story(self, text: str) -> str:
        """Running text with all that stands in it."""
        out = []
        for block in text.strip().split("\n\n"):
            start, _, rest = block.partition(" ")
            if start in {"##", "###"}:
                out.append(self.heading(rest, len(start)))
            elif start == "@":
                out.append(self.table(rest, "small"))
            elif start == ">":
                out.append(self.paragraph(self.text["chair"][rest], "quote"))
            elif start == "-":
                items = block.removeprefix("- ").split("\n- ")
                for item in items:
                    self.truth.add_item(item)
                out.append(f"<ul>{''.join(f'<li>{set_words(item)}</li>' for item in items)}</ul>")
            else:
                out.append(self.paragraph(block))
        return "".join(out)

    def photo(self, words: str | None, width: int, height: int, seed: str = "") -> str:
        """A photo, and below it what it shows."""
        self.truth.add_picture("photo", words)
        legend = f"<figcaption>{words}</figcaption>" if words else ""
        return f'<figure><img src="{paint(words or seed, width, height)}">{legend}</figure>'

    def chart(self, name: str, drawn: Drawn) -> str:
        """A chart under its caption."""
        chart = self.text[name]
        points = [{"x": one[0], "y": one[1]} for one in chart["points"]]
        self.truth.add_picture("chart", chart["caption"], labels=drawn[1], series=[{"name": None, "points": points}])
        return f'<div class="chart"><p class="caption">{chart["caption"]}</p>{drawn[0]}</div>'

    def box(self, box: dict[str, Any], kind: str) -> str:
        """A box on a tint, its photo above its title."""
        self.truth.open_callout(box["title"])
        photo = self.photo(box["photo"], 300, 136) if "photo" in box else ""
        body = self.story(box["text"])
        self.truth.close_callout()
        return f'<div class="box {kind}">{photo}<div><h4>{box["title"]}</h4>{body}</div></div>'

    def table(self, name: str, kind: str = "state") -> str:
        """A table with its caption and its notes."""
        table = self.text["table"][name]
        words, wide = table.get("words", 1), len(split(table["head"]))
        heads = [split(table[part]) for part in ("groups", "head") if part in table]
        signs = [(line[0] if line[0] in "#=" else "", line.lstrip("#=").strip())
                 for line in table["rows"].strip().split("\n")]  # fmt: skip
        rows = [cells + [("", 1)] * (wide - len(cells)) for _, line in signs for cells in [split(line)]]
        self.truth.add_rows([*heads, *rows], len(heads), table)
        above = f'<p class="caption">{table["caption"]}</p>' if "caption" in table else ""
        out = [above, f'<table class="{kind} {name}">']
        out += [self.row(row, "th", "over" if n < len(heads) - 1 else "head", words) for n, row in enumerate(heads)]
        names = {"#": "group", "=": "sum", "": ""}
        out += [self.row(row, "td", names[sign], words) for row, (sign, _) in zip(rows, signs, strict=True)]
        notes = (re.sub(r"^(\d) ", r"<sup>\1</sup> ", note) for note in table.get("notes", []))
        return "".join(out) + "</table>" + "".join(f'<p class="note">{note}</p>' for note in notes)

    @staticmethod
    def row(row: list[tuple[str, int]], tag: str, name: str, words: int) -> str:
        """A row; `words` columns of text, then figures."""
        out, column = [f'<tr class="{name}">'], 0
        for text, span in row:
            shown = set_words(text).replace(" £m", "<br>£m")
            kind = "num" * (column >= words) + " wide" * bool(span > 1 and text)
            out.append(f'<{tag} colspan={span} class="{kind}">{shown}</{tag}>')
            column += span
        return "".join(out) + "</tr>"

    def cover(self) -> None:
        """Large type over a dark page, a photo at its foot."""
        who, title, what = self.text["cover"]
        for text in (who, title, what):
            self.truth.add_paragraph(text)
        self.truth.add_picture("photo", None)
        lines = title.replace(" ", "<br>")
        self.pages.append(f'<div class="page cover"><p class="who">{who}</p><p class="title">{lines}</p>'
                          f'<p class="what">{what}</p><img src="{paint("cover", 480, 264)}"></div>')  # fmt: skip
        self.truth.page = 2

    def contents(self) -> None:
        """What is inside on a dark column, who we are beside it."""
        part, inside = self.text["about"], self.text["inside"]
        groups = "".join(
            f"<b>{name}</b>" + "".join(f"<p><span>{title}</span><span>{page}</span></p>" for title, page in rows)
            for name, rows in inside["groups"]
        )
        left = f'<div class="inside"><h4>{inside["heading"]}</h4>{groups}</div>'
        right = self.heading(part["heading"], 1) + self.story(part["text"]) + self.photo(part["photo"], 320, 228)
        self.end(f"{left}<div>{right}</div>", 0, "split")

    def glance(self) -> None:
        """Six big numbers in a grid, two charts."""
        part = self.text["glance"]
        body = self.opening(part) + '<div class="strip">'
        for number, label in (cell.split("|") for cell in part["strip"]):
            self.truth.add_picture("other", None, labels=[number, label])
            body += f"<div><b>{number}</b><span>{label}</span></div>"
        body += "</div>" + self.heading(part["heading_money"], 2) + self.paragraph(part["text_money"])
        left = self.chart("donut", draw_ring(self.text["donut"]["points"]))
        right = self.chart("spend", draw_bars(self.text["spend"]["points"], 250, 50))
        self.end(f'{body}<div class="halves">{left}{right}</div>', 0)

    def chair(self) -> None:
        """A portrait in a narrow column, the statement in two."""
        part = self.text["chair"]
        body = self.opening(part) + f'<div class="aside">{self.photo(part["photo"], 200, 250)}<div class="two">'
        body += self.story(part["text"])
        self.truth.add_picture("other", None)
        self.end(f"{body}{sign()}{self.lines(part['sign'])}</div></div>", 0)

    def strategy(self) -> None:
        """Four priorities in a grid of rules."""
        body = self.opening(self.text["strategy"]) + '<div class="grid">'
        for one in self.text["priority"]:
            body += f"<div>{self.heading(one['title'], 2)}{self.story(one['text'])}</div>"
        self.end(body + "</div>", 1)

    def performance(self) -> None:
        """A wide table, two charts, text in two columns."""
        part = self.text["performance"]
        body = self.opening(part) + self.table("kpi", "ledger")
        left = self.chart("leaks", draw_line(self.text["leaks"]["points"], 70, 110, 10))
        right = self.chart("spills", draw_lying(self.text["spills"]["points"]))
        body += f'<div class="halves">{left}{right}</div>'
        self.end(f'{body}<div class="two">{self.story(part["text"])}</div>', 1)

    def stories(self) -> None:
        """Two stories with photos, two boxes."""
        body = self.opening(self.text["stories"]) + '<div class="halves">'
        body += "".join(self.box(one, "tall") for one in self.text["story"])
        body += "".join(self.box(one, "pale") for one in self.text["box"])
        self.end(body + "</div>", 1)

    def risk(self) -> None:
        """A table of words."""
        part = self.text["risk"]
        body = self.opening(part) + self.paragraph(part["text"]) + self.table("risk", "ledger")
        self.end(body + self.paragraph(part["text_after"], "after"), 1)

    def governance(self) -> None:
        """Two columns, a table below them."""
        part = self.text["governance"]
        body = self.opening(part) + f'<div class="two">{self.story(part["text"])}</div>'
        self.end(body + self.table("attendance", "ledger"), 2)

    def pay(self) -> None:
        """A wide table, then two narrow ones beside each other."""
        part = self.text["pay"]
        body = self.opening(part) + f'<div class="two">{self.story(part["text"])}</div>' + self.table("pay", "ledger")
        left = self.paragraph(part["text_middle"]) + self.table("bonus", "ledger")
        right = self.heading(part["heading_ratio"], 2) + self.table("ratio", "ledger")
        right += self.paragraph(part["text_ratio"])
        self.end(f'{body}<div class="halves"><div>{left}</div><div>{right}</div></div>', 2)

    def statement(self, name: str, when: str, kind: str = "state") -> str:
        """A statement under its heading and its date."""
        part = self.text["accounts"]
        return self.heading(part[name], 1) + self.paragraph(part[when], "sub") + self.table(name, kind)

    def statements(self) -> None:
        """Three statements on one page, two beside each other on the next."""
        part = self.text["accounts"]
        body = self.statement("income", "year") + self.statement("wide", "year") + self.statement("equity", "year")
        self.end(body + self.paragraph(part["after"], "after"), 3, "close")
        left, right = self.statement("balance", "date", "state slim"), self.statement("cash", "year", "state slim")
        body = f'<div class="halves"><div>{left}</div><div>{right}</div></div>{self.paragraph(part["signed"], "after")}'
        self.end(f"{body}{self.lines(self.text['chair']['sign'][1:])}", 3, "close")

    def notes(self) -> None:
        """Small type in two columns."""
        part = self.text["notes"]
        head = self.heading(part["heading"], 1)
        self.end(f'{head}<div class="two fine">{self.story(part["text"])}</div>', 3, "close")

    def last(self) -> None:
        """Words explained, and where to write to."""
        body = self.heading(self.text["glossary"]["heading"], 1) + self.table("glossary", "ledger")
        part = self.text["contacts"]
        body += self.heading(part["heading"], 1) + '<div class="thirds">'
        for title, lines in part["groups"]:
            body += f"<div>{self.heading(title, 2)}{self.lines(lines)}</div>"
        self.end(body + "</div>", 4, "close")


def main() -> None:
    """Writes the page, prints it."""
    report = Report()
    for page in (report.cover, report.contents, report.glance, report.chair, report.strategy, report.performance,
                 report.stories, report.risk, report.governance, report.pay, report.statements, report.notes,
                 report.last):  # fmt: skip
        page()
    print_pages(HERE, report.text["report"], report.pages)
    write_truth(HERE, report.truth.records)


if __name__ == "__main__":
    main()
