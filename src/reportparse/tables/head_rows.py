"""Which lines of a header are one row: stacked heads, levels under spanning ones, units and years apart."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportparse.tables.headers import is_year
from reportparse.tables.labels import GOES_ON
from reportparse.tables.segments import Segment
from reportparse.tables.table_lines import TableLine

# Lines nearer than this follow each other at the leading of one text.
MAX_LEADING_EM = 1.5
# Heads of two lines midway beside two levels of others begin below the upper one: by half a leading, 0.6 sizes.
MIN_MIDWAY_EM = 0.3
# Edges nearer than this are flush, in points.
FLUSH_PT = 1.0
# What numbers are counted in, as a line of a header says it for all columns.
UNIT = re.compile(
    r"[\[(].+[\])]|.*(?:[£€$]|\b(?:thousands?|millions?|billions?|dollars|pounds|euros|per\s?cent)\b).*", re.IGNORECASE
)
# What a year below goes on with: "31 March", "Year ended", "April to".
_OPEN_DATE = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.?|\b(?:in|to|of|for|at|end|ended|ending|since|from|year)"
    r"|[-–/,:])$",
    re.IGNORECASE,
)


def is_head(band: Sequence[TableLine], *, is_first: bool) -> bool:
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


def is_label_of_head(head: list[TableLine]) -> bool:
    """Whether the last line only completes the label of the header row, set at its leading."""
    step = head[-1].baseline - head[-2].baseline
    styles = {line.labels[-1].words[-1].style for line in head[-2:] if line.labels}
    if len(styles) > 1:
        return False
    return step < 1.35 * head[-1].size and (0 in head[-2].columns or GOES_ON.match(head[-1].label) is not None)


def stack_head(head: list[TableLine]) -> list[list[TableLine]]:
    """Lines of a header as rows: one below a spanning text begins a row, all others are stacked."""
    groups: list[list[TableLine]] = []
    for index, printed in enumerate(head):
        line = _stack_midway(groups[-1], printed) if groups else printed
        if not line.cells:
            continue
        if groups and not (_begins_level(groups[-1], line) or _begins_stacked(groups[-1], head[index : index + 2])):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _stack_midway(group: list[TableLine], line: TableLine) -> TableLine:
    """A line without the texts that go on with heads of `group` set midway beside a spanning text; these join them."""
    spans = [segment for above in group for first, last, segment in above.cells if last > first]
    midway = {
        first: segment
        for above in group
        for first, last, segment in above.cells
        if first == last and spans and segment.baseline - spans[0].baseline > MIN_MIDWAY_EM * segment.size
    }
    own = [cell for cell in line.cells if cell[0] == cell[1] in midway and _goes_under(midway[cell[0]], cell[2])]
    if not own:
        return line
    group.append(line._replace(cells=tuple(own)))
    return line._replace(cells=tuple(cell for cell in line.cells if cell not in own))


def _goes_under(above: Segment, segment: Segment) -> bool:
    """Whether a text stands right below another, flush with it or centred under it."""
    sides = segment.x0 - above.x0, segment.x1 - above.x1
    is_near = segment.baseline - above.baseline < MAX_LEADING_EM * segment.size
    return is_near and min(map(abs, (*sides, sum(sides) / 2))) < FLUSH_PT


def stand_under_spans(group: Sequence[TableLine], lines: Sequence[TableLine]) -> bool:
    """Whether two texts of some lines stand under a text of a group that reaches over both."""
    spans = [(first, last) for above in group for first, last, _ in above.cells if last > first]
    under = [(begin, end) for line in lines for begin, end, _ in line.cells]
    return any(
        len({begin for begin, end in under if first <= begin and end <= last and end - begin < last - first}) > 1
        for first, last in spans
    )


def _begins_stacked(group: Sequence[TableLine], lines: Sequence[TableLine]) -> bool:
    """Whether a line with some heads below spanning ones goes on in the next: "In 10 s" over "(%)", by "Number".

    Heads of other columns, as that of the labels, may begin with it.
    """
    if len(lines) < 2 or lines[1].baseline - lines[0].baseline > MAX_LEADING_EM * lines[1].size:
        return False
    spans = [(first, last) for above in group for first, last, _ in above.cells if last > first]
    over = set().union(*(above.columns for above in group))
    under = [(first, last) for first, last, _ in lines[0].cells if not over.isdisjoint(range(first, last + 1))]
    is_below = bool(under) and all(any(low <= first and last <= high for low, high in spans) for first, last in under)
    is_narrow = all(first == last for first, last, _ in lines[0].cells)
    return is_below and is_narrow and stand_under_spans(group, lines)


def _begins_level(group: Sequence[TableLine], line: TableLine) -> bool:
    if stand_under_spans(group, [line]):
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
