"""The comparison page: measures by year and PCC in one HTML file, each value with a link to where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportparse.comparison import Comparison, Line, Restatement, Value
from reportparse.comparison.terms.times import end_of
from reportparse.review.charts import HEIGHT, SPARK_HEIGHT, SPARK_WIDTH, WIDTH, draw_chart, draw_spark
from reportparse.review.html import render

# Shares of a theme from which a cell of the heat map has the next shade, in percent of a report's text.
SHADES = (2, 5, 10, 20)

_ORDER = ("financial year", "calendar year", "year ending", "quarter", "month", "date", "span", "unknown")


def comparison_page(comparison: Comparison, links: Mapping[str, str] | None = None) -> str:
    """The HTML of a comparison.

    Args:
        comparison: What `compare` gives.
        links: By report, the address of its review page; its values lead there, to the figure itself.
    """
    links = links or {}
    notes = _notes(comparison)
    restated = {(each.line, value.report, value.figure): each for each in comparison.restatements
                for value in (each.before, each.after)}  # fmt: skip
    view: dict[str, Any] = {
        "title": f"{len(comparison.reports)} reports side by side",
        "reports": [report.model_dump() | {"href": links.get(report.id)} for report in comparison.reports],
        "tables": [
            _table(kind, [line for line in comparison.lines if line.period_type == kind], links, notes, restated)
            for kind in _ORDER
            if any(line.period_type == kind for line in comparison.lines)
        ],
        "restatements": [_restatement(each, comparison.lines, links) for each in comparison.restatements],
        "themes": [
            {"theme": row.theme, "cells": [_shade(row.shares.get(report.id)) for report in comparison.reports]}
            for row in comparison.themes
        ],
        "priorities": [
            {"theme": row.theme, "cells": [row.titles.get(report.id, []) for report in comparison.reports]}
            for row in comparison.priorities
        ],
        "covered": [
            {"measure": measure, "cells": [report.id in reports for report in comparison.reports]}
            for measure, reports in comparison.covered.items()
        ],
    }
    sizes = {"width": WIDTH, "height": HEIGHT, "spark_width": SPARK_WIDTH, "spark_height": SPARK_HEIGHT}
    styles, scripts = ("theme.css", "index.css", "compare.css"), ("sort.js", "compare.js")
    return render("compare.html", view, styles=styles, scripts=scripts, sizes=sizes)


def _notes(comparison: Comparison) -> dict[str, list[str]]:
    """By line, why it stands apart from others of its measure."""
    found: dict[str, list[str]] = {}
    for each in comparison.apart:
        for name in {each.first, each.second}:
            found.setdefault(name, []).append(each.reason)
    return {name: list(dict.fromkeys(reasons)) for name, reasons in found.items()}


def _table(
    kind: str,
    lines: Sequence[Line],
    links: Mapping[str, str],
    notes: Mapping[str, list[str]],
    restated: Mapping[tuple[str, str, str], Restatement],
) -> dict[str, Any]:
    """One table for each type of period: they are not mixed."""
    places = sorted({(value.area or "", value.period) for line in lines for value in line.values},
                    key=lambda place: (place[0], end_of(place[1]), place[1]))  # fmt: skip
    return {
        "kind": kind,
        "columns": [{"area": area or "not known", "period": period} for area, period in places],
        "rows": [
            {
                "id": line.id, "name": line.name, "is_common": line.is_common, "role": line.role, "unit": line.unit,
                "apart": ", ".join(filter(None, (line.counted, line.place))), "notes": notes.get(line.id, []),
                "spark": draw_spark(line.values) if len({value.area for value in line.values}) == 1 else None,
                "chart": draw_chart(line),
                "cells": [
                    [_value(line, value, links, restated) for value in line.values
                     if (value.area or "", value.period) == place]
                    for place in places
                ],
            }
            for line in lines
        ],
    }  # fmt: skip


def _value(
    line: Line,
    value: Value,
    links: Mapping[str, str],
    restated: Mapping[tuple[str, str, str], Restatement],
) -> dict[str, Any]:
    change = restated.get((line.id, value.report, value.figure))
    flags = ["period assumed"] * value.is_assumed + ["disputed"] * value.is_disputed
    flags += ["restated"] if change else []
    return {
        "text": f"{value.value:,}", "value": value.value, "printed": value.text, "report": value.report,
        "page": value.page, "flags": flags,
        "href": f"{links[value.report]}#{value.figure}" if value.report in links else None,
    }  # fmt: skip


def _restatement(each: Restatement, lines: Iterable[Line], links: Mapping[str, str]) -> dict[str, Any]:
    line = next(line for line in lines if line.id == each.line)
    ends = [
        {"text": value.text, "report": value.report, "page": value.page,
         "href": f"{links[value.report]}#{value.figure}" if value.report in links else None}
        for value in (each.before, each.after)
    ]  # fmt: skip
    return {"name": line.name, "area": each.area, "period": each.period, "before": ends[0], "after": ends[1]}


def _shade(share: float | None) -> dict[str, Any]:
    """A cell of the heat map: its number, and how dark it is, 0 to 4."""
    return {"share": share, "shade": sum((share or 0) >= least for least in SHADES)}
