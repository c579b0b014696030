"""Which lines of the first column are one label: lines without values go to the row above, to the one below, or alone.

A word processor sets a row's values beside the first line of its label, government printers beside the last.  What
tells the two apart: where a text breaks off or goes on, whether the next word would still have fitted, the spacing.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from reportparse.pdf import Style
from reportparse.tables.second_lines import find_second_types, is_second
from reportparse.tables.segments import Segment, has_leader

# Lines further apart than this, in parts of the type size, are no lines of one label.
MAX_LEADING_EM = 1.6
# Spacings that differ by more than this part are two spacings.
CLEARLY = 1.18
# Width of the space before the next word, in parts of the type size.
SPACE_EM = 0.25
# How much speaks for two lines being one label: the words do, the spacing does, the next word had no room.
BY_WORDS, BY_SPACING, BY_ROOM = 3, 2, 1
# Values without a label are sums where they are so many, and no nearer to the label below than rows are.
MIN_SUMS = 2

GOES_ON = re.compile(r"[a-z(,;&/)]|and |of |or ")
NOT_DONE = re.compile(
    r"(?:[,;(/&-]|\b(?:and|of|or|the|to|for|in|with|per|by|from|on|a|other|fesul|gan|gyda|neu))$", re.IGNORECASE
)

LIGHT = re.compile(r"light|thin", re.IGNORECASE)


class LabelLine(Protocol):
    """A printed line of a table."""

    @property
    def labels(self) -> list[Segment]:
        """Texts of the first column, from top to bottom."""

    @property
    def baseline(self) -> float:
        """Of its largest text."""

    @property
    def value_count(self) -> int:
        """Cells right of the first column with a number or its stand-in."""


class LabelSpace(NamedTuple):
    """The first column of one table."""

    right: float
    """As far as its texts reach, or might."""
    leading: float
    """Least distance of two lines."""
    pitch: float
    """Usual distance of rows of one line; 0 where unknown."""
    is_bottom: bool
    """Values stand beside the last line of a label."""
    second: frozenset[Style] = frozenset()
    """Types in which labels go on in a second line."""


def find_space(lines: Sequence[LabelLine], pitch: float, edge: float = 0.0) -> LabelSpace:
    """Learn how the labels of a table are set; `edge` is how far they might reach, if that is known."""
    right = max([edge, *(segment.x1 for line in lines for segment in line.labels)])
    steps = [b.baseline - a.baseline for a, b in pairwise(lines)]
    second = find_second_types((line.labels[-1], line.value_count > 0) for line in lines if line.labels)
    space = LabelSpace(right, min(steps, default=0.0), pitch, is_bottom=False, second=second)
    up = down = 0
    has_leaders = sum(has_leader(line.labels[-1]) for line in lines if line.labels and line.value_count) > 1
    for above, line, below in zip(lines, lines[1:], [*lines[2:], None], strict=False):
        if line.value_count or not line.labels:
            continue
        up += bool(above.value_count) and _link(above, line, space) == BY_WORDS
        if below is not None and below.value_count:
            down += _link(line, below, space) == BY_WORDS
            down += has_leaders and bool(below.labels) and has_leader(below.labels[-1])
    return space._replace(is_bottom=down > up)


def split_between(
    lines: Sequence[LabelLine], above: LabelLine | None, below: LabelLine | None, space: LabelSpace
) -> tuple[int, int]:
    """How many of the lines between two rows go on with the one above, and how many begin the one below.

    The rest stand alone, as headings do.
    """
    chain = [*([above] if above else []), *lines, *([below] if below else [])]
    links = [_link(a, b, space) for a, b in pairwise(chain)]
    if above is None:
        cut = 0
        links = [0, *links]
    elif below is None:
        cut = len(lines)
    else:
        weakest = min(links)
        places = [i for i, link in enumerate(links) if link == weakest]
        cut = places[0] if space.is_bottom else places[-1]
    up = next((i for i in range(cut) if not links[i]), cut)
    down = 0
    while below is not None and down < len(lines) - cut and links[len(lines) - down]:
        down += 1
    return up, down


def goes_on(above: LabelLine, below: LabelLine) -> bool:
    """Whether the words of a label alone tell that it goes on with the one above, at the leading of a text."""
    if not above.labels or not below.labels:
        return False
    first, second = above.labels[-1], below.labels[0]
    is_near = below.baseline - above.baseline <= MAX_LEADING_EM * first.size and second.x0 >= first.x0 - 1.5
    is_open = first.text.count("(") > first.text.count(")")
    tells = is_open or GOES_ON.match(second.text) or NOT_DONE.search(first.text)
    return is_near and bool(tells) and _are_alike(first, second)


def are_one(above: LabelLine, below: LabelLine, space: LabelSpace) -> bool:
    """Whether two labels without values are one: the words tell it, or that they are nearer than rows of one line."""
    return _link(above, below, space) >= BY_SPACING


def _link(above: LabelLine, below: LabelLine, space: LabelSpace) -> int:
    """How much speaks for the label of the second line going on with that of the first."""
    step = below.baseline - above.baseline
    if not above.labels and space.pitch and step * CLEARLY >= space.pitch:
        return 0  # a sum without a label, and the heading below it
    if not above.labels or not below.labels:
        size = (above.labels or below.labels)[0].size if above.labels or below.labels else 0.0
        is_sum = not above.labels and above.value_count >= MIN_SUMS and step * CLEARLY >= space.pitch > 0
        return BY_WORDS if step < MAX_LEADING_EM * size and not is_sum else 0
    first, second = above.labels[-1], below.labels[0]
    if is_second(second, space.second) and not is_second(first, space.second):
        return BY_WORDS
    if step > MAX_LEADING_EM * first.size or not _are_alike(first, second) or second.x0 < first.x0 - 1.5:
        return 0
    if goes_on(above, below):
        return BY_WORDS
    if first.text.endswith(":") or has_leader(first):
        return 0
    if space.pitch and step * CLEARLY < space.pitch:
        return BY_SPACING
    word = second.words[0]
    has_room = first.x1 + SPACE_EM * first.size + word.x1 - word.x0 <= space.right + 0.5
    return 0 if has_room or step > CLEARLY * space.leading else BY_ROOM


def _are_alike(a: Segment, b: Segment) -> bool:
    one, other = a.words[-1].style, b.words[0].style
    is_one_weight = one.is_bold == other.is_bold and _is_light(one) == _is_light(other)
    return is_one_weight and one.is_italic == other.is_italic and abs(one.size - other.size) < 0.6


def _is_light(style: Style) -> bool:
    """Whether a face is named a light one: beside it the plain face of its family is what a bold one is elsewhere."""
    return bool(LIGHT.search(style.font))
