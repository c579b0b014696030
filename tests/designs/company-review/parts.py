"""What stands beside the running text, as HTML and SVG: icons, cards with bars, the diagram, photos."""

import base64
import random
from html import escape
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

_ICONS = {
    "drop": '<path d="M20 7C14 16 11 20 11 25a9 9 0 0 0 18 0c0-5-3-9-9-18z"/>',
    "wave": '<path d="M6 17q5-6 10 0t10 0 8-1M6 25q5-6 10 0t10 0 8-1"/>',
    "coin": '<circle cx="20" cy="20" r="11"/><path d="M24 15c-5-3-8 0-7 4l1 3c0 2-1 3-2 4h8M14 21h8"/>',
    "people": '<circle cx="15" cy="14" r="4"/><circle cx="26" cy="15" r="3.5"/>'
    '<path d="M8 29c0-9 14-9 14 0M23 22c5-1 8 2 8 7"/>',
    "sun": '<circle cx="20" cy="20" r="6"/>'
    '<path d="M20 6v5M20 29v5M6 20h5M29 20h5M10 10l4 4M26 26l4 4M30 10l-4 4M14 26l-4 4"/>',
}
YEARS = ["2020", "2021", "2022", "2023", "2024"]


def draw_icon(name: str) -> str:
    """A line drawing in a circle."""
    return (f'<svg viewBox="0 0 40 40"><circle cx="20" cy="20" r="19" fill="#e4eff3"/><g fill="none" stroke="#0a6e8a"'
            f' stroke-width="1.8">{_ICONS[name]}</g></svg>')  # fmt: skip


def draw_card(card: dict[str, Any]) -> tuple[str, list[str]]:
    """A measure with its figure, last year's, the target and five bars; the words that stand on it."""
    mark = "Met" if card["met"] else "Missed"
    most = max(card["values"])
    bars, labels = [], []
    for n, (year, value) in enumerate(zip(YEARS, card["values"], strict=True)):
        tall = 40 * value / most
        shade = "#0a6e8a" if n == 4 else "#b9c7cf"
        bars.append(f'<rect x="{n * 40 + 6}" y="{56 - tall:.2f}" width="28" height="{tall:.2f}" fill="{shade}"/>')
        bars.append(f'<text x="{n * 40 + 20}" y="{53 - tall:.2f}">{value}</text>')
        bars.append(f'<text x="{n * 40 + 20}" y="66" fill="#5c6c78">{year}</text>')
        labels += [str(value), year]
    bars.append('<path d="M0 56.3h200" stroke="#5c6c78" stroke-width="0.6"/>')
    html = (f'<div class="card"><b>{card["title"]}</b><span class="unit">{card["unit"]}</span>'
            f'<span class="mark{"" if card["met"] else " missed"}">{mark}</span>'
            f'<span class="big">{card["figure"]}</span><span class="last">{card["last"]}</span>'
            f'<span class="target">{card["target"]}</span><svg viewBox="0 0 200 68" font-size="8.5"'
            f' text-anchor="middle">{"".join(bars)}</svg></div>')  # fmt: skip
    return html, [card["title"], card["unit"], mark, card["figure"], card["last"], card["target"], *labels]


def draw_steps(steps: list[str]) -> str:
    """Arrows one after another, each with a name and a line about it."""
    out = []
    for n, step in enumerate(steps):
        name, about = step.split("|")
        x = n * 134
        shade = ["#0a3d5c", "#0a6e8a", "#2f8fae", "#4f7f3c"][n]
        out.append(f'<path d="M{x} 2h118l14 30-14 30H{x}l14-30z" fill="{shade}"/>')
        out.append(f'<text x="{x + 24}" y="28" font-weight="700" font-size="11.5" fill="#fff">{name}</text>')
        words = about.split(" ")
        half = (len(words) + 1) // 2
        for y, part in ((40, words[:half]), (49, words[half:])):
            out.append(f'<text x="{x + 24}" y="{y}" font-size="7.6" fill="#fff">{escape(" ".join(part))}</text>')
    return f'<svg class="steps" viewBox="0 0 536 64">{"".join(out)}</svg>'


def paint(name: str, width: int, height: int) -> str:
    """The address of a soft picture of hills, sky and water."""
    rng = random.Random(name)  # noqa: S311
    picture = Image.new("RGB", (width, height))
    brush = ImageDraw.Draw(picture)
    for y in range(height):
        share = y / height
        brush.line((0, y, width, y), (int(120 + 110 * share), int(160 + 60 * share), int(190 + 30 * share)))
    for n in range(5):
        top, points = height * (0.35 + 0.12 * n), [(0, height)]
        points += [(x, int(top + rng.uniform(-0.06, 0.06) * height)) for x in range(0, width + 40, 40)]
        brush.polygon([*points, (width, height)], fill=(40 + 8 * n, 95 - 9 * n, 90 + 14 * n))
    data = BytesIO()
    picture.filter(ImageFilter.GaussianBlur(3)).save(data, "JPEG", quality=60)
    return "data:image/jpeg;base64," + base64.b64encode(data.getvalue()).decode()
