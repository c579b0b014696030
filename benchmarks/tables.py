"""Tables of every PDF of a folder, as the scorer of the ICDAR 2013 Table Competition reads them.

    python benchmarks/tables.py --pdfs ../shared/icdar2013/eu --out /tmp/tables
    python ../shared/tools/score_tables.py --truth ../shared/icdar2013/eu --pred /tmp/tables --docs
"""

import argparse
import json
import time
from pathlib import Path

from reportparse.geometry import unite
from reportparse.pdf import Document, Page
from reportparse.pictures import take_pictures
from reportparse.tables import Table, shield_tables, take_tables, unshield_tables


def export(table: Table) -> list[dict[str, object]]:
    """One table for each page it stands on, cells placed from its own top left corner."""
    parts = []
    for page in dict.fromkeys(span.page for span in table.spans):
        cells = [cell for row in table.rows for cell in row if cell.page == page]
        first = min((cell.row for cell in cells), default=0)
        box = unite([cell.box for cell in cells if cell.box is not None])  # without caption and notes
        parts.append(
            {
                "page": page,
                "bbox": list(box),
                "cells": [
                    {
                        "row": cell.row - first,
                        "column": cell.column,
                        "row_span": cell.row_span,
                        "column_span": cell.column_span,
                        "text": cell.text,
                    }
                    for cell in cells
                ],
            }
        )
    return parts


def leave_pictures(pages: list[Page]) -> list[Page]:
    """The pages without charts and drawings, which a parse takes before tables."""
    pages, shielded = shield_tables(pages)
    _, rest = take_pictures(pages)
    return unshield_tables(rest, shielded)


def main() -> None:
    """Read each PDF, write DOC.json beside the others, print the CPU time of the tables alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdfs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    spent, count = 0.0, 0
    for pdf in sorted(arguments.pdfs.glob("*.pdf")):
        with Document(pdf) as document:
            pages = leave_pictures(list(document.read_pages(None)))
        begin = time.process_time()
        tables, _ = take_tables(pages)
        spent += time.process_time() - begin
        count += len(pages)
        parts = [part for table in tables for part in export(table)]
        (arguments.out / f"{pdf.stem}.json").write_text(json.dumps({"tables": parts}))
    print(f"{spent / max(count, 1) * 1000:.1f} ms CPU a page")


if __name__ == "__main__":
    main()
