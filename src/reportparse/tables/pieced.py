"""Tables of words whose rules are drawn cell by cell: the places where these meet tell the columns, however near."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from reportparse.geometry import Box, shared_area, unite
from reportparse.layout.lines import Line, find_lines
from reportparse.pdf import Page, Rule, Word
from reportparse.tables.grid import Grid, GridCell, read_text
from reportparse.tables.segments import is_value

# Pieces of one rule touch, and those of all rules of a table meet at the same places, to this many points.
SAME_PT = 1.0
# Shorter pieces are joints of borders, and no cells; so many rules are those of a table.
MIN_PIECE_PT, MIN_RULES = 3.0, 3
# Lines of one cell are no further apart, in parts of the type size; heads stand so near to the first rule, in points.
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
    words = [word for word in page.words if not word.angle and places[0] <= word.box.middle[0] <= places[-1]]
    rows = [
        _part([word for word in words if above.at < word.box.middle[1] < below.at], places)
        for above, below in pairwise(stack)
    ]
    if not all(map(_is_row, rows)) or not _are_texts(rows):
        return []
    head = _part(_find_head([word for word in words if word.box.middle[1] < stack[0].at], stack[0].at), places)
    above = [head] if sum(map(bool, head)) > 1 else []
    foot = _part(_find_foot([word for word in words if word.box.middle[1] > stack[-1].at], stack[-1].at), places)
    below = [foot] if sum(map(bool, foot)) > 1 and _is_row(foot) and _begins_as(foot, rows) else []
    cells = [
        GridCell(row, column, 1, 1, some, read_text(some))
        for row, band in enumerate([*above, *rows, *below])
        for column, lines in enumerate(band)
        for some in [tuple(word for line in lines for word in line.words)]
    ]
    inside = unite(word.box for cell in cells for word in cell.words)
    box = unite([Box(places[0], stack[0].at, places[-1], stack[-1].at), inside])
    return [Grid(page.number, box, tuple(cells), places, "ruled", ruled_header=len(above))]


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


def _begins_as(foot: _Band, rows: Sequence[_Band]) -> bool:
    """Whether all texts of a row, its first column's among them, begin at the edges of those above."""
    edges = [{line.box.x0 for band in rows for line in band[column]} for column in range(len(foot))]
    pairs = [(line.box.x0, own) for column, own in zip(foot, edges, strict=True) for line in column]
    return bool(foot[0]) and all(any(abs(x0 - edge) <= SAME_PT for edge in own) for x0, own in pairs)


def _follows(above: Line, below: Line) -> bool:
    return below.baseline - above.baseline <= MAX_LEADING_EM * max(above.style.size, below.style.size)


def _are_texts(rows: Sequence[_Band]) -> bool:
    """Whether some texts go on over more lines than what stands beside them, as those of several rows would not."""
    counts = [{len(column) for column in band if column} for band in rows]
    return any(len(some) > 1 for some in counts)


def _find_head(words: Sequence[Word], at: float) -> list[Word]:
    """The words of the heads right above the first rule: all lines up from there in one type without white."""
    lines = sorted(find_lines(0, words), key=attrgetter("baseline"), reverse=True) if words else []
    if not lines or at - lines[0].box.bottom > MAX_NEAR_PT:
        return []
    heads = [lines[0]]
    for line in lines[1:]:
        if line.style != heads[0].style or not _follows(line, heads[-1]):
            break
        heads.append(line)
    return [word for line in heads for word in line.words]


def _find_foot(words: Sequence[Word], at: float) -> list[Word]:
    """The words of a last row that no rule ends: all lines down from the last rule without white."""
    lines = sorted(find_lines(0, words), key=attrgetter("baseline")) if words else []
    if not lines or lines[0].box.top - at > MAX_NEAR_PT:
        return []
    rows = [lines[0]]
    for line in lines[1:]:
        if not _follows(rows[-1], line):
            break
        rows.append(line)
    return [word for line in rows for word in line.words]
