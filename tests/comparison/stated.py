"""Small reports that state what a test says, for comparisons."""

from typing import Any

from small_report import small_report

from reportparse.models import Report


def state(measure: str, value: float, period: str | None = "2022/23", **more: Any) -> dict[str, Any]:
    """A figure; `more` overrides its fields."""
    return {"measure": measure, "value": value, "period": period, "kind": "count", "text": f"{value:,}", **more}


def report(area: str, year: str, *figures: dict[str, Any], **changed: Any) -> Report:
    """The report of an area and year with these figures."""
    start = int(year[:4])
    metadata = {
        "pcc": {"id": area, "name": area.title(), "force": "", "score": 100},
        "period": {"label": year, "start": f"{start}-04-01", "end": f"{start + 1}-03-31"},
    }
    source = {"kind": "item", "id": "p1.i1", "start": 0, "end": 5}
    rows = [{"id": f"f{at}", "source": source, **figure} for at, figure in enumerate(figures, 1)]
    return Report.model_validate(small_report(metadata=metadata, figures=rows, **changed))
