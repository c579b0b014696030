"""Charts drawn by ReportLab, between paragraphs."""

from pathlib import Path

from designs import DESIGNS
from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing, String
from reportlab.graphics.widgets.markers import makeMarker
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer
from specs import CHARTS, Chart, prose

NAMES = [
    "bars", "bars_two", "bars_months", "level_bare", "level", "level_labels", "grouped_labels", "stacked", "line",
    "lines", "line_bare", "pie_legend", "leaders",
]  # fmt: skip
COLORS = [HexColor(code) for code in ("#1f3864", "#c55a11", "#7f7f7f", "#538135", "#bf9000")]


def build(target: Path) -> list[str]:
    """Write the file, and tell its charts page by page."""
    style = getSampleStyleSheet()["BodyText"]
    story: list[object] = []
    for name in NAMES:
        story += [Paragraph(prose(name + "above", 100), style), Spacer(1, 14)]
        chart = CHARTS.get(name) or DESIGNS[name]
        story += [draw(chart), Spacer(1, 14), Paragraph(prose(name + "below", 90), style), PageBreak()]
    SimpleDocTemplate(str(target), invariant=1, pageCompression=1).build(story)
    return NAMES


def draw(chart: Chart) -> Drawing:
    """A drawing with the chart, its title, and a legend for several series."""
    drawing = Drawing(430, 230)
    drawing.add(String(120, 215, chart.title, fontSize=10, fontName="Helvetica-Bold"))
    plot = make(chart)
    drawing.add(plot)
    names = chart.categories if chart.kind == "pie" else list(chart.series)
    if len(chart.series) > 1 or (chart.kind == "pie" and not chart.labels):
        legend = Legend()
        legend.x, legend.y, legend.fontSize, legend.alignment = 330, 180, 8, "right"
        legend.columnMaximum = 8
        legend.colorNamePairs = list(zip(COLORS, names, strict=False))
        drawing.add(legend)
    return drawing


def make(chart: Chart) -> object:
    """The plot itself."""
    if chart.kind == "pie":
        pie = Pie()
        pie.x, pie.y, pie.width, pie.height = 90, 30, 160, 160
        pie.data = next(iter(chart.series.values()))
        pie.labels = [f"{name} ({share}%)" for name, share in zip(chart.categories, pie.data, strict=True)]
        pie.labels, pie.sideLabels = (pie.labels, 1) if chart.labels else (None, 0)
        for index in range(len(pie.data)):
            pie.slices[index].fillColor = COLORS[index]
        return pie
    plot = {"hbar": HorizontalBarChart, "line": HorizontalLineChart}.get(chart.kind, VerticalBarChart)()
    plot.x, plot.y, plot.width, plot.height = (150 if chart.kind == "hbar" else 50), 30, 260, 170
    plot.data = [tuple(values) for values in chart.series.values()]
    plot.categoryAxis.categoryNames = chart.categories
    plot.categoryAxis.labels.fontSize = plot.valueAxis.labels.fontSize = 8
    plot.valueAxis.valueMin = 0
    plot.valueAxis.labelTextFormat = "%d"
    plot.valueAxis.visible = plot.valueAxis.visible and chart.axis
    if chart.kind == "stacked":
        plot.categoryAxis.style = "stacked"
    for index in range(len(plot.data)):
        if chart.kind == "line":
            plot.lines[index].strokeColor = COLORS[index]
            plot.lines[index].symbol = makeMarker("FilledCircle", size=4) if index == 0 else None
        else:
            plot.bars[index].fillColor = COLORS[index]
            plot.bars[index].strokeColor = None
    if chart.labels:
        plot.barLabelFormat = "%.1f"
        plot.barLabels.fontSize = 7
        if chart.kind == "hbar":
            plot.barLabels.dx, plot.barLabels.boxAnchor = 2, "w"
        else:
            plot.barLabels.dy, plot.barLabels.boxAnchor = 2, "s"
    if chart.kind == "hbar":
        plot.categoryAxis.labels.boxAnchor = "e"
        plot.categoryAxis.reverseDirection = 1
    return plot
