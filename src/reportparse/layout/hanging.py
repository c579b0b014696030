"""Numbers and bullets that hang in the margin: each joins the line that it stands beside, whatever its type."""

import re
from collections.abc import Sequence

from reportparse.geometry import shared_height
from reportparse.layout.lines import Line, merge_lines

# Widest space between a number in the margin and its text, in points: 14 mm is the most seen, two tabs are 72.
MAX_HANG_PT = 60.0
# How much of the lower of the two heights they share.
MIN_SHARED = 0.45
# A number in the margin is no larger than its text; the large numbers of a strip are.
MAX_SIZE = 1.7

_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}[A-H]?|[ivxlc]{1,7}|[a-zA-Z])[.):]?|[^\w\s.,;:!?()\[\]'\"’”]")


def join_hanging(lines: Sequence[Line]) -> list[Line]:
    """`lines` with each number that stands alone in a margin put before the line to its right.

    The numbers may be set smaller or a little higher than their text, so that no baseline joins them.
    """
    numbers = [line for line in lines if is_number(line)]
    if not numbers:
        return list(lines)
    host_of: dict[int, Line] = {}
    for number in numbers:
        _, top, _, bottom = number.box
        near = [line for line in lines if line.box[1] < bottom and top < line.box[3] and hangs_before(number, line)]
        if near:
            host_of.setdefault(id(min(near, key=lambda line: line.box.x0)), number)
    gone = {id(number) for number in host_of.values()}
    return [
        merge_lines([host_of[id(line)], line]) if id(line) in host_of else line
        for line in lines
        if id(line) not in gone
    ]


def is_number(line: Line) -> bool:
    """Whether a line is a number of a paragraph, or a bullet, and nothing else."""
    words = line.words
    return len(words) <= 2 and words[0].angle == 0 and bool(_NUMBER.fullmatch("".join(word.text for word in words)))


def is_bullet(line: Line) -> bool:
    """Whether a line is one sign and nothing else."""
    return len(line.text) == 1 and not line.text.isalnum()


def hangs_before(number: Line, line: Line) -> bool:
    """Whether a number stands in the margin beside a line of text."""
    gap = line.box.x0 - number.box.x1
    return (
        0 <= gap <= MAX_HANG_PT
        and line.words[0].angle == 0
        and len(line.words) > 1
        and number.style.size <= MAX_SIZE * line.style.size
        and shared_height(line.box, number.box) >= MIN_SHARED * min(line.box.height, number.box.height)
    )
