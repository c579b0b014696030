"""Which lines of a page belong to a drawing: tick labels, categories, legends, its title; and which run past it."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from reportparse.geometry import Box, grow, has_middle_in, shared_height, shared_width, unite
from reportparse.layout import Line
from reportparse.pdf import Page, Rule
from reportparse.pictures.grounds import find_grounds, is_on_ground
from reportparse.pictures.labels import read_amount
from reportparse.pictures.running import SAME_ROW_PT, find_running
from reportparse.pictures.slanted import find_all_lines, is_slanted

# Labels stand this near to what they label, in points; those of slices further out, as part of the radius.
LABEL_PT = 15.0
NEAR_LABEL_PT = 13.0
# An axis's title, turned and beside the middle of its axis, stands this near to the labels: twice as far as these.
AXIS_TITLE_PT = 30.0
# The middle of an axis is off that of the drawing by so much of its height, where a legend stands below the axis.
AXIS_MIDDLE = 0.2
SLICE_LABEL = 0.45
# Beside it they stand with this part of their height at least; at the end of the lowest leader line it is half of it.
BESIDE = 0.4
# They are set smaller than the text by this factor, or have at most so many words.
LABEL_SIZE = 0.93
# A title right above its chart needs to be smaller by this factor alone.
CLOSE_LABEL_SIZE = 0.97
MAX_LABEL_WORDS = 6
# Names further off than labels stand beside this many level bars at least, and this near as part of their length.
MIN_NAMED_BARS = 3
MAX_NAME_GAP = 0.6
# A chart's title stands this near above it, in points, and is at most so many times as large as the text.
TITLE_PT = 40.0
MAX_TITLE_SIZE = 1.7
# One that begins with the text right above its chart is hardly larger than it; headings are 1.2 times as large.
MAX_CLOSE_SIZE = 1.15
MAX_TITLE_WORDS = 16
# A bold or slanted title that begins with the text, as headings do, stands this near above its chart, in type sizes:
# axes reach up to 1.9 above the highest value and its label.
CLOSE_EM = 2.0
# A title is centred over its chart to this many points, or to this part of a wide one, which may begin at its axis ...
CENTRED_PT, CENTRED = 12.0, 0.04
# ... or begins with it, to this many points.
FLUSH_PT = 3.0
ROUNDS = 3
_TABLE = re.compile(r"Table\s+[A-Z]?\d")
# Text further than this above and below all drawings, in points, is none of theirs: labels in rings and a title.
FAR_PT = ROUNDS * LABEL_PT + TITLE_PT + 15.0
# A rule as long as this, in points, parts a text from a drawing as a table's does.
MIN_RULE_PT = 3 * LABEL_PT
# Labels of one row are of one type, to this many points; titles in the next column are larger.
SAME_SIZE_PT = 0.6
# Where a chart is from is text below it, and no label.
_SOURCE = re.compile(r"(?:sources?|data|ffynhonnell)\s?:", re.IGNORECASE)


class Texts(NamedTuple):
    """The text round the drawings of a page and what it is judged by, told once for all of them."""

    lines: list[Line]
    running: frozenset[int]
    """The order of the first word of each line that is one of a paragraph rather than a label."""
    body_size: float
    """Of the report's text, in points."""
    left: float
    """Where the text of the page begins."""
    rules: list[Rule]
    """Level lines as long as a table's."""
    grounds: list[Box]
    """Coloured boxes of one size: of the rows and cells of a table, and cards side by side."""

    def is_running(self, line: Line) -> bool:
        """Whether a line is one of a paragraph rather than a label."""
        return line.words[0].order in self.running

    def find_walls(self) -> list[Box]:
        """The boxes of running text: no chart reaches over it."""
        return [line.box for line in self.lines if line.words[0].order in self.running]


def read_texts(page: Page, body_size: float, near: Iterable[Box], marks: AbstractSet[int]) -> Texts:
    """The lines that may have to do with drawings, and which of them run on.

    Args:
        page: Its words and rules.
        body_size: Of the report's text, in points.
        near: What drawings can be grown from; text far above and below all of it belongs to none.
        marks: Of figures of the tags, whose words are theirs wherever they stand.
    """
    rules = [rule for rule in page.rules if not rule.is_side]
    tops = [*[box.top for box in near], *[rule.top for rule in rules]]
    bottoms = [*[box.bottom for box in near], *[rule.bottom for rule in rules]]
    upper, lower = min(tops, default=0.0) - FAR_PT, max(bottoms, default=0.0) + FAR_PT
    words = [word for word in page.words if upper <= word.baseline <= lower or word.mark in marks]
    lines = find_all_lines(page.number, words)
    left = min([word.x0 for word in page.words], default=0.0)
    long = [rule for rule in rules if rule.x1 - rule.x0 > MIN_RULE_PT and rule.is_horizontal]
    running = find_running(lines, LABEL_SIZE * body_size)
    return Texts(lines, running, body_size, left, long, find_grounds(page))


def take_inner_labels(drawing: Box, lines: Sequence[Line]) -> tuple[Box, list[Line]]:
    """The lines in a diagram, which has its words in its boxes and at its strokes; the box that holds all."""
    labels = [line for line in lines if has_middle_in(line.box, drawing)]
    return unite([drawing, *[line.box for line in labels]]), labels


def take_labels(drawing: Box, lines: Sequence[Line], texts: Texts, *, is_pie: bool) -> tuple[Box, list[Line]]:
    """The lines in a drawing and its labels round it, a ring at a time; the box that holds all.

    A line of a table between a text and the drawing keeps them apart, as do the grounds of its rows, and of cards.

    Args:
        drawing: Its box.
        lines: Free lines of the page.
        texts: All of the page's.
        is_pie: Labels stand all round, further out.
    """
    labels = [line for line in lines if has_middle_in(line.box, drawing)]
    known = texts.running.union([line.words[0].order for line in labels])
    free = [line for line in lines if line.words[0].order not in known and not _SOURCE.match(line.text)]
    left = _without_tables(drawing, free)
    far = SLICE_LABEL * drawing.height if is_pie else 0.0
    box = drawing
    for _ in range(ROUNDS):
        near = _find_near(box, left, max(LABEL_PT, far))
        ring = [
            line for line in near
            if _is_label(line, box, left, texts.body_size, far) and not is_parted(line, drawing, texts.rules)
            and not is_on_ground(line, drawing, texts.grounds)
        ]  # fmt: skip
        if not ring:
            break
        labels += ring
        taken = {line.words[0].order for line in ring}
        left = [line for line in left if line.words[0].order not in taken]
        box = unite([box, *[line.box for line in ring]])
        far = 0.0
    labels += _find_axis_titles(box, drawing, left)
    return unite([box, *[line.box for line in labels]]), labels


def _find_axis_titles(box: Box, drawing: Box, lines: Iterable[Line]) -> list[Line]:
    """Turned lines beside a chart, further off than labels, whose middle is at the height of the drawing's."""
    return [
        line
        for line in lines
        if line.words[0].angle in (90, 270)
        and max(line.box.x0 - box.x1, box.x0 - line.box.x1) <= AXIS_TITLE_PT
        and abs(line.box.middle[1] - drawing.middle[1]) <= AXIS_MIDDLE * drawing.height
        and line.box.height <= drawing.height
    ]


def _without_tables(drawing: Box, lines: Sequence[Line]) -> list[Line]:
    """The lines less those that name a table, and what stands beyond these as seen from the drawing."""
    names = [line.box for line in lines if _TABLE.match(line.text)]
    upper = max([box.bottom for box in names if box.bottom <= drawing.top + SAME_ROW_PT], default=float("-inf"))
    lower = min([box.top for box in names if box.top >= drawing.bottom - SAME_ROW_PT], default=float("inf"))
    return [line for line in lines if upper < line.box.middle[1] < lower] if names else list(lines)


def _find_near(box: Box, lines: Iterable[Line], reach: float) -> list[Line]:
    """The lines no further than `reach` from a box."""
    x0, top, x1, bottom = grow(box, reach)
    return [
        line for line in lines
        if line.box.x0 <= x1 and line.box.x1 >= x0 and line.box.top <= bottom and line.box.bottom >= top
    ]  # fmt: skip


def _is_label(line: Line, box: Box, lines: Sequence[Line], body_size: float, far: float) -> bool:
    """Whether a line stands beside, above or below a drawing as labels do: a number, small, in a row, or short."""
    if line.text.rstrip()[-1:] == "." and len(line.words) > 1 and not line.text.endswith("etc."):
        return False
    gap_x = max(line.box.x0 - box.x1, box.x0 - line.box.x1)
    gap_y = max(line.box.top - box.bottom, box.top - line.box.bottom)
    beside = shared_height(line.box, box) > BESIDE * line.box.height
    along = shared_width(line.box, box) > 0.5 * line.box.width and line.box.width <= box.width + 2 * LABEL_PT
    if not ((beside and gap_x <= max(LABEL_PT, far)) or (along and gap_y <= max(LABEL_PT, 0.5 * far))):
        return False
    is_small = line.style.size <= LABEL_SIZE * body_size
    if not is_small and len(line.words) > 1 and len(line.words[0].text) == 1 and not line.text[0].isalnum():
        return False  # an item of a list; a legend's signs stand before small type
    is_turned = bool(line.words[0].angle) or is_slanted(line.words[0])
    is_plain = is_small or read_amount(line.text) is not None or is_turned
    if beside and gap_x <= max(LABEL_PT, far):
        is_short = len(line.words) <= MAX_LABEL_WORDS and line.style.size <= body_size * 1.1
        return (is_plain and line.box.width <= 0.6 * box.width) or (is_short and gap_x <= max(NEAR_LABEL_PT, far))
    if is_plain:
        return True
    row = [other for other in lines if abs(other.baseline - line.baseline) < SAME_ROW_PT]
    if line.style.size > body_size * 1.1 or (line.style.is_bold and len(row) < 2):
        return False
    is_row = len(row) >= 2 and all(
        shared_width(other.box, grow(box, LABEL_PT)) > 0 and abs(other.style.size - line.style.size) < SAME_SIZE_PT
        for other in row
    )
    is_centred = abs(line.box.middle[0] - box.middle[0]) < CENTRED_PT and len(line.words) <= MAX_LABEL_WORDS
    return is_row or (is_centred and line.box.top > box.middle[1])


def find_bar_names(bars: Sequence[Box], lines: Sequence[Line], labels: Sequence[Line]) -> list[Line]:
    """The names of level bars in a column further to the left: one beside each bar, all of them on one edge.

    Args:
        bars: Of the drawing; all begin at one place, and none stands beside another.
        lines: Free ones.
        labels: Those that the drawing has already; where one stands to the left of the bars, it has its names.
    """
    foot = min([bar.x0 for bar in bars], default=0.0)
    ordered = sorted(bars, key=attrgetter("top"))
    is_row = all(abs(bar.x0 - foot) < SAME_ROW_PT for bar in bars) and all(
        above.bottom < below.top for above, below in pairwise(ordered)
    )
    if len(bars) < MIN_NAMED_BARS or not is_row or any(line.box.x1 < foot for line in labels):
        return []
    names: list[Line] = []
    for bar in ordered:
        beside = [line for line in lines if line.box.x1 < foot and shared_height(line.box, bar) > 0.5 * line.box.height]
        if len(beside) != 1 or foot - beside[0].box.x1 > MAX_NAME_GAP * max(bar.width for bar in bars):
            return []
        names += beside
    is_edge = any(max(edges) - min(edges) < SAME_ROW_PT for edges in zip(*[line.box for line in names], strict=True))
    return names if is_edge else []


def is_parted(line: Line, box: Box, rules: Iterable[Rule]) -> bool:
    """Whether one of the level `rules` lies between a line and the drawing."""
    x, top = line.box.middle
    between = [rule.top for rule in rules if rule.x0 <= x <= rule.x1]
    return any(top < rule < box.top or box.bottom < rule < top for rule in between)


def find_title(box: Box, drawing: Box, lines: Sequence[Line], texts: Texts) -> Line | None:
    """A line right above the picture: of small type, centred over its drawing, or bold or slanted and near."""
    above = [
        line for line in lines
        if box.top - line.box.bottom <= TITLE_PT and line.box.bottom <= drawing.top + 2
        and shared_width(line.box, box) > 0 and read_amount(line.text) is None
        and not is_parted(line, drawing, texts.rules)
    ]  # fmt: skip
    if not above:
        return None
    line = max(above, key=lambda line: line.baseline)
    beside = [other for other in lines if shared_width(other.box, box) > 0]  # values of a table's last row, too
    if any(other is not line and abs(other.baseline - line.baseline) < SAME_ROW_PT for other in beside):
        return None
    is_close = box.top - line.box.bottom <= CLOSE_EM * line.style.size
    is_apart = line.style.is_bold or (line.style.is_italic and is_close)
    is_within = box.x0 - TITLE_PT <= line.box.x0 or (is_apart and is_close and line.box.x0 >= texts.left - FLUSH_PT)
    is_within = is_within and line.box.x1 <= box.x1 + TITLE_PT
    if not is_within or line.text.rstrip()[-1:] in ".,;" or len(line.words) > MAX_TITLE_WORDS:
        return None
    is_inset = line.box.x0 > texts.left + 3
    off = min(abs(line.box.middle[0] - other.middle[0]) for other in (box, drawing))
    is_centred = off <= max(CENTRED_PT, CENTRED * box.width)
    if is_inset and is_centred and line.style.size <= MAX_TITLE_SIZE * texts.body_size:
        return None if texts.is_running(line) and not line.style.is_bold else line
    if line.style.size > (MAX_CLOSE_SIZE if is_close else 1.1) * texts.body_size:
        return None
    is_small = line.style.size <= (CLOSE_LABEL_SIZE if is_close else LABEL_SIZE) * texts.body_size
    is_flush = is_inset and is_close and any(abs(line.box.x0 - other.x0) < FLUSH_PT for other in (box, drawing))
    if is_small or (is_apart and (is_inset or is_close)):
        return line
    return line if is_flush and not texts.is_running(line) else None
