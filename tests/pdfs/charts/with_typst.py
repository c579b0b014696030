"""Designs of charts drawn with the boxes and lines of Typst, as brochures set them."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import typst
from designs import DESIGNS
from specs import Chart, prose

COLORS = ["#495057", "#f08c00"]
FOOT, SETUP = 110.0, '#set page(paper: "a4", margin: 2.2cm)\n#set text(font: "Liberation Sans", size: 10pt)\n'


def build(target: Path) -> list[str]:
    """Write the file, and tell its charts page by page."""
    pages = [
        f"#par[{prose(name + 'above', 80)}]\n#v(8pt)\n#align(center, text(weight: \"bold\")[{DESIGNS[name].title}])\n"
        f"#box(width: 450pt, height: {40 + 34 * len(DESIGNS[name].categories)}pt)[{''.join(draw(DESIGNS[name]))}]\n"
        f"#v(8pt)\n#par[{prose(name + 'below', 80)}]\n"
        for name, draw in DRAWN.items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "charts.typ")
        source.write_text(SETUP + "#pagebreak()\n".join(pages), "utf-8")
        typst.compile(str(source), output=str(target))
    return list(DRAWN)


def put(x: float, top: float, what: str) -> str:
    """Something at a place of the chart."""
    return f"#place(dx: {x:.3f}pt, dy: {top:.3f}pt)[{what}]"


def box(width: float, height: float, color: str) -> str:
    """A filled box."""
    return f'#rect(width: {width:.3f}pt, height: {height}pt, fill: rgb("{color}"))'


def text(words: str, width: float = 0.0, side: str = "left") -> str:
    """A label; one with a width is set to a side of it."""
    label = f"#text(size: 8.5pt)[{words}]"
    return f"#box(width: {width}pt)[#align({side})[{label}]]" if width else label


def draw_progress(chart: Chart) -> Iterator[str]:
    """Level bars on pale ones that are whole, values behind these."""
    for row, (name, value) in enumerate(zip(chart.categories, chart.series["Progress"], strict=True)):
        top = 6.0 + 25 * row
        yield put(0, top + 2, text(name))
        yield put(FOOT, top, box(260, 12, "#e9ecef"))
        yield put(FOOT, top, box(2.6 * value, 12, "#2a6f97"))
        yield put(FOOT + 268, top + 2, text(f"{value}%"))


def draw_money(chart: Chart) -> Iterator[str]:
    """Level bars in pairs over an axis that stands apart from them, with the legend above."""
    scale, foot = 0.56, 22.0 + 33 * len(chart.categories)
    for place, (name, color) in enumerate(zip(chart.series, COLORS, strict=True)):
        yield put(FOOT + 60 * place, 4, box(7, 7, color))
        yield put(FOOT + 60 * place + 11, 4, text(name))
    yield put(FOOT, foot, f"#line(length: {scale * 500}pt, stroke: 0.5pt)")
    for tick in range(0, 501, 100):
        yield put(FOOT + scale * tick, foot, "#line(length: 4pt, angle: 90deg, stroke: 0.5pt)")
        yield put(FOOT + scale * tick - 20, foot + 8, text(f"£{tick}m", 40, "center"))
    for row, name in enumerate(chart.categories):
        yield put(0, 32 + 33 * row, text(name, FOOT - 8, "right"))
        for place, (values, color) in enumerate(zip(chart.series.values(), COLORS, strict=True)):
            yield put(FOOT, 24 + 33 * row + 12 * place, box(scale * values[row], 11, color))


DRAWN = {"progress": draw_progress, "level_money": draw_money}
