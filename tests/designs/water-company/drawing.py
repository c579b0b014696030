"""What is drawn: photos of nothing in particular, a signature, a ring, bars that stand and lie, a line."""

import base64
import math
import random
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

Drawn = tuple[str, list[str]]
Points = Sequence[Sequence[Any]]
_HEAD = '<svg viewBox="0 0 {} {}" font-family="Nimbus Sans" font-size="{}" fill="#26323a" class="drawn">'


def paint(seed: str, width: int, height: int) -> str:
    """A picture of water under hills."""
    dice = random.Random(seed)  # noqa: S311
    image = Image.new("RGB", (width, height), (196, 214, 222))
    pen = ImageDraw.Draw(image)
    for n in range(4):
        top, shade = height * (3 + n) // 8, dice.randrange(60, 150)
        hills = [(x, top + dice.randrange(-height // 10, height // 10)) for x in range(0, width + 80, 80)]
        pen.polygon([*hills, (width + 80, height), (0, height)], fill=(shade // 2, shade - 8 * n, shade))
    for y in range(height * 3 // 4, height, 4):
        pen.line((0, y, width, y), fill=(60, 110 + dice.randrange(40), 140 + dice.randrange(40)), width=3)
    out = BytesIO()
    image.filter(ImageFilter.GaussianBlur(2)).save(out, "JPEG", quality=40)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()


def sign() -> str:
    """A signature that no one can read."""
    path = "M4 26C14 2 22 4 18 20S30 30 36 16 44 8 46 22 60 28 66 14 74 30 82 20 96 12 116 10M10 32C40 26 70 28 104 24"
    pen = 'fill="none" stroke="#12304a" stroke-width="1.3"'
    return f'<svg viewBox="0 0 120 36" class="signature"><path d="{path}" {pen}/></svg>'


def draw_ring(points: Points) -> Drawn:
    """A ring of shares, with a key at its right."""
    out, words, angle = [_HEAD.format(240, 112, 8)], [], -math.pi / 2
    for n, (name, share, tone) in enumerate(points):
        turn = angle + share / 100 * 2 * math.pi
        corners = ((50, angle), (50, turn), (28, turn), (28, angle))
        ends = [(56 + r * math.cos(a), 56 + r * math.sin(a)) for r, a in corners]
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = ends
        wide = int(share > 50)
        out.append(f'<path fill="{tone}" d="M{ax:.2f} {ay:.2f}A50 50 0 {wide} 1 {bx:.2f} {by:.2f}L{cx:.2f} {cy:.2f}'
                   f'A28 28 0 {wide} 0 {dx:.2f} {dy:.2f}Z"/>')  # fmt: skip
        out.append(f'<rect x="122" y="{25 + n * 18}" width="8" height="8" fill="{tone}"/>')
        out.append(f'<text x="136" y="{32 + n * 18}">{name} {share}%</text>')
        words.append(f"{name} {share}%")
        angle = turn
    return "".join(out) + "</svg>", words


def draw_bars(points: Points, most: int, step: int) -> Drawn:
    """Bars that stand on years, beside a scale; no values are written."""
    out, words = [_HEAD.format(240, 112, 7.5)], []
    for tick in range(0, most + 1, step):
        y = 96 - 88 * tick / most
        out.append(f'<path d="M24 {y:.2f}H238" stroke="#c3ccd1" stroke-width="0.4"/>')
        out.append(f'<text x="20" y="{y + 2.6:.2f}" text-anchor="end">{tick}</text>')
        words.append(str(tick))
    for n, (year, value) in enumerate(points):
        tall = 88 * value / most
        out.append(f'<rect x="{32 + n * 42}" y="{96 - tall:.2f}" width="26" height="{tall:.2f}" fill="#328cc1"/>')
        out.append(f'<text x="{45 + n * 42}" y="107" text-anchor="middle">{year}</text>')
        words.append(year)
    return "".join(out) + "</svg>", words


def draw_line(points: Points, least: int, most: int, step: int) -> Drawn:
    """A line from year to year with its values above, beside a scale."""
    out, words = [_HEAD.format(240, 112, 7.5)], []
    for tick in range(least, most + 1, step):
        y = 96 - 88 * (tick - least) / (most - least)
        out.append(f'<path d="M24 {y:.2f}H238" stroke="#c3ccd1" stroke-width="0.4"/>')
        out.append(f'<text x="20" y="{y + 2.6:.2f}" text-anchor="end">{tick}</text>')
        words.append(str(tick))
    spots = [(46 + n * 42, 96 - 88 * (value - least) / (most - least)) for n, (_, value) in enumerate(points)]
    path = "L".join(f"{x} {y:.2f}" for x, y in spots)
    out.append(f'<path d="M{path}" fill="none" stroke="#0b3c5d" stroke-width="1.6"/>')
    for (x, y), (year, value) in zip(spots, points, strict=True):
        out.append(f'<circle cx="{x}" cy="{y:.2f}" r="2.4" fill="#0b3c5d"/>')
        out.append(f'<text x="{x}" y="{y - 5:.2f}" text-anchor="middle">{value}</text>')
        out.append(f'<text x="{x}" y="107" text-anchor="middle">{year}</text>')
        words += [str(value), year]
    return "".join(out) + "</svg>", words


def draw_lying(points: Points) -> Drawn:
    """Bars that lie beside their years, with their values at the end."""
    out, words = [_HEAD.format(240, 92, 8)], []
    most = max(value for _, value in points)
    for n, (year, value) in enumerate(points):
        wide, y = 160 * value / most, 8 + n * 28
        out.append(f'<text x="26" y="{y + 13}" text-anchor="end">{year}</text>')
        out.append(f'<rect x="32" y="{y}" width="{wide:.2f}" height="20" fill="#d9b310"/>')
        out.append(f'<text x="{38 + wide:.2f}" y="{y + 13}">{value:,}</text>')
        words += [year, f"{value:,}"]
    return "".join(out) + "</svg>", words
