"""What became of one report of a batch: a line of the manifest."""

import json
import re
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from reportparse.flat import report_row
from reportparse.models import Report

NO_TEXT = "no-text"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the manifest; what is not known is null."""

    input: str
    """The path or URL as it was found."""
    outcome: Literal["done", "failed"]
    output: str | None = None
    """Name of the record's file in the batch's folder."""
    sha256: str | None = None
    bytes: int | None = None
    code: str | None = None
    """What failed: "not-a-pdf", "encrypted-pdf", "timeout", "memory", "crash" ...

    A record of pages without text has "no-text" as well.
    """
    message: str | None = None
    seconds: float | None = None
    area: str | None = None
    year: str | None = None
    kind: str | None = None
    pages: int | None = None
    paragraphs: int | None = None
    tables: int | None = None
    figures: int | None = None
    failed_checks: int | None = None
    warnings: int | None = None
    coverage: float | None = None
    """Percent of the characters that are in the record."""

    def to_line(self) -> str:
        """JSON in ASCII, since a file's name need not be Unicode."""
        return json.dumps(asdict(self)) + "\n"


_FIELDS = {field.name for field in fields(Entry)}


def read_entry(line: str) -> Entry:
    """An entry from its line; fields of a later version are passed over.

    Raises:
        ValueError: It is no whole entry.
    """
    row = json.loads(line)
    is_entry = isinstance(row, dict) and isinstance(row.get("input"), str) and row.get("outcome") in ("done", "failed")
    if not is_entry:
        raise ValueError("no entry of a manifest")
    return Entry(**{name: value for name, value in row.items() if name in _FIELDS})


def describe(report: Report) -> dict[str, Any]:
    """What an entry says of a report."""
    row = {name: value for name, value in report_row(report).items() if name in _FIELDS}
    return row | {"code": NO_TEXT if any(warning.code == NO_TEXT for warning in report.warnings) else None}


def code_of(error: type[BaseException]) -> str:
    """The code of an error: the words of its name.

    >>> from reportparse.errors import NotAPdf
    >>> code_of(NotAPdf)
    'not-a-pdf'
    """
    return re.sub(r"(?<=.)(?=[A-Z])", "-", error.__name__).lower()
