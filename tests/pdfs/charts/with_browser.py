"""Charts as a browser prints them: SVG as D3 and the like write it, by hand here, in a page of HTML."""

import math
import subprocess
import tempfile
from html import escape
from pathlib import Path

from specs import CHARTS, Chart, prose

NAMES = [
    "bars_percent", "bars_money", "bars_no_axis", "bars_bare", "level_labels", "level_grouped", "grouped", "stacked100",
    "smooth", "lines", "line_cut", "area", "donut", "pie",
]  # fmt: skip
COLORS = ["#6a1b6d", "#e0a100", "#2a9d8f", "#8d99ae", "#264653"]
LEFT, TOP, WIDTH, HEIGHT = 130, 34, 400, 190
STYLE = (
    "@page{size:A4;margin:18mm} body{font:11pt 'Liberation Sans'} svg text{font:9px 'Liberation Sans'}"
    " section{break-after:page} .t{font-size:12px;font-weight:bold}"
)


def build(target: Path) -> list[str]:
    """Write the file with Chromium, and tell its charts page by page."""
    parts = [
        f"<section><p>{prose(name + 'above', 100)}</p>{draw(CHARTS[name])}<p>{prose(name + 'below', 90)}</p></section>"
        for name in NAMES
    ]
    page = f"<!doctype html><html lang=en><meta charset=utf-8><style>{STYLE}</style>{''.join(parts)}</html>"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, "utf-8")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--print-to-pdf={target.absolute()}", str(source)],
            check=True, capture_output=True,
        )  # fmt: skip
    return NAMES


def draw(chart: Chart) -> str:
    """One chart as SVG."""
    body = draw_pie(chart) if chart.kind in ("pie", "donut") else draw_plot(chart)
    title = text(LEFT, 14, chart.title, "start", " class=t")
    names = chart.categories if chart.kind in ("pie", "donut") else list(chart.series)
    legend = ""
    if len(chart.series) > 1 or chart.kind == "donut":
        legend = "".join(
            f"<rect x={LEFT + 95 * i} y={HEIGHT + TOP + 28} width=9 height=9 fill='{COLORS[i]}'/>"
            + text(LEFT + 95 * i + 13, HEIGHT + TOP + 36, name, "start")
            for i, name in enumerate(names)
        )
    return f"<svg width=600 height=280>{title}{body}{legend}</svg>"


def text(x: float, y: float, words: str, anchor: str = "middle", more: str = "") -> str:
    """A label."""
    return f"<text x={x:.2f} y={y:.2f} text-anchor={anchor}{more}>{escape(words)}</text>"


def draw_pie(chart: Chart) -> str:
    """Slices from twelve o'clock."""
    values = next(iter(chart.series.values()))
    x, y, outer = LEFT + 130, TOP + HEIGHT / 2, 80
    inner = 45 if chart.kind == "donut" else 0
    parts: list[str] = []
    angle = 0.0
    for index, value in enumerate(values):
        step = 2 * math.pi * value / sum(values)
        (ax, ay), (bx, by) = ((x + outer * math.sin(a), y - outer * math.cos(a)) for a in (angle, angle + step))
        (cx, cy), (dx, dy) = ((x + inner * math.sin(a), y - inner * math.cos(a)) for a in (angle + step, angle))
        large = int(step > math.pi)
        back = f"L{cx:.3f},{cy:.3f}A{inner},{inner},0,{large},0,{dx:.3f},{dy:.3f}" if inner else f"L{x},{y}"
        arc = f"M{ax:.3f},{ay:.3f}A{outer},{outer},0,{large},1,{bx:.3f},{by:.3f}{back}Z"
        parts.append(f"<path d='{arc}' fill='{COLORS[index]}' stroke='#fff'/>")
        if chart.labels:
            middle = angle + step / 2
            far = 95
            label = f"{chart.categories[index]} {value:g}%"
            anchor = "start" if math.sin(middle) > 0 else "end"
            parts.append(text(x + far * math.sin(middle), y - far * math.cos(middle) + 3, label, anchor))
        angle += step
    return "".join(parts)


def draw_plot(chart: Chart) -> str:
    """Axes and marks."""
    every = [value for values in chart.series.values() for value in values]
    low = float(chart.options.get("from", 0))
    high = 100.0 if chart.kind == "stacked100" else max(every)
    step = 10 ** math.floor(math.log10(high - low))
    step = step / 2 if (high - low) / step < 3 else step
    high = step * math.ceil(high / step)
    is_level = chart.kind.startswith("h")
    span = WIDTH if is_level else HEIGHT

    def place(value: float) -> float:
        return span * (value - low) / (high - low)

    parts: list[str] = []
    for index in range(round((high - low) / step) + 1 if chart.axis else 0):
        value = low + index * step
        sign = f"£{value:,.0f}m" if chart.unit == "£m" else f"{value:,.0f}{chart.unit}"
        if is_level:
            parts.append(f"<path d='M{LEFT + place(value):.2f},{TOP}V{TOP + HEIGHT}' stroke='#e2e2e2'/>")
            parts.append(text(LEFT + place(value), TOP + HEIGHT + 14, sign))
        else:
            y = TOP + HEIGHT - place(value)
            parts.append(f"<path d='M{LEFT},{y:.2f}H{LEFT + WIDTH}' stroke='#e2e2e2'/>")
            parts.append(text(LEFT - 6, y + 3, sign, "end"))
    parts += draw_level(chart, place) if is_level else draw_upright(chart, place)
    return "".join(parts)


def draw_level(chart: Chart, place) -> list[str]:
    """Level bars, in groups for several series."""
    parts: list[str] = []
    band = HEIGHT / len(chart.categories)
    thick = 0.7 * band / len(chart.series)
    for index, category in enumerate(chart.categories):
        middle = TOP + band * (index + 0.5)
        parts.append(text(LEFT - 6, middle + 3, category, "end"))
        for number, values in enumerate(chart.series.values()):
            y = middle - 0.35 * band + number * thick
            length = place(values[index])
            parts.append(f"<rect x={LEFT} y={y:.2f} width={length:.2f} height={thick:.2f} fill='{COLORS[number]}'/>")
            if chart.labels:
                parts.append(text(LEFT + length + 4, y + thick / 2 + 3, f"{values[index]:g}", "start"))
    return parts


def draw_upright(chart: Chart, place) -> list[str]:
    """Standing bars, lines and areas."""
    parts: list[str] = []
    band = WIDTH / len(chart.categories)
    middles = [LEFT + band * (index + 0.5) for index in range(len(chart.categories))]
    parts += [text(x, TOP + HEIGHT + 14, category) for x, category in zip(middles, chart.categories, strict=True)]
    base = [0.0] * len(middles)
    floor = TOP + HEIGHT
    for number, values in enumerate(chart.series.values()):
        tops = [floor - place(value) for value in values]
        color = COLORS[number]
        if chart.kind in ("line", "smooth", "area"):
            parts.append(draw_line(chart, middles, tops, color))
            continue
        thick = 0.6 * band / (len(chart.series) if chart.kind == "grouped" else 1)
        for index, (x, value) in enumerate(zip(middles, values, strict=True)):
            left = x - 0.3 * band + (number * thick if chart.kind == "grouped" else 0)
            y = floor - place(value + base[index])
            parts.append(f"<rect x={left:.2f} y={y:.2f} width={thick:.2f} height={place(value):.2f} fill='{color}'/>")
            if chart.labels:
                parts.append(text(left + thick / 2, y - 4, f"{value:g}"))
            base[index] += value if chart.kind.startswith("stacked") else 0
    return [*parts, f"<path d='M{LEFT},{floor}H{LEFT + WIDTH}' stroke='#333'/>"]


def draw_line(chart: Chart, xs: list[float], tops: list[float], color: str) -> str:
    """A line with discs, a curve through the points, or an area down to the foot."""
    points = list(zip(xs, tops, strict=True))
    if chart.kind == "area":
        outline = " ".join(f"{x:.2f},{y:.2f}" for x, y in [(xs[0], TOP + HEIGHT), *points, (xs[-1], TOP + HEIGHT)])
        return f"<polygon points='{outline}' fill='{color}'/>"
    if chart.kind == "smooth":
        path = f"M{xs[0]:.2f},{tops[0]:.2f}"
        for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
            path += f"C{(ax + bx) / 2:.2f},{ay:.2f},{(ax + bx) / 2:.2f},{by:.2f},{bx:.2f},{by:.2f}"
        return f"<path d='{path}' fill=none stroke='{color}' stroke-width=2 />"
    line = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    discs = "".join(f"<circle cx={x:.2f} cy={y:.2f} r=3 fill='{color}'/>" for x, y in points)
    return f"<polyline points='{line}' fill=none stroke='{color}' stroke-width=2 />{discs}"
