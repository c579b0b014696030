"""Headings in the margin of a page part the tables beside them: those of notes to accounts have the tables' rules."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from reportparse.geometry import shared_height
from reportparse.layout.lines import Line, find_lines
from reportparse.layout.margin_heads import MIN_LARGER_PT, find_margin_heads
from reportparse.pdf import Style, Word
from reportparse.text import cut_continued

# A table's head begins no further above the heading beside it than this, in sizes of the heading's type.
MAX_ABOVE_EM = 0.5
_STYLE, _LEFT, _RIGHT = map(attrgetter, ("style", "x0", "x1"))


def find_heads(page: int, words: Sequence[Word]) -> list[list[Line]]:
    """The headings in the margin of a page, each as its lines, where they are larger than all that stands beside them.

    Labels of rows, which are as large as those, are none.
    """
    if not _may_have_margin(words):
        return []
    lines = find_lines(page, words)
    heads = find_margin_heads(lines)
    return heads if all(_is_larger(line, lines) for head in heads for line in head) else []


def _may_have_margin(words: Sequence[Word]) -> bool:
    """A quick look: whether all words of a bold or larger type stand left of all those in the type of most words."""
    sides: dict[Style, tuple[float, float, int]] = {}
    for style, group in groupby(words, key=_STYLE):
        run = list(group)
        left, right, count = sides.get(style, (float("inf"), float("-inf"), 0))
        sides[style] = min(left, *map(_LEFT, run)), max(right, *map(_RIGHT, run)), count + len(run)
    most = max(sides, key=lambda style: sides[style][2], default=None)
    return most is not None and any(
        right <= sides[most][0] and (style.is_bold > most.is_bold or style.size >= most.size + MIN_LARGER_PT)
        for style, (_, right, _) in sides.items()
    )


def _is_larger(heading: Line, lines: Sequence[Line]) -> bool:
    beside = (line for line in lines if line.box.x0 >= heading.box.x1 and shared_height(line.box, heading.box) > 0)
    return all(heading.style.size >= line.style.size + MIN_LARGER_PT for line in beside)


def part_at_heads(words: Sequence[Word], heads: Sequence[Sequence[Line]]) -> Iterator[Sequence[Word]]:
    """The words of a page from each of the headings to the next one, without these."""
    gone = {word.order for head in heads for line in head for word in line.words}
    tops = [head[0].box.top - MAX_ABOVE_EM * head[0].style.size for head in heads]
    for top, bottom in pairwise([float("-inf"), *tops, float("inf")]):
        inside = [word for word in words if top <= (word.top + word.bottom) / 2 < bottom and word.order not in gone]
        if inside:
            yield inside


def begins_part(top: float, heads: Sequence[Sequence[Line]]) -> bool:
    """Whether a table that begins at `top` stands beside one of the headings that does not say that it goes on."""
    for head in heads:
        is_beside = head[0].box.top - MAX_ABOVE_EM * head[0].style.size <= top <= head[-1].box.bottom
        text = " ".join(line.text for line in head)
        if is_beside and cut_continued(text) == text:
            return True
    return False
