"""A report's figures as a list that can be filtered, shown and handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import CoreSchema, core_schema

from reportparse.extras import need
from reportparse.models.facts import Figure
from reportparse.models.select import is_same_period, names_measure
from reportparse.models.shown import html_table

if TYPE_CHECKING:
    import pandas as pd
    from pydantic import GetCoreSchemaHandler

_SHOWN = ("text", "value", "unit", "role", "direction", "measure", "period", "place", "page", "id")


class Figures(list[Figure]):
    """Figures in reading order: a list, with what analysts ask of it."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """In JSON it is an array of figures like any other."""
        return core_schema.no_info_after_validator_function(cls, handler(list[Figure]))

    def where(
        self, *, measure: str | None = None, role: str | None = None, period: str | None = None, kind: str | None = None
    ) -> Figures:
        """Those for which all that is given holds; by section and theme too: `Report.where`."""
        return Figures(
            figure
            for figure in self
            if (measure is None or names_measure(figure, measure))
            and (role is None or figure.role == role)
            and (period is None or is_same_period(figure.period, period))
            and (kind is None or figure.kind == kind)
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """The figures as plain data, in the contract's shape."""
        return [figure.model_dump(mode="json") for figure in self]

    def to_pandas(self) -> pd.DataFrame:
        """A data frame, a row a figure.

        Raises:
            MissingExtra: pandas is not installed.
        """
        rows = [{name: getattr(figure, name) for name in _SHOWN} for figure in self]
        frame: pd.DataFrame = need("pandas", "pandas").DataFrame(rows, columns=list(_SHOWN))
        return frame

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        rows = [[getattr(figure, name) for name in _SHOWN] for figure in self]
        return html_table(_SHOWN, rows, f"{len(self):,} figures")
