"""Lines set as headings are that end a text, as the office of who signs it does: they have nothing to head."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from reportparse.layout import Anchor
from reportparse.structure.blocks import CLOSERS, Block, Element
from reportparse.structure.boxes import MIN_PULLED_SIZE, is_quote
from reportparse.structure.levels import look_of
from reportparse.structure.outline import heads_prose
from reportparse.structure.signatures import MAX_STEP_EM, says_office
from reportparse.structure.titles import read_title
from reportparse.structure.typography import Typography


def without_closing(levels: Mapping[int, int], elements: Sequence[Element], typography: Typography) -> dict[int, int]:
    """The headings without those below the top that end the text above them in their column.

    Words pulled out of the text and pictures are all that comes next, up to a heading as high in another column.
    """
    top = min(levels.values(), default=0)
    return {
        index: level
        for index, level in levels.items()
        if level == top or not _closes(elements, index, levels, typography)
    }


def _closes(elements: Sequence[Element], index: int, levels: Mapping[int, int], typography: Typography) -> bool:
    """Whether a block ends the text above it: nothing stands below it, or the text of the next column ends so too.

    Texts in two languages side by side are signed in both, one in both below each other.
    """
    first, foot = _find_row(elements, index, levels)
    if first < foot:
        return _ends_text(elements, first, levels) and not _heads(elements, foot, levels, typography)
    if not _ends_text(elements, index, levels):
        return False
    if not _heads(elements, index, levels, typography) or _is_signed_again(elements, index, levels, typography):
        return True
    last = _find_foot(elements, index + 1)
    if not _is_told_beside(elements[last], elements[index]) or not _ends_text(elements, last, levels):
        return False
    return last not in levels or not _heads(elements, last, levels, typography)


def _find_row(elements: Sequence[Element], index: int, levels: Mapping[int, int]) -> tuple[int, int]:
    """First and last of the lines in the type of one, as short as an office, that stand as near below each other."""
    first = last = index
    while first - 1 in levels and _are_in_row(elements[first - 1], elements[first]):
        first -= 1
    while last + 1 in levels and _are_in_row(elements[last], elements[last + 1]):
        last += 1
    return first, last


def _are_in_row(block: Element, below: Element) -> bool:
    if not isinstance(block, Block) or not isinstance(below, Block) or not _is_in_column(below, block):
        return False
    step = below.lines[0].baseline - block.lines[-1].baseline
    is_near = 0 < step <= MAX_STEP_EM * block.style.size and look_of(block) == look_of(below)
    return is_near and says_office(block) and says_office(below)


def _is_signed_again(
    elements: Sequence[Element], index: int, levels: Mapping[int, int], typography: Typography
) -> bool:
    """Whether all that stands below a block is a line in its size and in no type of the text: an office told again."""
    block, below = elements[index], elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(block, Block) or not isinstance(below, Block) or not _is_in_column(below, block):
        return False
    after = elements[index + 2] if index + 2 < len(elements) else None
    is_last = after is None or after.page != below.page or index + 2 in levels
    is_line = len(below.lines) == 1 and below.marker is None and says_office(below) and below.text[0].isupper()
    is_plain = below.style == typography.body or below.style.size != block.style.size
    return is_last and is_line and not is_plain and index + 1 not in levels


def _is_told_beside(other: Element, block: Element) -> bool:
    """Whether a block stands in another column of the page, in the same type."""
    if not isinstance(other, Block) or not isinstance(block, Block):
        return False
    is_beside = other.page == block.page and other.region is not block.region and other.box.x0 >= block.region.box.x1
    return is_beside and look_of(other) == look_of(block)


def _find_foot(elements: Sequence[Element], index: int) -> int:
    """The last element of the column that one stands in."""
    while index + 1 < len(elements) and _is_in_column(elements[index + 1], elements[index]):
        index += 1
    return index


def _ends_text(elements: Sequence[Element], index: int, levels: Mapping[int, int]) -> bool:
    """Whether a block without a number stands right below the end of a sentence in its column."""
    above, block = elements[index - 1], elements[index]
    if not index or index - 1 in levels or not isinstance(above, Block) or not isinstance(block, Block):
        return False
    is_below = above.region is block.region and above.text.rstrip(CLOSERS)[-1:] in ".!?"
    return is_below and block.region.frame is None and read_title(block.text).number is None


def _heads(elements: Sequence[Element], index: int, levels: Mapping[int, int], typography: Typography) -> bool:
    """Whether anything stands below a heading: a text, a table, a box, or a picture right below it."""
    after = index + 1
    if after < len(elements) and (_is_under(elements[after], elements[index]) or _leads(elements, index)):
        return True
    for _, group in groupby(range(after, len(elements)), key=lambda place: _frame_of(elements[place])):
        places = list(group)
        if places[0] in levels:
            return levels[places[0]] > levels[index] or _is_in_column(elements[places[0]], elements[index])
        if not _is_beside(elements, places, typography):
            return True
    return False


def _is_under(element: Element, block: Element) -> bool:
    """Whether an element is a table or picture below a block, and none that stands over the column beside it, too."""
    is_wide = (
        isinstance(block, Block)
        and block.page == element.page
        and element.box.x0 < block.region.box.x0 - block.style.size
    )
    return isinstance(element, Anchor) and not is_wide


def _leads(elements: Sequence[Element], index: int) -> bool:
    """Whether prose stands nearer below a block than what is above it; a letter's is larger than the report's."""
    block, below = elements[index], elements[index + 1]
    return heads_prose(elements, index) and block.gap > below.gap  # type: ignore[union-attr]


def _frame_of(element: Element) -> int:
    """What tells the elements of one box from others; each that stands in none for itself."""
    frame = element.region.frame if isinstance(element, Block) else None
    return id(frame or element)


def _is_beside(elements: Sequence[Element], places: Sequence[int], typography: Typography) -> bool:
    """Whether elements are a picture, or words pulled out of the text: no content of a section."""
    first = elements[places[0]]
    if isinstance(first, Anchor):
        return first.id.startswith("g")  # as the contract names pictures
    blocks = [block for place in places if isinstance(block := elements[place], Block)]
    return is_quote(blocks, typography) or first.style.size >= MIN_PULLED_SIZE * typography.body.size


def _is_in_column(element: Element, block: Element) -> bool:
    return isinstance(element, Block) and isinstance(block, Block) and element.region is block.region
