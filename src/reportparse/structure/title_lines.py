"""Titles whose lines are set in types of their own: in two languages, or a statement over its day."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportparse.pdf import Bookmark, Page, Tag
from reportparse.structure.blocks import CLOSERS, MAX_STEP, SAME_EDGE_PT, Block, Element
from reportparse.structure.faces import LANGUAGES_PART
from reportparse.structure.languages import are_halves, find_languages
from reportparse.structure.levels import look_of
from reportparse.structure.typography import Typography
from reportparse.text import squeeze

# Lines of one title follow each other this near, in sizes of the larger type, and have no more letters and lines.
MAX_STEP_EM, MAX_LETTERS, MAX_LINES = 1.8, 200, 5
# Types that so often stand one under the other, and hardly ever apart, are those of one title ...
MIN_PAIRS, MIN_SHARE = 3, 0.9
# ... if both are larger than the text by this, in points, and the lower one is smaller by no more than the first of two
# factors; or by the second, where it stands as near as lines of the upper type do, in sizes of that.
MIN_LARGER_PT, MIN_SIZE, MIN_SOLID_SIZE, MAX_SOLID_EM = 2.0, 0.85, 0.6, 1.2

_STOPS = frozenset(".;:!?")

_Pair = tuple[Block, Block]


def join_title_lines(
    elements: Sequence[Element], typography: Typography, bookmarks: Sequence[Bookmark], pages: Sequence[Page]
) -> list[Element]:
    """The elements in order, joined where an entry of the outline, a tag or the rhythm of types tells it.

    Or a stroke at the end of a line, the language of the lines, or that they open a box.
    """
    both = [(a, b) for a, b in pairwise(elements) if isinstance(a, Block) and isinstance(b, Block)]
    halves = [(a, b) for a, b in both if are_halves(a, b, typography)]
    near = [(a, b) for a, b in both if _are_near(a, b)]
    named = {(entry.page, squeeze(entry.title)) for entry in bookmarks} if near or halves else set()
    halves, pairs = ([(a, b) for a, b in some if not _is_named(a.text, a.page, named)] for some in (halves, near))
    if not pairs and not halves:
        return list(elements)
    whole = [(a, b) for a, b in pairs if _is_named(a.text + b.text, a.page, named)]
    parted = [(a, b) for a, b in pairs if a.text[-1] in LANGUAGES_PART and a.style.size == b.style.size]
    told = find_languages(pairs, elements, typography)
    boxed = _find_boxed(pairs, elements, typography)
    rhythm = _find_rhythm(pairs, elements, typography)
    one = [*halves, *whole, *parted, *told, *_find_tagged(pairs, pages), *boxed, *rhythm]
    below = {id(b) for _, b in one}
    joined: list[Element] = []
    for element in elements:
        if isinstance(element, Block) and id(element) in below and isinstance(last := joined[-1], Block):
            joined[-1] = replace(last, lines=[*last.lines, *element.lines])
        else:
            joined.append(element)
    return joined


def _are_near(a: Block, b: Block) -> bool:
    """Whether two short blocks that are no sentences stand right below one another."""
    if len(a.lines) + len(b.lines) > MAX_LINES or a.lines[-1].text[-1] in ".;":
        return False
    if a.region is not b.region and not _stand_over_columns(a, b):
        return False
    if b.marker is not None:
        return False
    step, size = b.lines[0].baseline - a.lines[-1].baseline, max(a.style.size, b.style.size)
    return 0 < step <= MAX_STEP_EM * size and len(a.text) + len(b.text) <= MAX_LETTERS


def _stand_over_columns(a: Block, b: Block) -> bool:
    """Whether the second of two lines over columns, hardly larger than the text, was taken for the head of the first.

    A region ends between them, though they begin at one edge.
    """
    is_at_edge = abs(a.x0 - b.x0) <= SAME_EDGE_PT and abs(a.region.box.x0 - b.region.box.x0) <= SAME_EDGE_PT
    return a.page == b.page and is_at_edge and a.region.frame is b.region.frame


def _is_named(text: str, page: int, named: Collection[tuple[int | None, str]]) -> bool:
    """Whether an entry of the outline says just this, for the page or the one before it."""
    squeezed = squeeze(text) if named else ""
    return (page, squeezed) in named or (page - 1, squeezed) in named


def _find_tagged(pairs: Sequence[_Pair], pages: Sequence[Page]) -> Iterator[_Pair]:
    """Those whose words all stand in one heading element of the structure tree."""
    titles: dict[tuple[int, int], int] = {}
    asked = {a.page for a, _ in pairs}
    for page in pages:
        for tag in _find_titles(page.tags if page.number in asked else ()):
            titles.update(dict.fromkeys([(page.number, mark) for mark in _marks_of(tag)], id(tag)))
    for a, b in pairs if titles else ():
        told = {titles.get((a.page, word.mark)) for word in (*a.words, *b.words)}
        if len(told) == 1 and None not in told:
            yield a, b


def _find_titles(tags: Sequence[Tag]) -> Iterator[Tag]:
    for tag in tags:
        if tag.type[:1] == "H" and tag.type[1:].isdigit():
            yield tag
        else:
            yield from _find_titles(tag.kids)


def _marks_of(tag: Tag) -> Iterator[int]:
    yield from tag.marks
    for kid in tag.kids:
        yield from _marks_of(kid)


def _find_rhythm(pairs: Sequence[_Pair], elements: Sequence[Element], typography: Typography) -> Iterator[_Pair]:
    """Those in two large types that come together throughout the report, its first page aside."""
    least = typography.body.size + MIN_LARGER_PT
    large = [(a, b) for a, b in pairs if least <= b.style.size <= a.style.size and look_of(a) != look_of(b)]
    large = [(a, b) for a, b in large if b.style.size >= MIN_SIZE * a.style.size or _is_solid(a, b)]
    together = Counter((look_of(a), look_of(b)) for a, b in large if a.page > 1)
    if not together:
        return
    apart = Counter(look_of(each) for each in elements if isinstance(each, Block) and each.page > 1)
    for a, b in large:
        count = together[look_of(a), look_of(b)]
        if count >= max(MIN_PAIRS, MIN_SHARE * apart[look_of(a)], MIN_SHARE * apart[look_of(b)]):
            yield a, b


def _find_boxed(pairs: Sequence[_Pair], elements: Sequence[Element], typography: Typography) -> Iterator[_Pair]:
    """Those that open a box in one size; or, the lower one hardly smaller, in faces that do so in box after box.

    Chapters may give them colours of their own.
    """
    opening = list(_find_opening(pairs, elements, typography))
    opening = [(a, b) for a, b in opening if MIN_SIZE * a.style.size <= b.style.size <= a.style.size]
    together = Counter((look_of(a)[:3], look_of(b)[:3]) for a, b in opening)
    lower = {look_of(b)[:3] for a, b in opening if b.style.size < a.style.size}
    apart = Counter(look_of(each)[:3] for each in elements if lower and isinstance(each, Block))
    for a, b in opening:
        count = together[look_of(a)[:3], look_of(b)[:3]]
        if a.style.size == b.style.size or count >= max(MIN_PAIRS, MIN_SHARE * apart[look_of(b)[:3]]):
            yield a, b


def _find_opening(pairs: Sequence[_Pair], elements: Sequence[Element], typography: Typography) -> Iterator[_Pair]:
    """Those of one line each that open a box and stand as near as lines of a paragraph do, over text in another type.

    Each is in a type of its own.
    """
    around = {id(b): (a, c) for a, b, c in zip([None, *elements], elements, elements[1:], strict=False)}
    for a, b in pairs:
        before, text = around.get(id(a), (a, a))[0], around.get(id(b), (b, b))[1]
        frame, step = a.region.frame, b.lines[0].baseline - a.lines[-1].baseline
        is_said = any(each.text.rstrip(CLOSERS)[-1:] in _STOPS for each in (a, b))
        if frame is None or frame is not b.region.frame or is_said or len(a.lines) + len(b.lines) > 2:
            continue
        is_first = not isinstance(before, Block) or before.region.frame is not frame
        looks = [look_of(each) for each in (a, b, text) if isinstance(each, Block) and each.region.frame is frame]
        is_one = step <= MAX_STEP * typography.step(a.style.size)
        if is_first and is_one and len(set(looks)) == 3:
            yield a, b


def _is_solid(a: Block, b: Block) -> bool:
    """Whether a line smaller than the title above it stands as near as one of that title would."""
    step = b.lines[0].baseline - a.lines[-1].baseline
    return b.style.size >= MIN_SOLID_SIZE * a.style.size and step <= MAX_SOLID_EM * a.style.size
