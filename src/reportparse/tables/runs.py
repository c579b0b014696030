"""Runs of lines that may be a table: their gaps lie above one another."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reportparse.pdf import Style
from reportparse.tables.headers import are_letters, is_year
from reportparse.tables.named import NOTE, find_number
from reportparse.tables.second_lines import find_second_types, is_second
from reportparse.tables.segments import MAX_GAP_EM, Row, Segment, is_number, is_value

# Lines further apart than this many type sizes end a table.
MAX_STEP_EM = 3.6
# Rows whose values end as those above may stand this far below them, in type sizes; brackets hang out by so much.
MAX_SPACE_EM, BRACKET_PT = 6.0, 4.0
SAME_EDGE_PT = 2.0
# Lines of one segment that cross the strips and may stand between two lines of a table: headings of sections.
MAX_SINGLES = 4
# Lines of one segment that stand in one column: the longest texts of a cell.
MAX_WRAPPED = 40
# Lines that a cell of the last row may go on over, and how near they stand, in parts of the type size.
MAX_TAIL = 6
MAX_LEADING_EM = 1.45
# Lines above and below that tell the usual step.
SEEN_LINES = 8
# Rows of a table above another, from which its body's type is known: a header and two more.
MIN_BODY = 3
# Part of the rows of a table of numbers that have some; types that differ by less than this, in points, are one.
MOST_VALUES, SAME_SIZE_PT = 0.6, 0.4
# A sum stands this many times the step of the rows below them: a rule may be between.
MAX_SUM_STEP = 1.5
# A line set off by these multiples of the usual step, above and below, is no row.
SET_OFF = (1.5, 1.25)
# Texts of so many words, side by side on all lines above one that stands alone, are columns of prose.
MIN_SIDE_WORDS = 5
# Heads may be set this many times smaller than the rows below them: 6 points over 8.
MAX_SMALLER = 1.35
# Lines of a paragraph across a table have so many words, and fill this part of its width.
MIN_PROSE_WORDS, FILLED = 8, 0.75
# A number that hangs before a line of prose has at least so many words after it.
MIN_NUMBERED_WORDS = 5
# It hangs no further out, in parts of the type size: 2 cm at 9 points.
MAX_HANG_EM = 6.5

MARKER = re.compile(
    r"(?:[•●○◦▪■□‣·*–—-]|[\uf000-\uf0ff]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxlIVXL]{1,5})[.):]?|(?:[A-Z]?\d{1,2}\.)+\d{0,2})"
)


class Run(NamedTuple):
    """Lines that may be a table: from `first` up to but not with `last`."""

    first: int
    last: int


def find_runs(rows: Sequence[Row]) -> list[Run]:
    """Longest runs of lines whose gaps lie above one another."""
    runs: list[Run] = []
    i = 0
    while i < len(rows):
        if len(rows[i]) < 2 or _is_numbered(rows[i]):
            i += 1
            continue
        last = _follow(rows, i)
        if last > i:
            runs.append(Run(i, last + 1))
            i = last + 1
        else:
            i += 1
    return runs


def _follow(rows: Sequence[Row], first: int) -> int:
    """The last line of the run that begins at `first`, with the wrapped lines of its last row."""
    last, strips = first, _gaps(rows[first])
    wrapped = singles = 0
    j = first + 1
    while j < len(rows) and not _is_numbered(rows[j]):
        if step(rows[j - 1], rows[j]) > MAX_STEP_EM and not _goes_on_below(rows, first, j):
            break
        if len(rows[j]) > 1:
            if _turns_to_prose(rows[first:j], rows[j]) or _is_title(rows[first:j], rows[j], rows[j + 1 : j + 2]):
                break
            shared = _share(strips, _gaps(rows[j]))
            if not shared and (_is_label(rows[j], strips) or _is_in_labels(rows[first:j], rows[j])):
                j += 1
                continue
            if not shared:
                break
            strips, last, singles, wrapped = shared, j, 0, 0
        elif _is_sum(rows[first:j], rows[j]):
            last, singles, wrapped = j, 0, 0
        elif _parts_tables(rows, first, j) or _opens_paragraph(rows[first:j], rows[j]):
            break
        elif last > first and _fits(rows[j][0], strips):
            wrapped += 1
            if wrapped > MAX_WRAPPED:
                break
        else:
            singles += 1
            if singles > MAX_SINGLES or _is_prose(rows, j):
                break
        j += 1
    return _take_wrapped(rows, first, last, strips) if last > first else last


def _goes_on_below(rows: Sequence[Row], first: int, j: int) -> bool:
    """Whether rows go on behind a wider space, perhaps under the heading of a section: all values end as those above.

    A table of its own would have a header; but they may be the first ones, below a header.
    """
    after = next((row for row in rows[j : j + 2] if len(row) > 1), None)
    body = [row for row in rows[first:j] if has_values(row)]
    if after is None or 0 < len(body) < MIN_BODY or step(rows[j - 1], rows[j]) > MAX_SPACE_EM:
        return False
    values = [segment.x1 for segment in after[1:] if is_value(segment.text)]
    ends = {segment.x1 for row in body for segment in row[1:]} or {s.x1 for row in rows[first:j] for s in row}
    is_flush = all(any(abs(x1 - end) <= BRACKET_PT for end in ends) for x1 in values)
    is_label = rows[j] is after or not body or rows[j][0].x0 <= body[0][0].x0 + SAME_EDGE_PT
    return has_values(after) and is_flush and is_label and len(values) == len(after) - 1 > 1


def _is_sum(before: Sequence[Row], row: Row) -> bool:
    """Whether a lone number ends flush with the one column of values above it, and no further below than rows are."""
    above = before[-1]
    if len(before) < MIN_BODY or not is_number(row[0].text) or is_year(row[0].text):
        return False
    are_rows = all(len(one) == 2 and is_number(one[1].text) for one in before[-2:])
    is_near = step(above, row) <= MAX_SUM_STEP * step(before[-2], above)
    return are_rows and is_near and all(abs(one[1].x1 - row[0].x1) <= BRACKET_PT for one in before[-2:])


def _fits(segment: Segment, strips: Sequence[tuple[float, float, int]]) -> bool:
    """Whether a text stands in one column: it crosses no strip that two lines share."""
    return not any(segment.x0 < x0 + 1 and segment.x1 > x1 - 1 for x0, x1, count in strips if count > 1)


def _is_label(row: Row, strips: Sequence[tuple[float, float, int]]) -> bool:
    """Whether a line is a label, or a heading, that wide spaces have cut: it ends left of what the lines above hold."""
    is_left = row[-1].x1 < min(x0 for x0, *_ in strips) and not any(is_value(segment.text) for segment in row)
    return is_left and all(b.x0 - a.x1 < MAX_GAP_EM * a.size for a, b in pairwise(row))


def _is_in_labels(before: Sequence[Row], row: Row) -> bool:
    """Whether a line is the next one of a label, its words stretched to the width of the column."""
    above = before[-1]
    if abs(row[0].x0 - above[0].x0) >= SAME_EDGE_PT or step(above, row) > MAX_LEADING_EM:
        return False
    values = [segment.x0 for other in before for segment in other[1:] if is_value(segment.text)]
    return bool(values) and row[-1].x1 < min(values) and not any(is_value(segment.text) for segment in row)


def _take_wrapped(rows: Sequence[Row], first: int, last: int, strips: Sequence[tuple[float, float, int]]) -> int:
    """The last line that only goes on with a cell of the row at `last`: at its leading, its edge, in its column.

    It is set as that, or as the second lines of the labels above are.
    """
    k = last
    second = find_second_types((row[0], has_values(row)) for row in rows[first : last + 2])
    while k + 1 < len(rows) and len(rows[k + 1]) == 1 and k - last < MAX_TAIL:
        segment = rows[k + 1][0]
        above = [s for s in rows[last] if abs(s.x0 - segment.x0) < 2 or 0 < segment.x0 - s.x0 < 1.5 * s.size]
        near = step(rows[k], rows[k + 1]) <= MAX_LEADING_EM
        if not above or not _fits(segment, strips):
            break
        if not is_second(segment, second) and not (near and segment.size == above[0].size):
            break
        if NOTE.match(segment.text) or (segment.text[:1].isupper() and above[0].text[-1:] in ".:"):
            break
        k += 1
    is_set_off = k + 1 >= len(rows) or step(rows[k], rows[k + 1]) > 1.15 * step(rows[last], rows[last + 1])
    return k if k > last and is_set_off else last


def _parts_tables(rows: Sequence[Row], first: int, j: int) -> bool:
    """Whether a line stands between two tables: it names one, or is set off from the rows above and below."""
    if find_number(rows[j][0].text) or begins_table(rows[first:j], rows[j], rows[j + 1 : j + 2]):
        return True
    if j + 1 < len(rows) and len(rows[j + 1]) > 1 and _are_columns_of_prose(rows[first:j], rows[j + 1]):
        return True
    around = rows[max(first, j - SEEN_LINES) : j + SEEN_LINES]
    steps = [step(a, b) for a, b in pairwise(around) if len(a) > 1 and len(b) > 1]
    following = next((row for row in rows[j + 1 : j + 1 + MAX_SINGLES] if len(row) > 1), None)
    if not steps or j + 1 >= len(rows) or (following is not None and has_values(following)):
        return False  # the heading of a section
    usual = median(steps)
    return step(rows[j - 1], rows[j]) >= SET_OFF[0] * usual and step(rows[j], rows[j + 1]) >= SET_OFF[1] * usual


def _turns_to_prose(before: Sequence[Row], row: Row) -> bool:
    """Whether a line of texts in columns follows rows of values: a paragraph below a table, set even in columns."""
    if any(len(segment.words) < MIN_SIDE_WORDS for segment in row):
        return False
    return sum(map(has_values, [one for one in before if len(one) > 1])) >= MIN_BODY - 1


def _is_title(before: Sequence[Row], row: Row, after: Sequence[Row]) -> bool:
    """Whether words in larger type than all rows of values above them begin what is below a table: a title in halves.

    Rows of values below it are those of a section that it heads.
    """
    if any(is_value(segment.text) for segment in row):
        return False
    body = [one for one in before if len(one) > 1]
    if sum(map(has_values, body)) < MIN_BODY - 1:
        return False
    largest = max(segment.size for one in body for segment in one)
    return all(segment.size > largest + SAME_SIZE_PT for segment in row) and not any(map(has_values, after))


def _are_columns_of_prose(before: Sequence[Row], after: Row) -> bool:
    """Whether the lines before one that stands alone tell prose in all their columns, and the one after it does not."""
    if are_long(after):
        return False
    return all(are_long(row) for row in before if len(row) > 1)


def are_long(row: Row) -> bool:
    """Whether all texts of a line have as many words as lines of prose."""
    return all(len(segment.words) >= MIN_SIDE_WORDS for segment in row)


def begins_table(before: Sequence[Row], lone: Row, after: Sequence[Row]) -> bool:
    """Whether the first row after a lone line is a new header: without values, and set apart from the rows before.

    Where most of these have values, it is enough that the lone line is set apart from them.
    """
    body = [row for row in before if len(row) > 1]
    heads = _find_heads(body, lone, after[0]) if len(body) >= MIN_BODY and after else []
    if not heads or is_value(lone[0].text) or has_values([lone[0], *heads]):
        return False
    valued = [row for row in body if has_values(row)]  # its own heads are of another type
    head, usual = _look([lone[0], *heads]), Counter(map(_look, valued or body)).most_common(1)[0][0]
    if head != usual and head[0] >= usual[0]:
        return True
    labels = {row[0].words[0].style for row in body}
    is_apart = all(_differ(lone[0].words[0].style, label) for label in labels)
    return is_apart and sum(map(has_values, body)) > MOST_VALUES * len(body)


def _find_heads(body: Sequence[Row], lone: Row, row: Row) -> Row:
    """The heads right of the labels in the row after a lone line; one alone stands over the values: "£m"."""
    if len(row) > 1:
        return row[1:]
    is_over = row[0].x1 > min(other[1].x0 for other in body) and row[0].x0 > lone[0].x0 + row[0].size
    return row if is_over and row[0].words[0].style.is_bold else []


def _differ(name: Style, label: Style) -> bool:
    """Whether a line is of another type than a label, as captions are: slanted, or larger and not bolder alone."""
    return name.is_italic != label.is_italic or name.size > label.size + SAME_SIZE_PT


def has_values(row: Row) -> bool:
    """Whether numbers stand right of the first text, other than years: no header; bands A, B, C are heads too."""
    texts = [segment.text for segment in row[1:]]
    return not are_letters(texts) and any(is_value(text) and not is_year(text) for text in texts)


def _look(row: Row) -> tuple[bool, tuple[int, int, int] | None]:
    """Whether the first word right of the labels is bold, and its colour."""
    style = row[1].words[0].style
    return style.is_bold, style.color


def _is_numbered(row: Row) -> bool:
    """Whether a line is a number or mark that hangs before a line of prose."""
    if len(row) != 2 or row[1].x0 - row[0].x0 > MAX_HANG_EM * row[1].size:
        return False  # "101", a term of a glossary
    return len(row[1].words) >= MIN_NUMBERED_WORDS and bool(MARKER.fullmatch(row[0].text))


def _opens_paragraph(before: Sequence[Row], row: Row) -> bool:
    """Whether a paragraph's number begins a line in larger type than the rows before: text below a table."""
    words = row[0].words
    is_numbered = len(words) > MIN_NUMBERED_WORDS and MARKER.fullmatch(words[0].text) and words[1].text[0].isupper()
    return bool(is_numbered) and all(row[0].size > other[0].size + SAME_SIZE_PT for other in before)


def _is_prose(rows: Sequence[Row], j: int) -> bool:
    """Whether a paragraph begins: two long lines of one segment, or a filled one and the end of its sentence."""
    if j + 1 >= len(rows) or len(rows[j + 1]) > 1:
        return False
    widest = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    here, below = rows[j][0], rows[j + 1][0]
    if len(here.words) < MIN_PROSE_WORDS or here.x1 - here.x0 <= FILLED * widest:
        return False
    if below.text[:1].islower() and below.text[-1] == "." and step(rows[j], rows[j + 1]) <= MAX_LEADING_EM:
        return abs(here.x0 - below.x0) < SAME_EDGE_PT
    return len(below.words) >= MIN_PROSE_WORDS and below.x1 - below.x0 > FILLED * widest


def step(above: Row, below: Row) -> float:
    """How far apart the baselines of two lines are, in parts of the smaller type; below small heads in theirs."""
    upper, lower = above[0].size, below[0].size
    size = lower if upper < lower <= MAX_SMALLER * upper else min(upper, lower)
    return (below[0].baseline - above[0].baseline) / max(1.0, size)


def _gaps(row: Row) -> list[tuple[float, float, int]]:
    return [(a.x1, b.x0, 1) for a, b in pairwise(row)]


def _share(
    strips: list[tuple[float, float, int]], gaps: list[tuple[float, float, int]]
) -> list[tuple[float, float, int]]:
    """The strips narrowed by `gaps`, with new ones; empty where none of them is shared."""
    shared: list[tuple[float, float, int]] = []
    hits = 0
    left = list(gaps)
    for x0, x1, count in strips:
        inside = [gap for gap in left if min(x1, gap[1]) - max(x0, gap[0]) > 2.0]
        for gap in inside:
            hits += 1
            shared.append((max(x0, gap[0]), min(x1, gap[1]), count + 1))
            if gap in left:
                left.remove(gap)
        if not inside:
            shared.append((x0, x1, count))
    return shared + left if hits else []
