"""The charts of the paper, as vector graphics."""

from typing import Any

Chart = dict[str, Any]

DISTRICTS = ["Cheltenham", "Cotswold", "Forest of Dean", "Gloucester", "Stroud", "Tewkesbury"]
ROADS = ["20 mph", "30 mph", "40 mph", "50 mph", "60 mph", "70 mph"]
COLOURS = ["#1f3864", "#8faadc"]


def _series(name: str, labels: list[str], values: list[float]) -> Chart:
    return {"name": name, "points": [{"x": x, "y": y} for x, y in zip(labels, values, strict=True)]}


CHARTS: dict[str, Chart] = {
    "districts": {
        "caption": "Figure 1: Incidents of antisocial behaviour per 1,000 residents",
        "labels": DISTRICTS,
        "top": 40,
        "step": 10,
        "series": [
            _series("2020/21", DISTRICTS, [29.4, 12.1, 21.6, 38.2, 17.5, 19.8]),
            _series("2021/22", DISTRICTS, [24.8, 8.3, 14.9, 33.1, 11.7, 13.2]),
        ],
    },
    "roads": {
        "caption": "Figure 2: People killed or seriously injured by speed limit of the road, 2021/22",
        "labels": ROADS,
        "top": 100,
        "step": 20,
        "series": [_series("Killed", ROADS, [0, 4, 2, 6, 12, 3]), _series("Injured", ROADS, [5, 58, 34, 47, 84, 15])],
    },
}


def draw(name: str) -> str:
    """The chart as SVG, 440 by 200 points."""
    chart = CHARTS[name]
    return _svg(_columns(chart) if name == "districts" else _bars(chart), chart["series"])


def _svg(body: list[str], series: list[Chart]) -> str:
    legend = []
    for n, row in enumerate(series):
        x = 165 + 75 * n
        legend += [
            f'<rect x="{x}" y="184" width="8" height="8" fill="{COLOURS[n]}"/>',
            _text(x + 12, 191.5, row["name"]),
        ]
    shapes = "".join(body + legend)
    frame = '<rect x="0.5" y="0.5" width="439" height="199" fill="#ffffff" stroke="#bfbfbf" stroke-width="0.75"/>'
    size = 'width="440pt" height="200pt" viewBox="0 0 440 200"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{frame}{shapes}</svg>'


def _text(x: float, y: float, words: str, side: str = "start") -> str:
    look = 'font-family="Liberation Sans" font-size="8" fill="#404040"'
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{side}" {look}>{words}</text>'


def _line(x0: float, y0: float, x1: float, y1: float, colour: str = "#d9d9d9") -> str:
    return f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="{colour}" stroke-width="0.75"/>'


def _columns(chart: Chart) -> list[str]:
    """Pairs of columns with their values above them."""
    left, right, top, bottom = 36, 428, 14, 158
    out = []
    for value in range(0, chart["top"] + 1, chart["step"]):
        y = bottom - (bottom - top) * value / chart["top"]
        out += [
            _line(left, y, right, y, "#d9d9d9" if value else "#7f7f7f"),
            _text(left - 5, y + 2.8, str(value), "end"),
        ]
    pitch = (right - left) / len(chart["labels"])
    for n, label in enumerate(chart["labels"]):
        out.append(_text(left + pitch * (n + 0.5), bottom + 12, label, "middle"))
        for k, row in enumerate(chart["series"]):
            value = row["points"][n]["y"]
            height = (bottom - top) * value / chart["top"]
            x = left + pitch * (n + 0.5) + (k - 1) * 20 + 1
            out += [
                f'<rect x="{x:.1f}" y="{bottom - height:.1f}" width="18" height="{height:.1f}" fill="{COLOURS[k]}"/>',
                _text(x + 9, bottom - height - 3, str(value), "middle"),
            ]
    return out


def _bars(chart: Chart) -> list[str]:
    """Stacked bars that lie, with the sum at their end."""
    left, right, top, bottom = 52, 420, 12, 160
    out = []
    for value in range(0, chart["top"] + 1, chart["step"]):
        x = left + (right - left) * value / chart["top"]
        out += [
            _line(x, top, x, bottom, "#d9d9d9" if value else "#7f7f7f"),
            _text(x, bottom + 11, str(value), "middle"),
        ]
    pitch = (bottom - top) / len(chart["labels"])
    for n, label in enumerate(chart["labels"]):
        y = top + pitch * (n + 0.5)
        out.append(_text(left - 6, y + 2.8, label, "end"))
        x: float = left
        for k, row in enumerate(chart["series"]):
            width = (right - left) * row["points"][n]["y"] / chart["top"]
            out.append(f'<rect x="{x:.1f}" y="{y - 7:.1f}" width="{width:.1f}" height="14" fill="{COLOURS[k]}"/>')
            x += width
        out.append(_text(x + 4, y + 2.8, str(sum(row["points"][n]["y"] for row in chart["series"]))))
    return out
