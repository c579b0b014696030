"""Makes report.pdf and truth.json: a paper for a panel, set with LibreOffice and stamped for the pack with Ghostscript.

pip install pypdfium2 && PYTHONPATH=.. python make.py    (fonts: Liberation Serif)

Few figures are those that were published for 2019/20, all others are made up; nobody is named but by office.
"""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from record import make_truth
from source import Block, read_blocks
from writer import Setter, paragraph, set_lists

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
