"""What is drawn beside the running text: photos of nothing, the map of the coast, bars."""

import base64
import random
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

_PORTS = [(58, 40, "Thornsea"), (92, 92, "Saltmarsh"), (74, 150, "Marsh Haven"), (128, 204, "Wick Point")]


def paint(seed: str, width: int, height: int) -> str:
    """A blurred picture of sky and water."""
    dice = random.Random(seed)  # noqa: S311
    image = Image.new("RGB", (width, height), (150, 182, 196))
    pen = ImageDraw.Draw(image)
    for n in range(60):
        y = height * n // 60
        shade = dice.randrange(-18, 18)
        pen.rectangle((0, y, width, y + height // 50), fill=(120 - n + shade, 160 - n + shade, 176 + shade))
    for _ in range(9):
        x, tall = dice.randrange(width), dice.randrange(height // 8, height // 2)
        pen.rectangle((x, height * 2 // 3 - tall, x + width // 40, height * 2 // 3), fill=(60, 70, 84))
    out = BytesIO()
    image.filter(ImageFilter.GaussianBlur(3)).save(out, "JPEG", quality=60)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()


def draw_map() -> tuple[str, list[str]]:
    """The coast with its ports and the lines inland; the words on it."""
    out = ['<svg viewBox="0 0 230 240" width="78mm" height="81mm">',
           '<path d="M0 0H60Q40 40 70 62T96 100Q70 120 78 146T120 188L140 240H0z" fill="#e6dcc4"/>',
           '<path d="M60 0H230V240H140L120 188Q70 168 78 146T96 100Q88 74 70 62T60 0z" fill="#cfe0e6"/>',
           '<path d="M92 92L48 110L16 96M48 110L22 170" fill="none" stroke="#8a4b2d" stroke-width="2"/>']  # fmt: skip
    words = []
    for x, y, name in _PORTS:
        out.append(f'<circle cx="{x}" cy="{y}" r="4.5" fill="#1f4e5f"/>')
        out.append(f'<text x="{x + 9}" y="{y + 3}" font-size="9.5" font-family="URW Gothic">{name}</text>')
        words.append(name)
    for x, y, name in ((8, 88, "West terminal"), (8, 184, "South terminal")):
        out.append(f'<text x="{x}" y="{y}" font-size="8" font-family="URW Gothic" fill="#8a4b2d">{name}</text>')
        words.append(name)
    return "".join(out) + "</svg>", words


def draw_bars(chart: dict[str, Any]) -> tuple[str, list[str]]:
    """Five bars with their values above and years below; the words on them."""
    points = chart["points"]
    most = max(value for _, value in points)
    out, words = ['<svg viewBox="0 0 220 110" width="100%" height="40mm">'], []
    for n, (year, value) in enumerate(points):
        tall, x = 78 * value / most, 6 + n * 43
        shade = "#8a4b2d" if n == len(points) - 1 else "#9db7c0"
        out.append(f'<rect x="{x}" y="{96 - tall:.2f}" width="34" height="{tall:.2f}" fill="{shade}"/>')
        out.append(f'<text x="{x + 17}" y="{92 - tall:.2f}" font-size="8" text-anchor="middle">{value}</text>')
        out.append(f'<text x="{x + 17}" y="106" font-size="7.5" text-anchor="middle">{year}</text>')
        words += [str(value), year]
    out.append('<path d="M0 96h220" stroke="#1f4e5f" stroke-width="0.6"/></svg>')
    return "".join(out), words
