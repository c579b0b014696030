"""How the report is set: frames that text flows through, tables with signs in columns of their own, drawings."""

import math
import re
from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

WIDTH, HEIGHT = 612.0, 792.0
RED, GREY, SAND, BLACK = (HexColor(f"#{code}") for code in ("8c1d2c", "6b6b6b", "c9b99a", "111111"))
SHADES = [RED, HexColor("#b9766b"), SAND]
_FONTS = Path("/usr/share/fonts/X11/Type1")


def register_fonts() -> None:
    """Palatino for headings goes into the file; Times and Helvetica are left to the reader's machine."""
    pdfmetrics.registerTypeFace(pdfmetrics.EmbeddedType1Face(_FONTS / "P052-Roman.afm", _FONTS / "P052-Roman.pfb"))
    pdfmetrics.registerFont(pdfmetrics.Font("Head", "P052-Roman", "WinAnsiEncoding"))
    addMapping("Head", 0, 0, "Head")


def style(font: str, size: float, leading: float, color: Color = BLACK, **more: Any) -> ParagraphStyle:
    """A style by its type."""
    return ParagraphStyle(font, fontName=font, fontSize=size, leading=leading, textColor=color, **more)


BODY = style("Times-Roman", 10, 13, alignment=4, spaceAfter=6.5)
NOTE = style("Times-Roman", 9.4, 11.8, alignment=4, spaceAfter=5)
LETTER = style("Times-Roman", 12, 16.5, alignment=4, spaceAfter=8)
BULLET = style("Times-Roman", 12, 16.5, leftIndent=14, spaceAfter=4)
SIDE = style("Helvetica-Bold", 8.5, 11, RED)
HEADS = {1: style("Head", 25, 29, RED), 2: style("Helvetica-Bold", 10, 13, RED, spaceAfter=2),
         3: style("Helvetica-BoldOblique", 9, 12, spaceAfter=2)}  # fmt: skip
QUOTE = style("Times-Italic", 16, 20, GREY, spaceAfter=10, spaceBefore=6)
LEAD = style("Head", 14, 19, GREY)
CAPTION = style("Helvetica-Oblique", 7.5, 10, GREY)


def to_markup(text: str) -> str:
    """Words as reportlab wants them, a run-in head in bold italics."""
    return re.sub(r"\*([^*]+)\*", r"<b><i>\1</i></b>", text.replace("&", "&amp;"))


class Sheet:
    """Pages measured from their top-left corner."""

    def __init__(self, path: Path) -> None:
        self.canvas = Canvas(str(path), (WIDTH, HEIGHT), pageCompression=1, invariant=1)
        self.page = 1

    def end_page(self) -> None:
        """The next page."""
        self.canvas.showPage()
        self.page += 1

    def write(
        self, x: float, y: float, text: str, like: ParagraphStyle, *, align: str = "left", space: float = 0
    ) -> None:
        """One line on baseline `y`, its letters `space` points apart."""
        self.canvas.setFillColor(like.textColor)
        wide = pdfmetrics.stringWidth(text, like.fontName, like.fontSize) + space * (len(text) - 1)
        line = self.canvas.beginText(x - {"left": 0.0, "right": wide, "middle": wide / 2}[align], HEIGHT - y)
        line.setFont(like.fontName, like.fontSize)
        line.setCharSpace(space)
        line.textOut(text)
        line.setCharSpace(0)
        self.canvas.drawText(line)

    def draw(self, paragraph: Paragraph, x: float, top: float) -> None:
        """A paragraph that was wrapped."""
        paragraph.drawOn(self.canvas, x, HEIGHT - top - paragraph.height)

    def block(self, x: float, top: float, width: float, text: str, like: ParagraphStyle) -> float:
        """A paragraph whole; returns where it ends."""
        paragraph = Paragraph(to_markup(text), like)
        tall = paragraph.wrap(width, HEIGHT)[1]
        self.draw(paragraph, x, top)
        return float(top + tall)

    def rule(self, x0: float, y: float, x1: float, width: float = 0.5, color: Color = GREY) -> None:
        """A level line."""
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)

    def fill(self, x: float, top: float, width: float, height: float, color: Color) -> None:
        """A rectangle."""
        self.canvas.setFillColor(color)
        self.canvas.rect(x, HEIGHT - top - height, width, height, stroke=0, fill=1)

    def photo(self, image: Any, x: float, top: float, width: float, height: float) -> None:
        """An image."""
        self.canvas.drawImage(ImageReader(image), x, HEIGHT - top - height, width, height)

    def bars(self, chart: dict[str, Any], x: float, top: float, width: float, height: float) -> None:
        """Bars with their values above and years below, no axis."""
        most = max(value for _, value in chart["points"])
        step = width / len(chart["points"])
        small = style("Helvetica", 7.5, 9)
        foot = top + height
        for n, (year, value) in enumerate(chart["points"]):
            tall = value / most * (height - 14)
            last = n == len(chart["points"]) - 1
            self.fill(x + n * step + step * 0.14, foot - tall, step * 0.72, tall, RED if last else SAND)
            self.write(x + (n + 0.5) * step, foot - tall - 4, str(chart["texts"][n]), small, align="middle")
            self.write(x + (n + 0.5) * step, foot + 11, year, small, align="middle")
        self.rule(x, foot, x + width, 0.7)

    def pie(self, chart: dict[str, Any], x: float, top: float, radius: float) -> None:
        """Slices with their shares inside, and a key below."""
        angle = 90.0
        y = HEIGHT - top - radius
        small = style("Helvetica", 7.5, 9)
        for (name, share), color, n in zip(chart["points"], SHADES, range(3), strict=True):
            wide = -share * 3.6
            self.canvas.setFillColor(color)
            self.canvas.setStrokeColor(white)
            self.canvas.wedge(x, y - radius, x + 2 * radius, y + radius, angle, wide, stroke=1, fill=1)
            middle = math.radians(angle + wide / 2)
            self.write(x + radius + 0.62 * radius * math.cos(middle), HEIGHT - y - 0.62 * radius * math.sin(middle) + 3,
                       f"{share}%", style("Helvetica-Bold", 8, 9, white), align="middle")  # fmt: skip
            key = top + 2 * radius + 14 + 12 * n
            self.fill(x, key - 6, 7, 7, color)
            self.write(x + 12, key, name, small)
            angle += wide


class Ledger:
    """A table whose currency signs stand in columns of their own and whose sums are ruled under figures only."""

    def __init__(self, sheet: Sheet, table: dict[str, Any], size: float = 8.5, pitch: float = 13.5) -> None:
        self.sheet, self.table, self.size, self.pitch = sheet, table, size, pitch
        self.plain = style("Helvetica", size, pitch)
        self.bold = style("Helvetica-Bold", size, pitch)
        self.slots: list[tuple[float, float]] = []

    def draw(self, x: float, top: float, width: float, slot: float) -> float:
        """Set it; returns where it ends.  `slot` is how wide a column of figures is, its sign included."""
        count = self.table["columns"]
        self.slots = [
            (x + width - 6 - slot * (count - n) + 12, x + width - 6 - slot * (count - n - 1)) for n in range(count)
        ]
        self.note = self.slots[0][0] - 20
        y = top
        for n, line in enumerate(self.table["head"]):
            y += self.pitch * (2 if " / " in line else 1)
            self._head(x, y, [cell.strip() for cell in line.split("|")], last=n == len(self.table["head"]) - 1)
        y += 4
        self.sheet.rule(x, y, x + width, 0.9, RED)
        lines = self.table["rows"].strip().split("\n")
        for n, line in enumerate(lines):
            if line.startswith("#"):
                y += 4 if n else 0
            y += self.pitch
            self._row(x, y, line)
        self._sum(y + 3.2)
        if lines[-1].startswith("+"):
            self._sum(y + 5)
        return y + 8

    def _head(self, x: float, y: float, cells: list[str], *, last: bool) -> None:
        note = self.table.get("notes_column", False)
        self.sheet.write(x, y, cells.pop(0), self.plain)
        if note:
            self.sheet.write(self.note, y, cells.pop(0), self.bold, align="middle")
        if not last:
            middle = (self.slots[0][0] + self.slots[-1][1]) / 2
            self.sheet.write(middle, y, cells[0].partition(" ^")[0], self.bold, align="middle")
            self.sheet.rule(self.slots[0][0], y + 3.5, self.slots[-1][1])
            return
        for n, (cell, (_, right)) in enumerate(zip(cells, self.slots, strict=True)):
            for up, words in enumerate(reversed(cell.split(" / "))):
                self.sheet.write(right, y - up * self.size * 1.15, words, self.plain if n else self.bold, align="right")

    def _row(self, x: float, y: float, line: str) -> None:
        start, *cells = [cell.strip() for cell in line.split("|")]
        total, start = start.startswith("+"), start.lstrip("+")
        if start.startswith("#"):
            self.sheet.write(x, y, start[2:], self.bold)
            return
        if total:
            self._sum(y - self.pitch + 3.2)
        self.sheet.write(x + 10 * start.startswith(">"), y, start.lstrip("> "), self.bold if total else self.plain)
        if self.table.get("notes_column"):
            self.sheet.write(self.note, y, cells.pop(0), self.plain, align="middle")
        for n, (cell, (left, right)) in enumerate(zip(cells, self.slots, strict=True)):
            like = self.plain if n else self.bold
            if cell.startswith("$"):
                self.sheet.write(left, y, "$", like)
            digits, tail = re.fullmatch(r"\$?(.*?)(\)?%?( pts)?)", cell).groups()[:2]  # type: ignore[union-attr]
            self.sheet.write(right, y, digits, like, align="right")  # brackets and signs hang
            if tail:
                self.sheet.write(right, y, tail, like)

    def _sum(self, y: float) -> None:
        for left, right in self.slots:
            self.sheet.rule(left, y, right + 1, 0.5)


def read_table(table: dict[str, Any]) -> tuple[list[list[tuple[str, int]]], int]:
    """The cells of a table with the columns that each covers, and how many rows are its head."""
    rows: list[list[tuple[str, int]]] = []
    for line in [*table["head"], *table["rows"].strip().split("\n")]:
        cells = [cell.strip() for cell in line.lstrip("+> #").split("|")] if line[0] in "+>#" else [
            cell.strip() for cell in line.split("|")]  # fmt: skip
        row: list[tuple[str, int]] = []
        for cell in cells:
            text, _, span = cell.replace(" /", "").partition(" ^")
            row.append((re.sub(r"^\$", "$ ", text), int(span or 1)))
        wide = table["columns"] + 1 + bool(table.get("notes_column"))
        row += [("", 1)] * (wide - sum(span for _, span in row))
        rows.append(row)
    return rows, len(table["head"])
