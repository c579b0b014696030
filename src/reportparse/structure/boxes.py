"""Boxes of text: which are strips of a number over a label, and which line is a box's title."""

from collections.abc import Sequence

from reportparse.structure.blocks import Block
from reportparse.structure.headings import look_of
from reportparse.structure.joining import is_bold
from reportparse.structure.typography import Typography

# A number of a strip is larger than the body by at least this factor.
MIN_STRIP_SIZE = 1.3
MAX_STRIP_LINES = 5
# Words pulled out of the text are larger than the body by at least this factor, and so many.
MIN_PULLED_SIZE, MIN_PULLED_WORDS, MAX_PULLED_WORDS = 1.15, 3, 14
MAX_STRIP_WIDTH_EM = 26


def is_title(first: Block, second: Block) -> bool:
    """Whether the first block of a box is its title: set otherwise than what follows, and no sentence."""
    if len(first.text) > 200 or first.text.rstrip()[-1:] in ".;,":
        return False
    return (
        (is_bold(first) and not is_bold(second))
        or first.style.size > second.style.size + 0.6
        or (look_of(first) != look_of(second) and first.style.color != second.style.color and len(first.lines) <= 2)
    )


def is_beside(block: Block, last: Block) -> bool:
    """Whether a box stands beside the column of a text, so that the text goes on after it."""
    frame, column = block.region.frame, last.region.box
    return frame is not None and (frame.box.x0 >= column.x1 or frame.box.x1 <= column.x0)


def is_strip(blocks: Sequence[Block], typography: Typography) -> bool:
    """Whether the blocks of a box are a large number over a label, or one line of the text with a number, set large."""
    first = blocks[0]
    if len(blocks) == 1:
        return (
            first.style.size >= MIN_PULLED_SIZE * typography.body.size
            and MIN_PULLED_WORDS <= len(first.words) <= MAX_PULLED_WORDS
            and any(letter.isdigit() for letter in first.text)
        )
    lines = sum(len(block.lines) for block in blocks)
    return (
        len(blocks) > 1
        and lines <= MAX_STRIP_LINES
        and first.style.size >= MIN_STRIP_SIZE * typography.body.size
        and any(letter.isdigit() for letter in first.text)
        and all(block.style.size < first.style.size for block in blocks[1:])
        and first.box.width <= MAX_STRIP_WIDTH_EM * typography.body.size
    )
