"""Whether a text that was broken off goes on: in the next column or page, or behind a table."""

from reportparse.pdf import Word
from reportparse.structure.blocks import LABEL, MAX_INDENT_EM, MIN_INDENT_EM, Block, is_full, without_mark
from reportparse.structure.cover import OPEN_ENDS
from reportparse.text import is_address

# Edges nearer than this, in points, are one edge.
SAME_EDGE_PT = 3.5
# Text that moves by more than this goes on in another column; margins of left and right pages differ by less.
OTHER_COLUMN_PT = 60
# Ends of justified lines differ by less than this, in points: hanging stops and hyphens.
FLUSH_PT = 2.5
# Below a column whose text goes on in the next one there is room for less than this, in type sizes: two lines are kept
# together at most, set 1.5 apart.
MAX_ROOM_EM = 4.0
# The next line of a text stands no further below than this many of its steps; between paragraphs it is 1.4 and more.
MAX_STEPS = 1.25
# Texts of fewer words, as labels are, may end without a stop.
MIN_BROKEN_WORDS = 5
_SENTENCE_ENDS = ".!?"
_QUOTES = "”’\"')]"


def goes_on(last: Block, block: Block, *, is_apart: bool, is_numbered: bool = False) -> bool:
    """Whether `block` is the rest of a text that `last` broke off: in another column or page, or behind a table.

    Where paragraphs are numbered, one without a number is mostly the rest of another.
    """
    if abs(last.lines[-1].style.size - block.style.size) > 0.3 or is_bold(last) != is_bold(block):
        return False
    if {is_slanted(last), is_slanted(block)} == {True, False}:
        return False
    text = without_mark(last.lines[-1]).rstrip()
    is_inside = last.text.count("(") > last.text.count(")")  # whatever a bracket holds ends nothing
    is_open = is_inside or text.rstrip(_QUOTES)[-1:] not in ".!?:;"
    begins_small = block.text[:1].islower() and not (is_address(block.text) and text.split()[-1] not in OPEN_ENDS)
    is_moved = last.region is not block.region
    if not is_moved and not is_apart:
        return is_open and begins_small
    if begins_small and (is_inside or text[-1:] not in ".!?:"):
        return True
    first: Word = block.lines[0].words[0]
    if (
        not is_full(last, first)
        or _is_labelled(last)
        or _is_labelled(block)
        or _is_other(last, block, is_apart=is_apart)
    ):
        return False
    if is_open or (is_moved and begins_small and text.endswith((":", ";"))):
        return _is_in_line(last, block) or (last.page != block.page and last.words[-1].text in OPEN_ENDS)
    is_told = len(last.lines) > 1 or (is_numbered and last.marker is not None and last.page != block.page)
    if is_apart or not is_told:  # one line alone does not tell how wide its paragraph is set
        return False
    is_ended = text[-1:] in _SENTENCE_ENDS + _QUOTES
    if not (is_moved and is_ended and _is_in_line(last, block)) or _begins_indented(block) or _begins_bold(block):
        return False
    is_text = len(block.lines) > 1 or (is_numbered and last.page != block.page and block.text[-1] in _SENTENCE_ENDS)
    return is_text and _is_flush(last, block, is_numbered=is_numbered) and not _had_room(last, block)


def _is_other(last: Block, block: Block, *, is_apart: bool) -> bool:
    """Whether a text behind a picture or table is set in another font, as that below a signature is."""
    return is_apart and last.lines[-1].style.font != block.lines[0].style.font


def _is_labelled(block: Block) -> bool:
    """Whether a block is one line that says what it gives and no sentence, as contact details do: "Telephone: 101"."""
    is_sentence = block.text[-1] in _SENTENCE_ENDS + ",;:"
    return len(block.lines) == 1 and not is_sentence and LABEL.match(block.text) is not None


def is_broken_off(block: Block) -> bool:
    """Whether a text ends within a sentence, as it does before words pulled out of it that stand in its column."""
    if len(block.words) < MIN_BROKEN_WORDS:
        return False
    last = without_mark(block.lines[-1]).rstrip()[-1]
    return last.isalnum() or last in ",-–—"


def _had_room(last: Block, block: Block) -> bool:
    """Whether the text of `last` could have gone on below it on its page, but `block` stands elsewhere there.

    That is beside it, in a column with a deeper foot; or below, further off than the next line would stand.
    """
    above, here = last.region, block.region
    if above.page != here.page:
        return False
    if here.box.x0 >= above.box.x1:
        return here.box.bottom - above.box.bottom > MAX_ROOM_EM * last.style.size
    step = last.lines[-1].baseline - last.lines[-2].baseline
    return block.lines[0].baseline - last.lines[-1].baseline > MAX_STEPS * step


def _is_flush(last: Block, block: Block, *, is_numbered: bool) -> bool:
    """Whether the last line ends where the others do, if they are justified: those end short with a paragraph alone.

    Those of `block` are justified, too: two lines of three may happen to end at one place.

    Where lines are ragged, a paragraph that ends with a full line is as frequent as a sentence that does.
    """
    ends = [line.box.x1 for line in last.lines[:-1]]
    if len(ends) < 2 or max(ends) - min(ends) > FLUSH_PT:
        return is_numbered
    others = [line.box.x1 for line in block.lines[:-1]]
    is_justified = is_numbered or max(others) - min(others) <= FLUSH_PT
    return is_justified and max(ends) - last.lines[-1].box.x1 <= FLUSH_PT


def _begins_indented(block: Block) -> bool:
    """Whether the first line stands further in than the next one, as paragraphs begin that no space parts."""
    if len(block.lines) == 1 or block.marker is not None:
        return False
    indent = (block.lines[0].box.x0 - block.lines[1].box.x0) / (block.style.size or 1)
    return MIN_INDENT_EM <= indent <= MAX_INDENT_EM


def _begins_bold(block: Block) -> bool:
    """Whether the first words alone are bold, as those that name who or what a paragraph is about."""
    return block.words[0].style.is_bold and not is_bold(block)


def is_bold(block: Block) -> bool:
    """Whether all words of a block are bold, numbers only where it has nothing else."""
    if any(not word.style.is_bold and _has_letter(word) for word in block.words):  # most often the first
        return False
    return any(map(_has_letter, block.words)) or all(word.style.is_bold for word in block.words)


def _has_letter(word: Word) -> bool:
    return any(map(str.isalpha, word.text))


def is_slanted(block: Block) -> bool | None:
    """Whether the words of a block are set in italics, all or none; None where some are."""
    words = block.words
    is_some, is_not_all = (
        any(word.style.is_italic is slant and _has_letter(word) for word in words) for slant in (True, False)
    )
    return is_some if is_some != is_not_all else None


def _is_in_line(last: Block, block: Block) -> bool:
    """Whether `block` stands as far in as the lines of `last`, where both are in the same column of their pages."""
    edge = min(line.box.x0 for line in last.lines[1:]) if len(last.lines) > 1 else last.text_x0
    shift = block.lines[-1].box.x0 - edge
    margins = block.region.box.x0 - last.region.box.x0  # left and right pages may have other margins
    return abs(shift) < SAME_EDGE_PT or abs(shift - margins) < SAME_EDGE_PT or abs(shift) > OTHER_COLUMN_PT
