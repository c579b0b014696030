"""Makes report.pdf and truth.json: a report in English and Welsh, typed in an office and printed with LibreOffice.

pip install pypdfium2 && python make.py    (fonts: Liberation Sans)
"""

import json
import subprocess
import tempfile
from pathlib import Path

from record import make_truth
from source import read_blocks
from writer import make_document

HERE = Path(__file__).parent
# As a printer's driver writes it: without tags and bookmarks.
OPTIONS = {name: {"type": "boolean", "value": "false"} for name in ("UseTaggedPDF", "ExportBookmarks")}
FILTER = f"pdf:writer_pdf_Export:{json.dumps(OPTIONS)}"


def export(document: str) -> bytes:
    """The PDF that Writer makes of a flat document."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.fodt").write_text(document, encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", FILTER, "--outdir", name, f"{name}/report.fodt"]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (folder / "report.pdf").read_bytes()


def main() -> None:
    """Twice: the contents tell the pages that the first time found."""
    blocks = read_blocks(HERE / "report.txt")
    pages: dict[str, int] = {}
    for _ in range(2):
        pdf = export(make_document(blocks, pages))
        truth = make_truth(blocks, pdf)
        pages = {section["title"]: section["page"] for section in truth["sections"]}
    (HERE / "report.pdf").write_bytes(pdf)
    (HERE / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
