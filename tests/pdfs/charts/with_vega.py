"""Charts drawn by Vega-Lite and turned into PDF by its converter, each set into a page of text as one form."""

import io
from pathlib import Path

import altair as alt
import pikepdf
import vl_convert
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer
from specs import CHARTS, Chart, prose

NAMES = [
    "bars", "bars_labels", "bars_long", "level", "grouped", "stacked", "lines", "smooth", "pie_legend", "donut",
    "level_stacked",
]  # fmt: skip


def build(target: Path) -> list[str]:
    """Write the file, and tell its charts page by page."""
    whole = pikepdf.open(io.BytesIO(write_text()))
    for page, name in zip(whole.pages, NAMES, strict=True):
        data = vl_convert.vegalite_to_pdf(make(CHARTS[name]).to_json())
        with pikepdf.open(io.BytesIO(data)) as one:
            _, _, width, height = map(float, one.pages[0].mediabox)
            page.add_overlay(one.pages[0], pikepdf.Rectangle(72, 650 - height, 72 + width, 650))
    whole.remove_unreferenced_resources()
    streams = pikepdf.ObjectStreamMode.generate
    whole.save(target, compress_streams=True, object_stream_mode=streams, deterministic_id=True)
    return NAMES


def write_text() -> bytes:
    """A page of two paragraphs for each chart, with room between them."""
    file = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    story: list[object] = []
    for name in NAMES:
        story += [Paragraph(prose(name + "above", 90), style), Spacer(1, 400)]
        story += [Paragraph(prose(name + "below", 90), style), PageBreak()]
    SimpleDocTemplate(file, invariant=1).build(story)
    return file.getvalue()


def make(chart: Chart) -> alt.Chart:
    """The chart as Vega-Lite has it."""
    rows = [
        {"x": x, "y": y, "s": name}
        for name, values in chart.series.items()
        for x, y in zip(chart.categories, values, strict=True)
    ]
    base = alt.Chart(alt.Data(values=rows)).properties(title=chart.title, width=360, height=180)
    x = alt.X("x:N", sort=chart.categories, title=None)
    y = alt.Y("y:Q", title=None)
    color = alt.Color("s:N", title=None, sort=list(chart.series))
    if chart.kind in ("pie", "donut"):
        inner = 40 if chart.kind == "donut" else 0
        slices = alt.Color("x:N", title=None, sort=chart.categories)
        return base.mark_arc(innerRadius=inner).encode(theta="y:Q", color=slices, order=alt.Order("x:N"))
    if chart.kind in ("hbar", "hstacked"):
        x, y = alt.X("y:Q", title=None), alt.Y("x:N", sort=chart.categories, title=None)
    if chart.kind == "grouped":
        return base.mark_bar().encode(x=x, y=y, color=color, xOffset=alt.XOffset("s:N", sort=list(chart.series)))
    if chart.kind in ("line", "smooth"):
        line = base.mark_line(interpolate="monotone" if chart.kind == "smooth" else "linear")
        return line.encode(x=x, y=y, color=color) if len(chart.series) > 1 else line.encode(x=x, y=y)
    bars = base.mark_bar()
    bars = bars.encode(x=x, y=y, color=color) if len(chart.series) > 1 else bars.encode(x=x, y=y)
    if chart.labels:
        return bars + base.mark_text(dy=-6).encode(x=x, y=y, text=alt.Text("y:Q", format=","))
    return bars
