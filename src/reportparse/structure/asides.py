"""Words in a box beside the text, such as pull quotes in a side bar: however large, they head nothing."""

from collections.abc import Sequence

from reportparse.layout import Anchor, Frame
from reportparse.layout.strip_figures import is_figure
from reportparse.structure.blocks import Block, Element

# The title on a panel beside the text is larger than that by this factor, slides have twice its size, and stands in
# this upper part of its panel.
MIN_LARGER, MAX_TOP = 1.5, 0.35


def is_aside(elements: Sequence[Element], index: int) -> bool:
    """Whether a block stands in a box of few words that has no text below it, on a page that has text beside it.

    Or is the label of a figure in a number strip.
    """
    block = elements[index]
    frame = block.region.frame if isinstance(block, Block) else None
    if frame is None or _is_title_panel(elements, index):
        return False
    if frame.fill is None and not frame.is_bordered and _labels_figure(elements, index, frame):
        return True
    after = next((element for element in elements[index + 1 :] if not _is_in(element, frame)), None)
    before = next((element for element in reversed(elements[:index]) if not _is_in(element, frame)), None)
    here = [element for element in (before, after) if element is not None and element.page == frame.page]
    if not here:
        return False
    if after is None or after.page != frame.page:
        return _stands_beside(before, frame)
    return _stands_beside(after, frame)


def _labels_figure(elements: Sequence[Element], index: int, frame: Frame) -> bool:
    """Whether a block stands right below or above nothing but a figure, in a box with that."""
    near = [*elements[max(0, index - 1) : index], *elements[index + 1 : index + 2]]
    return any(isinstance(each, Block) and _is_in(each, frame) and is_figure(each.text) for each in near)


def _is_title_panel(elements: Sequence[Element], index: int) -> bool:
    """Whether a block is the title on a panel left of all that its page holds, and as high: large, above and alone.

    Where the page holds nothing but pictures besides, it opens a part and may stand anywhere.
    """
    block = elements[index]
    frame = block.region.frame if isinstance(block, Block) else None
    if not isinstance(block, Block) or frame is None or block.text[-1] in ".,;”":
        return False
    others = [each for each in elements if each.page == block.page and each is not block]
    if not others or any(_is_in(each, frame) for each in others):
        return False
    if not any(isinstance(each, Block) for each in others):
        return True
    top, bottom = min(each.box.top for each in others), max(each.box.bottom for each in others)
    largest = max((each.style.size for each in others if isinstance(each, Block)), default=0.0)
    is_left = frame.box.x1 <= min(each.box.x0 for each in others)
    is_high = frame.box.top <= top and frame.box.bottom >= bottom
    is_above = block.box.top <= frame.box.top + MAX_TOP * frame.box.height
    return is_left and is_high and is_above and block.style.size >= MIN_LARGER * largest


def _is_in(element: Element, frame: Frame) -> bool:
    return isinstance(element, Block) and element.region.frame is frame


def _stands_beside(element: Element | None, frame: Frame) -> bool:
    """Whether a text stands left or right of a box."""
    if not isinstance(element, Block | Anchor):
        return False
    box = element.box
    return box.x0 >= frame.box.x1 or box.x1 <= frame.box.x0
