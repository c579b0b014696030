"""Grounds whose colour PDFium does not tell: it calls gradients and patterns white.  A look at the page settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportparse.geometry import Box, has_middle_in

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


def split_patterned(
    hidden: Sequence[HiddenWord], paths: Sequence[Path], page_box: Box, draw: Callable[[], Image]
) -> tuple[list[Word], list[HiddenWord]]:
    """White words that stand on a gradient or pattern after all, and the words that can not be seen.

    `draw` gives the page's image, one pixel a point; it is called only where a fill said to be white lies under a word.
    """
    grounds = [path.box for path in paths if path.fill == _WHITE]
    doubtful = {
        id(item)
        for item in hidden
        if item.reason == "same-colour" and any(has_middle_in(item.word.box, ground) for ground in grounds)
    }
    if not doubtful:
        return [], list(hidden)
    image = draw().convert("RGB")
    seen = {
        id(item)
        for item in hidden
        if id(item) in doubtful and _share_of_ground(image, item.word, page_box) >= MIN_GROUND
    }
    return [item.word for item in hidden if id(item) in seen], [item for item in hidden if id(item) not in seen]


def _share_of_ground(image: Image, word: Word, page_box: Box) -> float:
    left, top = round(word.x0 - page_box.x0), round(word.top - page_box.top)
    right, bottom = round(word.x1 - page_box.x0) + 1, round(word.bottom - page_box.top) + 1
    pixels = image.crop((left, top, right, bottom)).tobytes()
    darkest = [min(pixels[place : place + 3]) for place in range(0, len(pixels), 3)]
    return sum(value < MAX_LIGHT for value in darkest) / max(1, len(darkest))
