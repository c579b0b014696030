"""What a comparison of reports says, as records that can be written as JSON."""

from typing import Literal

from reportparse.models.base import Number, Record
from reportparse.models.shown import html_table

PeriodType = Literal["financial year", "calendar year", "year ending", "quarter", "month", "date", "span", "unknown"]


class Source(Record):
    """A report of the comparison."""

    id: str
    """"kent 2022/23": its area and year, or its file where these are not known."""
    file: str | None
    area: str | None
    year: str | None
    end: str | None
    """Last day of its period; the later report is the one of the later period."""


class Value(Record):
    """What one report states for one measure, place and period."""

    report: str
    area: str | None
    period: str
    is_assumed: bool = False
    """Whether the report does not say the period, so that its own is taken."""
    value: Number
    text: str
    qualifier: str = "exact"
    role: str
    figure: str
    """Id of the figure in that report."""
    page: int | None = None
    is_disputed: bool = False
    """Whether the same report states another value for the same thing."""


class Line(Record):
    """One measure, counted in one way, for one kind of place and period: its values can be set side by side."""

    id: str
    measure: str
    """Id of the common measure; null where the words match none: then lines are of equal words."""
    is_common: bool
    name: str
    unit: str | None
    kind: str
    counted: str | None = None
    """How it is counted, where the words say so: "excludes fraud"."""
    is_counted_assumed: bool = False
    """Whether some of its values do not say how they are counted, so that it is taken for what the others say."""
    place: str | None = None
    """Null: the report's own area."""
    role: Literal["actual", "target", "forecast"]
    period_type: PeriodType
    good: Literal["up", "down", ""] = ""
    values: list[Value]


class StatedChange(Record):
    """From one period of a line to the next, beside what the report says the change was."""

    line: str
    area: str | None
    start: str
    end: str
    difference: float
    percent: float | None
    """Null where the first value is not above 0."""
    told: float | None = None
    """What a report says, in percent, or in the line's unit; negative for down."""
    told_by: str | None = None
    agrees: bool | None = None
    """Null where no report says."""


class Restatement(Record):
    """A period's value that a later report tells otherwise.

    Where one report tells both ("1,274, previously reported as 1,261"), `before` has that report too.
    """

    line: str
    area: str | None
    period: str
    before: Value
    after: Value


class Apart(Record):
    """Two lines of one measure that are not comparable."""

    measure: str
    first: str
    second: str
    reason: str


class ThemeRow(Record):
    """How much of each report is about a theme, in percent of the text that has themes; by the report's id."""

    theme: str
    shares: dict[str, float]


class PriorityRow(Record):
    """A common theme and the priorities of each report that are chiefly about it."""

    theme: str
    titles: dict[str, list[str]]


class Comparison(Record):
    """Reports side by side."""

    reports: list[Source]
    lines: list[Line]
    changes: list[StatedChange]
    restatements: list[Restatement]
    apart: list[Apart]
    themes: list[ThemeRow]
    priorities: list[PriorityRow]
    covered: dict[str, list[str]]
    """By common measure, the reports that state it; also the measures of the national priorities that none states."""

    def _repr_html_(self) -> str:
        """What a notebook shows: each value with its report."""
        rows = [
            [line.name, line.unit, line.role, value.area, value.period, value.value, value.report, value.page]
            for line in self.lines
            for value in line.values
        ]
        head = ["measure", "unit", "role", "area", "period", "value", "report", "page"]
        return html_table(head, rows, f"{len(self.reports)} reports, {len(self.lines)} measures")
