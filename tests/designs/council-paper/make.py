"""Makes report.pdf and truth.json: an annual report as a paper for a panel, set with LibreOffice, stamped with qpdf.

pip install pypdfium2 fpdf2 matplotlib && PYTHONPATH=.. python make.py    (fonts: Liberation Sans)

Few figures are those that were published for 2022/23, all others are made up; nobody is named but by office.
"""

import json
import re
import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import fpdf
import pypdfium2
from paper import Paper, paragraph
from typesetters import write_truth

HERE = Path(__file__).parent
NAMES = {
    "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "chart": "chart",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
BEFORE = 130  # pages of the pack before the paper
# Each numbered list: for each level left edge and hang in cm, form, what follows, and how many levels are told.
LISTS: dict[str, list[tuple[float, float, str, str, int]]] = {
    "N": [(1.4, 1.4, "1", ".0", 1), (1.4, 1.4, "1", "", 2)],
    "A": [(1.4, 1.4, "1", "", 1)],
    "R": [(2.4, 1.0, "i", ".", 1), (3.2, 0.7, "•", "", 1)],
    "U": [(2.1, 0.7, "•", "", 1), (2.9, 0.7, "o", "", 1)],
    "UBox": [(0.7, 0.7, "•", "", 1)],
}


def set_lists() -> str:
    out = []
    for name, levels in LISTS.items():
        inner = ""
        for level, (left, hang, form, after, shown) in enumerate(levels, 1):
            place = (
                '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
                '<style:list-level-label-alignment text:label-followed-by="listtab"'
                f' text:list-tab-stop-position="{left}cm" fo:margin-left="{left}cm" fo:text-indent="-{hang}cm"/>'
                "</style:list-level-properties>"
            )
            if form in "•o":
                kind, what = "bullet", f'text:bullet-char="{form}" text:style-name="Symbol"'
            else:
                before = "A." if name == "A" else ""
                kind, what = "number", (
                    f'style:num-format="{form}" style:num-prefix="{before}" style:num-suffix="{after}"'
                    f' text:display-levels="{shown}"'
                )
            inner += f'<text:list-level-style-{kind} text:level="{level}" {what}>{place}</text:list-level-style-{kind}>'
        out.append(f'<text:list-style style:name="{name}">{inner}</text:list-style>')
    return "".join(out)


def make_document(paper: Paper) -> str:
    """The paper as flat OpenDocument."""
    paper.out.insert(paper.place_of_contents, paper.set_contents())
    styles = (HERE / "styles.xml").read_text("utf-8")
    head = f"<style:header>{paragraph('Running', 'OFFICIAL')}</style:header>"
    foot = "OPCC/PCP/23-11<text:tab/>Page <text:page-number/> of <text:page-count/>"
    feet = [f"{head}<style:footer>{paragraph(name, foot)}</style:footer>" for name in ("Foot", "FootWide")]
    parts = {"styles": "".join(paper.styles), "running": feet[0], "runningwide": feet[1], "lists": set_lists()}
    for name, value in parts.items():
        styles = styles.replace(f"{{{name}}}", value)
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in NAMES.items())
    title = "<dc:title>Annual Report 2022/23</dc:title>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta>{title}</office:meta>{styles}<office:body><office:text>{''.join(paper.out)}</office:text>"
        "</office:body></office:document>"
    )


def export(document: str, tagged: bool) -> bytes:
    """The PDF of a flat document, stamped with its pages in the pack."""
    options = {"UseTaggedPDF": tagged, "ExportBookmarks": tagged}
    told = json.dumps({name: {"type": "boolean", "value": str(value).lower()} for name, value in options.items()})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.fodt").write_text(document, encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", f"pdf:writer_pdf_Export:{told}", "report.fodt"]
        subprocess.run(command, check=True, cwd=folder, capture_output=True, timeout=180)
        make_stamps(folder / "report.pdf", folder / "stamps.pdf")
        small = ["--object-streams=generate", "--recompress-flate", "--compression-level=9"]
        command = ["qpdf", *small, "report.pdf", "--overlay", "stamps.pdf", "--", "pack.pdf"]
        subprocess.run(command, check=True, cwd=folder, timeout=60)
        return (folder / "pack.pdf").read_bytes()


def make_stamps(report: Path, out: Path) -> None:
    """What the pack prints over each page: its number at the foot, and the item over the first."""
    stamps = fpdf.FPDF(unit="pt")
    stamps.set_auto_page_break(False)
    for n, page in enumerate(pypdfium2.PdfDocument(report)):
        wide, high = page.get_size()
        stamps.add_page(format=(min(wide, high), max(wide, high)), orientation="L" if wide > high else "P")
        stamps.set_font("Times", "B", 15)
        stamps.text(wide / 2 - 12, high - 18, str(BEFORE + n + 1))
        if not n:
            stamps.text(wide - 150, 26, "Agenda Item No. 6")
    stamps.output(str(out))


def squeeze(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text).casefold()


def find_pages(paper: Paper, pdf: bytes) -> None:
    """Set the pages of sections, numbered paragraphs, tables and pictures, each from the last one's on."""
    pages = [squeeze(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]
    at = 2
    kinds = ("sections", "paragraphs", "tables", "pictures", "callouts")
    records = {one["id"]: one for kind in kinds for one in paper.records[kind]}
    order = paper.records["order"]
    for name in order[paper.front :]:
        record = records[name]
        cells = " ".join(cell["text"] for row in record.get("rows", ())[:2] for cell in row)
        words = record.get("title") or record.get("caption") or (record.get("number") or "") + record.get("text", cells)
        sought = squeeze(words)[:40]
        at = next(n for n in range(at, len(pages)) if sought in pages[n])
        if record.get("number") or not name.startswith("p"):
            record["page"] = at + 1


def make(pages: dict[str, int], tagged: bool = True) -> tuple[bytes, dict[str, Any], dict[str, int]]:
    """The PDF, its truth, and the pages for the contents."""
    told = tomllib.loads((HERE / "report.toml").read_text("utf-8"))
    paper = Paper(told["notes"], pages)
    for block in told["block"]:
        getattr(paper, block.pop("set"))(**block)
    pdf = export(make_document(paper), tagged)
    find_pages(paper, pdf)
    metadata = {
        "title": "Annual Report of the Police and Crime Commissioner for Cambridgeshire 2022/23", "kind": "board_paper",
        "pcc": "cambridgeshire", "period": "2022/23",
    }  # fmt: skip
    pages = {one["title"]: one["page"] for one in paper.records["sections"]}
    return pdf, {**paper.records, "metadata": metadata}, pages


def main() -> None:
    """Twice: the contents tell the pages that the first time found."""
    pages: dict[str, int] = {}
    for _ in range(2):
        pdf, truth, pages = make(pages)
    (HERE / "report.pdf").write_bytes(pdf)
    write_truth(HERE, truth)


if __name__ == "__main__":
    main()
