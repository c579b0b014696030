"""Forms at the head of a paper: "Title:" and "Presented by:" in a column, each with its value right of it.

A label ends in a colon, or is bold where no value is.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from reportparse.layout.lines import Line, merge_lines

# Fewest labels in a column that make a form, those without colons, and most words of one.
MIN_FIELDS, MIN_BOLD, MAX_WORDS = 2, 3, 5
# Values beside bold labels run over no more lines: longer texts beside bold ones stand below headings in a margin.
MAX_LINES = 2
# A value stands this near behind the longest label, in sizes of the type: board papers leave up to 11 for a tab.
MAX_GAP_EM = 14.0
# Lines of one text follow each other this near, in sizes of the type.
MAX_LEADING_EM = 1.6
# Pieces of one line stand level, and labels and values on their edges, to so many points.
SAME_PT = 1.0

_Field = tuple[Line, Line]
"""A label and its value."""


def join_fields(lines: Sequence[Line]) -> list[Line]:
    """The lines, each label that ends in a colon made one with the value right of it; without such, each bold one."""
    columns = _find_columns([line for line in lines if _is_label(line)], lines, MIN_FIELDS)
    if not columns:
        bold = _find_columns([line for line in lines if _is_bold(line)], lines, MIN_BOLD)
        columns = [column for column in bold if _are_alone(column, lines)]
    fields = [field for column in columns for field in column]
    joined = {id(label): merge_lines([label, value]) for label, value in fields}
    gone = {id(value) for _, value in fields}
    return [joined.get(id(line), line) for line in lines if id(line) not in gone]


def find_value_edge(line: Line) -> float | None:
    """The left edge of the value that stands clear of a label at the head of the line; None where none does."""
    for label, value in pairwise(line.words):
        is_end = label.text[-1] == ":" or (label.style.is_bold and not value.style.is_bold)
        if is_end and value.x0 - label.x1 > line.style.size:
            return value.x0
    return None


def _find_columns(labels: Sequence[Line], lines: Sequence[Line], least: int) -> list[list[_Field]]:
    """Labels with the values right of them, those together whose texts begin at the same two edges."""
    if len(labels) < least:
        return []
    columns: dict[tuple[int, int], list[_Field]] = defaultdict(list)
    for label in labels:
        value = None if any(_goes_on(label, line, labels) for line in lines) else _find_value(label, lines)
        if value is not None:
            columns[round(label.box.x0), round(value.box.x0)].append((label, value))
    return [column for column in columns.values() if len(column) >= least]


def _are_alone(column: Sequence[_Field], lines: Sequence[Line]) -> bool:
    """Whether values in lighter type, of few lines each, are all that stands beside labels right below each other."""
    first, last = column[0], column[-1]
    words = [value.words[0] for _, value in column]
    if any(word.style.is_bold or (word.text.isalpha() and word.text.islower()) for word in words):
        return False  # bold too, or lines of one text beside those of one heading
    rows = sorted(label.baseline for label, _ in column)
    inside = [line for line in lines if rows[0] < line.baseline < rows[-1] and line.box.x1 > first[0].box.x0]
    others = [line for line in inside if not any(line in field for field in column)]
    are_rest = all(abs(line.box.x0 - last[1].box.x0) <= SAME_PT for line in others)
    most = MAX_LINES * MAX_LEADING_EM + 1
    return are_rest and all(b - a <= most * first[0].style.size for a, b in pairwise(rows))


def _is_bold(line: Line) -> bool:
    if not line.style.is_bold or len(line.words) > MAX_WORDS or not line.text[0].isupper():
        return False
    return line.words[0].angle == 0 and all(word.style.is_bold for word in line.words)


def _is_label(line: Line) -> bool:
    is_short = len(line.words) <= MAX_WORDS and line.text[-1] == ":"
    return is_short and line.text[0].isupper() and line.words[0].angle == 0


def _goes_on(label: Line, line: Line, labels: Sequence[Line]) -> bool:
    """Whether a text goes on right below a label, as headings in a margin do behind their number: "Indicator 8:"."""
    is_below = 0 < line.baseline - label.baseline <= MAX_LEADING_EM * label.style.size and line.style == label.style
    return is_below and abs(line.box.x0 - label.box.x0) <= SAME_PT and line not in labels


def _find_value(label: Line, lines: Sequence[Line]) -> Line | None:
    """The nearest piece right of a label on its baseline."""
    right = [
        line for line in lines
        if abs(line.baseline - label.baseline) <= SAME_PT and line.box.x0 >= label.box.x1 and line is not label
    ]  # fmt: skip
    value = min(right, key=lambda line: line.box.x0, default=None)
    if value is None or _is_label(value):
        return None
    return value if value.box.x0 - label.box.x1 <= MAX_GAP_EM * label.style.size else None
