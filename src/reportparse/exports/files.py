"""Rows of reports in files: CSV, JSON lines, Markdown, Excel, Parquet; a file appears whole or not at all."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reportparse.atomic import write_bytes
from reportparse.exports.excel import as_workbook
from reportparse.exports.frames import rows_of, to_arrow
from reportparse.extras import need
from reportparse.flat import Row
from reportparse.models import Report
from reportparse.safe import guard


def export(
    reports: Report | Iterable[Report], path: str | Path, *, form: str | None = None, sheet: str = "figures"
) -> None:
    """Write reports to a file.

    Args:
        reports: One or many.
        path: The file; it replaces an older one.
        form: One of `FORMATS`; by default what the file's name ends with.
        sheet: "figures", "tables", "paragraphs" or "checks"; Excel gets them all.

    Raises:
        ValueError: No such form or sheet.
        MissingExtra: The form needs a package that is not installed.
    """
    path = Path(path)
    chosen = (form or path.suffix.lstrip(".")).lower()
    if chosen not in FORMATS:
        raise ValueError(f"{chosen!r} is none of {', '.join(FORMATS)}")
    listed = [reports] if isinstance(reports, Report) else list(reports)
    write_bytes(FORMATS[chosen](listed, sheet), path)


def as_csv(reports: Sequence[Report], sheet: str) -> bytes:
    """UTF-8 with a header; text from a PDF can not become a formula."""
    rows = list(rows_of(reports, sheet))
    file = io.StringIO()
    if rows:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({name: guard(value) for name, value in row.items()} for row in rows)
    return file.getvalue().encode()


def as_lines(reports: Sequence[Report], sheet: str) -> bytes:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows_of(reports, sheet)).encode()


def as_markdown(reports: Sequence[Report], sheet: str) -> bytes:
    """A table of pipes, as GitHub has it."""
    rows = list(rows_of(reports, sheet))
    if not rows:
        return b""
    names = list(rows[0])
    lines = [names, ["---"] * len(names), *([_cell(row, name) for name in names] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines).encode()


def _cell(row: Row, name: str) -> str:
    value = row[name]
    text = "" if value is None else str(value)
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>")


def as_parquet(reports: Sequence[Report], sheet: str) -> bytes:
    """Columns of fixed types, compressed."""
    parquet = need("pyarrow.parquet", "parquet")
    target = io.BytesIO()
    parquet.write_table(to_arrow(reports, sheet), target, compression="zstd")
    return target.getvalue()


FORMATS: dict[str, Callable[[Sequence[Report], str], bytes]] = {
    "csv": as_csv,
    "jsonl": as_lines,
    "md": as_markdown,
    "xlsx": lambda reports, _: as_workbook(reports),
    "parquet": as_parquet,
}
"""By the name of the form, what writes it."""
