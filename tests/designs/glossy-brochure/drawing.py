"""What is drawn: icons, charts and the small pictures that stand for photographs."""

import base64
import math
import random
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

COLOURS = ["#14294b", "#d1495b", "#2a7f62", "#c77d0a", "#5b3f8c", "#8fa3b8"]
_PATHS = {
    "star": "M12 3l2.7 5.8 6.3.8-4.6 4.3 1.2 6.2L12 17l-5.6 3.1 1.2-6.2L3 9.6l6.3-.8z",
    "shield": "M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z M8.5 12l2.5 2.5 5-5",
    "heart": "M12 20C5 15 3 11.5 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 11.5 19 15 12 20z",
    "leaf": "M5 19C4 9 10 4 20 4c0 10-5 16-13 14 M5 20c2-6 5-9 9-11",
    "chart": "M4 20h16 M6 20v-6h3v6 M11 20V9h3v11 M16 20V5h3v15",
    "coin": "M12 3a9 9 0 1 0 .01 0z M15 8.5c-3-2.5-5-.5-5 2v6 M8.5 12.5h5 M8.5 16.5h7",
    "badge": "M12 3l2 3 3.5-.5.5 3.5 3 2-2 3 .5 3.5-3.5.5-2 3-3-2-3 2-2-3-3.5-.5.5-3.5-2-3 3-2 .5-3.5L10 6z",
    "phone": "M6 3h4l1.5 5-2.5 2c1 2.5 2.5 4 5 5l2-2.5 5 1.5v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z",
    "down": "M4 6l6 6 4-4 6 8 M20 10v6h-6",
    "people": "M8 5a3 3 0 1 0 .01 0z M16.5 6a2.5 2.5 0 1 0 .01 0z M2 20c0-5 2-7 6-7s6 2 6 7 M15 13c4 0 6 2 6 6",
    "eye": "M2 12c5-8 15-8 20 0-5 8-15 8-20 0z M12 9a3 3 0 1 0 .01 0z",
    "house": "M3 12l9-8 9 8 M6 10v10h12V10 M10 20v-6h4v6",
    "alert": "M12 4l9 16H3z M12 10v5 M12 17v.5",
    "piggy": "M4 12c0-4 4-6 8-6 3 0 6 1 7 4h2v4h-2c-1 2-2 3-3 3v3h-3v-2h-4v2H6v-4c-1-1-2-2-2-4z",
    "bulb": "M9 18h6 M10 21h4 M8.5 15C6 13 5.5 11 5.5 9.5a6.5 6.5 0 0 1 13 0c0 1.5-.5 3.5-3 5.5z",
    "bag": "M5 8h14l1 13H4z M9 8V6a3 3 0 0 1 6 0v2",
    "anchor": "M12 4a2 2 0 1 0 .01 0z M12 8v13 M8 11h8 M4 14c0 4 4 7 8 7s8-3 8-7",
    "pin": "M12 21c-5-6-7-9-7-12a7 7 0 0 1 14 0c0 3-2 6-7 12z M12 7a2 2 0 1 0 .01 0z",
    "mail": "M3 6h18v12H3z M3 6l9 7 9-7",
    "globe": "M12 3a9 9 0 1 0 .01 0z M3 12h18 M12 3c5 6 5 12 0 18 M12 3c-5 6-5 12 0 18",
}


def draw_icon(name: str) -> str:
    """A line drawing of 24 by 24 in the colour of the text beside it."""
    return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{_PATHS[name]}"/></svg>'


def draw_bars(chart: dict[str, Any]) -> tuple[str, list[str]]:
    """Groups of bars over a scale with a grid, their legend above; the labels that it shows."""
    top = math.ceil(max(max(row[1:]) for row in chart["series"]) / 50) * 50
    out, wide, high = [], 300, 150
    for mark in range(0, top + 1, 50):
        y = 20 + high - mark / top * high
        out += [f'<path class="grid" d="M28 {y}H{wide}"/>', f'<text x="24" y="{y + 3}" class="end">{mark}</text>']
    slot = (wide - 30) / len(chart["labels"])
    for n, label in enumerate(chart["labels"]):
        out.append(f'<text x="{30 + (n + 0.5) * slot}" y="{high + 33}" class="mid">{label}</text>')
        for s, row in enumerate(chart["series"]):
            tall, x = row[n + 1] / top * high, 30 + n * slot + slot * (0.14 + 0.36 * s)
            place = f'x="{x}" y="{20 + high - tall}" width="{slot * 0.34}" height="{tall}"'
            out.append(f'<rect {place} fill="{COLOURS[2 + s]}"/>')
            out.append(f'<text x="{x + slot * 0.17}" y="{17 + high - tall}" class="mid small">{row[n + 1]}</text>')
    for s, row in enumerate(chart["series"]):
        out.append(f'<rect x="{30 + 110 * s}" y="0" width="8" height="8" fill="{COLOURS[2 + s]}"/>')
        out.append(f'<text x="{42 + 110 * s}" y="7.5">{row[0]}</text>')
    labels = [*(row[0] for row in chart["series"]), *chart["labels"]]
    return f'<svg class="plot" viewBox="0 0 {wide} {high + 38}">{"".join(out)}</svg>', labels


def draw_donut(chart: dict[str, Any]) -> tuple[str, list[str]]:
    """A ring with its sum in the middle, and a legend with names and amounts below it."""
    total = sum(row[1] for row in chart["series"])
    out, labels, at = [], [f"£{total:.1f}m", "in all"], 0.0
    for n, (name, value) in enumerate(chart["series"]):
        start, end = (math.tau * share - math.pi / 2 for share in (at, at + value / total))
        corners = [(100 + r * math.cos(a), 100 + r * math.sin(a)) for r, a in
                   ((92, start), (92, end), (54, end), (54, start))]  # fmt: skip
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
        big = int(value / total > 0.5)
        path = f"M{ax} {ay}A92 92 0 {big} 1 {bx} {by}L{cx} {cy}A54 54 0 {big} 0 {dx} {dy}z"
        out.append(f'<path d="{path}" fill="{COLOURS[n]}" stroke="#fff" stroke-width="1.5"/>')
        y = 222 + 19 * n
        amount = f"£{value}{chart['unit']}"
        out.append(f'<rect x="4" y="{y - 9}" width="10" height="10" fill="{COLOURS[n]}"/>')
        out.append(f'<text x="20" y="{y}">{name}</text><text x="196" y="{y}" class="end">{amount}</text>')
        labels += [name, amount]
        at += value / total
    out.append(f'<text x="100" y="100" class="mid sum">{labels[0]}</text>')
    out.append('<text x="100" y="115" class="mid">in all</text>')
    return f'<svg class="ring" viewBox="0 0 200 {222 + 19 * len(chart["series"])}">{"".join(out)}</svg>', labels


def paint(name: str, wide: int, high: int) -> str:
    """A blurred scene as a data address: sky, hills or sea, and in some of them people."""
    chance = random.Random(name)  # noqa: S311
    scene = Image.new("RGB", (wide, high))
    draw = ImageDraw.Draw(scene)
    warm = chance.random()
    for y in range(high):
        share = y / high
        draw.line((0, y, wide, y), (int(120 + 110 * share * warm + 20), int(160 + 60 * share), int(215 - 70 * share)))
    for n in range(4):
        base, phase = high * (0.42 + 0.14 * n), chance.random() * 6
        edge = [(x, base + math.sin(x / wide * (4 + n) + phase) * high * 0.07) for x in range(0, wide + 8, 8)]
        shade = (int(90 - 14 * n + 30 * warm), int(120 - 18 * n), int(110 - 22 * n))
        draw.polygon([(0, high), *edge, (wide, high)], fill=shade)
    for _ in range(0 if name in {"cover", "sea"} else chance.randint(2, 5)):
        x, tall = chance.uniform(0.15, 0.85) * wide, high * chance.uniform(0.4, 0.55)
        coat = chance.choice([(25, 35, 60), (200, 190, 40), (140, 50, 60), (60, 90, 130)])
        draw.rounded_rectangle((x - tall * 0.16, high - tall, x + tall * 0.16, high + 20), tall * 0.1, fill=coat)
        draw.ellipse((x - tall * 0.1, high - tall * 1.24, x + tall * 0.1, high - tall * 1.02), fill=(196, 152, 124))
    stream = BytesIO()
    scene.filter(ImageFilter.GaussianBlur(1.6)).save(stream, "JPEG", quality=50)
    return f"data:image/jpeg;base64,{base64.b64encode(stream.getvalue()).decode()}"
