"""What a report is called in a comparison."""

from pathlib import PurePath

from reportparse.comparison.records import Source
from reportparse.models import Report


def read_source(report: Report, taken: set[str]) -> Source:
    """What the report is called in a comparison."""
    metadata = report.metadata
    file = PurePath(report.source.path).name if report.source.path else None
    area = metadata.pcc.id if metadata.pcc else None
    year = metadata.period.label if metadata.period else None
    end = metadata.period.end.isoformat() if metadata.period else None
    return make_source(area, year, file, end, taken)


def make_source(area: str | None, year: str | None, file: str | None, end: str | None, taken: set[str]) -> Source:
    """A report by its area and year, else its file; two of one area and year are told apart by a number."""
    base = " ".join(filter(None, (area, year))) or file or "report"
    name, number = base, 2
    while name in taken:
        name, number = f"{base} ({number})", number + 1
    taken.add(name)
    return Source(id=name, file=file, area=area, year=year, end=end)
