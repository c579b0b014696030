"""Make `report.pdf` with python-docx and LibreOffice Writer, and `truth.json` from the same text.

    pip install python-docx matplotlib pillow pypdfium2
    python tests/designs/word-report/make.py

All numbers in the text are made up; nobody is named but by office.
"""

import io
import json
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from record import make_truth
from source import read_blocks
from writer import Writer

HERE = Path(__file__).parent


def export(document: bytes) -> bytes:
    """The PDF that Writer makes of a Word document."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.docx").write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", name, f"{name}/report.docx"]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (folder / "report.pdf").read_bytes()


def main() -> None:
    blocks = read_blocks(HERE / "report.txt")
    pages: dict[str, int] = {}
    for _ in range(2):
        writer = Writer(blocks, pages)
        out = io.BytesIO()
        writer.document.core_properties.created = datetime(2023, 10, 2, tzinfo=UTC)
        writer.document.save(out)
        pdf = export(out.getvalue())
        truth = make_truth(blocks, pdf)
        pages = {section["title"]: section["page"] for section in truth["sections"]}
    (HERE / "report.pdf").write_bytes(pdf)
    (HERE / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
