"""What somebody's own program might do: it is never run for its result here, but checked by mypy --strict."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import reportparse
from reportparse import Report, ReportError
from reportparse.comparison import Comparison, long_rows
from reportparse.models import Check, Figure, Table


def targets(report: Report) -> Iterator[tuple[str, float | None, int]]:
    for figure in report.where(role="target"):
        yield figure.text, figure.value, figure.page or 0


def read(path: Path, password: str | None = None) -> Report | None:
    try:
        return reportparse.parse(path, password=password)
    except reportparse.EncryptedPdf as error:
        print(error.name, error.has_password, file=sys.stderr)
    except ReportError as error:
        print(error, file=sys.stderr)
    return None


def summarise(report: Report) -> str:
    area = report.metadata.pcc.name if report.metadata.pcc else "?"
    failed: list[Check] = [check for check in report.checks if not check.passed]
    kinds: Counter[str] = Counter(figure.kind for figure in report.figures)
    first: Table | None = next(iter(report.tables), None)
    width = len(first.rows[0]) if first is not None else 0
    return f"{area}: {len(failed)} failed, {kinds.most_common(1)}, {width}"


def side_by_side(paths: list[Path]) -> list[dict[str, object]]:
    comparison: Comparison = reportparse.compare([reportparse.load(path) for path in paths])
    return [dict(row) for row in long_rows(comparison.lines)]


def longest(figures: list[Figure]) -> str:
    return max((figure.measure or "" for figure in figures), key=len, default="")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        found = read(Path(name))
        if found is not None:
            print(summarise(found), longest(found.figures), *targets(found), sep="\n")
