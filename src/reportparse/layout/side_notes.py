"""Notes beside a paragraph, in lighter type than its own: each is read before the paragraph that it stands beside.

Other text of the page runs as wide as both, so that no column parts them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.layout.hanging import is_number
from reportparse.layout.lines import Line
from reportparse.layout.margin_heads import (
    MAX_LEADING_EM,
    MAX_OFF_EM,
    MIN_GUTTER_PT,
    MIN_LARGER_PT,
    MIN_WORDS,
    SAME_EDGE_PT,
    are_in_line,
)

# A note is no wider than this part of its paragraph, which has so many lines, and no fewer than the note.
MAX_WIDTH, MIN_LINES = 0.5, 3
# Marks and numbers in a margin have fewer letters.
MIN_LETTERS = 3


def find_side_notes(lines: Sequence[Line]) -> list[list[Line]]:
    """The notes left of paragraphs, each as its lines, downwards; labels that end in a colon are none."""
    edge = max([line.box.x0 for line in lines if len(line.words) >= MIN_WORDS], default=0.0) - MIN_GUTTER_PT
    narrow = [line for line in lines if line.box.x1 <= edge and _has_words(line)]
    if not narrow:
        return []  # as on most pages
    ordered = sorted(lines, key=lambda line: line.baseline)
    found: list[list[Line]] = []
    taken: set[int] = set()
    for first in narrow:
        note = [] if id(first) in taken else _read_note(first, ordered)
        taken.update(map(id, note))
        found += [note] if note else []
    return found


def _has_words(line: Line) -> bool:
    return line.words[0].angle == 0 and sum(map(str.isalpha, line.text)) >= MIN_LETTERS and not is_number(line)


def _read_note(first: Line, ordered: Sequence[Line]) -> list[Line]:
    """The lines of the note that begins with `first`, right at the head of the paragraph beside it; or none."""
    reach = MAX_OFF_EM * first.style.size
    beside = [
        line
        for line in ordered
        if abs(line.baseline - first.baseline) <= reach and line.box.x0 - first.box.x1 >= MIN_GUTTER_PT
    ]
    if len(beside) != 1 or not _is_lighter(first, beside[0]):
        return []
    paragraph = _read_paragraph(beside[0], ordered)
    if len(paragraph) < MIN_LINES:
        return []
    left, top, foot = paragraph[0].box.x0, paragraph[0].box.top, paragraph[-1].box.bottom
    near = [line for line in ordered if line.box.x0 < left and line.box.bottom > top and line.box.top < foot]
    note = [line for line in near if line.box.x1 <= left - MIN_GUTTER_PT]
    is_one = len(note) == len(near) <= len(paragraph) and note[0] is first
    is_one = is_one and all(_go_on(above, line) for above, line in pairwise(note))
    widest = max((line.box.x1 for line in paragraph), default=left) - left
    is_narrow = all(line.box.width <= MAX_WIDTH * widest for line in note)
    return note if is_one and is_narrow and are_in_line(note) and note[-1].text[-1] not in ":;," else []


def _is_lighter(note: Line, text: Line) -> bool:
    """Whether a note is set otherwise than a line of prose beside it, but not as headings are."""
    own, style = note.style, text.style
    is_heavy = own.is_bold > style.is_bold or own.size > style.size + MIN_LARGER_PT
    is_other = own.size < style.size - MIN_LARGER_PT or own.is_italic != style.is_italic
    return len(text.words) >= MIN_WORDS and is_other and not is_heavy


def _read_paragraph(first: Line, ordered: Sequence[Line]) -> list[Line]:
    """The lines that go down from `first` at one edge; none if one stands right above it."""
    column = [line for line in ordered if abs(line.box.x0 - first.box.x0) <= SAME_EDGE_PT]
    place = next(place for place, line in enumerate(column) if line is first)
    if place and _go_on(column[place - 1], first):
        return []
    return [first, *_run_on(column[place:])]


def _run_on(column: Sequence[Line]) -> Iterator[Line]:
    for above, line in pairwise(column):
        if not _go_on(above, line):
            return
        yield line


def _go_on(above: Line, line: Line) -> bool:
    """Whether two lines follow each other at the leading of one text, in one size."""
    is_near = 0 < line.baseline - above.baseline <= MAX_LEADING_EM * line.style.size
    return is_near and abs(line.style.size - above.style.size) < MIN_LARGER_PT
