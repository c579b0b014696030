"""Numbers of chapters, huge beside a title: each is a line of its own, before the title."""

from collections.abc import Sequence
from statistics import median

from reportparse.geometry import shared_height
from reportparse.layout.lines import Line

# Chapters have two digits; the number is this much larger than the title, and that than the text.
MAX_DIGITS, NUMBER_RATIO, TITLE_RATIO = 2, 1.8, 1.4


def find_chapter_numbers(lines: Sequence[Line]) -> set[int]:
    """The numbers (by `id`) that stand left of lines of a title."""
    numbers = [line for line in lines if len(line.text) <= MAX_DIGITS and line.text.isdecimal()]
    if not numbers:
        return set()
    others = [line.style.size for line in lines if line not in numbers]
    is_title = len(set(others)) == 1  # nothing but the title stands in the band
    least = 0.0 if is_title else TITLE_RATIO * median([line.style.size for line in lines])
    return {id(number) for number in numbers if any(_is_title_of(line, number, least) for line in lines)}


def _is_title_of(line: Line, number: Line, least: float) -> bool:
    is_beside = line.box.x0 >= number.box.x1 and shared_height(line.box, number.box) > 0
    return is_beside and least <= line.style.size <= number.style.size / NUMBER_RATIO


__all__ = ["find_chapter_numbers"]
