"""Huge numbers of chapters, "1" beside or over "Safer streets": each is one title with what it numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportparse.layout.chapter_numbers import MAX_DIGITS, NUMBER_RATIO, TITLE_RATIO
from reportparse.structure.blocks import Block, Element
from reportparse.structure.typography import Typography

# Fewest chapters that count up from the first.
MIN_CHAPTERS = 2
MAX_LINES = 4


def join_chapter_numbers(elements: Sequence[Element], typography: Typography) -> list[Element]:
    """The elements in order, each huge number joined with the title after it, where they count the chapters up."""
    pairs = list(_find_pairs(elements, typography))
    values = [int(number.text) for number, _ in pairs]
    if len(pairs) < MIN_CHAPTERS or values[0] > 1 or any(b - a != 1 for a, b in pairwise(values)):
        return list(elements)
    numbers = {id(title): number for number, title in pairs}
    gone = {id(number) for number, _ in pairs}
    kept = (element for element in elements if id(element) not in gone)
    return [_join(numbers[id(one)], one) if isinstance(one, Block) and id(one) in numbers else one for one in kept]


def _find_pairs(elements: Sequence[Element], typography: Typography) -> Iterator[tuple[Block, Block]]:
    """(number, title) of each number that is much larger than the title that follows on its page."""
    least = TITLE_RATIO * typography.body.size
    for number, title in pairwise(elements):
        if not isinstance(number, Block) or not isinstance(title, Block) or number.page != title.page:
            continue
        is_number = number.text.isdecimal() and len(number.text) <= MAX_DIGITS
        is_title = len(title.lines) <= MAX_LINES and title.text[-1] not in ".;,"
        if is_number and is_title and least <= title.style.size <= number.style.size / NUMBER_RATIO:
            yield number, title


def _join(number: Block, title: Block) -> Block:
    """One block in the title's type."""
    first = number.lines[0]._replace(style=title.style)
    return replace(title, lines=[first, *title.lines])


__all__ = ["join_chapter_numbers"]
