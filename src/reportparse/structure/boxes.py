"""Boxes of text: where each ends, which are strips of a number over a label, and which line is a box's title."""

from collections.abc import Container, Sequence

from reportparse.geometry import is_inside
from reportparse.layout import Anchor, Frame
from reportparse.layout.fields import find_value_edge
from reportparse.layout.frames import SLACK_PT
from reportparse.layout.strip_figures import is_figure
from reportparse.structure.blocks import Block, Element
from reportparse.structure.joining import is_bold, is_broken_off, is_slanted
from reportparse.structure.levels import look_of
from reportparse.structure.titles import read_title
from reportparse.structure.typography import Typography

# A number of a strip is larger than the body by at least this factor.
MIN_STRIP_SIZE = 1.3
MAX_STRIP_LINES = 6
# Words pulled out of the text are larger than the body by at least this factor, and so many.
MIN_PULLED_SIZE, MIN_PULLED_WORDS, MAX_PULLED_WORDS = 1.15, 3, 14
MAX_STRIP_WIDTH_EM = 26
# Words in a margin are smaller than the text by at least this factor.
MAX_MARGIN_SIZE = 0.9
# A number under its label has no more words: "2 hours 15 minutes".
MAX_NUMBER_WORDS = 4
# A box of text has so many letters; what is set as a title and has no more lines than this is none.
MIN_BOXED, MAX_LABEL = 40, 2
# Text is at least so long, in letters: lines of a cover are shorter.
MIN_PROSE = 80
# A tag over a title has no more words: "In their own words"; types that differ by less than this, in points, are one.
MAX_TAG_WORDS, SAME_SIZE_PT = 4, 0.6
# A title in quotation marks has few words; what somebody said has more, and who said it below.
MAX_QUOTED_WORDS = 6
_OPENING, _CLOSING = '“‘"', '”’"'


def find_end(elements: Sequence[Element], index: int, headings: Container[int]) -> int:
    """Where the blocks in the same box as this one end; `index` itself where there is no box of text.

    A heading that opens a box of text is the box's title; a box with only headings, or with several, is no callout.
    """
    stop = index + _count_in_box(elements, index)
    titles = [place for place in range(index, stop) if place in headings]
    if not titles or (titles == [index + 1] and stop > index + 2 and is_tag(elements[index], elements[index + 1])):
        return stop
    return stop if titles == [index] and stop > index + 1 else index if titles[0] == index else titles[0]


def frame_of(element: Element) -> Frame | None:
    """The box that a block stands in; tables and pictures tell none."""
    return element.region.frame if isinstance(element, Block) else None


def find_widest(elements: Sequence[Element]) -> Frame | None:
    """The box that holds all elements of a box, some of which stand in smaller ones."""
    return max(filter(None, map(frame_of, elements)), key=lambda frame: frame.box.area, default=None)


def _count_in_box(elements: Sequence[Element], index: int) -> int:
    """How many blocks from `index` on stand in one box; none where the first stands in no box."""
    frame = frame_of(elements[index])
    stop = index
    while frame and stop < len(elements) and _is_in_box(elements[stop], frame):
        stop += 1
    while stop > index + 1 and isinstance(elements[stop - 1], Anchor):  # one alone may stand below
        stop -= 1
    return stop - index


def _is_in_box(element: Element, frame: Frame) -> bool:
    """Whether a block stands in a box, or a table, picture or number strip in it stands there."""
    if isinstance(element, Anchor):
        return element.page == frame.page and is_inside(element.box, frame.box)
    own = element.region.frame
    return own is frame or (own is not None and _is_strip_in(own, frame))


def _is_strip_in(own: Frame, frame: Frame) -> bool:
    is_drawn = own.fill is not None or own.is_bordered
    return own.page == frame.page and not is_drawn and is_inside(own.box, frame.box, slack=SLACK_PT)


def is_title(first: Block, second: Block) -> bool:
    """Whether the first block of a box is its title: set otherwise than what follows, and no sentence."""
    if len(first.text) > 200 or first.text.rstrip()[-1:] in ".;,":
        return False
    if first.text[0] in _OPENING and first.text.rstrip()[-1] in _CLOSING and len(first.words) > MAX_QUOTED_WORDS:
        return False
    return (
        (is_bold(first) and not is_bold(second))
        or (is_slanted(first) and is_slanted(second) is False and len(first.lines) == 1)
        or (first.style.font != second.style.font and len(first.lines) == 1 and first.text.rstrip()[-1:] not in "!?:”")
        or first.style.size > second.style.size + SAME_SIZE_PT
        or (look_of(first) != look_of(second) and first.style.color != second.style.color and len(first.lines) <= 2)
    )


def find_title(blocks: Sequence[Block], *, is_heading: bool) -> Sequence[Block]:
    """The blocks that are the title of a box with text below it: one, or a tag and the title that it stands over."""
    if len(blocks) > 2 and is_tag(blocks[0], blocks[1]) and is_title(blocks[1], blocks[2]):
        return blocks[:2]
    return blocks[:1] if len(blocks) > 1 and (is_heading or is_title(blocks[0], blocks[1])) else ()


def is_tag(first: Element, second: Element) -> bool:
    """Whether a line over a title tells what kind of box it heads, as "Case study" does: few words in smaller type."""
    if not isinstance(first, Block) or not isinstance(second, Block) or first.region.frame is not second.region.frame:
        return False
    is_small = first.style.size < second.style.size - SAME_SIZE_PT and first.lines[-1].baseline < second.box.top
    return is_small and len(first.lines) == 1 and first.text.count(" ") < MAX_TAG_WORDS and first.text[-1].isalnum()


def is_label(blocks: Sequence[Block], typography: Typography) -> bool:
    """Whether what stands in a box is no text of its own: few words, fields of a form, or a line set as titles are.

    A title may have two lines.
    """
    is_form = all(find_value_edge(block.lines[0]) is not None for block in blocks)
    if is_form or sum(len(block.text) for block in blocks) < MIN_BOXED:
        return True
    first = blocks[0]
    if len(blocks) > 1 or len(first.lines) > MAX_LABEL or not first.text[-1].isalnum():
        return False
    return is_bold(first) or first.style.size >= MIN_PULLED_SIZE * typography.body.size


def find_cover(elements: Sequence[Element]) -> int | None:
    """The first page, if nothing stands on it that is as long as text is, or ends as that does."""
    first = elements[0].page if elements else 0
    here = [element for element in elements if element.page == first and isinstance(element, Block)]
    is_text = any(len(block.text) >= MIN_PROSE or block.text[-1] in ".:;!?" for block in here)
    return None if is_text or not here else first


def is_quote(blocks: Sequence[Block], typography: Typography) -> bool:
    """Whether what stands between two lines or beside one is words pulled out of the text: large or slanted, alone.

    Who said them may stand below in smaller type, unless lines are drawn all round.
    """
    first, frame = blocks[0], blocks[0].region.frame
    if frame is None or frame.fill is not None:
        return False
    if len(blocks) > 1 and (frame.is_bordered or len(blocks) > 2 or not _tells_who(blocks[1], first)):
        return False
    return bool(is_slanted(first)) or first.style.size >= MIN_PULLED_SIZE * typography.body.size


def _tells_who(block: Block, quote: Block) -> bool:
    """Whether a block below one in quotation marks, or a sentence, is short, smaller than it, and no sentence."""
    is_said = quote.text[0] in _OPENING and quote.text[-1] in _CLOSING
    return (is_said or quote.text[-1] in ".!?") and _is_short(block, quote)


def _is_short(block: Block, quote: Block) -> bool:
    is_small = len(block.lines) <= MAX_LABEL and block.style.size < quote.style.size
    return is_small and block.text[-1] not in ".:;,!?"


def is_pulled_out(block: Block, last: Block, typography: Typography) -> bool:
    """Whether a sentence goes on behind a block: words in larger type, or in smaller in the margin of its column.

    Those in larger type may stand below it, or where its next column begins.
    """
    if not is_broken_off(last):
        return False
    if block.style.size >= MIN_PULLED_SIZE * max(typography.body.size, last.style.size):
        return True
    return block.region is not last.region and _is_in_margin(block, last, typography)


def is_speaker(block: Block, quote: Block) -> bool:
    """Whether a block says who spoke the words right above it: short, in smaller type than they, and no sentence."""
    is_below = block.region is quote.region and block.lines[0].baseline > quote.lines[-1].baseline
    return is_below and _is_short(block, quote)


def _is_in_margin(block: Block, last: Block, typography: Typography) -> bool:
    """Whether a block in smaller type than the text's stands beside a column of its page."""
    column = last.region.box
    is_aside = block.page == last.page and (block.box.x0 >= column.x1 or block.box.x1 <= column.x0)
    return is_aside and block.style.size < MAX_MARGIN_SIZE * typography.body.size


def is_beside(block: Block, last: Block) -> bool:
    """Whether a box stands beside the column of a text, so that the text goes on after it."""
    frame, column = block.region.frame, last.region.box
    return frame is not None and (frame.box.x0 >= column.x1 or frame.box.x1 <= column.x0)


def find_strip(blocks: Sequence[Block], typography: Typography) -> Sequence[Block]:
    """The blocks of a box that is a number strip, its number first; none of another box.

    It is a large number over or under its label, or one line of the text with a number, set large.
    """
    if len(blocks) == 1:
        return blocks if _is_pulled(blocks[0], typography) else ()
    if sum(len(block.lines) for block in blocks) > MAX_STRIP_LINES:
        return ()
    first, last = blocks[0], blocks[-1]
    if _leads(first, blocks[1:], typography):
        return blocks
    is_short = len(last.words) <= MAX_NUMBER_WORDS and last.text[-1:] not in ".;:"
    return [last, *blocks[:-1]] if is_short and _leads(last, blocks[:-1], typography) else ()


def _is_pulled(block: Block, typography: Typography) -> bool:
    return (
        block.page > 1  # where titles stand so
        and block.style.size >= MIN_PULLED_SIZE * typography.body.size
        and MIN_PULLED_WORDS <= len(block.words) <= MAX_PULLED_WORDS
        and any(letter.isdigit() for letter in block.text)
        and read_title(block.text).number is None  # the title of a part, on half a page of colour
    )


def _leads(number: Block, others: Sequence[Block], typography: Typography) -> bool:
    """Whether a block is the number of a strip: large, and larger than the others."""
    return (
        number.style.size >= MIN_STRIP_SIZE * typography.body.size
        and (any(map(str.isdigit, number.text)) or is_figure(number.text))
        and all(block.style.size < number.style.size for block in others)
        and number.box.width <= MAX_STRIP_WIDTH_EM * typography.body.size
    )
