"""A report as flat rows, for files, spreadsheets and databases: the same columns everywhere.

Each row begins with what tells the report: `area` and `year` (the id of its PCC area and its period, null where not
known) and `file`.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from reportparse.models import Report
from reportparse.models.report import walk_items
from reportparse.models.select import find_homes, home_of
from reportparse.registry.measures import match_measure

Value = str | int | float | bool | None
Row = dict[str, Value]


def report_row(report: Report) -> Row:
    """One row: what the report is and how much of it was read; `coverage` in percent of its characters."""
    metadata, source, coverage = report.metadata, report.source, report.coverage
    period = metadata.period
    return _key(report) | {
        "pcc": metadata.pcc.name if metadata.pcc else None,
        "force": metadata.pcc.force if metadata.pcc else None,
        "start": period.start.isoformat() if period else None,
        "end": period.end.isoformat() if period else None,
        "title": metadata.title,
        "kind": metadata.kind,
        "pages": source.page_count,
        "paragraphs": len(report.paragraphs),
        "tables": len(report.tables),
        "figures": len(report.figures),
        "failed_checks": sum(not check.passed for check in report.checks),
        "warnings": len(report.warnings),
        "coverage": round(100 * (coverage.characters - coverage.residue) / max(1, coverage.characters), 2),
        "sha256": source.sha256,
    }


def figure_rows(report: Report) -> Iterator[Row]:
    """A row for each figure, in reading order; `section` is the title of the innermost.

    `measure_id` is the common measure that its words mean, null where they mean none.
    """
    key = _key(report)
    homes = find_homes(report.sections, (*report.paragraphs, *report.tables, *report.callouts, *report.pictures))
    for figure in report.figures:
        sections = home_of(figure, homes).sections
        yield key | {
            "id": figure.id, "page": figure.page, "text": figure.text, "value": figure.value, "low": figure.low,
            "high": figure.high, "unit": figure.unit, "kind": figure.kind, "qualifier": figure.qualifier,
            "role": figure.role, "direction": figure.direction, "measure": figure.measure,
            "measure_id": _measure_id(figure.measure, figure.kind, figure.unit, figure.role == "change"),
            "period": figure.period, "period_source": figure.period_source, "place": figure.place,
            "section": sections[0].title if sections else None, "source": figure.source.kind,
            "record": figure.source.id, "row": figure.source.row, "column": figure.source.column,
            "score": figure.score, "review": figure.review, "corrected": figure.corrected,
        }  # fmt: skip


@lru_cache(maxsize=65536)
def _measure_id(words: str | None, kind: str, unit: str | None, is_change: bool) -> str | None:
    """Reports say the same measures over and over: each way of saying one is looked up once."""
    found = match_measure(words, kind, unit, is_change=is_change) if words else None
    return found[0] if found else None


def cell_rows(report: Report) -> Iterator[Row]:
    """A row for each cell that is no header, with the headers that name it, joined by " / "."""
    key = _key(report)
    for table in report.tables:
        for cell in table.cells:
            if cell.row < table.header_rows or cell.column < table.header_columns:
                continue
            path = table.header_path(cell)
            page = cell.page or (table.spans[0].page if table.spans else None)
            yield key | {
                "table": table.id, "caption": table.caption, "page": page, "row": cell.row, "column": cell.column,
                "row_header": " / ".join(path.row), "column_header": " / ".join(path.column), "text": cell.text,
                "value": cell.value, "unit": cell.unit,
            }  # fmt: skip


def paragraph_rows(report: Report) -> Iterator[Row]:
    """A row for each paragraph, its list in its text; themes, the first first, joined by ", "."""
    key = _key(report)
    titles = {section.id: section.title for section in report.sections}
    for paragraph in report.paragraphs:
        items = [f"{item.marker} {item.text}" for item in walk_items(paragraph.items)]
        yield key | {
            "id": paragraph.id, "page": paragraph.spans[0].page if paragraph.spans else None,
            "number": paragraph.number, "section": titles.get(paragraph.section or ""),
            "themes": ", ".join(theme.id for theme in paragraph.themes) or None,
            "text": "\n".join([paragraph.text, *items]),
        }  # fmt: skip


def check_rows(report: Report) -> Iterator[Row]:
    """A row for each check; `where` are the ids of the records that it is about, joined by ", "."""
    key = _key(report)
    for check in report.checks:
        yield key | {
            "kind": check.kind, "passed": check.passed, "message": check.message, "expected": _say(check.expected),
            "found": _say(check.found), "where": ", ".join(check.where),
        }  # fmt: skip


SHEETS: dict[str, Callable[[Report], Iterator[Row]]] = {
    "figures": figure_rows,
    "tables": cell_rows,
    "paragraphs": paragraph_rows,
    "checks": check_rows,
}
"""By name, what a report is written out as."""


def _key(report: Report) -> Row:
    metadata = report.metadata
    return {
        "area": metadata.pcc.id if metadata.pcc else None,
        "year": metadata.period.label if metadata.period else None,
        "file": PurePath(report.source.path).name if report.source.path else None,
    }


def _say(value: Any) -> str | None:
    """A check's number or numbers in words.

    >>> _say([2750, None, 219.5])
    '2750, ?, 219.5'
    """
    if isinstance(value, list):
        return ", ".join("?" if each is None else str(each) for each in value)
    return None if value is None else str(value)
