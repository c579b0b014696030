"""Makes report.pdf and truth.json: a commissioner's glossy brochure, a page of the web that Chromium prints.

pip install pillow fontpkg-barlow fontpkg-dm-serif-display && python make.py
"""

import json
import re
import subprocess
import tempfile
import tomllib
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from drawing import draw_bars, draw_donut, draw_icon, paint
from record import Truth

HERE = Path(__file__).parent
_CLOSED = {"two", "three", "one", "pair", "main", "split"}
_SIZES = {"cover": (640, 560), "sea": (640, 300), "lane": (640, 190), "fair": (640, 170), "harbour": (640, 250)}


def set_words(text: str) -> str:
    """Words with their markup as HTML."""
    text = re.sub(r"\[\^(\d)\]", r"<sup>\1</sup>", escape(text, quote=False))
    return re.sub(r"\[([^\]^]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', text)


class Brochure:
    """The pages as HTML, with their truth; `contents` are the chapters and pages that a first writing found."""

    def __init__(self, contents: list[tuple[str, int]]) -> None:
        self.text = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8"))
        self.contents, self.truth, self.out = contents, Truth(page=0), []
        for page in self.text["page"]:
            self.truth.page += 1
            self.out.append(f'<section class="page {page["kind"]}"><div class="body">')
            for block in re.split(r"\n+(?=:|\n)", page["text"].strip()):
                if block.strip():
                    self.add_block(block.strip())
            self.out.append(f"</div>{self.make_foot(page['kind'])}</section>")
        self.add_furniture()

    def make_foot(self, kind: str) -> str:
        """The running foot of a page; covers have none."""
        if kind in {"cover", "back"}:
            return ""
        words = f"<span>{self.text['holder']}</span><span>{self.text['report']}<b>{self.truth.page}</b></span>"
        return f'<footer class="foot">{words}</footer>'

    def add_furniture(self) -> None:
        """What runs along and the contents, as patterns."""
        tabs = [page["text"].split("\n")[0][9:] for page in self.text["page"] if page["text"].startswith(":running")]
        runs = [self.text["holder"], self.text["report"], "Contents", *tabs]
        runs += [f"{page} {title}" for title, page in self.contents] + [title for title, _ in self.contents]
        patterns = [rf"^{re.escape(run)}$".replace(r"\ ", " ") for run in runs]
        self.truth.records["furniture"] = [*patterns, r"^\d+$", rf"^{self.text['report']} \d+$"]

    def add_block(self, block: str) -> None:
        """One block of a page's text."""
        if block.startswith(":"):
            first, *more = block.split("\n", 1)
            name, _, rest = first[1:].partition(" ")
            self.add_part(name, rest)
            for text in more:
                self.add_block(text)
        elif block.startswith("#"):
            first, *more = block.split("\n", 1)
            mark, title = first.split(" ", 1)
            self.truth.add_heading(title, len(mark))
            self.out.append(f"<h{len(mark)}>{set_words(title)}</h{len(mark)}>")
            for text in more:
                self.add_block(text)
        elif block.startswith(("- ", "1. ")):
            self.add_list(block.splitlines())
        else:
            self.truth.add_paragraph(block)
            self.out.append(f"<p>{set_words(block)}</p>")

    def add_list(self, lines: list[str]) -> None:
        """Bullets, or numbers that the browser sets."""
        kind = "ul" if lines[0].startswith("-") else "ol"
        self.out.append(f"<{kind}>")
        for line in lines:
            mark, words = line.split(" ", 1)
            self.truth.add_item(words, mark.replace("-", "•"))
            self.out.append(f"<li>{set_words(words)}</li>")
        self.out.append(f"</{kind}>")

    def add_part(self, name: str, rest: str) -> None:
        """What stands beside running text, or the beginning and end of columns."""
        if name in _CLOSED:
            opening = {"main": '<div class="beside"><div class="two">', "split": '<div class="split"><div>'}
            self.out.append(opening.get(name, f'<div class="{name}">'))
            self.closing = "</div></div>" if name in opening else "</div>"
        elif name == "column":
            self.out.append('<div class="letter">')
            self.closing = "</div>"
        elif name in {"aside", "with"}:
            self.out.append(f'</div><div class="{name}">')
        elif name == "end":
            self.out.append(self.closing)
        else:
            getattr(self, f"add_{name}")(rest)

    def add_art(self, _rest: str) -> None:
        """Shapes behind the cover, and the office's sign."""
        self.out.append('<div class="disc a"></div><div class="disc b"></div>')
        self.truth.add_picture("photo", None)

    def add_line(self, rest: str) -> None:
        """A line of the cover."""
        kind, words = rest.split(" ", 1)
        self.truth.add_paragraph(words)
        self.out.append(f'<p class="line {kind}">{words}</p>')

    def add_contents(self, _rest: str) -> None:
        """The pages of the chapters, numbers first."""
        rows = "".join(f"<li><b>{page}</b><span>{title}</span></li>" for title, page in self.contents)
        self.out.append(f'<nav class="contents"><h2>Contents</h2><ol>{rows}</ol></nav>')

    def add_title(self, rest: str) -> None:
        """A chapter's title without a band."""
        self.truth.add_heading(rest, 1)
        self.out.append(f"<h1>{rest}</h1>")

    def add_band(self, rest: str) -> None:
        """A chapter's title on colour that runs off the page, with its icon."""
        icon, words = rest.split(" ", 1)
        number, _, title = words.rpartition(" | ")
        self.truth.add_heading(title, 1, number or None)
        eyebrow = f'<span class="eyebrow">{number}</span>' if number else ""
        self.out.append(f'<header class="band">{draw_icon(icon)}<h1>{eyebrow}{title}</h1></header>')

    def add_running(self, rest: str) -> None:
        """The name of a chapter along the top of its later pages."""
        self.out.append(f'<div class="running">{rest}</div>')

    def add_lead(self, rest: str) -> None:
        """The first paragraph, larger."""
        self.truth.add_paragraph(rest)
        self.out.append(f'<p class="lead">{rest}</p>')

    def add_signed(self, rest: str) -> None:
        """Whose letter it is."""
        self.truth.add_paragraph(rest)
        self.out.append(f'<p class="signed">{rest}</p>')

    def add_contact(self, rest: str) -> None:
        """An icon and where to write or call."""
        icon, words = rest.split(" ", 1)
        self.truth.add_paragraph(words)
        self.out.append(f'<p class="contact">{draw_icon(icon)}<span>{set_words(words)}</span></p>')

    def add_note(self, rest: str) -> None:
        """A note at the foot of the page."""
        mark, words = rest.split(" ", 1)
        self.truth.add_footnote(mark, words)
        self.out.append(f'<p class="note"><sup>{mark}</sup> {words}</p>')

    def add_photo(self, name: str, kind: str = "") -> None:
        """A photograph, its caption below if it has one."""
        caption = self.text["photo"][name]
        if name != "cover":
            self.truth.add_picture("photo", caption or None)
        words = f"<figcaption>{caption}</figcaption>" if caption else ""
        image = paint(name, *_SIZES.get(name, (420, 260)))
        self.out.append(f'<figure class="photo {name} {kind}"><img src="{image}" alt="">{words}</figure>')

    def add_photowide(self, name: str) -> None:
        """A photograph from edge to edge of the page, its caption on it."""
        self.add_photo(name, "wide")

    def add_tiles(self, name: str) -> None:
        """Numbers in a row, each on its own tile with icon and label."""
        tiles = []
        for icon, number, label in self.text["tiles"][name]:
            self.truth.add_picture("other", None, labels=[number, label])
            tiles.append(f'<div class="tile">{draw_icon(icon)}<b>{number}</b><span>{label}</span></div>')
        self.out.append(f'<div class="tiles n{len(tiles)}">{"".join(tiles)}</div>')

    def add_stack(self, name: str) -> None:
        """Numbers one below the other with their labels."""
        for number, label in self.text["stack"][name]:
            self.truth.add_picture("other", None, labels=[number, label])
            self.out.append(f'<div class="fact"><b>{number}</b><span>{label}</span></div>')

    def add_quote(self, name: str) -> None:
        """Words pulled out in large type, with who said them."""
        quote = self.text["quote"][name]
        lines = [f"“{quote['words']}”", *([quote["by"]] if "by" in quote else [])]
        for line in lines:
            self.truth.add_paragraph(line)
        by = f"<cite>{quote['by']}</cite>" if "by" in quote else ""
        self.out.append(f'<blockquote class="pull"><p>{lines[0]}</p>{by}</blockquote>')

    def add_said(self, name: str) -> None:
        """Words on a dark ground: a box without a heading."""
        quote = self.text["quote"][name]
        self.truth.add_callout(None, [f"“{quote['words']}”", quote["by"]])
        self.out.append(f'<div class="said"><p>“{quote["words"]}”</p><p class="by">{quote["by"]}</p></div>')

    def add_box(self, name: str) -> None:
        """A project on a tint."""
        box = self.text["box"][name]
        texts = box["text"].strip().split("\n\n")
        self.truth.add_callout(box["title"], texts)
        words = "".join(f"<p>{set_words(text)}</p>" for text in texts)
        head = f"<h3>{draw_icon(box['icon'])}<span>{box['title']}</span></h3>"
        self.out.append(f'<div class="box {name}">{head}<div class="words">{words}</div></div>')

    def add_chart(self, name: str) -> None:
        """A chart under its title."""
        chart: dict[str, Any] = self.text["chart"][name]
        drawing, labels = (draw_bars if chart["kind"] == "bars" else draw_donut)(chart)
        names = chart.get("labels", [row[0] for row in chart["series"]])
        rows = chart["series"] if "labels" in chart else [["", *(row[1] for row in chart["series"])]]
        scale = 1_000_000 if chart.get("unit") == "m" else 1
        series = [
            {
                "name": row[0] or None,
                "points": [{"x": x, "y": round(y * scale)} for x, y in zip(names, row[1:], strict=True)],
            }
            for row in rows
        ]
        self.truth.add_picture("chart", chart["title"], labels=labels, series=series)
        self.out.append(f'<figure class="chart"><h4>{chart["title"]}</h4>{drawing}</figure>')

    def add_tablewide(self, name: str) -> None:
        """A table over the whole page."""
        self.add_table(name)

    def add_table(self, name: str) -> None:
        """A table under its title: ratings on pills, rows of one cell as headings of groups."""
        table = self.text["table"][name]
        self.truth.add_table(table)
        columns = "".join(f'<col style="width:{share}%">' for share in table["shares"])
        out = [f'<table class="{name}{" total" if table.get("total") else ""}"><caption>{table["title"]}</caption>']
        out += [columns, "<thead><tr>", *(f"<th>{escape(cell)}</th>" for cell in table["head"]), "</tr></thead><tbody>"]
        for row in table["rows"]:
            if len(row) == 1:
                out.append(f'<tr class="group"><th colspan="{len(table["head"])}">{row[0]}</th></tr>')
                continue
            cells = "".join(f"<td>{_mark(cell)}</td>" for cell in row)
            out.append(f"<tr>{cells}</tr>")
        notes = "".join(f'<p class="tablenote">{note}</p>' for note in table["notes"])
        self.out.append(f'<div class="tabled">{"".join(out)}</tbody></table>{notes}</div>')


def _mark(cell: str) -> str:
    """A rating on a pill of its colour, anything else as it is."""
    return f'<i class="pill {cell}">{cell}</i>' if cell in {"Green", "Amber", "Red"} else escape(cell, quote=False)


def find_font(package: str, name: str) -> str:
    """The address of a font of a package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return (Path(spec.origin).parent / "files" / f"{name}.ttf").as_uri()


def print_page(page: str, *flags: str) -> bytes:
    """The PDF that Chromium prints."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", *flags]
        paths = [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'page.pdf'}"]
        command = ["chromium", *options, *paths, (folder / "page.html").as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (folder / "page.pdf").read_bytes()


def main() -> None:
    """Twice: the second time with the pages that the contents name."""
    first = Brochure([]).truth.records["sections"]
    chapters = [(entry["title"], entry["page"]) for entry in first if entry["level"] == 1]
    brochure = Brochure(chapters)
    weights = {"Regular": 400, "Italic": 400, "Medium": 500, "SemiBold": 600, "ExtraBold": 800}
    faces = [
        f"@font-face{{font-family:Barlow;src:url({find_font('fontpkg_barlow', f'Barlow-{name}')});font-weight:{weight};"
        f"font-style:{'italic' if name == 'Italic' else 'normal'}}}"
        for name, weight in weights.items()
    ]
    serif = find_font("fontpkg_dm_serif_display", "DMSerifDisplay-Regular")
    faces.append(f"@font-face{{font-family:DM;src:url({serif})}}")
    style = "".join(faces) + (HERE / "style.css").read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>{brochure.text["title"]}</title><style>{style}</style>'
    page = f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{"".join(brochure.out)}</body></html>'
    (HERE / "report.pdf").write_bytes(print_page(page))
    truth = json.dumps(brochure.truth.records, indent=1, ensure_ascii=False)
    (HERE / "truth.json").write_text(truth + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
