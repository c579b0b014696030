"""How many columns a header reaches over: told by a short rule below it, or by standing mid-way in a free slot."""

import re
from collections.abc import Sequence

from reportparse.tables.columns import Strip
from reportparse.tables.head_rows import UNIT
from reportparse.tables.rulings import Edge
from reportparse.tables.segments import Segment
from reportparse.tables.table_lines import TableLine

Cell = tuple[int, int, Segment]
_DIGIT = re.compile(r"\d")
# What a sum of money says beside its sign and scale: "£000" and "£m" have none.
_WORD = re.compile(r"[^\W\d_]{3}")

# A header is centred if its middle is off by no more than this part of the type size, or this part of the slot.
# The rule below a header of several lines is no further from its first line than this, in parts of the type size.
MAX_RULE_EM = 4.5
OFF_CENTRE_EM = 0.9
# Lines of one head follow each other this near, in parts of the type size; edges nearer than this are flush, in points.
MAX_STACKED_EM, FLUSH_PT = 1.5, 1.0
OFF_CENTRE = 0.06


def widen_headers(lines: Sequence[TableLine], strips: Sequence[Strip], rules: Sequence[Edge]) -> list[TableLine]:
    """The lines, with texts above the first numbers reaching over the columns that they name.

    `rules` are short ones, that run through part of the table's width.
    """
    columns = _find_columns(lines, len(strips) + 1)
    first = next((i for i, line in enumerate(lines) if line.value_count and not _is_level(line, lines, i)), 0)
    widened = list(lines)
    for index in range(first):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below is None:
            break
        groups = _find_groups(lines[index], lines[index + 1 : max(first, index + 2)], len(columns))
        if groups and not _are_named(groups, widened[:index]):
            widened[index] = lines[index]._replace(cells=groups)
        elif index and _is_unit_of_all(lines[index], lines[index - 1], columns):
            widened[index] = lines[index]._replace(cells=((1, len(columns) - 1, lines[index].cells[0][2]),))
        else:
            widened[index] = _widen(lines[index], lines[index + 1 : first], columns, rules)
    return widened


def _is_unit_of_all(line: TableLine, above: TableLine, columns: list[tuple[float, float]]) -> bool:
    """Whether a line is one text under several heads, that tells the unit of all columns and is centred over them."""
    if len(line.cells) != 1 or len(columns) < 3 or sum(first > 0 for first, *_ in above.cells) < 2:
        return False
    segment = line.cells[0][2]
    if not UNIT.fullmatch(segment.text) or any(_is_under(segment, head) for *_, head in above.cells):
        return False
    left, right = columns[1][0], columns[-1][1]
    off = abs((segment.x0 + segment.x1) / 2 - (left + right) / 2)
    return off <= max(OFF_CENTRE_EM * segment.size, OFF_CENTRE * (right - left))


def _find_groups(line: TableLine, below: Sequence[TableLine], count: int) -> tuple[Cell, ...]:
    """The heads of a line over the groups of columns that the heads below repeat: "2020, 2021, 2020, 2021"; or none.

    Each stands over its own group, wherever in it, and is as likely flush with its first or last column as centred.
    Columns that are in no group stand before these: the number of a note.
    """
    heads = _read_heads(below, count)
    for begin in range(1, count - 1):
        texts = [heads.get(column) for column in range(begin, count)]
        own = [cell for cell in line.cells if cell[0] >= begin]
        if groups := _part_groups(texts, own, begin):
            return (*(cell for cell in line.cells if cell[0] < begin), *groups)
    return ()


def _part_groups(texts: list[str | None], own: Sequence[Cell], begin: int) -> tuple[Cell, ...]:
    """Each of the heads over its part of the heads below, whose texts come again and again from column `begin` on."""
    size, rest = divmod(len(texts), len(own) or 1)
    if rest or size < 2 or len(own) < 2 or None in texts or len(set(texts[:size])) < size:
        return ()
    if texts != texts[:size] * len(own):
        return ()
    spans = [(begin + size * place, begin + size * (place + 1) - 1) for place in range(len(own))]
    if not all(low <= first <= last <= high for (low, high), (first, last, _) in zip(spans, own, strict=True)):
        return ()
    return tuple((*span, segment) for span, (*_, segment) in zip(spans, own, strict=True))


def _read_heads(lines: Sequence[TableLine], count: int) -> dict[int, str]:
    """The head of each column but that of the labels: on the first of the lines, or on several of which some go on."""
    heads: dict[int, str] = {}
    for line, above in zip(lines, [None, *lines], strict=False):
        is_next = above is None or line.baseline - above.baseline <= MAX_STACKED_EM * line.size
        if len(heads) == count - 1 or not is_next:
            break
        for first, last, segment in line.cells:
            if 0 < first == last:
                heads[first] = f"{heads[first]} {segment.text}" if first in heads else segment.text
    return heads


def _are_named(groups: Sequence[Cell], above: Sequence[TableLine]) -> bool:
    """Whether a text above reaches over each of the groups already: what follows are lines of heads of one column."""
    spans = {(first, last) for line in above for first, last, _ in line.cells}
    return all((first, last) in spans for first, last, _ in groups if first)


def _is_level(line: TableLine, lines: Sequence[TableLine], index: int) -> bool:
    """Whether a line with numbers can still be a header: years over the columns at the top, or "999" over words."""
    if index or len(lines) <= 2:
        return False
    is_over = line.cells[0][0] > 0 and not lines[1].value_count and len(line.cells) < len(lines[1].cells)
    return line.value_count < len(line.cells) or is_over


def _find_columns(lines: Sequence[TableLine], count: int) -> list[tuple[float, float]]:
    """Left and right edge of what stands in each column alone."""
    edges: list[list[Segment]] = [[] for _ in range(count)]
    for line in lines:
        for first, last, segment in line.cells:
            if first == last:
                edges[first].append(segment)
    return [(min(s.x0 for s in some), max(s.x1 for s in some)) if some else (0.0, 0.0) for some in edges]


def _is_under(segment: Segment, head: Segment) -> bool:
    """Whether a text goes on with a head above it: flush with it or centred under it."""
    sides = segment.x0 - head.x0, segment.x1 - head.x1
    return min(map(abs, (*sides, sum(sides) / 2))) < 2 * FLUSH_PT


def _widen(
    line: TableLine, below: Sequence[TableLine], columns: list[tuple[float, float]], rules: Sequence[Edge]
) -> TableLine:
    cells = list(line.cells)
    for number, (first, last, segment) in enumerate(cells):
        low = cells[number - 1][1] + 1 if number else 1
        high = cells[number + 1][0] - 1 if number + 1 < len(cells) else len(columns) - 1
        if first == 0 or low > first or high < last:
            continue
        best = _find_ruled(segment, columns, [rule for rule in rules if not _is_under_several(rule, (line, *below))])
        if best is None:
            best = _find_centred(segment, (first, last), (low, high), columns)
            if best is not None and (_is_stacked(line, cells[number], best, below) or not _has_subheads(best, below)):
                best = None
        best = best or _find_between(segment, (first, last), (low, high), below)
        if best is None:
            is_off = _stands_off(line, cells[number], below)
            best = _find_over_cells(segment, (first, last), (low, high), columns, below, is_off=is_off)
            best = None if best is not None and _is_stacked(line, cells[number], best, below) else best
        if best is not None:
            cells[number] = (max(low, min(best[0], first)), min(high, max(best[1], last)), segment)
    return line._replace(cells=tuple(cells))


def _is_stacked(line: TableLine, cell: Cell, span: tuple[int, int], below: Sequence[TableLine]) -> bool:
    """Whether a text is but the first line of the head of one column: flush with the next, or centred over it alone.

    Where that column is the middle one of the span, another head of the line that is stacked tells it.
    """
    column, _, segment = cell
    under = next((one[2] for other in below for one in other.cells if one[0] == one[1] == column), None)
    if under is None or under.baseline - segment.baseline > MAX_STACKED_EM * segment.size:
        return False
    if _share_edge(segment, under):
        return not _are_alike(span, below[0])
    if column - span[0] == span[1] - column:
        others = {first: head for first, last, head in line.cells if first == last and not span[0] <= first <= span[1]}
        pairs = [(others[first], head) for first, last, head in below[0].cells if first == last and first in others]
        is_within = under.x0 <= segment.x0 and segment.x1 <= under.x1
        return is_within and any(_share_edge(*pair) for pair in pairs)
    return abs(segment.x0 + segment.x1 - under.x0 - under.x1) < 2 * FLUSH_PT


def _share_edge(head: Segment, under: Segment) -> bool:
    return abs(head.x1 - under.x1) < FLUSH_PT or abs(head.x0 - under.x0) < FLUSH_PT


def _are_alike(span: tuple[int, int], line: TableLine) -> bool:
    """Whether all columns of a span have heads of one form, as years are: no one of them has a line more."""
    heads = [cell[2].text for cell in line.cells if span[0] <= cell[0] == cell[1] <= span[1]]
    return len(heads) == span[1] - span[0] + 1 and len({_DIGIT.sub("0", head) for head in heads}) == 1


def _find_ruled(segment: Segment, columns: list[tuple[float, float]], rules: Sequence[Edge]) -> tuple[int, int] | None:
    """Columns over the nearest rule that is drawn below the text and reaches over it, a few lines down at most."""
    below = [
        rule
        for rule in rules
        if -0.3 * segment.size < rule.at - segment.baseline < MAX_RULE_EM * segment.size
        and rule.start - 2 <= (segment.x0 + segment.x1) / 2 <= rule.end + 2
    ]
    if not below:
        return None
    rule = below[0]
    inside = [i for i, (x0, x1) in enumerate(columns) if rule.start - 3 <= (x0 + x1) / 2 <= rule.end + 3]
    return (inside[0], inside[-1]) if len(inside) > 1 and inside[0] > 0 else None


def _is_under_several(rule: Edge, lines: Sequence[TableLine]) -> bool:
    """Whether a rule stands right below a line with several texts over it: rules drawn end to end, one for each."""
    above = [line for line in lines if line.baseline < rule.at]
    texts = [segment for *_, segment in above[-1].cells] if above else []
    return sum(rule.start - 2 <= (text.x0 + text.x1) / 2 <= rule.end + 2 for text in texts) > 1


def _find_centred(
    segment: Segment, own: tuple[int, int], slot: tuple[int, int], columns: list[tuple[float, float]]
) -> tuple[int, int] | None:
    """The most columns of the slot round the text that it stands in the middle of."""
    middle = (segment.x0 + segment.x1) / 2
    best: tuple[int, int] | None = None
    for first in range(slot[0], own[0] + 1):
        for last in range(own[1], slot[1] + 1):
            left, right = columns[first][0], columns[last][1]
            off = abs((left + right) / 2 - middle)
            is_wider = best is None or last - first > best[1] - best[0]
            if is_wider and last > first and off <= max(OFF_CENTRE_EM * segment.size, OFF_CENTRE * (right - left)):
                best = first, last
    return best


def _stands_off(line: TableLine, cell: Cell, below: Sequence[TableLine]) -> bool:
    """Whether a text is neither flush with the head below it nor centred over that, though others of its line are.

    Or none of them is, and they are heads of two or more: each is centred in its cell, whose texts stand to one side.
    Or it is but a unit, which no head begins with.
    """
    under = {first: head for first, last, head in below[0].cells if first == last} if below else {}
    over = {first: head for first, last, head in line.cells if first == last and first in under}
    are_under = [_is_under(under[at], head) for at, head in over.items()]
    is_told = any(are_under) or len(are_under) > 1 or _is_unit(cell[2].text)
    return cell[0] in over and is_told and not _is_under(under[cell[0]], cell[2])


def _is_unit(text: str) -> bool:
    return bool(UNIT.fullmatch(text)) and not _WORD.search(text)


def _find_over_cells(
    segment: Segment,
    own: tuple[int, int],
    slot: tuple[int, int],
    columns: list[tuple[float, float]],
    below: Sequence[TableLine],
    *,
    is_off: bool,
) -> tuple[int, int] | None:
    """The columns whose cells the text is centred over, under heads of one form, as years are, or any if it `is_off`.

    Values set to one side leave the other of their cells free: as wide as from one column to the next, these tell.
    """
    for first in range(slot[0], own[0] + 1):
        for last in range(slot[1], own[1] - 1, -1):
            if last == first or not below or not (is_off or _are_alike((first, last), below[0])):
                continue
            (x0, x1), (last_x0, last_x1) = columns[first], columns[last]
            to_right, to_left = ((b - a) / (last - first) for a, b in ((x1, last_x1), (x0, last_x0)))
            sums = x1 - to_right + last_x1, x0 + last_x0 + to_left
            if min(abs(segment.x0 + segment.x1 - both) for both in sums) <= 2 * OFF_CENTRE_EM * segment.size:
                return first, last
    return None


def _find_between(
    segment: Segment, own: tuple[int, int], slot: tuple[int, int], below: Sequence[TableLine]
) -> tuple[int, int] | None:
    """The two columns of the slot over whose heads a text is centred that stands clear of both: in the gap of them."""
    if not below or own[0] != own[1] or below[0].baseline - segment.baseline > MAX_STACKED_EM * segment.size:
        return None
    heads = {first: head for first, last, head in below[0].cells if first == last}
    for first in (own[0] - 1, own[0]):
        left, right = heads.get(first), heads.get(first + 1)
        if left is None or right is None or first < slot[0] or first + 1 > slot[1]:
            continue
        off = abs(segment.x0 + segment.x1 - left.x0 - right.x1) / 2
        if left.x1 <= segment.x0 and segment.x1 <= right.x0 and off <= OFF_CENTRE_EM * segment.size:
            return first, first + 1
    return None


def _has_subheads(span: tuple[int, int], below: Sequence[TableLine]) -> bool:
    """Whether the lines that stand under the span have texts in its columns, and none that reaches out."""
    covered: set[int] = set()
    for line in below:
        under = [(first, last) for first, last, _ in line.cells if first <= span[1] and last >= span[0]]
        if not all(span[0] <= first and last <= span[1] for first, last in under):
            return False
        covered.update(column for first, last in under for column in range(first, last + 1))
        if len(covered) > span[1] - span[0]:
            return True
    return len(covered) >= max(2, span[1] - span[0])
