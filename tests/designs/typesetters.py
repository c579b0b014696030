"""What makers of designs share: a page that Chromium prints, a book that Typst sets, and the truth beside the PDF."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


def print_pages(home: Path, title: str, pages: Iterable[str], fonts: Iterable[Path] = ()) -> None:
    """Prints `pages`, the HTML of each, in the `style.css` of a design's folder; `fonts` are those that it names."""
    style = (home / "style.css").read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>{title}</title><style>{style}</style>'
    html = f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>{"".join(pages)}</body></html>'
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for font in fonts:
            shutil.copy(font, folder)
        (folder / "page.html").write_text(html, encoding="utf-8")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             "--disable-pdf-tagging", f"--user-data-dir={folder / 'profile'}",
             f"--print-to-pdf={home / 'report.pdf'}", (folder / "page.html").as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


def set_book(home: Path, make: Callable[[Path], tuple[str, dict[str, Any]]]) -> None:
    """Sets the source that `make` writes, with its pictures, for a folder that is thrown away; and writes its truth."""
    import typst  # noqa: PLC0415  # makers that print pages do without

    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "book.typ"
        text, records = make(Path(name))
        source.write_text(text, encoding="utf-8")
        typst.compile(str(source), output=str(home / "report.pdf"))
    write_truth(home, records)


def write_truth(home: Path, records: dict[str, Any]) -> None:
    """Writes the records that a design's maker has kept."""
    (home / "truth.json").write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
