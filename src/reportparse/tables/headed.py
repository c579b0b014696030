"""Tables of words under bold heads, whose first rows the search for columns of text has cut into columns."""

from collections.abc import Callable, Sequence

from reportparse.layout.lines import Line
from reportparse.tables.beside import are_told_apart
from reportparse.tables.wide import group_rows

# Baselines nearer than this are one row, in points.
SAME_ROW_PT = 1.0
# Edges nearer than this are flush, in points.
FLUSH_PT = 3.0
# Rows stand no further apart than this, in sizes of their type.
MAX_STEP_EM = 3.6


def rejoin_headed(regions: Sequence[Sequence[Line]], is_value: Callable[[str], bool]) -> list[list[Line]]:
    """Regions of a page in order, those put together that are a bold head with its rows, cut into columns or bands.

    Two that stand side by side are, if bold texts stand at one height in both and lighter ones at one height below;
    what follows is more of the table, if its first row is flush with them.  Columns of prose under a heading each, the
    left one said first, are none.
    """
    joined: list[list[Line]] = []
    is_headed = False
    for region in regions:
        if joined and _are_headed(joined[-1], region) and not are_told_apart(joined[-1], region, is_value):
            joined[-1], is_headed = [*joined[-1], *region], True
        elif joined and is_headed and _goes_on(joined[-1], region):
            joined[-1] = [*joined[-1], *region]
        else:
            joined.append(list(region))
            is_headed = False
    return joined


def _are_headed(left: Sequence[Line], right: Sequence[Line]) -> bool:
    if max(line.box.x1 for line in left[-2:]) > min(line.box.x0 for line in right):
        return False
    first, *rest = group_rows(right)
    if not rest or not all(line.style.is_bold for line in first) or any(line.style.is_bold for line in rest[0]):
        return False
    heads = [line for line in left if abs(line.baseline - first[0].baseline) <= SAME_ROW_PT]
    below = [line for line in left if abs(line.baseline - rest[0][0].baseline) <= SAME_ROW_PT]
    return bool(heads and below) and heads[0].style == first[0].style and below[0].style == rest[0][0].style


def _goes_on(table: Sequence[Line], region: Sequence[Line]) -> bool:
    last, first = group_rows(table)[-1], group_rows(region)[0]
    step = first[0].baseline - last[0].baseline
    if len(first) != len(last) or not 0 < step <= MAX_STEP_EM * last[0].style.size:
        return False
    return all(_are_flush(a, b) for a, b in zip(last, first, strict=True))


def _are_flush(a: Line, b: Line) -> bool:
    shifts = (a.box.x0 - b.box.x0, a.box.x1 - b.box.x1, (a.box.x0 + a.box.x1 - b.box.x0 - b.box.x1) / 2)
    return min(map(abs, shifts)) <= FLUSH_PT
