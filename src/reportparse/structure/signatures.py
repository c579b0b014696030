"""Who signs a text: a name over an office, at its end; both may be set as headings are."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from reportparse.layout import Anchor
from reportparse.structure.blocks import CLOSERS, MAX_STEP, SAME_EDGE_PT, Block, Element
from reportparse.structure.levels import look_of
from reportparse.structure.outline import heads_prose
from reportparse.structure.title_pages import find_rows
from reportparse.structure.typography import SAME_SIZE_PT, Typography

# A name of a person, with letters behind it, or of a firm: "Dr Anne B Field CBE", "Reed & Field LLP", "Chartered
# Accountants and Registered Auditors".
_NAME = re.compile(r"(?:[A-Z][\w’'-]*\.?\s(?:(?:&|and)\s)?){1,4}[A-Z][\w’'-]+(?:,?\s[A-Z]{2,5})*,?")
# Over a day alone an office may sign: "Chair", "Chair of the Board".
_POST = re.compile(r"[A-Z][\w’'-]+(?:\s(?:(?:of|to|for)\s(?:the\s)?)?[A-Z][\w’'-]+){0,3}")
# For whom those below sign.
_BEHALF = re.compile(r"(?:(?:approved|signed)\s)?(?:by order|(?:for and )?on behalf) of [\w ]+", re.IGNORECASE)
# Who signs accounts, on one line with the office: "A B Field – Director", "Dr A. Field, Chair".
_IN_OFFICE = re.compile(r"(?:(?:Mrs?|Ms|Dr|Sir)\.?\s)?(?:[A-Z]\.?\s){1,3}[A-Z][\w’'-]+(?:,|\s[–—-])\s[A-Z][A-Za-z ]+")
# Who wrote a paper, and what it rests on, follow below: "Report author: ...", "Background papers: ...".  A telephone
# number may as well follow the name of a service.
_AUTHOR = re.compile(
    r"(?:(?:report|lead|contact)\s)?(?:author|officer)s?\b[^:.]{0,40}:|background (?:papers|documents)\b", re.IGNORECASE
)
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+\s\d{4}$")
# The office, and the day, stand this near below the name, in sizes of its type, and are short: in lines, letters, and
# in the last line beside the measure, which all lines of a paragraph at the foot of a column fill.
MAX_STEP_EM, MAX_LINES, MAX_LETTERS, MAX_WIDTH = 1.9, 3, 80, 0.7
# What follows who signs stands further below than this, in steps of the text.
MIN_APART = 1.4
# A signature is no higher than this, in sizes of the type below it, and so many times as wide.
MAX_SIGNED_EM, MIN_SIGNED_RATIO = 5.0, 2.0
# What follows words of one size this far below them, in sizes of the type, is no text that they head.
MIN_OFF_EM = 4.0
_OPENING, _CLOSING = '“‘"', '”’"'
# Fewest lines of one type below each other that sign a text.
MIN_SIGNED = 3


def signs(elements: Sequence[Element], index: int) -> bool:
    """Whether an element is a name, over an office or a day that ends the text, or that the next one follows.

    Name and office may be one, as `join_signatures` makes them, or stand on one line over no prose.  Who wrote the text
    ends it, too.
    """
    if _holds_office(elements[index]) or _is_under_signature(elements, index) or _stands_over_author(elements, index):
        return True
    block, below = elements[index], elements[index + 1] if index + 1 < len(elements) else None
    after = elements[index + 2] if index + 2 < len(elements) else None
    if isinstance(block, Block) and _IN_OFFICE.fullmatch(block.text) and not heads_prose(elements, index):
        return True
    if not isinstance(block, Block) or not isinstance(below, Block) or len(below.lines) > MAX_LINES:
        return False
    is_far = isinstance(after, Block) and _step(below, after) >= MIN_OFF_EM * below.style.size
    is_end = not isinstance(after, Block) or after.region is not below.region or signs(elements, index + 2)
    is_end = is_end or (is_far and _are_one_size(block, below)) or _tells_author(after)
    is_office = _POST.fullmatch(block.text) is not None and _DAY.fullmatch(below.text) is not None
    is_name = len(block.lines) == 1 and (is_office or _is_name(block.text))
    return is_end and is_name and _is_below(below, block) and _is_office(below)


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None or _BEHALF.fullmatch(text) is not None


def _is_under_signature(elements: Sequence[Element], index: int) -> bool:
    """Whether what ends a column says an office right below a picture as low and wide as a signature."""
    above, block = elements[index - 1] if index else None, elements[index]
    below = elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(above, Anchor) or not isinstance(block, Block) or above.page != block.page:
        return False
    is_low = above.box.height <= min(MAX_SIGNED_EM * block.style.size, above.box.width / MIN_SIGNED_RATIO)
    is_end = below is None or (isinstance(below, Block) and below.region is not block.region)
    return is_low and is_end and says_office(block)  # a heading may stand between two tables


def _holds_office(element: Element) -> bool:
    """Whether a name has its office in the lines below it, in lighter type: a heading has one type, or a larger one."""
    if not isinstance(element, Block) or not 1 < len(element.lines) <= MAX_LINES:
        return False
    name, office = element.lines[0], element.lines[1]
    is_lighter = name.style.size == office.style.size and name.style.is_bold and not office.style.is_bold
    return is_lighter and _NAME.fullmatch(name.text) is not None and says_office(element)


def _stands_over_author(elements: Sequence[Element], index: int) -> bool:
    """Whether an office, with its name or right below that, stands over who wrote the text."""
    block, above = elements[index], elements[index - 1] if index else None
    below = elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(block, Block) or not _tells_author(below) or not says_office(block):
        return False
    if len(block.lines) > 1:
        return len(block.lines) <= MAX_LINES and _is_name(block.lines[0].text)
    return isinstance(above, Block) and _is_name(above.text) and _is_below(block, above)


def _tells_author(element: Element | None) -> bool:
    return isinstance(element, Block) and _AUTHOR.match(element.text) is not None


def tells_speaker(elements: Sequence[Element], index: int) -> bool:
    """Whether a line says who spoke the words in quotation marks right above it: in their size and colour, and near.

    They may be slanted where it is not; a heading stands nearer to what is below it.
    """
    block, above = elements[index], elements[index - 1] if index else None
    below = elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(block, Block) or not isinstance(above, Block) or above.region is not block.region:
        return False
    is_quoted = above.text[0] in _OPENING and above.text[-1] in _CLOSING and len(above.text) > len(block.text)
    (size, weight, _, color), own = look_of(above), look_of(block)
    if not is_quoted or own[:2] != (size, weight) or own[3] != color or len(block.lines) > 1:
        return False
    is_end = not isinstance(below, Block) or below.region is not block.region
    return is_end or block.gap < below.gap  # type: ignore[union-attr]


def join_signatures(elements: Sequence[Element], typography: Typography) -> list[Element]:
    """The elements in order, each name made one with its office and its day where it signs the text above.

    They follow the name in its type, no larger than the text above, and at the step of that, as lines of one paragraph
    do, and are the last; in bold type, as headings are set in, the last of their column.
    """
    joined: list[Element] = []
    place = 0
    while place < len(elements):
        block, end = elements[place], place + 1
        if isinstance(block, Block) and joined and _closes(joined[-1], block, typography):
            end = _find_end(block, elements, place + 1, typography)
            lines = [line for part in elements[place:end] if isinstance(part, Block) for line in part.lines]
            block = replace(block, lines=lines)
        joined.append(block)
        place = end
    return joined


def _closes(above: Element, block: Block, typography: Typography) -> bool:
    """Whether a name alone on its line stands below the end of a sentence or of a list, or below another who signs.

    It is as large as that, or smaller, where that is text and no pulled words.
    """
    if len(block.lines) > 1 or block.page == 1 or block.region.frame is not None or not _is_name(block.text):
        return False
    if not isinstance(above, Block) or above.region is not block.region:
        return False
    is_small = block.style.size < above.style.size <= typography.body.size + SAME_SIZE_PT
    if not is_small and not _are_one_size(above, block):
        return False
    is_signed = len(above.lines) > 1 and _NAME.fullmatch(above.lines[0].text) is not None
    return is_signed or above.marker is not None or above.text.rstrip(CLOSERS)[-1:] in ".!?"


def _find_end(name: Block, elements: Sequence[Element], after: int, typography: Typography) -> int:
    """The place behind the office and the day that follow a name; `after` itself where text goes on below."""
    usual, last, end = typography.step(name.style.size), name, after
    while (
        end < len(elements)
        and isinstance(below := elements[end], Block)
        and _step(last, below) <= MAX_STEP * usual
        and _is_told_plainly(below, name, typography)
    ):
        last, end = below, end + 1
    after_all = elements[end] if end < len(elements) else None
    apart = float("inf") if last is not name and _is_heavy(last, typography) else MIN_APART * usual
    is_last = not isinstance(after_all, Block) or _step(last, after_all) >= apart
    return end if is_last else after


def _step(above: Block, below: Block) -> float:
    """Points from the last line of a block to the first of the next; infinite where that stands elsewhere."""
    step = below.lines[0].baseline - above.lines[-1].baseline
    return step if below.region is above.region and step > 0 else float("inf")


def _is_told_plainly(block: Block, name: Block, typography: Typography) -> bool:
    """Whether lines below a name say an office or a day, in type as large as the name, and as heavy or as the text."""
    is_heavy = block.style.is_bold in (typography.body.is_bold, name.style.is_bold)
    is_alike = is_heavy and _are_one_size(name, block) and abs(block.x0 - name.x0) <= SAME_EDGE_PT
    is_office = says_office(block) if _is_heavy(block, typography) else _is_office(block)
    return is_alike and block.marker is None and len(block.lines) <= MAX_LINES and is_office


def _are_one_size(above: Block, block: Block) -> bool:
    return round(above.style.size, 1) == round(block.style.size, 1)


def _is_heavy(block: Block, typography: Typography) -> bool:
    """Whether a block is bold, as no paragraph of the text is that could begin here."""
    return block.style.is_bold and not typography.body.is_bold


def _is_below(below: Block, block: Block) -> bool:
    step = below.lines[0].baseline - block.lines[0].baseline
    is_near = 0 < step <= MAX_STEP_EM * block.style.size and below.style.size <= block.style.size
    return is_near and below.region is block.region


def _is_office(block: Block) -> bool:
    is_dated = len(block.lines) > 1 and _DAY.fullmatch(block.lines[-1].text) is not None
    return says_office(block) and (is_dated or block.lines[-1].box.width <= MAX_WIDTH * block.region.box.width)


def says_office(block: Block) -> bool:
    """Whether a block is as short as an office, and neither a sentence nor a number but a day's."""
    text = block.text
    return len(text) <= MAX_LETTERS and text[-1] not in ".!?:" and not any(map(str.isdigit, _DAY.sub("", text)))


def without_signed(chosen: Mapping[int, Block], witnessed: Collection[int]) -> dict[int, Block]:
    """Leave out lines of one type below each other with nothing between: who signs, for whom and where."""
    gone: set[int] = set()
    for run in find_rows(chosen):
        for _, alike in groupby(run, key=lambda index: look_of(chosen[index])):
            row = list(alike)
            if len(row) >= MIN_SIGNED and not any(index in witnessed for index in row):
                gone.update(row)
    return {index: block for index, block in chosen.items() if index not in gone}
