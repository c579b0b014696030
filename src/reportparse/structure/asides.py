"""Words in a box beside the text, such as pull quotes in a side bar: however large, they head nothing."""

from collections.abc import Sequence

from reportparse.layout import Anchor, Frame
from reportparse.structure.blocks import Block, Element


def is_aside(elements: Sequence[Element], index: int) -> bool:
    """Whether a block stands in a box of few words that has no text below it, on a page that has text beside it."""
    block = elements[index]
    frame = block.region.frame if isinstance(block, Block) else None
    if frame is None:
        return False
    after = next((element for element in elements[index + 1 :] if not _is_in(element, frame)), None)
    before = next((element for element in reversed(elements[:index]) if not _is_in(element, frame)), None)
    here = [element for element in (before, after) if element is not None and element.page == frame.page]
    if not here:
        return False
    if after is None or after.page != frame.page:
        return _stands_beside(before, frame)
    return _stands_beside(after, frame)


def _is_in(element: Element, frame: Frame) -> bool:
    return isinstance(element, Block) and element.region.frame is frame


def _stands_beside(element: Element | None, frame: Frame) -> bool:
    """Whether a text stands left or right of a box."""
    if not isinstance(element, Block | Anchor):
        return False
    box = element.box
    return box.x0 >= frame.box.x1 or box.x1 <= frame.box.x0
