"""Measures over time as pictures: small multiples of all, and one picture a measure; no browser, no network."""

import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reportparse.atomic import write_bytes
from reportparse.comparison.records import Comparison, Line, Value
from reportparse.comparison.terms.times import end_of
from reportparse.extras import need
from reportparse.registry.measures import find_measure

FORMS = ("svg", "png")

_COLORS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d00", "#777777")
"""Okabe and Ito's, told apart by most eyes."""

_COLUMNS = 3  # of the small multiples
# Labels of years stand at least this part of the axis apart: at 7 points six or seven of them fit the smallest plot.
MIN_APART = 0.13
MAX_WHY = 34  # letters of what changed at a break, beside its line
_WIDTH, _HEIGHT = 4.2, 2.6  # inches of one


def plot(comparison: Comparison, folder: str | Path, form: str = "svg") -> list[Path]:
    """Draw each common measure that has two periods or more; the paths of the pictures.

    One picture a line of the comparison, and `all.FORM` with all of them small.  What is only expected, or a target, is
    a dashed line with rings; a definition break is an upright dotted line; what is disputed, or of an assumed period,
    has a ring.

    Args:
        comparison: What `compare` gives.
        folder: Where the pictures go; it is made.
        form: "svg" or "png".

    Raises:
        MissingExtra: matplotlib is not installed.
        ValueError: No such form.
    """
    if form not in FORMS:
        raise ValueError(f"{form!r} is none of {', '.join(FORMS)}")
    figures, svg = need("matplotlib.figure", "plots"), need("matplotlib", "plots")
    svg.rcParams["svg.hashsalt"] = "reportparse"  # equal input gives equal files
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    groups = _groups(comparison.lines)
    paths = []
    for group in groups:
        figure = figures.Figure(figsize=(6.4, 4), layout="constrained")
        _draw(figure.add_subplot(), group)
        paths.append(_save(figure, folder / f"{_name(group[0])}.{form}"))
    if groups:
        rows = -(-len(groups) // _COLUMNS)
        figure = figures.Figure(figsize=(_WIDTH * _COLUMNS, _HEIGHT * rows), layout="constrained")
        for at, group in enumerate(groups, 1):
            _draw(figure.add_subplot(rows, _COLUMNS, at), group)
        paths.append(_save(figure, folder / f"all.{form}"))
    return paths


def _groups(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that belong in one picture: actual values with the targets and forecasts of the same thing."""
    found: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        if line.is_common:
            base = line.unit if line.kind == "rate" else ""
            key = (line.measure, line.kind, line.counted, line.place, base, line.period_type)
            found.setdefault(key, []).append(line)
    return [group for group in found.values() if len({value.period for line in group for value in line.values}) > 1]


def _draw(axes: Any, group: Sequence[Line]) -> None:
    periods = sorted({value.period for line in group for value in line.values}, key=lambda each: (end_of(each), each))
    places = {period: _year_of(period) for period in periods}
    areas = sorted({value.area or "not known" for line in group for value in line.values})
    for line in group:
        for area in areas:
            values = [value for value in line.values if (value.area or "not known") == area]
            if values:
                _draw_series(axes, line, values, places, _COLORS[areas.index(area) % len(_COLORS)], area)
    for since, why in _breaks(group[0], periods):
        axes.axvline(since, color="#777777", linestyle=":", linewidth=1)
        axes.annotate(
            why, (since, 0.98), (-2, 0), ("data", "axes fraction"), "offset points",
            fontsize=6, color="#555555", va="top", ha="right", rotation=90,
        )  # fmt: skip
    shown = _thin(list(places.items()))
    axes.set_xticks([at for _, at in shown], [period for period, _ in shown], fontsize=7)
    axes.tick_params(axis="y", labelsize=7)
    axes.yaxis.get_major_locator().set_params(integer=group[0].kind == "count", nbins=5)
    axes.yaxis.set_major_formatter(lambda number, _: _say_number(number))
    axes.margins(y=0.15)
    title = _title(group[0]) if len(areas) > 1 else f"{areas[0]}: {_title(group[0])}"
    axes.set_title(title, fontsize=9, loc="left")
    if len(areas) > 1 or len(group) > 1:
        axes.legend(fontsize=6, frameon=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _year_of(period: str) -> float:
    """Where a period ends on an axis of years, so that years that nobody tells leave a gap.

    >>> _year_of("2022/23"), _year_of("2022")
    (2023.25, 2023.0)
    """
    last = end_of(period)
    year, month = (int(last[:4]), int(last[5:7])) if last[:4] < "9999" else (int(period[:4]), 12)
    return year + month / 12


def _thin(ticks: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ticks whose labels do not run into each other, the last one among them."""
    span = ticks[-1][1] - ticks[0][1]
    kept: list[tuple[str, float]] = []
    for tick in reversed(ticks):
        if not kept or kept[-1][1] - tick[1] >= span * MIN_APART:
            kept.append(tick)
    return kept[::-1]


def _say_number(number: float) -> str:
    """A number of an axis, millions and thousands of millions in short.

    >>> _say_number(450_000_000), _say_number(12_500), _say_number(2.5)
    ('450m', '12,500', '2.5')
    """
    for scale, unit in ((1e9, "bn"), (1e6, "m")):
        if abs(number) >= scale:
            return f"{number / scale:,.4g}{unit}"
    return f"{number:,.10g}"


def _draw_series(
    axes: Any, line: Line, values: Sequence[Value], places: dict[str, float], color: str, area: str
) -> None:
    is_actual = line.role == "actual"
    last = sorted({places[value.period]: float(value.value) for value in values}.items())
    label = area if is_actual else f"{area}, {line.role}"
    axes.plot(*zip(*last, strict=True), color=color, linestyle="-" if is_actual else "--", linewidth=1.5, label=label)
    for value in values:
        is_sure = is_actual and not value.is_assumed and not value.is_disputed
        fill = color if is_sure else "white"
        axes.plot(places[value.period], float(value.value), "o", markersize=4, color=color, markerfacecolor=fill)


def _breaks(line: Line, periods: Sequence[str]) -> list[tuple[float, str]]:
    """Where between the periods a measure began to be counted otherwise, and why."""
    found = []
    for one in find_measure(line.measure).breaks:
        ends = [end_of(period) for period in periods]
        if ends[0] < one.since.isoformat() <= ends[-1]:
            found.append((one.since.year + (one.since.month - 1) / 12, _shorten(one.why)))
    return found


def _shorten(why: str) -> str:
    """As many whole words as stand beside a line."""
    return why if len(why) <= MAX_WHY else f"{why[:MAX_WHY].rpartition(' ')[0]} …"


def _title(line: Line) -> str:
    unit = "£" if line.unit == "GBP" else line.unit
    apart = ", ".join(filter(None, (line.counted, line.place, unit)))
    return f"{line.name} ({apart})" if apart else line.name


def _name(line: Line) -> str:
    """A file's name of the registry's and our own words alone."""
    told = [line.measure, line.counted or "", line.kind, line.period_type, line.id]
    return re.sub(r"[^a-z0-9]+", "-", " ".join(told).lower()).strip("-")


def _save(figure: Any, path: Path) -> Path:
    drawn = io.BytesIO()
    metadata = {"Date": None} if path.suffix == ".svg" else None
    figure.savefig(drawn, format=path.suffix[1:], dpi=150, metadata=metadata)
    write_bytes(drawn.getvalue(), path)
    return path
