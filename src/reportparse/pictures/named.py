"""Captions that number what they name, above or below it: "Chart 4 – Cadet units", "Figure 2: The landscape"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.geometry import Box, shared_width, unite
from reportparse.layout import Line
from reportparse.layout.lines import find_lines
from reportparse.pdf import Page
from reportparse.pictures.labels import join_label
from reportparse.pictures.records import Picture

# A caption stands this near to its picture, in sizes of its type: a paragraph's space, and a chart's own margin.
MAX_GAP_EM = 3.0
# How far it may reach into the box of a picture, in points: charts end in white.
MAX_OVERLAP_PT = 4.0
# Its lines, and their leading in sizes of the type: paragraphs stand further apart.
MAX_LINES, MAX_LEADING_EM = 3, 1.6

_CALLED = re.compile(
    r"figure|fig\.?|chart|graph|map|diagram|infographic|image|illustration|photo(?:graph)?|picture|ffigur|siart",
    re.IGNORECASE,
)
# A number, and a mark or nothing behind it: "Figure 3 shows that …" is a sentence.
_NUMBERED = re.compile(rf"(?:{_CALLED.pattern})\s*\d{{1,3}}(?:\.\d{{1,2}})*[a-z]?\s*(?:[:.–—|(-]|$)", re.IGNORECASE)


def name_pictures(page: Page, pictures: Sequence[Picture]) -> list[Picture]:
    """The pictures of a page, each with the caption that numbers it; a caption names the nearest."""
    if not pictures:
        return []
    taken = {word.order for picture in pictures for word in picture.words}
    captions = list(_find_captions(page, taken))
    given: dict[int, list[Line]] = {}
    pairs = [(gap, at, place) for at, caption in enumerate(captions) for gap, place in _gaps(caption, pictures)]
    known: set[int] = set()
    for _, at, place in sorted(pairs):
        if at not in known and place not in given:
            given[place] = captions[at]
            known.add(at)
    return [_with(picture, given[place]) if place in given else picture for place, picture in enumerate(pictures)]


def _find_captions(page: Page, taken: set[int]) -> Iterator[list[Line]]:
    """The lines of each caption, downwards."""
    if not any(_CALLED.match(word.text) for word in page.words):
        return
    lines = find_lines(page.number, [word for word in page.words if word.order not in taken])
    ordered = sorted(lines, key=lambda line: line.baseline)
    for place, line in enumerate(ordered):
        if line.words[0].angle or not _NUMBERED.match(line.text):
            continue
        below = [other for other in ordered[place + 1 :] if shared_width(other.box, line.box) > 0]
        found = [line]
        for above, other in pairwise([line, *below]):
            step = other.baseline - above.baseline
            if other.style != line.style or step > MAX_LEADING_EM * line.style.size or _NUMBERED.match(other.text):
                break
            found.append(other)
        if len(found) <= MAX_LINES:
            yield found


def _gaps(caption: Sequence[Line], pictures: Sequence[Picture]) -> Iterator[tuple[float, int]]:
    """(gap, place) of each picture right above or below a caption, that has no such caption yet."""
    box, most = unite(line.box for line in caption), MAX_GAP_EM * caption[0].style.size
    for place, picture in enumerate(pictures):
        if _NUMBERED.match(picture.caption or "") or shared_width(box, picture.bbox) <= 0:
            continue
        gap = _gap(box, picture.bbox)
        if -MAX_OVERLAP_PT <= gap <= most:
            yield gap, place


def _gap(a: Box, b: Box) -> float:
    return max(a.top - b.bottom, b.top - a.bottom)


def _with(picture: Picture, caption: Sequence[Line]) -> Picture:
    lines = sorted([*picture.lines, *caption], key=lambda line: (line.baseline, line.box.x0))
    return picture._replace(
        bbox=unite([picture.bbox, *(line.box for line in caption)]),
        caption=" ".join(map(join_label, caption)),
        labels=[join_label(line) for line in lines],
        lines=lines,
    )


__all__ = ["name_pictures"]
