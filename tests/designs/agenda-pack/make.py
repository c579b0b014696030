"""Makes report.pdf and truth.json: a paper for a panel, set with LibreOffice and stamped for the pack with Ghostscript.

pip install pypdfium2 && PYTHONPATH=.. python make.py    (fonts: Liberation Serif)

Few figures are those that were published for 2019/20, all others are made up; nobody is named but by office.
"""

import json
import re
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from record import make_truth
from source import Block, read_blocks

HERE = Path(__file__).parent
NAMES = {
    "office": "office", "style": "style", "text": "text", "table": "table",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
# As the office of the panel prints it: without tags and bookmarks.
OPTIONS = {name: {"type": "boolean", "value": "false"} for name in ("UseTaggedPDF", "ExportBookmarks")}
# The pages of the pack before the paper, and what stamps its pages: the item on the first, a number on each.
BEFORE = 56
STAMP = f"""<< /EndPage {{ dup 2 eq {{ pop pop false }} {{
  pop gsave initmatrix 0 setgray /Helvetica-Bold 12 selectfont
  currentpagedevice /PageSize get aload pop /high exch def /wide exch def
  dup 0 eq {{ (Agenda Item 8) dup stringwidth pop wide 40 sub exch sub high 36 sub moveto show }} if
  {BEFORE + 1} add 10 string cvs /page exch def
  (Page ) stringwidth pop page stringwidth pop add 2 div wide 2 div exch sub 24 moveto (Page ) show page show
  grestore true }} ifelse }} bind >> setpagedevice"""
RUNNING = "Police and Crime Commissioner for Thames Valley: Annual Report 2019/20"
LINE, HAIR, HEAVY = "0.5pt solid #000000", "0.25pt solid #808080", "1.5pt solid #000000"
GRADES = {"GREEN": "#92d050", "AMBER": "#ffc000", "RED": "#ff5050"}
# Indents of numbered paragraphs, items and items within items, in cm; each number hangs by the second figure.
DEPTHS = {"N": [(1.5, 1.5, "1", "", "."), (1.5, 1.5, "1", "", "")], "L": [(2.6, 1.1, "a", "(", ")"), (3.6, 1.0, "i", "(", ")")],
          "B": [(1.0, 1.0, "a", "(", ")")]}  # fmt: skip


def export(document: str) -> bytes:
    """The PDF of a flat document, stamped."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.fodt").write_text(document, encoding="utf-8")
        (folder / "stamp.ps").write_text(STAMP, encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        kind = f"pdf:writer_pdf_Export:{json.dumps(OPTIONS)}"
        command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", name, f"{name}/report.fodt"]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", f"-sOutputFile={name}/pack.pdf"]
        subprocess.run([*command, "stamp.ps", "report.pdf"], check=True, cwd=folder, timeout=180)
        return (folder / "pack.pdf").read_bytes()


def paragraph(style: str, content: str, tag: str = "p", extra: str = "") -> str:
    return f'<text:{tag} text:style-name="{style}"{extra}>{content}</text:{tag}>'


def set_lists() -> str:
    """The styles of numbers: of sections and their paragraphs, of items, and of items in the box."""
    out = []
    for name, depths in DEPTHS.items():
        levels = ""
        for level, (left, hang, form, before, after) in enumerate(depths, 1):
            whole = f' text:display-levels="{level}"' if name == "N" else ""
            look = f' text:style-name="{"Bold" if name == "N" and level == 1 else ""}"' if level == 1 and name == "N" else ""
            levels += (
                f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" style:num-prefix="{before}"'
                f' style:num-suffix="{after}"{whole}{look}><style:list-level-properties'
                ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
                f' text:label-followed-by="listtab" text:list-tab-stop-position="{left}cm" fo:margin-left="{left}cm"'
                f' fo:text-indent="-{hang}cm"/></style:list-level-properties></text:list-level-style-number>'
            )
        out.append(f'<text:list-style style:name="{name}">{levels}</text:list-style>')
    return "".join(out)


class Setter:
    """Sets blocks one after another, and gathers the styles that they need."""

    def __init__(self, notes: dict[str, str], titles: list[Block], pages: dict[str, int]) -> None:
        self.notes, self.titles, self.pages = notes, titles, pages
        self.styles: list[str] = []
        self.master = "First"
        self.wide, self.tables, self.lists, self.box = False, 0, 0, ""

    def set(self, block: Block) -> str:
        return getattr(self, f"set_{block['kind']}")(block)

    def style(self, name: str, props: str, family: str, attributes: str = "") -> str:
        self.styles.append(f'<style:style style:name="{name}" style:family="{family}"{attributes}>{props}</style:style>')
        return name

    def fresh(self, parent: str) -> str:
        """The style with which a new kind of page begins."""
        if not self.master:
            return parent
        extra = f' style:parent-style-name="{parent}" style:master-page-name="{self.master}"'
        self.master = ""
        return self.style(f"P{len(self.styles)}", "", "paragraph", extra)

    def words(self, text: str) -> str:
        """Running text with its notes and links."""
        out = []
        for part in re.split(r"(\[\^\d\]|\[[^\]^]+\]\([^)]+\))", text):
            if part.startswith("[^"):
                body = paragraph("Footnote", " " + self.words(self.notes[part[2]]))
                out.append(f'<text:note text:note-class="footnote"><text:note-body>{body}</text:note-body></text:note>')
            elif part.startswith("["):
                name, uri = part[1:-1].split("](")
                span = f'<text:span text:style-name="Link">{escape(name)}</text:span>'
                out.append(f'<text:a xlink:type="simple" xlink:href="{uri}">{span}</text:a>')
            else:
                out.append(escape(part))
        return "".join(out)

    def set_title(self, block: Block) -> str:
        return paragraph(self.fresh("Title"), escape(block["text"]))

    def set_field(self, block: Block) -> str:
        label = f'<text:span text:style-name="Bold">{block["label"]}</text:span>'
        return paragraph("Field", f"{label}<text:tab/>{escape(block['value'])}")

    def set_contents(self, _: Block) -> str:
        self.master = "Standard"
        out = [paragraph(self.fresh("ContentsHead"), "Contents")]
        for block in self.titles:
            title = block.get("caption") or " ".join(block["lines"])
            number = f"{block['number']}.<text:tab/>" if block.get("number") else ""
            first = bool(number) or block.get("of") == "appendix"
            line = f"{number}{escape(title)}<text:tab/>{self.pages.get(title, 0)}"
            out.append(paragraph("C1" if number else "C1A" if first else "C2", line))
        self.style("C1A", '<style:paragraph-properties fo:margin-left="0cm" fo:text-indent="0cm"><style:tab-stops>'
                   '<style:tab-stop style:position="16.4cm" style:type="right" style:leader-style="dotted" '
                   'style:leader-text="."/></style:tab-stops></style:paragraph-properties>',
                   "paragraph", ' style:parent-style-name="C1"')  # fmt: skip
        self.master = "Standard"
        return "".join(out)

    def set_landscape(self, _: Block) -> str:
        self.master, self.wide = "Wide", True
        return ""

    def set_portrait(self, _: Block) -> str:
        self.master, self.wide = "Standard", False
        return ""

    def set_blank(self, _: Block) -> str:
        self.master = "Blank"
        return paragraph(self.fresh("Blank"), "This page is intentionally left blank")

    def set_heading(self, block: Block) -> str:
        words = "<text:line-break/>".join(map(escape, block["lines"]))
        extra = f' text:outline-level="{block["level"]}"'
        if block["of"] == "appendix":
            self.master = self.master or "Standard"
            return paragraph(self.fresh("Appendix"), words, "h", extra)
        if block["number"]:
            return self.number(paragraph(self.fresh("H1"), words), 1)
        return paragraph("Front" if block["of"] == "front" else f"H{block['level']}", words, "h", extra)

    def number(self, content: str, level: int) -> str:
        """Content with the next number of its level."""
        self.lists += 1
        start = ' text:continue-list="n1"' if self.lists > 1 else ""
        for _ in range(level - 1):
            content = f"<text:list><text:list-item>{content}</text:list-item></text:list>"
        return (
            f'<text:list xml:id="n{self.lists}" text:style-name="N"{start}><text:list-item>{content}</text:list-item>'
            "</text:list>"
        )

    def set_text(self, block: Block) -> str:
        words, number = self.words(block["text"]), block["number"]
        if self.box:
            out = paragraph("Item", words)
        elif number and re.match(r"\d", number):
            out = self.number(paragraph("Standard", words), 2)
        elif number:
            props = '<style:paragraph-properties fo:margin-left="1.5cm" fo:text-indent="-1.5cm"/>'
            style = self.style(f"P{len(self.styles)}", props, "paragraph", ' style:parent-style-name="Standard"')
            out = paragraph(style, f"{number}<text:tab/>{words}")
        else:
            plain = self.wide or not self.lists
            out = paragraph("Standard" if plain else "Indented", words)
        return out + self.items(block["items"])

    def items(self, items: list[Block]) -> str:
        if not items:
            return ""
        out = ""
        for item in items:
            last = item is items[-1] and not item["items"]
            out += "<text:list-item>" + paragraph("LastItem" if last else "Item", self.words(item["text"]))
            if item["items"]:
                inner = "".join(
                    f"<text:list-item>{paragraph('LastItem' if sub is item['items'][-1] else 'Item', self.words(sub['text']))}"
                    "</text:list-item>"
                    for sub in item["items"]
                )
                out += f"<text:list>{inner}</text:list>"
            out += "</text:list-item>"
        return f'<text:list text:style-name="{"B" if self.box else "L"}">{out}</text:list>'

    def set_box(self, block: Block) -> str:
        self.box = "Box"
        self.style("Box", '<style:table-properties style:width="16.4cm" table:align="left"/>', "table")
        self.style("Boxc", f'<style:table-cell-properties fo:padding="0.3cm" fo:border="{HEAVY}"/>', "table-cell")
        opened = '<table:table table:style-name="Box"><table:table-column/><table:table-row>'
        title = f'<text:span text:style-name="Bold">{block["text"]}</text:span>'
        return f'{opened}<table:table-cell table:style-name="Boxc">{paragraph("Item", title)}'

    def set_end(self, _: Block) -> str:
        self.box = ""
        return "</table:table-cell></table:table-row></table:table>"

    def set_note(self, block: Block) -> str:
        return paragraph("NoteWide" if self.flush else "Note", escape(block["text"]))

    def set_table(self, block: Block) -> str:
        self.tables += 1
        name, head, rows = f"T{self.tables}", block["head"], block["rows"]
        self.flush = self.wide or sum(block["widths"]) > 15
        kept = ' style:may-break-between-rows="false"' if len(rows) < 9 else ""
        props = f'<style:table-properties style:width="{sum(block["widths"]):.2f}cm" table:align="left"{kept}'
        self.style(name, f'{props} fo:margin-left="{0 if self.flush else 1.5}cm"/>', "table")
        columns = ""
        for n, width in enumerate(block["widths"]):
            props = f'<style:table-column-properties style:column-width="{width:.2f}cm"/>'
            columns += f'<table:table-column table:style-name="{self.style(f"{name}w{n}", props, "table-column")}"/>'
        out = [self.row(name, block, r) for r in range(len(rows))]
        # A head in one line is repeated on the next page unless it stands above long words.
        top = "".join(out[:head])
        if block["look"] != "light":
            top = f"<table:table-header-rows>{top}</table:table-header-rows>"
        style = "CaptionWide" if self.flush else "Caption"
        if block["continued"]:
            props = '<style:paragraph-properties fo:break-before="page"/>'
            style = self.style(f"{name}p", props, "paragraph", f' style:parent-style-name="{style}"')
        body = f'<table:table table:style-name="{name}">{columns}{top}{"".join(out[head:])}</table:table>'
        return paragraph(style, escape(block["caption"])) + body + paragraph("Gap", "")

    def row(self, name: str, block: Block, r: int) -> str:
        rows, cells = block["rows"], ""
        for c, text in enumerate(rows[r]):
            if text in {"<", "^"}:
                cells += "<table:covered-table-cell/>"
                continue
            across = 1
            while c + across < len(rows[r]) and rows[r][c + across] == "<":
                across += 1
            down = 1
            while r + down < len(rows) and rows[r + down][c] == "^":
                down += 1
            look = self.style(f"{name}r{r}c{c}", self.cell(block, r, r + down - 1, c, across), "table-cell")
            spans = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
            words = paragraph(find_style(block, r, c, text, across), self.words(text))
            cells += f'<table:table-cell table:style-name="{look}"{spans}>{words}</table:table-cell>'
        return f"<table:table-row>{cells}</table:table-row>"

    def cell(self, block: Block, r: int, low: int, c: int, across: int) -> str:
        """Rules and tint of a cell: `low` is the last row that it covers."""
        look, head, last = block["look"], block["head"], len(block["rows"]) - 1
        text = block["rows"][r][c]
        tint = GRADES.get(text, "")
        if look == "grid":
            rules = f'fo:border="{LINE}"'
            tint = tint or ("#d9d9d9" if r < head else "#f2f2f2" if across == len(block["widths"]) else "")
        elif look == "rag":
            rules = f'fo:border-bottom="{LINE}"' + (f' fo:border-top="{LINE}"' if not r else "")
            rules += f' fo:border-left="{LINE}"' if not c else ""
            rules += f' fo:border-right="{LINE}"' if c == len(block["widths"]) - 1 else ""
        elif look == "light":
            rules = f'fo:border-bottom="{LINE if r in {head - 1, last} else HAIR}"'
            rules += f' fo:border-top="{LINE}"' if not r else ""
        elif look == "heads":
            rules = f'fo:border-bottom="{LINE}"' if low in {head - 1, last} or (r < head and c) else ""
            rules += f' fo:border-top="{LINE}"' if not r or r == last else ""
            rules += f' fo:border-left="{LINE}"' if c in {1, 3, 5} else ""
        else:
            total = block["rows"][r][0].startswith(("Total", "Gross", "Net"))
            rules = f'fo:border-bottom="{LINE}"' if low == head - 1 or r == last else ""
            rules += f' fo:border-top="{LINE}"' if total else ""
        tint = f' fo:background-color="{tint}"' if tint else ""
        return f'<style:table-cell-properties fo:padding="0.08cm" style:vertical-align="{"top" if look == "light" else "middle"}" {rules}{tint}/>'


def find_style(block: Block, r: int, c: int, text: str, across: int) -> str:
    """Labels to the left, values to the right or in the middle."""
    look, head = block["look"], block["head"]
    bold = r < head or text in GRADES or text.startswith("Priority ") or across > 3
    bold = bold or block["rows"][r][0].startswith(("Total", "Gross", "Net", "All aims"))
    number = bool(re.fullmatch(r"\(?£?[\d,.:]+[%)]?|n/a|None|\(£[\d,]+\)", text))
    if look == "light":
        side = "Right" if number and c == 3 or (text == "Cost") else ""
    elif r < head and c and look in {"heads", "sums"}:
        side = "Middle" if across > 1 else "Right" if look == "heads" or text != "Purpose" else ""
    elif look in {"rag", "grid"}:
        words = text in {"Measure", "Comment"} or (look == "grid" and c in {1, 7}) or across > 3
        side = "" if not c or words else "Middle"
    else:
        side = "Right" if number and c else ""
    return f"Cell{'Bold' if bold else ''}{side}"


def make_document(blocks: list[Block], notes: dict[str, str], pages: dict[str, int]) -> str:
    """The paper as flat OpenDocument; `pages` are those of headings and tables, for the contents."""
    titles = [b for b in blocks if b["kind"] == "heading" and b["of"] != "front" and b["level"] < 3]
    setter = Setter(notes, titles + [b for b in blocks if b["kind"] == "table" and not b["continued"]], pages)
    body = "".join(setter.set(block) for block in blocks)
    styles = (HERE / "styles.xml").read_text("utf-8")
    foot = paragraph("Foot", "- <text:page-number/> -")
    running = f"<style:header>{paragraph('Head', RUNNING)}</style:header><style:footer>{foot}</style:footer>"
    for name, value in {"styles": "".join(setter.styles), "running": running, "lists": set_lists()}.items():
        styles = styles.replace(f"{{{name}}}", value)
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in NAMES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{styles}<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def main() -> None:
    """Twice: the contents tell the pages that the first time found."""
    blocks, notes = read_blocks(HERE / "report.txt")
    pages: dict[str, int] = {}
    for _ in range(2):
        pdf = export(make_document(blocks, notes, pages))
        truth = make_truth(blocks, notes, pdf)
        pages = {re.sub(r"^\d\. ", "", one["title"]): one["page"] for one in truth["sections"]}
        pages |= {one["caption"]: one["page"] for one in truth["tables"]}
    (HERE / "report.pdf").write_bytes(pdf)
    (HERE / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
