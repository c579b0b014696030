"""Do the charts show what the tables beside them say?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportparse.checks.grid import name_of, read_headers
from reportparse.checks.material import Material
from reportparse.checks.rounding import show
from reportparse.models import Check, Picture, Point, Series, Table

# A line of a table is the one that a series draws where it has this share of its categories, and at least two.
MIN_SHARED = 0.8
# ... and where this share of its values agree; else the two are about different things.
MIN_AGREEING = 0.6

_Line = dict[str, float]
"""A row or column of a table: values by the label beside them."""


def check_charts(material: Material) -> Iterator[Check]:
    """Each series of a chart against the row or column of a table in its section that has its categories."""
    charted = {picture.section for picture in material.report.pictures if picture.series}
    tables: defaultdict[str | None, list[tuple[Table, list[_Line]]]] = defaultdict(list)
    for table in material.report.tables:
        if table.section in charted:
            tables[table.section].append((table, list(_find_lines(table))))
    for picture in material.report.pictures:
        for series in picture.series or ():
            for table, lines in tables[picture.section]:
                yield from _check_series(picture, series, material.factors[picture.id], table, lines)


def _check_series(
    picture: Picture, series: Series, factor: float, table: Table, lines: Sequence[_Line]
) -> Iterator[Check]:
    """One series against one table, whose values are multiplied out; `factor` does that with the chart's."""
    best: tuple[int, _Line, list[Point]] | None = None
    for line in lines:
        shared = [point for point in series.points if _fold(point.x) in line]
        if len(shared) < max(2, MIN_SHARED * len(series.points)):
            continue
        agreeing = sum(_agrees(point, line[_fold(point.x)], factor) for point in shared)
        if best is None or agreeing > best[0]:
            best = agreeing, line, shared
    if best is None or best[0] < max(2, MIN_AGREEING * len(best[2])):
        return
    _, line, shared = best
    name = " ".join(part for part in (picture.caption or picture.id, series.name) if part)
    odd = [point for point in shared if not _agrees(point, line[_fold(point.x)], factor)]
    if not odd:
        yield Check(
            kind="chart_vs_table",
            passed=True,
            message=f"{name}: {len(shared)} values as in {name_of(table)}",
            where=[picture.id, table.id],
        )
    for point in odd:
        expected = line[_fold(point.x)]
        yield Check(
            kind="chart_vs_table",
            passed=False,
            severity="warning",
            message=f"{name}, {point.x}: {show(factor * point.y)} in the chart, {show(expected)} in {name_of(table)}",
            where=[picture.id, table.id],
            expected=expected,
            found=factor * point.y,
        )


def _agrees(point: Point, value: float, factor: float) -> bool:
    """Whether a table's value lies within the error of a point, or within what the chart's print rounds off."""
    return abs(factor * point.y - value) <= factor * ((point.error or 0.0) + 1e-9)


def _find_lines(table: Table) -> Iterator[_Line]:
    """The columns of a table by its row labels, and its rows by its column heads."""
    columns: defaultdict[int, dict[str, float]] = defaultdict(dict)
    rows: defaultdict[int, dict[str, float]] = defaultdict(dict)
    row_heads, column_heads = read_headers(table)
    for cell in table.cells:
        if cell.value is None or cell.row < table.header_rows or cell.column < table.header_columns:
            continue
        for label in row_heads.get(cell.row, ()):
            columns[cell.column].setdefault(_fold(label), float(cell.value))
        for label in column_heads.get(cell.column, ()):
            rows[cell.row].setdefault(_fold(label), float(cell.value))
    yield from (values for lines in (columns, rows) for values in lines.values() if len(values) > 1)


def _fold(label: str) -> str:
    return " ".join(label.casefold().replace("–", "-").split())
