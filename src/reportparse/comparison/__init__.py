"""Years and PCCs side by side: measures lined up, restatements found, what can not be compared set apart.

    comparison = compare([report_2022, report_2023])
    comparison.lines        a line for each measure, with its values by area and period
    comparison.restatements values of a year that a later report tells otherwise
    comparison.apart        pairs of lines that look alike and are not comparable, and why
"""

from reportparse.comparison.compare import compare, compare_statements, only
from reportparse.comparison.plots import plot
from reportparse.comparison.records import (
    Apart,
    Comparison,
    Line,
    PriorityRow,
    Restatement,
    Source,
    StatedChange,
    ThemeRow,
    Value,
)
from reportparse.comparison.tables import long_rows, wide_rows

__all__ = [
    "Apart", "Comparison", "Line", "PriorityRow", "Restatement", "Source", "StatedChange", "ThemeRow", "Value",
    "compare", "compare_statements", "long_rows", "only", "plot", "wide_rows",
]  # fmt: skip
