"""The sheet that the report is set on: landscape, serif, its columns filled one after the other."""

from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

WIDTH, HEIGHT = 841.89, 595.28
SIDE, TOP, BOTTOM, GAP = 60.0, 74.0, 74.0, 30.0
WINE, GREY, BLACK, SAND = HexColor("#6b1f3a"), HexColor("#6f6a66"), HexColor("#1c1b1a"), HexColor("#f1ebe0")
_FONTS = Path("/usr/share/fonts/truetype/liberation2")


def register_fonts() -> None:
    """Liberation Serif, four faces."""
    names = [f"Serif{face}" for face in ("-Regular", "-Bold", "-Italic", "-BoldItalic")]
    for name in names:
        pdfmetrics.registerFont(TTFont(name, _FONTS / f"Liberation{name}.ttf"))
    pdfmetrics.registerFontFamily("Serif-Regular", *names)


def style(face: str, size: float, leading: float, color: Color = BLACK, **more: Any) -> ParagraphStyle:
    """A way to set a paragraph."""
    return ParagraphStyle(
        f"{face}{size}", fontName=f"Serif-{face}", fontSize=size, leading=leading, textColor=color, **more
    )


class Sheet:
    """Pages, and the place where the next thing goes."""

    def __init__(self, path: Path, running: tuple[str, str], folio: str) -> None:
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=True)
        self.running, self.folio = running, folio
        self.page, self.columns, self.column, self.y, self.top = 1, 1, 0, TOP, TOP
        self.notes: list[str] = []

    @property
    def width(self) -> float:
        """How wide a column is."""
        return (WIDTH - 2 * SIDE - GAP * (self.columns - 1)) / self.columns

    @property
    def x(self) -> float:
        """Where the column begins."""
        return SIDE + self.column * (self.width + GAP)

    @property
    def left(self) -> float:
        """How much of the column is free."""
        return HEIGHT - BOTTOM - self.y

    def next_page(self) -> None:
        """The foot of this page, the head of the next."""
        canvas = self.canvas
        if self.page > 1:
            canvas.setFillColor(GREY)
            canvas.setFont("Serif-Italic", 9)
            canvas.drawString(SIDE, HEIGHT - 42, self.running[0])
            canvas.drawRightString(WIDTH - SIDE, HEIGHT - 42, self.running[1])
            canvas.drawCentredString(WIDTH / 2, 26, self.folio.format(self.page))
        if self.notes:
            canvas.setStrokeColor(GREY)
            canvas.line(SIDE, 62, SIDE + 90, 62)
            self.put("<br/>".join(self.notes), SIDE, HEIGHT - 58, WIDTH - 2 * SIDE, style("Regular", 8, 9.5))
        canvas.showPage()
        self.page, self.column, self.y, self.top, self.notes = self.page + 1, 0, TOP, TOP, []

    def next_column(self) -> None:
        """The top of what comes after this column."""
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, self.top
        else:
            self.next_page()

    def need(self, height: float) -> None:
        """What does not fit goes to the next column."""
        if self.left < height:
            self.next_column()

    def put(self, text: str, x: float, top: float, width: float, like: ParagraphStyle) -> float:
        """Words at a place; how high they are."""
        paragraph = Paragraph(text, like)
        _, height = paragraph.wrap(width, HEIGHT)
        paragraph.drawOn(self.canvas, x, HEIGHT - top - height)
        return float(height)

    def flow(self, text: str, like: ParagraphStyle, after: float, **more: Any) -> None:
        """A paragraph that may run over to the next column."""
        rest = [Paragraph(text, like, **more)]
        while rest:
            _, height = rest[0].wrap(self.width, HEIGHT)
            if height > self.left and not (parts := rest[0].split(self.width, self.left)):
                self.next_column()
                continue
            part, *rest = [rest[0]] if height <= self.left else parts
            _, height = part.wrap(self.width, HEIGHT)
            part.drawOn(self.canvas, self.x, HEIGHT - self.y - height)
            self.y += height
            if rest:
                self.next_column()
        self.y += after

    def grid(self, rows: list[list[tuple[str, ParagraphStyle, int]]], widths: list[float], gap: float) -> None:
        """Cells side by side, with neither rule nor tint."""
        for row in rows:
            x, column, high = self.x, 0, 0.0
            for text, like, span in row:
                width = sum(widths[column : column + span])
                high = max(high, self.put(text, x, self.y, width - 8, like)) if text else high
                x, column = x + width, column + span
            self.y += high + gap


def pair_styles(size: float, color: Color = BLACK) -> dict[str, ParagraphStyle]:
    """Styles of cells: words to the left, numbers to the right, what covers columns in their middle."""
    lead = size + 2
    return {
        "left": style("Regular", size, lead), "right": style("Regular", size, lead, alignment=TA_RIGHT),
        "left-bold": style("Bold", size, lead, color),
        "right-bold": style("Bold", size, lead, color, alignment=TA_RIGHT),
        "middle-bold": style("Bold", size, lead, color, alignment=TA_CENTER),
    }  # fmt: skip
