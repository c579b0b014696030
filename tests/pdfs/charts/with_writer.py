"""Designs of charts in a text document, as LibreOffice Writer prints the charts of Excel."""

import tempfile
import zipfile
from pathlib import Path

import xlsxwriter
from designs import DESIGNS
from specs import Chart, prose
from with_office import print_document

COLORS = ["#264653", "#e76f51"]
NAMESPACES = "http://schemas.openxmlformats.org"
CHART = f"{NAMESPACES}/drawingml/2006/chart"
LINKS = f"{NAMESPACES}/officeDocument/2006/relationships"
PACKAGE = f"{NAMESPACES}/package/2006"


def build(target: Path) -> list[str]:
    """Write the file, and tell its charts page by page."""
    with tempfile.TemporaryDirectory() as folder:
        book, document = Path(folder, "book.xlsx"), Path(folder, "report.docx")
        write_book(book)
        write_document(document, read_charts(book))
        print_document(document, target)
    return list(MADE)


def write_book(target: Path) -> None:
    """A workbook with a sheet for each chart: its values, and the chart over them."""
    with xlsxwriter.Workbook(str(target)) as book:
        for name, make in MADE.items():
            chart, sheet = DESIGNS[name], book.add_worksheet(name)
            sheet.write_column(1, 0, chart.categories)
            for column, (series, values) in enumerate(chart.series.items(), 1):
                sheet.write_column(0, column, [series, *values])
            made = make(book, chart, name)
            made.set_title({"name": chart.title, "name_font": {"size": 12}})
            sheet.insert_chart("F1", made)


def refer(chart: Chart, name: str, column: int, **look: object) -> dict[str, object]:
    """One series of a chart, by the cells that hold it."""
    last = len(chart.categories)
    return {
        "name": [name, 0, column], "categories": [name, 1, 0, last, 0], "values": [name, 1, column, last, column],
        **look,
    }  # fmt: skip


def make_twin(book: object, chart: Chart, name: str) -> object:
    """Columns, and a line on an axis of its own."""
    titles = list(chart.series)
    columns, line = book.add_chart({"type": "column"}), book.add_chart({"type": "line"})
    columns.add_series(refer(chart, name, 1, fill={"color": "#457b9d"}))
    line.add_series(refer(chart, name, 2, y2_axis=True, line={"color": "#e63946", "width": 2}))
    columns.combine(line)
    columns.set_legend({"position": "bottom"})
    columns.set_y_axis({"name": titles[0]})
    line.set_y2_axis({"name": titles[1]})
    return columns


def make_smooth(book: object, chart: Chart, name: str) -> object:
    """Lines with markers; their axis begins further up, and the months are set aslant."""
    made = book.add_chart({"type": "line"})
    for column, color in enumerate(COLORS, 1):
        marker = {"type": "circle", "size": 4, "fill": {"color": color}, "border": {"color": color}}
        look = {"line": {"color": color, "width": 1.25}, "marker": marker, "smooth": True}
        made.add_series(refer(chart, name, column, **look))
    made.set_y_axis({"min": chart.options["from"], "max": chart.options["to"], "num_format": '0"%"'})
    made.set_x_axis({"num_font": {"rotation": -45}})
    made.set_legend({"position": "top"})
    return made


def make_far(book: object, chart: Chart, name: str) -> object:
    """A line with its values above it, and neither axis nor grid."""
    made = book.add_chart({"type": "line"})
    labels = {"value": True, "position": "above", "num_format": '£0.0"m"', "font": {"size": 8}}
    made.add_series(refer(chart, name, 1, line={"color": "#0b525b", "width": 2.25}, data_labels=labels))
    made.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    made.set_legend({"none": True})
    return made


def read_charts(book: Path) -> list[str]:
    """The charts of a workbook as XML; labels tell values alone, which Writer does not take for granted."""
    shown = '<c:showVal val="1"/>'
    others = "".join(f'<c:{part} val="0"/>' for part in ("showCatName", "showSerName", "showPercent"))
    with zipfile.ZipFile(book) as parts:
        charts = [parts.read(f"xl/charts/chart{place}.xml").decode() for place in range(1, len(MADE) + 1)]
    return [chart.replace(shown, f'<c:showLegendKey val="0"/>{shown}{others}') for chart in charts]


def write_document(target: Path, charts: list[str]) -> None:
    """A document of Word: for each chart a page with a paragraph above and below."""
    pages = [_page(name, place) for place, name in enumerate(MADE, 1)]
    body = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'.join(pages)
    kinds = "".join(
        f'<Override PartName="/word/charts/chart{place}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>'
        for place in range(1, len(charts) + 1)
    )
    links = [f'<Relationship Id="r{place}" Type="{LINKS}/chart" Target="charts/chart{place}.xml"/>'
             for place in range(1, len(charts) + 1)]  # fmt: skip
    root = f'<Relationship Id="r1" Type="{LINKS}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(target, "w") as parts:
        parts.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            f"{kinds}</Types>",
        )
        for name, inner in (("_rels/.rels", root), ("word/_rels/document.xml.rels", "".join(links))):
            parts.writestr(name, f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>')
        parts.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{NAMESPACES}/wordprocessingml/2006/main" xmlns:r="{LINKS}" '
            f'xmlns:wp="{NAMESPACES}/drawingml/2006/wordprocessingDrawing"><w:body>{body}</w:body></w:document>',
        )
        for place, chart in enumerate(charts, 1):
            parts.writestr(f"word/charts/chart{place}.xml", chart)


def _page(name: str, place: int) -> str:
    above, below = (
        f"<w:p><w:r><w:t>{prose(name + part, count)}</w:t></w:r></w:p>"
        for part, count in (("above", 90), ("below", 80))
    )
    chart = (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="5400000" cy="3150000"/><wp:docPr id="{place}" name="{name}"/>'
        f'<a:graphic xmlns:a="{NAMESPACES}/drawingml/2006/main"><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="r{place}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    return above + chart + below


MADE = {"twin_titles": make_twin, "smooth_marked": make_smooth, "line_far": make_far}
