"""Does the report agree with itself?  Each check is one function, the material of a report in, its findings out.

A check says what was expected, what was found and where.  Nothing is ever corrected, and what can not be computed
with certainty is not said.
"""

from collections.abc import Callable, Iterable

from reportparse.checks.agreement import check_agreement
from reportparse.checks.cascades import check_cascades
from reportparse.checks.changes import check_table_changes
from reportparse.checks.chart_texts import check_chart_texts
from reportparse.checks.charts import check_charts
from reportparse.checks.contents import check_contents
from reportparse.checks.dates import check_dates, check_period
from reportparse.checks.derived import check_derived
from reportparse.checks.duplicates import check_duplicates
from reportparse.checks.lists import check_lists
from reportparse.checks.material import Material
from reportparse.checks.numbering import check_numbering
from reportparse.checks.percents import check_percents
from reportparse.checks.repeats import check_repeats
from reportparse.checks.shares import check_shares
from reportparse.checks.targets import check_endings, check_targets
from reportparse.checks.totals import check_totals
from reportparse.models import Check, Report

CHECKS: tuple[Callable[[Material], Iterable[Check]], ...] = (
    check_totals,
    check_cascades,
    check_percents,
    check_shares,
    check_derived,
    check_agreement,
    check_table_changes,
    check_charts,
    check_chart_texts,
    check_repeats,
    check_duplicates,
    check_lists,
    check_numbering,
    check_contents,
    check_dates,
    check_period,
    check_targets,
    check_endings,
)
"""All of them, in the order of their findings."""


def check_report(report: Report) -> list[Check]:
    """All that the checks find, passed or not."""
    material = Material(report)
    return [check for run in CHECKS for check in run(material)]


__all__ = ["CHECKS", "check_report"]
