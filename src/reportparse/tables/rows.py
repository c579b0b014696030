"""Which lines of a table are one row: by rules, numbers, and two spacings."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reportparse.tables.columns import Strip, place_row
from reportparse.tables.headers import is_year
from reportparse.tables.labels import CLEARLY, GOES_ON, NOT_DONE, LabelSpace, find_space, goes_on, split_between
from reportparse.tables.segments import Row, Segment, is_leader, is_value

# Lines whose baselines are nearer than this part of the type size overlap: they stand beside each other.
OVERLAP_EM = 0.75
# Lines nearer than this follow each other at the leading of one text.
MAX_LEADING_EM = 1.5
# Lines of one row with texts in several columns are nearer than rows by this ratio: half a point at 12 points' leading.
NEARER = 1.05
# Years name columns in the first lines of a table.
MAX_YEAR_LINES = 4
# What numbers are counted in, as a line of a header says it for all columns.
UNIT = re.compile(
    r"[\[(].+[\])]|.*(?:[£€$]|\b(?:thousands?|millions?|billions?|dollars|pounds|euros|per\s?cent)\b).*", re.IGNORECASE
)
_OPEN_YEAR = re.compile(r"\d[-–/]$")
# What a year below goes on with: "31 March", "Year ended", "April to".
_OPEN_DATE = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.?|\b(?:in|to|of|for|at|end|ended|ending|since|from|year)"
    r"|[-–/,:])$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class TableLine(NamedTuple):
    """One printed line of a table with the columns that its segments stand in."""

    cells: tuple[tuple[int, int, Segment], ...]
    """First column, last column, segment."""
    baseline: float
    top: float
    bottom: float
    size: float
    is_head: bool = False
    """Its numbers only name columns: years above all others, or the second halves of years broken over two lines."""

    @property
    def columns(self) -> set[int]:
        """All columns with text."""
        return {c for first, last, _ in self.cells for c in range(first, last + 1)}

    @property
    def labels(self) -> list[Segment]:
        """Texts of the first column alone."""
        return [segment for first, last, segment in self.cells if first == last == 0]

    @property
    def label(self) -> str:
        """Text of the first column."""
        return next((segment.text for first, _, segment in self.cells if first == 0), "")

    @property
    def value_count(self) -> int:
        """Cells right of the first column with a number or its stand-in; a year counts only among others alone."""
        if self.is_head:
            return 0
        values = [segment.text for first, _, segment in self.cells if first > 0 and is_value(segment.text)]
        others = sum(first > 0 for first, *_ in self.cells) - len(values)
        return sum(not (others and _YEAR.fullmatch(text)) for text in values)

    @property
    def value_columns(self) -> set[int]:
        """Columns right of the first with a number or its stand-in."""
        return {first for first, _, segment in self.cells if first > 0 and is_value(segment.text)}

    @property
    def has_years(self) -> bool:
        """Whether all its values are years, which name columns."""
        values = [segment.text for first, _, segment in self.cells if first > 0 and is_value(segment.text)]
        return bool(values) and all(map(is_year, values))

    @property
    def has_span(self) -> bool:
        """Whether something crosses a strip."""
        return any(last > first for first, last, _ in self.cells)


def make_line(row: Row, strips: Sequence[Strip]) -> TableLine:
    """Make a line of the table whose columns part at `strips`."""
    cells = tuple(place_row([segment for segment in row if not is_leader(segment.text)], strips))
    return TableLine(
        cells,
        max(row, key=lambda segment: segment.size).baseline,
        min(segment.top for segment in row),
        max(segment.bottom for segment in row),
        max(segment.size for segment in row),
    )


def mark_heads(lines: Sequence[TableLine]) -> list[TableLine]:
    """The lines, those at the top whose numbers name columns marked so."""
    marked: list[TableLine] = []
    for index, line in enumerate(lines):
        above = marked[-1] if marked else None
        is_top = all(other.value_count == 0 for other in marked)
        goes_on = above is not None and _goes_on_years(above, line)
        if is_top and index < len(lines) - 2 and (goes_on or (line.has_years and index < MAX_YEAR_LINES)):
            line = line._replace(is_head=True)  # noqa: PLW2901
        marked.append(line)
    return marked


def _goes_on_years(above: TableLine, line: TableLine) -> bool:
    """Whether the numbers of a line end what the line above leaves open: "2019-" over "20", "rate per" over "1,000"."""
    open_ones = {
        first
        for first, _, segment in above.cells
        if _OPEN_YEAR.search(segment.text) or (NOT_DONE.search(segment.text) and not is_value(segment.text))
    }
    numbers = [(first, segment.text) for first, _, segment in line.cells if first > 0 and is_value(segment.text)]
    return bool(open_ones and numbers) and all(first in open_ones and text[0].isdigit() for first, text in numbers)


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
    space = find_space([line for line in lines if not line.is_head], _find_pitch(lines))
    groups: list[list[TableLine]] = []
    for band in bands:
        is_top = not any(line.value_count for group in groups for line in group)
        is_head = is_top and _is_head(band, is_first=not groups and len(bands) > 1)
        groups += _stack_head(band) if is_head else _split_band(band, space, is_ruled)
    return [group for group in groups if group]


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
        if above is not None and is_beside and not _shares(above, line) and not _stands_under_spans([above], [line]):
            cells = tuple(sorted((*above.cells, *line.cells), key=lambda cell: (cell[0], cell[2].baseline)))
            merged[-1] = above._replace(cells=cells, bottom=max(above.bottom, line.bottom))
        else:
            merged.append(line)
    return merged


def _shares(above: TableLine, line: TableLine) -> bool:
    """Whether two lines hold values in one column, so that they are two rows however near they stand."""
    return bool(above.value_columns & line.value_columns)


def _is_head(band: Sequence[TableLine], *, is_first: bool) -> bool:
    """Whether a band before the first values is a header: of two levels, a text over several below it, or stacked.

    The first band of several is stacked if its lines follow each other as those of one text do, or name no labels.
    """
    if any(line.value_count and not line.has_years for line in band):
        return False
    if not any(0 in line.columns for line in band):
        return True
    if is_first and all(b.baseline - a.baseline < MAX_LEADING_EM * b.size for a, b in pairwise(band)):
        return True
    return any(_begins_level(band[:index], line) for index, line in enumerate(band) if index)


def gather_rows(lines: Sequence[TableLine]) -> list[list[TableLine]]:
    """Each line with numbers as a row, with the lines of words that belong to it."""
    anchors = [i for i, line in enumerate(lines) if line.value_count]
    space = find_space(lines, _find_pitch(lines))
    return [group for group in _gather(list(lines), anchors, space) if group]


def _find_pitch(lines: Sequence[TableLine]) -> float:
    """Usual distance of rows with numbers that follow each other directly."""
    steps = [b.baseline - a.baseline for a, b in pairwise(lines) if a.value_count and b.value_count]
    return median(steps) if steps else 0.0


def _split_band(band: list[TableLine], space: LabelSpace, is_ruled: bool) -> list[list[TableLine]]:
    anchors = [i for i, line in enumerate(band) if line.value_count]
    strong = [i for i in anchors if band[i].value_count + bool(band[i].label) >= 2]
    if len(strong) >= 2:
        return _gather(band, anchors, space)
    if is_ruled:
        return _part_heading(band, space)
    if anchors and not _end_texts(band, anchors):
        return _gather(band, anchors, space)
    return _split_texts(band)


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
            groups += _join_headings(between[up : len(between) - down])
            joined_below = between[len(between) - down :]
        else:
            joined_below = _share_out(groups, between, below, space.pitch)
    if joined_below:
        groups.append(joined_below)
    return groups


def _join_headings(lines: Sequence[TableLine]) -> list[list[TableLine]]:
    """Lines that stand alone as rows, those joined whose words go on with each other: a heading of two lines."""
    rows: list[list[TableLine]] = []
    for line in lines:
        if rows and goes_on(rows[-1][-1], line):
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
    sections: list[list[TableLine]] = []
    while len(head) > 1 and _is_lone(head[-1]) and any(line.columns - {0} for line in head[:-1]):
        if _is_label_of_head(head):
            break
        sections.insert(0, [head.pop()])
    return _stack_head(head) + sections, below


def _is_lone(line: TableLine) -> bool:
    """Whether a line is one text that begins where labels do; a heading may be longer than they are."""
    return line.columns == {0} or (
        len(line.cells) == 1 and line.cells[0][0] == 0 and not UNIT.fullmatch(line.cells[0][2].text)
    )


def _is_label_of_head(head: list[TableLine]) -> bool:
    """Whether the last line only completes the label of the header row, set at its leading."""
    step = head[-1].baseline - head[-2].baseline
    styles = {line.labels[-1].words[-1].style for line in head[-2:] if line.labels}
    if len(styles) > 1:
        return False
    return step < 1.35 * head[-1].size and (0 in head[-2].columns or GOES_ON.match(head[-1].label) is not None)


def _stack_head(head: list[TableLine]) -> list[list[TableLine]]:
    """Lines of a header as rows: one below a spanning text begins a row, all others are stacked."""
    groups: list[list[TableLine]] = []
    for index, line in enumerate(head):
        if groups and not (_begins_level(groups[-1], line) or _begins_stacked(groups[-1], head[index : index + 2])):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _stands_under_spans(group: Sequence[TableLine], lines: Sequence[TableLine]) -> bool:
    """Whether two texts of some lines stand under a text of a group that reaches over both."""
    spans = [(first, last) for above in group for first, last, _ in above.cells if last > first]
    under = [(begin, end) for line in lines for begin, end, _ in line.cells]
    return any(
        len({begin for begin, end in under if first <= begin and end <= last and end - begin < last - first}) > 1
        for first, last in spans
    )


def _begins_stacked(group: Sequence[TableLine], lines: Sequence[TableLine]) -> bool:
    """Whether a line with some heads below spanning ones goes on in the next: "In 10 s" over "(%)", by "Number"."""
    if len(lines) < 2 or lines[1].baseline - lines[0].baseline > MAX_LEADING_EM * lines[1].size:
        return False
    spans = [(first, last) for above in group for first, last, _ in above.cells if last > first]
    is_below = all(any(low <= first and last <= high for low, high in spans) for first, last, _ in lines[0].cells)
    is_narrow = all(first == last for first, last, _ in lines[0].cells)
    return is_below and is_narrow and _stands_under_spans(group, lines)


def _begins_level(group: Sequence[TableLine], line: TableLine) -> bool:
    if _stands_under_spans(group, [line]):
        return True
    heads = {first for first, *_ in group[-1].cells}
    first, last, segment = line.cells[0] if line.cells else (0, 0, None)
    is_unit = segment is not None and len(line.cells) == 1 and UNIT.fullmatch(segment.text)
    if (is_unit and sum(first <= head <= last for head in heads) > 1) or _are_years_below(group[-1], line):
        return True
    if _are_units_apart(group[-1], line):
        return True
    return line.baseline - group[-1].baseline > 2.2 * line.size


def _are_units_apart(above: TableLine, line: TableLine) -> bool:
    """Whether a line below heads holds units alone under them, further off than lines of one text are."""
    heads = above.columns
    units = [segment.text for first, _, segment in line.cells if first in heads]
    is_apart = line.baseline - above.baseline > MAX_LEADING_EM * line.size
    return is_apart and len(units) > 1 and all(UNIT.fullmatch(text) for text in units)


def _are_years_below(above: TableLine, line: TableLine) -> bool:
    """Whether a line is a year under each of several heads that are whole without it: "Budget" over "2022/23"."""
    under = {first: segment.text for first, last, segment in line.cells if first == last}
    over = {first: segment.text for first, last, segment in above.cells if first == last and first}
    return (
        len(under) == len(line.cells) > 1
        and under.keys() == over.keys()
        and all(map(is_year, under.values()))
        and not any(is_year(text) or _OPEN_DATE.search(text) for text in over.values())
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
