"""Where an item belongs in the list that is open."""

from collections.abc import Sequence

from reportparse.layout import Anchor
from reportparse.structure.blocks import Block
from reportparse.structure.joining import SAME_EDGE_PT
from reportparse.structure.markers import Marker, as_letter, follows
from reportparse.structure.opened import OpenItem, OpenParagraph

# A note to a sign in a text has so few lines, and stands so few entries of the record below it.
MAX_NOTE_LINES, MAX_ENTRIES = 2, 6
_SIGN, _STOPS = "*", ".,;:!?)”’"


def answers_sign(block: Block, order: Sequence[object]) -> bool:
    """Whether what begins with a star is no item but a note: a word of a text above on its page ends with one.

    Or it stands right below a table or picture, which no list follows without a word that leads to it.
    """
    if block.marker is None or block.marker.text != _SIGN or len(block.lines) > MAX_NOTE_LINES:
        return False
    if order and isinstance(order[-1], Anchor):
        return True
    texts = [entry.run.last for entry in order[-MAX_ENTRIES:] if isinstance(entry, OpenParagraph)]
    words = [word.text.rstrip(_STOPS) for text in texts if text.page == block.page for word in text.words]
    return any(word[-1:] == _SIGN and word[0].isalnum() for word in words if word)


def find_depth(stack: Sequence[OpenItem], block: Block, marker: Marker) -> int:
    """How many open items stay above a new one: by its marker where that is known, else by how far in it stands."""
    for depth, item in reversed(list(enumerate(stack))):
        if item.marker.shape == marker.shape and follows(marker, item.marker) and _is_near(block, item):
            return depth
    for depth, item in enumerate(stack):
        if block.page == item.page and share_column(block, item):
            if block.x0 <= item.x0 + SAME_EDGE_PT:
                return depth
        elif item.marker.shape == marker.shape and item.marker.kind == marker.kind:
            return depth
    return len(stack)


def _is_near(block: Block, item: OpenItem) -> bool:
    """Whether a block stands as far in as an item, by its marker or, as markers may end at one edge, by its text."""
    shifts = [abs(block.x0 - item.x0), abs(block.text_x0 - item.run.blocks[0].text_x0)]
    if len(item.run.blocks) > 1:  # in this column stands but the rest of the item
        shifts.append(abs(block.text_x0 - item.run.last.x0))
    return not (block.page == item.page and share_column(block, item)) or min(shifts) < SAME_EDGE_PT


def share_column(block: Block, item: OpenItem) -> bool:
    """Whether a block stands in the column of an item."""
    return block.region is item.run.last.region or abs(block.x0 - item.x0) < 60


def find_holder(holder: OpenParagraph | None, block: Block) -> OpenParagraph | None:
    """The open paragraph, where `block` stands as far in as the text of its items and so within its list."""
    if holder is None or not holder.stack:
        return None
    first = holder.stack[0]
    if block.page == first.run.last.page and share_column(block, first):
        return holder if block.x0 > first.x0 + SAME_EDGE_PT else None
    edges = [item.run.blocks[0].text_x0 for item in holder.stack]  # pages and columns may have other margins
    is_in = any(abs(block.x0 - edge) < SAME_EDGE_PT for edge in edges)
    return holder if is_in and abs(block.x0 - holder.run.blocks[0].text_x0) > SAME_EDGE_PT else None


def is_lettered(marker: Marker, stack: Sequence[OpenItem], paragraph: OpenParagraph) -> bool:
    """Whether a marker that may be a Roman number goes on with letters: the "i" after "(h)"."""
    siblings = stack[-1].items if stack else paragraph.items
    return bool(siblings) and siblings[-1].marker.kind == "letter" and follows(as_letter(marker), siblings[-1].marker)


def ends_bare(paragraph: OpenParagraph) -> bool:
    """Whether the items of the open list end without a stop, all before the last: so the last one may be whole too."""
    siblings = paragraph.stack[-2].items[:-1] if len(paragraph.stack) > 1 else paragraph.items[:-1]
    return bool(paragraph.stack and siblings) and all(
        item.run.last.text.rstrip(" )]%’”")[-1:].isalnum() for item in siblings
    )
