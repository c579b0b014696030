"""Sets the blocks as OpenDocument, with numbers and notes of the word processor's own."""

import re
from xml.sax.saxutils import escape

from looks import find_cell, find_style
from source import Block

HEAVY = "1.5pt solid #000000"
# Indents of numbered paragraphs, items and items within items, in cm; each number hangs by the second figure.
DEPTHS = {
    "N": [(1.5, 1.5, "1", "", "."), (1.5, 1.5, "1", "", "")],
    "L": [(2.6, 1.1, "a", "(", ")"), (3.6, 1.0, "i", "(", ")")],
    "B": [(1.0, 1.0, "a", "(", ")")],
}


def paragraph(style: str, content: str, tag: str = "p", extra: str = "") -> str:
    return f'<text:{tag} text:style-name="{style}"{extra}>{content}</text:{tag}>'


def set_lists() -> str:
    """The styles of numbers: of sections and their paragraphs, of items, and of items in the box."""
    out = []
    for name, depths in DEPTHS.items():
        levels = ""
        for level, (left, hang, form, before, after) in enumerate(depths, 1):
            whole = f' text:display-levels="{level}"' if name == "N" else ""
            look = ' text:style-name="Bold"' if level == 1 and name == "N" else ""
            levels += (
                f'<text:list-level-style-number text:level="{level}" style:num-format="{form}"'
                f' style:num-prefix="{before}" style:num-suffix="{after}"{whole}{look}><style:list-level-properties'
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
        opened = f'<style:style style:name="{name}" style:family="{family}"{attributes}>'
        self.styles.append(f"{opened}{props}</style:style>")
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
        """A list, with space below its last line."""
        name = f' text:style-name="{"B" if self.box else "L"}"'
        return f"<text:list{name}>{self.entries(items)}</text:list>" if items else ""

    def entries(self, items: list[Block]) -> str:
        out = ""
        for item in items:
            last = item is items[-1] and not item["items"]
            inner = f"<text:list>{self.entries(item['items'])}</text:list>" if item["items"] else ""
            words = paragraph("LastItem" if last else "Item", self.words(item["text"]))
            out += f"<text:list-item>{words}{inner}</text:list-item>"
        return out

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
            look = self.style(f"{name}r{r}c{c}", find_cell(block, r, r + down - 1, c, across), "table-cell")
            spans = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
            words = paragraph(find_style(block, r, c, text, across), self.words(text))
            cells += f'<table:table-cell table:style-name="{look}"{spans}>{words}</table:table-cell>'
        return f"<table:table-row>{cells}</table:table-row>"
