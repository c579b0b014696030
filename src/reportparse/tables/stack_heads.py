"""The header of a table framed by rules, and rows without rules under it, above the first one of a stack."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from reportparse.pdf import Word
from reportparse.tables.headers import is_year
from reportparse.tables.named import find_number
from reportparse.tables.rulings import Edge
from reportparse.tables.runs import has_values
from reportparse.tables.segments import MIN_GAP_EM, Row, Segment, cut_rows, is_value

# A header may stand this far above the first rule, or above rows of values there, in points.
HEAD_PT = 110.0
# Lines of a header stand no further apart than this, in parts of the type size.
MAX_HEAD_GAP_EM = 3.0
# Part of the width that a line of a paragraph fills, and its fewest words.
PROSE_WIDTH, PROSE_WORDS = 0.7, 7
# A label begins this near to where the rules do, in parts of the type size.
LABEL_EM = 3.0
# Edges nearer than this are one, in points.
SAME_EDGE_PT = 2.0
# Lines of a text follow each other this near, at their widest.
MAX_TEXT_STEP_EM = 1.75
# Words of a line of prose in columns; a header has no two such lines below each other at one edge.
COLUMN_WORDS = 5
# Lines of one header cell follow each other this near, in parts of the type size.
MAX_LEADING_EM = 1.5
# A label and a head lower down at its right are of one line where no two lines of text stand so near.
MAX_SOLID_EM = 1.1
# Heads of a table of words, with that of its labels.
MIN_HEADS = 3
_BASELINE = attrgetter("baseline")


def find_top(
    rule: Edge,
    ends: tuple[float, float],
    above: float,
    words: Sequence[Word],
    heights: Sequence[float],
    first: Row | None = None,
) -> float:
    """Top of what belongs to a table above its first rule, between `ends` and below `above`; `first` is the row below.

    A first rule over a sum has rows of values above it, perhaps many, and the header stands above those.
    """
    low = rule.at
    while True:
        low = max(above, low - HEAD_PT)
        near = words[bisect_left(heights, low) : bisect_right(heights, rule.at)]
        inside = _without_crossing(near, *ends)
        rows = cut_rows(inside) if inside else []
        top = _find_head(rows, rule, first)
        if not _may_go_on(rows, top) or low == above or rows[0][0].baseline > low + HEAD_PT:
            return top


def _may_go_on(rows: Sequence[Row], top: float) -> bool:
    """Whether a table that begins at `top` may have more above: rows of values are first, below a label perhaps."""
    valued = rows[1:] if rows and len(rows[0]) == 1 else rows
    return bool(valued) and top <= valued[0][0].top and any(map(has_values, valued))


def _without_crossing(words: Sequence[Word], start: float, end: float) -> list[Word]:
    """The words between `start` and `end` below the last text with a line that runs on beyond either.

    `words` are in the order of their baselines.
    """
    inside = [word for word in words if start <= (word.x0 + word.x1) / 2 <= end]
    outside = [word for word in words if not start <= (word.x0 + word.x1) / 2 <= end]
    levels = list(map(_BASELINE, inside))
    last = max((word for word in outside if _runs_into(word, inside, levels)), key=_BASELINE, default=None)
    if last is None:
        return inside
    low = last.baseline
    for word in sorted(inside, key=_BASELINE):
        if word.style == last.style and low < word.baseline <= low + MAX_TEXT_STEP_EM * word.style.size:
            low = word.baseline
    return [word for word in inside if word.baseline > low + word.style.size / 2]


def _runs_into(word: Word, others: Sequence[Word], levels: Sequence[float]) -> bool:
    """Whether a word and one of `others`, of which `levels` are the baselines, stand in one line."""
    near = others[bisect_left(levels, word.baseline - 1) : bisect_right(levels, word.baseline + 1)]
    return any(_run_on(word, other) for other in near)


def _run_on(a: Word, b: Word) -> bool:
    """Whether no more than a space parts two words of one line."""
    gap = max(a.x0, b.x0) - min(a.x1, b.x1)
    return abs(a.baseline - b.baseline) < 1 and gap <= MIN_GAP_EM * min(a.style.size, b.style.size)


def _find_head(rows: Sequence[Row], rule: Edge, first: Row | None) -> float:
    """Top of the lines right above the first rule that may be a header: neither a caption nor prose, and near."""
    top, width = rule.at - 1, rule.end - rule.start
    for at in range(len(rows) - 1, -1, -1):
        row, above, below = rows[at], rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else first
        size = row[0].size
        if find_number(row[0].text) or is_prose(row, width) or top - row[0].baseline > MAX_HEAD_GAP_EM * size:
            break
        if (above is not None and runs_on(above, row)) or _is_above_bold(row, rows[at + 1 : at + 2]):
            break
        is_lone = len(row) == 1 and row[0].x0 < rule.start + LABEL_EM * size
        if is_lone and not (_goes_on(above, row) or _goes_on(row, below) or _heads_section(row, above, below)):
            break  # no line of a header names the first column alone
        top = min(top, min(segment.top for segment in row) - 0.5)
    return top


def _heads_section(row: Row, above: Row | None, below: Row | None) -> bool:
    """Whether a label alone names the first section: heads of values stand right above it, and values below these.

    The labels may have a head, too, at their edge; then texts may stand under the heads, one under each.
    """
    if above is None or below is None or row[0].baseline - above[0].baseline > MAX_HEAD_GAP_EM * row[0].size:
        return False
    has_label = abs(above[0].x0 - row[0].x0) < SAME_EDGE_PT
    if not has_label and any(head.x0 <= row[0].x1 for head in above):
        return False
    if any(is_value(head.text) and not is_year(head.text) for head in above):
        return False
    if has_label and len(above) == len(below) >= MIN_HEADS:
        return all(a.x0 < b.x1 and b.x0 < a.x1 for a, b in zip(above, below, strict=True))
    return has_values(below) and any(a.x0 < b.x1 and b.x0 < a.x1 for a in above for b in below[1:])


def _is_above_bold(row: Row, below: Sequence[Row]) -> bool:
    """Whether a line of several words that are not bold stands above a bold header: stretched prose has wide gaps."""
    words = [word for segment in row for word in segment.words]
    if not below or len(words) < COLUMN_WORDS or any(word.style.is_bold for word in words):
        return False
    return all(word.style.is_bold for segment in below[0] for word in segment.words)


def runs_on(above: Row, row: Row) -> bool:
    """Whether a text of several words goes on with another at its edge: prose, beside others in columns or alone."""
    long = [segment for segment in above if len(segment.words) >= COLUMN_WORDS]
    return any(
        abs(a.x0 - b.x0) < 2 and b.baseline - a.baseline < MAX_LEADING_EM * a.size
        for a in long
        for b in row
        if len(b.words) >= COLUMN_WORDS
    )


def _goes_on(above: Row | None, row: Row | None) -> bool:
    """Whether two lines, of which one is lone, are lines of one header; or both, nearer than lines of a text."""
    if above is None or row is None:
        return False
    if len(above) == len(row) == 1:
        return stands_raised(above[0], row[0])
    return row[0].baseline - above[0].baseline < MAX_LEADING_EM * row[0].size


def stands_raised(label: Segment, head: Segment) -> bool:
    """Whether a label is of one line with a head at its right that is set lower, in smaller type: over "£000"."""
    is_near = head.baseline - label.baseline <= MAX_SOLID_EM * max(label.size, head.size)
    return is_near and label.x1 < head.x0


def is_prose(row: Row, width: float) -> bool:
    """Whether a line is one text of many words that fills most of a width, as lines of paragraphs do."""
    return len(row) == 1 and len(row[0].words) >= PROSE_WORDS and row[0].x1 - row[0].x0 >= PROSE_WIDTH * width
