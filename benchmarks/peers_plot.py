"""The peers as bars, side by side: one row a reader, one column a measure; legible on light and on dark pages."""

import math
from collections.abc import Iterable
from html import escape
from typing import Any

# Grey that stands out from white and from black by 4.5 to 1.
TEXT = "#767676"
OURS, OTHERS = "#d55e00", "#0072b2"
LEFT, WIDTH, GAP, HEIGHT, TOP = 150, 110, 46, 26, 54
# Milliseconds a page and megabytes at the ends of the two scales that are logarithmic.
TIMES, SIZES = (0.5, 1000.0), (20.0, 2000.0)

COLUMNS = (
    ("CPU a page, ms", "page", TIMES),
    ("memory, MB", "memory", SIZES),
    ("reading order", "order", None),
    ("tables", "tables", None),
    ("headings", "headings", None),
)


def draw(rows: Iterable[Any]) -> str:
    """An SVG; a measure that a reader has no notion of is a dash."""
    listed = list(rows)
    width = LEFT + len(COLUMNS) * (WIDTH + GAP)
    height = TOP + HEIGHT * len(listed) + 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
        f' font-family="sans-serif" font-size="13" fill="{TEXT}" role="img">',
        "<title>Readers side by side: CPU a page, memory, reading order, tables, headings</title>",
    ]
    for at, (title, _, scale) in enumerate(COLUMNS):
        x = LEFT + at * (WIDTH + GAP)
        parts.append(f'<text x="{x}" y="20" font-weight="bold">{escape(title)}</text>')
        better = "shorter is better" if scale else "longer is better"
        parts.append(f'<text x="{x}" y="37" font-size="11">{better}</text>')
    for number, row in enumerate(listed):
        parts += _row(row, TOP + number * HEIGHT)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _row(row: Any, y: float) -> list[str]:
    is_ours = row.peer.key == "reportparse"
    weight = ' font-weight="bold"' if is_ours else ""
    parts = [f'<text x="{LEFT - 10}" y="{y + 14}" text-anchor="end"{weight}>{escape(row.peer.name)}</text>']
    for at, (_, field, scale) in enumerate(COLUMNS):
        x, value = LEFT + at * (WIDTH + GAP), getattr(row, field)
        if value is None:
            parts.append(f'<text x="{x}" y="{y + 14}">-</text>')
            continue
        length = WIDTH * (_place(value, *scale) if scale else value)
        color = OURS if is_ours else OTHERS
        shown = f"{value:.2f}" if scale is None else f"{value:.0f}" if value >= 10 else f"{value:.1f}"
        parts.append(f'<rect x="{x}" y="{y + 3}" width="{max(1.0, length):.1f}" height="14" rx="2" fill="{color}"/>')
        parts.append(f'<text x="{x + max(1.0, length) + 4:.1f}" y="{y + 14}" font-size="11">{shown}</text>')
    return parts


def _place(value: float, low: float, high: float) -> float:
    """Where a value stands on a logarithmic scale, from 0 to 1."""
    return min(1.0, max(0.0, math.log(value / low) / math.log(high / low)))
