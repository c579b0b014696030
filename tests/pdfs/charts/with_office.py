"""Charts of a spreadsheet and of slides, as LibreOffice prints them."""

import subprocess
import tempfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import AreaChart, BarChart, DoughnutChart, LineChart, PieChart, Reference
from openpyxl.chart.label import DataLabelList
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Inches, Pt
from specs import CHARTS, Chart, prose

SHEETS = [
    "bars", "bars_labels", "bars_negative", "bars_long", "level", "level_grouped", "grouped", "stacked", "stacked100",
    "lines", "line_labels", "smooth", "area", "pie_legend",
]  # fmt: skip
SLIDES = [
    "bars_two", "bars_no_axis", "bars_bare", "level_labels", "level_stacked", "grouped_labels", "line_cut",
    "lines_months", "pie", "donut",
]  # fmt: skip


def build_sheets(target: Path) -> list[str]:
    """One sheet, and so one page, for each chart."""
    book = Workbook()
    book.remove(book.active)
    for name in SHEETS:
        sheet = book.create_sheet(name)
        for row in (1, 2, 3, 4, 5, 26, 27, 28, 29, 30):
            sheet.cell(row, 1, prose(f"{name}{row}", 13))
        chart = CHARTS[name]
        for row, category in enumerate(chart.categories, 41):
            sheet.cell(row, 30, category)
        for column, (series, values) in enumerate(chart.series.items(), 31):
            sheet.cell(40, column, series)
            for row, value in enumerate(values, 41):
                sheet.cell(row, column, value)
        sheet.add_chart(make_sheet_chart(chart, sheet), "A7")
        sheet.print_area = "A1:I31"
    return _print(book.save, "book.xlsx", target, SHEETS)


def make_sheet_chart(chart: Chart, sheet: object) -> object:
    """The chart over the sheet's cells."""
    kinds = {"line": LineChart, "smooth": LineChart, "area": AreaChart, "pie": PieChart, "donut": DoughnutChart}
    made = kinds.get(chart.kind, BarChart)()
    rows = 40 + len(chart.categories)
    made.add_data(
        Reference(sheet, min_col=31, max_col=30 + len(chart.series), min_row=40, max_row=rows), titles_from_data=True
    )
    made.set_categories(Reference(sheet, min_col=30, min_row=41, max_row=rows))
    made.title, made.width, made.height = chart.title, 15, 8.5
    if isinstance(made, BarChart):
        made.type = "bar" if chart.kind.startswith("h") else "col"
        if "stacked" in chart.kind:
            made.grouping = "percentStacked" if chart.kind == "stacked100" else "stacked"
            made.overlap = 100
    if not isinstance(made, PieChart):
        made.x_axis.delete = made.y_axis.delete = False
        made.y_axis.delete = not chart.axis
        if len(chart.series) == 1:
            made.legend = None
        for series in made.series:
            series.smooth = chart.kind == "smooth"
    if chart.labels:
        made.dataLabels = DataLabelList()
        made.dataLabels.showVal = True
        for other in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
            setattr(made.dataLabels, other, False)
    return made


def build_slides(target: Path) -> list[str]:
    """One slide for each chart."""
    show = Presentation()
    for place, name in enumerate(SLIDES):
        slide = show.slides.add_slide(show.slide_layouts[6])
        box = slide.shapes.add_textbox(Inches(0.5), Inches(0.3), Inches(9), Inches(0.6))
        box.text_frame.text = prose(name, 12)
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
        chart = CHARTS[name]
        data = CategoryChartData()
        data.categories = chart.categories
        for series, values in chart.series.items():
            data.add_series(series, values)
        kind = {
            "hbar": XL_CHART_TYPE.BAR_CLUSTERED, "hstacked": XL_CHART_TYPE.BAR_STACKED,
            "line": XL_CHART_TYPE.LINE_MARKERS, "pie": XL_CHART_TYPE.PIE, "donut": XL_CHART_TYPE.DOUGHNUT,
        }.get(chart.kind, XL_CHART_TYPE.COLUMN_CLUSTERED)  # fmt: skip
        left, height = Inches(1 + place / 9), Inches(4 + place / 12)
        made = slide.shapes.add_chart(kind, left, Inches(1.5), Inches(7), height, data).chart
        made.has_title = True
        made.chart_title.text_frame.text = chart.title
        made.font.size = Pt(11)
        made.has_legend = len(chart.series) > 1 or chart.kind in ("pie", "donut")
        if made.has_legend:
            made.legend.position = XL_LEGEND_POSITION.BOTTOM
            made.legend.include_in_layout = False
        plot = made.plots[0]
        if chart.kind not in ("pie", "donut"):
            made.value_axis.visible = chart.axis
            made.value_axis.has_major_gridlines = chart.axis
            if "from" in chart.options:
                made.value_axis.minimum_scale = float(chart.options["from"])
        if chart.labels:
            plot.has_data_labels = True
            plot.data_labels.show_value = chart.kind != "pie"
            plot.data_labels.show_percentage = chart.kind == "pie"
            plot.data_labels.font.size = Pt(9)
    return _print(show.save, "show.pptx", target, SLIDES)


def _print(save: object, name: str, target: Path, names: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, name)
        save(str(source))
        print_document(source, target)
    return names


def print_document(source: Path, target: Path) -> None:
    """What LibreOffice makes of a document, as a PDF; its profile stands beside the document."""
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{source.parent}/profile", "--convert-to", "pdf",
         "--outdir", str(source.parent), str(source)],
        check=True, capture_output=True,
    )  # fmt: skip
    target.write_bytes(source.with_suffix(".pdf").read_bytes())
