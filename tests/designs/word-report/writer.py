"""Writes the blocks into a Word document, with the styles that Word itself offers."""

import io
import re
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from drawing import PICTURES
from ooxml import BAND, BLUE, W, add_field, add_footnotes, set_numbering, set_styles, shade
from source import Block, plain, split_inline

WIDE, HIGH, MARGIN = 21.0, 29.7, 2.54
# A table with fewer rows stays on one page.
KEPT = 7
NUMBER = re.compile(r"[-+(£]?[\d,.:/]+[%)†]*|n/a|Yes|No")


class Writer:
    """Sets blocks one after another; `pages` are those of the headings, for the contents."""

    def __init__(self, blocks: list[Block], pages: dict[str, int]) -> None:
        self.document = Document()
        self.pages, self.notes, self.marks = pages, [], 0
        self.headings = [block for block in blocks if block["kind"] == "heading"]
        set_styles(self.document)
        set_numbering(self.document)
        self.set_page(self.document.sections[0], upright=True)
        self.document.sections[0].different_first_page_header_footer = True
        for block in blocks:
            getattr(self, f"set_{block['kind']}")(block)
        add_footnotes(self.document, self.notes)

    def set_page(self, section: Any, *, upright: bool) -> None:
        """Paper, margins, header and footer of a section."""
        width, height = (WIDE, HIGH) if upright else (HIGH, WIDE)
        section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(width), Cm(height)
        section.left_margin = section.right_margin = Cm(MARGIN)
        section.top_margin = section.bottom_margin = Cm(2)
        section.header_distance = section.footer_distance = Cm(0.9)
        for part, left in (
            (section.header, "Police and Crime Commissioner for Lincolnshire"),
            (section.footer, "OFFICIAL"),
        ):
            part.is_linked_to_previous = False
            paragraph = part.paragraphs[0]
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
            if left == "OFFICIAL":
                paragraph.add_run(f"{left}\tPage ")
                add_field(paragraph, "PAGE")
                paragraph.add_run(" of ")
                add_field(paragraph, "NUMPAGES")
            else:
                paragraph.add_run(f"{left}\tAnnual Report 2022/23")

    def set_landscape(self, _: Block, *, upright: bool = False) -> None:
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        self.set_page(section, upright=upright)

    def set_portrait(self, block: Block) -> None:
        self.set_landscape(block, upright=True)

    def set_cover(self, block: Block) -> None:
        style, words = block["text"].split(" ", 1)
        self.document.add_paragraph(words, style="Date Line" if style == "Date" else style)

    def set_contents(self, _: Block) -> None:
        heading = self.document.add_paragraph("Contents", style="TOC Heading")
        heading.paragraph_format.page_break_before = True
        for block in self.headings:
            level = block["level"]
            line = self.document.add_paragraph(style=f"TOC {level}")
            line.paragraph_format.left_indent = Cm(0.39 * (level - 1))
            tabs = line.paragraph_format.tab_stops
            tabs.add_tab_stop(Cm(WIDE - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            line.add_run(f"{block['text']}\t{self.pages.get(block['text'], 0)}")

    def set_heading(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(block["text"], style=f"Heading {block['level']}")
        if block is self.headings[0]:
            paragraph.paragraph_format.page_break_before = True

    def set_text(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(style="List Paragraph" if block["numbered"] else "Normal")
        if block["numbered"]:
            number(paragraph, 91, 0)
        self.add_words(paragraph, block["text"])
        self.add_items(self.document, block["items"], 92)

    def add_items(self, place: Any, items: list[Block], name: int) -> None:
        """Bullets, close to each other as Word sets them, with a space after the last."""
        lines = [(one, 0) for one in items]
        for item in items:
            at = next(n for n, (one, _) in enumerate(lines) if one is item)
            lines[at + 1 : at + 1] = [(sub, 1) for sub in item["items"]]
        for n, (item, level) in enumerate(lines):
            paragraph = place.add_paragraph(style="List Paragraph")
            number(paragraph, name, level)
            paragraph.paragraph_format.space_after = Pt(8 if n == len(lines) - 1 else 0)
            self.add_words(paragraph, item["text"])

    def add_words(self, paragraph: Any, text: str) -> None:
        """Running text with its notes, links and bold words."""
        for kind, words, address in split_inline(text):
            if kind == "note":
                self.notes.append(words)
                raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                mark = f'<w:footnoteReference w:id="{len(self.notes)}"/>'
                paragraph._p.append(parse_xml(f"<w:r {W}>{raised}{mark}</w:r>"))
            elif kind == "link":
                name = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = paragraph._p.makeelement(qn("w:hyperlink"), {qn("r:id"): name})
                run = paragraph.add_run(words, style="Hyperlink")
                link.append(run._r)
                paragraph._p.append(link)
            else:
                paragraph.add_run(words).bold = kind == "bold" or None

    def set_quote(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(block["text"], style="Intense Quote")
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True

    def set_speaker(self, block: Block) -> None:
        self.document.add_paragraph(style="Intense Quote").add_run(block["text"]).italic = False

    def set_sign(self, block: Block) -> None:
        self.document.add_paragraph(style="Normal").add_run(block["text"]).bold = True

    def set_figure(self, block: Block) -> None:
        name, caption = block["text"].split(" ", 1)
        picture = self.document.add_paragraph(style="Normal")
        picture.paragraph_format.keep_with_next = True
        picture.add_run().add_picture(io.BytesIO(PICTURES[name]()), width=Cm(14.5 if name != "surgery" else 8))
        self.document.add_paragraph(caption, style="Caption")

    set_photo = set_figure

    def set_box(self, block: Block) -> None:
        """A case study in one cell of a table, or in paragraphs with a border."""
        if block["look"] == "cell":
            place = self.document.add_table(1, 1, style="Table Grid").cell(0, 0)
            title = place.paragraphs[0]
            shade(place, "F2F2F2")
        else:
            place = self.document
            title = place.add_paragraph()
        run = title.add_run(block["title"])
        run.bold, run.font.color.rgb = True, RGBColor.from_string("2F5496")
        title.paragraph_format.keep_with_next = block["look"] == "border"
        lines = [title]
        for text in block["texts"]:
            lines.append(place.add_paragraph())
            self.add_words(lines[-1], text["text"])
            self.add_items(place, text["items"], 93)
        if block["look"] == "cell":
            place.paragraphs[-1].paragraph_format.space_after = Pt(4)
            self.document.add_paragraph()
            return
        for line in lines:
            rules = "".join(
                f'<w:{side} w:val="single" w:sz="12" w:space="6" w:color="2F5496"/>'
                for side in ("top", "left", "bottom", "right")
            )
            line._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {W}>{rules}</w:pBdr>"))
        lines[-1].paragraph_format.space_after = Pt(14)

    def set_table(self, block: Block) -> None:
        caption = self.document.add_paragraph(block["caption"], style="Caption")
        caption.paragraph_format.keep_with_next = True
        rows, widths, head = block["rows"], block["widths"], block["header"]
        table = self.document.add_table(len(rows), len(widths), style="Grid Table 4 Accent 1")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        for key, on in (
            ("firstRow", 1),
            ("lastRow", block["last"]),
            ("firstColumn", 1),
            ("lastColumn", 0),
            ("noHBand", 0),
            ("noVBand", 1),
        ):
            look.set(qn(f"w:{key}"), str(int(on)))
        del look.attrib[qn("w:val")]
        for row in rows:
            for cell in row:
                self.set_cell(table, cell, block)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for n, row in enumerate(table.rows):
            properties = row._tr.get_or_add_trPr()
            properties.append(parse_xml(f"<w:cantSplit {W}/>"))
            if n < head:
                properties.append(parse_xml(f"<w:tblHeader {W}/>"))
            if len(rows) < KEPT and n < len(rows) - 1:
                for cell in row.cells:
                    cell.paragraphs[0].paragraph_format.keep_with_next = True
        for note in block["notes"]:
            self.document.add_paragraph(note, style="Table Note")
        if not block["notes"]:
            self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def set_cell(self, table: Any, cell: Block, block: Block) -> None:
        r, c, head = cell["row"], cell["column"], block["header"]
        place = table.cell(r, c)
        if cell["row_span"] > 1 or cell["column_span"] > 1:
            place = place.merge(table.cell(r + cell["row_span"] - 1, c + cell["column_span"] - 1))
        paragraph = place.paragraphs[0]
        paragraph.style = self.document.styles["Table Text"]
        run = paragraph.add_run(plain(cell["text"]))
        whole = cell["column_span"] == len(block["widths"])
        if r < head:
            run.bold, run.font.color.rgb = True, RGBColor.from_string("FFFFFF")
            if r:
                shade(place, BLUE)
        elif whole:
            run.bold = True
            shade(place, BAND)
        elif block["last"] and r == len(block["rows"]) - 1:
            run.bold = True
        numbers = [
            row[-1]["text"] if c >= len(row) else next((x["text"] for x in row if x["column"] == c), "")
            for row in block["rows"][head:]
        ]
        if c and sum(bool(NUMBER.fullmatch(text)) for text in numbers) > len(numbers) / 2:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if block["last"] else WD_ALIGN_PARAGRAPH.CENTER


def number(paragraph: Any, name: int, level: int) -> None:
    """Make a paragraph an entry of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = level, name
