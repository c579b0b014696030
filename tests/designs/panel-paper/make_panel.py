"""Make `report.pdf` with LibreOffice Writer, and `truth.json` from the same text.

    python tests/designs/panel-paper/make_panel.py

All numbers in the text are made up; nobody is named but by office.
"""

import base64
import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from panel_charts import CHARTS, draw
from panel_text import Block, read_blocks
from panel_truth import make_truth

HERE = Path(__file__).parent
NAMES = {
    "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
# The page of the agenda pack before the first of the paper.
BEFORE = 42
# The row of the sum below the grants.
GRANTS = 21
LINE, THIN, HEAVY = "0.5pt solid #000000", "0.25pt solid #a6a6a6", "1pt solid #1f3864"
TINT, PALE = "#d9e2f3", "#f2f2f2"


def export(document: str) -> bytes:
    """The PDF that Writer exports of a flat document, without tags."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.fodt").write_text(document, "utf-8")
        options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": "false"}}, separators=(",", ":"))
        subprocess.run(
            [
                "soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to",
                f"pdf:writer_pdf_Export:{options}", "--outdir", str(folder), str(folder / "report.fodt"),
            ],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return (folder / "report.pdf").read_bytes()


def paragraph(style: str, content: str, tag: str = "p", extra: str = "") -> str:
    return f'<text:{tag} text:style-name="{style}"{extra}>{content}</text:{tag}>'


def set_text(text: str) -> str:
    """Running text with its notes, links and bold words."""
    out = []
    for part in re.split(r"(\{note:(?:[^{}]|\{[^{}]*\})*\}|\{link:[^{}]*\}|\*\*.*?\*\*)", text):
        if part.startswith("{note:"):
            body = paragraph("Footnote", " " + set_text(part[6:-1]))
            out.append(f'<text:note text:note-class="footnote"><text:note-body>{body}</text:note-body></text:note>')
        elif part.startswith("{link:"):
            uri = escape(part[6:-1])
            words = f'<text:span text:style-name="Link">{uri}</text:span>'
            out.append(f'<text:a xlink:type="simple" xlink:href="{uri}">{words}</text:a>')
        elif part.startswith("**"):
            out.append(f'<text:span text:style-name="Bold">{escape(part[2:-2])}</text:span>')
        else:
            out.append(escape(part))
    return "".join(out)


class Setter:
    """Sets blocks one after another, and gathers the styles that they need."""

    def __init__(self, pages: dict[str, int], titles: list[tuple[str, str]]) -> None:
        self.pages, self.titles = pages, titles
        self.styles: list[str] = []
        self.master, self.fresh, self.front, self.tables = "First", False, True, 0

    def style(self, name: str, parent: str, props: str, family: str = "paragraph", attributes: str = "") -> str:
        parent = f' style:parent-style-name="{parent}"' if parent else ""
        self.styles.append(
            f'<style:style style:name="{name}" style:family="{family}"{parent}{attributes}>{props}</style:style>'
        )
        return name

    def set(self, block: Block) -> str:
        """One block as OpenDocument."""
        kind, text = block["kind"], block.get("text", "")
        if kind.startswith("cover"):
            style = {"cover-right": "Item", "cover": "Body", "cover-date": "Date"}[kind]
            if kind == "cover-right":
                style = self.style("First", style, "", attributes=' style:master-page-name="First"')
            start = (
                f'<text:page-variable-set text:active="true" text:page-adjust="{BEFORE}"/>' if style == "First" else ""
            )
            return paragraph(style, start + escape(text))
        if kind == "contents":
            self.front, self.fresh = False, True
            return self.set_contents()
        if kind in {"landscape", "portrait"}:
            self.master = "Wide" if kind == "landscape" else "Standard"
            self.fresh = True
            return ""
        if kind == "table":
            return self.set_table(block)
        if kind == "box":
            return self.set_box(block)
        if kind == "chart":
            return set_chart(text)
        return self.set_heading(block) if kind == "heading" else self.set_words(block)

    def set_heading(self, block: Block) -> str:
        style = "Front1" if self.front else f"H{block['level']}"
        if self.fresh:
            master = "Standard" if self.master == "First" else self.master
            props = '<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.3cm"/>'
            style = self.style(
                f"New{len(self.styles)}", style, props,
                attributes=f' style:master-page-name="{master}"',
            )  # fmt: skip
            self.fresh = False
        words = re.sub(r"^(\d+\.) ", r"\1<text:tab/>", escape(block["text"]))
        return paragraph(style, words, "h", f' text:outline-level="{block["level"]}"')

    def set_words(self, block: Block) -> str:
        words, number = set_text(block["text"]), block["number"]
        source = block["text"].startswith("Source:")
        out = (
            paragraph("Numbered", f"{number}<text:tab/>{words}")
            if number
            else paragraph("Source" if source else "Standard", words)
        )
        for item in block["items"]:
            out += paragraph("I1", f"{item['marker']}<text:tab/>{set_text(item['text'])}")
            for sub in item["items"]:
                out += paragraph("I2", f"{sub['marker']}<text:tab/>{set_text(sub['text'])}")
        return out

    def set_contents(self) -> str:
        out = [paragraph("ContentsHead", "Contents")]
        for kind, title in self.titles:
            if kind == "list":
                out.append(paragraph("List", title))
            else:
                out.append(paragraph(kind, f"{escape(title)}<text:tab/>{self.pages.get(title, 0)}"))
        return "".join(out)

    def set_box(self, block: Block) -> str:
        """A case study as a tinted cell, as word processors have it."""
        self.tables += 1
        name = f"B{self.tables}"
        self.style(name, "", '<style:table-properties style:width="14.6cm" table:align="right"/>', "table")
        look = f'<style:table-cell-properties fo:padding="0.3cm" fo:border="{HEAVY}" fo:background-color="#eef2f9"/>'
        self.style(f"{name}c", "", look, "table-cell")
        body = paragraph("BoxTitle", escape(block["title"])) + "".join(
            paragraph("BoxText", set_text(t)) for t in block["texts"]
        )
        cell = f'<table:table-cell table:style-name="{name}c">{body}</table:table-cell>'
        row = f'<table:table-row table:style-name="Row">{cell}</table:table-row>'
        return f'<table:table table:style-name="{name}"><table:table-column/>{row}</table:table>' + paragraph("Gap", "")

    def set_table(self, block: Block) -> str:
        self.tables += 1
        name, look, head = f"T{self.tables}", block["look"], block["header"]
        width = sum(block["widths"])
        whole = "" if look in {"wide", "grants"} else ' style:may-break-between-rows="false"'
        props = f'<style:table-properties style:width="{width:.2f}cm" table:align="left"{whole}/>'
        self.style(name, "", props, "table")
        columns = ""
        for n, column in enumerate(block["widths"]):
            props = f'<style:table-column-properties style:column-width="{column:.2f}cm"/>'
            columns += (
                f'<table:table-column table:style-name="{self.style(f"{name}w{n}", "", props, "table-column")}"/>'
            )
        rows, last = [], len(block["rows"]) - 1
        for r, row in enumerate(block["rows"]):
            cells, at = "", {cell["column"]: cell for cell in row}
            for c in range(len(block["widths"])):
                cell = at.get(c)
                if cell is None:
                    cells += "<table:covered-table-cell/>"
                    continue
                style = self.cell_style(f"{name}r{r}c{c}", look, cell, head, last)
                spans = f' table:number-columns-spanned="{cell["column_span"]}"'
                spans += f' table:number-rows-spanned="{cell["row_span"]}"'
                words = set_cell(cell, look, head)
                cells += f'<table:table-cell table:style-name="{style}"{spans}>{words}</table:table-cell>'
            rows.append(f'<table:table-row table:style-name="Row">{cells}</table:table-row>')
        top = f"<table:table-header-rows>{''.join(rows[:head])}</table:table-header-rows>" if head else ""
        caption = paragraph("Caption", escape(block["caption"])) if block["caption"] else ""
        body = f'<table:table table:style-name="{name}">{columns}{top}{"".join(rows[head:])}</table:table>'
        return caption + body + ("" if look == "light" else paragraph("Gap", ""))

    def cell_style(self, name: str, look: str, cell: Block, head: int, last: int) -> str:
        """Rules and tint of a cell: a grid, hairlines between rows, or rules about head and sums alone."""
        r = cell["row"] + cell["row_span"] - 1
        tint = ""
        if look in {"ruled", "wide", "grants", "front"}:
            rules = f'fo:border="{LINE}"'
            if r < head or (look == "front" and not cell["column"]):
                tint = TINT
            elif cell["column_span"] == 7:
                tint = PALE
        elif look == "light":
            rules = f'fo:border-bottom="{HEAVY if r in {head - 1, last} else THIN}"'
        else:
            above = f' fo:border-top="{HEAVY}"' if not cell["row"] else ""
            strong = is_sum(cell["row"], look) or r in {head - 1, last}
            above = f' fo:border-top="{LINE}"' if is_sum(cell["row"], look) else above
            rules = f'fo:border-bottom="{LINE if strong else "none"}"{above}'
        tint = f' fo:background-color="{tint}"' if tint else ""
        props = f'<style:table-cell-properties fo:padding="0.09cm" style:vertical-align="middle" {rules}{tint}/>'
        return self.style(name, "", props, "table-cell")


def is_sum(row: int, look: str) -> bool:
    return look == "finance" and row in {9, 12}


def set_cell(cell: Block, look: str, head: int) -> str:
    """The words of a cell: labels to the left, values to the right."""
    text, column = cell["text"], cell["column"]
    number = bool(re.fullmatch(r"[-+(]?[\d,.:]+[%)]?", text)) or (
        (cell["row"] < head and column and look != "grants") or column == 2
    )
    bold = cell["row"] < head or text.startswith(("Total", "Priority ", "Gross", "Net ")) or is_sum(cell["row"], look)
    bold = bold or (look == "grants" and cell["row"] == GRANTS)
    bold = (bold and not (look == "wide" and text.startswith("Total rec"))) or (look == "front" and not column)
    side = "Middle" if cell["row"] < head and cell["column_span"] > 1 else "Right" if number and look != "wide" else ""
    if look == "wide":
        middle = (cell["row"] < head and cell["column_span"] > 1) or column == 5
        side = "Middle" if middle else "Right" if 2 <= column <= 4 else ""
    return paragraph("Cell" + ("Bold" if bold else "") + side, escape(text))


def set_chart(name: str) -> str:
    data = base64.b64encode(draw(name).encode()).decode()
    image = f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>"
    size = 'svg:width="15.5cm" svg:height="7.05cm"'
    frame = f'<draw:frame draw:style-name="G" text:anchor-type="as-char" {size}>{image}</draw:frame>'
    return paragraph("Chart", frame) + paragraph("Figure", escape(CHARTS[name]["caption"]))


def make_document(blocks: list[Block], pages: dict[str, int]) -> str:
    """The paper as flat OpenDocument; `pages` are those of headings and captions, for the contents."""
    later = blocks[next(n for n, block in enumerate(blocks) if block["kind"] == "contents") :]
    titles = [(f"C{b['level']}", b["text"]) for b in later if b["kind"] == "heading" and b["level"] < 3]
    titles.append(("list", "Tables and figures"))
    titles += [("C1", b["caption"]) for b in later if b.get("caption")]
    titles += [("C1", CHARTS[b["text"]]["caption"]) for b in later if b["kind"] == "chart"]
    setter = Setter(pages, titles)
    body = "".join(setter.set(block) for block in blocks)
    styles = (HERE / "styles.xml").read_text("utf-8")
    for name, value in {
        "styles": "".join(setter.styles), "stamp": paragraph("Stamp", "Page <text:page-variable-get/>"),
        "running": "Gloucestershire Police and Crime Panel, 9 September 2022<text:tab/>Agenda item 7",
        "foot": "Annual Report 2021/22<text:tab/><text:page-number/>",
    }.items():  # fmt: skip
        styles = styles.replace(f"{{{name}}}", value)
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in NAMES.items())
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ooow="http://openoffice.org/2004/writer"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{styles}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def find_captions(truth: dict[str, Any]) -> dict[str, int]:
    pages = {record["title"]: record["page"] for record in truth["sections"]}
    return pages | {t["caption"]: t["page"] for t in truth["tables"] if t["caption"]} | truth["figures_at"]


def main() -> None:
    blocks = read_blocks(HERE / "report.txt")
    truth = make_truth(blocks, export(make_document(blocks, {})))
    data = export(make_document(blocks, find_captions(truth)))
    truth = make_truth(blocks, data)
    del truth["figures_at"]
    (HERE / "report.pdf").write_bytes(data)
    (HERE / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
