"""Tables without a drawn grid: runs of lines that share white strips, bounded by rules where there are some."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reportparse.tables.build import build_cells
from reportparse.tables.captions import find_number
from reportparse.tables.columns import edges_of, find_strips
from reportparse.tables.grid import Grid, box_of
from reportparse.tables.headers import is_period
from reportparse.tables.recut import recut
from reportparse.tables.rows import TableLine, group_lines, make_line
from reportparse.tables.rulings import Edge
from reportparse.tables.segments import Row, is_number, is_value
from reportparse.tables.spans import widen_headers

# Lines further apart than this many type sizes end a table.
MAX_STEP_EM = 3.6
# Lines of one segment that may stand between two lines of a table: a section heading, labels of several lines.
MAX_SINGLES = 4
# A line set off by these multiples of the usual step, above and below, is no row.
SET_OFF = (1.5, 1.25)
# A rule belongs to lines if it begins this near to them, in points, and reaches this part of their width further.
RULE_BEGIN_PT, RULE_REACH = 20.0, 0.35
# Part of the cells right of the first column that hold values, from which a table needs no rules to be one.
MIN_VALUES = 0.45
# From this part on, long labels that run over several lines do not speak against a table.
MANY_VALUES = 0.85
# Longest usual cell of a table of words, in words.
MAX_CELL_WORDS = 7

# From so many words on, a line above a table is prose.
MIN_PROSE_WORDS = 8
# Longest usual cell of a table of two columns of names.
MAX_NAME_WORDS = 5
# Part of the words that may stand in running text.
MAX_PROSE = 0.3

_MARKER = re.compile(
    r"(?:[•●○◦▪■□‣·*–—-]|[\uf000-\uf0ff]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxlIVXL]{1,5})[.):]?|(?:[A-Z]?\d{1,2}\.)+\d{0,2})"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that may be a table: from `first` up to but not with `last`."""

    first: int
    last: int


def read_unruled(page: int, rows: Sequence[Row], level: Sequence[Edge]) -> list[Grid]:
    """The tables among the lines of one column of a page; `level` are the horizontal rules."""
    grids = []
    for run in _find_runs(rows):
        grid = _read_run(page, rows, run, level)
        if grid is not None:
            grids.append(grid)
    return grids


def _find_runs(rows: Sequence[Row]) -> list[Run]:
    """Longest runs of lines whose gaps lie above one another."""
    runs: list[Run] = []
    i = 0
    while i < len(rows):
        if len(rows[i]) < 2 or _is_numbered(rows[i]):
            i += 1
            continue
        last, strips = i, _gaps(rows[i])
        j, singles = i + 1, 0
        while j < len(rows) and _step(rows[j - 1], rows[j]) <= MAX_STEP_EM:
            if _is_numbered(rows[j]):
                break
            if len(rows[j]) == 1:
                singles += 1
                if singles > MAX_SINGLES or _is_prose(rows, j) or _parts_tables(rows, i, j):
                    break
            else:
                shared = _share(strips, _gaps(rows[j]))
                if not shared:
                    break
                strips, last, singles = shared, j, 0
            j += 1
        if last > i:
            runs.append(Run(i, last + 1))
            i = last + 1
        else:
            i += 1
    return runs


def _parts_tables(rows: Sequence[Row], first: int, j: int) -> bool:
    """Whether a line stands between two tables: it names one, or is set off from the rows above and below."""
    if find_number(rows[j][0].text):
        return True
    steps = [_step(a, b) for a, b in pairwise(rows[first:j]) if len(a) > 1 and len(b) > 1]
    if not steps or j + 1 >= len(rows):
        return False
    usual = median(steps)
    return _step(rows[j - 1], rows[j]) >= SET_OFF[0] * usual and _step(rows[j], rows[j + 1]) >= SET_OFF[1] * usual


def _is_numbered(row: Row) -> bool:
    """Whether a line is a number or mark that hangs before a line of prose."""
    return len(row) == 2 and len(row[1].words) >= 5 and bool(_MARKER.fullmatch(row[0].text))


def _is_prose(rows: Sequence[Row], j: int) -> bool:
    """Whether a paragraph begins: two long lines of one segment, the first filled."""
    if j + 1 >= len(rows) or len(rows[j + 1]) > 1:
        return False
    widest = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    return all(len(rows[k][0].words) > 7 and rows[k][0].x1 - rows[k][0].x0 > 0.75 * widest for k in (j, j + 1))


def _step(above: Row, below: Row) -> float:
    return (below[0].baseline - above[0].baseline) / max(1.0, min(above[0].size, below[0].size))


def _gaps(row: Row) -> list[tuple[float, float, int]]:
    return [(a.x1, b.x0, 1) for a, b in pairwise(row)]


def _share(
    strips: list[tuple[float, float, int]], gaps: list[tuple[float, float, int]]
) -> list[tuple[float, float, int]]:
    """The strips narrowed by `gaps`, with new ones; empty where none of them is shared."""
    shared: list[tuple[float, float, int]] = []
    hits = 0
    left = list(gaps)
    for x0, x1, count in strips:
        inside = [gap for gap in left if min(x1, gap[1]) - max(x0, gap[0]) > 2.0]
        for gap in inside:
            hits += 1
            shared.append((max(x0, gap[0]), min(x1, gap[1]), count + 1))
            if gap in left:
                left.remove(gap)
        if not inside:
            shared.append((x0, x1, count))
    return shared + left if hits else []


def _read_run(page: int, rows: Sequence[Row], run: Run, level: Sequence[Edge]) -> Grid | None:
    inside = list(rows[run.first : run.last])
    body = [row for row in inside if len(row) > 1]
    numeric = [row for row in body if any(is_number(segment.text) for segment in row[1:])]
    strips = find_strips(numeric if len(numeric) >= 2 else body)
    if not strips:
        return None
    left, right = min(row[0].x0 for row in inside), max(row[-1].x1 for row in inside)
    rules = [edge for edge in level if _is_of(edge, left, right)]
    first, last = _find_bounds(rows, run, rules, [strip.middle for strip in strips])
    inside = recut(rows[first:last], strips)
    left, right = min(row[0].x0 for row in inside), max(row[-1].x1 for row in inside)
    lines = [make_line(row, strips) for row in inside]
    top, bottom = lines[0].top, lines[-1].bottom
    cuts = [edge.at for edge in rules if top - 4 <= edge.at <= bottom + 4]
    if not is_table(lines, len(strips) + 1, len(cuts)):
        return None
    short = [edge for edge in level if edge not in rules and top - 2 <= edge.at <= bottom]
    lines = widen_headers(lines, strips, short)
    groups = group_lines(lines, cuts)
    if len(groups) < 2:
        return None
    cells = build_cells(groups)
    box = box_of([word for cell in cells for word in cell.words])
    method = "half-ruled" if cuts else "unruled"
    return Grid(page, box, tuple(cells), edges_of(min(left, box.x0), strips, max(right, box.x1)), method)


def _is_of(edge: Edge, left: float, right: float) -> bool:
    """Whether a rule runs through lines from `left` to `right`, rather than through the page."""
    width = right - left
    if min(edge.end, right) - max(edge.start, left) <= 0.6 * width:
        return False
    return edge.start >= left - RULE_BEGIN_PT and edge.end <= right + RULE_BEGIN_PT + RULE_REACH * width


def _find_bounds(rows: Sequence[Row], run: Run, rules: Sequence[Edge], bounds: Sequence[float]) -> tuple[int, int]:
    """First line and the one after the last: up to the outermost rules near by, and lines that fit the columns."""
    first, last = run.first, run.last
    top = rows[first][0].top
    size = rows[first][0].size
    above = [rule.at for rule in rules if rule.at < top + 2]
    while first > 0 and _fits_head(rows, first, bounds):
        first -= 1
    if above:
        index = first
        k = run.first
        while k > 0 and rows[k - 1][0].top > above[-1] - 2 and _step(rows[k - 1], rows[k]) < MAX_STEP_EM:
            k -= 1
        is_head = not any(_is_text(row) for row in rows[k : run.first])
        if run.first - k <= 5 and is_head and above[-1] > rows[run.first][0].top - 8 * size:
            index = k
        first = index
    bottom = rows[last - 1][0].bottom
    below = [rule.at for rule in rules if rule.at > bottom - 2]
    if below:
        k = last
        while (
            k < len(rows)
            and rows[k][0].bottom < below[0] + 2
            and len(rows[k]) == 1
            and _step(rows[k - 1], rows[k]) < 2.2
        ):
            k += 1
        if k - last <= 2 and k < len(rows) + 1 and below[0] - rows[k - 1][0].bottom < 2 * size:
            last = k
    return first, last


def _is_text(row: Row) -> bool:
    """Whether a line above a table is a caption or prose, rather than a part of the header."""
    return bool(find_number(row[0].text)) or any(len(segment.words) >= MIN_PROSE_WORDS for segment in row)


def _fits_head(rows: Sequence[Row], first: int, bounds: Sequence[float]) -> bool:
    """Whether the line above is one more line of the header: near, and right of the first column."""
    above, here = rows[first - 1], rows[first]
    if _step(above, here) > 1.7:
        return False
    return above[0].x0 > bounds[0] - 2 and not above[0].text.endswith((".", ":"))


def is_table(lines: Sequence[TableLine], column_count: int, cut_count: int) -> bool:
    """Whether lines with shared strips are a table, rather than prose in columns, a list, or a contents page."""
    cells = [(first, segment.text, len(segment.words)) for line in lines for first, _, segment in line.cells]
    body = [cell for cell in cells if cell[0] > 0]
    rows = [line for line in lines if len(line.columns) > 1]
    if len(rows) < 2 or not body:
        return False
    values = sum(is_value(text) for _, text, _ in body) / len(body)
    labels = [text for first, text, _ in cells if first == 0]
    if column_count == 2 and _is_list(labels, [text for first, text, _ in body], values):
        return False
    if column_count == 2 and _is_contents(lines):
        return False
    if _prose_share(lines, column_count) > MAX_PROSE and not (values > MANY_VALUES and len(rows) >= 4):
        return False
    if values >= MIN_VALUES:
        return len(rows) >= 3 or (len(rows) >= 2 and (column_count >= 3 or cut_count >= 1))
    words = sorted(count for *_, count in cells)
    short = words[int(0.75 * len(words))] <= MAX_CELL_WORDS
    if len(rows) >= 3 and len(rows) == len(lines) and all(is_period(label) for label in labels):
        return True
    if column_count == 2 and len(rows) >= 5 and len(rows) >= 0.9 * len(lines) and _are_names(lines):
        return True
    if cut_count >= 2:
        return short or cut_count >= len(rows) // 2
    return short and len(rows) >= 4 and column_count >= 3 and values >= 0.1


def _are_names(lines: Sequence[TableLine]) -> bool:
    """Whether two columns hold names: short texts that begin with a capital, those of a column at one edge."""
    cells = [(first, segment) for line in lines for first, _, segment in line.cells]
    words = sorted(len(segment.words) for _, segment in cells)
    if words[int(0.9 * len(words))] > MAX_NAME_WORDS:
        return False
    capital = sum(segment.text[:1].isupper() for _, segment in cells)
    edges = [[segment.x0 for first, segment in cells if first == column] for column in (0, 1)]
    aligned = all(max(edge) - min(edge) < 3 for edge in edges if edge)
    return aligned and capital >= 0.9 * len(cells)


def _prose_share(lines: Sequence[TableLine], column_count: int) -> float:
    """Part of the words in texts that run on over the lines of a column: filled lines of several words."""
    total = running = 0
    for column in range(column_count):
        texts = [(line.value_count, segment) for line in lines for first, _, segment in line.cells if first == column]
        if not texts:
            continue
        total += sum(len(segment.words) for _, segment in texts)
        widths = sorted(segment.x1 - segment.x0 for _, segment in texts)
        full = 0.75 * widths[int(0.9 * (len(widths) - 1))]
        for (_, above), (values, below) in pairwise(texts):
            runs_on = below.text[:1].islower() and above.text[-1:] not in ".:"
            if values == 0 and runs_on and len(above.words) >= 3 and above.x1 - above.x0 >= full:
                running += len(above.words)
    return running / max(total, 1)


def _is_list(labels: Sequence[str], texts: Sequence[str], values: float) -> bool:
    """Markers before texts: a list, numbered paragraphs, headings with numbers."""
    marked = sum(bool(_MARKER.fullmatch(label)) for label in labels)
    return bool(labels) and marked >= 0.6 * len(labels) and values < 0.5 and median(len(text) for text in texts) > 12


def _is_contents(lines: Sequence[TableLine]) -> bool:
    """Titles with page numbers that only grow."""
    numbers = []
    for line in lines:
        text = line.cells[-1][2].text
        if text.isdigit():
            numbers.append(int(text))
        elif len(line.cells) > 1:
            return False
    leaders = sum(
        "...." in word.text or word.text == "."
        for line in lines
        for *_, segment in line.cells
        for word in segment.words
    )
    grows = all(a <= b for a, b in pairwise(numbers))
    return len(numbers) >= 3 and grows and (leaders >= len(numbers) or numbers[-1] < 400)
