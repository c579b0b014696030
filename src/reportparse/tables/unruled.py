"""Tables without a drawn grid: runs of lines that share white strips, bounded by rules where there are some."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.tables.build import build_cells
from reportparse.tables.columns import Strip, edges_of, find_strips
from reportparse.tables.grid import Grid, box_of
from reportparse.tables.head_labels import MAX_HEAD_STEP_EM, begins_label_of, has_label_of
from reportparse.tables.head_lines import add_head_strips, align_heads, drop_head_strips
from reportparse.tables.headers import is_year
from reportparse.tables.judge import is_table
from reportparse.tables.named import WORDED_NOTE, find_number
from reportparse.tables.recut import drop_stretched, recut, rejoin_headings
from reportparse.tables.rows import group_lines
from reportparse.tables.rulings import Edge
from reportparse.tables.runs import MAX_STEP_EM, Run, are_long, begins_table, find_runs, step
from reportparse.tables.segments import Row, Segment, is_bold, is_value
from reportparse.tables.spans import widen_headers
from reportparse.tables.table_lines import TableLine, make_line, mark_heads

# A rule belongs to lines if it begins this near to them, in points, and reaches this part of their width further.
RULE_BEGIN_PT, RULE_REACH = 20.0, 0.35
# From so many words on, a line above a table is prose.
MIN_PROSE_WORDS = 8
# A header has at most so many lines.
MAX_HEAD = 6
# So many lone lines may stand between the last row and the rule below it, this near.
MAX_FOOT, MAX_FOOT_STEP_EM = 2, 2.2
# Heads that end flush with their columns may stand this far above them, in parts of the type size, and so many headings
# of sections between.
MAX_FLUSH_STEP_EM, FLUSH_PT, MAX_HEADINGS = 3.6, 1.5, 2
# Lines of a table whose heads stand under others: two of heads and two more.
MIN_OVER = 3
# Type larger than the heads' by this, in points, is another; a caption begins this near to the padded label below it.
MIN_LARGER_PT, PADDING_PT = 0.4, 8.0
# Heads have no more levels.
MAX_LEVELS = 3
# A text over several columns may stand further from the heads that it spans.
MAX_LEVEL_STEP_EM = 3.0


def read_unruled(page: int, rows: Sequence[Row], level: Sequence[Edge]) -> list[Grid]:
    """The tables among the lines of one column of a page; `level` are the horizontal rules."""
    grids: list[Grid] = []
    begin = 0  # behind the table before, none of whose lines are heads of this one
    for run in find_runs(rows):
        if run.first < begin:
            continue
        grid = _read_run(page, rows[begin:], Run(run.first - begin, run.last - begin), level)
        if grid is not None:
            grids.append(grid)
            bottom = grid.box.bottom
            begin = next((at for at in range(run.first, len(rows)) if rows[at][0].baseline > bottom), len(rows))
    return grids


def _read_run(page: int, rows: Sequence[Row], run: Run, level: Sequence[Edge]) -> Grid | None:
    inside = list(rows[run.first : run.last])
    body = [row for row in inside if len(row) > 1]
    numeric = [row for row in _skip_numbered_head(body) if _has_numbers(row[1:])]
    strips = find_strips(numeric if len(numeric) >= 2 or _is_below_heads(numeric, body) else body)
    if not strips:
        return None
    left, right = min(row[0].x0 for row in inside), max(row[-1].x1 for row in inside)
    rules = [edge for edge in level if _is_of(edge, left, right)]
    first, last = _find_bounds(rows, run, rules, strips)
    strips = add_head_strips(rows[first:last], strips)
    strips = drop_stretched(rows[first:last], strips)
    inside = rejoin_headings(recut(rows[first:last], strips), strips)
    left, right = min(row[0].x0 for row in inside), max(row[-1].x1 for row in inside)
    lines = mark_heads([make_line(row, strips) for row in inside])
    own = drop_head_strips(lines, strips)
    if len(own) < len(strips):
        strips = own
        lines = mark_heads([make_line(row, strips) for row in inside])
    lines = align_heads(lines)
    top, bottom = lines[0].top, lines[-1].bottom
    cuts = [edge.at for edge in rules if top - 4 <= edge.at <= bottom + 4]
    foot = next((edge.at for edge in rules if edge.at > bottom), float("inf"))
    if not is_table(lines, len(strips) + 1, cuts, foot):
        return None
    short = [edge for edge in level if edge not in rules and top - 2 <= edge.at <= bottom]
    lines = widen_headers(lines, strips, short)
    groups = group_lines(lines, cuts)
    if len(groups) < 2:
        return None
    cells = build_cells([_span_heading(group, left, right, len(strips)) for group in groups])
    box = box_of([word for cell in cells for word in cell.words])
    method = "half-ruled" if cuts else "unruled"
    edges = edges_of(min(left, box.x0), strips, max(right, box.x1))
    return Grid(page, box, tuple(cells), edges, method, ruled_header=_count_ruled(groups, cuts))


def _skip_numbered_head(body: Sequence[Row]) -> Sequence[Row]:
    """The lines without a first one of numbers that is a head over the heads of words below it: "999" and "101"."""
    if len(body) > MIN_OVER and len(body[0]) < len(body[1]) and _has_numbers(body[0]) and not _has_numbers(body[1]):
        return body[1:]
    return body


def _is_below_heads(numeric: Sequence[Row], body: Sequence[Row]) -> bool:
    """Whether one row of values ends lines of heads, and it alone tells the columns: that of the labels has no head."""
    return len(numeric) == 1 and len(body) > 1 and body[-1] is numeric[0] and len(body[-1]) > max(map(len, body[:-1]))


def _has_numbers(row: Sequence[Segment]) -> bool:
    return any(is_value(segment.text) and not is_year(segment.text) for segment in row)


def _span_heading(group: Sequence[TableLine], left: float, right: float, last: int) -> Sequence[TableLine]:
    """A row of one text alone reaches over all columns, if it is centred over the table or runs on past the labels."""
    cells = [cell for line in group for cell in line.cells]
    if len(cells) != 1:
        return group
    first, end, segment = cells[0]
    is_centred = abs((segment.x0 + segment.x1) / 2 - (left + right) / 2) < 1.5 * segment.size
    if not (first == 0 < end) and (not is_centred or segment.x0 < left + 2 * segment.size):
        return group
    return [line._replace(cells=((0, last, segment),)) for line in group if line.cells]


def _count_ruled(groups: Sequence[Sequence[TableLine]], cuts: Sequence[float]) -> int:
    """Rows above the first rule that runs through the table, where most rows below have none between them.

    A rule above the last of several rows is one over a total.
    """
    inner = [cut for cut in cuts if groups[0][0].baseline < cut < groups[-1][0].top]
    if not inner or len(inner) * 2 > len(groups) or (len(groups) > MAX_LEVELS and inner[0] > groups[-2][-1].baseline):
        return 0
    return sum(group[-1].baseline < inner[0] for group in groups)


def _is_of(edge: Edge, left: float, right: float) -> bool:
    """Whether a rule runs through lines from `left` to `right`, rather than through the page."""
    width = right - left
    if min(edge.end, right) - max(edge.start, left) <= 0.6 * width:
        return False
    return edge.start >= left - RULE_BEGIN_PT and edge.end <= right + RULE_BEGIN_PT + RULE_REACH * width


def _find_bounds(rows: Sequence[Row], run: Run, rules: Sequence[Edge], strips: Sequence[Strip]) -> tuple[int, int]:
    """First line and the one after the last: up to the outermost rules near by, and lines that fit the columns."""
    return _find_head(rows, run, rules, strips), _find_foot(rows, run, rules)


def _find_foot(rows: Sequence[Row], run: Run, rules: Sequence[Edge]) -> int:
    """The line after the last: lone lines that stand above a rule below the last row belong to the table."""
    last, size = run.last, rows[run.first][0].size
    for rule in rules:
        if rule.at <= rows[last - 1][0].bottom - 2:
            continue
        k = last
        while k < len(rows) and rows[k][0].bottom < rule.at + 2 and len(rows[k]) == 1:
            is_note = WORDED_NOTE.match(rows[k][0].text) is not None  # the rule may be a box's that follows
            is_next = begins_table(rows[run.first : last], rows[k], rows[k + 1 : k + 2])
            if is_note or is_next or is_bold(rows[k]) > is_bold(rows[last - 1]):  # bold below plain rows names a next
                return last
            if step(rows[k - 1], rows[k]) >= MAX_FOOT_STEP_EM or k - last >= MAX_FOOT:
                return last
            k += 1
        if rule.at - rows[k - 1][0].bottom >= 2 * size:
            return last
        last = k
    return last


def _find_head(rows: Sequence[Row], run: Run, rules: Sequence[Edge], strips: Sequence[Strip]) -> int:
    """First line of the header: lines near above that fit the columns, and all down from the highest rule."""
    first = _climb(rows, run.first, strips)
    above = [rule.at for rule in rules if rule.at < rows[run.first][0].top + 2]
    size = rows[run.first][0].size
    while above and above[-1] > rows[first][0].top - 8 * size:
        k = first
        while k > 0 and rows[k - 1][0].top > above[-1] - 2 and step(rows[k - 1], rows[k]) < MAX_STEP_EM:
            k -= 1
        if run.first - k > MAX_HEAD or any(_is_text(row) and row[0].x0 < strips[0].middle for row in rows[k:first]):
            break
        if any(_names(above, below) for above, below in pairwise(rows[k : first + 1])):
            break
        first = k
        above.pop()
    flush = _find_flush(rows, first, run, strips) if first > 0 else first
    return first if flush == first else _climb(rows, flush, strips)


def _names(above: Row, below: Row) -> bool:
    """Whether a lone text in other type stands over a header with a label at its edge: a caption, and no head.

    Or a larger one, with its number perhaps, left of all heads: "10  Debtors".
    """
    is_larger = above[0].size > below[0].size + MIN_LARGER_PT
    is_lone = len(above) == 1 or (len(above) == 2 and above[0].text[:1].isdigit())
    if is_larger and is_lone and len(below) > 1 and above[-1].x1 < below[0].x0 and not _has_numbers(below):
        return True
    if len(above) > 1 or len(below) < 2 or _has_numbers(below) or abs(above[0].x0 - below[0].x0) > PADDING_PT:
        return False
    style, head = above[0].words[0].style, below[0].words[0].style
    return (style.color, style.is_bold) != (head.color, head.is_bold) or above[0].size > below[0].size + MIN_LARGER_PT


def _climb(rows: Sequence[Row], first: int, strips: Sequence[Strip]) -> int:
    """The first of the lines near above that fit the columns."""
    while first > 0:
        lines = 1 if _fits_head(rows, first, strips) else 2 if _stands_over_heading(rows, first, strips) else 0
        if not lines:
            break
        first -= lines
    return first


def _find_flush(rows: Sequence[Row], first: int, run: Run, strips: Sequence[Strip]) -> int:
    """The line of heads further above that end flush with the columns; `first` itself where there is none.

    One head is enough where there is one column of values.
    """
    k, size = first - 1, rows[first][0].size
    while k > 0 and first - 1 - k < MAX_HEADINGS and _is_heading(rows[k], rows[first][0].x0, strips[0].x1):
        k -= 1
    head = rows[k]
    reach = (first - k) * MAX_FLUSH_STEP_EM * size
    least = min(2, len(strips))
    if len(head) < least or rows[first][0].baseline - head[0].baseline > reach or any(_is_number(s.text) for s in head):
        return first
    ends = {segment.x1 for row in rows[run.first : run.last] for segment in row[1:]}
    flush = [segment for segment in head if any(abs(segment.x1 - end) <= FLUSH_PT for end in ends)]
    return k if len(flush) >= least and all(segment.x0 > strips[0].middle - 2 for segment in head) else first


def _is_heading(row: Row, left: float, right: float) -> bool:
    """Whether a line is one text in the column of labels, from `left` to `right`, as headings of sections are."""
    return len(row) == 1 and row[0].x0 <= left + 2 and row[0].x1 < right and not _is_text(row)


def _is_text(row: Row) -> bool:
    """Whether a line above a table is a caption or prose, rather than a part of the header."""
    return bool(find_number(row[0].text)) or any(len(segment.words) >= MIN_PROSE_WORDS for segment in row)


def _fits_head(rows: Sequence[Row], first: int, strips: Sequence[Strip]) -> bool:
    """Whether the line above is one more line of the header: near, and right of the labels."""
    above, here = rows[first - 1], rows[first]
    near = step(above, here)
    if above[0].text.endswith((".", ":")) or _is_text(above):
        return False
    if has_label_of(above, here, strips) or begins_label_of(above, here):
        return True
    if near > MAX_HEAD_STEP_EM and not (_is_spanner(above, here, strips) and near <= MAX_LEVEL_STEP_EM):
        return False
    if above[0].x0 > strips[0].middle - 2:
        return True
    ends = [segment.x1 for segment in here]
    return above[0].x0 > strips[0].x0 and any(abs(above[-1].x1 - end) < 2 for end in ends)


def _stands_over_heading(rows: Sequence[Row], first: int, strips: Sequence[Strip]) -> bool:
    """Whether the line above is the first heading of a section, and the one above that a line of the header."""
    if first < 2 or len(rows[first - 1]) > 1 or len(rows[first]) < 2 or _is_text(rows[first - 1]):
        return False
    heading, head = rows[first - 1], rows[first - 2]
    is_label = heading[0].x1 < strips[0].x1 and heading[0].x0 <= rows[first][0].x0 + 2
    is_head = head[-1].x0 > strips[0].middle - 2 and not _is_text(head) and not any(_is_number(s.text) for s in head)
    near = step(head, heading) <= MAX_LEVEL_STEP_EM and step(heading, rows[first]) <= MAX_HEAD_STEP_EM
    return is_label and is_head and near and not are_long(head)


def _is_number(text: str) -> bool:
    return is_value(text) and not is_year(text)


def _is_spanner(above: Row, here: Row, strips: Sequence[Strip]) -> bool:
    """Whether a lone text is centred over columns right of the labels, and not over the whole table.

    These are all of them, or all but the first ones, as that of the numbers of notes is.
    """
    if len(above) != 1 or len(strips) < 2 or len(here) < 2:
        return False
    middle, right = (above[0].x0 + above[0].x1) / 2, here[-1].x1
    left = min(here[0].x0, strips[0].x0)  # labels may have no head
    for strip in strips[:-1]:
        heads = [segment for segment in here if segment.x0 >= strip.middle - 2]
        if len(heads) < 2:
            return False
        off = abs(middle - (min(heads[0].x0, strip.x1) + right) / 2)
        if off < 2 * above[0].size and off < abs(middle - (left + right) / 2):
            return True
    return False
