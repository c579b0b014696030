"""What the checks are given: a report, with its texts and the grids of its tables read once for all of them."""

from functools import cached_property

from reportparse.checks.grid import Grid, find_grids
from reportparse.checks.texts import Text, find_texts
from reportparse.checks.told import Told, pair_texts
from reportparse.language.chart_units import read_chart_unit
from reportparse.models import Report, Table


class Material:
    """A report, and what several checks read of it."""

    def __init__(self, report: Report) -> None:
        """Nothing is read before a check asks for it."""
        self.report = report

    @cached_property
    def texts(self) -> list[Text]:
        """All its texts in reading order."""
        return find_texts(self.report)

    @cached_property
    def told(self) -> list[tuple[Text, Told]]:
        """Each text with each table of its section."""
        return pair_texts(self.report, self.texts)

    @cached_property
    def grids(self) -> list[tuple[Table, Grid, Grid]]:
        """Each table with its numbers by columns and by rows."""
        return [(table, *find_grids(table)) for table in self.report.tables]

    @cached_property
    def factors(self) -> dict[str, float]:
        """What multiplies out the values of each chart, as those of tables and texts are, by the picture's id."""
        charts = (picture for picture in self.report.pictures if picture.series)
        return {chart.id: float(read_chart_unit(chart.caption, chart.labels).factor) for chart in charts}
