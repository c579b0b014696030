"""Charts as lines and letters, as a spreadsheet gives them to a word processor, and one as an image."""

import base64
import io
from collections.abc import Sequence
from typing import Any

COLOURS = ("#1f4e79", "#c55a11")
Series = dict[str, Sequence[float]]
# Size of a drawing, and of the field between its axes, in points.
WIDE, HIGH = 440, 204
LEFT, RIGHT, TOP, FLOOR = 40, 430, 10, 150


def letters(x: float, y: float, text: str, side: str = "middle") -> str:
    look = f'font-family="Liberation Sans" font-size="9" text-anchor="{side}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {look}>{text}</text>'


def box(x: float, y: float, wide: float, high: float, colour: str) -> str:
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}" fill="{colour}"/>'


def line(points: Sequence[tuple[float, float]], colour: str, width: float) -> str:
    told = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return f'<polyline points="{told}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def make_chart(kind: str, names: Sequence[str], series: Series, step: int, steps: int) -> str:
    """A chart of "bar" or "line", with a grid at each `step` of its values."""
    out = []
    for n in range(steps + 1):
        y = FLOOR - (FLOOR - TOP) * n / steps
        out.append(line([(LEFT, y), (RIGHT, y)], "#d9d9d9" if n else "#808080", 0.75))
        out.append(letters(LEFT - 5, y + 3, f"{n * step:,}", "end"))
    pitch = (RIGHT - LEFT) / len(names)
    out += [letters(LEFT + pitch * (n + 0.5), FLOOR + 13, name) for n, name in enumerate(names)]
    for k, values in enumerate(series.values()):
        heights = [(FLOOR - TOP) * value / (step * steps) for value in values]
        if kind == "bar":
            for n, (value, high) in enumerate(zip(values, heights, strict=True)):
                x = LEFT + pitch * (n + 0.16 + 0.34 * k)
                out.append(box(x, FLOOR - high, pitch * 0.34, high, COLOURS[k]))
                out.append(letters(x + pitch * 0.17, FLOOR - high - 3, f"{value:,}"))
        else:
            out.append(line([(LEFT + pitch * (n + 0.5), FLOOR - h) for n, h in enumerate(heights)], COLOURS[k], 2))
    for k, name in enumerate(series):
        x = LEFT + 70 + 150 * k
        out.append(box(x, FLOOR + 32, 7, 7, COLOURS[k]))
        out.append(letters(x + 11, FLOOR + 39, name, "start"))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}pt" height="{HIGH}pt" viewBox="0 0 {WIDE} {HIGH}">'
        f"{''.join(out)}</svg>"
    )
    return wrap(svg.encode())


def wrap(data: bytes) -> str:
    return f"<draw:image><office:binary-data>{base64.b64encode(data).decode()}</office:binary-data></draw:image>"


def make_series(names: Sequence[str], series: Series) -> list[dict[str, Any]]:
    """What a chart says."""
    return [
        {"name": name, "points": [{"x": x, "y": y} for x, y in zip(names, values, strict=True)]}
        for name, values in series.items()
    ]


def make_image(names: Sequence[str], values: Sequence[float]) -> str:
    """A chart of bars as an image of 150 dots an inch."""
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(5.6, 2.3))
    axes = figure.subplots()
    axes.barh(names[::-1], values[::-1], color="#548235")
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=8)
    figure.tight_layout()
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=150)
    return wrap(out.getvalue())
