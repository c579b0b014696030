"""Rows of reports as tables of pandas, polars and Arrow, where these are installed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reportparse.extras import need
from reportparse.flat import SHEETS, Row

if TYPE_CHECKING:
    from reportparse.models import Report

_TEXT, _NUMBER, _WHOLE, _TRUTH = "text", "number", "whole", "truth"
_TYPES = {
    "value": _NUMBER, "low": _NUMBER, "high": _NUMBER, "score": _NUMBER, "page": _WHOLE, "row": _WHOLE,
    "column": _WHOLE, "corrected": _TRUTH, "passed": _TRUTH,
}  # fmt: skip
"""Columns that are not text; fixed, so that files of different reports can be read as one."""


def rows_of(reports: Iterable[Report], sheet: str) -> Iterable[Row]:
    """The rows of all reports, in their order.

    Raises:
        ValueError: There is no such sheet.
    """
    if sheet not in SHEETS:
        raise ValueError(f"{sheet!r} is none of {', '.join(SHEETS)}")
    return (row for report in reports for row in SHEETS[sheet](report))


def to_arrow(reports: Iterable[Report], sheet: str = "figures") -> Any:
    """A `pyarrow.Table` of the reports' "figures", "tables", "paragraphs" or "checks".

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    arrow = need("pyarrow", "parquet")
    rows = list(rows_of(reports, sheet))
    kinds = {_TEXT: arrow.string(), _NUMBER: arrow.float64(), _WHOLE: arrow.int64(), _TRUTH: arrow.bool_()}
    names = list(rows[0]) if rows else ["area", "year", "file"]
    schema = arrow.schema([(name, kinds[_TYPES.get(name, _TEXT)]) for name in names])
    return arrow.Table.from_pylist(rows, schema=schema)


def to_pandas(reports: Iterable[Report], sheet: str = "figures") -> Any:
    """A `pandas.DataFrame`; raises as `to_arrow`, for pandas."""
    return need("pandas", "pandas").DataFrame(list(rows_of(reports, sheet)))


def to_polars(reports: Iterable[Report], sheet: str = "figures") -> Any:
    """A `polars.DataFrame`; raises as `to_arrow`, for polars."""
    return need("polars", "polars").DataFrame(list(rows_of(reports, sheet)), infer_schema_length=None)
