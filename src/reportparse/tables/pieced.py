"""Tables of words whose rules are drawn cell by cell: the places where these meet tell the columns, however near."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from reportparse.geometry import Box, shared_area, unite
from reportparse.layout.lines import Line, find_lines
from reportparse.pdf import Page, Rule, Style, Word
from reportparse.tables.grid import Grid, GridCell, read_text
from reportparse.tables.segments import is_value

# Pieces of one rule touch, and those of all rules of a table meet at the same places, to this many points.
SAME_PT = 1.0
# Shorter pieces are joints of borders, and no cells; so many rules are those of a table, and more pieces a drawing.
MIN_PIECE_PT, MIN_RULES, MAX_PIECES = 3.0, 3, 2000
# Lines of one cell are no further apart, in parts of the type size; heads stand so near to what is below, in points.
MAX_LEADING_EM, MAX_NEAR_PT = 1.5, 8.0


class _Pieced(NamedTuple):
    """A rule in pieces: its height, and the places where pieces begin and the last one ends."""

    at: float
    places: tuple[float, ...]


_Band = list[list[Line]]
"""The lines of each column of what stands between two rules."""


def find_pieced(page: Page, taken: Sequence[Box]) -> list[Grid]:
    """The tables of a page whose rows the rules part and whose texts go on over several lines, downwards."""
    grids: list[Grid] = []
    for stack in _find_stacks(_find_rules(page)):
        box = Box(stack[0].places[0], stack[0].at, stack[0].places[-1], stack[-1].at)
        if not any(shared_area(box, other) > 0 for other in taken):
            grids += _read(page, stack)
    return grids


def _find_rules(page: Page) -> list[_Pieced]:
    level = [rule for rule in page.rules if rule.is_horizontal and rule.x1 - rule.x0 >= MIN_PIECE_PT]
    if len(level) > MAX_PIECES:
        return []
    level.sort(key=lambda rule: (round(rule.top), rule.x0))
    rules: list[list[Rule]] = []
    for rule in level:
        last = rules[-1][-1] if rules else None
        if last and abs(last.top - rule.top) <= SAME_PT and abs(last.x1 - rule.x0) <= SAME_PT:
            rules[-1].append(rule)
        else:
            rules.append([rule])
    return [
        _Pieced(pieces[0].top, (*(rule.x0 for rule in pieces), pieces[-1].x1)) for pieces in rules if len(pieces) > 1
    ]


def _find_stacks(rules: Sequence[_Pieced]) -> Iterator[list[_Pieced]]:
    stacks: list[list[_Pieced]] = []
    for rule in rules:
        last = next((stack for stack in stacks if _are_alike(stack[-1], rule)), None)
        if last is None:
            stacks.append([rule])
        else:
            last.append(rule)
    return (stack for stack in stacks if len(stack) >= MIN_RULES)


def _are_alike(above: _Pieced, below: _Pieced) -> bool:
    pairs = zip(above.places, below.places, strict=False)
    return len(above.places) == len(below.places) and all(abs(a - b) <= SAME_PT for a, b in pairs)


def _read(page: Page, stack: Sequence[_Pieced]) -> list[Grid]:
    places = stack[0].places
    words = [word for word in page.words if not word.angle and 2 * places[0] <= word.x0 + word.x1 <= 2 * places[-1]]
    rows: list[_Band] = []
    for above, below in pairwise(stack):
        inside = [word for word in words if 2 * above.at < word.top + word.bottom < 2 * below.at]
        rows.append(_part(inside, places))
        if not _is_row(rows[-1]):
            return []
    if not _are_texts(rows):
        return []
    styles = {line.style for band in rows for column in band for line in column}
    texts = {line.style for band in rows for column in band[1:] for line in column}  # labels may be set as heads are
    first = _part(_find_next(words, stack[0].at, styles, is_up=True), places)
    if _is_open_row(first, rows) and {line.style for column in first[1:] for line in column} <= texts:
        rows = [first, *rows]
    top = min([stack[0].at, *(line.box.top for column in rows[0] for line in column)])
    head = _part(_find_next(words, top, (), is_up=True), places)
    heads = [head] if sum(map(bool, head)) > 1 and not texts & {line.style for some in head for line in some} else []
    foot = _part(_find_next(words, stack[-1].at, styles), places)
    feet = [foot] if _is_open_row(foot, rows) else []
    cells = [
        GridCell(row, column, 1, 1, some, read_text(some))
        for row, band in enumerate([*heads, *rows, *feet])
        for column, lines in enumerate(band)
        for some in [tuple(word for line in lines for word in line.words)]
    ]
    content = unite(word.box for cell in cells for word in cell.words)
    box = unite([Box(places[0], stack[0].at, places[-1], stack[-1].at), content])
    return [Grid(page.number, box, tuple(cells), places, "ruled", ruled_header=len(heads))]


def _part(words: Sequence[Word], places: Sequence[float]) -> _Band:
    """The lines of each column; no columns where a word reaches over the place where two of them meet."""
    if any(word.x0 < place - SAME_PT and word.x1 > place + SAME_PT for word in words for place in places[1:-1]):
        return []
    columns = ([word for word in words if a <= word.box.middle[0] < b] for a, b in pairwise(places))
    return [sorted(find_lines(0, column), key=attrgetter("baseline")) if column else [] for column in columns]


def _is_row(band: _Band) -> bool:
    """Whether all that stands between two rules is one row: its lines go on without white, and are no values."""
    lines = sorted((line for column in band for line in column), key=attrgetter("baseline"))
    if not lines or any(len(column) > 1 and all(is_value(line.text) for line in column) for column in band):
        return False
    return all(_follows(a, b) for a, b in pairwise(lines))


def _is_open_row(foot: _Band, rows: Sequence[_Band]) -> bool:
    """Whether what one rule alone bounds is a row, all texts of which begin at the edges of the others."""
    if sum(map(bool, foot)) < 2 or not _is_row(foot):
        return False
    edges = [{line.box.x0 for band in rows for line in band[column]} for column in range(len(foot))]
    pairs = [(line.box.x0, own) for column, own in zip(foot, edges, strict=True) for line in column]
    return bool(foot[0]) and all(any(abs(x0 - edge) <= SAME_PT for edge in own) for x0, own in pairs)


def _follows(above: Line, below: Line) -> bool:
    return below.baseline - above.baseline <= MAX_LEADING_EM * max(above.style.size, below.style.size)


def _are_texts(rows: Sequence[_Band]) -> bool:
    """Whether some texts go on over more lines than what stands beside them, as those of several rows would not."""
    counts = [{len(column) for column in band if column} for band in rows]
    return any(len(some) > 1 for some in counts)


def _find_next(words: Sequence[Word], at: float, styles: Collection[Style], *, is_up: bool = False) -> list[Word]:
    """The words right below, or right above, a height: all lines from there without white, in some types or in one."""
    beyond = [word for word in words if (word.box.middle[1] < at) is is_up]
    lines = sorted(find_lines(0, beyond), key=attrgetter("baseline"), reverse=is_up) if beyond else []
    if not lines or max(at - lines[0].box.bottom, lines[0].box.top - at) > MAX_NEAR_PT:
        return []
    styles = styles or (lines[0].style,)
    found: list[Line] = []
    for line in lines:
        pair = (line, found[-1]) if is_up and found else (found[-1], line) if found else None
        if line.style not in styles or (pair and not _follows(*pair)):
            break
        found.append(line)
    return [word for line in found for word in line.words]
