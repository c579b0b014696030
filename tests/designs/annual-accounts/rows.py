"""Rows of tables, words with their marks, and painted pictures."""

import io
import random
import re
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

MARK = re.compile(r"\[(\^?)(\w|\*)\]")
Record = dict[str, Any]


def read_row(line: str) -> tuple[str, list[tuple[str, int]]]:
    """Kind and cells, each with the number of columns that it spans."""
    head, *cells = re.split(r" ?\| ?", line[1:])
    kind, first = (head[0], head[2:]) if head[:1] in set("hstT") and head[1:2] == " " else ("r", head)
    out = []
    for cell in [first, *cells]:
        span = re.match(r"(\d)\^(.*)", cell)
        out.append((span[2], int(span[1])) if span else (cell.strip(), 1))
    return kind, out


def truth_row(n: int, cells: list[tuple[str, int]], wide: int) -> list[Record]:
    out, column = [], 0
    for text, span in cells:
        plain = MARK.sub("", text)
        out.append({"text": plain, "row": n, "column": column, "row_span": 1, "column_span": span})
        column += span
    out += [{"text": "", "row": n, "column": c, "row_span": 1, "column_span": 1} for c in range(column, wide)]
    return out


def set_row(kind: str, cells: list[tuple[str, int]], wide: int) -> str:
    full = cells + [("", 1)] * (wide - sum(span for _, span in cells))
    return f'("{kind}", (' + ", ".join(f"([{set_cell(kind, text)}], {span})" for text, span in full) + ",))"


def set_cell(kind: str, text: str) -> str:
    """A head's unit stands on a line of its own; figures without a bracket end where those with one do."""
    out = words(MARK.sub("\1", text))
    for _, sign in MARK.findall(text):
        out = out.replace("\1", f"#raised[{words(sign)}]", 1)
    if kind == "h":
        out = re.sub(r" (£0*|number)$", r" \\ \1", out)
    elif re.fullmatch(r"[\d,.£%–]+", text):
        out += "#hide[)]"
    return out


def words(text: str) -> str:
    return re.sub(r"([\\#$*_@<>`~\[\]=+/-])", r"\\\1", text)


def mark(record: Record) -> str:
    return f'#note("{record["id"]}")'


def paint(size: tuple[int, int], seed: int) -> bytes:
    """A picture of hills in evening light, as a photograph would be."""
    chance, (wide, high) = random.Random(seed), size  # noqa: S311
    image = Image.new("RGB", size)
    draw = ImageDraw.Draw(image)
    for y in range(high):
        draw.line([(0, y), (wide, y)], fill=(60 + 150 * y // high, 90 + 80 * y // high, 120 + 10 * y // high))
    for layer in range(5):
        y, shade = high * (45 + 11 * layer) / 100, 90 - 17 * layer
        points = [(0, high)]
        for x in range(0, wide + 20, 20):
            y += chance.uniform(-high / 45, high / 45)
            points.append((x, y))
        draw.polygon([*points, (wide, high)], fill=(shade // 2, shade, shade + 15))
    out = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.2)).save(out, "JPEG", quality=60)
    return out.getvalue()
