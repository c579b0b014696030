"""The parts of a Word document that python-docx has no words for: styles of Office, numbering, notes and fields."""

from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

W = nsdecls("w")
BLUE, PALE, BAND = "4472C4", "D9E2F3", "B4C6E7"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

# Name, size, colour, space before and after, and what else is set: the styles of Office since 2013.
STYLES: list[tuple[str, float, str, float, float, str]] = [
    ("Normal", 11, "000000", 0, 8, ""), ("Title", 28, "000000", 0, 6, ""), ("Subtitle", 14, "5A5A5A", 0, 24, ""),
    ("Heading 1", 16, "2F5496", 18, 6, "k"), ("Heading 2", 13, "2F5496", 12, 4, "k"),
    ("Heading 3", 12, "1F3763", 8, 4, "k"), ("Caption", 9, "44546A", 6, 6, "i"),
    ("Intense Quote", 11, BLUE, 10, 10, "i"), ("Header", 9, "595959", 0, 0, ""), ("Footer", 9, "595959", 0, 0, ""),
    ("List Paragraph", 11, "000000", 0, 8, ""), ("TOC Heading", 16, "2F5496", 12, 12, ""),
    ("TOC 1", 11, "000000", 0, 5, ""), ("TOC 2", 11, "000000", 0, 5, ""), ("TOC 3", 11, "000000", 0, 5, ""),
    ("Organisation", 20, "2F5496", 160, 60, ""), ("Date Line", 11, "000000", 0, 4, ""),
    ("Table Text", 10, "000000", 2, 2, ""), ("Table Note", 9, "000000", 3, 3, ""),
    ("Footnote Text", 10, "000000", 0, 0, ""),
]  # fmt: skip
GRID_TABLE_4 = f"""
<w:style {W} w:type="table" w:customStyle="1" w:styleId="GridTable4-Accent1">
 <w:name w:val="Grid Table 4 Accent 1"/><w:basedOn w:val="TableNormal"/>
 <w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblStyleColBandSize w:val="1"/><w:tblBorders>
  {
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8EAADB"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
}
 </w:tblBorders></w:tblPr>
 <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:tcBorders>
  <w:top w:val="single" w:sz="4" w:color="{BLUE}"/><w:left w:val="single" w:sz="4" w:color="{BLUE}"/>
  <w:bottom w:val="single" w:sz="4" w:color="{BLUE}"/><w:right w:val="single" w:sz="4" w:color="{BLUE}"/>
  <w:insideH w:val="nil"/><w:insideV w:val="nil"/></w:tcBorders>
  <w:shd w:val="clear" w:color="auto" w:fill="{BLUE}"/></w:tcPr></w:tblStylePr>
 <w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
  <w:top w:val="double" w:sz="4" w:color="{BLUE}"/></w:tcBorders></w:tcPr></w:tblStylePr>
 <w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>
 <w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr>
</w:style>"""


def set_styles(document: Document) -> None:
    """Give the document the look of Office's own template."""
    styles = document.styles
    for name, size, colour, before, after, marks in STYLES:
        style = (
            styles[name] if name in {one.name for one in styles} else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        for old in style.element.findall(qn("w:rPr")) + style.element.findall(qn("w:pPr")):
            style.element.remove(old)
        if name != "Normal":
            style.base_style = styles["Normal"]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{key}"), "Calibri")
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        style.font.italic = "i" in marks or None
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.line_spacing = 1.08 if name in {"Normal", "List Paragraph"} else 1.0
        form.keep_with_next = "k" in marks or None
    quote = styles["Intense Quote"].element.get_or_add_pPr()
    rule = f'w:val="single" w:sz="4" w:space="10" w:color="{BLUE}"'
    quote.append(parse_xml(f"<w:pBdr {W}><w:top {rule}/><w:bottom {rule}/></w:pBdr>"))
    quote.append(parse_xml(f'<w:ind {W} w:left="864" w:right="864"/>'))
    quote.append(parse_xml(f'<w:jc {W} w:val="center"/>'))
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor.from_string("0563C1"), True
    styles.element.append(parse_xml(GRID_TABLE_4))


def set_numbering(document: Document) -> None:
    """Numbers 1. 2. 3. through the report (list 91), its bullets (92), and bullets in boxes (93)."""
    lists = {
        91: [("decimal", "%1.", 720, "")],
        92: [("bullet", "\uf0b7", 1440, "Symbol"), ("bullet", "o", 2160, "Courier New")],
        93: [("bullet", "\uf0b7", 720, "Symbol"), ("bullet", "o", 1440, "Courier New")],
    }
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    for number, levels in lists.items():
        body = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>'
            + (f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else "")
            + "</w:lvl>"
            for n, (kind, text, left, font) in enumerate(levels)
        )
        kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
        first.addprevious(parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{kind}{body}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def add_footnotes(document: Document, notes: list[str]) -> None:
    """The notes as a part of the document."""

    def note(name: int, kind: str, content: str) -> str:
        return f'<w:footnote {kind} w:id="{name}"><w:p>{content}</w:p></w:footnote>'

    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    body = note(-1, 'w:type="separator"', "<w:r><w:separator/></w:r>")
    body += note(0, 'w:type="continuationSeparator"', "<w:r><w:continuationSeparator/></w:r>")
    for n, text in enumerate(notes, 1):
        style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        words = f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
        body += note(n, "", f"{style}<w:r>{raised}<w:footnoteRef/></w:r>{words}")
    blob = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}>{body}</w:footnotes>'.encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_field(paragraph: Any, code: str) -> None:
    """A field such as PAGE."""
    for kind, content in (("begin", ""), ("", code), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            run._r.append(parse_xml(f'<w:fldChar {W} w:fldCharType="{kind}"/>'))
        elif content == code:
            run._r.append(parse_xml(f'<w:instrText {W} xml:space="preserve"> {code} </w:instrText>'))
        else:
            run.text = content


def shade(cell: Any, fill: str) -> None:
    """Tint a cell."""
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {W} w:val="clear" w:color="auto" w:fill="{fill}"/>'))
