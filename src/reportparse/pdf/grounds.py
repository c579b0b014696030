"""Grounds and words of gradients and patterns, which PDFium calls white: a look at the page settles what they are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reportparse.geometry import Box, has_middle_in, shared_area

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PIL.Image import Image

    from reportparse.pdf.page import HiddenWord, Path, Word

# What a fill by a pattern is said to be, as FPDFPageObj_GetFillColor writes a colour that is none (0xFFFFFFFF).
_WHITE = (255, 255, 255)
# A point is ground of another colour than white type if one of its channels is darker than this, of 255.
MAX_LIGHT = 230
# The part of a word's box that its ground shows through: letters take a third, in heavy type half.
MIN_GROUND = 0.3
# The part that letters themselves take at the least, where nothing else is drawn: thin type takes a tenth.
MIN_INK = 0.03

# How far inside a ground its colour is looked up, in points: its edge may be blurred.
EDGE_PT = 3

# Boxes are looked up by bands of this height in points, about a line of text.
_BAND = 12


def split_patterned(
    hidden: Sequence[HiddenWord], words: Sequence[Word], paths: Sequence[Path], page_box: Box, draw: Callable[[], Image]
) -> tuple[list[Word], list[HiddenWord], list[Path]]:
    """White words that stand on a gradient or pattern or are filled with one, and the words that can not be seen.

    And the paths, such grounds in the colour that they have at their left edge.

    `words` are those that can be seen anyway.  `draw` gives the page's image, one pixel a point; it is called only
    where a fill said to be white lies under a word, or nothing else is drawn where a white word stands.
    """
    grounds = [path.box for path in paths if path.fill == _WHITE]
    same = [item for item in hidden if item.reason == "same-colour"]
    on_ground = {id(item) for item in same if any(has_middle_in(item.word.box, ground) for ground in grounds)}
    doubtful = [item for item in same if id(item) in on_ground or item.word.style.color == _WHITE]
    if not doubtful:
        return [], list(hidden), list(paths)
    image = draw().convert("RGB")
    drawn = [path.box for path in paths if path.fill not in (None, _WHITE) or path.stroke is not None]
    bands = _sort_by_band([*(word.box for word in words), *drawn], page_box)
    seen = set()
    for item in doubtful:
        share = _share_of_dark(image, item.word, page_box)
        if (id(item) in on_ground and share >= MIN_GROUND) or (share >= MIN_INK and _stands_alone(item.word, bands)):
            seen.add(id(item))
    found = [item.word for item in hidden if id(item) in seen]
    coloured = [
        path._replace(fill=_color_at(image, path.box, page_box))
        if path.fill == _WHITE and any(has_middle_in(word.box, path.box) for word in found)
        else path
        for path in paths
    ]
    return found, [item for item in hidden if id(item) not in seen], coloured


def _color_at(image: Image, box: Box, page_box: Box) -> tuple[int, int, int]:
    """The colour just inside the left edge of a box, at half its height: words begin further in."""
    x, y = round(box.x0 - page_box.x0) + EDGE_PT, round(box.middle[1] - page_box.top)
    red, green, blue = image.crop((x, y, x + 1, y + 1)).tobytes()
    return red, green, blue


def _stands_alone(word: Word, bands: dict[int, list[Box]]) -> bool:
    near = bands.get(int((word.top + word.bottom) / 2 // _BAND), ())
    return not any(shared_area(word.box, box) for box in near)


def _sort_by_band(boxes: Sequence[Box], page_box: Box) -> dict[int, list[Box]]:
    """The boxes, by the bands of the page that they cross."""
    bands: dict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        top, bottom = max(box.top, page_box.top), min(box.bottom, page_box.bottom)
        for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
            bands[band].append(box)
    return bands


def _share_of_dark(image: Image, word: Word, page_box: Box) -> float:
    left, top = round(word.x0 - page_box.x0), round(word.top - page_box.top)
    right, bottom = round(word.x1 - page_box.x0) + 1, round(word.bottom - page_box.top) + 1
    pixels = image.crop((left, top, right, bottom)).tobytes()
    darkest = [min(pixels[place : place + 3]) for place in range(0, len(pixels), 3)]
    return sum(value < MAX_LIGHT for value in darkest) / max(1, len(darkest))
