"""Lines that name the table or picture beside them: they head no part of the report."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reportparse.layout import Anchor
from reportparse.structure.blocks import Block, Element
from reportparse.structure.levels import look_of
from reportparse.structure.outline import heads_prose

# Type larger than this many times the text's is no caption's.
MAX_RATIO = 1.16
# Of so many lines in one type this part stand beside tables and pictures where it is the captions' own.
MIN_CAPTIONS, MANY_CAPTIONS = 10, 0.9
_CAPTION = re.compile(r"(?:tabl|table|figure|ffigur|fig\.|chart|siart|graph|graff)\s*\d", re.IGNORECASE)


def is_called(text: str) -> bool:
    """Whether a line calls a table or picture by its kind and number: "Table 2", "Siart 1"."""
    return _CAPTION.match(text) is not None


def find_captions(candidates: Mapping[int, Block], elements: Sequence[Element], body_size: float) -> set[int]:
    """Places of what names the table or picture beside it: "Table 2", a line that ends in a colon, a type of its own.

    A type is the captions' own if all that is set in it, twice or more, stands right beside a table or picture, of many
    all but few; no caption is much larger than the text.
    """
    beside = {index for index in candidates if _is_beside_anchor(elements, index)}
    looks = Counter(look_of(block) for block in candidates.values())
    near = Counter(look_of(candidates[index]) for index in beside)
    return {
        index
        for index, block in candidates.items()
        if is_called(block.text)
        or (
            index in beside
            and block.style.size <= MAX_RATIO * body_size
            and (block.text.endswith(":") or _is_own(looks[look_of(block)], near[look_of(block)]))
        )
    }


def _is_own(count: int, beside: int) -> bool:
    return count == beside > 1 or beside >= MANY_CAPTIONS * count >= MANY_CAPTIONS * MIN_CAPTIONS


def _is_beside_anchor(elements: Sequence[Element], index: int) -> bool:
    """Whether a block stands right over a table or picture, or right under one and no nearer to prose that it heads.

    What has a caption is named by nothing over that.
    """
    block, above, below = elements[index], *_neighbours(elements, index)
    if isinstance(below, Anchor):
        return not (below.is_named and below.page == block.page and block.box.bottom <= below.box.top)
    if not isinstance(above, Anchor) or above.page != block.page or not heads_prose(elements, index) or below is None:
        return isinstance(above, Anchor)
    return block.box.top - above.box.bottom <= below.box.top - block.box.bottom


def _neighbours(elements: Sequence[Element], index: int) -> tuple[Element | None, Element | None]:
    """What stands before an element and behind it."""
    above, below = elements[index - 1 : index] if index else [], elements[index + 1 : index + 2]
    return (above[0] if above else None, below[0] if below else None)
