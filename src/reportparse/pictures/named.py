"""Captions told by what they say, "Chart 4 – Cadet units", or by their type, which is that of other captions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile

from reportparse.geometry import Box, shared_height, shared_width, unite
from reportparse.layout import Line
from reportparse.layout.lines import find_lines
from reportparse.layout.twins import are_twins
from reportparse.pdf import Page, Style
from reportparse.pictures.labels import join_label
from reportparse.pictures.records import Picture

# A caption stands this near to its picture, in sizes of its type: a paragraph's space, and a chart's own margin.
MAX_GAP_EM = 3.0
# How far it may reach into the box of a picture, in points: charts end in white.
MAX_OVERLAP_PT = 4.0
# One told by its type stands this near: where a chart draws no axis, its first mark stands far down.
MAX_ALIKE_GAP_EM = 10.0
# So many captions in one type, on one side of their pictures, tell how a report sets them.
MIN_ALIKE = 3
# The type of most words is told from every so many of them.
EVERY = 11
# Its lines, and their leading in sizes of the type: paragraphs stand further apart.
MAX_LINES, MAX_LEADING_EM = 3, 1.6

_CALLED = re.compile(
    r"figure|fig\.?|chart|graph|map|diagram|infographic|image|illustration|photo(?:graph)?|picture|ffigur|siart",
    re.IGNORECASE,
)
_NUMBER = rf"(?:{_CALLED.pattern})\s*\d{{1,3}}(?:\.\d{{1,2}})*[a-z]?"
# A number, in two languages perhaps, and a mark or nothing behind it: "Figure 3 shows that …" is a sentence.
NUMBERED = re.compile(rf"{_NUMBER}\s*(?:/\s*{_NUMBER}\s*)?(?:[:.–—|(-]|$)", re.IGNORECASE)


def name_pictures(page: Page, pictures: Sequence[Picture]) -> list[Picture]:
    """The pictures of a page, each with the caption that numbers it; a caption names the nearest."""
    if not pictures:
        return []
    pictures = [_name_by_label(picture) for picture in pictures]
    taken = {word.order for picture in pictures for word in picture.words}
    captions = list(_find_captions(page, taken))
    given: dict[int, list[Line]] = {}
    pairs = [(gap, at, place) for at, caption in enumerate(captions) for gap, place in _gaps(caption, pictures)]
    known: set[int] = set()
    for _, at, place in sorted(pairs):
        if at not in known and place not in given:
            given[place] = captions[at]
            known.add(at)
    named = [give_caption(one, given[place]) if place in given else one for place, one in enumerate(pictures)]
    for at, caption in enumerate(captions):
        if (twin := _find_twin(caption, named)) is not None:
            named[twin] = _add_twin(named[twin], caption)
        elif at not in known and (level := _find_level(caption, named)) is not None:
            named[level] = give_caption(named[level], caption)
    return named


def _name_by_label(picture: Picture) -> Picture:
    """A picture named by that of its words that numbers it and what goes on below, where nothing else names it."""
    numbered = [line for line in picture.lines if NUMBERED.match(line.text) and not line.words[0].angle]
    if len(numbered) != 1 or picture.caption not in (None, join_label(numbered[0])):
        return picture
    found = numbered
    for line in picture.lines:
        step = line.baseline - found[-1].baseline
        is_next = line.style == found[-1].style and abs(line.box.x0 - found[-1].box.x0) <= MAX_OVERLAP_PT
        if is_next and 0 < step <= MAX_LEADING_EM * line.style.size:
            found = [*found, line]
    return picture._replace(caption=" ".join(map(join_label, found)))


def _find_twin(caption: Sequence[Line], pictures: Sequence[Picture]) -> int | None:
    """Place of the picture beside a caption that is named by the same number in another language."""
    box, most = unite(line.box for line in caption), MAX_LEADING_EM * caption[0].style.size
    for place, picture in enumerate(pictures):
        is_beside = shared_width(box, picture.bbox) > 0 and _gap(box, picture.bbox) <= most
        if is_beside and are_twins(caption[0].text, picture.caption or ""):
            return place
    return None


def _add_twin(picture: Picture, caption: Sequence[Line]) -> Picture:
    """The picture with its caption in both languages, the upper one first."""
    own, both = picture.caption or "", give_caption(picture, caption)
    is_above = caption[0].box.middle[1] < picture.bbox.middle[1]
    texts = [both.caption or "", own] if is_above else [own, both.caption or ""]
    return both._replace(caption=" ".join(texts))


def _find_level(caption: Sequence[Line], pictures: Sequence[Picture]) -> int | None:
    """Place of the picture over a caption that is level with that of one beside it, which reaches further down."""
    first, box = caption[0], unite(line.box for line in caption)
    level = [
        other.bbox
        for other in pictures
        if NUMBERED.match(other.caption or "")
        for line in other.lines
        if abs(line.baseline - first.baseline) <= MAX_OVERLAP_PT and line.style == first.style
    ]
    over = [
        (box.top - one.bbox.bottom, place)
        for place, one in enumerate(pictures)
        if one.caption is None
        and shared_width(one.bbox, box) > 0
        and box.top > one.bbox.bottom
        and any(shared_height(one.bbox, other) > 0 >= shared_width(one.bbox, other) for other in level)
    ]
    return min(over)[1] if over else None


def name_alike(pages: Sequence[Page], pictures: Sequence[Picture]) -> list[Picture]:
    """The pictures, each without a caption given the line beside it that is set as captions of the report are.

    What stands in a picture in another type, as the highest box of a diagram, is no caption where one is beside it.

    Args:
        pages: What is left of them without the words of pictures.
        pictures: Of all pages.
    """
    usual = _find_usual(pages, pictures)
    return _name_all(pages, pictures, usual) if usual else list(pictures)


def name_as_tables(pages: Sequence[Page], pictures: Sequence[Picture], styles: Iterable[Style]) -> list[Picture]:
    """The pictures, each without a caption given the line above it that is set as captions of tables and pictures are.

    Some picture has such a caption, and no other line of the report is in that type, as a heading would be.

    Args:
        pages: What is left of them without the words of pictures and tables.
        pictures: Of all pages.
        styles: Of the captions above tables.
    """
    own = Counter(style for picture in pictures for style, is_above in _captions_of(picture) if is_above)
    tables = Counter(styles)
    known = {style for style in own if tables[style] and own[style] + tables[style] >= MIN_ALIKE}
    if not known:
        return list(pictures)
    named = _name_all(pages, pictures, {(style, True) for style in known})
    taken = {(picture.page, word.order) for picture in named for word in picture.words}
    free = {word.style for page in pages for word in page.words if (page.number, word.order) not in taken}
    return list(pictures) if known & free else named


def _name_all(
    pages: Sequence[Page], pictures: Sequence[Picture], usual: AbstractSet[tuple[Style, bool]]
) -> list[Picture]:
    """The pictures, each without a caption given the line beside it in a type and on a side that are `usual`."""
    by_page: dict[int, list[Picture]] = {}
    for picture in pictures:
        by_page.setdefault(picture.page, []).append(picture)
    sheets = {page.number: page for page in pages}
    named: dict[int, Picture] = {}
    for number, here in by_page.items():
        bare = [picture for picture in here if picture.kind != "logo" and not usual & set(_captions_of(picture))]
        page = sheets[number]
        if not bare or not any((word.style, side) in usual for word in page.words for side in (True, False)):
            continue
        free = sorted(find_lines(number, page.words), key=lambda line: line.baseline)
        for picture in bare:
            if caption := _find_alike(picture, free, here, usual):
                named[id(picture)] = give_caption(picture, caption)
                free = [line for line in free if line not in caption]
    return [named.get(id(picture), picture) for picture in pictures]


def _find_usual(pages: Sequence[Page], pictures: Sequence[Picture]) -> set[tuple[Style, bool]]:
    """(type, whether above) of captions of the report; the type of most of its words tells nothing."""
    found = Counter(key for picture in pictures for key in _captions_of(picture))
    usual = {key for key, count in found.items() if count >= MIN_ALIKE}
    if not usual:
        return usual
    body = find_usual_style(pages)
    return {(style, is_above) for style, is_above in usual if style != body}


def find_usual_style(pages: Sequence[Page]) -> Style | None:
    """The type of most words, which is no caption's; None where there are none."""
    words = Counter(word.style for page in pages for word in page.words[::EVERY])
    return words.most_common(1)[0][0] if words else None


def _captions_of(picture: Picture) -> Iterator[tuple[Style, bool]]:
    """The type of a caption of one line, and whether it stands in the upper half."""
    for line in picture.lines if picture.caption else ():
        if join_label(line) == picture.caption:
            yield line.style, line.box.middle[1] < picture.bbox.middle[1]


def _find_alike(
    picture: Picture, lines: Sequence[Line], others: Sequence[Picture], usual: AbstractSet[tuple[Style, bool]]
) -> list[Line]:
    """The lines in the type of captions next to a picture, where they stand by themselves."""
    box = picture.bbox
    over = [line for line in lines if shared_width(line.box, box) > 0]
    for is_above in (True, False):
        beyond = (
            [line for line in reversed(over) if line.box.middle[1] < box.top]
            if is_above
            else [line for line in over if line.box.middle[1] > box.bottom]
        )
        if not beyond or (beyond[0].style, is_above) not in usual:
            continue
        same = (line.style == beyond[0].style for line in beyond[: MAX_LINES + 1])
        found = beyond[: len(list(takewhile(bool, same)))]
        caption = unite(line.box for line in found)
        between = (caption.bottom, box.top) if is_above else (box.bottom, caption.top)
        is_free = not any(
            shared_width(other.bbox, box) > 0 and between[0] <= other.bbox.middle[1] <= between[1] for other in others
        )
        if len(found) <= MAX_LINES and is_free and _gap(caption, box) <= MAX_ALIKE_GAP_EM * found[0].style.size:
            return sorted(found, key=lambda line: line.baseline)
    return []


def _find_captions(page: Page, taken: set[int]) -> Iterator[list[Line]]:
    """The lines of each caption, downwards."""
    if not any(_CALLED.match(word.text) for word in page.words):
        return
    lines = find_lines(page.number, [word for word in page.words if word.order not in taken])
    ordered = sorted(lines, key=lambda line: line.baseline)
    told: set[int] = set()
    for place, line in enumerate(ordered):
        if line.words[0].angle or id(line) in told or not NUMBERED.match(line.text):
            continue
        below = [other for other in ordered[place + 1 :] if shared_width(other.box, line.box) > 0]
        found = [line]
        for above, other in pairwise([line, *below]):
            step = other.baseline - above.baseline
            is_next = other.style == above.style and not NUMBERED.match(other.text)
            if step > MAX_LEADING_EM * line.style.size or not (is_next or are_twins(line.text, other.text)):
                break
            found.append(other)
        told.update(map(id, found))
        if len(found) <= MAX_LINES:
            yield found


def _gaps(caption: Sequence[Line], pictures: Sequence[Picture]) -> Iterator[tuple[float, int]]:
    """(gap, place) of each picture right above or below a caption, that has no such caption yet."""
    box, most = unite(line.box for line in caption), MAX_GAP_EM * caption[0].style.size
    for place, picture in enumerate(pictures):
        if NUMBERED.match(picture.caption or "") or shared_width(box, picture.bbox) <= 0:
            continue
        gap = _gap(box, picture.bbox)
        if -MAX_OVERLAP_PT <= gap <= most:
            yield gap, place


def _gap(a: Box, b: Box) -> float:
    return max(a.top - b.bottom, b.top - a.bottom)


def give_caption(picture: Picture, caption: Sequence[Line], *, is_part: bool = True) -> Picture:
    """The picture with a caption, whose words are its own then; one in the margin is no part of its box."""
    lines = sorted([*picture.lines, *caption], key=lambda line: (line.baseline, line.box.x0))
    return picture._replace(
        bbox=unite([picture.bbox, *(line.box for line in caption if is_part)]),
        caption=" ".join(map(join_label, caption)),
        labels=[join_label(line) for line in lines],
        lines=lines,
    )


__all__ = ["NUMBERED", "find_usual_style", "give_caption", "name_alike", "name_as_tables", "name_pictures"]
