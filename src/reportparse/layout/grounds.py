"""What lines stand on: the bare page, or the boxes drawn on it."""

from collections.abc import Sequence

from reportparse.geometry import is_inside
from reportparse.layout.frames import SLACK_PT, Frame, find_cards, frame_of
from reportparse.layout.lines import Line
from reportparse.pdf import Page

Grounds = dict[Frame | None, list[Line]]


def find_grounds(lines: Sequence[Line], frames: Sequence[Frame]) -> Grounds:
    """The lines of the bare page, and of each box: a number strip may stand on one band of colour under all cells."""
    grounds: Grounds = {None: []}
    for line in lines:
        grounds.setdefault(frame_of(line.box, frames), []).append(line)
    return grounds


def join_grounds(grounds: Grounds) -> list[list[Line]]:
    """The lines of each ground, those of cards that stand in a row as one: each may hold a figure with its label."""
    if len(grounds) < 3:  # the bare page and a box at the most
        return list(grounds.values())
    cards = find_cards([frame.box for frame in grounds if frame is not None])
    alone = [lines for frame, lines in grounds.items() if frame is None or frame.box not in cards]
    joined = [line for frame, lines in grounds.items() if frame is not None and frame.box in cards for line in lines]
    return [*alone, joined] if joined else alone


def is_cover_ground(frame: Frame, page: Page) -> bool:
    """Whether a box holds all that a cover says: it is the cover's ground."""
    return all(is_inside(word.box, frame.box, slack=SLACK_PT) for word in page.words)


__all__ = ["find_grounds", "is_cover_ground", "join_grounds"]
