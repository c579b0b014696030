"""Lines of a number strip that hold more than one piece of it: a figure with its label, labels of several figures."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.layout.lines import Line, make_line
from reportparse.layout.strip_figures import SAME_EDGE_PT, is_figure
from reportparse.layout.strips import (
    DISPLAY_RATIO,
    MAX_FIGURE_GAP_EM,
    MAX_LABEL_LINES,
    MIN_CELLS,
    MIN_RATIO,
    MIN_SCATTERED,
    SAME_SIZE_PT,
)

# Lines of a label follow each other by less than this, in sizes of the label.
LEADING_EM = 2.0
_YEAR = re.compile(r"(?:19|20)\d\d")


def split_figures(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a page cut that hold a figure in large type and its label, or several figures.

    Figures are of one type, or in display type where a page has more of such.
    """
    lines = _split_rows([_with_unit(line) for line in lines])
    parts = {id(line): part for line in lines if (part := _split_figure(line)) is not None}
    if not parts:
        return list(lines)
    sizes = Counter(round(figure.style.size) for figure, _ in parts.values())
    display = DISPLAY_RATIO * min(line.style.size for line in lines)
    figures = [*(figure for figure, _ in parts.values()), *(line for line in lines if is_figure(line.text))]
    is_scattered = sum(figure.style.size > display for figure in figures) >= MIN_SCATTERED
    kept = {
        key: part
        for key, part in parts.items()
        if sizes[round(part[0].style.size)] >= MIN_CELLS or (is_scattered and part[0].style.size > display)
    }
    return [piece for line in lines for piece in kept.get(id(line), (line,))] if kept else list(lines)


def _with_unit(line: Line) -> Line:
    """A line that is a figure and its unit, "12" and "million" in smaller type, in the type of the number."""
    first, last = line.words[0].style, line.words[-1].style
    if first is last or line.words[0].angle or last.size * MIN_RATIO > first.size or not is_figure(line.text):
        return line
    return line._replace(style=first)


def _split_rows(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of large type cut that hold nothing but figures, each with lines of its label below it."""
    sizes = [line.style.size for line in lines]
    least = MIN_RATIO * min(sizes, default=0.0)
    if max(sizes, default=0.0) < least:
        return lines  # as on most pages
    rows = {id(line): row for line in lines if line.style.size >= least and (row := _split_row(line, lines))}
    return [piece for line in lines for piece in rows.get(id(line), (line,))] if rows else lines


def _split_row(line: Line, others: Sequence[Line]) -> list[Line]:
    """The figures of a line, two or more; empty where it says something else, or one has no label below it."""
    if len(line.words) < MIN_CELLS or line.words[0].angle or is_figure(line.text):
        return []
    pieces = [make_line(line.page, (word,)) for word in line.words]
    is_row = all(is_figure(piece.text) for piece in pieces) and not all(_YEAR.fullmatch(piece.text) for piece in pieces)
    is_told = is_row and all(any(_is_over(piece, other) for other in others) for piece in pieces)
    return pieces if is_told else []


def _split_figure(line: Line) -> tuple[Line, Line] | None:
    """The figure that a line begins with, its unit in smaller type with it ("£312" and "m"), and its label."""
    first = line.words[0].style
    if first is line.words[-1].style or line.words[0].angle or is_figure(line.text):
        return None  # as most are
    small = (at for at, word in enumerate(line.words) if word.style.size * MIN_RATIO <= first.size)
    count = next((at for at in small if not line.words[at].is_glued), 0)
    label = line.words[count:]
    if not count or any(word.style.size * MIN_RATIO > first.size for word in label):
        return None
    figure = make_line(line.page, line.words[:count])
    return (figure, make_line(line.page, label)) if is_figure(figure.text) else None


def part_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, those cut that run on below several large figures of a row, in order.

    Each piece has the middle, or begins at the edge, of its own figure; what can not be cut so stays whole.
    """
    rows = _find_rows(lines)
    return [piece for line in lines for piece in _part(line, rows)] if rows else list(lines)


def _find_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Figures of one large type on one baseline, two or more, from left to right."""
    sizes = [line.style.size for line in lines]
    least = MIN_RATIO * min(sizes, default=0.0)
    if max(sizes, default=0.0) < least:
        return []  # as on most pages
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.x0):
        if line.style.size < least or line.words[0].angle or not is_figure(line.text):
            continue
        row = next((row for row in rows if _are_level(row[0], line)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    return [row for row in rows if len(row) >= MIN_CELLS]


def _are_level(a: Line, b: Line) -> bool:
    return abs(a.baseline - b.baseline) <= SAME_EDGE_PT and abs(a.style.size - b.style.size) <= SAME_SIZE_PT


def _part(line: Line, rows: Sequence[Sequence[Line]]) -> Iterator[Line]:
    for row in rows:
        figures = [figure for figure in row if _is_over(figure, line)]
        if len(figures) >= MIN_CELLS and (pieces := _cut(line, figures)):
            yield from pieces
            return
    yield line


def _is_over(figure: Line, line: Line) -> bool:
    """Whether a line may be of the label below a figure."""
    reach = MAX_FIGURE_GAP_EM * figure.style.size + MAX_LABEL_LINES * LEADING_EM * line.style.size
    is_below = figure.baseline < line.baseline <= figure.baseline + reach
    is_small = line.style.size * MIN_RATIO <= figure.style.size
    return is_below and is_small and figure.box.x0 < line.box.x1 and line.box.x0 < figure.box.x1


def _cut(line: Line, figures: Sequence[Line]) -> list[Line]:
    """The pieces of a line by figures; empty where one has none at its middle or edge."""
    if pieces := _cut_at_edges(line, figures):
        return pieces
    words = line.words
    for number, figure in enumerate(figures):
        is_last = number == len(figures) - 1
        ends = [len(words)] if is_last else range(1, len(words))
        offsets = [(_offset(make_line(line.page, words[:end]), figure), end) for end in ends]
        fitting = [(offset, end) for offset, end in offsets if offset is not None]
        if not words or not fitting:
            return []
        _, end = min(fitting)
        pieces.append(make_line(line.page, words[:end]))
        words = words[end:]
    return pieces


def _cut_at_edges(line: Line, figures: Sequence[Line]) -> list[Line]:
    """The pieces of a line that begin where figures do; empty where a figure has none."""
    words = line.words
    cuts = [
        next((at for at, word in enumerate(words) if abs(word.x0 - figure.box.x0) <= SAME_EDGE_PT / 2), -1)
        for figure in figures
    ]
    if cuts[0] != 0 or cuts != sorted(set(cuts)):
        return []
    return [make_line(line.page, words[a:b]) for a, b in pairwise([*cuts, len(words)])]


def _offset(piece: Line, figure: Line) -> float | None:
    """How far a piece is from where a label of the figure stands; None where it is none."""
    middle = abs(sum(piece.box[::2]) - sum(figure.box[::2])) / 2
    offset = min(middle, abs(piece.box.x0 - figure.box.x0))
    return offset if offset <= SAME_EDGE_PT else None
