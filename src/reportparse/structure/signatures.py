"""Who signs a text: a name over an office, at its end; both may be set as headings are."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from reportparse.structure.blocks import Block, Element
from reportparse.structure.cover import is_plain
from reportparse.structure.levels import look_of
from reportparse.structure.title_pages import find_rows
from reportparse.structure.typography import SAME_SIZE_PT, Typography

# A name of a person, with letters behind it: "Dr Anne B Field CBE".
_NAME = re.compile(r"(?:[A-Z][\w’'-]*\.?\s){1,4}[A-Z][\w’'-]+(?:,?\s[A-Z]{2,5})*,?")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+\s\d{4}$")
# The office, and the day, stand this near below the name, in sizes of its type, and are short: in lines, letters, and
# in the last line beside the measure, which all lines of a paragraph at the foot of a column fill.
MAX_STEP_EM, MAX_LINES, MAX_LETTERS, MAX_WIDTH = 1.9, 3, 80, 0.7
# Name and office are one paragraph where they stand no further apart than this many times lines of a text do, and
# nearer by that factor than the text above: one that is set as a paragraph of its own has a paragraph's space above.
MAX_STEPS, MIN_NEARER = 1.1, 2.0
# Fewest lines of one type below each other that sign a text.
MIN_SIGNED = 3


def signs(elements: Sequence[Element], index: int) -> bool:
    """Whether an element is a name, over an office or a day that ends the text, or that the next one follows."""
    block, below = elements[index], elements[index + 1] if index + 1 < len(elements) else None
    after = elements[index + 2] if index + 2 < len(elements) else None
    if not isinstance(block, Block) or not isinstance(below, Block) or len(below.lines) > MAX_LINES:
        return False
    is_end = not isinstance(after, Block) or after.region is not below.region or signs(elements, index + 2)
    is_name = len(block.lines) == 1 and _NAME.fullmatch(block.text) is not None
    return is_end and is_name and _is_below(below, block) and _is_office(below)


def signs_below(name: Block, block: Block, typography: Typography) -> bool:
    """Whether a block is the office of who signs right above it, both in lines of one paragraph and of one size."""
    is_name = len(name.lines) == 1 and _NAME.fullmatch(name.text) is not None
    if not is_name or not is_plain(name.lines[0], typography) or not _is_below(block, name) or not _is_office(block):
        return False
    step = block.lines[0].baseline - name.lines[0].baseline
    is_one_size = abs(name.style.size - block.style.size) < SAME_SIZE_PT
    return is_one_size and step <= MAX_STEPS * typography.step(name.style.size) and MIN_NEARER * block.gap <= name.gap


def _is_below(below: Block, block: Block) -> bool:
    step = below.lines[0].baseline - block.lines[0].baseline
    is_near = 0 < step <= MAX_STEP_EM * block.style.size and below.style.size <= block.style.size
    return is_near and below.region is block.region


def _is_office(block: Block) -> bool:
    text = block.text
    is_short = len(text) <= MAX_LETTERS and block.lines[-1].box.width <= MAX_WIDTH * block.region.box.width
    return is_short and text[-1] not in ".!?:" and not any(map(str.isdigit, _DAY.sub("", text)))


def without_signed(chosen: Mapping[int, Block], witnessed: Collection[int]) -> dict[int, Block]:
    """Leave out lines of one type below each other with nothing between: who signs, for whom and where."""
    gone: set[int] = set()
    for run in find_rows(chosen):
        for _, alike in groupby(run, key=lambda index: look_of(chosen[index])):
            row = list(alike)
            if len(row) >= MIN_SIGNED and not any(index in witnessed for index in row):
                gone.update(row)
    return {index: block for index, block in chosen.items() if index not in gone}
