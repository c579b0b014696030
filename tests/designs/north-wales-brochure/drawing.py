"""The charts as SVG, the photographs as soft pictures of hills and sea."""

import base64
import random
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

_SHADES = ["#9fb6c4", "#00666b", "#b5474a"]
_LEFT, _TOP, _TALL = 34, 8, 96


def draw_chart(chart: dict[str, Any], width: int) -> tuple[str, list[str]]:
    """A chart with its axis and legend; the words that stand on it."""
    bottom, top, step = chart["bottom"], chart["top"], chart["step"]
    foot, wide = _TOP + _TALL, width - _LEFT
    out, labels = [], []

    def place(value: float) -> float:
        return foot - (value - bottom) / (top - bottom) * _TALL

    for tick in range(bottom, top + 1, step):
        y = place(tick)
        out.append(f'<path d="M{_LEFT} {y:.2f}H{width}" stroke="#c9d3d8" stroke-width="0.5"/>')
        out.append(f'<text x="{_LEFT - 4}" y="{y + 2.3:.2f}" text-anchor="end">{tick:,}</text>')
        labels.append(f"{tick:,}")
    slot = wide / len(chart["labels"])
    for n, label in enumerate(chart["labels"]):
        out.append(f'<text x="{_LEFT + slot * (n + 0.5):.2f}" y="{foot + 10}" text-anchor="middle">{label}</text>')
        labels.append(label)
    for s, values in enumerate(chart["values"]):
        shade = _SHADES[s] if len(chart["values"]) > 1 else _SHADES[1]
        points = [(_LEFT + slot * (n + 0.5), place(value)) for n, value in enumerate(values)]
        if chart["kind"] == "line":
            line = " ".join(f"{x:.2f} {y:.2f}" for x, y in points)
            out.append(f'<path d="M{line}" fill="none" stroke="{shade}" stroke-width="1.6"/>')
            out += [f'<circle cx="{x:.2f}" cy="{y:.2f}" r="2.2" fill="{shade}"/>' for x, y in points]
        else:
            for (x, y), value in zip(points, values, strict=True):
                half = slot * 0.3
                out.append(f'<path d="M{x - half:.2f} {y:.2f}h{2 * half:.2f}V{foot}h{-2 * half:.2f}z" fill="{shade}"/>')
                out.append(f'<text x="{x:.2f}" y="{y - 2.5:.2f}" text-anchor="middle">{value}</text>')
                labels.append(str(value))
    tall = foot + 14
    if len(chart["names"]) > 1:
        for s, name in enumerate(chart["names"]):
            x = _LEFT + wide / 2 - 60 + s * 66
            out.append(f'<path d="M{x} {foot + 22}h12" stroke="{_SHADES[s]}" stroke-width="1.6"/>')
            out.append(f'<text x="{x + 16}" y="{foot + 24.3}">{name}</text>')
            labels.append(name)
        tall += 16
    size = f'viewBox="0 0 {width} {tall}" style="width:{width}pt;height:{tall}pt"'
    return f'<svg class="chart" {size} font-size="7" fill="#3c4a52">{"".join(out)}</svg>', labels


def paint(name: str, width: int, height: int) -> str:
    """The address of a soft picture of mountains over the sea."""
    rng = random.Random(name)  # noqa: S311
    picture = Image.new("RGB", (width, height))
    brush = ImageDraw.Draw(picture)
    for y in range(height):
        share = y / height
        brush.line((0, y, width, y), (int(235 - 60 * share), int(200 + 10 * share), int(180 + 50 * share)))
    for n in range(4):
        top, points = height * (0.3 + 0.13 * n), [(0, height)]
        points += [(x, int(top + rng.uniform(-0.09, 0.05) * height)) for x in range(0, width + 50, 50)]
        brush.polygon([*points, (width, height)], fill=(96 - 18 * n, 110 - 14 * n, 132 - 6 * n))
    brush.rectangle((0, int(height * 0.85), width, height), fill=(38, 84, 104))
    data = BytesIO()
    picture.filter(ImageFilter.GaussianBlur(3)).save(data, "JPEG", quality=60)
    return "data:image/jpeg;base64," + base64.b64encode(data.getvalue()).decode()
