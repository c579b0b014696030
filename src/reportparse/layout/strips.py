"""Number strips without drawn boxes: large figures in a row or stack, each over, under or before its label."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter

from reportparse.geometry import Box, has_middle_in, shared_height, unite
from reportparse.layout.frames import Frame
from reportparse.layout.lines import Line
from reportparse.layout.strip_figures import (
    SAME_EDGE_PT,
    counts_up,
    is_figure,
    join_units,
    join_wrapped,
    leave_numbering,
    middle_of,
    tells_earlier,
)
from reportparse.pdf import Style

# The figure of a strip beside the type of its label: 1.5 times is the least that reads as one thing over another.
MIN_RATIO = 1.5
# Space between figure and label, in sizes of the figure, and between lines of a label, in sizes of the label.
MAX_FIGURE_GAP_EM, MAX_LABEL_GAP_EM = 0.8, 0.8
# So much of a line is white where it is set double; a line that goes on is as wide as the one above, by this factor.
MAX_DOUBLE_GAP_EM, MAX_WIDER = 1.0, 1.5
# Where the labels of a row end level, those of fewer lines begin further off.
MAX_LEVEL_GAP_EM = 2.4
# Labels of several figures that stand in a column begin further off.
MAX_COLUMN_GAP_EM = 5.0
# The text of a panel stands this near below the label, in sizes of its own type.
MAX_TEXT_GAP_EM = 1.5
# Lines of a label: where six figures stand in a row, a dozen letters fill one.
MAX_LABEL_LINES = 5
# Types that differ by less than this, in points, are one: a rounding of sizes.
SAME_SIZE_PT = 0.6
# Cells of a tight row share less than this part of the narrower one: a figure of many digits is as wide as its cell.
MAX_SHARED = 0.25
# Figures so much larger than the least type are of a strip wherever they stand, so many of them: infographics.
DISPLAY_RATIO, MIN_SCATTERED = 2.0, 3
# Fewest figures of the strips of a page; one alone may be a headline.  So many as in a long table are none.
MIN_CELLS, MAX_CELLS = 2, 80


def find_strips(
    page: int, lines: Sequence[Line], rings: Collection[Box] = (), known: Collection[Style] = ()
) -> list[Frame]:
    """A box round each figure with its label, where two or more of one type stand in a row or one below the other.

    Three or more in display type may stand anywhere, in types of their own, as in infographics.  A figure may stand in
    one of the `rings`, its label beside that, or alone in a column in a type that is `known` of figures before.
    """
    sizes = [line.style.size for line in lines]
    smallest = min(sizes, default=0.0)
    least, display = MIN_RATIO * smallest, DISPLAY_RATIO * smallest  # of a figure with a label
    if max(sizes, default=0.0) < least:
        return []  # as on most pages
    lines = join_units(lines, least)
    figures = [line for line in lines if line.words[0].angle == 0 and is_figure(line.text)]
    largest = max((line.style.size for line in figures), default=0.0)
    figures = [line for line in figures if line.style.size > min(largest / MIN_RATIO, display)]  # a label may be a year
    figures = join_wrapped(leave_numbering(figures))
    fewest = 1 if any(figure.style in known for figure in figures) else MIN_CELLS
    if largest < least or not fewest <= len(figures) <= MAX_CELLS:
        return []
    words = {word.order for figure in figures for word in figure.words}
    others = sorted([line for line in lines if line.words[0].order not in words], key=attrgetter("baseline"))
    figures = [_with_ring(figure, rings) for figure in figures]
    edges = _find_edges(figures, others)
    cells = [(figure, box) for figure in figures if (box := _find_cell(figure, others, figures, edges)) is not None]
    cells += _find_level(figures, others, cells)
    kept = [
        (figure, box)
        for figure, box in cells
        if any(other is not figure and _are_set_alike(figure, other) for other, _ in cells)
    ]
    shown = [(figure, box) for figure, box in cells if figure.style.size > display]
    if len(shown) < MIN_SCATTERED:  # or two in one type
        looks = Counter([*(figure.style for figure, _ in shown), *known])
        shown = [cell for cell in shown if looks[cell[0].style] >= MIN_CELLS]
    kept += [cell for cell in shown if cell not in kept]
    kept = [(f, box) for f, box in kept if not any(b is not box and _are_one(b, box) for _, b in kept)]
    if len(kept) < fewest or counts_up([figure for figure, _ in kept]):
        return []
    return [Frame(page, box, None, is_bordered=False) for _, box in kept]


def part_rings(frames: Sequence[Frame], lines: Sequence[Line]) -> tuple[list[Frame], list[Box]]:
    """The boxes of text of a page, and the rings: as wide as high, with a figure in the middle and nothing else."""
    square = [frame for frame in frames if abs(frame.box.width - frame.box.height) <= SAME_EDGE_PT]
    figures = [line for line in lines if is_figure(line.text)] if square else []
    rings = [frame for frame in square if any(_is_ring(frame.box, figure) for figure in figures)]
    rings = [ring for ring in rings if sum(has_middle_in(line.box, ring.box) for line in lines) == 1]
    return [frame for frame in frames if frame not in rings], [ring.box for ring in rings]


def _with_ring(figure: Line, rings: Collection[Box]) -> Line:
    """The figure, as large as the ring that it stands in."""
    ring = next((ring for ring in rings if _is_ring(ring, figure)), None)
    return figure if ring is None else figure._replace(box=ring, baseline=ring.bottom)


def _is_ring(box: Box, figure: Line) -> bool:
    is_even = abs(box.width - box.height) <= SAME_EDGE_PT and abs(box.middle[0] - middle_of(figure)) <= SAME_EDGE_PT
    return is_even and has_middle_in(figure.box, box)


def is_cell(lines: Sequence[Line]) -> bool:
    """Whether the lines of a box are a figure in large type and its label."""
    if not 1 < len(lines) <= MAX_LABEL_LINES + 1:
        return False
    figure, *label = sorted(lines, key=lambda line: -line.style.size)
    return all(line.style.size * MIN_RATIO <= figure.style.size for line in label) and is_figure(figure.text)


def join_rows(cells: Sequence[Box], others: Sequence[Box]) -> list[list[Box]]:
    """The cells of strips that stand in one row each, two or more, with nothing else between them."""
    rows: list[list[Box]] = []
    for cell in sorted(cells):
        row = next((row for row in rows if 2 * shared_height(row[-1], cell) > min(row[-1].height, cell.height)), None)
        if row is None:
            rows.append([cell])
        else:
            row.append(cell)
    return [row for row in rows if len(row) > 1 and not any(_overlap(box, unite(row)) for box in others)]


def _find_edges(figures: Sequence[Line], others: Sequence[Line]) -> dict[int, float]:
    """Where labels begin that stand in a column right of figures, beside two or more, and where the longest ends."""
    begins: defaultdict[int, list[float]] = defaultdict(list)
    for figure in figures:
        beside = [
            line.box.x0
            for line in others
            if 0 <= line.box.x0 - figure.box.x1 <= MAX_COLUMN_GAP_EM * figure.style.size
            and figure.box.top < line.box.middle[1] < figure.box.bottom
            and line.style.size * MIN_RATIO <= figure.style.size
        ]
        if beside:
            begins[round(min(beside))].append(figure.box.x1)
    return {x: max(ends) for x, ends in begins.items() if len(ends) >= MIN_CELLS}


def _find_cell(
    figure: Line, others: Sequence[Line], figures: Sequence[Line], edges: Mapping[int, float]
) -> Box | None:
    """Round the figure and the lines of its label, from top to bottom in `others`; None where it has none.

    No label reaches below the middle of the next of the `figures` in its row: that is the text below the strip.  Labels
    right of figures may begin at `edges` further off.
    """
    beside, column = _find_right(figure, others, {}), others
    row = [other for other in figures if abs(other.baseline - figure.baseline) <= SAME_EDGE_PT]
    end = min((middle_of(other) for other in row if other.box.x0 > figure.box.x1), default=float("inf"))
    others = [line for line in others if line.box.x1 < end]
    above = _find_above(figure, others)
    below = _find_below(figure, others, is_titled=bool(above))
    is_sure = bool(above and below) and any(_follows_larger(line, below) for line in others)
    label = beside or (below if is_sure else _find_nearer(below, above, figure))
    label = label or _find_right(figure, column, edges)
    return unite([figure.box, *(line.box for line in label)]) if label else None


def _find_level(
    figures: Sequence[Line], others: Sequence[Line], cells: Sequence[tuple[Line, Box]]
) -> Iterator[tuple[Line, Box]]:
    """The cells whose labels stand further below, and end level with that of another figure of their row."""
    known = {id(figure) for figure, _ in cells}
    for figure in figures:
        beside = [box for other, box in cells if abs(other.baseline - figure.baseline) <= SAME_EDGE_PT]
        if id(figure) in known or not beside:
            continue
        label = _find_below(figure, others, MAX_LEVEL_GAP_EM)
        if label and any(abs(label[-1].box.bottom - box.bottom) <= SAME_EDGE_PT for box in beside):
            yield figure, unite([figure.box, *(line.box for line in label)])


def _find_nearer(below: list[Line] | None, above: list[Line], figure: Line) -> list[Line] | None:
    """The label below the figure, or that above it where none stands below as near."""
    if not below or not above:
        return below or above
    is_above = figure.box.top - above[-1].box.bottom < below[0].box.top - figure.baseline - SAME_EDGE_PT
    return above if is_above else below


def _find_above(figure: Line, others: Sequence[Line]) -> list[Line]:
    """The lines of a label above the figure, from top to bottom."""
    label: list[Line] = []
    for line in reversed(others):
        if line.box.bottom > figure.box.top + 0.3 * figure.style.size:
            continue
        if not _is_in_column(line, figure):
            continue
        if not label and not (
            figure.box.top - line.box.bottom <= MAX_FIGURE_GAP_EM * figure.style.size and _is_under(line, figure)
        ):
            return []
        if label and label[0].box.top - line.box.bottom > MAX_LABEL_GAP_EM * line.style.size:
            break
        if len(label) == MAX_LABEL_LINES or (label and abs(line.style.size - label[0].style.size) > SAME_SIZE_PT):
            return []
        label.insert(0, line)
    return label if any(any(map(str.isalpha, line.text)) for line in label) else []


def _find_right(figure: Line, others: Sequence[Line], edges: Mapping[int, float]) -> list[Line]:
    """The lines of a label that stands right of the figure, its middle at the height of the figure's."""
    label = [
        line
        for line in others
        if line.box.bottom > figure.box.top
        and figure.box.x1 <= line.box.x0 <= _reach(figure, edges.get(round(line.box.x0)))
        and line.box.top < figure.box.bottom
    ]
    if not 0 < len(label) <= MAX_LABEL_LINES or not any(map(str.isalpha, label[0].text)):
        return []
    middle = (label[0].box.top + label[-1].box.bottom) / 2
    is_level = min(abs(middle - figure.box.middle[1]), abs(label[0].baseline - figure.baseline)) <= SAME_EDGE_PT
    is_one = all(line.box.x0 - label[0].box.x0 < SAME_EDGE_PT for line in label)
    is_small = all(line.style.size * MIN_RATIO <= figure.style.size for line in label)
    return label if is_level and is_one and is_small else []


def _reach(figure: Line, end: float | None) -> float:
    """How far right the label of a figure may begin, in a column of labels measured from the longest figure's `end`."""
    if end is None:
        return figure.box.x1 + MAX_FIGURE_GAP_EM * figure.style.size
    return max(figure.box.x1, end) + MAX_COLUMN_GAP_EM * figure.style.size


def _find_below(
    figure: Line, others: Sequence[Line], gap: float = MAX_FIGURE_GAP_EM, *, is_titled: bool = False
) -> list[Line] | None:
    """The lines of a label below the figure, no further than `gap` of its sizes; None where none stands there.

    Larger type ends the label of one that has a title above it, and plain type a bold label: the text of a panel.
    """
    label: list[Line] = []
    for line in others:
        if line.box.top < figure.baseline - 0.3 * figure.style.size:
            continue
        if not _is_in_column(line, figure):
            continue
        if not label:
            if line.box.top - figure.baseline > gap * figure.style.size or not _may_label(line, figure):
                return None
        elif (
            not _is_next(label[-1], line)
            or not _is_under(line, figure)
            or (is_titled and _follows_larger(line, label))
            or _is_plainer(line, label[-1])
        ):
            break
        elif abs(line.style.size - label[0].style.size) > SAME_SIZE_PT:
            return [*label, line] if tells_earlier(line.text) else None
        label.append(line)
        if len(label) > MAX_LABEL_LINES:
            return None
    return [*label, *(line for line in others if _goes_on_level(line, label))] or None


def _is_next(above: Line, line: Line) -> bool:
    """Whether a line stands on the next baseline below one of a label."""
    gap = line.box.top - above.box.bottom
    is_double = gap <= MAX_DOUBLE_GAP_EM * above.style.size and line.box.width <= MAX_WIDER * above.box.width
    return gap <= MAX_LABEL_GAP_EM * line.style.size or is_double


def _follows_larger(line: Line, label: Sequence[Line] | None) -> bool:
    """Whether a line in larger type stands right below a label: the text of a panel, whose title stands on top."""
    if not label or line.style.size <= label[0].style.size + SAME_SIZE_PT:
        return False
    is_under = line.box.x0 <= label[0].box.x1 and line.box.x1 >= label[0].box.x0
    return is_under and 0 < line.box.top - label[0].box.bottom <= MAX_TEXT_GAP_EM * line.style.size


def _is_plainer(line: Line, above: Line) -> bool:
    return above.style.is_bold and not line.style.is_bold and line.style.size < above.style.size - SAME_SIZE_PT


def _goes_on_level(line: Line, label: Sequence[Line]) -> bool:
    """Whether a piece stands at the height of a label's only line, in its type: "Target 88%" and "2015 84%"."""
    return (
        len(label) == 1
        and line.box.x0 > label[0].box.x1
        and line.style == label[0].style
        and abs(line.baseline - label[0].baseline) < 1
    )


def _may_label(line: Line, figure: Line) -> bool:
    return _is_under(line, figure) and any(map(str.isalpha, line.text))


def _is_under(line: Line, figure: Line) -> bool:
    """Whether a line is smaller than the figure, and begins at its edge or has its middle."""
    is_small = line.style.size * MIN_RATIO <= figure.style.size
    offsets = line.box.x0 - figure.box.x0, middle_of(line) - middle_of(figure)
    is_level = min(map(abs, offsets)) <= SAME_EDGE_PT
    return is_small and is_level


def _is_in_column(line: Line, figure: Line) -> bool:
    """Whether a line stands over or under a figure, and not just over the edge of its cell."""
    return min(line.box.x1, figure.box.x1) - max(line.box.x0, figure.box.x0) > min(SAME_EDGE_PT, line.box.width / 2)


def _are_set_alike(a: Line, b: Line) -> bool:
    """Whether two figures have one size and stand on one baseline, at one edge or in one middle."""
    if abs(a.style.size - b.style.size) > SAME_SIZE_PT or a.style.font != b.style.font:
        return False
    differences = a.baseline - b.baseline, a.box.x0 - b.box.x0, a.box.x1 - b.box.x1, middle_of(a) - middle_of(b)
    return min(map(abs, differences)) <= SAME_EDGE_PT


def _overlap(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0) and min(a.bottom, b.bottom) > max(a.top, b.top)


def _are_one(a: Box, b: Box) -> bool:
    """Whether two cells share more than an edge."""
    width = min(a.x1, b.x1) - max(a.x0, b.x0)
    return _overlap(a, b) and width > MAX_SHARED * min(a.width, b.width)


__all__ = ["find_strips", "is_cell", "join_rows", "part_rings"]
