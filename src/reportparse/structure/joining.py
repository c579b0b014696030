"""Whether a text that was broken off goes on: in the next column or page, or behind a table."""

from reportparse.pdf import Word
from reportparse.structure.blocks import Block, is_full

# Edges nearer than this, in points, are one edge.
SAME_EDGE_PT = 3.5
# Text that moves by more than this goes on in another column; margins of left and right pages differ by less.
OTHER_COLUMN_PT = 60
_SENTENCE_ENDS = ".!?"
_QUOTES = "”’\"')]"


def goes_on(last: Block, block: Block, *, is_apart: bool) -> bool:
    """Whether `block` is the rest of a text that `last` broke off: in another column or page, or behind a table."""
    if abs(last.lines[-1].style.size - block.style.size) > 0.3 or is_bold(last) != is_bold(block):
        return False
    text = last.lines[-1].text.rstrip()
    is_open = text.rstrip(_QUOTES)[-1:] not in ".!?:;"
    begins_small = block.text[:1].islower()
    is_moved = last.region is not block.region
    if not is_moved and not is_apart:
        return is_open and begins_small
    if begins_small and text[-1:] not in ".!?:":
        return True
    first: Word = block.lines[0].words[0]
    if not is_full(last, first):
        return False
    if is_open and not text.endswith((":", ";")):
        return _is_in_line(last, block)
    if is_apart or len(last.lines) == 1:  # one line alone does not tell how wide its paragraph is set
        return False
    return is_moved and text[-1:] in _SENTENCE_ENDS + _QUOTES and _is_in_line(last, block)


def is_bold(block: Block) -> bool:
    """Whether all words of a block are bold."""
    return all(word.style.is_bold for word in block.words if any(map(str.isalpha, word.text)))


def _is_in_line(last: Block, block: Block) -> bool:
    """Whether `block` stands as far in as the lines of `last`, where both are in the same column of their pages."""
    edge = min(line.box.x0 for line in last.lines[1:]) if len(last.lines) > 1 else last.text_x0
    shift = block.lines[-1].box.x0 - edge
    margins = block.region.box.x0 - last.region.box.x0  # left and right pages may have other margins
    return abs(shift) < SAME_EDGE_PT or abs(shift - margins) < SAME_EDGE_PT or abs(shift) > OTHER_COLUMN_PT
