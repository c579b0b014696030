"""Raster images that are content, and the alternative texts of figures."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.layout import find_lines
from reportparse.pdf import Image, Page, Tag

# Images smaller than this, in points, are bullets and rules; larger than this part of the page, its ground.
MIN_IMAGE_PT = 20.0
MAX_PAGE_SHARE = 0.85
# An image at one place on this many pages is the page's own decoration.
MAX_REPEATS = 3
# A caption stands this near to its image, in points, and begins with one of these words.
CAPTION_PT = 16.0
UNREAD_CHART = ("unread-chart", "the chart is an image; its values are not read")
_CAPTION = re.compile(r"(?:Figure|Fig\.?|Chart|Graph|Map|Photo|Image|Picture|Diagram|Illustration)\b")
# What alternative texts and captions call a picture.
_CALLED = [
    ("map", re.compile(r"\bmap\b", re.IGNORECASE)),
    ("chart", re.compile(r"\b(?:charts?|graphs?|plot|histogram)\b", re.IGNORECASE)),
    ("diagram", re.compile(r"\b(?:diagram|illustration|flow ?chart|organi[sz]ation chart)\b", re.IGNORECASE)),
    ("logo", re.compile(r"\b(?:logo|crest|badge|coat of arms)\b", re.IGNORECASE)),
    ("photo", re.compile(r"\b(?:photo(?:graph)?|portrait|picture of)\b", re.IGNORECASE)),
]  # fmt: skip


class Figure(NamedTuple):
    """A figure of the structure tree: what it says, and the marked content that belongs to it."""

    alt: str
    marks: frozenset[int]


def find_images(pages: Sequence[Page]) -> list[tuple[int, Image]]:
    """(page, image) for each image that is content: neither tiny, nor the ground of the page, nor one on every page."""
    places = Counter(_place(image) for page in pages for image in page.images)
    return [
        (page.number, image)
        for page in pages
        for image in page.images
        if not image.is_part
        and min(image.box.width, image.box.height) >= MIN_IMAGE_PT
        and image.box.area < MAX_PAGE_SHARE * page.box.area
        and (places[_place(image)] <= MAX_REPEATS or len(pages) <= MAX_REPEATS)
    ]


def _place(image: Image) -> tuple[int, int, int]:
    """What images that are one image at one place have in common: charts begin at the head of many pages."""
    return round(image.box.x0), round(image.box.top), image.size


def find_caption(page: Page, box: Box) -> str | None:
    """The line right above or below an image that says what it is: "Figure 3: Cadet units".

    It stays text of the report as well.
    """
    openers = [word for word in page.words if _CAPTION.match(word.text) and word.angle == 0]
    for opener in openers:
        gap = max(opener.top - box.bottom, box.top - opener.bottom)
        if -2 <= gap <= CAPTION_PT and box.x0 - CAPTION_PT <= opener.x0 <= box.x1:
            line = next(line for line in find_lines(page.number, page.words) if opener in line.words)
            if line.words[0] == opener and len(line.words) > 1:
                return line.text
    return None


def find_figures(page: Page) -> list[Figure]:
    """The figures of a page in the order of its tags."""
    figures: list[Figure] = []
    left = [*reversed(page.tags)]
    while left:
        tag = left.pop()
        if tag.type == "Figure" or tag.alt:
            figures.append(Figure(tag.alt, frozenset(_marks(tag))))
        else:
            left.extend(reversed(tag.kids))
    return figures


def _marks(tag: Tag) -> Iterator[int]:
    yield from tag.marks
    for kid in tag.kids:
        yield from _marks(kid)


def called(text: str | None) -> str | None:
    """The kind that a caption or alternative text calls a picture; the first word that tells.

    >>> called("Bar chart of the response rate"), called("The Commissioner with officers")
    ('chart', None)
    """
    found = [(match.start(), kind) for kind, pattern in _CALLED if (match := pattern.search(text or ""))]
    return min(found)[1] if found else None
