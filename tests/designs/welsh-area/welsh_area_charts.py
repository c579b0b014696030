"""The drawings of the report: hills of the cover and photographs, a chart of bars and one of parts of a whole."""

import base64
import io
import math
import random

LINES = {
    "title": "Ffigur 1: Llinellau sirol a gaewyd a phobl a gyhuddwyd | "
    "Figure 1: County lines closed and people charged",
    "labels": ["2020-21", "2021-22", "2022-23", "2023-24"],
    "series": [("Llinellau | Lines", [9, 12, 14, 16]), ("Pobl | People", [38, 45, 60, 71])],
}
SPENDING = {
    "title": "Ffigur 2: Gwariant refeniw 2023-24 | Figure 2: Revenue spending 2023-24",
    "labels": ["Swyddogion | Officers", "Staff a SCCH | Staff and PCSOs", "Adeiladau | Buildings", "Arall | Other"],
    "series": [(None, [55.8, 26.0, 8.9, 9.3])],
}
CHARTS = {"lines": LINES, "spending": SPENDING}
COLOURS = ["#0d5f73", "#e0a030", "#7b2d5b", "#9fb8be"]
_TEXT = 'font-family="Open Sans" font-size="7" fill="#22282b"'


def draw_chart(name: str) -> str:
    """The SVG of a chart."""
    return _draw_bars(LINES) if name == "lines" else _draw_ring(SPENDING)


def _draw_bars(chart: dict) -> str:
    width, height, base, room = 236, 96, 72, 60
    top = 80
    out = []
    for value in (0, 20, 40, 60, 80):
        y = base - room * value / top
        out.append(f'<line x1="20" y1="{y}" x2="{width}" y2="{y}" stroke="#ccd5d8" stroke-width=".5"/>')
        out.append(f'<text x="15" y="{y + 2.5}" text-anchor="end" {_TEXT}>{value}</text>')
    step = (width - 24) / len(chart["labels"])
    for at, label in enumerate(chart["labels"]):
        middle = 22 + step * (at + 0.5)
        out.append(f'<text x="{middle}" y="{base + 10}" text-anchor="middle" {_TEXT}>{label}</text>')
        for number, (_, values) in enumerate(chart["series"]):
            tall = room * values[at] / top
            x = middle - 17 + 17 * number
            out.append(f'<rect x="{x}" y="{base - tall}" width="16" height="{tall}" fill="{COLOURS[number]}"/>')
            out.append(f'<text x="{x + 8}" y="{base - tall - 2}" text-anchor="middle" {_TEXT}>{values[at]}</text>')
    for number, (name, _) in enumerate(chart["series"]):
        x = 30 + 90 * number
        out.append(f'<rect x="{x}" y="{height - 9}" width="7" height="7" fill="{COLOURS[number]}"/>')
        out.append(f'<text x="{x + 10}" y="{height - 3}" {_TEXT}>{name}</text>')
    return f'<svg width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}">{"".join(out)}</svg>'


def _draw_ring(chart: dict) -> str:
    out, turn = [], -math.pi / 2
    values = chart["series"][0][1]
    for number, (label, value) in enumerate(zip(chart["labels"], values, strict=True)):
        to = turn + 2 * math.pi * value / sum(values)
        points = [(70 + r * math.cos(a), 70 + r * math.sin(a)) for r, a in ((62, turn), (62, to), (36, to), (36, turn))]
        large = int(to - turn > math.pi)
        (a, b), (c, d), (e, f), (g, h) = points
        out.append(f'<path d="M{a:.2f} {b:.2f}A62 62 0 {large} 1 {c:.2f} {d:.2f}L{e:.2f} {f:.2f}'
                   f'A36 36 0 {large} 0 {g:.2f} {h:.2f}Z" fill="{COLOURS[number]}"/>')  # fmt: skip
        y = 36 + 20 * number
        out.append(f'<rect x="170" y="{y - 7}" width="9" height="9" fill="{COLOURS[number]}"/>')
        out.append(f'<text x="185" y="{y}" {_TEXT.replace("7", "8", 1)}>{label} {value}%</text>')
        turn = to
    return f'<svg width="366pt" height="130pt" viewBox="0 0 400 142">{"".join(out)}</svg>'


def draw_hills() -> str:
    """The hills at the foot of the cover."""
    out = []
    for number, colour in enumerate(("#14586c", "#1c7186", "#7b2d5b", "#e0a030")):
        points = [
            f"{x},{150 + 34 * number - 30 * math.sin(x / (60 + 21 * number) + number)}" for x in range(0, 601, 12)
        ]
        out.append(f'<polygon points="0,400 {" ".join(points)} 600,400" fill="{colour}"/>')
    return f'<svg width="210mm" height="140mm" viewBox="0 0 600 400" preserveAspectRatio="none">{"".join(out)}</svg>'


def draw_photo(name: str) -> str:
    """A landscape as a small JPEG, as the address of its data."""
    from PIL import Image, ImageDraw, ImageFilter  # noqa: PLC0415

    width, height = (700, 190) if name == "banner" else (330, 170)
    chance = random.Random(name)  # noqa: S311
    image = Image.new("RGB", (width, height), (176, 205, 222))
    draw = ImageDraw.Draw(image)
    for number in range(5):
        level = height * (0.3 + 0.13 * number)
        wave = [
            (x, level + 18 * math.sin(x / (50 + 17 * number) + chance.random() / 9)) for x in range(0, width + 1, 10)
        ]
        draw.polygon([*wave, (width, height), (0, height)], fill=(60 + 9 * number, 110 - 12 * number, 90 - 9 * number))
    for _ in range(9):
        x, tall = chance.randrange(40, width - 40), chance.randrange(44, 70)
        draw.ellipse((x - 7, height - tall - 16, x + 7, height - tall), fill=(206, 160, 130))
        draw.rectangle((x - 11, height - tall, x + 11, height), fill=tuple(chance.randrange(30, 190) for _ in "rgb"))
    data = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(0.8)).save(data, "JPEG", quality=62)
    return "data:image/jpeg;base64," + base64.b64encode(data.getvalue()).decode()
