"""Captions in the margin beside pictures: lines of one type, level with the foot or head of one after another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportparse.geometry import Box, unite
from reportparse.layout import Line
from reportparse.layout.lines import find_lines
from reportparse.pdf import Page, Style
from reportparse.pictures.labels import read_amount
from reportparse.pictures.named import MAX_LEADING_EM, MAX_LINES, MIN_ALIKE, NUMBERED, find_usual_style, give_caption
from reportparse.pictures.records import Picture

# A caption in a margin of 5 cm stands so near to its chart, in points: a short one ends far from it.
MAX_GAP_PT = 160.0
# It ends or begins level with the chart, to so many points: charts have white round them, lines begin below the top.
LEVEL_PT = 30.0
# One that is numbered has at most so many lines: margins are narrow.
MAX_NUMBERED = 7
# Captions of one margin begin at one place, to so many points.
SAME_EDGE_PT = 4.0
# A caption that no other one is like stands this near to its photograph, in points: the space between columns.
CLOSE_PT = 24.0
# Captions of photographs are smaller than the text, by this in points: what is as large beside one is text.
MIN_SMALLER_PT = 1.0

_Place = tuple[Style, bool, int]
"""The type of a caption, whether it stands on the right, and where it begins, in `SAME_EDGE_PT`."""


def name_beside(pages: Sequence[Page], pictures: Sequence[Picture]) -> list[Picture]:
    """The pictures, each without a caption given a numbered one beside it, or one as the report sets them there.

    Args:
        pages: What is left of them without the words of pictures.
        pictures: Of all pages.
    """
    sheets = {page.number: page for page in pages}
    numbers = {picture.page for picture in pictures if picture.caption is None}
    lines = {number: find_lines(number, sheets[number].words) for number in numbers}
    pictures = [_name_by_number(one, lines[one.page]) if _is_bare(one) else one for one in pictures]
    body = find_usual_style(pages)
    bare = [picture for picture in pictures if _is_bare(picture)]
    captions = _find_usual(bare, lines, body, max(MIN_ALIKE, len(bare) / 2)) | _find_of_photos(pictures, lines, body)
    return [
        give_caption(picture, captions[id(picture)], is_part=False) if id(picture) in captions else picture
        for picture in pictures
    ]


def _find_usual(
    bare: Sequence[Picture], lines: Mapping[int, Sequence[Line]], body: Style | None, least: float
) -> dict[int, list[Line]]:
    """The captions of pictures by their `id`: those at the place where most of them, and so many, have one."""
    if len(bare) < MIN_ALIKE:
        return {}
    found = {id(picture): dict(_find_beside(picture.bbox, lines[picture.page])) for picture in bare}
    counts = Counter(place for captions in found.values() for place in captions if place[0] != body)
    usual = [place for place, count in counts.most_common(1) if count >= least]
    return {key: places[usual[0]] for key, places in found.items() if usual and usual[0] in places}


def _find_of_photos(
    pictures: Sequence[Picture], lines: Mapping[int, Sequence[Line]], body: Style | None
) -> dict[int, list[Line]]:
    """The captions of photographs by their `id`: smaller than the text, in a type that names so many pictures."""
    photos = [picture for picture in pictures if picture.kind == "photo" and picture.caption is None]
    if not photos or body is None:
        return {}
    found = {id(photo): list(_find_beside(photo.bbox, lines[photo.page])) for photo in photos}
    given = (picture.lines[-1].style for picture in pictures if picture.kind == "photo" and picture.caption)
    counts = Counter([*given, *(place[0] for texts in found.values() for place, _ in texts)])
    known = {style for style, n in counts.items() if n >= MIN_ALIKE and style.size <= body.size - MIN_SMALLER_PT}
    named = {key: [text for place, text in texts if place[0] in known] for key, texts in found.items()}
    alone = {id(photo): _find_alone(photo.bbox, found[id(photo)], lines[photo.page], body) for photo in photos}
    named = {key: texts if len(texts) == 1 else alone[key] for key, texts in named.items()}
    return {key: texts[0] for key, texts in named.items() if len(texts) == 1}


def _find_alone(
    box: Box, texts: Sequence[tuple[_Place, list[Line]]], lines: Sequence[Line], body: Style
) -> list[list[Line]]:
    """The text in small type that is all that stands beside a photograph, close and right at its foot or head."""
    beside = [line for line in lines if min(line.box.bottom, box.bottom) > max(line.box.top, box.top)]
    return [
        text
        for (style, _, _), text in texts
        if style.size <= body.size - MIN_SMALLER_PT and len(text) == len(beside) and _is_close(text, box)
    ]


def _is_close(text: Sequence[Line], box: Box) -> bool:
    whole = unite(line.box for line in text)
    is_level = min(abs(whole.bottom - box.bottom), abs(whole.top - box.top)) <= SAME_EDGE_PT
    return is_level and max(whole.x0 - box.x1, box.x0 - whole.x1) <= CLOSE_PT


def _is_bare(picture: Picture) -> bool:
    return picture.caption is None and picture.kind not in ("photo", "logo")


def _name_by_number(picture: Picture, lines: Sequence[Line]) -> Picture:
    """The picture with the one text in its margins that begins as "Figure 3." does, if any."""
    numbered = [block for _, block in _find_beside(picture.bbox, lines, MAX_NUMBERED) if NUMBERED.match(block[0].text)]
    return give_caption(picture, numbered[0], is_part=False) if len(numbered) == 1 else picture


def _find_beside(box: Box, lines: Sequence[Line], most: int = MAX_LINES) -> Iterator[tuple[_Place, list[Line]]]:
    """The texts of a few lines in the margins of a chart, level with its foot or head."""
    for is_right in (True, False):
        near = [line for line in lines if 0 <= _gap(box, line.box, is_right=is_right) <= MAX_GAP_PT]
        beside = sorted((line for line in near if _is_level(line, box)), key=lambda line: line.baseline)
        for block in _group(beside):
            whole = unite(line.box for line in block)
            is_set_level = min(abs(whole.bottom - box.bottom), abs(whole.top - box.top)) <= LEVEL_PT
            if is_set_level and len(block) <= most and read_amount(block[0].text) is None:
                yield (block[0].style, is_right, round(whole.x0 / SAME_EDGE_PT)), block


def _gap(box: Box, line: Box, *, is_right: bool) -> float:
    return line.x0 - box.x1 if is_right else box.x0 - line.x1


def _is_level(line: Line, box: Box) -> bool:
    is_within = box.top - LEVEL_PT <= line.box.top and line.box.bottom <= box.bottom + LEVEL_PT
    return is_within and line.words[0].angle == 0


def _group(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one type at one leading."""
    block: list[Line] = list(lines[:1])
    for above, line in pairwise(lines):
        if line.style == above.style and line.baseline - above.baseline <= MAX_LEADING_EM * line.style.size:
            block.append(line)
        else:
            yield block
            block = [line]
    if block:
        yield block
