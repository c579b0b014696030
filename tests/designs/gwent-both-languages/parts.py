"""What stands beside the running text: cover, contents, strips, boxes, photos, tables and charts."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter
from record import Truth

COVER = """#page(margin: 0pt, footer: none)[
#place(top, rect(width: 100%, height: 400pt, fill: teal))
#place(top, dy: 0pt, image("cover.jpg", width: 100%, height: 330pt, fit: "cover"))
#place(top + left, dx: 48pt, dy: 430pt, text(34pt, weight: "bold", fill: teal, lang: "cy")[Adroddiad Blynyddol])
#place(top + left, dx: 48pt, dy: 480pt, text(34pt, weight: "bold", fill: navy)[Annual Report])
#place(top + left, dx: 48pt, dy: 545pt, text(24pt, weight: "light", fill: grey)[2023/24])
#place(bottom + left, dx: 48pt, dy: -88pt,
  text(12pt, fill: teal, lang: "cy")[Comisiynydd yr Heddlu a Throseddu Gwent])
#place(bottom + left, dx: 48pt, dy: -66pt, text(12pt, fill: navy)[Police and Crime Commissioner for Gwent])
]"""
COVER_LINES = ["Adroddiad Blynyddol", "Annual Report", "2023/24", "Comisiynydd yr Heddlu a Throseddu Gwent",
               "Police and Crime Commissioner for Gwent"]  # fmt: skip
SHADES = ["teal", 'rgb("#e0a030")']


def draw_scene(path: Path, seed: int) -> None:
    """Hills, houses and a sky, as a camera out of focus sees them."""
    dice = random.Random(seed)  # noqa: S311
    picture = Image.new("RGB", (700, 300))
    brush = ImageDraw.Draw(picture)
    for y in range(300):
        brush.line((0, y, 700, y), fill=(150 + y // 4, 185 + y // 6, 215))
    for layer in range(4):
        top = 110 + layer * 42
        points = [(x, top + dice.randint(-24, 24)) for x in range(0, 760, 60)]
        brush.polygon([*points, (760, 300), (0, 300)], fill=(60 + layer * 8, 110 - layer * 14, 85 - layer * 8))
    for x in range(20, 700, 45):
        high = dice.randint(20, 70)
        brush.rectangle((x, 285 - high, x + 30, 300), fill=(dice.randint(120, 190), 90, 75))
    picture.filter(ImageFilter.GaussianBlur(1.6)).save(path, quality=60)


class Parts:
    """Markup of the parts, each told to the truth."""

    def __init__(self, data: dict[str, Any], truth: Truth, folder: Path, mark: Callable[[str], str]) -> None:
        self.data, self.truth, self.folder, self.mark = data, truth, folder, mark
        self.page = 0

    def draw(self, kind: str, name: str = "") -> str:
        """The part of that kind and name."""
        drawn: str = getattr(self, kind)(*([name] if name else []))
        return drawn

    def cover(self) -> str:
        """Photo above, the title in both languages below, Welsh first."""
        draw_scene(self.folder / "cover.jpg", 7)
        self.truth.add_picture("photo", None)
        for text in COVER_LINES:
            self.truth.add_paragraph(text)
        return COVER

    def contents(self) -> str:
        """What is where, in a column for each language."""
        halves = []
        for title, lines in (self.data["contents"]["english"], self.data["contents"]["welsh"]):
            rows = ", ".join(f"[{self.mark(words)}], [*{page}*]" for words, page in lines)
            table = f"#table(columns: (1fr, auto), stroke: none, inset: (x: 0pt, y: 3.2pt), {rows})"
            halves.append(f'[#text(15pt, weight: "bold", fill: navy)[{title}]\n{table}]')
        return f"#two({', '.join(halves)})"

    def strip(self, name: str) -> str:
        """Big numbers on tints, what they count in both languages."""
        cells = self.data["strip"][name]
        for cell in cells:
            self.truth.add_picture("other", None, labels=cell)
        return f"#strip({', '.join(f'([{a}], [{self.mark(b)}], [{self.mark(c)}])' for a, b, c in cells)})"

    def photo(self, name: str) -> str:
        """A photo over the column with its caption."""
        caption, seed, wide = self.data["photo"][name]
        draw_scene(self.folder / f"{name}.jpg", seed)
        self.truth.add_picture("photo", caption)
        return f'#photo("{name}.jpg", [{caption}], {"150pt" if wide else "74pt"})'

    def box(self, name: str) -> str:
        """Text on a tint."""
        box = self.data["box"][name]
        self.truth.add_callout(box["title"].replace(" | ", " "), box["texts"])
        texts = [f"#par[{self.mark(text)}]" for text in box["texts"]]
        told = ("], [" if box["columns"] > 1 else "").join(texts)
        english, welsh = box["title"].split(" | ")
        return f"#box-of([{english}], [{welsh}], [{told}])"

    def table(self, name: str) -> str:
        """A table without rules; words on the left, numbers on the right."""
        table = self.data["table"][name]
        self.truth.add_table(table)
        words = table.get("words", 1)
        cells = [self._cell(row, c) for row in [*table["head"], *table["rows"]] for c, text in enumerate(row)
                 if text != "<"]  # fmt: skip
        notes = "".join(f"\n#note[{self.mark(note)}]" for note in table.get("notes", []))
        tint, align = str(table.get("tint", False)).lower(), f"(x, y) => if x < {words} {{ left }} else {{ right }}"
        told = f"{table['widths']}, {tint}, {len(table['head'])}, {align}, {', '.join(cells)}"
        return f"#caption[{table['caption']}]\n#columns-of({told}){notes}"

    def _cell(self, row: list[str], column: int) -> str:
        """A cell, wide or of two languages as its text says; heads are bold."""
        text = row[column]
        wide = next((n for n, other in enumerate(row[column + 1 :], 1) if other != "<"), len(row) - column)
        heads = [head for table in self.data["table"].values() for head in table["head"]]
        if "|" in text:
            body = "#head([{}], [{}])".format(*text.split("|"))
        elif any(row is head for head in heads):
            body = f'#text(weight: "bold", fill: navy)[{text}]'
        else:
            body = self.mark(text)
        return f"table.cell(colspan: {wide}, align: center)[{body}]" if wide > 1 else f"[{body}]"

    def chart(self, name: str) -> str:
        """Columns by quarter with a legend, or bars by area with their values."""
        chart = self.data["chart"][name]
        names, labels, values = chart["names"], chart["labels"], chart["values"]
        series = [{"name": told, "points": [{"x": x, "y": y} for x, y in zip(labels, row, strict=True)]}
                  for told, row in zip(names or [None], values, strict=True)]  # fmt: skip
        words = [*labels, *names] if names else [*labels, *map(str, values[0])]
        self.truth.add_picture("chart", chart["caption"], labels=words, series=series)
        drawn = self._columns(chart) if names else self._bars(chart)
        return f"#caption[{chart['caption']}]\n#v(6pt)\n{drawn}"

    @staticmethod
    def _columns(chart: dict[str, Any]) -> str:
        """Upright columns over faint lines."""
        high, wide, left = 118.0, 236.0, 34.0
        out = []
        for n in range(0, chart["top"] + 1, chart["step"]):
            y = high - high * n / chart["top"]
            told = f"box(width: {left - 5}pt, align(right)[#text(7pt)[{n:,}]])"
            out += [f"#place(dx: {left}pt, dy: {y}pt, line(length: {wide - left}pt, stroke: 0.4pt + silver))",
                    f"#place(dx: 0pt, dy: {y - 4}pt, {told})"]  # fmt: skip
        slot = (wide - left) / len(chart["labels"])
        for c, label in enumerate(chart["labels"]):
            x = left + c * slot
            for s, row in enumerate(chart["values"]):
                tall = high * row[c] / chart["top"]
                out.append(f"#place(dx: {x + 8 + s * 17}pt, dy: {high - tall}pt, "
                           f"rect(width: 16pt, height: {tall}pt, fill: {SHADES[s]}))")  # fmt: skip
            out.append(f"#place(dx: {x}pt, dy: {high + 4}pt, box(width: {slot}pt, align(center)[#text(7pt)[{label}]]))")
        for s, name in enumerate(chart["names"]):
            x, y = left + 40 + s * 70, high + 20
            out += [f"#place(dx: {x}pt, dy: {y}pt, rect(width: 7pt, height: 7pt, fill: {SHADES[s]}))",
                    f"#place(dx: {x + 11}pt, dy: {y}pt, text(7pt)[{name}])"]  # fmt: skip
        return f"#block(width: {wide}pt, height: {high + 32}pt)[" + "\n".join(out) + "]"

    @staticmethod
    def _bars(chart: dict[str, Any]) -> str:
        """Lying bars with their names on the left and their values at the end."""
        out = []
        for n, (label, value) in enumerate(zip(chart["labels"], chart["values"][0], strict=True)):
            y, long = n * 17.0, value * 5.4
            out += [f"#place(dx: 0pt, dy: {y + 2}pt, box(width: 84pt, align(right)[#text(8pt)[{label}]]))",
                    f"#place(dx: 90pt, dy: {y}pt, rect(width: {long}pt, height: 12pt, fill: teal))",
                    f'#place(dx: {94 + long}pt, dy: {y + 2}pt, text(8pt, weight: "bold")[{value}])']  # fmt: skip
        return f"#block(width: 100%, height: {len(chart['labels']) * 17.0}pt)[" + "\n".join(out) + "]"
