"""Designs of charts drawn by matplotlib: two axes, missing years, pulled slices, bars that are cut or touch."""

import textwrap
from pathlib import Path

import matplotlib as mpl
from designs import DESIGNS
from matplotlib import pyplot as plt
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.ticker import PercentFormatter
from specs import Chart, prose

COLORS = ["#5a189a", "#2a9d8f", "#e76f51", "#14213d"]
mpl.rcParams.update({"pdf.fonttype": 42, "font.family": "Liberation Sans", "font.size": 9})


def build(target: Path) -> list[str]:
    """Write the file, and tell its charts page by page."""
    with PdfPages(target, metadata={"CreationDate": None}) as pdf:
        for name, draw in DRAWN.items():
            figure = plt.figure(figsize=(8.27, 11.69))
            for y, part in ((0.95, "above"), (0.3, "below")):
                text = textwrap.fill(prose(name + part, 90), 90)
                figure.text(0.1, y, text, fontsize=10, va="top", linespacing=1.3)
            axes = figure.add_axes((0.2, 0.45, 0.55, 0.32))
            axes.set_title(DESIGNS[name].title)
            draw(axes, DESIGNS[name])
            pdf.savefig(figure)
            plt.close(figure)
    return list(DRAWN)


def draw_twin(axes: plt.Axes, chart: Chart) -> None:
    """Bars and a line with square markers, each axis in the colour of its own."""
    (bars, heights), (line, tops) = chart.series.items()
    other = axes.twinx()
    axes.bar(chart.categories, heights, color="#1f4e79", width=0.5)
    other.plot(chart.categories, tops, color="#d1495b", marker="s", markersize=4)
    other.set_ylim(0, 20)
    for side, title, color in ((axes, bars, "#1f4e79"), (other, line, "#d1495b")):
        side.tick_params(axis="y", colors=color)
        side.set_ylabel(title, color=color)


def draw_gap(axes: plt.Axes, chart: Chart) -> None:
    """Lines on a grid, named behind their ends."""
    for (name, values), color in zip(chart.series.items(), COLORS, strict=False):
        axes.plot(chart.categories, [float("nan") if y is None else y for y in values], color=color)
        axes.text(len(values) - 0.92, values[-1], name, color=color, va="center")
    axes.set_ylim(0, 110)
    axes.grid(axis="y", linewidth=0.4)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(left=False)


def draw_pulled(axes: plt.Axes, chart: Chart) -> None:
    """A pie with one slice pulled out, shares round it and a legend."""
    values = chart.series["Share"]
    slices, *_ = axes.pie(values, explode=(0.06, 0, 0, 0), autopct="%1.1f%%", startangle=90, pctdistance=1.15,
                          colors=["#14213d", "#fca311", "#8ecae6", "#bbbbbb"])  # fmt: skip
    axes.legend(slices, chart.categories, loc="center left", bbox_to_anchor=(1.05, 0.5), frameon=False)


def draw_steps(axes: plt.Axes, chart: Chart) -> None:
    """Bars that touch, as ages and other bands are shown."""
    axes.bar(chart.categories, chart.series["Victims"], width=1.0, color="#4f772d", edgecolor="white")
    axes.set(xlabel="Age of victim", ylabel="Victims")


def draw_cut(axes: plt.Axes, chart: Chart) -> None:
    """Bars of an axis that begins at 80%, names upright below."""
    axes.bar(chart.categories, chart.series["Calls"], width=0.55, color="#6d597a")
    axes.set_ylim(chart.options["from"], 100)
    axes.yaxis.set_major_formatter(PercentFormatter(decimals=0))
    axes.set_yticks(range(80, 101, 5))
    axes.tick_params(axis="x", rotation=90)
    axes.grid(axis="y", color="#dddddd")
    axes.set_axisbelow(True)


def draw_slope(axes: plt.Axes, chart: Chart) -> None:
    """Lines between two years, values at both ends."""
    for (name, (first, last)), color in zip(chart.series.items(), COLORS, strict=False):
        axes.plot(chart.categories, (first, last), marker="o", color=color)
        axes.text(-0.06, first, f"{first}%", ha="right", va="center")
        axes.text(1.06, last, f"{last}%", va="center")
        axes.text(1.3, last, name, va="center", color=color)
    axes.set_xlim(-0.3, 1.3)
    axes.yaxis.set_visible(False)
    axes.spines[["top", "right", "left"]].set_visible(False)


DRAWN = {
    "twin_colours": draw_twin, "line_gap": draw_gap, "pulled_apart": draw_pulled, "steps": draw_steps,
    "bars_cut": draw_cut, "slope": draw_slope,
}  # fmt: skip
