"""Which lines of a table are one row: by rules, numbers, and two spacings."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from reportparse.tables.head_rows import UNIT, is_head, is_label_of_head, stack_head, stand_under_spans
from reportparse.tables.labels import (
    CLEARLY,
    GOES_ON,
    NOT_DONE,
    LabelSpace,
    are_one,
    find_space,
    goes_on,
    split_between,
)
from reportparse.tables.segments import is_value
from reportparse.tables.table_lines import TableLine

# Lines whose baselines are nearer than this part of the type size overlap: they stand beside each other.
OVERLAP_EM = 0.75
# Lines nearer than this follow each other at the leading of one text.
MAX_LEADING_EM = 1.5
# Fewest rows that tell how far rows are from each other by the space between labels.
MIN_PARTED = 2
# Lines of one row with texts in several columns are nearer than rows by this ratio: half a point at 12 points' leading.
NEARER = 1.05
# Edges nearer than this are flush, in points.
FLUSH_PT = 1.0


def group_lines(lines: Sequence[TableLine], cuts: Sequence[float]) -> list[list[TableLine]]:
    """Lines as rows; `cuts` are heights of rules that run through the table."""
    bands: list[list[TableLine]] = []
    for line in _merge_beside(lines):
        if not bands or any(
            bands[-1][-1].baseline - 0.3 * line.size < cut < line.baseline - 0.2 * line.size for cut in cuts
        ):
            bands.append([])
        bands[-1].append(line)
    filled = sum(any(line.value_count for line in band) for band in bands)
    anchored = sum(line.value_count > 0 for line in lines)
    is_ruled = (len(bands) >= 4 and (filled >= 0.6 * anchored if anchored else True)) or _are_texts_of_rows(bands)
    space = find_space([line for line in lines if not line.is_head], _find_pitch(lines), _find_label_edge(lines))
    if len(bands) > 1:
        bands[:1] = _part_section(bands[0])
    groups: list[list[TableLine]] = []
    has_body = len(bands) > 1 or anchored > 0  # a band of words alone is no header of itself
    for band in bands:
        is_top = not any(line.value_count for group in groups for line in group)
        above = [cell for group in groups for line in group for cell in line.cells]
        is_first = len(bands) > 1 and all(last > first for first, last, _ in above)
        names = is_top and has_body and is_head(band, is_first=is_first)
        groups += stack_head(band) if names else _split_band(band, space, is_ruled)
    return [group for group in groups if group]


def _part_section(band: list[TableLine]) -> list[list[TableLine]]:
    """The heads above the first rule of rows, and the name of a section below them, further off than lines of text."""
    if len(band) < 2 or any(line.value_count for line in band):
        return [band]
    above, last = band[-2:]
    is_whole = 0 in above.columns and len(above.columns) > 1
    is_apart = last.baseline - above.baseline > MAX_LEADING_EM * last.size
    return [band[:-1], band[-1:]] if is_whole and is_apart and last.columns == {0} else [band]


def _are_texts_of_rows(bands: Sequence[Sequence[TableLine]]) -> bool:
    """Whether few rules part a head and rows of texts: in each row all columns begin, and its label goes on below."""
    head, *rows = bands
    columns = set().union(*(line.columns for line in head))
    labels = [[line for line in band if 0 in line.columns] for band in rows]
    return any(len(band) > 1 for band in labels) and all(
        band[0].columns == columns and all(goes_on(a, b) for a, b in pairwise(label))
        for band, label in zip(rows, labels, strict=True)
    )


def _merge_beside(lines: Sequence[TableLine]) -> list[TableLine]:
    """The lines, those that overlap in height made one: a value set mid-way beside a label of two lines."""
    merged: list[TableLine] = []
    for line in lines:
        above = merged[-1] if merged else None
        is_beside = above is not None and line.baseline - above.baseline < OVERLAP_EM * line.size
        if above is not None and is_beside and not _shares(above, line) and not stand_under_spans([above], [line]):
            cells = tuple(sorted((*above.cells, *line.cells), key=lambda cell: (cell[0], cell[2].baseline)))
            merged[-1] = above._replace(cells=cells, bottom=max(above.bottom, line.bottom))
        else:
            merged.append(line)
    return merged


def _shares(above: TableLine, line: TableLine) -> bool:
    """Whether two lines hold values in one column, so that they are two rows however near they stand."""
    return bool(above.value_columns & line.value_columns)


def gather_rows(lines: Sequence[TableLine]) -> list[list[TableLine]]:
    """Each line with numbers as a row, with the lines of words that belong to it."""
    anchors = [i for i, line in enumerate(lines) if line.value_count]
    space = find_space(lines, _find_pitch(lines))
    return [group for group in _gather(list(lines), anchors, space) if group]


def _find_label_edge(lines: Sequence[TableLine]) -> float:
    """Where labels end at most: as far left of the ends of the first values as these are of the next; 0 where unknown.

    Heads and totals of one width and weight follow each other far from there, and a label would still have room.
    """
    ends: dict[int, list[float]] = {1: [], 2: []}
    for line in lines:
        for first, last, segment in line.cells:
            if first == last and first in ends and is_value(segment.text):
                ends[first].append(segment.x1)
    return 2 * median(ends[1]) - median(ends[2]) if ends[1] and ends[2] else 0.0


def _find_pitch(lines: Sequence[TableLine]) -> float:
    """Usual distance of rows with numbers that follow each other directly, or of those with a label of two lines each.

    Of these the lines of a label are clearly nearer to each other than to the next row.
    """
    steps = [b.baseline - a.baseline for a, b in pairwise(lines) if a.value_count and b.value_count]
    if steps:
        return median(steps)
    inside = [b.baseline - a.baseline for a, b in pairwise(lines) if a.value_count]
    between = [b.baseline - a.baseline for a, b in pairwise(lines) if b.value_count and a is not lines[0]]
    is_parted = len(between) >= MIN_PARTED and max(inside, default=0.0) * CLEARLY < min(between)
    return min(between) if is_parted else 0.0


def _split_band(band: list[TableLine], space: LabelSpace, is_ruled: bool) -> list[list[TableLine]]:
    anchors = [i for i, line in enumerate(band) if line.value_count and not (i and _ends_text(band[i - 1], line))]
    strong = [i for i in anchors if band[i].value_count + bool(band[i].label) >= 2]
    if len(strong) >= 2:
        return _gather(band, anchors, space)
    if is_ruled:
        return _part_heading(band, space)
    if anchors and not _end_texts(band, anchors):
        return _gather(band, anchors, space)
    return _split_texts(band)


def _ends_text(above: TableLine, line: TableLine) -> bool:
    """Whether a line is but a number that ends the text right above it in its column, flush with it: "March" "2021"."""
    if len(line.cells) != 1 or line.baseline - above.baseline > MAX_LEADING_EM * line.size:
        return False
    column, _, number = line.cells[0]
    over = next((segment for first, _, segment in above.cells if first == column), None)
    return over is not None and not is_value(over.text) and abs(over.x0 - number.x0) <= FLUSH_PT


def _end_texts(band: Sequence[TableLine], anchors: Sequence[int]) -> bool:
    """Whether numbers are but the ends of texts: each alone on its line, in a column that all labelled lines have."""
    labelled = [line.columns for line in band if 0 in line.columns]
    alone = all(len(band[i].cells) == 1 and not band[i].label for i in anchors)
    return alone and bool(labelled) and all(band[i].value_columns <= columns for i in anchors for columns in labelled)


def _part_heading(band: list[TableLine], space: LabelSpace) -> list[list[TableLine]]:
    """A band between rules: lone labels above its row that are no begin of the row's own are headings."""
    labels = 0
    while labels < len(band) - 1 and band[labels].columns == {0} and not band[labels].is_head:
        labels += 1
    if not labels or 0 not in band[labels].columns or not band[labels].value_count:
        return _part_header(band)
    _, down = split_between(band[:labels], None, band[labels], space)
    return [*([line] for line in band[: labels - down]), *_part_header(band[labels - down :])]


def _part_header(band: list[TableLine]) -> list[list[TableLine]]:
    """A band between rules as one row, or as two where a text stands over a number of its column."""
    for index, line in enumerate(band):
        above = {first for other in band[:index] for first, last, _ in other.cells if 0 < first == last}
        is_row = index and line.label and line.value_count and not line.has_years  # "December" may stand over "2014"
        if is_row and line.value_columns <= above and not band[0].value_count:
            return [band[:index], band[index:]]
    return [band]


def _gather(band: list[TableLine], anchors: list[int], space: LabelSpace) -> list[list[TableLine]]:
    """Each line with numbers is a row; the lines between go to the row above, below, or stand alone."""
    groups: list[list[TableLine]] = []
    joined_below: list[TableLine] = []
    if anchors[0]:
        above, joined_below = _part_head(band[: anchors[0]], band[anchors[0]], space)
        groups += above
    for here, there in pairwise([*anchors, len(band)]):
        groups.append([*joined_below, band[here]])
        between, below = band[here + 1 : there], band[there] if there < len(band) else None
        if all(line.columns == {0} for line in between):
            up, down = split_between(between, band[here], below, space)
            groups[-1] += between[:up]
            groups += _join_headings(between[up : len(between) - down], space)
            joined_below = between[len(between) - down :]
        else:
            joined_below = _share_out(groups, between, below, space.pitch)
    if joined_below:
        groups.append(joined_below)
    return groups


def _join_headings(lines: Sequence[TableLine], space: LabelSpace) -> list[list[TableLine]]:
    """Lines that stand alone as rows, those joined that are one heading: by their words, or nearer than rows are."""
    rows: list[list[TableLine]] = []
    for line in lines:
        if rows and are_one(rows[-1][-1], line, space):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _join_labels(lines: Sequence[TableLine]) -> list[list[TableLine]]:
    """Lines with labels as rows, a lone label joined to the row below where its bracket or its words are still open."""
    rows: list[list[TableLine]] = []
    for line in lines:
        if rows and rows[-1][-1].columns == {0} and goes_on(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _share_out(
    groups: list[list[TableLine]], between: Sequence[TableLine], below: TableLine | None, pitch: float
) -> list[TableLine]:
    """Put each line to the last of `groups` or into one of its own; hand back those that begin the row below."""
    joined_below: list[TableLine] = []
    for line in between:
        where = _belongs(line, groups[-1][-1], below, pitch)
        if joined_below or where == "below":
            joined_below.append(line)
        elif where == "above":
            groups[-1].append(line)
        else:
            groups.append([line])
    return joined_below


def _part_head(
    head: list[TableLine], first: TableLine, space: LabelSpace
) -> tuple[list[list[TableLine]], list[TableLine]]:
    """Lines before the first numbers: header rows, and those that are the begin of the first row's label."""
    labels = 0
    while labels < len(head) - 1 and head[-1 - labels].columns == {0} and not head[-1 - labels].is_head:
        labels += 1
    _, down = split_between(head[len(head) - labels :], None, first, space) if labels else (0, 0)
    below, head = head[len(head) - down :], head[: len(head) - down]
    if head and all(line.columns == {0} and not line.is_head for line in head):
        return _join_headings(head, space), below
    sections: list[TableLine] = []
    while len(head) > 1 and _is_lone(head[-1]) and any(line.columns - {0} for line in head[:-1]):
        lone = next((place for place in range(len(head), 0, -1) if not _is_lone(head[place - 1])), len(head) - 1)
        if is_label_of_head(head[: lone + 1]):
            break
        sections.insert(0, head.pop())
    return stack_head(head) + _join_headings(sections, space), below


def _is_lone(line: TableLine) -> bool:
    """Whether a line is one text that begins where labels do; a heading may be longer than they are."""
    return line.columns == {0} or (
        len(line.cells) == 1 and line.cells[0][0] == 0 and not UNIT.fullmatch(line.cells[0][2].text)
    )


def _belongs(line: TableLine, above: TableLine, below: TableLine | None, pitch: float) -> str:  # noqa: PLR0911
    """Where a line without numbers belongs: "above", "below", or "alone"."""
    up = line.baseline - above.baseline
    down = below.baseline - line.baseline if below is not None else float("inf")
    only_label = line.columns <= {0}
    if _is_heading(line, above):
        return "alone"
    if not only_label and 0 not in line.columns:
        return "below" if down * CLEARLY < up and below is not None and not below.label else "above"
    if below is not None and only_label and not below.label and down < 1.6 * line.size:
        return "below"
    is_tight = pitch > 0 and up * CLEARLY < pitch
    if is_tight and up <= down:
        return "above"
    if pitch and down * CLEARLY < pitch and down < up:
        return "below"
    if not only_label:
        is_near = up < MAX_LEADING_EM * line.size and up * NEARER < min(down, pitch or down)
        return "above" if above.value_count and is_near else "alone"
    if not pitch and above.value_count and up < MAX_LEADING_EM * line.size and up * CLEARLY < down:
        return "above"
    if GOES_ON.match(line.label) or (NOT_DONE.search(above.label) and up < 1.6 * line.size):
        return "above" if up < 2 * line.size else "alone"
    if below is not None and (GOES_ON.match(below.label) or NOT_DONE.search(line.label)) and down < 1.6 * line.size:
        return "below"
    return "alone"


def _is_heading(line: TableLine, above: TableLine) -> bool:
    """Whether a lone text stands under a number, which it can not go on with: a heading centred over the columns."""
    if len(line.cells) != 1 or line.cells[0][0] == 0:
        return False
    column, _, segment = line.cells[0]
    over = next((other.text for first, last, other in above.cells if first <= column <= last), "")
    return is_value(over) and not is_value(segment.text) and segment.text[:1].isupper()


def _split_texts(band: list[TableLine]) -> list[list[TableLine]]:
    """Rows of a band without numbers: by wide spacing where there are two spacings, else by the first column."""
    steps = sorted(b.baseline - a.baseline for a, b in pairwise(band))
    if steps and steps[-1] > CLEARLY * steps[0] and steps[0] < 1.5 * band[0].size:
        limit = steps[0] * CLEARLY
        groups = [[band[0]]]
        for a, b in pairwise(band):
            if b.baseline - a.baseline > limit:
                groups.append([])
            groups[-1].append(b)
        return groups
    labelled = [line for line in band if 0 in line.columns]
    if len(labelled) == len(band):
        return _join_labels(band)
    if not labelled:
        return [[line] for line in band]
    groups = []
    for line in band:
        if 0 in line.columns or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups
