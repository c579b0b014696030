"""Charts drawn by matplotlib, one to a page between two paragraphs."""

import textwrap
from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot as plt
from matplotlib.backends.backend_pdf import PdfPages
from specs import CHARTS, Chart, prose

NAMES = [
    "bars", "bars_labels", "bars_no_axis", "bars_bare", "bars_negative", "bars_long", "level", "grouped", "stacked",
    "lines", "line_labels", "lines_months", "area", "pie", "donut",
]  # fmt: skip
mpl.rcParams.update({"pdf.fonttype": 42, "font.family": "Liberation Sans", "font.size": 9})


def build(target: Path) -> list[str]:
    """Write the file, and tell its charts page by page."""
    with PdfPages(target, metadata={"CreationDate": None}) as pdf:
        for place, name in enumerate(NAMES):
            figure = plt.figure(figsize=(8.27, 11.69))
            for y, part in ((0.95, "above"), (0.3, "below")):
                text = textwrap.fill(prose(name + part, 90), 90)
                figure.text(0.1, y, text, fontsize=10, va="top", linespacing=1.3)
            draw(figure.add_axes((0.16, 0.44, 0.7, 0.36)), CHARTS[name], place)
            pdf.savefig(figure)
            plt.close(figure)
    return NAMES


def draw(axes: plt.Axes, chart: Chart, place: int) -> None:
    """Draw with what differs from one author to the next: frames, grids, ticks."""
    axes.set_title(chart.title)
    if chart.kind in ("pie", "donut"):
        values = next(iter(chart.series.values()))
        width = {"wedgeprops": {"width": 0.4}} if chart.kind == "donut" else {}
        axes.pie(values, labels=chart.categories, autopct="%1.0f%%" if chart.labels else None, **width)
        return
    if place % 2:
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_axisbelow(True)
        axes.grid(axis="x" if chart.kind.startswith("h") else "y", color="#dddddd")
    draw_marks(axes, chart)
    if not chart.axis:
        (axes.xaxis if chart.kind.startswith("h") else axes.yaxis).set_visible(False)
    if len(chart.series) > 1:
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.1), ncol=3, frameon=False)
    if max(map(len, chart.categories)) > 18 and not chart.kind.startswith("h"):
        axes.tick_params(axis="x", rotation=90)


def draw_marks(axes: plt.Axes, chart: Chart) -> None:
    """The bars, lines or areas."""
    count = len(chart.categories)
    base = [0.0] * count
    width = 0.8 / len(chart.series) if chart.kind == "grouped" else 0.7
    for index, (name, values) in enumerate(chart.series.items()):
        if chart.kind == "hbar":
            axes.barh(chart.categories, values, height=0.6)
            axes.invert_yaxis()
        elif chart.kind == "line":
            axes.plot(chart.categories, values, marker="o" if index == 0 else "", label=name)
        elif chart.kind == "area":
            axes.fill_between(chart.categories, values, color="#7799bb", linewidth=0)
            axes.set_ylim(bottom=0)
        elif chart.kind == "stacked":
            axes.bar(chart.categories, values, width, bottom=base, label=name)
            base = [a + b for a, b in zip(base, values, strict=True)]
        else:
            shift = (index - (len(chart.series) - 1) / 2) * width if chart.kind == "grouped" else 0.0
            axes.bar([i + shift for i in range(count)], values, width, label=name)
            axes.set_xticks(range(count), chart.categories)
        if chart.labels and chart.kind == "line":
            for x, y in enumerate(values):
                axes.annotate(f"{y:,}", (x, y), xytext=(0, 6), textcoords="offset points", ha="center")
    if chart.labels and chart.kind != "line":
        for container in axes.containers:
            axes.bar_label(container, fmt="{:,.1f}" if max(container.datavalues) < 100 else "{:,.0f}")
