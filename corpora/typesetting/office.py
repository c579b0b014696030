"""LibreOffice Writer: a paper from a word processor, by way of a flat OpenDocument text."""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from typesetting.source import Block, read_cells, read_runs
from typesetting.truth import make_truth, read_pages

NAMES = {
    "office": "office", "style": "style", "text": "text", "table": "table", "meta": "meta",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
# Letters from which a cell holds words, set to the left, rather than a value.
LONG = 25
DESIGNS = {
    "paper": {"font": "Carlito", "size": "11pt", "color": "#1f3864", "line": "0.5pt solid #000000"},
    "serif": {"font": "Liberation Serif", "size": "12pt", "color": "#000000", "line": "0.75pt solid #808080"},
}
STYLES = (Path(__file__).parent / "office.xml").read_text("utf-8")


def typeset(report: dict[str, Any]) -> bytes:
    """The PDF of a report, exported twice where it has contents: they need the pages of the headings."""
    data = export(make_document(report, {}), tagged=report["tagged"])
    if not report.get("contents"):
        return data
    sections = make_truth(report, read_pages(data))["sections"]
    return export(make_document(report, {s["title"]: s["page"] for s in sections}), tagged=report["tagged"])


def export(document: str, *, tagged: bool) -> bytes:
    """The PDF that Writer exports of a flat document."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.fodt").write_text(document, "utf-8")
        options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": str(tagged).lower()}}, separators=(",", ":"))
        subprocess.run(  # noqa: S603
            [  # noqa: S607
                "soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to",
                f"pdf:writer_pdf_Export:{options}", "--outdir", str(folder), str(folder / "report.fodt"),
            ],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return (folder / "report.pdf").read_bytes()


def make_document(report: dict[str, Any], pages: dict[str, int]) -> str:
    """The report as flat OpenDocument; `pages` are those of the headings, for the contents."""
    title, *lines = report["cover"]
    body = [_paragraph("Title", escape(title))] + [_paragraph("Strong", escape(line)) for line in lines]
    if report.get("contents"):
        body.append(_paragraph("ContentsHead", "Contents"))
        body += [
            _paragraph("Contents", f"{escape(block['text'])}<text:tab/>{pages.get(block['text'], 0)}")
            for block in report["block"] if block["kind"] == "heading" and block["level"] == 1
        ]  # fmt: skip
    fresh = bool(report.get("contents"))
    tables: list[str] = []
    for block in report["block"]:
        if block["kind"] == "page":
            fresh = True
            continue
        body.append(set_block(block, report["notes"], tables, fresh=fresh))
        fresh = False
    styles = STYLES
    fields = {
        "header": escape(report["header"]), "widths": "".join(tables), "side": report.get("side", "start"),
        "drop": "6cm" if report.get("contents") else "0.2cm", "indent": "1.9cm", **DESIGNS[report["design"]],
    }  # fmt: skip
    for name, value in fields.items():
        styles = styles.replace(f"{{{name}}}", value)
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in NAMES.items())
    meta = (
        '<office:meta><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">'
        + escape(report["title"])
        + "</dc:title></office:meta>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">{meta}{styles}'
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"
    )


def _paragraph(style: str, content: str) -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def set_text(text: str, notes: dict[str, str]) -> str:
    """Running text with its footnotes and links."""
    out = []
    for run in read_runs(text):
        words = escape(run.text)
        if run.kind == "note":
            note = _paragraph("Footnote", escape(notes[run.text]))
            out.append(
                f'<text:note text:note-class="footnote" text:id="n{words}">'
                f"<text:note-citation>{words}</text:note-citation>"
                f"<text:note-body>{note}</text:note-body></text:note>"
            )
        else:
            forms = {
                "text": words, "bold": f'<text:span text:style-name="Bold">{words}</text:span>',
                "link": f'<text:a xlink:type="simple" xlink:href="{words}">{words}</text:a>',
            }  # fmt: skip
            out.append(forms[run.kind])
    return "".join(out)


def set_block(block: Block, notes: dict[str, str], tables: list[str], *, fresh: bool) -> str:
    """One block as OpenDocument; a table adds the widths of its columns to `tables`."""
    kind = block["kind"]
    if kind == "heading":
        breaks = {1: "Break", 2: "Break2"}
        style = breaks[block["level"]] if fresh else f"Heading_20_{block['level']}"
        return (
            f'<text:h text:style-name="{style}" text:outline-level="{block["level"]}">{escape(block["text"])}</text:h>'
        )
    if kind == "table":
        return set_table(block, tables)
    if kind == "callout":
        return _paragraph("BoxTitle", escape(block["title"])) + "".join(
            _paragraph("Box", set_text(text, notes)) for text in block["texts"]
        ) + _paragraph("Standard", "")  # fmt: skip
    if kind == "quote":
        return _paragraph("Quoted", set_text(block["text"], notes))
    words = set_text(block["text"], notes)
    body = (
        _paragraph("Numbered", f"{block['printed']}<text:tab/>{words}")
        if kind == "numbered"
        else _paragraph("Standard", words)
    )
    for name, style in (("items", "Bullets"), ("letters", "Letters")):
        if name in block:
            items = "".join(
                f"<text:list-item>{_paragraph('Standard', set_text(i, notes))}</text:list-item>" for i in block[name]
            )
            body += f'<text:list text:style-name="{style}">{items}</text:list>'
    return body


def set_table(block: Block, tables: list[str]) -> str:
    """A ruled table with its caption above it."""
    columns, name = len(block["rows"][0]), f"T{len(tables)}"
    first = max(0.25, 1 / columns) if columns > 2 else 0.6
    for letter, part in (("a", first), ("b", (1 - first) / max(1, columns - 1))):
        width = f'<style:table-column-properties style:column-width="{16.6 * part:.2f}cm"/>'
        tables.append(f'<style:style style:name="{name}{letter}" style:family="table-column">{width}</style:style>')
    head, rows = block["header_rows"], []
    for r, row in enumerate(read_cells(block)):
        cells = []
        for c, text, width in row:
            style = "HeadCell" if r < head else "Right" if c and len(text) < LONG else "Cell"
            look = f'table:style-name="{"H" if r < head else "C"}" table:number-columns-spanned="{width}"'
            cells.append(f"<table:table-cell {look}>{_paragraph(style, escape(text))}</table:table-cell>")
            cells.append("<table:covered-table-cell/>" * (width - 1))
        rows.append(f'<table:table-row table:style-name="Row">{"".join(cells)}</table:table-row>')
    caption = _paragraph("Strong", escape(block["caption"])) if block.get("caption") else ""
    widths = (
        f'<table:table-column table:style-name="{name}a"/>'
        f'<table:table-column table:style-name="{name}b" table:number-columns-repeated="{max(1, columns - 1)}"/>'
    )
    body = f"<table:table-header-rows>{''.join(rows[:head])}</table:table-header-rows>{''.join(rows[head:])}"
    table = f'<table:table table:name="{name}" table:style-name="Ruled">{widths}{body}</table:table>'
    return caption + table + _paragraph("Cell", "")
