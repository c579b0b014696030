"""Headings in the type of the text: told by a line under them, a colour of their own, or the space round them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median

from reportparse.layout import Line
from reportparse.pdf import Page
from reportparse.structure.blocks import MIN_PROSE_LETTERS, Block, Element
from reportparse.structure.levels import Look, look_of
from reportparse.structure.typography import SAME_SIZE_PT, Typography

# A line drawn under words: this far below their baseline at most, in sizes of the type, and about as long as they are.
MAX_UNDER_EM = 0.3
MIN_UNDERLINED, MAX_UNDERLINED = 0.85, 1.1
# It begins no further left than this, in points, as the side of a box does.
MAX_EARLY_PT = 3.0
# Space above a heading beyond the usual one between paragraphs, in sizes of the type; below it stands nearer.
MIN_MORE_SPACE_EM = 0.35
MAX_LINES, MAX_LETTERS = 3, 160
# Fewest headings of a report that space alone tells: one or two lone lines may be anything.
MIN_TOLD = 3
_SENTENCE_ENDS = '.!?:;”"'


def find_underlined(candidates: Mapping[int, Block], pages: Sequence[Page]) -> set[int]:
    """Places of the blocks whose lines are all underlined; links are underlined for another reason."""
    on = {page.number: page for page in pages if page.rules}
    return {
        index
        for index, block in candidates.items()
        if block.page in on
        and block.text.rstrip()[-1:] not in ".,;"
        and all(_is_underlined(line, on[block.page]) for line in block.lines)
    }


def _is_underlined(line: Line, page: Page) -> bool:
    x0, x1, width = line.box.x0, line.box.x1, line.box.width
    drawn = [
        (max(rule.x0, x0), min(rule.x1, x1))
        for rule in page.rules
        if rule.is_horizontal
        and 0 <= rule.top - line.baseline <= MAX_UNDER_EM * line.style.size
        and x0 - MAX_EARLY_PT <= rule.x0
        and rule.x1 > x0
        and rule.x0 < x1
        and rule.x1 - rule.x0 <= MAX_UNDERLINED * width
    ]
    covered = sum(right - left for left, right in drawn)
    return covered >= MIN_UNDERLINED * width and not any(
        link.uri and link.box.x0 < x1 and link.box.x1 > x0 and link.box.top < line.baseline < link.box.bottom + 1
        for link in page.links
    )


def find_apart(
    candidates: Mapping[int, Block], elements: Sequence[Element], typography: Typography, named: set[int]
) -> set[int]:
    """Places of the blocks that stand as headings do: short, no sentence, nearer to the prose below than to that above.

    `named` are those that say by their words that they are headings ("Theme 2: ..."), or that a contents page lists.
    """
    usual = _usual_gap(elements, typography)
    told = {
        index
        for index, block in candidates.items()
        if _is_short_title(block, typography)
        and _is_over_prose(elements, index)
        and _has_space(block, elements[index + 1], usual, typography)
        and _ends_above(elements, index)
    }
    return told if len(told) >= MIN_TOLD else told & named


def find_coloured(candidates: Mapping[int, Block], elements: Sequence[Element], typography: Typography) -> set[int]:
    """Places of the blocks in a colour that the report keeps for short titles: each nearer to what is below it.

    Office's templates set headings of a third level so: no larger than text of 12 points, and neither bold nor slanted.
    """
    body = typography.body.color
    looks: defaultdict[Look, list[int]] = defaultdict(list)
    for index, element in enumerate(elements):
        if isinstance(element, Block) and element.style.color not in (None, body):
            looks[look_of(element)].append(index)
    told: set[int] = set()
    for places in looks.values():
        found = {place for place in places if place in candidates and _heads(candidates[place], elements, place)}
        are_titles = all(_is_short_title(elements[place], typography) for place in places)  # type: ignore[arg-type]
        told |= found if are_titles and len(found) >= MIN_TOLD else set()
    return told


def _heads(block: Block, elements: Sequence[Element], index: int) -> bool:
    """Whether a block in one colour stands nearer to the block below it than to what is above."""
    below = elements[index + 1] if index + 1 < len(elements) else None
    is_over = isinstance(below, Block) and below.region is block.region and look_of(below) != look_of(block)
    is_one = len({word.style.color for word in block.words}) == 1
    return is_one and is_over and block.gap > below.gap  # type: ignore[union-attr]


def _usual_gap(elements: Sequence[Element], typography: Typography) -> float:
    """The usual space between two paragraphs of prose in one column, in points."""
    gaps = [
        b.gap
        for a, b in zip(elements, elements[1:], strict=False)
        if isinstance(a, Block)
        and isinstance(b, Block)
        and a.region is b.region
        and min(len(a.text), len(b.text)) >= MIN_PROSE_LETTERS
        and abs(b.style.size - typography.body.size) < SAME_SIZE_PT
    ]
    return median(gaps) if gaps else 0.0


def _is_short_title(block: Block, typography: Typography) -> bool:
    text = block.text.strip()
    first = next((letter for letter in text if letter.isalpha()), "")
    return (
        block.marker is None
        and len(block.lines) <= MAX_LINES
        and len(text) <= MAX_LETTERS
        and first.isupper()
        and text[-1] not in ".,;:!?"
        and block.style.size > typography.body.size - SAME_SIZE_PT
    )


def _is_over_prose(elements: Sequence[Element], index: int) -> bool:
    below = elements[index + 1] if index + 1 < len(elements) else None
    return isinstance(below, Block) and len(below.text) >= MIN_PROSE_LETTERS and not below.text[:1].islower()


def _has_space(block: Block, below: Element, usual: float, typography: Typography) -> bool:
    if not isinstance(below, Block) or below.region is not block.region:
        return False
    more = MIN_MORE_SPACE_EM * typography.body.size
    if block.gap == float("inf"):
        return below.gap >= usual + more / 2
    is_near = usual - below.gap >= more and block.gap >= usual  # the paragraphs stand further apart than it does
    return is_near or (block.gap >= usual + more and block.gap > below.gap)


def _ends_above(elements: Sequence[Element], index: int) -> bool:
    """Whether what stands above is ended: prose at a full stop, or something else than prose."""
    above = elements[index - 1] if index else None
    if not isinstance(above, Block) or above.region is not elements[index].region:  # type: ignore[union-attr]
        return True
    return above.text.rstrip()[-1:] in _SENTENCE_ENDS or len(above.text) < MIN_PROSE_LETTERS
