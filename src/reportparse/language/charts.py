"""Figures of a chart: each point is read as the cell of a table whose heads are its category and its series."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from reportparse.language.cells import read_table
from reportparse.language.chart_units import ChartUnit, read_chart_unit, without_unit
from reportparse.language.context import Setting
from reportparse.language.headers import read_head, without_periods

_UNITS = {"£": "GBP", "€": "EUR", "$": "USD", "%": "%"}


class _Cell(NamedTuple):
    """A point, or a head, as `read_table` has cells."""

    text: str
    row: int
    column: int
    value: Decimal | None = None
    unit: str | None = None
    row_path: tuple[str, ...] = ()
    column_path: tuple[str, ...] = ()


class _Grid(NamedTuple):
    """A chart as a table: categories down the side, series across the top."""

    id: str
    caption: str | None
    rows: list[list[_Cell]]
    points: dict[tuple[int, int], Any]
    notes: tuple[str, ...] = ()
    header_rows: int = 1
    header_columns: int = 1


def read_picture(picture: Any, section: str | None, setting: Setting) -> Iterator[dict[str, Any]]:
    """Figures of a chart's points, series by series, in the contract's shape.

    Offsets point into the picture's labels, joined by a space: at the printed value, or at the category of a measured
    one, whose qualifier is "about".

    Args:
        picture: Offers id, caption, labels and series; these name, unit and points with x, y, method and error.
        section: Id of the section that it stands in.
        setting: What holds for the whole report.
    """
    if not picture.series:
        return
    grid = _make_grid(picture)
    rows = {(row["source"]["row"], row["source"]["column"]): row for row in read_table(grid, section, setting)}
    text = " ".join(picture.labels)
    said = read_chart_unit(picture.caption, picture.labels)
    for place in sorted(rows, key=lambda place: (place[1], place[0])):
        row, point = rows[place], grid.points[place]
        plain = _tell_unit(said, row)
        context = _tell_context(picture, point, row)
        factor = float(said.factor) if "value" in plain else 1.0
        yield row | plain | context | _tell_source(picture.id, text, point, row, factor)


def _tell_unit(said: ChartUnit, row: dict[str, Any]) -> dict[str, Any]:
    """The value in the unit that holds for the whole chart: "£m" makes 261.7 into 261,700,000 pounds."""
    if row["kind"] not in ("count", "money"):
        return {}
    found: dict[str, Any] = {"kind": said.kind, "unit": said.unit} if said.kind and row["kind"] == "count" else {}
    if said.factor != 1 and row["value"] is not None:
        found["value"] = float(Decimal(str(row["value"])) * said.factor)
    return found


def _tell_context(picture: Any, point: Any, row: dict[str, Any]) -> dict[str, Any]:
    """What is measured: the title, and the series or category that it does not name; no period of a section's title."""
    caption = picture.caption or ""
    title = without_periods(without_unit(caption)).strip(" ,:;–-")
    name = row["measure"] or ""
    is_said = name == caption or (len(picture.series) == 1 and name.lower() in title.lower())
    found: dict[str, Any] = {"measure": (title if is_said else f"{title}: {name}" if title else name) or None}
    if row["period_source"] == "section title":
        found |= {"period": None, "period_source": None}
    if row["role"] == "actual" and read_head(caption).role == "change":
        found |= {"role": "change", "direction": "down" if point.y < 0 else "up"}
    return found


def _make_grid(picture: Any) -> _Grid:
    names = [series.name or "" for series in picture.series]
    categories = list(dict.fromkeys(point.x for series in picture.series for point in series.points))
    heads = [_Cell("", 0, 0), *(_Cell(name, 0, column) for column, name in enumerate(names, 1))]
    rows = [[_Cell(category, row, 0)] for row, category in enumerate(categories, 1)]
    points: dict[tuple[int, int], Any] = {}
    for column, series in enumerate(picture.series, 1):
        for point in series.points:
            row = categories.index(point.x) + 1
            if (row, column) in points:
                continue
            points[row, column] = point
            path = (series.name,) if series.name else ()
            value, unit = _read_value(point.y, series.unit)
            rows[row - 1].append(_Cell(str(point.y), row, column, value, unit, (point.x,), path))
    return _Grid(picture.id, picture.caption, [heads, *rows], points)


def _read_value(number: Any, unit: str | None) -> tuple[Decimal, str | None]:
    """The value of a point and its unit; pence are parts of a pound."""
    value = Decimal(str(number))
    return (value / 100, "GBP") if unit == "p" else (value, _UNITS.get(unit or "", unit))


def _tell_source(name: str, text: str, point: Any, row: dict[str, Any], factor: float) -> dict[str, Any]:
    """Where in the labels a point is stated, and how."""
    is_printed = point.method == "label"
    start, end = _find_number(text, point.y) if is_printed else _find_text(text, point.x)
    how = "printed in a chart" if is_printed else f"measured in a chart, off by at most {factor * point.error:g}"
    return {
        "text": text[start:end] if is_printed and end else row["text"],
        "source": {"kind": "picture", "id": name, "start": start, "end": end},
        "qualifier": "exact" if is_printed else "about",
        "rule": f"{how}; {row['rule']}",
    }


def _find_number(text: str, value: Any) -> tuple[int, int]:
    """Where a number is printed among labels, with thousands marked or not; (0, 0) where it is printed otherwise.

    >>> _find_number("Burglary 5,120 2016/17", Decimal(5120))
    (9, 14)
    """
    for printed in (f"{value:,}", f"{value}", f"{abs(value)}"):
        at = text.find(printed)
        if at >= 0:
            return at, at + len(printed)
    return 0, 0


def _find_text(text: str, part: str) -> tuple[int, int]:
    at = text.find(part)
    return (at, at + len(part)) if at >= 0 else (0, 0)
