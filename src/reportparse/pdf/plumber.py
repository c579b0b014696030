"""A real `pdfplumber` page whose objects come from PDFium, so that pdfplumber's own methods work at PDFium's speed.

Colours are red, green and blue from 0 to 1 whatever the file uses; all else is as pdfplumber has it.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from reportparse.geometry import Box
from reportparse.pdf import native
from reportparse.pdf.bulk import read_origins
from reportparse.pdf.page import Color, Page, Path
from reportparse.pdf.runs import END_HYPHENS, Run, TextPage, find_run, join_halves, measure_advance

_Object = dict[str, Any]
_Objects = dict[str, list[_Object]]

# A character beyond U+FFFF is two halves on one spot.
_FIRST_HALF, _SECOND_HALF = re.compile("[\ud800-\udbff]"), re.compile("[\udc00-\udfff]")


class FastPage(PlumberPage):  # type: ignore[misc]  # pdfplumber's class is untyped here
    """A `pdfplumber.page.Page` that asks PDFium, not pdfminer, for its characters, drawings and images."""

    def __init__(self, pdf: PDF, number: int, top: float, read: Callable[[], _Objects]) -> None:
        """`top` is the height of the pages before this one; `read` gives the objects when they are first wanted."""
        super().__init__(pdf, pdf.pages[number - 1].page_obj, page_number=number, initial_doctop=top)
        self._read = read

    def parse_objects(self) -> _Objects:
        """Read the objects, and place them below the pages before."""
        objects = self._read()
        for kind, items in objects.items():
            for item in items:
                item["object_type"], item["page_number"] = kind, self.page_number
                item["doctop"] = self.initial_doctop + item["top"]
                item["width"], item["height"] = item["x1"] - item["x0"], item["bottom"] - item["top"]
                item["y0"], item["y1"] = self.height - item["bottom"], self.height - item["top"]
        return objects


def open_pdf(data: bytes, password: str | None) -> PDF:
    """Open the file's bytes with pdfplumber."""
    return pdfplumber.open(BytesIO(data), password=password)


def make_objects(page: Page, chars: list[_Object]) -> _Objects:
    """Sort a page's drawings into pdfplumber's kinds."""
    objects: _Objects = {"char": chars, "line": [], "rect": [], "curve": [], "image": []}
    for path in page.paths:
        for figure in _split_figures(path):
            kind = _kind_of(figure)
            objects[kind].append(_shape(path, figure))
    for image in page.images:
        if image.is_part:
            continue  # ours, not the file's
        objects["image"].append(_sides(image.box) | {"mcid": image.mark if image.mark >= 0 else None})
    return {kind: items for kind, items in objects.items() if items}


def make_chars(page: TextPage) -> list[_Object]:
    """Describe each character that is drawn; spaces that PDFium adds between words are not."""
    text = page.text
    places = [place for place, letter in enumerate(text) if letter not in "\r\n\x00" and not _SECOND_HALF.match(letter)]
    places = [place for place in places if native.char_is_generated(page.handle, place) != 1]
    chars = []
    for place, x, y in zip(places, *read_origins(page.handle, places), strict=True):
        found = find_run(page, place)
        if found is not None:
            chars.append(_char(page, *found, place, x, y))
    return chars


def _char(page: TextPage, run: Run, mark: int, place: int, x: float, y: float) -> _Object:
    advance = measure_advance(page, run, place) * run.scale
    low = run.font.descent * run.size
    (rx, ry), (ux, uy) = run.right, run.up
    ends = ((x, y), (x + advance * rx, y + advance * ry))
    corners = [page.space.point(a + h * ux, b + h * uy) for a, b in ends for h in (low, low + run.size)]
    xs, tops = [corner[0] for corner in corners], [corner[1] for corner in corners]
    letter = page.text[place]
    if _FIRST_HALF.match(letter):
        letter = join_halves(page.text[place : place + 2])
    box = Box(min(xs), min(tops), max(xs), max(tops))
    return _sides(box) | {
        "text": "-" if letter in END_HYPHENS else letter,
        "fontname": run.style.font,
        "size": run.size if run.angle in (0, 180) else box.width,
        "adv": advance,
        "upright": run.angle in (0, 180),
        "matrix": (run.scale * rx, run.scale * ry, run.size * ux, run.size * uy, x, y),
        "mcid": mark if mark >= 0 else None,
        "tag": None,
        "ncs": "DeviceRGB",
        "non_stroking_color": _parts(run.style.color),
        "stroking_color": None,
    }


def _sides(box: Box) -> _Object:
    return {"x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}


def _parts(color: Color | None) -> tuple[float, ...] | None:
    return None if color is None else tuple(channel / 255 for channel in color)


_Figure = list[tuple[str, float, float]]


def _split_figures(path: Path) -> Iterator[_Figure]:
    """Each closed or open figure of a path is an object of its own, as in pdfminer."""
    if not path.points:
        box = path.box
        yield [("m", box.x0, box.top), ("c", box.x1, box.bottom)]
        return
    figure: _Figure = []
    for point in path.points:
        if point[0] == "m" and figure:
            yield figure
            figure = []
        figure.append(point)
    yield figure


def _kind_of(figure: _Figure) -> str:
    names = "".join(name for name, _, _ in figure)
    if names in ("ml", "mlz"):
        return "line"
    corners = [(round(x, 2), round(top, 2)) for name, x, top in figure if name != "z"]
    if len(corners) == 5 and corners[0] == corners[4]:
        corners.pop()
    is_level = all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise([*corners, corners[0]]))
    return "rect" if len(corners) == 4 and "c" not in names and is_level else "curve"


def _shape(path: Path, figure: _Figure) -> _Object:
    xs, tops = [x for _, x, _ in figure], [top for *_, top in figure]
    return _sides(Box(min(xs), min(tops), max(xs), max(tops))) | {
        "linewidth": path.width,
        "stroke": path.stroke is not None,
        "fill": path.fill is not None,
        "stroking_color": _parts(path.stroke),
        "non_stroking_color": _parts(path.fill),
        "pts": [(x, top) for name, x, top in figure if name != "z"],
        "path": [(name, (x, top)) for name, x, top in figure],
        "dash": None,
        "mcid": None,
        "tag": None,
    }
