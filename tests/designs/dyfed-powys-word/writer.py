"""Writes the blocks as a flat OpenDocument text, with the looks of a report that an office types."""

import base64
import re
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from drawing import draw_calls
from source import Block, split_inline

WIDTH = 17.0
# A text in the last column of a table of words, or its head.
_AMOUNT = re.compile(r"\d|^£$")
BLUE, GREY = "#00537f", "#5f6f7a"
BAR = (
    f'fo:background-color="#eef3f6" fo:padding="0.2cm" fo:border-left="3pt solid {BLUE}" '
    'fo:margin-left="0.4cm" fo:margin-right="0.4cm"'
)
# Name: what is set of the paragraph, and of its words.
STYLES = {
    "Body": ("0 0 7 0", "", 'fo:font-size="11pt"'),
    "Numbered": ("0 0 7 0", 'fo:margin-left="1.1cm" fo:text-indent="-1.1cm"', 'fo:font-size="11pt"'),
    "Item1": ("0 0 3 0", 'fo:margin-left="1.8cm" fo:text-indent="-0.7cm"', 'fo:font-size="11pt"'),
    "Item2": ("0 0 3 0", 'fo:margin-left="2.5cm" fo:text-indent="-0.7cm"', 'fo:font-size="11pt"'),
    "H1": ("0 0 12 0", 'fo:break-before="page" fo:keep-with-next="always"',
           f'fo:font-size="20pt" fo:font-weight="bold" fo:color="{BLUE}"'),
    "H2": ("10 0 6 0", 'fo:keep-with-next="always"', f'fo:font-size="13pt" fo:font-weight="bold" fo:color="{BLUE}"'),
    "H3": ("8 0 4 0", 'fo:keep-with-next="always"', 'fo:font-size="11pt" fo:font-weight="bold"'),
    "Caption": ("8 0 4 0", 'fo:keep-with-next="always"', 'fo:font-size="10pt" fo:font-weight="bold"'),
    "Note": ("2 0 2 0", "", f'fo:font-size="8.5pt" fo:color="{GREY}"'),
    "Gap": ("0 0 4 0", "", 'fo:font-size="6pt"'),
    "Cell": ("1 0 1 0", "", 'fo:font-size="10pt"'),
    "Right": ("1 0 1 0", 'fo:text-align="end"', 'fo:font-size="10pt"'),
    "Middle": ("1 0 1 0", 'fo:text-align="center"', 'fo:font-size="10pt"'),
    "Big": ("4 0 0 0", 'fo:text-align="center"', f'fo:font-size="22pt" fo:font-weight="bold" fo:color="{BLUE}"'),
    "Small": ("0 0 1 0", 'fo:text-align="center"', 'fo:font-size="9pt"'),
    "Box": ("0 0 5 0", BAR, 'fo:font-size="10.5pt"'),
    "Quote": ("8 0 2 0", 'fo:margin-left="1.6cm" fo:margin-right="1.6cm" fo:keep-with-next="always"',
              f'fo:font-size="12pt" fo:font-style="italic" fo:color="{BLUE}"'),
    "Speaker": ("0 0 10 0", 'fo:margin-left="1.6cm"', f'fo:font-size="10pt" fo:color="{GREY}"'),
    "Title": ("150 0 4 0", "", f'fo:font-size="30pt" fo:font-weight="bold" fo:color="{BLUE}"'),
    "TitleEnglish": ("0 0 60 0", "", f'fo:font-size="30pt" fo:color="{GREY}"'),
    "Area": ("0 0 4 0", "", 'fo:font-size="15pt"'),
    "Date": ("20 0 2 0", "", f'fo:font-size="11pt" fo:color="{GREY}"'),
    "Contents": ("0 0 10 0", 'fo:break-before="page"', f'fo:font-size="18pt" fo:font-weight="bold" fo:color="{BLUE}"'),
    "Line1": ("5 0 2 0", "", 'fo:font-size="11pt" fo:font-weight="bold"'),
    "Line2": ("0 0 2 0", 'fo:margin-left="0.8cm"', 'fo:font-size="10.5pt"'),
    "Edge": ("0 0 0 0", "", f'fo:font-size="8.5pt" fo:color="{GREY}"'),
    "Footnote": ("0 0 1 0", 'fo:margin-left="0.4cm" fo:text-indent="-0.4cm"', 'fo:font-size="9pt"'),
}  # fmt: skip
SPANS = {
    "bold": 'fo:font-weight="bold"', "italic": 'fo:font-style="italic"',
    "link": 'fo:color="#0563c1" style:text-underline-style="solid"', "raised": 'style:text-position="super 58%"',
    "welsh": f'fo:font-weight="normal" fo:color="{GREY}"', "slanted": 'fo:font-weight="normal" fo:font-style="italic"',
}  # fmt: skip
TABS = {
    "H2": "right",
    "Edge": "right",
    "Line1": "dots",
    "Line2": "dots",
    "Numbered": "1.1",
    "Item1": "1.8",
    "Item2": "2.5",
}


def make_document(blocks: list[Block], pages: dict[str, int]) -> str:
    """The whole document; `pages` are those of the headings, for the contents."""
    writer = Writer(blocks, pages)
    body = "".join(getattr(writer, f"set_{block['kind']}")(block) for block in blocks)
    frame = Template((Path(__file__).parent / "frame.xml").read_text("utf-8"))
    return frame.substitute(styles=write_styles(), looks="".join(writer.looks), body=body)


def write_styles() -> str:
    """Styles of paragraphs and of words within them."""
    out = [write_style(name, *style) for name, style in STYLES.items()]
    for name, words in SPANS.items():
        look = f"<style:text-properties {words}/>"
        out.append(f'<style:style style:name="{name}" style:family="text">{look}</style:style>')
    return "".join(out)


def write_style(name: str, space: str, form: str, words: str) -> str:
    """A style of paragraphs, with its tab stop; the cover's title opens a page without edges."""
    before, _, after, _ = space.split()
    master = ' style:master-page-name="Cover"' if name == "Title" else ""
    margins = f'fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" fo:line-height="112%"'
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{master}>'
        f"<style:paragraph-properties {margins} {form}>{write_stop(name, form)}</style:paragraph-properties>"
        f'<style:text-properties style:font-name="Sans" {words}/></style:style>'
    )


def write_stop(name: str, form: str) -> str:
    """The tab stop of a style: at the right edge, with dots perhaps, or where its text begins."""
    stop = TABS.get(name)
    if not stop:
        return ""
    at, kind = (WIDTH, "right") if stop in {"right", "dots"} else (float(stop), "left")
    indent = re.search(r'fo:margin-left="([\d.]+)cm"', form)
    at -= float(indent[1]) if indent else 0
    lead = ' style:leader-style="dotted" style:leader-text="."' if stop == "dots" else ""
    tab = f'<style:tab-stop style:position="{at}cm" style:type="{kind}"{lead}/>'
    return f"<style:tab-stops>{tab}</style:tab-stops>"


def par(style: str, words: str) -> str:
    """A paragraph of markup."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def span(style: str, words: str) -> str:
    """Words in a style."""
    return f'<text:span text:style-name="{style}">{words}</text:span>'


class Writer:
    """Markup of blocks, one after another."""

    def __init__(self, blocks: list[Block], pages: dict[str, int]) -> None:
        self.blocks, self.pages, self.notes, self.tables = blocks, pages, 0, 0
        self.looks: list[str] = []
        self.broken = False

    def mark(self, text: str) -> str:
        """Markup of running text."""
        out = []
        for kind, words, address in split_inline(text):
            if kind == "note":
                self.notes += 1
                mark = f"<text:note-citation>{self.notes}</text:note-citation>"
                told = f"<text:note-body>{par('Footnote', escape(words))}</text:note-body>"
                out.append(f'<text:note text:id="n{self.notes}" text:note-class="footnote">{mark}{told}</text:note>')
            elif kind == "link":
                out.append(f'<text:a xlink:type="simple" xlink:href="{address}">{span("link", escape(words))}</text:a>')
            else:
                out.append(escape(words) if kind == "plain" else span(kind, escape(words)))
        return "".join(out)

    def set_cover(self, block: Block) -> str:
        styles = ("Title", "TitleEnglish", "Area", "Area", "Date", "Date")
        return "".join(par(style, escape(words)) for style, words in zip(styles, block["words"], strict=True))

    def set_contents(self, _: Block) -> str:
        out = [par("Contents", "Cynnwys | Contents")]
        for block in self.blocks:
            if block["kind"] == "heading" and block["level"] < 3:
                page = self.pages.get(" ".join(block["words"]), 0)
                out.append(par(f"Line{block['level']}", f"{escape(' / '.join(block['words']))}<text:tab/>{page}"))
        return "".join(out)

    def set_heading(self, block: Block) -> str:
        """Welsh below English, at the other end of the line, or behind a stroke, by the heading's level."""
        words = [escape(word) for word in block["words"]]
        parts = {1: "<text:line-break/>", 2: "<text:tab/>"}
        if block["level"] in parts:
            words[1] = span("welsh", words[1])
        return par(f"H{block['level']}", parts.get(block["level"], "").join(words))

    def set_text(self, block: Block) -> str:
        style, number = ("Numbered", f"{block['number']}<text:tab/>") if block["number"] else ("Body", "")
        if self.broken:
            style, self.broken = "NextColumn", False
        out = par(style, number + self.mark(block["text"]))
        for item in block["items"]:
            out += par(f"Item{item['level']}", f"{item['marker']}<text:tab/>{self.mark(item['text'])}")
        return out + (par("Gap", "") if block["items"] else "")

    def set_columns(self, _: Block) -> str:
        return '<text:section text:style-name="Two" text:name="Two">'

    def set_break(self, _: Block) -> str:
        self.broken = True
        return ""

    def set_end(self, _: Block) -> str:
        return "</text:section>"

    def set_quote(self, block: Block) -> str:
        return par("Quote", f"“{block['words'][0]}”") + par("Speaker", block["words"][1])

    def set_box(self, block: Block) -> str:
        english, welsh = map(escape, block["words"])
        title = f"{span('bold', english)}<text:line-break/>{span('slanted', welsh)}"
        return "".join(par("Box", words) for words in (title, *map(self.mark, block["texts"]))) + par("Gap", "")

    def set_chart(self, block: Block) -> str:
        data = base64.b64encode(draw_calls().encode()).decode()
        image = f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>"
        look = 'draw:style-name="Picture" text:anchor-type="as-char" svg:width="16cm" svg:height="6.67cm"'
        return self.caption(block) + par("Body", f"<draw:frame {look}>{image}</draw:frame>")

    def caption(self, block: Block) -> str:
        english, welsh = map(escape, block["words"])
        return par("Caption", f"{english}<text:line-break/>{span('slanted', welsh)}")

    def start_table(self, widths: list[float]) -> str:
        """The opening of a table with columns of these widths in centimetres."""
        self.tables += 1
        name = f"Table{self.tables}"
        look = f'<style:table-properties style:width="{sum(widths)}cm" table:align="left"/>'
        self.looks.append(f'<style:style style:name="{name}" style:family="table">{look}</style:style>')
        columns = ""
        for n, width in enumerate(widths):
            self.looks.append(
                f'<style:style style:name="{name}.{n}" style:family="table-column"><style:table-column-properties '
                f'style:column-width="{width}cm"/></style:style>'
            )
            columns += f'<table:table-column table:style-name="{name}.{n}"/>'
        return f'<table:table table:name="{name}" table:style-name="{name}">{columns}'

    def set_strip(self, block: Block) -> str:
        cells = [cell.split("; ") for cell in block["words"]]
        out = self.start_table([WIDTH / len(cells)] * len(cells)) + "<table:table-row>"
        for number, english, welsh in cells:
            words = par("Big", number) + par("Small", english) + par("Small", span("slanted", welsh))
            out += f'<table:table-cell table:style-name="Bare">{words}</table:table-cell>'
        return out + "</table:table-row></table:table>"

    def set_table(self, block: Block) -> str:
        rows = [self.make_row(block, r) for r in range(len(block["rows"]))]
        head = block["head"]
        table = (
            f"{self.start_table(block['widths'])}<table:table-header-rows>{''.join(rows[:head])}</table:table-header-rows>"
            f"{''.join(rows[head:])}</table:table>"
        )
        notes = "".join(par("Note", escape(note)) for note in block["notes"])
        return self.caption(block) + table + notes + par("Gap", "")

    def make_row(self, block: Block, r: int) -> str:
        """A row: words on the left, numbers on the right, heads and sums bold."""
        row = block["rows"][r]
        bold = r < block["head"] or row[0].startswith(("Cyfanswm", "Pob ")) or len(row) == 1
        cells = ""
        for c in range(len(block["widths"])):
            text = row[c] if c < len(row) else ""
            if text == "<":
                cells += "<table:covered-table-cell/>"
                continue
            wide = 1 + next((n for n, other in enumerate(row[c + 1 :]) if other != "<"), len(row[c + 1 :]))
            words = c == 0 or ("words" in block["look"] and (c < len(block["widths"]) - 1 or not _AMOUNT.search(text)))
            style = "Middle" if wide > 1 else "Cell" if words else "Right"
            marked = "<text:line-break/>".join(escape(part) for part in text.split(" // "))
            spanned = f' table:number-columns-spanned="{wide}"' if wide > 1 else ""
            look = "Low" if r < block["head"] else "Bare"
            marked = span("bold", marked) if bold and marked else marked
            cells += f'<table:table-cell table:style-name="{look}"{spanned}>{par(style, marked)}</table:table-cell>'
        return f'<table:table-row table:style-name="Row">{cells}</table:table-row>'
