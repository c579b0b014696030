"""Forms at the head of a paper: "Title:" and "Presented by:" in a column, each with its value right of it."""

from collections import defaultdict
from collections.abc import Sequence

from reportparse.layout.lines import Line, merge_lines

# Fewest labels in a column that make a form, and most words of one.
MIN_FIELDS, MAX_WORDS = 2, 5
# A value stands this near behind the longest label, in sizes of the type: board papers leave up to 11 for a tab.
MAX_GAP_EM = 14.0
# Lines of one text follow each other this near, in sizes of the type.
MAX_LEADING_EM = 1.6
# Pieces of one line stand level, and labels and values on their edges, to so many points.
SAME_PT = 1.0


def join_fields(lines: Sequence[Line]) -> list[Line]:
    """The lines, each label that ends in a colon made one with the value right of it."""
    labels = [line for line in lines if _is_label(line)]
    if len(labels) < MIN_FIELDS:
        return list(lines)
    labels = [label for label in labels if not any(_goes_on(label, line) for line in lines)]
    columns: dict[tuple[int, int], list[tuple[Line, Line]]] = defaultdict(list)
    for label in labels:
        if (value := _find_value(label, lines)) is not None:
            columns[round(label.box.x0), round(value.box.x0)].append((label, value))
    fields = [field for column in columns.values() if len(column) >= MIN_FIELDS for field in column]
    joined = {id(label): merge_lines([label, value]) for label, value in fields}
    gone = {id(value) for _, value in fields}
    return [joined.get(id(line), line) for line in lines if id(line) not in gone]


def _is_label(line: Line) -> bool:
    is_short = len(line.words) <= MAX_WORDS and line.text[-1] == ":"
    return is_short and line.text[0].isupper() and line.words[0].angle == 0


def _goes_on(label: Line, line: Line) -> bool:
    """Whether a text goes on right below a label, as headings in a margin do behind their number: "Indicator 8:"."""
    is_below = 0 < line.baseline - label.baseline <= MAX_LEADING_EM * label.style.size and line.style == label.style
    return is_below and abs(line.box.x0 - label.box.x0) <= SAME_PT and not _is_label(line)


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
