"""Make the tagged PDFs of the table tests anew: one page of HTML printed by Chromium and by LibreOffice, and its truth.

Needs Chromium and LibreOffice on the path; the PDFs are kept, so that the tests need neither.
"""

import json
import subprocess
import tempfile
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
STYLE = (
    "@page{size:A4;margin:20mm} body{font:10pt 'Liberation Sans'} table{border-collapse:collapse;margin:6pt 0 14pt}"
    " td,th{padding:2pt 7pt;text-align:left} .n td+td,.n th+th{text-align:right}"
    " .lined td,.lined th{border:0.5pt solid #555} .under tr{border-bottom:0.5pt solid #999} .note{font-size:8pt}"
)
PROSE = "The office met the people who use its services, and asked them what had changed for them in the year. " * 5
# A cell is its text, or (text, columns, rows).
LEVELS = [
    ["Service", ("Clients", 2, 1), ("Cost, £000", 2, 1)],
    ["Kind", "2019/20", "2020/21", "2019/20", "2020/21"],
    ["Refuges", "1,200", "1,350", "410", "(12)"],
    ["Helplines", "310", "295", "nil", "36"],
    ["Mediation between neighbours", "7", "n/a", "5", "*"],
]
PLAIN = [
    ["Area", "Officers", "Share"],
    ["North", "1 204", "61.2%"],
    ["South", "764", "38.8%"],
    ["All", "1 968", "100%"],
]
LONG = [["Place", "Visits", "Hours"], *[[f"Station {i}", f"{7 * i % 90}", f"{3 * i % 40}.5"] for i in range(1, 71)]]
# Class, caption, rows, rows of header cells, whether the header cells are tagged.
TABLES = [
    ("n lined", "Table 1. Clients and cost", LEVELS, 2, True),
    ("n", "Table 2. Officers by area", PLAIN, 1, True),
    ("n under", "Table 3. Visits to custody", LONG, 1, True),
    ("n lined", "Table 4. Officers by area, untagged heads", PLAIN, 1, False),
]


def write_table(kind: str, caption: str, rows: list, headers: int, is_tagged: bool) -> str:
    """One table as HTML."""
    lines = []
    for at, row in enumerate(rows):
        tag = "th" if at < headers and is_tagged else "td"
        cells = []
        for cell in row:
            text, columns, height = cell if isinstance(cell, tuple) else (cell, 1, 1)
            cells.append(f"<{tag} colspan={columns} rowspan={height}>{escape(text)}</{tag}>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    head, body = "".join(lines[:headers]), "".join(lines[headers:])
    parts = f"<thead>{head}</thead><tbody>{body}</tbody>" if is_tagged else f"<tbody>{head}{body}</tbody>"
    return f"<p><b>{escape(caption)}</b></p><table class='{kind}'>{parts}</table>"


def main() -> None:
    """Build both files and their truth."""
    body = "".join(f"<p>{PROSE}</p>{write_table(*table)}" for table in TABLES)
    head = f"<!doctype html><html lang=en><meta charset=utf-8><title>Tables</title><style>{STYLE}</style>"
    page = f"{head}{body}<p>{PROSE}</p>"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "office.html")
        source.write_text(page, "utf-8")
        browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        target = (HERE / "browser.pdf").absolute()
        subprocess.run([*browser, f"--print-to-pdf={target}", str(source)], check=True, capture_output=True)
        options = 'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
        office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", options]
        subprocess.run([*office, "--outdir", folder, str(source)], check=True, capture_output=True)
        (HERE / "office.pdf").write_bytes(source.with_suffix(".pdf").read_bytes())
    truth = [
        {
            "caption": caption,
            "header_rows": headers,
            "rows": [[cell[0] if isinstance(cell, tuple) else cell for cell in row] for row in rows],
        }
        for _, caption, rows, headers, _ in TABLES
    ]
    (HERE / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
