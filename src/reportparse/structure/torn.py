"""Titles that a break tears off their boxes: alone in a box of their own at the foot of a page or column."""

from collections.abc import Sequence
from dataclasses import replace

from reportparse.structure.blocks import Block, Element
from reportparse.structure.boxes import is_title
from reportparse.structure.opened import are_alike


def join_torn_titles(elements: Sequence[Element]) -> list[Element]:
    """The elements in order, each title of a box that is torn off it put into the box."""
    joined = list(elements)
    for place in range(len(joined) - 2, -1, -1):
        block, after = joined[place], joined[place + 1]
        if (
            isinstance(block, Block)
            and isinstance(after, Block)
            and _is_boxed(block)
            and block.region.frame is not after.region.frame
            and (place == 0 or not _is_in(joined[place - 1], block))
            and are_alike(block, after)
            and _is_moved(block, after)
            and is_title(block, after)
        ):
            joined[place] = replace(block, region=after.region)
    return joined


def _is_boxed(block: Block) -> bool:
    """Whether a block stands in a box that is drawn, as cells of number strips need not be."""
    frame = block.region.frame
    return frame is not None and (frame.is_bordered or frame.fill is not None)


def _is_in(element: Element, block: Block) -> bool:
    return isinstance(element, Block) and element.region.frame is block.region.frame


def _is_moved(block: Block, after: Block) -> bool:
    """Whether what comes after a block begins the next page, or stands further up in another column."""
    if after.page == block.page:
        return after.box.bottom < block.box.top and after.region.box.x0 >= block.region.box.x1
    return after.page == block.page + 1
