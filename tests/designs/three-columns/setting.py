"""Sets text by hand: fonts, words on lines, lines in frames, frames threaded one after another."""

import re
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pyphen
from fontTools.ttLib import TTFont as Outlines
from fontTools.varLib import instancer
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.28, 841.89
MARGIN, GUTTER = 42, 15
COLUMN = (WIDTH - 2 * MARGIN - 2 * GUTTER) / 3
COLUMNS = [MARGIN + n * (COLUMN + GUTTER) for n in range(3)]
TEAL, PLUM, TINT, GREY, INK = map(HexColor, ("#00616b", "#7a1f5c", "#e3f0f0", "#6b7780", "#20282d"))

_HYPHENS = pyphen.Pyphen(lang="en_GB", left=3, right=3)
_INLINE = re.compile(r"\[\^(\d)\]|\[([^\]]+)\]\(([^)]+)\)")


class Style(NamedTuple):
    """How a paragraph is set; sizes in points."""

    font: str = "Lato"
    size: float = 9.8
    leading: float = 13.2
    color: Color = INK
    after: float = 6
    hyphens: bool = True


BODY = Style()
HEADING = Style("Slab", 11.5, 13.5, TEAL, 3.5, hyphens=False)
STANDFIRST = Style("Lato-Bold", 12, 16, PLUM, 8, hyphens=False)
CAPTION = Style("Lato-Italic", 7.6, 9.6, GREY, 0, hyphens=False)
LABEL = Style("Lato", 8.4, 10.4, INK, 0, hyphens=False)
NOTE = Style("Lato", 6.9, 8.6, INK, 2)


class Piece(NamedTuple):
    """A word or a part of one, with the link or the note that it belongs to."""

    text: str
    link: str | None = None
    note: str | None = None


def register_fonts() -> None:
    """Lato as it comes, Roboto Slab at its bold weight."""
    folder = Path(str(resources.files("font_lato"))) / "files"
    for weight in ("Regular", "Bold", "Italic", "Black", "LightItalic"):
        name = "Lato" if weight == "Regular" else f"Lato-{weight}"
        pdfmetrics.registerFont(TTFont(name, folder / f"Lato-{weight}.ttf"))
    slab = Path(str(resources.files("fontpkg_roboto_slab"))) / "files" / "RobotoSlab[wght].ttf"
    bold = instancer.instantiateVariableFont(Outlines(slab), {"wght": 700})
    data = BytesIO()
    bold.save(data)
    data.seek(0)
    pdfmetrics.registerFont(TTFont("Slab", data))


def shape(text: str, font: str) -> str:
    """The ligatures that the font has: what a layout program puts in by itself."""
    return text.replace("fi", "\ufb01").replace("fl", "\ufb02") if font.startswith("Lato") else text


def measure(text: str, style: Style) -> float:
    """Width in points."""
    return float(pdfmetrics.stringWidth(shape(text, style.font), style.font, style.size))


def read_words(text: str) -> list[list[Piece]]:
    """Words, each of one or more pieces."""
    words: list[list[Piece]] = [[]]
    at = 0
    for match in [*_INLINE.finditer(text), None]:
        plain = text[at : match.start() if match else len(text)]
        for n, word in enumerate(plain.split(" ")):
            if n:
                words.append([])
            if word:
                words[-1].append(Piece(word))
        if match:
            at = match.end()
            words[-1].append(Piece(match[1], note=match[1]) if match[1] else Piece(match[2], link=match[3]))
    return [word for word in words if word]


def read_plain(text: str) -> str:
    """Text as a reader of the record has it: links as their words, no marks of notes."""
    return _INLINE.sub(lambda match: match[2] or "", text)


def break_lines(text: str, style: Style, width: float) -> list[list[list[Piece]]]:
    """Lines of words, ragged right, with words broken where a line would end far from the edge."""
    lines: list[list[list[Piece]]] = [[]]
    used, run = 0.0, 0
    space = measure(" ", style)
    for word in read_words(text):
        size = sum(measure(piece.text, style) for piece in word if not piece.note)
        if not lines[-1] or used + space + size <= width:
            used += size + (space if lines[-1] else 0)
            lines[-1].append(word)
            continue
        room = width - used - space
        parts = _hyphenate(word, room, style) if style.hyphens and room > 24 and run < 2 else None
        if parts:
            lines[-1].append([Piece(parts[0])])
            word, size, run = [Piece(parts[1])], measure(parts[1], style), run + 1  # noqa: PLW2901
        else:
            run = 0
        lines.append([word])
        used = size
    return lines


def _hyphenate(word: list[Piece], room: float, style: Style) -> tuple[str, str] | None:
    if len(word) > 1 or word[0].link or len(re.sub(r"\W", "", word[0].text)) < 6 or "-" in word[0].text:
        return None
    for head, tail in _HYPHENS.iterate(word[0].text):
        if measure(head + "-", style) <= room:
            return head + "-", tail
    return None


class Sheet:
    """The canvas, with y counted from the top as a designer does."""

    def __init__(self, path: Path) -> None:
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), pageCompression=1, invariant=1)
        self.page = 1

    def end_page(self) -> None:
        """Go on with the next page."""
        self.canvas.showPage()
        self.page += 1

    def fill(self, box: tuple[float, float, float, float], color: Color, radius: float = 0) -> None:
        """A coloured box: x, top, width, height."""
        x, top, width, height = box
        self.canvas.setFillColor(color)
        if radius:
            self.canvas.roundRect(x, HEIGHT - top - height, width, height, radius, stroke=0, fill=1)
        else:
            self.canvas.rect(x, HEIGHT - top - height, width, height, stroke=0, fill=1)

    def rule(self, x: float, y: float, x1: float, y1: float, width: float = 0.5, color: Color = GREY) -> None:
        """A line."""
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(width)
        self.canvas.line(x, HEIGHT - y, x1, HEIGHT - y1)

    def write(self, x: float, y: float, text: str, style: Style, side: str = "left") -> None:
        """One string whose base line is at y."""
        self.canvas.setFillColor(style.color)
        self.canvas.setFont(style.font, style.size)
        x -= {"left": 0, "middle": 0.5, "right": 1}[side] * measure(text, style)
        self.canvas.drawString(x, HEIGHT - y, shape(text, style.font))

    def line(self, x: float, y: float, words: list[list[Piece]], style: Style) -> None:
        """A line of words: one string for each run that looks alike."""
        run, start = "", x
        for n, word in enumerate(words):
            text = " " if n else ""
            for piece in word:
                if not (piece.link or piece.note):
                    text += piece.text
                    continue
                self.write(start, y, run + text, style)
                start += measure(run + text, style)
                run = text = ""
                start += self._special(start, y, piece, style)
            run += text
        if run:
            self.write(start, y, run, style)

    def _special(self, x: float, y: float, piece: Piece, style: Style) -> float:
        if piece.note:
            small = style._replace(size=style.size * 0.6)
            self.write(x, y - style.size * 0.33, piece.text, small)
            return measure(piece.text, small)
        self.write(x, y, piece.text, style._replace(color=TEAL))
        width = measure(piece.text, style)
        self.canvas.linkURL(piece.link, (x, HEIGHT - y - 2, x + width, HEIGHT - y + style.size), thickness=0)
        return width

    def block(self, x: float, top: float, width: float, text: str, style: Style) -> float:
        """A whole paragraph; returns where the next may begin."""
        for words in break_lines(text, style, width):
            self.line(x, top + style.size, words, style)
            top += style.leading
        return top + style.after


def height_of(text: str, style: Style, width: float) -> float:
    """What `block` would need, without the space after it."""
    return len(break_lines(text, style, width)) * style.leading


class Thread:
    """A story that runs from frame to frame: blocks of {kind, text, marker}, each told to `record` when it begins."""

    def __init__(self, sheet: Sheet, blocks: list[dict[str, Any]], record: Any) -> None:
        self.sheet, self.blocks, self.record = sheet, list(blocks), record
        self.rest: list[list[list[Piece]]] = []

    def flow(self, x: float, top: float, bottom: float, width: float = COLUMN) -> float:
        """Fill one frame; returns where its text ends."""
        y = top
        while self.blocks:
            block = self.blocks[0]
            style, indent = (HEADING, 0) if block["kind"] == "heading" else (BODY, 10 if block.get("marker") else 0)
            lines = self.rest or break_lines(block["text"], style, width - indent)
            before = 7 if block["kind"] == "heading" and y > top else 0
            fit = int((bottom - y - before + style.leading - style.size) // style.leading)
            fit = self._keep(lines, fit, block)
            if fit <= 0:
                break
            if not self.rest:
                self.record(block, self.sheet.page)
                if indent:
                    self.sheet.write(x, y + style.size, block["marker"], style._replace(color=TEAL))
            y += before
            for words in lines[:fit]:
                self.sheet.line(x + indent, y + style.size, words, style)
                y += style.leading
            self.rest = lines[fit:]
            if self.rest:
                break
            self.blocks.pop(0)
            y += 2 if indent and self.blocks and self.blocks[0].get("marker") else style.after
        return y

    def _keep(self, lines: list[Any], fit: int, block: dict[str, Any]) -> int:
        """How many lines may stand: no heading alone, no single line of a paragraph on either side."""
        if block["kind"] == "heading":
            return len(lines) if fit >= len(lines) + 2 else 0
        if fit >= len(lines):
            return len(lines)
        fit = min(fit, len(lines) - 2)
        return fit if fit >= 2 else 0
