"""What stands beside the running text: strips, boxes, quotations, photos, tables, charts, each drawn and recorded."""

import math
import random
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter
from record import Truth
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.utils import ImageReader
from setting import (
    BODY,
    CAPTION,
    GREY,
    GUTTER,
    HEADING,
    HEIGHT,
    INK,
    LABEL,
    NOTE,
    PLUM,
    TEAL,
    TINT,
    Sheet,
    Style,
    height_of,  # fmt: skip
    measure,
)

AMBER, SKY = HexColor("#e39b1f"), HexColor("#7fb3b8")
SHADES = [TEAL, AMBER, PLUM, SKY, GREY]
_CELL = Style("Lato", 7.9, 9.8, INK, 0, hyphens=False)
_TITLE = Style("Lato-Bold", 9, 11.5, TEAL, 3, hyphens=False)
_SMALL = Style("Lato", 7, 8.6, INK, 0, hyphens=False)


class Parts:
    """Draws on a sheet and tells the truth of it."""

    def __init__(self, sheet: Sheet, truth: Truth, text: dict[str, Any]) -> None:
        self.sheet, self.truth, self.text = sheet, truth, text

    def strip(self, name: str, box: tuple[float, float, float, float], size: float = 25) -> None:
        """Big numbers side by side on a tint, labels below them."""
        x, top, width, height = box
        self.sheet.fill(box, TINT)
        pairs = self.text["strip"][name]
        cell = width / len(pairs)
        for n, (number, label) in enumerate(pairs):
            left = x + n * cell + 10
            if n:
                self.sheet.rule(x + n * cell, top + 10, x + n * cell, top + height - 10, 0.8, SKY)
            self.sheet.write(left, top + 10 + size * 0.8, number, Style("Slab", size, size, PLUM))
            self.sheet.block(left, top + 16 + size * 0.85, cell - 20, label, LABEL)
            self.truth.add_drawn("other", None, self.sheet.page, labels=[number, label])

    def stack(self, name: str, x: float, top: float, width: float) -> float:
        """Big numbers one below the other, labels beside them, between hairlines."""
        for number, label in self.text["strip"][name]:
            self.sheet.rule(x, top, x + width, top, 0.8, TEAL)
            self.sheet.write(x, top + 24, number, Style("Slab", 20, 22, TEAL))
            tall = height_of(label, LABEL, width - 80)
            self.sheet.block(x + 80, top + 19 - tall / 2, width - 80, label, LABEL)
            self.truth.add_drawn("other", None, self.sheet.page, labels=[number, label])
            top += 38
        self.sheet.rule(x, top, x + width, top, 0.8, TEAL)
        return top

    def box(self, name: str, x: float, top: float, width: float, *, dark: bool = False, columns: int = 1) -> float:
        """A project on a tint or on a dark ground; returns its foot."""
        title, texts = self.text["box"][name]["title"], self.text["box"][name]["text"].strip().split("\n\n")
        ink = white if dark else INK
        head = HEADING._replace(color=AMBER if dark else PLUM)
        body = BODY._replace(size=8.7, leading=11.8, color=ink, after=4.5)
        inner = (width - 24 - GUTTER * (columns - 1)) / columns
        tall = [height_of(text, body, inner) + body.after for text in texts]
        rows = max(tall) if columns > 1 else sum(tall)
        deep = 12 + height_of(title, head, width - 24) + head.after + rows + 6
        self.sheet.fill((x, top, width, deep), TEAL if dark else TINT)
        if not dark:
            self.sheet.fill((x, top, width, 4), PLUM)
        y = self.sheet.block(x + 12, top + 12, width - 24, title, head)
        for n, text in enumerate(texts):
            left = x + 12 + (n * (inner + GUTTER) if columns > 1 else 0)
            after = self.sheet.block(left, y, inner, text, body)
            y = y if columns > 1 else after
        self.truth.add_box(title, texts, self.sheet.page)
        return top + deep

    def quote(self, name: str, x: float, top: float, width: float, size: float = 13.5) -> float:
        """Words pulled out between a thick and a thin rule, with who said them."""
        said = self.text["quote"][name]
        words = Style("Lato-LightItalic", size, size * 1.28, PLUM, 4, hyphens=False)
        self.sheet.rule(x, top, x + width, top, 2, PLUM)
        y = top + 7
        for text in said["words"]:
            y = self.sheet.block(x, y, width, f"\u201c{text}\u201d", words)
        if "by" in said:
            y = self.sheet.block(x, y + 1, width, said["by"], _SMALL._replace(font="Lato-Bold", color=PLUM, after=4))
        self.sheet.rule(x, y + 2, x + width, y + 2, 0.5, PLUM)
        by = [said["by"]] if "by" in said else []
        for text in [*(f"\u201c{text}\u201d" for text in said["words"]), *by]:
            self.truth.add_paragraph(text)
        return y + 2

    def photo(self, name: str, box: tuple[float, float, float, float], *, caption: bool = True) -> float:
        """A photograph with its caption below."""
        x, top, width, height = box
        self.sheet.canvas.drawImage(_paint(name, width, height), x, HEIGHT - top - height, width, height)
        words = self.text["photo"][name] if caption else None
        self.truth.add_drawn("photo", words, self.sheet.page)
        return self.sheet.block(x, top + height + 3, width, words, CAPTION) if words else top + height

    def table(self, name: str, x: float, top: float, shares: list[float], *, stripes: bool = False,
              words: int = 1) -> float:  # fmt: skip
        """A table under its title: dark head, hairlines or stripes; `words` columns of text, then numbers."""
        table = self.text["table"][name]
        y = self.sheet.block(x, top, sum(shares), table["title"], _TITLE)
        for r, row in enumerate([table["head"], *table["rows"]]):
            last = r == len(table["rows"]) and table.get("total")
            style = _CELL._replace(font="Lato-Bold", color=white if not r else INK) if not r or last else _CELL
            deep = max(height_of(text, style, share - 9) for text, share in zip(row, shares, strict=True)) + 6
            ground = TEAL if not r else TINT if last or (stripes and r % 2 == 0) else None
            if ground:
                self.sheet.fill((x, y, sum(shares), deep), ground)
            left = x
            for c, (text, share) in enumerate(zip(row, shares, strict=True)):
                if c < words:
                    self.sheet.block(left + 4, y + 2.5, share - 9, text, style)
                else:
                    self.sheet.write(left + share - 5, y + 2.5 + style.size, text, style, "right")
                left += share
            y += deep
            if r and not stripes:
                self.sheet.rule(x, y, x + sum(shares), y, 0.4, SKY)
        self.truth.add_table(table, self.sheet.page)
        if "note" in table:
            self.sheet.block(x, y + 4, sum(shares), f"* {table['note']}", NOTE)
            y += 14
        return y

    def chart(self, name: str, x: float, top: float, width: float, height: float) -> float:
        """A chart under its title, with a legend at its foot."""
        chart = self.text["chart"][name]
        y = self.sheet.block(x, top, width, chart["title"], _TITLE)
        draw = {"bars": self._bars, "lines": self._lines, "pie": self._pie}[chart["kind"]]
        labels = draw(chart, x, y + 4, width, height)
        self.truth.add_drawn("chart", chart["title"], self.sheet.page, labels=labels)
        return y + height + 4

    def _axes(self, chart: dict[str, Any], x: float, top: float, width: float, height: float,
              step: int) -> tuple[float, float, float, float]:  # fmt: skip
        """Grid, scale, labels and legend; the left edge, the width, the foot of the plot and points for each unit."""
        most = max(max(row[1:]) for row in chart["series"])
        marks = list(range(0, math.ceil(most / step) * step + 1, step))
        left, foot = x + 22, top + height - 30
        scale = (foot - top - 6) / marks[-1]
        for mark in marks:
            self.sheet.rule(left, foot - mark * scale, x + width, foot - mark * scale, 0.3, SKY)
            self.sheet.write(left - 4, foot - mark * scale + 2.5, str(mark), _SMALL, "right")
        slot = (x + width - left) / len(chart["labels"])
        for n, label in enumerate(chart["labels"]):
            self.sheet.write(left + (n + 0.5) * slot, foot + 10, label, _SMALL, "middle")
        at = left
        for row, shade in zip(chart["series"], SHADES, strict=False):
            self.sheet.fill((at, foot + 18, 7, 7), shade)
            self.sheet.write(at + 10, foot + 24, row[0], _SMALL)
            at += 24 + measure(row[0], _SMALL)
        return left, slot, foot, scale

    def _bars(self, chart: dict[str, Any], x: float, top: float, width: float, height: float) -> list[str]:
        left, slot, foot, scale = self._axes(chart, x, top, width, height, 20)
        for s, row in enumerate(chart["series"]):
            for n, value in enumerate(row[1:]):
                thick = slot * 0.36
                bar = left + n * slot + slot * 0.14 + s * thick
                self.sheet.fill((bar, foot - value * scale, thick, value * scale), SHADES[s])
                tiny = _SMALL._replace(size=5.6)
                self.sheet.write(bar + thick / 2, foot - value * scale - 2, str(value), tiny, "middle")
        return [*chart["labels"], *(row[0] for row in chart["series"])]

    def _lines(self, chart: dict[str, Any], x: float, top: float, width: float, height: float) -> list[str]:
        left, slot, foot, scale = self._axes(chart, x, top, width, height, 50)
        for s, row in enumerate(chart["series"]):
            spots = [(left + (n + 0.5) * slot, foot - value * scale) for n, value in enumerate(row[1:])]
            for (x0, y0), (x1, y1) in zip(spots, spots[1:], strict=False):
                self.sheet.rule(x0, y0, x1, y1, 1.8, SHADES[s])
            for (x0, y0), value in zip(spots, row[1:], strict=True):
                self.sheet.canvas.circle(x0, HEIGHT - y0, 2.4, stroke=0, fill=1)
                self.sheet.write(x0, y0 - 5, str(value), _SMALL._replace(color=SHADES[s], font="Lato-Bold"), "middle")
        return [*chart["labels"], *(row[0] for row in chart["series"])]

    def _pie(self, chart: dict[str, Any], x: float, top: float, _width: float, height: float) -> list[str]:
        radius, start = height * 0.36, 90.0
        cx, cy = x + radius + 2, HEIGHT - top - radius - 4
        for n, (name, share) in enumerate(chart["series"]):
            self.sheet.canvas.setFillColor(SHADES[n])
            self.sheet.canvas.wedge(cx - radius, cy - radius, cx + radius, cy + radius, start, -share * 3.6,
                                    stroke=0, fill=1)  # fmt: skip
            start -= share * 3.6
            y = top + 8 + n * 15
            self.sheet.fill((x + 2 * radius + 14, y, 8, 8), SHADES[n])
            self.sheet.write(x + 2 * radius + 26, y + 7, f"{name} {share}%", _SMALL)
        self.sheet.canvas.setFillColor(Color(1, 1, 1))
        self.sheet.canvas.circle(cx, cy, radius * 0.5, stroke=0, fill=1)
        return [f"{name} {share}%" for name, share in chart["series"]]


def _paint(name: str, width: float, height: float) -> ImageReader:
    """A small blurred scene in place of a photograph: sky, ground, and some that stand on it."""
    dice = random.Random(name)  # noqa: S311
    wide, tall = int(width * 1.2), int(height * 1.2)
    image = Image.new("RGB", (wide, tall))
    draw = ImageDraw.Draw(image)
    sky = [(188, 208, 224), (232, 214, 190), (170, 196, 190)][dice.randrange(3)]
    for y in range(tall):
        fade = y / tall
        draw.line((0, y, wide, y), fill=tuple(int(c * (1 - 0.35 * fade)) for c in sky))
    draw.rectangle((0, tall * 0.62, wide, tall), fill=(104, 122, 92))
    skin = (196, 158, 134)
    for _ in range(9):
        x, size = dice.randrange(wide), dice.uniform(0.3, 0.5) * tall
        shade = tuple(dice.randrange(30, 170) for _ in range(3))
        draw.rectangle((x, tall * 0.95 - size, x + size * 0.32, tall), fill=shade)
        draw.ellipse((x + size * 0.05, tall * 0.95 - size * 1.22, x + size * 0.27, tall * 0.95 - size), fill=skin)
    data = BytesIO()
    image.filter(ImageFilter.GaussianBlur(2.2)).save(data, "JPEG", quality=62)
    data.seek(0)
    return ImageReader(data)
