"""Cards: boxes of one look that hold most of a report's text are its layout and no boxes in it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from reportparse.layout.frames import Frame, frame_of
from reportparse.pdf import Color, Page

# Boxes of one look beside the text hold a sixth of it at most.  Cards hold this part of the pages that show one, and
# this part of all: a page that a card runs over shows no box.  They are on so many pages: one box may fill one or two.
MIN_SHARE, MIN_PART, MIN_PAGES = 0.5, 0.25, 5
# The share is told from every so many of the words: it is far from the border.
EVERY = 17
# Edges nearer than this are one, in points.
SAME_EDGE_PT = 2.0

_Look = tuple[Color | None, bool]


class Cards(NamedTuple):
    """How the cards of a report look, and where their sides are."""

    looks: AbstractSet[_Look]
    """Fill, and whether a border is drawn."""
    sides: AbstractSet[tuple[int, int]]
    """Left and right edge in points: a card that a page cuts is drawn without its fill, or in other pieces."""


def find_text_cards(pages: Sequence[Page], frames: Mapping[int, Sequence[Frame]]) -> Cards:
    """The cards of a report, if any; `frames` are the boxes of its pages, by number."""
    looks = _find_looks(pages, frames)
    return Cards(looks, {_sides(frame) for here in frames.values() for frame in here if _look(frame) in looks})


def leave_cards(frames: Sequence[Frame], cards: Cards) -> list[Frame]:
    """The boxes without cards."""
    return [frame for frame in frames if not _is_card(frame, cards)] if cards.looks else list(frames)


def leave_edges(barred: Iterable[Frame], cards: Cards) -> list[Frame]:
    """What stands beside upright bars, without what the edge of a card makes look so."""
    edges = {x0 for x0, _ in cards.sides}
    return [frame for frame in barred if not any(abs(frame.box.x0 - x0) <= SAME_EDGE_PT for x0 in edges)]


def _find_looks(pages: Sequence[Page], frames: Mapping[int, Sequence[Frame]]) -> set[_Look]:
    """The looks of boxes that hold most words of the pages."""
    held: Counter[_Look] = Counter()
    shown: Counter[_Look] = Counter()
    on_pages: Counter[_Look] = Counter()
    total = 0
    for page in pages:
        words, here = page.words[::EVERY], frames.get(page.number, ())
        total += len(words)
        if here:
            found = (frame_of(word.box, here) for word in words)
            held.update(_look(frame) for frame in found if frame is not None)
            shown.update(dict.fromkeys(map(_look, here), len(words)))
            on_pages.update(set(map(_look, here)))
    return {
        look
        for look, count in held.items()
        if on_pages[look] >= MIN_PAGES and count > max(MIN_SHARE * shown[look], MIN_PART * total)
    }


def _is_card(frame: Frame, cards: Cards) -> bool:
    return _look(frame) in cards.looks or (frame.fill is None and _sides(frame) in cards.sides)


def _sides(frame: Frame) -> tuple[int, int]:
    return round(frame.box.x0), round(frame.box.x1)


def _look(frame: Frame) -> _Look:
    return frame.fill, frame.is_bordered


__all__ = ["Cards", "find_text_cards", "leave_cards", "leave_edges"]
