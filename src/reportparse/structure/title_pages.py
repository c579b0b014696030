"""Covers and the pages that hold the title of a part: of their lines none but the title heads anything."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from reportparse.layout import Anchor
from reportparse.structure.blocks import CLOSERS, MIN_PROSE_LETTERS, Block, Element
from reportparse.structure.levels import look_of
from reportparse.structure.markers import begins
from reportparse.structure.titles import is_number_alone

# Fewest lines below the title on a page that opens a part.
MIN_TITLE_LINES = 2
# So many lines are centred one under the other at the head of a paper, at least, their middles this near, in points.
MIN_CENTRED, CENTRED_PT = 3, 2.0
_HOURS = ("a.m.", "p.m.", "noon.")


def without_title_pages(chosen: Mapping[int, Block], elements: Sequence[Element]) -> dict[int, Block]:
    """Leave out what stands round the title of a part on a page of its own: who writes, and when.

    Below it are lines of types that nothing else has, the cover aside, which a back cover is set like; a page without
    text or table holds its largest type alone.
    """
    cover = elements[0].page if elements else 0
    alike: defaultdict[tuple[float, bool, bool], set[int]] = defaultdict(set)
    for index, block in chosen.items():
        if block.page != cover:
            alike[_face_of(block)].add(index)
    gone: set[int] = set()
    for run in find_rows(chosen):
        below = [index for index in run[1:] if alike[_face_of(chosen[index])] <= {*run}]
        if len(below) >= MIN_TITLE_LINES and len(below) == len(run) - 1:
            gone.update(below)
    largest = dict.fromkeys(_find_bare_pages(elements), 0.0)
    for block in chosen.values():
        if block.page in largest:
            largest[block.page] = max(largest[block.page], block.style.size)
    small = [index for index, block in chosen.items() if block.style.size < largest.get(block.page, 0.0)]
    gone.update(index for index in small if not is_number_alone(chosen[index].text))
    return {index: block for index, block in chosen.items() if index not in gone}


def _face_of(block: Block) -> tuple[float, bool, bool]:
    """The type of a block, whatever its colour: chapters may have colours of their own."""
    return look_of(block)[:3]


def _find_bare_pages(elements: Sequence[Element]) -> set[int]:
    """The pages behind the first that hold short lines alone, and pictures."""
    full = {element.page for element in elements if is_content(element) and not _is_picture(element)}
    return {element.page for element in elements[1:]} - full - {elements[0].page} if elements else set()


def _is_picture(element: Element) -> bool:
    return isinstance(element, Anchor) and element.id.startswith("g")  # as the contract names them


def without_cover(
    chosen: Mapping[int, Block], elements: Sequence[Element], sure: Collection[int] = ()
) -> dict[int, Block]:
    """Leave out what begins the first page over lines that are no text: who reports to whom, and when.

    Or over nothing, as its last line.
    """
    first_page = elements[0].page if elements else 0
    places = sorted({*chosen, *sure})
    centred = max((index for index, after in pairwise(places) if _is_last_of_cover(elements, index, after)), default=-1)
    heading = _find_heading(elements, places, sure)
    for place, index in enumerate(places):
        is_cover = elements[index].page == first_page and index not in sure
        if not is_cover or (index > centred and index in heading):
            return {index: chosen[index] for index in places[place:] if index in chosen}
    return {}


def _find_heading(elements: Sequence[Element], places: Sequence[int], sure: Collection[int]) -> set[int]:
    """Which headings have content up to the next one, or that one right below on their page, which has some itself."""
    found: set[int] = set()
    for index, after in reversed(list(pairwise([*places, len(elements)]))):
        if after > index + 1:
            heads = _has_content(elements[index + 1 : after])
        else:
            is_over = after < len(elements) and elements[after].page == elements[index].page
            heads = after == len(elements) or (is_over and after in found)
        if heads or index in sure:
            found.add(index)
    return found


def _is_last_of_cover(elements: Sequence[Element], index: int, after: int) -> bool:
    """Whether a heading ends the lines that a report begins with, centred one under the other, before section number 1.

    So a paper says whose it is, over a table perhaps that tells more of that.
    """
    stack, below, first = elements[: index + 1], elements[index + 1 : after], elements[after]
    if not isinstance(first, Block) or first.marker is None or not begins(first.marker):
        return False
    middles = [element.box.middle[0] for element in stack if isinstance(element, Block)][-MIN_CENTRED:]
    is_uneven = len({round(element.box.x0) for element in stack[-MIN_CENTRED:]}) == MIN_CENTRED
    is_centred = len(middles) == MIN_CENTRED and max(middles) - min(middles) <= CENTRED_PT and is_uneven
    return is_centred and not any(isinstance(element, Block) and is_content(element) for element in (*stack, *below))


def _has_content(below: Sequence[Element]) -> bool:
    """Whether text stands below a heading, or a table right below it: one further down tells who reports to whom."""
    return is_content(below[0]) or any(is_content(element) for element in below if isinstance(element, Block))


def is_content(element: Element) -> bool:
    """Whether what stands below a heading is more than lines of a cover: those are short and end as titles do."""
    if not isinstance(element, Block) or element.marker is not None:
        return True
    ends = element.text.rstrip(CLOSERS)
    return len(element.text) >= MIN_PROSE_LETTERS or (ends[-1:] in ".:;!?" and not ends.endswith(_HOURS))


def find_rows(chosen: Mapping[int, Block]) -> list[list[int]]:
    """The headings that follow each other on one page, nothing between."""
    rows: list[list[int]] = []
    for index in sorted(chosen):
        if rows and rows[-1][-1] == index - 1 and chosen[index - 1].page == chosen[index].page:
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows
